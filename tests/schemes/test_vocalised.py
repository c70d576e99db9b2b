"""Vocalised Arabic script to readings."""

from __future__ import annotations

import pytest

from translit.schemes.vocalised import read


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        ("الشَّمْس", "ar", "Λšams"),
        ("بِالكِتاب", "ar", "bi·Λkitāb"),
        ("لِلشَّمْس", "ar", "li·Λšams"),
        ("لِلُّغَة", "ar", "li·Λluġaẗ"),
        ("مُصْطَفَى", "ar", "muṣṭafà"),
        ("مَعْنًى", "ar", "maʿnan"),
        ("دَلْو", "ar", "dalw"),
        ("القُرْآن", "ar", "Λqurʾān"),
        ("أَيّام", "ar", "ayyām"),
        ("قُوَّة", "ar", "quwwaẗ"),
        ("خانَهٔ", "fa", "ḫānaẖΕ"),
        ("خواب", "fa", "ḫẘāb"),
        ("خُدایِ", "fa", "ḫudāΕ"),
        ("ایران", "fa", "īrān"),
    ],
)
def test_readings(text: str, lang: str, wanted: str) -> None:
    (word,) = read(text, lang)
    assert (word.text, word.exact) == (wanted, True)


def test_construct_and_pause() -> None:
    assert [word.text for word in read("وِزارَة التَّرْبِيَة", "ar")] == ["wizārať", "Λtarbiyaẗ"]


def test_missing_vowels_are_told() -> None:
    assert not read("کوچک", "fa")[0].exact
