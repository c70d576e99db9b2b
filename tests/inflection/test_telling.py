"""What tells in a language that a name is a person's or a place's."""

from __future__ import annotations

import re

import pytest

from translit.inflection.endings import TABLES, table_names, table_of
from translit.inflection.telling import is_history, signs_of

NAMES = sorted(path.stem for path in TABLES.glob("*.yaml"))


def tells(kind: str, lang: str, text: str, name: str, plain: bool = True) -> bool:
    start = text.index(name)
    return signs_of(kind, lang).tell(text, start, start + len(name), plain)


@pytest.mark.parametrize(
    ("lang", "text", "name", "plain", "expected"),
    [
        ("en", "She lives in Tehran.", "Tehran", True, True),
        ("en", "She lives in\nTehran.", "Tehran", True, True),
        ("en", "The cabin Tehran was red.", "Tehran", True, False),
        ("fr", "Elle va dans l'Inde.", "Inde", True, True),
        ("ru", "Она живёт в Тегеране.", "Тегеране", False, True),
        ("fi", "Hän asuu Teheranissa.", "Teheranissa", False, True),
        ("fi", "Teheranin sää.", "Teheranin", False, False),
        ("et", "Budapest on hea.", "Budapest", True, False),  # the name itself ends so
        ("tr", "Tahran'da yaşıyor.", "Tahran", False, True),
        ("he", "היא גרה בטהרן.", "טהרן", True, True),
        ("hi", "वह तेहरान में रहती है।", "तेहरान", True, True),
        ("ja", "彼女はパリで暮らす。", "パリ", True, True),
        ("zh", "她住在巴黎。", "巴黎", True, True),
    ],
)
def test_places(lang: str, text: str, name: str, plain: bool, expected: bool) -> None:
    assert tells("places", lang, text, name, plain) is expected


@pytest.mark.parametrize(
    ("lang", "text", "name", "expected"),
    [
        ("en", "Lenin wrote back.", "Lenin", True),
        ("en", "They talked with Lenin.", "Lenin", True),
        ("en", "Lenin slept on the sofa.", "Lenin", False),
        ("el", "Μίλησε με τον Λένιν.", "Λένιν", True),
        ("ar", "قال لينين ذلك.", "لينين", True),
    ],
)
def test_people(lang: str, text: str, name: str, expected: bool) -> None:
    assert tells("people", lang, text, name) is expected


def test_history_is_told_by_how_words_begin() -> None:
    assert is_history("After the revolution he left.", ["en"])
    assert is_history("AFTER THE REVOLUTION", ["en"])
    assert not is_history("The evolution of cats", ["en"])
    assert is_history("布尔什维克来了", ["zh"])
    assert not is_history("After the revolution he left.", [])
    assert not is_history("After the revolution he left.", ["fi"])


@pytest.mark.parametrize("name", NAMES)
def test_the_tables_hold_what_is_read(name: str) -> None:
    assert name in table_names()
    table = table_of(name)
    for kind in ("people", "places"):
        said = table.get(kind, {})
        assert set(said) <= {"before", "behind", "joined", "ends"}
        for side in ("before", "behind"):
            words = said.get(side, [])
            assert all(isinstance(word, str) and word == word.lower() for word in words)
            assert len(set(words)) == len(words)
        re.compile(said.get("ends", ""))
    words = table.get("history", [])
    assert all(isinstance(word, str) and word == word.lower() for word in words)
    assert len(set(words)) == len(words)
    assert not [word for word in words if any(word != one and word.startswith(one) for one in words)]
