"""Surnames as a document spells them."""

from __future__ import annotations

import pytest

from translit import Gazetteer


def found(gazetteer: Gazetteer, text: str) -> list[tuple[str, str]]:
    return [(one.text, one.entity.id) for one in gazetteer.annotate(text)]


FULL = "ونستون تشرتشل"
ALONE = "تشرتشل"


@pytest.mark.parametrize(
    "text",
    [f"ترأس {FULL} المؤتمر. وكان {ALONE} وزيراً.", f"وكان {ALONE} وزيراً. ترأس {FULL} المؤتمر."],
    ids=["after", "before"],
)
def test_a_full_name_teaches_its_surname(gazetteer: Gazetteer, text: str) -> None:
    assert sorted(found(gazetteer, text)) == sorted([(FULL, "churchill"), (ALONE, "churchill")])


def test_alone_it_is_nobody(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, f"وكان {ALONE} وزيراً.") == []


def test_not_without_the_document(gazetteer: Gazetteer) -> None:
    text = f"ترأس {FULL} المؤتمر. وكان {ALONE} وزيراً."
    assert [one.text for one in gazetteer.annotate(text, document=False)] == [FULL]


def test_spans_are_exact(gazetteer: Gazetteer) -> None:
    text = f"ترأس {FULL} المؤتمر. وكان {ALONE} وزيراً."
    assert all(text[one.start : one.end] == one.text for one in gazetteer.annotate(text))


def test_a_title_is_no_surname(gazetteer: Gazetteer) -> None:
    text = "Mirza Kutschuck Khan came. Then another Khan came."
    assert found(gazetteer, text) == [("Mirza Kutschuck Khan", "kuchik-khan")]
