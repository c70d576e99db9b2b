"""The index: spellings by key, and surnames derived."""

from __future__ import annotations

import marshal
from collections.abc import Callable
from typing import Any

import pytest

from translit import Gazetteer
from translit.index import Index, record_spellings, surname_of
from translit.keys import name_skeletons, word_key
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
    assert again.spellings.rows == index.spellings.rows
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


# ── spellings that schemes make ────────────────────────────────────────────────────────────────

SCHEMED: list[dict[str, Any]] = [
    {
        "id": "zhutkin",
        "type": "person",
        "heading": "Ivan Zhutkin",
        "forms": [{"text": "Zhutkin"}],
        "native": [{"text": "Иван Жуткин", "lang": "ru"}],
    },
    {"id": "joutkine", "type": "person", "heading": "Joutkine"},
    {
        "id": "abbas",
        "type": "person",
        "heading": "Shah Abbas",
        "native": [{"text": "Шах Аббас", "lang": "ru"}],
    },
    {"id": "nobody", "type": "person", "heading": "Ambrose Nobody"},
]


def spellings_of(made: Index, text: str) -> list[tuple[int, bool, bool, bool]]:
    found = [made.spellings[number] for number in made.exact.get(word_key(text), ())]
    return [(one.entity, one.weak, one.derived, one.schemed) for one in found]


def test_what_schemes_make_is_found() -> None:
    made = Index.build(SCHEMED, LEXICON)
    assert spellings_of(made, "Schutkin") == [(0, False, False, True)]
    assert spellings_of(made, "Iwan Schutkin") == [(0, False, False, True)]
    assert spellings_of(made, "Ivan Žutkin") == [(0, False, False, True)]
    assert spellings_of(made, "Ivan Zhutkin") == [(0, False, False, False)]
    assert not [one for one in made.spellings if one.schemed and one.entity in (1, 3)]


def test_a_recorded_spelling_of_another_goes_before_a_generated_one() -> None:
    made = Index.build(SCHEMED, LEXICON)
    assert "Joutkine" in [one.text for one in made.made(0)]
    assert spellings_of(made, "Joutkine") == [(1, False, False, False)]
    # Whatever the order of the records.
    turned = Index.build(SCHEMED[::-1], LEXICON)
    assert spellings_of(turned, "Joutkine") == [(2, False, False, False)]


def test_a_generated_spelling_may_be_of_two() -> None:
    twin = {**SCHEMED[0], "id": "other", "heading": "Jan Zhutkin"}
    made = Index.build([SCHEMED[0], twin], LEXICON)
    assert [entity for entity, *_ in spellings_of(made, "Schutkin")] == [0, 1]


def test_an_ordinary_word_is_no_generated_spelling() -> None:
    ordinary = {"id": "plain-words", "type": "ordinary", "heading": "Schutkin"}
    lexicon = Lexicon.from_records([ordinary])
    assert spellings_of(Index.build(SCHEMED, lexicon), "Schutkin") == []
    assert spellings_of(Index.build(SCHEMED, lexicon), "Zjoetkin")


def test_the_variant_and_scheme_of_a_generated_spelling() -> None:
    from translit.entities import entity_of

    made = Index.build(SCHEMED, LEXICON)
    (number,) = made.exact[word_key("Schutkin")]
    entity = entity_of(SCHEMED[0])
    variant = made.variant(number, entity)
    assert (variant.text, variant.role, variant.status, variant.lang) == (
        "Schutkin",
        "generated",
        "generated",
        "ru",
    )
    assert variant.scheme == made.scheme(made.spellings[number].entity, "Schutkin", variant) == "german"
    assert entity.variants[made.spellings[number].place].role == "native"


def test_generated_spellings_survive_the_dict() -> None:
    made = Index.build(SCHEMED, LEXICON)
    again = Index.from_dict(marshal.loads(marshal.dumps(made.to_dict())))
    assert again.made(0) == made.made(0) != ()
    assert again.spellings.rows == made.spellings.rows
    assert again.made(3) == again.made(99) == ()


def test_the_tier_of_a_generated_spelling(toy: Callable[[str], Gazetteer]) -> None:
    made = toy(
        "- {id: zhutkin, type: person, heading: Ivan Zhutkin, forms: [Zhutkin],"
        " native: [{text: Иван Жуткин, lang: ru}]}\n"
        "- {id: joutkine, type: person, heading: Joutkine}\n"
    )
    (found,) = made.match("Schutkin", 1)
    assert (found.entity.id, found.tier, found.scheme) == ("zhutkin", "scheme", "german")
    (exact,) = made.match("Zhutkin", 1)
    assert (exact.tier, exact.score > found.score) == ("recorded", True)
    text = "Then Schutkin came, and Joutkine left."
    assert [(a.text, a.entity.id, a.tier) for a in made.annotate(text)] == [
        ("Schutkin", "zhutkin", "scheme"),
        ("Joutkine", "joutkine", "recorded"),
    ]


@pytest.mark.parametrize("number", ["I", "V"])
def test_a_name_with_its_number_is_not_the_name_alone(number: str) -> None:
    assert not set(name_skeletons(f"Abbas {number}")) & set(name_skeletons("Abbas"))
    record = {**SCHEMED[2], "forms": [{"text": f"Abbas {number}"}]}
    assert all(weak for _, weak, _, _ in spellings_of(Index.build([record], LEXICON), "Аббас"))


def test_a_weak_surname_keeps_no_generated_one_out() -> None:
    record = {
        "id": "trotsky",
        "type": "person",
        "heading": "Leon Trotsky",
        "forms": [{"text": "Trotsky"}],
        "native": [{"text": "Троцкий", "lang": "ru"}],
        "variants": [{"text": "Lev Troçki", "lang": "tr"}],
    }
    made = Index.build([record], LEXICON)
    assert "Trocki" in [one.text for one in made.made(0) if not one.weak]
    assert any(not weak for _, weak, _, _ in spellings_of(made, "Trocki"))


# ── surnames that are as strong as the one listed ──────────────────────────────────────────────


@pytest.mark.parametrize(
    ("listed", "other", "weak"),
    [
        ("Mikoyan", "Анастас Микоян", False),
        ("Mikoyan", "Anastas Mikojan", False),
        ("Mikoyan", "Anastas Petrossian", True),
        ("Anastas", "Anastas Mikojan", True),
        ("Mikoyan Anastas", "Anastas Mikojan", True),
    ],
)
def test_who_lists_a_surname_lists_its_spellings(listed: str, other: str, weak: bool) -> None:
    record = {
        "id": "x",
        "type": "person",
        "heading": "Anastas Mikoyan",
        "forms": [{"text": listed}],
        "variants": [{"text": other}],
    }
    surname = other.split()[-1]
    made = Index.build([record], EMPTY)
    (found,) = (one for one in made.spellings if one.text == surname)
    assert (found.derived, found.weak) == (True, weak)


def test_a_short_surname_makes_none_strong() -> None:
    record = {
        "id": "x",
        "type": "person",
        "heading": "Victor Serge",
        "forms": [{"text": "Serge", "short": True}],
        "variants": [{"text": "Viktor Serzh"}, {"text": "Victor Sergius"}],
    }
    made = Index.build([record], EMPTY)
    assert all(one.weak for one in made.spellings if " " not in one.text)


def test_surnames_go_to_their_first_name() -> None:
    made = Index.build([SCHEMED[3]], EMPTY)
    assert [(s.text, s.place, s.weak, s.derived) for s in made.spellings] == [
        ("Ambrose Nobody", 0, False, False),
        ("Nobody", 0, True, True),
    ]


def test_scheme_verdicts_survive_the_dict() -> None:
    made = Index.build(SCHEMED, LEXICON)
    again = Index.from_dict(marshal.loads(marshal.dumps(made.to_dict())))
    for one in made.made(0):
        assert again.verdict(0, one.text) == made.verdict(0, one.text)
        assert made.verdict(0, one.text).label is not None
