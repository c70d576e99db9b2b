"""Folding: what counts for comparison, and the way back to the text that was given."""

from __future__ import annotations

import unicodedata

import pytest

from translit.fold import (
    APOSTROPHES,
    HYPHENS,
    INVISIBLE,
    fold,
    fold_char,
    fold_map,
    is_ornament,
    script,
    to_latin,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Kūchik", "kuchik"),
        ("Ku\u0304chik", "kuchik"),
        ("KUCHIK", "kuchik"),
        ("Kuchik Khan", "kuchikkhan"),
        ("Kuchik-Khan", "kuchikkhan"),
        ("ʿAlī", "ali"),
        ("Ra'is", "rais"),
        ("Ra’is", "rais"),
        ("Zinov\u02b9ev", "zinovev"),
        ("İSTANBUL", "istanbul"),
        ("ırmak", "irmak"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Ørsted", "orsted"),
        ("Þórr", "thorr"),
        ("Ægir", "aegir"),
        ("ﬁrst", "first"),
        ("Ｒａｓｈｔ", "rasht"),
        ("An\u00adza\u00adli", "anzali"),
        ("\ufeffRasht", "rasht"),
        ("Фёдор", "федор"),
        ("Андрей", "андреи"),
        ("Алексѣй", "алексеи"),
        ("1921", "1921"),
        ("", ""),
        ("—!", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كوچك", "کوچک"),
        ("علي", "علی"),
        ("مصطفى", "مصطفی"),
        ("أحمد", "احمد"),
        ("آقا", "اقا"),
        ("فاطمة", "فاطمه"),
        ("رئیس", "رییس"),
        ("رش\u0640\u0640ت", "رشت"),
        ("مُحَمَّد", "محمد"),
        ("کوچک\u200cخان", "کوچک خان"),
        ("\ufedf\ufe8e", "لا"),
        ("\ufefb", "لا"),
    ],
)
def test_letters_of_arabic_script_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(
    "char", [*INVISIBLE, *APOSTROPHES, *HYPHENS, " ", "\n", "\u0301", "\u0323", "\u064e"]
)
def test_what_folds_to_nothing(char: str) -> None:
    assert fold(char) == ""


def test_marks_that_are_vowels_stay() -> None:
    assert fold("हिन्दी") != fold("हन्द")


def test_fold_agrees_with_fold_char() -> None:
    text = "".join(chr(code) for code in range(0x20, 0x3000) if unicodedata.category(chr(code)) != "Cs")
    assert fold(text) == "".join(map(fold_char, text)) == fold_map(text).text


@pytest.mark.parametrize(
    ("text", "part", "source"),
    [
        ("İran’ın", "iran", "İran"),
        ("see Ku\u0304chik\u0323!", "kuchik", "Ku\u0304chik\u0323"),
        ("An\u00adza\u00adli x", "anzali", "An\u00adza\u00adli"),
        ("aﬁb", "fi", "ﬁ"),
        ("aﬁb", "f", "ﬁ"),
        ("Straße", "ss", "ß"),
        ("ر\u0640شت", "رشت", "ر\u0640شت"),
        ("\U0001f600 Rasht", "rasht", "Rasht"),
    ],
)
def test_fold_map_leads_back(text: str, part: str, source: str) -> None:
    folded = fold_map(text)
    at = folded.text.index(part)
    start, end = folded.span(at, at + len(part))
    assert text[start:end] == source


def test_fold_map_of_an_empty_span() -> None:
    assert fold_map("a b").span(1, 1) == (2, 2)
    assert fold_map("").span(0, 0) == (0, 0)


def test_ornaments() -> None:
    assert is_ornament("\u0308")
    assert is_ornament("\u0651")
    assert not is_ornament("\u093f")
    assert not is_ornament("x")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kuchik", "latin"),
        ("Кучек", "cyrillic"),
        ("کوچک", "arabic"),
        ("სერგო", "georgian"),
        ("Անաստաս", "armenian"),
        ("Λένιν", "greek"),
        ("לנין", "hebrew"),
        ("北京", "other"),
        ("12 – 13", "none"),
        ("", "none"),
        ("Lenin (Ленин, вождь)", "cyrillic"),
        ("ab вг", "latin"),
    ],
)
def test_script(text: str, name: str) -> None:
    assert script(text) == name


def test_to_latin_is_ascii() -> None:
    assert to_latin("नेहरू").isascii()
