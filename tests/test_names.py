"""The parts of a name."""

from __future__ import annotations

import pytest

from translit.names import EMPTY, Lexicon, parse, words_of
from translit.tokens import WORD

LEXICON = Lexicon.from_records(
    [
        {"id": "hasan", "type": "given-name", "heading": "Hasan", "native": [{"text": "حسن"}]},
        {"id": "ali", "type": "given-name", "heading": "'Ali"},
        {"id": "ali-family", "type": "family-name", "heading": "Ali"},
        {
            "id": "khan",
            "type": "honorific",
            "heading": "Khan",
            "variants": [{"text": "Chan"}, {"text": "خان"}],
        },
        {"id": "amir", "type": "honorific", "heading": "Amir"},
        {"id": "comrade", "type": "role", "heading": "Comrade", "forms": [{"text": "tovarishch"}]},
        {"id": "ibn", "type": "particle", "heading": "ibn", "variants": [{"text": "bin"}]},
        {"id": "zada", "type": "ending", "heading": "-zada", "variants": [{"text": "-zadeh"}]},
        {"id": "rice", "type": "ordinary", "heading": "rice", "lang": "en"},
    ]
)


def kinds(name: str, lexicon: Lexicon = LEXICON) -> list[tuple[str, str]]:
    return [(part.text, part.kind) for part in parse(name, lexicon)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hasan Khan", [("Hasan", "name"), ("Khan", "honorific")]),
        ("KHAN, Hasan", [("Hasan", "name"), ("KHAN", "honorific")]),
        ("Comrade Hasan", [("Comrade", "role"), ("Hasan", "name")]),
        ("Usama bin Ladin", [("Usama", "name"), ("bin", "particle"), ("Ladin", "name")]),
        ("Ziya al-Din", [("Ziya", "name"), ("al", "particle"), ("Din", "name")]),
        ("Zia od-Din", [("Zia", "name"), ("od", "particle"), ("Din", "name")]),
        ("Sadiq-i Kuchakpur", [("Sadiq", "name"), ("i", "particle"), ("Kuchakpur", "name")]),
        ("F. F. Raskolnikov", [("F", "initial"), ("F", "initial"), ("Raskolnikov", "name")]),
        ("F.F.Raskolnikov", [("F", "initial"), ("F", "initial"), ("Raskolnikov", "name")]),
        ("Amir Khan", [("Amir", "name"), ("Khan", "name")]),
        ("Ali Khan", [("Ali", "name"), ("Khan", "honorific")]),
        ("Hasan bin", [("Hasan", "name"), ("bin", "name")]),
        ("کوچک\u200cخان", [("کوچک", "name"), ("خان", "honorific")]),
        ("Kuchik (Khan)", [("Kuchik", "name"), ("Khan", "honorific")]),
        ("", []),
        ("—", []),
    ],
)
def test_parse(name: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(name) == expected


def test_two_commas_are_no_inversion() -> None:
    assert [text for text, _ in kinds("Khan, Hasan, Rasht")] == ["Khan", "Hasan", "Rasht"]


def test_a_comma_at_an_end_is_no_inversion() -> None:
    assert [text for text, _ in kinds("Hasan Khan,")] == ["Hasan", "Khan"]


def test_without_tables_every_word_is_a_name() -> None:
    assert kinds("Mirza Kuchik Khan", EMPTY) == [("Mirza", "name"), ("Kuchik", "name"), ("Khan", "name")]


def test_lookups_are_exact_but_folded() -> None:
    assert LEXICON.elements("HASAN") == LEXICON.elements("Ḥasan") == frozenset({"hasan"})
    assert LEXICON.elements("Hassan") == frozenset()
    assert LEXICON.elements("Ali") == frozenset({"ali", "ali-family"})
    assert LEXICON.kinds("ʿAlī") == {"given-name", "family-name"}
    assert LEXICON.has_kind("Rice", "ordinary", "role")
    assert not LEXICON.has_kind("Rice", "role")


def test_endings_are_no_words() -> None:
    assert LEXICON.elements("zadeh") == frozenset()
    assert LEXICON.types["zada"] == "ending"


def test_the_lexicon_survives_its_dict() -> None:
    data = LEXICON.to_dict()
    again = Lexicon(**data)
    assert again.to_dict() == data
    assert parse("Hasan Khan", again) == parse("Hasan Khan", LEXICON)


def test_abjads_are_known() -> None:
    assert [part.abjad for part in parse("حسن Khan", LEXICON)] == [True, False]


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "Khan",
        "Mirza Kuchik Khan",
        " Mirza  Khan ",
        "Ehsan-Ollah",
        "O'Brien",
        "Pius XI.",
        "کوچک خان",
        "a1b",
        "_",
    ],
)
def test_the_words_of_a_name_and_what_is_between_make_the_name(name: str) -> None:
    words, gaps = words_of(name)
    assert list(words) == [match.group() for match in WORD.finditer(name)]
    assert gaps[0] + "".join(word + gap for word, gap in zip(words, gaps[1:], strict=True)) == name
