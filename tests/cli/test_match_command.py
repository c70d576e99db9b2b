"""``translit match``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import translit.cli.match

Run = Callable[..., Result]


def test_piped_cells_are_parted_by_tabs(run: Run) -> None:
    cells = run("match", "-n", "1", "Koutchek Khan").stdout.rstrip("\n").split("\t")
    assert cells[0] == "Koutchek Khan"
    assert 0.9 < float(cells[1]) <= 1.0
    assert cells[2:5] == ["kuchik-khan", "person", "Mirza Kuchik Khan"]
    assert len(cells) == 8


def test_columns_at_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translit.cli.match, "is_terminal", lambda: True)
    lines = run("match", "-n", "1", "Trotsky", "Racht").stdout.splitlines()
    assert lines[0] == "Trotsky"
    assert lines[1].split() == ["0.99", "trotsky", "person", "Leon", "Trotsky", "recorded:", "Trotsky"]
    assert lines[2] == "Racht"
    assert run("match", "-n", "1", "Trotsky").stdout.splitlines() == [lines[1].strip()]


def test_several_names_in_order(run: Run) -> None:
    lines = run("match", "-n", "1", "Racht", "Enzeli").stdout.splitlines()
    assert [line.split("\t")[2] for line in lines] == ["rasht", "anzali"]


def test_jsonl(run: Run) -> None:
    data = json.loads(run("match", "-n", "1", "--format", "jsonl", "کوچک خان").stdout)
    assert (data["query"], data["entity"]) == ("کوچک خان", "kuchik-khan")
    assert "explanation" not in data
    data = json.loads(run("match", "-n1", "--explain", "--format", "jsonl", "Koutchek Khan").stdout)
    assert data["explanation"]["evidence"]


def test_explain(run: Run) -> None:
    lines = run("match", "-n", "1", "--explain", "Mirsa Kutschek Chan").stdout.splitlines()
    assert "is kuchik-khan" in lines[0]
    assert len(lines) > 1


def test_type_and_score(run: Run) -> None:
    assert run("match", "--type", "place", "Trotsky").stdout.count("\tperson\t") == 0
    result = run("match", "--min-score", "1", "Koutchek Khan")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "no match for 'Koutchek Khan'\n"


def test_nothing_similar_is_no_error(run: Run) -> None:
    result = run("match", "Qwxzvbn Plkjhgf", "")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.count("no match for") == 2


def test_tables_of_ones_own(run: Run, tmp_path: Path) -> None:
    Path("mine.csv").write_text("id,type,heading,variants\nabu-novruz,person,Abu Novruz,Abou Nowrouz\n")
    assert "\tabu-novruz\t" in run("match", "-t", "mine.csv", "Abou Nowrouz").stdout
    assert "\ttrotsky\t" in run("match", "-t", "mine.csv", "Trotsky").stdout
    assert run("match", "-t", "mine.csv", "--no-bundled", "Trotsky").stdout == ""
