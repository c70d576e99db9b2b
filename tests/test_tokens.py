"""Words and their spans, and what the text between two words allows."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from translit.tokens import MARK_RANGES, Gap, gap, is_capitalised, is_capitals, words


def surfaces(text: str) -> list[str]:
    return [token.surface for token in words(text)]


def listed_marks() -> set[int]:
    marks: set[int] = set()
    for item in MARK_RANGES.split():
        low, _, high = item.partition("-")
        marks.update(range(int(low, 16), int(high or low, 16) + 1))
    return marks


def test_mark_ranges_cover_every_mark_of_this_interpreter() -> None:
    marks = {c for c in range(sys.maxunicode + 1) if unicodedata.category(chr(c)) in ("Mn", "Mc", "Me")}
    assert marks - listed_marks() == set()


def test_mark_ranges_list_nothing_else() -> None:
    # A newer Unicode may have marks that this interpreter has not assigned yet.
    others = {c for c in listed_marks() if unicodedata.category(chr(c)) not in ("Mn", "Mc", "Me", "Cn")}
    assert others == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  \n", []),
        ("Mirza Kuchik Khan", ["Mirza", "Kuchik", "Khan"]),
        ("H\u0323asan", ["H\u0323asan"]),
        ("An\u00adzali", ["An\u00adzali"]),
        ("کوچک\u200cخان", ["کوچک\u200cخان"]),
        ("ر\u0640شت", ["ر\u0640شت"]),
        ("Khan's", ["Khan's"]),
        ("Khan’s", ["Khan’s"]),
        ("soldiers’ tents", ["soldiers", "tents"]),
        ("'quoted'", ["quoted"]),
        ("‘quoted’", ["quoted"]),
        ("ʿAbd", ["ʿAbd"]),
        ("Khan12", ["Khan", "12"]),
        ("Khan¹²", ["Khan"]),
        ("*Khan* _Rasht_ __Baku__", ["Khan", "Rasht", "Baku"]),
        ("al-Din", ["al", "Din"]),
        ("N.N.Krestinskii", ["N", "N", "Krestinskii"]),
        ("\ufeffRasht", ["Rasht"]),
        ("a\U0001f600b", ["a", "b"]),
        ("\U0001d49c", ["\U0001d49c"]),
        ("हिन्दी", ["हिन्दी"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


def test_spans_are_code_points_of_the_text() -> None:
    text = "\U0001f600 İz Ku\u0304chik\r\nKhan’s"
    for token in words(text):
        assert text[token.start : token.end] == token.surface


@pytest.mark.parametrize(
    ("between", "kind"),
    [
        (" ", Gap.OPEN),
        ("  ", Gap.OPEN),
        ("\t", Gap.NONE),
        (" & ", Gap.SIGN),
        ("/", Gap.SIGN),
        ("—", Gap.NONE),
        (" - ", Gap.NONE),
        ("\n- ", Gap.NONE),
        ("\u00a0", Gap.OPEN),
        ("\n", Gap.OPEN),
        ("\r\n", Gap.OPEN),
        ("\n    ", Gap.OPEN),
        ("-", Gap.OPEN),
        ("\u2011", Gap.OPEN),
        ("–", Gap.OPEN),
        ("'", Gap.OPEN),
        ("-'", Gap.OPEN),
        ("* ", Gap.OPEN),
        ("-\n", Gap.GLUE),
        ("-\r\n  ", Gap.GLUE),
        (".", Gap.POINT),
        (". ", Gap.POINT),
        (", ", Gap.COMMA),
        (",", Gap.COMMA),
        ("، ", Gap.COMMA),
        (" “", Gap.QUOTE),
        ("” ", Gap.QUOTE),
        (" [", Gap.QUOTE),
        ("", Gap.NONE),
        ("\n\n", Gap.NONE),
        ("\r\n\r\n", Gap.NONE),
        ("\n \n", Gap.NONE),
        ("; ", Gap.NONE),
        (": ", Gap.NONE),
        (" (", Gap.SIGN),
        ("! ", Gap.NONE),
        (" " * 60, Gap.NONE),
        ("\x0c", Gap.NONE),
    ],
)
def test_gap(between: str, kind: Gap) -> None:
    assert gap(between) is kind


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Khan", True),
        ("khan", False),
        ("ʿAbd", True),
        ("ʿabd", False),
        ("خان", True),
        ("Ǆ", True),
        ("éa", False),
    ],
)
def test_is_capitalised(word: str, expected: bool) -> None:
    assert is_capitalised(word) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("KHAN", True),
        ("Khan", False),
        ("A", False),
        ("KHAN’S", True),
        ("خان", False),
        ("İSTANBUL", True),
        ("", False),
    ],
)
def test_is_capitals(word: str, expected: bool) -> None:
    assert is_capitals(word) is expected
