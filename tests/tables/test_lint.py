"""Each check of a table that loads: what it finds and what it leaves alone."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest

from translit.tables.lint import lint
from translit.tables.records import records
from translit.tables.source import read_source


def found(entry: str, known: frozenset[str] = frozenset({"x", "other"})) -> list[str]:
    source = read_source(Path("mine.yaml"), f"- {{id: x, type: person, {entry}}}".encode())
    made: list[dict[str, Any]] = records(source)
    assert not source.faults, source.faults
    return [str(fault).removeprefix("mine.yaml:1: x: ") for fault in lint(made, known)]


GOOD = [
    "heading: Rosa Luxemburg, native: [{text: Rosa Luxemburg, lang: de}]",
    "heading: A, native: [{text: کوچک, reading: kūchik}, {text: کوچک, reading: kūchak}]",
    "heading: A, variants: [{text: Resht, lang: de}, {text: Resht, lang: fr}]",
    "heading: A, variants: [Kuchik, kuchik, KUCHIK]",
    "heading: A, native: [{text: Николай II, lang: ru}, {text: 'И. В. Сталин', lang: ru}]",
    "heading: A, native: [{text: Bakı, lang: az}, {text: Бакы, lang: az-Cyrl}, {text: باکی, lang: az-Arab}]",
    "heading: A, native: [{text: میرزا کوچک‌خان, lang: fa, reading: mīrzā kūchik khān}]",
    "heading: A, native: [{text: ẓ, lang: ar-Latn, reading: 'ʿabd al-ḥusayn ʾafḍal ṣaṭẓ zhāla thawra dhū'}]",
    "heading: Кучек-Khan, variants: [T-34, Saʿid, D’Arcy, 山田たろう, РГАСПИ/RGASPI]",
    "heading: A, distinct_from: [other]",
]


@pytest.mark.parametrize("entry", GOOD)
def test_left_alone(entry: str) -> None:
    assert found(entry) == []


@pytest.mark.parametrize(
    ("entry", "fault", "remedy"),
    [
        ("heading: A, forms: [A]", "the form 'A' is the heading", "take it out of forms"),
        ("heading: A, variants: [B, C, B]", "'B' is in variants twice", "take it out of variants"),
        (
            "heading: A, forms: [B], variants: [B]",
            "'B' is in forms and in variants",
            "take it out of variants",
        ),
        ("heading: A, variants: [A]", "'A' is the heading and in variants", "take it out of variants"),
        (
            "heading: A, variants: [Кaвказ]",
            "'Кaвказ' mixes cyrillic and latin letters in one word",
            "look at 'a' (U+0061 LATIN SMALL LETTER A)",
        ),
        (
            "heading: A, distinct_from: [nobody]",
            "distinct_from names 'nobody', which is nowhere",
            "look at the id, or take it out",
        ),
        ("heading: A, distinct_from: [x]", "distinct_from names the entry itself", "take it out"),
        (
            "heading: A, native: [{text: Kavkaz, lang: ru}]",
            "native 'Kavkaz' has other than the Cyrillic letters of lang 'ru'",
            "correct lang, or move it to variants",
        ),
        (
            "heading: A, native: [{text: Баку, lang: az-Arab}]",
            "native 'Баку' has other than the Arabic letters of lang 'az-Arab'",
            "correct lang, or move it to variants",
        ),
        (
            "heading: A, native: [{text: کوچک, lang: fa, reading: Kučik}]",
            "reading 'Kučik' of 'کوچک' has K č, which the notation has not",
            "variants/README.md has the letters",
        ),
        (
            "heading: A, native: [{text: نقی, lang: fa, reading: taqī}]",
            "native 'نقی' does not spell the reading 'taqī'",
            "compare them letter by letter; long vowels and consonants are written, short vowels are not",
        ),
    ],
)
def test_found(entry: str, fault: str, remedy: str) -> None:
    assert found(entry) == [f"{fault}; {remedy}"]


@pytest.mark.parametrize("lang", ["fa", "ar", "ru", "ka", "hy"])
def test_latin_letters_are_native_to_none_of_these(lang: str) -> None:
    assert len(found(f"heading: A, native: [{{text: Latin, lang: {lang}}}]")) == 1


def test_decomposed_letters() -> None:
    word = unicodedata.normalize("NFD", "Kūchik")
    [fault] = found(f"heading: A, variants: [{word}]")
    assert "is not NFC" in fault
    assert "write 'Kūchik'" in fault


def test_a_fault_tells_its_place() -> None:
    source = read_source(Path("mine.yaml"), b"\n- id: x\n  type: place\n  heading: A\n  forms: [A]\n")
    [fault] = lint(records(source), frozenset())
    assert (fault.path, fault.line, fault.entry) == ("mine.yaml", 2, "x")
