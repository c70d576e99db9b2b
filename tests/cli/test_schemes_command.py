"""``translit schemes``: list, of, in, write."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from translit.cli.schemes import SHOWN
from translit.schemes import rank, schemes

from .conftest import is_told

Run = Callable[..., Result]

TEXT = (
    "Tschitscherin schrieb an Ordschonikidse und an Sinowjew; Bucharin schwieg.\n"
    "Allein Tchitcherine, wie ihn der Bote nannte, fehlte.\n"
)


def test_alone_it_tells_its_commands(run: Run) -> None:
    result = run("schemes")
    assert result.exit_code == 0
    for name in ("list", "of", "in", "write"):
        assert f"\n  {name} " in result.stdout


# ── list ───────────────────────────────────────────────────────────────────────────────────────


def test_list(run: Run) -> None:
    rows = run("schemes", "list").stdout.splitlines()
    assert len(rows) == len(schemes())
    assert all(len(row.split("\t")) == 5 for row in rows)
    assert rows[0].startswith("ar\tala-lc\tArab–Latn\t")


def test_list_of_a_language(run: Run) -> None:
    rows = [
        json.loads(row)
        for row in run("schemes", "list", "-l", "fa", "--format", "jsonl").stdout.split("\n")[:-1]
    ]
    assert {row["lang"] for row in rows} == {"fa"}
    assert {"ala-lc", "ijmes", "iranica", "german"} <= {row["id"] for row in rows}
    assert set(rows[0]) == {"id", "lang", "script", "target", "title", "source", "notes"}


def test_list_of_an_unknown_language(run: Run) -> None:
    assert is_told(run("schemes", "list", "--lang", "xx"), "'xx'", "languages: ", "fa", "ru")


# ── of ─────────────────────────────────────────────────────────────────────────────────────────


def test_of_a_name(run: Run) -> None:
    first, head, *rows = run("schemes", "of", "Kūchik Khān").stdout.splitlines()
    assert first.split("\t") == ["Kūchik Khān", "fa ala-lc, fa ijmes", "kuchik-khan"]
    assert head.split("\t") == ["word", "sound", "here", "so do", "not so"]
    proof = next(row.split("\t") for row in rows if row.split("\t")[1] == "č")
    assert proof[0] == "Kūchik"
    assert proof[2] == "ch"
    assert "ala-lc" in proof[3].split()
    assert any(one.startswith("tsch german") for one in proof[4].split("; "))


def test_of_several_names(run: Run) -> None:
    out = run("schemes", "of", "Tchitcherine", "Kūchik Xān", "Pickwick").stdout.splitlines()
    heads = [row.split("\t") for row in out if row.count("\t") == 2]
    assert heads == [
        ["Tchitcherine", "ru french, ru french-old", "chicherin"],
        ["Kūchik Xān", "mixed (ala-lc, un)", "kuchik-khan"],
        ["Pickwick", "no scheme that the tables know", "–"],
    ]


def test_of_as_lines_of_json(run: Run) -> None:
    rows = [
        json.loads(row)
        for row in run("schemes", "of", "--format", "jsonl", "Kūchik Khān", "Pickwick").stdout.splitlines()
    ]
    assert [(row["text"], row["scheme"], row["entity"]) for row in rows] == [
        ("Kūchik Khān", "ala-lc, ijmes", "kuchik-khan"),
        ("Pickwick", None, None),
    ]
    assert rows[0]["proofs"]
    assert rows[1]["proofs"] == []


def test_of_nothing(run: Run) -> None:
    assert is_told(run("schemes", "of"), "NAME")


def test_of_with_tables_of_ones_own(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        "- {id: x, type: person, heading: Ivan Zhutkin, native: [{text: Иван Жуткин, lang: ru}]}\n",
        encoding="utf-8",
    )
    out = run("schemes", "of", "-t", "mine.yaml", "--no-bundled", "Iwan Schutkin").stdout
    assert out.splitlines()[0].split("\t") == ["Iwan Schutkin", "ru german", "x"]


# ── in ─────────────────────────────────────────────────────────────────────────────────────────


def test_in_a_text(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert run("schemes", "in", "a.txt").stdout.splitlines() == [
        "ru: 4 of 5 mentions german; broken by 1 french",
        "2:8\tTchitcherine\tfrench",
    ]


def test_in_standard_input(run: Run) -> None:
    result = run("schemes", "in", "-", input=TEXT)
    assert result.exit_code == 0
    assert result.stdout.startswith("ru: 4 of 5 mentions german")


def test_in_several_texts(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Once Kūčik Ḫān slept.\n", encoding="utf-8")
    out = run("schemes", "in", "a.txt", "b.txt").stdout.splitlines()
    assert out[0].startswith("a.txt: ru: 4 of 5")
    assert out[-1] == "b.txt: fa: 1 of 1 mentions din-31635"


def test_in_as_lines_of_json(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (row,) = run("schemes", "in", "--format", "jsonl", "a.txt").stdout.splitlines()
    data = json.loads(row)
    assert (data["file"], data["lang"], data["dominant"], data["mentions"]) == ("a.txt", "ru", "german", 5)
    (broken,) = data["broken"]
    assert TEXT[broken["start"] : broken["end"]] == broken["text"] == "Tchitcherine"


def test_in_shows_some_and_says_how_many_more(run: Run, tmp_path: Path) -> None:
    text = f"{TEXT}{'Gestern kam Trotzky an.' * (SHOWN + 4)}\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    out = run("schemes", "in", "a.txt").stdout.splitlines()
    assert len(out) == 1 + SHOWN + 1
    assert out[-1] == "  and 5 more (--format jsonl has them all)"


@pytest.mark.parametrize("text", ["", "Nothing of note.\n"])
def test_in_a_text_without_names(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    result = run("schemes", "in", "a.txt")
    assert (result.exit_code, result.stdout) == (0, "")


def test_in_an_encoding(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Вчера говорил Čičerin.".encode("utf-16"))
    result = run("schemes", "in", "--encoding", "utf-16", "a.txt")
    assert result.stdout.startswith("ru: 1 of 1 mentions scientific")


def test_in_a_missing_file(run: Run) -> None:
    assert is_told(run("schemes", "in", "missing.txt"), "missing.txt")


def test_in_a_folder(run: Run, tmp_path: Path) -> None:
    assert is_told(run("schemes", "in", tmp_path), tmp_path.name)


def test_in_no_file(run: Run) -> None:
    assert is_told(run("schemes", "in"), "FILE")


# ── write ──────────────────────────────────────────────────────────────────────────────────────


def test_write(run: Run) -> None:
    rows = [row.split("\t") for row in run("schemes", "write", "Чичерин").stdout.splitlines()]
    written = {row[0]: row[1] for row in rows}
    assert {scheme.id for scheme in schemes("ru")} == set(written)
    assert written["german"] == "Tschitscherin"
    assert written["french"] == "Tchitcherine"
    assert written["hungarian"] == "Csicserin"
    ranks = [rank("ru", row[0]) for row in rows]
    assert ranks == sorted(ranks)


def test_write_a_name_that_the_tables_read(run: Run) -> None:
    rows = run("schemes", "write", "--format", "jsonl", "کوچک خان").stdout.splitlines()
    written = {row["scheme"]: row["text"] for row in map(json.loads, rows)}
    assert {json.loads(row)["lang"] for row in rows} == {"fa"}
    assert written["ala-lc"] == "Kūchik Khān"
    assert written["german"] == "Kutschek Chan"


def test_write_in_a_language(run: Run) -> None:
    rows = run("schemes", "write", "-l", "uk", "--format", "jsonl", "Київ").stdout.splitlines()
    written = {row["scheme"]: row["text"] for row in map(json.loads, rows)}
    assert written["national"] == "Kyiv"


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (("schemes", "write", "-l", "xx", "Ленин"), "'xx'"),
        (("schemes", "write", "Lenin"), "languages: "),
        (("schemes", "write"), "NAME"),
        (("schemes", "write", "--format", "csv", "Ленин"), "csv"),
        (("schemes", "lst"), "lst"),
    ],
)
def test_write_errors(run: Run, call: tuple[str, ...], told: str) -> None:
    assert is_told(run(*call), told)
