"""Practical transcriptions into other scripts: whole names, with the capitals of their script."""

from __future__ import annotations

import pytest

import translit


@pytest.mark.parametrize(
    ("text", "scheme", "lang", "wanted"),
    [
        ("Фёдор Раскольников", "persian", "ru", "فیودور راسکولنیکوف"),
        ("Гейдар Алиев", "persian", "ru", "حیدر علی‌اف"),
        ("Лев Каменев", "arabic", "ru", "ليف كامينيف"),
        ("Лев Троцкий", "georgian", "ru", "ლევ ტროცკი"),
        ("СТЕПАН ШАУМЯН", "armenian", "ru", "ՍՏԵՓԱՆ ՇԱՀՈՒՄՅԱՆ"),
        ("კაკა ცხაკაია", "russian", "ka", "кака цхакая"),
        ("Ստեփան Շահումյան", "russian", "hy", "Степан Шаумян"),
        ("کوچک خان جنگلی", "arabic-old", "fa", "كوجك خان جنكلي"),
        ("کوچک خان", "russian", "fa", "Кучек Хан"),
        ("Микола Скрипник", "russian", "uk", "Николай Скрипник"),
    ],
)
def test_names(text: str, scheme: str, lang: str, wanted: str) -> None:
    assert translit.romanise(text, scheme=scheme, lang=lang) == wanted
