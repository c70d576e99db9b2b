"""Tables laid over one another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from translit import InputError, TableError
from translit.tables.layers import load_records
from translit.tables.paths import display, layers_for, read_files, shipped_folder, table_files

BASE = """
- id: x
  type: person
  heading: Alpha
  description: below
  dates: {born: 1880, died: 1921}
  forms: [Al]
  variants: [Alfa, {text: Alpha Beta, lang: en}]
  distinct_from: [y]
- {id: y, type: place, heading: Ypsilon}
"""


def lay(*texts: str) -> dict[str, dict[str, Any]]:
    made = load_records([[(Path(f"layer{at}.yaml"), text.encode())] for at, text in enumerate(texts)])
    return {record["id"]: record for record in made}


def faults(*texts: str) -> list[str]:
    with pytest.raises(TableError) as caught:
        lay(*texts)
    return [str(fault) for fault in caught.value.faults]


def texts(record: dict[str, Any], key: str) -> list[str]:
    return [item["text"] for item in record.get(key, [])]


def test_a_new_id_adds() -> None:
    assert list(lay(BASE, "- {id: z, type: work, heading: Zeta}")) == ["x", "y", "z"]


def test_the_same_id_extends() -> None:
    made = lay(
        BASE,
        "- {id: x, description: above, dates: {died: 1922}, forms: [Alf], "
        "variants: [Alfa, Alfha], distinct_from: [y, z]}",
    )
    one = made["x"]
    assert one["heading"] == "Alpha"
    assert one["description"] == "above"
    assert one["dates"] == {"born": "1880", "died": "1922"}
    assert texts(one, "forms") == ["Al", "Alf"]
    assert texts(one, "variants") == ["Alfa", "Alpha Beta", "Alfha"]
    assert one["distinct_from"] == ["y", "z"]
    assert list(made) == ["x", "y"]


def test_a_new_heading_keeps_the_old_as_a_variant() -> None:
    one = lay(BASE, "- {id: x, heading: Aleph}")["x"]
    assert one["heading"] == "Aleph"
    assert "Alpha" in texts(one, "variants")


def test_the_same_heading_is_no_variant() -> None:
    assert "Alpha" not in texts(lay(BASE, "- {id: x, heading: Alpha}")["x"], "variants")


def test_three_layers() -> None:
    one = lay(BASE, "- {id: x, variants: [one]}", "- {id: x, variants: [two]}")["x"]
    assert texts(one, "variants")[-2:] == ["one", "two"]


def test_replace_starts_afresh() -> None:
    one = lay(BASE, "- {id: x, replace: true, type: place, heading: Alpha}")["x"]
    assert one["type"] == "place"
    assert "variants" not in one
    assert "dates" not in one
    assert "replace" not in one


def test_replace_of_nothing_adds() -> None:
    assert "z" in lay(BASE, "- {id: z, replace: true, type: place, heading: Z}")


def test_remove_drops() -> None:
    assert list(lay(BASE, "- {id: x, remove: true}")) == ["y"]
    assert list(lay(BASE, "- {id: x, remove: true}", "- {id: x, type: work, heading: New}")) == ["y", "x"]


def test_not_takes_spellings_out() -> None:
    one = lay(BASE, "- {id: x, not: [ALFA, Al], variants: [Alfalfa]}")["x"]
    assert texts(one, "variants") == ["Alpha Beta", "Alfalfa"]
    assert texts(one, "forms") == []
    assert "not" not in one


def test_not_may_take_a_spelling_out_and_put_it_back() -> None:
    one = lay(BASE, "- {id: x, not: [Alfa], forms: [Alfa]}")["x"]
    assert texts(one, "forms") == ["Al", "Alfa"]
    assert "Alfa" not in texts(one, "variants")


def test_not_with_a_new_heading_takes_the_old_heading_out() -> None:
    one = lay(BASE, "- {id: x, heading: Aleph, not: [Alpha]}")["x"]
    assert "Alpha" not in texts(one, "variants")


def test_an_entry_below_is_not_changed() -> None:
    base = [(Path("base.yaml"), BASE.encode())]
    first = load_records([base])
    load_records([base, [(Path("a.yaml"), b"- {id: x, variants: [new], not: [Alfa]}")]])
    assert load_records([base]) == first


@pytest.mark.parametrize(
    ("layers", "fault"),
    [
        (
            (BASE, "- {id: x, type: place}"),
            "layer1.yaml:1: x: type 'place', but the entry below is a 'person'",
        ),
        ((BASE, "- {id: z, type: place}"), "layer1.yaml:1: z: no heading"),
        ((BASE, "- {id: z, heading: Z}"), "layer1.yaml:1: z: no type"),
        ((BASE, "- {id: z}"), "layer1.yaml:1: z: no type and no heading"),
        ((BASE, "- {id: x, replace: true, heading: Z}"), "layer1.yaml:1: x: no type"),
        ((BASE, "- {id: z, remove: true}"), "layer1.yaml:1: z: removes an entry that is not there"),
        (
            (BASE, "- {id: y, type: place}\n- {id: y, note: x}"),
            "layer1.yaml:2: y: the id is used in layer1.yaml:1 too",
        ),
    ],
)
def test_faults(layers: tuple[str, ...], fault: str) -> None:
    (told,) = faults(*layers)
    assert told.startswith(fault)
    assert "; " in told


def test_an_id_stands_once_in_a_layer() -> None:
    layer = [
        (Path("a.yaml"), b"- {id: x, type: place, heading: A}"),
        (Path("b.yaml"), b"- {id: x, type: place, heading: B}"),
    ]
    with pytest.raises(TableError, match=r"used in a\.yaml:1 too"):
        load_records([layer])


def test_entities_and_elements_have_ids_of_their_own() -> None:
    both = b"- {id: x, type: person, heading: Shamil}\n- {id: x, type: given-name, heading: Shamil}\n"
    made = load_records([[(Path("a.yaml"), both)]])
    assert [record["type"] for record in made] == ["person", "given-name"]
    layer = b"- {id: x, note: no type means the entity}\n- {id: x, type: given-name, note: the name}\n"
    made = load_records([[(Path("a.yaml"), both)], [(Path("b.yaml"), layer)]])
    assert [record["note"] for record in made] == ["no type means the entity", "the name"]


def test_an_entry_without_a_type_extends_an_element_too() -> None:
    element = b"- {id: x, type: given-name, heading: Shamil}\n"
    made = load_records(
        [[(Path("a.yaml"), element)], [(Path("b.yaml"), b"- {id: x, variants: [Schamil]}\n")]]
    )
    assert [texts(record, "variants") for record in made] == [["Schamil"]]


def test_faults_of_all_layers_are_told_together() -> None:
    assert len(faults("- {id: A, type: x, heading: H}", "- {id: b}", "- [")) == 4


def test_folder_files_go_by_name(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.csv", "sub/c.JSONL", "notes.md", ".git/x.yaml", "sub/.y.yaml"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x", encoding="utf-8")
    assert [str(file.relative_to(tmp_path)) for file in table_files(tmp_path)] == [
        "a.csv",
        "b.yaml",
        "sub/c.JSONL",
    ]


def test_a_folder_within_a_hidden_folder_is_read(tmp_path: Path) -> None:
    folder = tmp_path / ".config" / "tables"
    folder.mkdir(parents=True)
    (folder / "a.yaml").write_text("x", encoding="utf-8")
    assert len(table_files(folder)) == 1


@pytest.mark.parametrize(
    ("name", "why"), [("none.yaml", "no such file"), ("a.txt", "not a table"), ("empty", "no table")]
)
def test_what_is_no_table(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=why):
        layers_for([tmp_path / name])


def test_a_file_that_goes_away(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_files([tmp_path / "gone.yaml"])


def test_the_shipped_tables_have_no_faults() -> None:
    made = load_records(layers_for([shipped_folder()]))
    assert len(made) > 900


def test_display_is_short_below_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert display(tmp_path / "sub" / "a.yaml") == "sub/a.yaml"
    assert display(Path("/elsewhere/a.yaml")) == "/elsewhere/a.yaml"
