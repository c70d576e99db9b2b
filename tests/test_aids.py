"""What is gathered of all spellings for the sweep of a text."""

from __future__ import annotations

from translit.aids import aids_of
from translit.names import Lexicon
from translit.spellings import Row

ROWS: list[Row] = [
    ("Council of the North", 0, 0, 0),
    ("Red Army", 1, 0, 0),
    ("Mirza Kuchik", 2, 0, 16),
    ("al-Azhar", 3, 0, 0),
    ("al", 3, 1, 0),
    ("India", 4, 0, 0),
    ("کوچک", 2, 1, 16),
]


def test_openers_and_longer_words() -> None:
    lexicon = Lexicon.from_records(
        [
            {"id": "red", "type": "ordinary", "heading": "red"},
            {"id": "animals", "type": "longer-word", "heading": "cochon d'India"},
        ]
    )
    found = aids_of(ROWS, {"india", "redarmy"}, lexicon)
    assert found == {
        "small": {"al": ["", "az"]},
        "openers": ["council", "red"],
        "longer": {"india": ["cochondindia"]},
    }
