"""Raw entries to checked records: each fault with file, line, entry and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from translit import Fault
from translit.errors import near, remedy_for
from translit.tables.records import records
from translit.tables.source import read_source


def faults(text: str) -> list[Fault]:
    source = read_source(Path("mine.yaml"), text.encode())
    records(source)
    return source.faults


def record(text: str) -> dict[str, object]:
    source = read_source(Path("mine.yaml"), text.encode())
    (made,) = records(source)
    assert not source.faults
    return {key: value for key, value in made.items() if key not in ("line", "path")}


def test_a_full_record() -> None:
    assert record(
        "- id: kuchik-khan\n"
        "  type: person\n"
        "  heading: ' Mirza Kuchik Khan '\n"
        "  description: Leader\n"
        "  dates: {born: c. 1880, died: 1921-12-02}\n"
        "  forms: [Kuchik, {text: K. K., short: true}]\n"
        "  native: [{text: کوچک خان, lang: fa, reading: kūchik khān}]\n"
        "  variants: [Kuchek, {text: Kahn, status: ocr, source: nejad, note: twice, scheme: x}]\n"
        "  distinct_from: [kuchakpur]\n"
        "  identifiers: {wikidata: Q1}\n"
        "  lang: fa\n"
        "  note: x\n"
    ) == {
        "id": "kuchik-khan",
        "type": "person",
        "heading": "Mirza Kuchik Khan",
        "description": "Leader",
        "lang": "fa",
        "note": "x",
        "forms": [{"text": "Kuchik"}, {"text": "K. K.", "short": True}],
        "native": [{"text": "کوچک خان", "lang": "fa", "reading": "kūchik khān"}],
        "variants": [
            {"text": "Kuchek"},
            {"text": "Kahn", "status": "ocr", "source": "nejad", "note": "twice", "scheme": "x"},
        ],
        "distinct_from": ["kuchakpur"],
        "dates": {"born": "c. 1880", "died": "1921-12-02"},
        "identifiers": {"wikidata": "Q1"},
    }


def test_empty_values_say_nothing() -> None:
    made = record(
        "- id: x\n  type: ''\n  heading: A\n  note:\n  variants:\n  dates:\n  forms: []\n  replace: false\n"
    )
    assert made == {"id": "x", "heading": "A"}


@pytest.mark.parametrize(
    "date", ["1921", "921", "-331", "1921-02", "1921-02-21", "c. 1870", "before 1900", "1921/1922", "1880?"]
)
def test_dates(date: str) -> None:
    assert record(f"- {{id: x, heading: A, dates: {{born: '{date}'}}}}")["dates"] == {"born": date}


@pytest.mark.parametrize(
    ("text", "line", "entry", "fault", "remedy"),
    [
        ("- {heading: A}", 1, None, "no id", "id:"),
        ("- {id: '', heading: A}", 1, None, "no id", "id:"),
        ("- {id: [a], heading: A}", 1, None, "no id", "id:"),
        ("- {id: Kuchik, heading: A}", 1, "Kuchik", "not a slug", "small ASCII"),
        ("- {id: a--b, heading: A}", 1, "a--b", "not a slug", "single hyphens"),
        ("- {id: -a, heading: A}", 1, "-a", "not a slug", "small ASCII"),
        ("- {id: x, type: persn}", 1, "x", "unknown type 'persn'", "write 'person'"),
        ("- {id: x, type: qqqqqqqq}", 1, "x", "unknown type", "known: person, place"),
        ("- {id: x, type: [person]}", 1, "x", "type", "person"),
        ("- id: x\n  varients: [a]", 2, "x", "unknown key 'varients'", "write 'variants'"),
        ("- id: x\n  zzzzzzzzzzzz: a", 2, "x", "unknown key 'zzzzzzzzzzzz'", "known: id, type"),
        ("- id: x\n  heading: '—'", 2, "x", "heading is empty", "form to print"),
        ("- id: x\n  heading: [a]", 2, "x", "one plain string", "heading: …"),
        ("- id: x\n  note: {a: b}", 2, "x", "one plain string", "note: …"),
        ("- id: x\n  variants: a", 2, "x", "variants is a list", "[…]"),
        ("- id: x\n  variants: {text: a}", 2, "x", "variants is a list", "[…]"),
        ("- id: x\n  variants:\n    - a\n    - '…'", 4, "x", "without letters", "take it out"),
        ("- id: x\n  variants:\n    - a\n    - [b]", 4, "x", "holds spellings", "{text: …"),
        ("- id: x\n  variants:\n    - {lang: fa}", 3, "x", "without letters", "'text'"),
        ("- id: x\n  variants: [{text: a, lnag: fa}]", 2, "x", "unknown key 'lnag'", "write 'lang'"),
        ("- id: x\n  variants: [{text: a, lang: farsi!}]", 2, "x", "no language code", "BCP 47"),
        ("- id: x\n  variants: [{text: a, status: attestd}]", 2, "x", "unknown status", "write 'attested'"),
        ("- id: x\n  variants: [{text: a, short: yes}]", 2, "x", "short is 'yes'", "true or false"),
        ("- id: x\n  variants: [{text: a, note: [b]}]", 2, "x", "note is one plain string", "note: …"),
        ("- id: x\n  replace: maybe", 2, "x", "replace is 'maybe'", "true or false"),
        ("- id: x\n  remove: True", 2, "x", "remove is 'True'", "true or false"),
        ("- id: x\n  distinct_from: [Not An Id]", 2, "x", "is not an id", "by its id"),
        ("- id: x\n  distinct_from: [{a: b}]", 2, "x", "plain strings", "one id"),
        ("- id: x\n  not: ['']", 2, "x", "plain strings", "spelling"),
        ("- id: x\n  dates: 1921", 2, "x", "dates is a mapping", "{born: …}"),
        ("- id: x\n  dates: {borne: 1921}", 2, "x", "unknown key 'borne'", "write 'born'"),
        ("- id: x\n  dates: {born: long ago}", 2, "x", "born is 'long ago'", "1921-12-02"),
        ("- id: x\n  dates: {born: [1]}", 2, "x", "born is", "1921-12-02"),
        ("- id: x\n  identifiers: {wikidata: 'Q 1'}", 2, "x", "wikidata is 'Q 1'", "bare identifier"),
        ("- id: x\n  identifiers: {isnii: 1}", 2, "x", "unknown key 'isnii'", "write 'isni'"),
        ("- id: x\n- id: y\n- id: x", 3, "x", "used twice", "line 1"),
    ],
)  # fmt: skip
def test_faults(text: str, line: int, entry: str | None, fault: str, remedy: str) -> None:
    (one,) = faults(text)
    assert (one.path, one.line, one.entry) == ("mine.yaml", line, entry)
    assert fault in one.fault
    assert remedy in (one.remedy or "")


def test_all_faults_of_a_table_are_told_together() -> None:
    told = faults(
        "- id: A B\n  tpye: person\n  variants: [{text: ''}, {text: b, status: c}]\n"
        "- heading: x\n- {id: ok}\n"
    )
    assert [one.line for one in told] == [1, 2, 3, 3, 4] or [one.line for one in told] == [2, 1, 3, 3, 4]


def test_a_faulty_entry_gives_no_record() -> None:
    source = read_source(Path("mine.yaml"), b"- {id: bad, tpye: x}\n- {id: good, heading: A}\n")
    assert [made["id"] for made in records(source)] == ["good"]


def test_near() -> None:
    assert near("Varients", ("forms", "variants")) == "variants"
    assert near("zzz", ("forms", "variants")) is None
    assert remedy_for("zzz", ("a", "b")) == "known: a, b"


def test_a_fault_as_data() -> None:
    (one,) = faults("- {id: x, tpye: person}")
    assert one.to_dict() == {
        "path": "mine.yaml", "line": 1, "entry": "x", "fault": "unknown key 'tpye'", "remedy": "write 'type'",
    }  # fmt: skip
    assert str(one) == "mine.yaml:1: x: unknown key 'tpye'; write 'type'"
