"""``translit compare``."""

from __future__ import annotations

import json
from collections.abc import Callable

from click.testing import Result

Run = Callable[..., Result]


def test_score_and_reasons(run: Run) -> None:
    lines = run("compare", "Ihsan-Allah Khan", "Ehsanollah Khan").stdout.splitlines()
    assert float(lines[0].split()[0]) > 0.9
    assert len(lines) > 1


def test_jsonl(run: Run) -> None:
    data = json.loads(run("compare", "--format", "jsonl", "Hasan Fatemi", "Hossein Fatemi").stdout)
    assert data["score"] < 0.2
    assert data["right"] == "Hossein Fatemi"


def test_names_without_letters(run: Run) -> None:
    assert run("compare", "", "!").stdout.startswith("0.00")
