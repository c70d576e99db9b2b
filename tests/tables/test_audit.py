"""The audit of tables against documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from translit import Gazetteer, InputError, TableError
from translit.tables.audit import Attestation, Attested, attestation_files, audit, read_attested

SEEDS = Path(__file__).parents[2] / "seeds"

TABLE = """
- id: xuvim
  type: person
  heading: Vrondel Xuvim
  variants:
    - {text: Wrondel Huwim, status: attested}
    - {text: Wrondel Khuvim, source: letter, status: ocr}
    - {text: Vrondel Kuvim, source: elsewhere, status: attested}
    - Vrondal Qubim
- {id: zelt, type: place, heading: Zeltgard, variants: [the Zelt]}
"""


def attested(*pairs: tuple[str, str]) -> Attested:
    return Attested("letter.yaml", "letter", tuple(Attestation(entity, text, 1, 3) for entity, text in pairs))


@pytest.fixture
def small(toy: Callable[[str], Gazetteer]) -> Gazetteer:
    return toy(TABLE)


ALL = (("xuvim", "Wrondel Huwim"), ("xuvim", "Wrondel Khuvim"))


def test_all_is_well(small: Gazetteer) -> None:
    result = audit([attested(*ALL, ("xuvim", "Xuvim"), ("zelt", "Zelt"))], small)
    assert result.faults == []
    assert result.spellings == 4


def test_what_is_missed(small: Gazetteer) -> None:
    faults = [str(fault) for fault in audit([attested(*ALL, ("xuvim", "Zeltgard"))], small).faults]
    assert len(faults) == 2
    assert faults[0].startswith("letter.yaml:3: xuvim: match('Zeltgard') finds zelt (0.99)")
    assert "annotate leaves 'Zeltgard' linked otherwise: 'Zeltgard' as zelt" in faults[1]


def test_an_unknown_entity(small: Gazetteer) -> None:
    [fault] = audit([attested(*ALL, ("nobody", "Nobody"))], small).faults
    assert "no table has this entity" in str(fault)


def test_found_without_being_recorded(small: Gazetteer) -> None:
    result = audit([attested(*ALL, ("xuvim", "Vrondell Xuvim"))], small)
    assert len(result.unrecorded) == 1
    assert "'Vrondell Xuvim' is in no table" in str(result.unrecorded[0])


def test_recorded_and_not_attested(small: Gazetteer) -> None:
    faults = [fault.fault for fault in audit([attested()], small).faults]
    assert faults == [
        "the tables call 'Wrondel Huwim' attested, and it is not here",
        "the tables call 'Wrondel Khuvim' attested, and it is not here",
    ]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("- a\n", "1: not a mapping"),
        ("", "not a mapping"),
        ("document: a\n", "1: no list of attestations"),
        ("attestations: []\n", "1: no document"),
        ("document: a\ndocument: b\nattestations: []\n", "2: key 'document' is given twice"),
        ("document: a\nattestations:\n- {entity: x, spelling: X}\n", "3: no count"),
        ("document: a\nattestations:\n- {entity: x, spelling: X, count: many}\n", "3: count is 'many'"),
        ("document: a\nattestations:\n- plain\n", "3: not a mapping"),
        (
            "document: a\nattestations:\n" + "- {entity: x, spelling: X, count: 1}\n" * 2,
            "4: x: 'X' is given twice",
        ),
        ("document: [\n", "not YAML"),
    ],
)
def test_faults_of_a_file(table: Callable[..., Path], content: str, fault: str) -> None:
    with pytest.raises(TableError) as caught:
        read_attested([table(content, "letter.yaml")])
    assert fault in str(caught.value)


def test_scalars_stay_as_typed(table: Callable[..., Path]) -> None:
    path = table("document: no\nattestations:\n- {entity: x, spelling: on, count: 1}\n", "letter.yaml")
    [document] = read_attested([path])
    assert (document.document, document.attestations[0].spelling) == ("no", "on")


def test_files_of_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no attestation file"):
        attestation_files(tmp_path)
    with pytest.raises(InputError, match="no such file"):
        attestation_files(tmp_path / "nowhere")
    for name in ("b.yaml", "a.yml", "c.txt"):
        (tmp_path / name).touch()
    assert [path.name for path in attestation_files(tmp_path)] == ["a.yml", "b.yaml"]


def test_the_shipped_attestations_can_be_read() -> None:
    documents = read_attested(attestation_files(SEEDS))
    assert [document.document for document in documents] == ["nejad", "salmon"]
