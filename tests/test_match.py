"""One name to the entities it may stand for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from translit import Gazetteer, UnknownName
from translit.model import TIERS

TABLE = """
- {id: abbas-mirza, type: person, heading: Abbas Mirza, variants: [{text: Abbas, short: true}]}
- {id: abbas-shah, type: person, heading: Shah Abbas, forms: [Abbas]}
- {id: rasht, type: place, heading: Rasht, variants: [{text: Racht, scheme: french, lang: fr}]}
- {id: kuchakpur, type: person, heading: Sadiq Kuchakpur, distinct_from: [kuchik-khan]}
- {id: kuchik-khan, type: person, heading: Mirza Kuchik Khan}
"""


@pytest.mark.cases("match.yaml")
def test_cases(case: dict[str, Any], gazetteer: Gazetteer) -> None:
    found = gazetteer.match(case["input"])
    expected = case["expected"]
    assert (found[0].entity.id if found else None) == expected["first"]
    assert not {match.entity.id for match in found} & set(expected.get("never", ()))


def test_best_first_and_one_an_entity(gazetteer: Gazetteer) -> None:
    found = gazetteer.match("Reza Shah", limit=20, min_score=0.0)
    assert len(found) > 1
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)
    assert len({match.entity.id for match in found}) == len(found)
    for match in found:
        assert 0.0 <= match.score <= 1.0
        assert match.tier in TIERS
        assert match.variant in match.entity.variants
        assert match.query == "Reza Shah"


@pytest.mark.parametrize(
    "query", ["Ahmad Shah", "Dr Ivanov", "Ali", "Khan", "Muhamad Ali", "Мухаммед", "J. Smith"]
)
@pytest.mark.parametrize("least", [0.0, 0.5, 0.8])
def test_a_limit_takes_the_first_of_all(gazetteer: Gazetteer, query: str, least: float) -> None:
    every = gazetteer.match(query, limit=10_000, min_score=least)
    for limit in (1, 2, 5):
        assert gazetteer.match(query, limit=limit, min_score=least) == every[:limit]


def test_who_comes_after_someone_ruled_out_is_found(toy: Callable[[str], Gazetteer]) -> None:
    made = toy(
        "- {id: a, type: person, heading: Osip Kuchakpur, distinct_from: [b]}\n"
        "- {id: b, type: person, heading: Osip Kuchikpurov, distinct_from: [a]}\n"
        "- {id: c, type: person, heading: Osip Kuchikpuri}\n"
    )
    every = made.match("Osip Kuchakpurr", limit=100)
    assert len(every) > 1
    assert [made.match("Osip Kuchakpurr", limit=limit) for limit in (1, 2)] == [every[:1], every[:2]]


def test_limit_and_least_score(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.match("Ahmad Shah", limit=1)) == 1
    assert all(match.score >= 0.9 for match in gazetteer.match("Ahmad Shah", min_score=0.9))


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_below_one_is_refused(gazetteer: Gazetteer, limit: int) -> None:
    with pytest.raises(ValueError, match="limit"):
        gazetteer.match("Rasht", limit=limit)


@pytest.mark.parametrize("score", [-0.1, 1.5, float("nan")])
def test_a_score_outside_is_refused(gazetteer: Gazetteer, score: float) -> None:
    with pytest.raises(ValueError, match="score"):
        gazetteer.match("Rasht", min_score=score)


def test_types(gazetteer: Gazetteer) -> None:
    assert {match.entity.type for match in gazetteer.match("Rasht", types=["place"])} == {"place"}
    assert not gazetteer.match("Rasht", types=["work"], min_score=0.9)
    with pytest.raises(UnknownName, match="person"):
        gazetteer.match("Rasht", types=["river"])


def test_recorded_spelling_carries_its_variant(toy: Callable[[str], Gazetteer]) -> None:
    match = toy(TABLE).match("RACHT")[0]
    assert (match.entity.id, match.tier, match.scheme, match.variant.text) == (
        "rasht",
        "recorded",
        "french",
        "Racht",
    )


def test_a_shared_spelling_scores_alike_for_both(toy: Callable[[str], Gazetteer]) -> None:
    found = toy(TABLE).match("Abbas")
    assert {match.entity.id for match in found[:2]} == {"abbas-mirza", "abbas-shah"}
    assert found[0].score == found[1].score < 0.99


def test_distinct_from_keeps_the_worse_away(toy: Callable[[str], Gazetteer]) -> None:
    found = toy(TABLE).match("Kouchakpour", min_score=0.0)
    assert "kuchik-khan" not in [match.entity.id for match in found]
    found = toy(TABLE).match("Koutchek Khan", min_score=0.0)
    assert "kuchakpur" not in [match.entity.id for match in found]


def test_explain(gazetteer: Gazetteer) -> None:
    match = gazetteer.match("Kutschek Chan")[0]
    explanation = match.explain()
    assert explanation.score == match.score
    assert "kuchik-khan" in str(explanation)
    assert explanation.evidence == match.evidence != ()
    assert match.to_dict()["entity"] == "kuchik-khan"


def test_long_and_odd_queries(gazetteer: Gazetteer) -> None:
    for query in (
        "Khan " * 500,
        "x" * 10_000,
        "\u0301" * 50,
        "\x00",
        "a\ud800b",
        "🙂" * 40,
        ", , ,",
        "K. " * 80,
    ):
        assert isinstance(gazetteer.match(query), list)


def test_the_same_query_gives_the_same_result(gazetteer: Gazetteer) -> None:
    first = gazetteer.match("Heidar Khan")
    gazetteer.match("Heydar Aliyev")
    assert gazetteer.match("Heidar Khan") == first


def test_a_slip_in_a_short_part_is_borne(toy: Callable[[str], Gazetteer]) -> None:
    """Where nothing else is like a query one letter off; but one known given name is no slip for another."""
    names = ["Amy Mesudzadeh", "Muhammad Taqi Bahar"]
    known = toy("".join(f"- {{id: n{at}, type: person, heading: {name}}}\n" for at, name in enumerate(names)))
    (found,) = known.match("my Mesudzadeh")
    assert (found.entity.heading, found.tier, found.score) == ("Amy Mesudzadeh", "fuzzy", 0.5)
    assert known.match("my Mesudzadeh", min_score=0.6) == []
    assert known.match("my Mesudzadeh", types=["place"]) == []
    assert known.match("my Mesud") == []
    assert known.match("Muhammad Naqi Bahar") == []
