"""Two names: same, different, or not sure."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from conftest import CASES

import translit
from translit.compare import compare, compare_within, distance, probability, similarity
from translit.names import Lexicon

LEXICON = Lexicon.from_records(
    [
        {
            "id": "hasan",
            "type": "given-name",
            "heading": "Hasan",
            "variants": [{"text": "Hassan"}, {"text": "حسن"}],
        },
        {
            "id": "husayn",
            "type": "given-name",
            "heading": "Husayn",
            "variants": [{"text": "Hossein"}, {"text": "حسین"}],
        },
        {"id": "khan", "type": "honorific", "heading": "Khan"},
        {"id": "mirza", "type": "honorific", "heading": "Mirza"},
    ]
)


@pytest.mark.cases("compare.yaml")
def test_cases(case: dict[str, Any]) -> None:
    left, right = case["input"]
    score = translit.compare(left, right).score
    if case["expected"] == "same":
        assert score >= 0.75
    elif case["expected"] == "different":
        assert score <= 0.5
    else:
        assert case["expected"] == "unsure"


def _scores(expected: str) -> Iterator[float]:
    for case in yaml.safe_load((CASES / "compare.yaml").read_text(encoding="utf-8")):
        if case["expected"] == expected:
            yield translit.compare(*case["input"]).score


def test_means_fall_in_order() -> None:
    same, unsure, different = (list(_scores(kind)) for kind in ("same", "unsure", "different"))
    mean_same, mean_unsure, mean_different = (sum(s) / len(s) for s in (same, unsure, different))
    assert mean_same > mean_unsure > mean_different
    assert mean_same > 0.9
    assert mean_different < 0.2


@pytest.mark.parametrize(
    ("left", "right"), [("", ""), ("", "Khan"), ("—", "Khan"), ("…", "!"), (" ", "\u200c")]
)
def test_nothing_is_like_nothing(left: str, right: str) -> None:
    assert translit.compare(left, right).score == 0.0


def test_folded_equals_score_one() -> None:
    comparison = translit.compare("Kūchik-Khān", "KUCHIK KHAN")
    assert comparison.score == 1.0
    assert comparison.evidence


def test_the_lexicon_holds_near_names_apart() -> None:
    assert compare("Hasan", "Husayn", LEXICON).score < 0.1
    assert compare("Hassan", "حسن", LEXICON).score > 0.95


def test_one_side_of_the_lexicon_is_enough_across_scripts() -> None:
    assert compare("Hassan Fatemi", "حسین فاطمی", LEXICON).score < 0.3


def test_explanation_shows_the_parts() -> None:
    comparison = compare("Kutschek Chan", "Mirza Kuchik Khan", LEXICON)
    lines = str(comparison.explain()).splitlines()
    assert "Kutschek" in str(comparison.explain())
    assert lines[0].startswith(f"{comparison.score:.2f}")
    assert comparison.to_dict()["score"] == round(comparison.score, 4)
    assert {item["kind"] for item in comparison.to_dict()["evidence"]} == {
        e.kind for e in comparison.evidence
    }


def test_evidence_weights_are_odds() -> None:
    for item in compare("Mirza Kuchik Khan", "Kutschek Chan Jangali", LEXICON).evidence:
        assert 0.0 <= item.weight <= 1.0


@pytest.mark.parametrize(
    ("left", "right"),
    [("kuCik", "kuCek"), ("Xan", "1an"), ("", "abc"), ("kuC", "k6C"), ("raskolnikov", "raskolnikof")],
)
def test_distance_is_symmetric(left: str, right: str) -> None:
    assert distance(left, right) == pytest.approx(distance(right, left))
    assert distance(left, left) == 0.0
    assert similarity(left, right) == pytest.approx(similarity(right, left))


def test_long_names_are_no_trouble() -> None:
    name = " ".join(["Kuchik"] * 60)
    assert 0.0 <= translit.compare(name, name + " Khan").score <= 1.0
    assert 0.0 <= translit.compare("x" * 3000, "y" * 3000).score <= 1.0


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Ig0r Sech1n", "Igor Sechin", "digits"),
        ("JC Juncker", "Jean-Claude Juncker", "initial"),
        ("Vladimir nituP", "Vladimir Putin", "backward"),
        ("Enver Pasha", "Enver Hoxha", "title for a name"),
    ],
)
def test_kinds_of_evidence(left: str, right: str, kind: str) -> None:
    comparison = translit.compare(left, right)
    assert kind in {item.kind for item in comparison.evidence}
    assert (comparison.score >= 0.5) == (kind != "title for a name")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Habibullah Safi", "Habibullah Reshad"),  # two neighbours in one word are no answer to one of them
        ("Kim Song Min", "Kim Jong Il"),  # short syllables are alike by chance
        ("Jong Ho", "Hong Choe"),
        ("Salman ibn Muhammad", "Muhammad ibn Salman"),
        ("JC Juncker", "Hans Peter Juncker"),
    ],
)
def test_what_is_alike_by_chance_stays_apart(left: str, right: str) -> None:
    assert translit.compare(left, right).score < 0.4


def test_a_title_that_opens_a_name_is_no_part_of_it() -> None:
    kinds = {item.kind for item in translit.compare("President Erdoğan", "Recep Tayyip Erdoğan").evidence}
    assert "title for a name" not in kinds


def test_probability_keeps_order_and_ends() -> None:
    steps = [probability(step / 50) for step in range(51)]
    assert steps == sorted(steps)
    assert (steps[0], steps[-1]) == (0.0, 1.0)


def test_what_a_score_means() -> None:
    table = CASES.parent / "bench" / "data" / "name_bench.tsv"
    with table.open(encoding="utf-8", newline="") as source:
        rows = [(row["left"], row["right"], row["same"]) for row in csv.DictReader(source, delimiter="\t")]
    scores = [(translit.compare(left, right).score, same == "1") for left, right, same in rows]
    for low, high in ((0.0, 0.2), (0.2, 0.6), (0.6, 1.01)):
        band = [(score, is_same) for score, is_same in scores if low <= score < high]
        mean = sum(score for score, _ in band) / len(band)
        assert sum(is_same for _, is_same in band) / len(band) == pytest.approx(mean, abs=0.1)


@pytest.mark.parametrize("least", [0.2, 0.5, 0.9])
@pytest.mark.parametrize("other", ["kuCek", "kuCakpur", "aLkuC", "rus0an", "k6Ck", "u", ""])
def test_what_is_not_alike_enough_may_come_out_as_nothing(other: str, least: float) -> None:
    exact, found = similarity("kuCik", other), similarity("kuCik", other, least=least)
    assert found == exact if exact >= least else found in (exact, 0.0)


@pytest.mark.parametrize("least", [0.0, 0.2, 0.5, 0.75, 0.9, 0.97])
def test_within_a_least_score_the_comparison_is_the_same(least: float) -> None:
    from translit.gazetteer import shipped_lexicon

    for case in yaml.safe_load((CASES / "compare.yaml").read_text(encoding="utf-8")):
        left, right = case["input"]
        whole = translit.compare(left, right)
        found = compare_within(left, right, shipped_lexicon(), least)
        if found is None:
            assert whole.score < least or whole.score == 0.0, (left, right)
        else:
            assert found == whole or found.score < least, (left, right)
            assert found.score <= whole.score, (left, right)
