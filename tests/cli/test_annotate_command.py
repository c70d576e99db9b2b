"""``translit annotate``."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import translit.cli.annotate

from .conftest import LETTER, is_told

Run = Callable[..., Result]
ENTITIES = ["rasht", "kuchik-khan", "ihsan-allah-khan", "baku"]


def test_text_when_piped(run: Run, letter: Path) -> None:
    rows = [line.split("\t") for line in run("annotate", letter).stdout.splitlines()]
    assert [row[2] for row in rows] == ENTITIES
    assert [row[0] for row in rows] == ["1:4", "1:11", "1:29", "2:11"]
    assert {len(row) for row in rows} == {5}


def test_columns_at_a_terminal(run: Run, letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translit.cli.annotate, "is_terminal", lambda: True)
    lines = run("annotate", letter).stdout.splitlines()
    assert len({line.index("recorded") for line in lines if "recorded" in line}) == 1
    assert "\t" not in "".join(lines)


def test_jsonl_spans_index_the_file(run: Run, letter: Path) -> None:
    rows = [json.loads(line) for line in run("annotate", "--format", "jsonl", letter).stdout.splitlines()]
    assert [row["entity"] for row in rows] == ENTITIES
    assert all(LETTER[row["start"] : row["end"]] == row["text"] for row in rows)
    assert "file" not in rows[0]


def test_a_byte_order_mark_counts(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bom.txt").write_bytes("\ufeffRacht".encode())
    row = json.loads(run("annotate", "--format", "jsonl", "bom.txt").stdout)
    assert (row["start"], row["end"]) == (1, 6)


def test_csv(run: Run, letter: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("annotate", "--format", "csv", letter).stdout)))
    assert [row["entity"] for row in rows] == ENTITIES
    assert next(iter(rows[0])) == "start"


@pytest.mark.parametrize("format_", ["jsonl", "csv", "text"])
def test_several_files_are_named(run: Run, letter: Path, tmp_path: Path, format_: str) -> None:
    (tmp_path / "b.txt").write_text("Bakou")
    out = run("annotate", "--format", format_, letter, "b.txt").stdout
    if format_ == "text":
        assert out.splitlines()[-1].startswith("b.txt:1:1\tBakou\tbaku\t")
    elif format_ == "jsonl":
        assert json.loads(out.splitlines()[-1])["file"] == "b.txt"
    else:
        rows = list(csv.DictReader(io.StringIO(out)))
        assert (rows[0]["file"], rows[-1]["file"]) == (str(letter), "b.txt")


def test_standard_input(run: Run) -> None:
    assert run("annotate", "-", input="Racht").stdout.startswith("1:1\tRacht\trasht\t")
    assert is_told(run("annotate", "-", "-", input="Racht"), "once")


def test_empty_text(run: Run) -> None:
    assert run("annotate", "-", input="").stdout == ""
    assert run("annotate", "--format", "csv", "-", input="").stdout.startswith("start,end,text")


def test_output_file(run: Run, letter: Path, tmp_path: Path) -> None:
    result = run("annotate", "--format", "jsonl", letter, "-o", "out.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8").count("\n") == 4
    assert sorted(os.listdir(tmp_path)) == ["letter.txt", "out.jsonl"]
    assert run("annotate", "--format", "jsonl", letter, "-o", "-").stdout.count("\n") == 4


def test_the_text_is_not_overwritten(run: Run, letter: Path) -> None:
    assert is_told(run("annotate", letter, "-o", letter), "both read and written")
    assert letter.read_bytes() == LETTER.encode()


def test_bad_output(run: Run, letter: Path, tmp_path: Path) -> None:
    assert is_told(run("annotate", letter, "-o", tmp_path), "a folder")
    assert is_told(run("annotate", letter, "-o", "no/where.txt"), "no folder")


def test_nothing_is_written_when_a_file_is_bad(run: Run, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff\xff")
    (tmp_path / "out.txt").write_text("old")
    assert is_told(run("annotate", letter, "bad.txt"), "bad.txt:1", "not UTF-8 at byte 0", "--encoding")
    assert is_told(run("annotate", letter, "bad.txt", "-o", "out.txt"), "bad.txt:1")
    assert (tmp_path / "out.txt").read_text() == "old"
    assert sorted(os.listdir(tmp_path)) == ["bad.txt", "letter.txt", "out.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_a_pipe_is_read_once_among_several(run: Run, letter: Path, tmp_path: Path) -> None:
    import threading

    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    feeder = threading.Thread(target=lambda: pipe.write_bytes(b"Bakou"), daemon=True)
    feeder.start()
    assert "baku" in run("annotate", letter, pipe).stdout
    feeder.join(10)


def test_encoding(run: Run, tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_bytes("Ленин, Троцкий".encode("koi8-r"))
    assert "trotsky" in run("annotate", "--encoding", "koi8-r", "r.txt").stdout
    result = run("annotate", "--encoding", "koi8x", "r.txt")
    assert is_told(result, "no text encoding 'koi8x'", "did you mean")


def test_options_reach_the_library(run: Run) -> None:
    text = "Christopher Rice came.\n\nThey quote Rice, 232."
    assert len(run("annotate", "-", input=text).stdout.splitlines()) == 2
    assert len(run("annotate", "--no-document", "-", input=text).stdout.splitlines()) == 1
    assert run("annotate", "--type", "place", "-", input=text).stdout == ""
    assert run("annotate", "--min-score", "1", "-", input=text).stdout == ""


def test_ambiguous_mentions(run: Run, tmp_path: Path) -> None:
    (tmp_path / "two.yaml").write_text(
        "- {id: one-xu, type: person, heading: Vrondel Xuvim, variants: [Xuvim Bel]}\n"
        "- {id: two-xu, type: person, heading: Trondel Xuvim, variants: [Xuvim Bel]}\n"
    )
    arguments = ["annotate", "-t", "two.yaml", "-"]
    text = "They met Xuvim Bel there."
    assert run(*arguments, input=text).stdout == ""
    assert "one-xu|two-xu" in run(*arguments, "--ambiguous", input=text).stdout


def test_several_processes_give_the_same(run: Run, letter: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Then Kutschek Chan left Racht.", encoding="utf-8")
    alone = run("annotate", "--format", "jsonl", str(letter), str(other))
    shared = run("annotate", "--format", "jsonl", "--jobs", "2", str(letter), str(other))
    assert alone.exit_code == shared.exit_code == 0
    assert shared.stdout == alone.stdout != ""


def test_the_language_and_the_overlaps_may_be_given(run: Run) -> None:
    assert "lenin" in run("annotate", "--lang", "pl", "-", input="Leninem").stdout
    assert run("annotate", "--lang", "en", "-", input="Leninem").stdout == ""
    text = "The Communist Party of Iran met."
    longest = run("annotate", "-", input=text).stdout.splitlines()
    assert len(run("annotate", "--overlap", "all", "-", input=text).stdout.splitlines()) > len(longest)
    assert is_told(run("annotate", "--lang", "xx", "-", input=text), "no language 'xx'")
