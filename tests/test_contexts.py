"""The contexts of ``cases`` are sound; ``bench/contexts.py`` measures on them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

CASES = Path(__file__).parent / "cases"
VARIANTS = Path(__file__).parent.parent / "variants"


FILES = [
    "contexts.yaml",
    "more_contexts.yaml",
    "third_contexts.yaml",
    "fourth_contexts.yaml",
    "fifth_contexts.yaml",
    "sixth_contexts.yaml",
    "seventh_contexts.yaml",
    "eighth_contexts.yaml",
    "ninth_contexts.yaml",
    "tenth_contexts.yaml",
    "eleventh_contexts.yaml",
    "twelfth_contexts.yaml",
]


@pytest.fixture(scope="module", params=FILES)
def rows(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((CASES / request.param).read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def ids() -> set[str]:
    found: set[str] = set()
    for folder in ("people", "places", "organisations", "works"):
        for path in (VARIANTS / folder).glob("*.yaml"):
            found |= {entity["id"] for entity in yaml.safe_load(path.read_text(encoding="utf-8"))}
    return found


def test_enough(rows: list[dict[str, Any]]) -> None:
    assert len(rows) >= 250
    assert sum(row["kind"] == "trap" for row in rows) >= 100
    assert len({row["lang"] for row in rows}) >= 20


def test_rows_are_whole(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        assert set(row) == {"lang", "text", "mentions", "kind", "note"}, row
        assert row["kind"] in {"find", "trap"}, row
        assert all(isinstance(row[name], str) and row[name] for name in ("lang", "text", "note")), row
        assert row["kind"] == "trap" or 1 <= len(row["mentions"]) <= 9, row


def test_texts_differ(rows: list[dict[str, Any]]) -> None:
    assert len({row["text"] for row in rows}) == len(rows)


def test_each_surface_is_in_its_text(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        rest = row["text"]
        for surface, _ in row["mentions"]:
            assert surface in rest, (surface, row["text"])
            # A used surface is blanked, so that a second mention needs a second occurrence.
            rest = rest.replace(surface, "\0" * len(surface), 1)


def test_entities_exist(rows: list[dict[str, Any]], ids: set[str]) -> None:
    for row in rows:
        for surface, entity in row["mentions"]:
            assert entity in ids, (surface, entity)
