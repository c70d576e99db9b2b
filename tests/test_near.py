"""Near misses, against a search through all."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from translit.index import Index
from translit.names import EMPTY
from translit.near import SHORTEST, TWO_SLIPS, Near

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
