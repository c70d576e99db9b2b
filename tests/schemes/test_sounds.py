"""Sound strings: what a spelling sounds like, by the table of its script."""

from __future__ import annotations

import random
import re

import pytest

from translit.schemes.sounds.reading import (
    SCRIPTS,
    by_letters,
    is_article,
    openings,
    read_table,
    reader,
    sounds,
    symbols,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kutschek", "Кучек"),
        ("Koutchek", "Kuçek"),
        ("Schah", "Shah"),
        ("Şah", "Shah"),
        ("Hassan", "Hasan"),
        ("Ordzhonikidze", "Ordžonikidze"),
        ("Chruschtschow", "Chruschtschow"),
        ("Lénine", "Lenine"),
        ("Rasulzadə", "Rasulzade"),
        ("Nəriman", "Neriman"),
        ("Фёдор", "Федор"),
        ("Khān", "KHAN"),
        ("H\u0323asan", "Ḥasan"),
        ("Ra'uf", "Ra’uf"),
    ],
)
def test_equal_sounds(one: str, other: str) -> None:
    assert sounds(one) == sounds(other)


def test_an_ambiguous_letter_stays_ambiguous() -> None:
    assert sounds("Chan") not in (sounds("Khan"), sounds("Tschan"))


@pytest.mark.parametrize("word", ["", "12", "—", "'", "\u200c"])
def test_no_letters_no_sounds(word: str) -> None:
    assert sounds(word) == ""


@pytest.mark.parametrize("word", ["北京", "नेहरू", "ፀሐይ", "ꙮ", "ẞ"])
def test_other_scripts_go_through_latin(word: str) -> None:
    assert sounds(word).isascii()


@pytest.mark.parametrize("script", SCRIPTS)
def test_tables_use_known_symbols(script: str) -> None:
    known = set(symbols().skeleton)
    for pattern, sound in read_table(script)["rules"]:
        re.compile(pattern)
        if sound != "=":
            assert set(sound) <= known, (pattern, sound)
    assert reader(script).rules


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_letter_has_all_the_rules_that_fit_it(script: str) -> None:
    """Read letter by letter, a word sounds as by all rules of its script tried in order."""
    table = read_table(script)
    whole = re.compile("|".join(f"({pattern})" for pattern, _ in table["rules"]))
    letters = sorted({letter for pattern, _ in table["rules"] for letter in re.findall(r"[^\W\d_]", pattern)})
    chooser = random.Random(script)
    for _ in range(3000):
        word = "".join(chooser.choices(letters, k=chooser.randint(1, 7)))
        said = []
        for match in whole.finditer(word):
            sound = table["rules"][(match.lastindex or 1) - 1][1]
            said.append(match.group() if sound == "=" else sound)
        assert "".join(by_letters(word, reader(script))) == "".join(said), word


def test_a_rule_begins_with_letters_that_can_be_told() -> None:
    with pytest.raises(ValueError, match="begin it with"):
        openings(".x")


def test_symbols_are_consistent() -> None:
    table = symbols()
    known = set(table.skeleton)
    assert table.vowels <= known
    assert set(table.loss) <= known
    for pair, cost in table.confusion.items():
        assert set(pair) <= known, pair
        assert 0.0 < cost < 1.0
        assert table.confusion[pair[::-1]] == cost
    assert all(0.0 < cost <= 1.0 for cost in table.loss.values())


@pytest.mark.parametrize(
    ("word", "hyphened", "expected"),
    [
        ("al", False, True),
        ("al", True, True),
        ("el", True, True),
        ("od", True, True),
        ("ash", True, True),
        ("as", False, False),
        ("эд", True, True),
        ("ال", False, True),
        ("ali", True, False),
        ("", False, False),
        ("12", True, False),
    ],
)
def test_is_article(word: str, hyphened: bool, expected: bool) -> None:
    assert is_article(word, hyphened) is expected
