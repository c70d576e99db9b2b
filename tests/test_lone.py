"""A name alone in a document, and what speaks for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import translit
from translit import Gazetteer
from translit.annotate import SEGMENT

CAT = "Trotsky slept on the sofa by the window all through the afternoon."
TABLE = """
- {id: vorund, type: place, heading: Vorund}
- {id: tolvak, type: place, heading: Tolvak, widely_borne: true}
"""


def ids(gazetteer: Gazetteer, text: str, **options: Any) -> list[str]:
    return [found.entity.id for found in gazetteer.annotate(text, **options)]


@pytest.mark.cases("lone.yaml")
def test_alone(case: dict[str, Any], gazetteer: Gazetteer) -> None:
    found = gazetteer.annotate(case["input"])
    assert [[one.text, one.entity.id] for one in found] == case["expected"]


def test_only_the_document_tells(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer, CAT) == []
    assert ids(gazetteer, CAT, document=False) == ["trotsky"]


def test_what_is_far_away_speaks_too(gazetteer: Gazetteer) -> None:
    filler = "Nothing happened there for a long while, and they went home again.\n\n" * 4000
    assert len(filler) > SEGMENT
    assert ids(gazetteer, f"{CAT}\n\n{filler}") == []
    assert ids(gazetteer, f"{CAT}\n\n{filler}{CAT}") == []
    assert ids(gazetteer, f"{CAT}\n\n{filler}Lev Trotsky was late.") == ["trotsky", "trotsky"]
    assert ids(gazetteer, f"{CAT}\n\n{filler}They went to Berlin.") == ["trotsky", "berlin"]


def test_chunks_do_not_matter(gazetteer: Gazetteer) -> None:
    for text in (CAT, f"{CAT} They went to Berlin."):
        chunks = [text[at : at + 5] for at in range(0, len(text), 5)]
        assert [one.entity.id for one in gazetteer.annotate(chunks)] == ids(gazetteer, text)


def test_one_s_own_entries_say_it_themselves(toy: Callable[[str], Gazetteer]) -> None:
    gazetteer = toy(TABLE)
    assert ids(gazetteer, "The tower of Vorund was old and grey, and nobody went up there.") == ["vorund"]
    assert ids(gazetteer, "The tower of Tolvak was old and grey, and nobody went up there.") == []
    assert ids(gazetteer, "They went to Tolvak, which was old and grey as ever.") == ["tolvak"]


def test_a_table_of_one_s_own_may_take_it_back(table: Callable[..., Path]) -> None:
    gazetteer = translit.load(table("- {id: trotsky, widely_borne: false}"))
    assert ids(gazetteer, CAT) == ["trotsky"]
