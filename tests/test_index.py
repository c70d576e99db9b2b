"""The index: spellings by key, and surnames derived."""

from __future__ import annotations

import marshal
from typing import Any

import pytest

from translit.index import Index, name_skeletons, record_spellings, surname_of, word_key
from translit.names import EMPTY, Lexicon

LEXICON = Lexicon.from_records(
    [
        {"id": "khan", "type": "honorific", "heading": "Khan"},
        {"id": "dawla", "type": "laqab", "heading": "Dawla"},
        {"id": "hasan", "type": "given-name", "heading": "Hasan"},
        {"id": "der", "type": "particle", "heading": "Der", "variants": [{"text": "von"}]},
    ]
)
RECORDS: list[dict[str, Any]] = [
    {
        "id": "kuchik-khan",
        "type": "person",
        "heading": "Mirza Kuchik Khan",
        "forms": [{"text": "Kuchik"}],
        "native": [{"text": "کوچک خان", "lang": "fa"}],
        "variants": [{"text": "Mirza Yunus", "short": True}],
    },
    {"id": "raskolnikov", "type": "person", "heading": "Fedor Raskolnikov"},
    {"id": "the-west", "type": "place", "heading": "the West"},
    {"id": "hague", "type": "place", "heading": "The Hague"},
]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build(RECORDS, LEXICON)


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Fedor Raskolnikov", "Raskolnikov"),
        ("Bedross Der Matossian", "Der Matossian"),
        ("Étienne Forestier-Peyrat", "Forestier-Peyrat"),
        ("Wilhelm von Mirbach", "von Mirbach"),
        ("F. F. Raskolnikov", "Raskolnikov"),
        ("Lenin", None),
        ("Mirza Kuchik Khan", None),
        ("Kuchik Khan Jangali", None),
        ("Vusuq al-Dawla", None),
        ("Ihsan-Allah", None),
        ("Ali Hasan", None),
        ("Raskolnikov, Fedor", None),
        ("fedor raskolnikov", None),
        ("Che Wu", None),
        ("", None),
    ],
)
def test_surname_of(name: str, surname: str | None) -> None:
    assert surname_of(name, LEXICON) == surname


def test_places_follow_the_variants_of_the_record(index: Index) -> None:
    texts = [text for text, _ in record_spellings(RECORDS[0])]
    assert texts == ["Mirza Kuchik Khan", "Kuchik", "کوچک خان", "Mirza Yunus"]
    for spelling in index.spellings:
        if spelling.entity == 0 and not spelling.derived:
            assert spelling.text == texts[spelling.place]


def test_every_spelling_is_under_its_keys(index: Index) -> None:
    for number, spelling in enumerate(index.spellings):
        assert number in index.exact[word_key(spelling.text)]
        for skeleton in name_skeletons(spelling.text):
            assert number in index.keys[skeleton]


def test_short_and_derived_spellings_are_weak(index: Index) -> None:
    by_text = {spelling.text: spelling for spelling in index.spellings}
    assert by_text["Mirza Yunus"].weak
    assert not by_text["Mirza Yunus"].derived
    assert by_text["Raskolnikov"].weak
    assert by_text["Raskolnikov"].derived
    assert not by_text["Kuchik"].weak


def test_the_article_stays_outside(index: Index) -> None:
    by_text = {spelling.text: spelling for spelling in index.spellings}
    assert by_text["West"].article
    assert not by_text["Hague"].article


def test_places_have_no_surname() -> None:
    made = Index.build([{"id": "x", "type": "place", "heading": "New Rasht"}], EMPTY)
    assert [spelling.text for spelling in made.spellings] == ["New Rasht"]


def test_a_recorded_surname_is_not_derived_again() -> None:
    record = {"id": "x", "type": "person", "heading": "Yakov Blumkin", "forms": [{"text": "Blumkin"}]}
    made = Index.build([record], EMPTY)
    assert [(s.text, s.derived) for s in made.spellings] == [("Yakov Blumkin", False), ("Blumkin", False)]


def test_near_finds_one_class_more_or_less(index: Index) -> None:
    for spelled in ("Fedor Raskonikov", "Fedor Raskolnikovt", "Fedor Raskomnikov"):
        found = {index.spellings[number].text for number in index.near(name_skeletons(spelled))}
        assert "Fedor Raskolnikov" in found, spelled
    assert index.near(["KC"]) == set()


def test_the_index_survives_its_dict(index: Index) -> None:
    data = marshal.loads(marshal.dumps(index.to_dict()))
    again = Index.from_dict(data)
    assert list(again.spellings) == list(index.spellings)
    assert again.to_dict() == index.to_dict()
    assert again.prefixes == index.prefixes
    assert again.longest == index.longest == 3


def test_the_first_queries_find_what_the_later_find() -> None:
    # The first look-ups may be made in another way than the later ones; they must agree.
    made = Index.build(RECORDS, LEXICON)
    queries = [name_skeletons(text) for text in ("Fedor Raskonikov", "Mirza Kutschek Bhan", "Nobody at All")]
    first = [made.near(query) for query in queries]
    for _ in range(200):
        made.near(queries[0])
    assert [made.near(query) for query in queries] == first


def test_an_empty_index() -> None:
    empty = Index.build([], EMPTY)
    assert empty.longest == 0
    assert empty.prefixes == frozenset()
    assert empty.near(["KCHN"]) == set()
