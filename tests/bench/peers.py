"""The peers that comparison is measured beside."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from measures import Score
from rapidfuzz import fuzz
from unidecode import unidecode

import translit


def ours(left: str, right: str) -> float:
    """The library's score."""
    return translit.compare(left, right).score


@cache
def latin(name: str) -> str:
    """A name as Unidecode writes it, in small letters."""
    return unidecode(name).lower()


def wratio(left: str, right: str) -> float:
    """rapidfuzz's WRatio on Unidecode."""
    return fuzz.WRatio(latin(left), latin(right)) / 100


def ratio(left: str, right: str) -> float:
    """rapidfuzz's ratio on Unidecode."""
    return fuzz.ratio(latin(left), latin(right)) / 100


def logic_v2() -> Score | None:
    """nomenklatura's LogicV2 over two people of one name each; none where it is not installed."""
    try:
        from followthemoney import model
        from nomenklatura.matching.logic_v2.model import LogicV2
    except ImportError:
        return None
    config = LogicV2.default_config()

    @cache
    def person(name: str) -> object:
        return model.get_proxy({"id": name, "schema": "Person", "properties": {"name": [name]}})

    def score(left: str, right: str) -> float:
        return float(LogicV2.compare(person(left), person(right), config).score)

    return score


def all_scores() -> dict[str, Score]:
    """The library and every peer that is here, by name."""
    out: dict[str, Score] = {"translit": ours, "WRatio on Unidecode": wratio}
    other: Callable[[str, str], float] | None = logic_v2()
    if other is not None:
        out["nomenklatura LogicV2"] = other
    else:
        print("(nomenklatura is not installed: pip install nomenklatura to see it beside)")
    return out
