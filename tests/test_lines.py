"""Packed lines give what the table gives from which they were made."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translit.lines import Lines

WORDS = st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=6)


@given(
    st.dictionaries(WORDS, st.lists(WORDS, min_size=1, max_size=3), max_size=12), st.lists(WORDS, max_size=5)
)
def test_every_word_has_its_line_and_no_other_has_one(table: dict[str, list[str]], others: list[str]) -> None:
    lines = Lines(Lines.of(table).packed)
    assert {key: lines[key] for key in table} == table
    assert all(lines[other] == [] for other in others if other not in table)


def test_a_beginning_is_no_word() -> None:
    lines = Lines.of({"b": ["a"], "ba": ["c"], "bab": ["d"]})
    assert [lines[key] for key in ("", "a", "b", "ba", "bab", "babe", "z")] == [
        [],
        [],
        ["a"],
        ["c"],
        ["d"],
        [],
        [],
    ]
