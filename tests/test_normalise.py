"""Annotations to changes, and the text with them made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from translit import Change, Gazetteer, UnknownName
from translit.normalise import apply_changes

TEXT = (
    "\ufeffKoutchek Khan’s men left Racht\r\nfor *Enzeli*¹, said Raskolnikoff’s aide; "
    "KOUTCHEK KHAN stayed.\r\n"
)


@pytest.mark.cases("normalise.yaml")
def test_cases(case: dict[str, Any], gazetteer: Gazetteer) -> None:
    made = gazetteer.normalise(case["input"])
    assert made == case["expected"]
    assert gazetteer.normalise(made) == made


def untouched(text: str, changes: list[Change]) -> list[str]:
    """The pieces of ``text`` between the changes."""
    out, at = [], 0
    for change in changes:
        assert text[change.start : change.end] == change.before != change.after
        assert at <= change.start
        out.append(text[at : change.start])
        at = change.end
    return [*out, text[at:]]


def test_only_the_changes_are_made(gazetteer: Gazetteer) -> None:
    changes = gazetteer.changes(TEXT)
    made = gazetteer.normalise(TEXT)
    assert changes
    at = 0
    for piece, change in zip(untouched(TEXT, changes), [*changes, None], strict=True):
        assert made[at : at + len(piece)] == piece
        at += len(piece) + (len(change.after) if change else 0)
    assert at == len(made)


def test_changes_carry_their_annotation(gazetteer: Gazetteer) -> None:
    for change in gazetteer.changes(TEXT):
        assert (change.start, change.end, change.before) == (
            change.annotation.start,
            change.annotation.end,
            change.annotation.text,
        )
        assert change.to_dict()["entity"] == change.annotation.entity.id


def test_options_are_those_of_annotate(gazetteer: Gazetteer) -> None:
    assert {c.annotation.entity.type for c in gazetteer.changes(TEXT, types=["place"])} == {"place"}


def test_an_unknown_style(gazetteer: Gazetteer) -> None:
    with pytest.raises(UnknownName, match="heading"):
        gazetteer.changes(TEXT, style="hading")
    with pytest.raises(UnknownName):
        gazetteer.normalise(TEXT, style="")


def test_no_changes_no_change() -> None:
    assert apply_changes("text", []) == "text"


def test_a_form_with_an_article(toy: Callable[[str], Gazetteer]) -> None:
    made = toy("- {id: hague, type: place, heading: the Hague, variants: [La Haye, the Haag]}")
    assert made.normalise("They left the Haag.") == "They left the Hague."


def test_abbreviations_stay_as_the_table_has_them(toy: Callable[[str], Gazetteer]) -> None:
    made = toy(
        "- {id: rcp, type: organisation, heading: Russian Communist Party, forms: [RCP], variants: [R.K.P.]}"
    )
    assert made.normalise("The RCP met.") == "The RCP met."
