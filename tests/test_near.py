"""Near misses, against a search through all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from translit.index import Index
from translit.names import EMPTY
from translit.near import SHORTEST, TWO_SLIPS, Near, PlainSorted

SPELLINGS = ["Abacabab", "Bacabacc", "Abacabb", "Cabacabacabac", "Abacabacabaca", "Bbacabacabacab", "Aaaaaaa"]
INDEX = Index.build(
    [{"id": f"n{at}", "type": "person", "heading": text} for at, text in enumerate(SPELLINGS)], EMPTY
)
NEAR = Near(INDEX.near_tables, INDEX.exact, INDEX.spellings.rows)


@settings(max_examples=500)
@given(st.one_of(st.text("abc", min_size=SHORTEST, max_size=15), st.sampled_from(SPELLINGS).map(str.lower)))
def test_all_that_are_near_enough(letters: str) -> None:
    def borne(other: str) -> int:
        return 2 if max(len(letters), len(other)) >= TWO_SLIPS else 1

    wanted = {text for text in SPELLINGS if OSA.distance(letters, text.lower()) <= borne(text)}
    assert {INDEX.spellings.text(number) for number in NEAR(letters)} == wanted


@pytest.fixture(scope="module")
def compiled(extension: Callable[[str], Any]) -> Callable[..., Any]:
    """The sorted spellings in C, compiled here."""
    made: Callable[..., Any] = extension("_sorted").Sorted
    return made


@settings(max_examples=1000)
@given(
    st.integers(1, 9).flatmap(
        lambda length: st.tuples(
            st.sets(st.text("abк𐎠", min_size=length, max_size=length), min_size=1, max_size=12),
            st.integers(0, length),
            st.integers(0, length),
        )
    ),
    st.text("abк𐎠", max_size=11),
    st.integers(0, 3),
)
def test_c_does_the_same(
    compiled: Callable[..., Any], table: tuple[set[str], int, int], letters: str, slips: int
) -> None:
    words, size, turned = table
    length = len(min(words))
    packed = "".join(sorted(words))
    plain, quick = PlainSorted(packed, length), compiled(packed, length)
    for part in {"", letters[:size], *(word[:size] for word in words)}:
        if len(part) <= length:
            asked = (part, letters, slips, turned)
            assert sorted(quick.like(*asked)) == plain.like(*asked)


def test_long_spellings(compiled: Callable[..., Any]) -> None:
    word = "ab" * 60
    for make in (PlainSorted, compiled):
        table = make(word, len(word))
        assert table.like("ab", word[:50] + word[51:], 1, 0) == [word]
        assert table.like("ab", word[:50], 1, 0) == []
    with pytest.raises(ValueError, match="length"):
        compiled("abc", 2)
    with pytest.raises(ValueError, match="parted"):
        compiled("abc", 3).like("abcd", "abc", 1, 0)
