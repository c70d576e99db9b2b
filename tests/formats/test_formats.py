"""Each format over annotations made by hand."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

import pytest

from translit.errors import UnknownName
from translit.formats import FORMATS, Document, writer
from translit.formats.csv import COLUMNS
from translit.model import Annotation, Entity, Variant

TEXT = "\ufeffAt Racht,\r\nMirza\r\nKuchik, “Racht”\rکوچک."
KUCHIK = Entity("kuchik-khan", "person", "Mirza Kuchik Khan")
RASHT = Entity("rasht", "place", 'Rasht, "the rainy"')


def mention(text: str, entity: Entity, after: int = 0, **fields: object) -> Annotation:
    start = TEXT.index(text, after)
    return Annotation(start, start + len(text), text, entity, 0.98765, Variant(text), "recorded", **fields)  # type: ignore[arg-type]


ANNOTATIONS = [
    mention("Racht", RASHT),
    mention("Mirza\r\nKuchik", KUCHIK, ambiguous_with=("other",)),
    mention("Racht", RASHT, 15),
    mention("کوچک", KUCHIK, scheme="ala-lc"),
]


def written(name: str, *documents: Document, aligned: bool = False) -> str:
    stream = io.StringIO()
    writer(name)(documents, stream, aligned=aligned)
    return stream.getvalue()


def test_jsonl() -> None:
    rows = [json.loads(line) for line in written("jsonl", Document(TEXT, ANNOTATIONS)).splitlines()]
    assert rows == [annotation.to_dict() for annotation in ANNOTATIONS]
    assert "کوچک" in written("jsonl", Document(TEXT, ANNOTATIONS))
    named = json.loads(written("jsonl", Document(TEXT, ANNOTATIONS[:1], "a.txt")))
    assert list(named)[:2] == ["file", "start"]


def test_csv() -> None:
    out = written("csv", Document(TEXT, ANNOTATIONS, "a.txt"), Document(TEXT, ANNOTATIONS[:1], "b, c.txt"))
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert tuple(rows[0]) == ("file", *COLUMNS)
    assert [row["file"] for row in rows] == ["a.txt"] * 4 + ["b, c.txt"]
    assert rows[0]["heading"] == RASHT.heading
    assert rows[1]["text"] == "Mirza\r\nKuchik"
    assert rows[1]["ambiguous_with"] == "other"
    assert (rows[2]["scheme"], rows[3]["scheme"]) == ("", "ala-lc")


def test_csv_of_nothing_has_its_header() -> None:
    assert written("csv") == written("csv", Document("", [])) == ",".join(COLUMNS) + "\n"


def test_text_piped() -> None:
    assert written("text", Document(TEXT, ANNOTATIONS)).splitlines() == [
        "1:5\tRacht\trasht\trecorded\t0.9877",
        "2:1\tMirza Kuchik\tkuchik-khan|other\trecorded\t0.9877",
        "3:10\tRacht\trasht\trecorded\t0.9877",
        "4:1\tکوچک\tkuchik-khan\trecorded\t0.9877",
    ]
    assert written("text", Document(TEXT, ANNOTATIONS[:1], "a.txt")).startswith("a.txt:1:5\t")


def test_text_aligned() -> None:
    assert written("text", Document(TEXT, ANNOTATIONS), aligned=True).splitlines() == [
        "1:5   Racht         rasht              recorded  0.99",
        "2:1   Mirza Kuchik  kuchik-khan|other  recorded  0.99",
        "3:10  Racht         rasht              recorded  0.99",
        "4:1   کوچک          kuchik-khan        recorded  0.99",
    ]
    assert written("text", Document("", []), aligned=True) == ""


@pytest.mark.parametrize("name", FORMATS)
def test_writers_write_as_they_go(name: str) -> None:
    stream = io.StringIO()

    def annotations() -> Iterator[Annotation]:
        yield ANNOTATIONS[0]
        yield ANNOTATIONS[1]
        assert "rasht" in stream.getvalue()
        yield ANNOTATIONS[2]

    writer(name)([Document(TEXT, annotations())], stream)
    assert stream.getvalue().count("rasht") == 2


def test_an_unknown_format_names_the_near_one() -> None:
    with pytest.raises(UnknownName, match="no format 'jsonll'; write 'jsonl'"):
        writer("jsonll")
    with pytest.raises(UnknownName, match="known: text, jsonl, csv"):
        writer("xyz")
