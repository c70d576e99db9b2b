"""``translit tables``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from .conftest import is_told

Run = Callable[..., Result]

GOOD = "- {id: abu-novruz, type: person, heading: Abu Novruz, distinct_from: [trotsky]}\n"


def test_check_of_the_shipped_tables_loads(run: Run) -> None:
    result = run("tables", "check")
    assert result.exit_code in (0, 1)
    assert "findings in" in result.stderr or "finding in" in result.stderr


def test_check_of_a_good_table(run: Run) -> None:
    Path("mine.yaml").write_text(GOOD)
    result = run("tables", "check", "mine.yaml")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "0 findings in 1 table of 1 entries\n"


def test_check_without_the_shipped_tables(run: Run) -> None:
    Path("mine.yaml").write_text(GOOD)
    result = run("tables", "check", "--no-bundled", "mine.yaml")
    assert result.exit_code == 1
    assert result.stdout == (
        "mine.yaml:1: abu-novruz: distinct_from names 'trotsky', which is nowhere; "
        "look at the id, or take it out\n"
    )
    assert is_told(run("tables", "check", "--no-bundled"), "name some")


def test_check_of_a_table_that_cannot_be_loaded(run: Run) -> None:
    Path("mine.yaml").write_text("- {id: a, type: person, heading: A}\n- {id: a, type: person}\n")
    assert is_told(run("tables", "check", "mine.yaml"), "mine.yaml:2: a:", "twice")
    Path("bomb.yaml").write_text("- &a [x]\n- *a\n")
    assert is_told(run("tables", "check", "bomb.yaml"), "bomb.yaml:1", "anchor")
    assert is_told(run("tables", "check", "nowhere.yaml"), "nowhere.yaml")
    Path("empty.csv").write_text("")
    assert is_told(run("tables", "check", "empty.csv"), "empty")


def test_a_table_that_extends_a_shipped_entry(run: Run) -> None:
    Path("mine.yaml").write_text("- {id: rasht, variants: [Rasht-on-the-Water]}\n")
    assert run("tables", "check", "mine.yaml").exit_code == 0


SEED = "document: letter\nattestations:\n  - {entity: rasht, spelling: Racht, count: 2}\n"


def test_audit(run: Run) -> None:
    Path("seeds").mkdir()
    Path("seeds/letter.yaml").write_text(SEED)
    Path("mine.yaml").write_text("- {id: rasht, type: place, heading: Rasht, variants: [Racht]}\n")
    result = run("tables", "audit", "--no-bundled", "-t", "mine.yaml")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "0 findings; 1 spelling in 1 document, 0 of them in no table\n"


def test_audit_tells_what_is_missed(run: Run) -> None:
    Path("letter.yaml").write_text(
        SEED
        + "  - {entity: rasht, spelling: Xuvimbel, count: 1}\n"
        + "  - {entity: nobody, spelling: X, count: 1}\n"
    )
    result = run("tables", "audit", "letter.yaml")
    assert result.exit_code == 1
    assert "letter.yaml:4: rasht: match('Xuvimbel') finds nothing" in result.stdout
    assert "letter.yaml:4: rasht: annotate leaves 'Xuvimbel' alone" in result.stdout
    assert "letter.yaml:5: nobody: no table has this entity" in result.stdout


def test_audit_without_seeds(run: Run) -> None:
    assert is_told(run("tables", "audit"), "seeds: no such folder", "name attestation files")
    assert is_told(run("tables", "audit", "nowhere.yaml"), "nowhere.yaml")
    Path("seeds").mkdir()
    assert is_told(run("tables", "audit"), "seeds: no attestation file")


def test_audit_of_a_bad_file(run: Run) -> None:
    Path("bad.yaml").write_text("document: x\nattestations:\n  - {entity: rasht, speling: Racht, count: 2}\n")
    result = run("tables", "audit", "bad.yaml")
    assert result.exit_code == 2
    assert "translit: bad.yaml:3: unknown key 'speling'" in result.stderr


def test_list(run: Run) -> None:
    rows = [line.split("\t") for line in run("tables", "list", "--type", "place").stdout.splitlines()]
    assert {row[1] for row in rows} == {"place"}
    assert ["rasht", "place", "Rasht"] in [row[:3] for row in rows]
    assert json.loads(run("tables", "list", "--format", "jsonl").stdout.splitlines()[0])["id"]


def test_show(run: Run) -> None:
    out = run("tables", "show", "rasht", "kuchik-khan").stdout
    assert "Racht" in out
    assert "رشت (fa, rasht)" in out
    assert "distinct from" in out
    assert json.loads(run("tables", "show", "--format", "jsonl", "rasht").stdout)["id"] == "rasht"
    assert is_told(run("tables", "show", "rascht"), "no entity 'rascht'", "rasht")
