"""Loading, one's own tables over the shipped ones, and the entities."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

import translit
from translit import Gazetteer, InputError, TableError, TranslitError, UnknownName
from translit.model import ENTITY_TYPES

Write = Callable[..., Path]


def test_the_shipped_tables(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.entities) > 900
    assert {entity.type for entity in gazetteer.entities.values()} == set(ENTITY_TYPES)
    assert repr(gazetteer) == f"<Gazetteer of {len(gazetteer.entities)} entities>"


def test_an_entity(gazetteer: Gazetteer) -> None:
    entity = gazetteer.entities["kuchik-khan"]
    assert (entity.id, entity.type, entity.heading) == ("kuchik-khan", "person", "Mirza Kuchik Khan")
    assert str(entity) == entity.heading == entity.variants[0].text
    assert entity.variants[0].role == "heading"
    assert {variant.role for variant in entity.forms} == {"heading", "form"}
    assert all(variant.role == "native" for variant in entity.native)
    assert entity.to_dict()["dates"] == {"born": "1880", "died": "1921-12-02"}
    assert gazetteer.entities["kuchik-khan"] is entity
    with pytest.raises(FrozenInstanceError):
        entity.heading = "x"  # type: ignore[misc]


def test_distinct_from_names_entities(gazetteer: Gazetteer) -> None:
    unknown = {
        (entity.id, other)
        for entity in gazetteer.entities.values()
        for other in entity.distinct_from
        if other not in gazetteer.entities
    }
    assert unknown == set()


def test_entities_as_a_mapping(gazetteer: Gazetteer) -> None:
    assert "rasht" in gazetteer.entities
    assert "atlantis" not in gazetteer.entities
    assert 7 not in gazetteer.entities  # type: ignore[comparison-overlap]
    assert len(list(gazetteer.entities)) == len(gazetteer.entities)
    assert gazetteer.entities.get("atlantis") is None
    with pytest.raises(UnknownName, match="did you mean 'kuchik-khan'"):
        gazetteer.entities["kuchik-kahn"]
    with pytest.raises(KeyError):
        gazetteer.entities["xxxxxxxxxxxxxxxx"]


def test_loading_again_gives_the_same(gazetteer: Gazetteer) -> None:
    again = translit.load()
    assert list(again.entities.values()) == list(gazetteer.entities.values())
    text = "Koutchek Khan left Racht with Raskolnikov."
    assert again.annotate(text) == gazetteer.annotate(text)


def test_ones_own_table_on_top(table: Write) -> None:
    mine = table(
        "- {id: kuchik-khan, variants: [the Robin Hood of Gilan]}\n"
        "- {id: my-aunt, type: person, heading: Agatha Example}\n"
    )
    made = translit.load(mine)
    assert made.entities["kuchik-khan"].heading == "Mirza Kuchik Khan"
    found = made.annotate("Agatha Example met the Robin Hood of Gilan.")
    assert [a.entity.id for a in found] == ["my-aunt", "kuchik-khan"]


def test_without_the_shipped_tables(table: Write) -> None:
    made = translit.load(
        table("id,type,heading,variants\nx,person,Ada Example,A. Exempel|Ada X\n", "mine.csv"), bundled=False
    )
    assert list(made.entities) == ["x"]
    assert [variant.text for variant in made.entities["x"].variants] == ["Ada Example", "A. Exempel", "Ada X"]
    assert len(made.elements) > 0
    assert made.match("Mirza Kuchik Khan") == []


def test_nothing_at_all() -> None:
    made = translit.load(bundled=False)
    assert len(made.entities) == 0
    assert made.match("Kuchik Khan") == []
    assert made.annotate("Kuchik Khan came to Rasht.") == []
    assert made.normalise("Kuchik Khan") == "Kuchik Khan"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.yaml", "- {id: x, type: person, heading: Ada Example, variants: [Ada Exempel]}\n"),
        ("a.yml", "- {id: x, type: person, heading: Ada Example, variants: [Ada Exempel]}\n"),
        ("a.csv", "id,type,heading,variants\nx,person,Ada Example,Ada Exempel\n"),
        ("a.tsv", "id\ttype\theading\tvariants\nx\tperson\tAda Example\tAda Exempel\n"),
        ("a.jsonl", '{"id": "x", "type": "person", "heading": "Ada Example", "variants": ["Ada Exempel"]}\n'),
    ],
)
def test_every_kind_of_table_gives_the_same(table: Write, name: str, content: str) -> None:
    made = translit.load(table(content, name), bundled=False)
    entity = made.entities["x"]
    assert (entity.type, entity.heading, [v.text for v in entity.variants]) == (
        "person",
        "Ada Example",
        ["Ada Example", "Ada Exempel"],
    )


def test_a_folder(table: Write, tmp_path: Path) -> None:
    table("- {id: b, type: place, heading: Beta}\n", "more/b.yaml")
    table("id,type,heading\na,place,Alpha\n", "more/deep/a.csv")
    table("- nonsense", "more/.hidden/x.yaml")
    table("not a table", "more/readme.txt")
    made = translit.load(str(tmp_path / "more"), bundled=False)
    assert set(made.entities) == {"a", "b"}


@pytest.mark.parametrize(
    ("name", "why"),
    [("missing.yaml", "no such file"), ("empty-folder", "no table"), ("notes.txt", "not a table")],
)
def test_paths_that_are_no_tables(table: Write, tmp_path: Path, name: str, why: str) -> None:
    table("text", "notes.txt")
    (tmp_path / "empty-folder").mkdir()
    with pytest.raises(InputError, match=why):
        translit.load(tmp_path / name)


def test_all_faults_are_told_together(table: Write) -> None:
    one = table("- {id: A, type: person, heading: X}\n- {id: b, type: persn, heading: Y}\n", "one.yaml")
    two = table("- {id: c, type: place, heading: Z, varients: [z]}\n", "two.yaml")
    with pytest.raises(TableError) as caught:
        translit.load(one, two)
    assert len(caught.value.faults) == 3
    lines = str(caught.value).splitlines()
    assert "one.yaml:1" in lines[0]
    assert "'person'" in lines[1]
    assert "'variants'" in lines[2]
    assert isinstance(caught.value, TranslitError)


def test_a_spelling_of_two_is_no_fault(table: Write) -> None:
    made = translit.load(
        table(
            "- {id: a, type: place, heading: Alpha}\n"
            "- {id: b, type: place, heading: Beta, variants: [Alpha]}\n"
        ),
        bundled=False,
    )
    assert len(made.match("Alpha")) == 2


def test_nothing_happens_at_import() -> None:
    code = "import sys, translit;assert not [m for m in sys.modules if m.startswith('unidecode')];print('ok')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "ok"), done.stderr


def test_compare_is_the_same_with_and_without_a_gazetteer(gazetteer: Gazetteer) -> None:
    one, other = "Ihsan-Allah Khan", "Ehsanollah Khan"
    assert gazetteer.compare(one, other) == translit.compare(one, other)


def test_everything_public_is_there() -> None:
    for name in translit.__all__:
        assert hasattr(translit, name)
