"""``translit normalise``."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from .conftest import LETTER, RIGHT, is_told

Run = Callable[..., Result]


def test_prints_the_text(run: Run, letter: Path) -> None:
    result = run("normalise", letter)
    assert result.stdout_bytes == RIGHT.encode()
    assert letter.read_bytes() == LETTER.encode()


def test_nothing_else_is_touched(run: Run) -> None:
    text = "\ufeffracht\x0c\r\n\tRacht\r\u2028no end"
    assert run("normalise", "-", input=text.encode()).stdout_bytes == text.replace("Racht", "Rasht").encode()
    assert run("normalise", "-", input="").stdout_bytes == b""


def test_write_in_place(run: Run, letter: Path) -> None:
    letter.chmod(0o640)
    result = run("normalise", "-w", letter)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "4 changes" in result.stderr
    assert letter.read_bytes() == RIGHT.encode()
    assert stat.S_IMODE(letter.stat().st_mode) == 0o640
    assert os.listdir(letter.parent) == ["letter.txt"]


def test_what_is_right_is_not_written(run: Run, letter: Path) -> None:
    letter.write_bytes(RIGHT.encode())
    os.utime(letter, (1, 1))
    before = letter.stat()
    for arguments in (["-w"], ["-o", str(letter)]):
        assert run("normalise", letter, *arguments).exit_code == 0
        assert (letter.stat().st_mtime, letter.stat().st_ino) == (1, before.st_ino)


def test_a_link_goes_on_pointing_to_its_target(run: Run, letter: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(letter)
    run("normalise", "-w", link)
    assert link.is_symlink()
    assert letter.read_bytes() == RIGHT.encode()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "windows-1252"])
def test_encoding_and_mark_are_kept(run: Run, letter: Path, encoding: str) -> None:
    letter.write_bytes(LETTER.encode(encoding))
    assert run("normalise", "-w", "--encoding", encoding, letter).exit_code == 0
    assert letter.read_bytes() == RIGHT.encode(encoding)


def test_output_file(run: Run, letter: Path, tmp_path: Path) -> None:
    assert run("normalise", letter, "-o", "out.txt").exit_code == 0
    assert (tmp_path / "out.txt").read_bytes() == RIGHT.encode()
    assert letter.read_bytes() == LETTER.encode()
    assert is_told(run("normalise", letter, "-o", tmp_path), "a folder")
    run("normalise", letter, "-o", "letter.txt")
    assert letter.read_bytes() == RIGHT.encode()


def test_output_to_a_device(run: Run, letter: Path) -> None:
    assert run("normalise", letter, "-o", os.devnull).exit_code == 0
    assert not stat.S_ISREG(os.stat(os.devnull).st_mode)


def test_diff(run: Run, letter: Path) -> None:
    result = run("normalise", "--diff", letter)
    assert result.exit_code == 0
    assert result.stdout_bytes.decode() == (
        f"--- {letter}\n+++ {letter}\n@@ -1,2 +1,2 @@\n"
        + "".join(f"-{line}\n" for line in LETTER.split("\n")[:2])
        + "".join(f"+{line}\n" for line in RIGHT.split("\n")[:2])
    )
    assert letter.read_bytes() == LETTER.encode()


def test_check(run: Run, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "right.txt").write_bytes(RIGHT.encode())
    result = run("normalise", "--check", letter, "right.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"{letter}: 4 changes\n"
    result = run("normalise", "--check", "right.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert run("normalise", "--check", "--diff", letter).exit_code == 1
    assert letter.read_bytes() == LETTER.encode()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["a.txt", "b.txt"], ["-w, --check or --diff"]),
        (["a.txt", "b.txt", "-o", "c.txt"], ["several files"]),
        (["-w", "-"], ["-w", "'-'"]),
        (["-w", "--check", "a.txt"], ["exclude"]),
        (["-w", "-o", "b.txt", "a.txt"], ["exclude"]),
        (["--style", "headings", "letter.txt"], ["no style 'headings'", "heading"]),
        (["nowhere.txt"], ["nowhere.txt", "no such file"]),
        (["."], ["a folder"]),
        (["--encoding", "hex", "letter.txt"], ["no text encoding 'hex'"]),
    ],
)
def test_wrong_calls(run: Run, letter: Path, arguments: list[str], words: list[str]) -> None:
    assert is_told(run("normalise", *arguments), *words)
    assert letter.read_bytes() == LETTER.encode()


def test_a_failed_rename_leaves_the_old_file(run: Run, letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    assert is_told(run("normalise", "-w", letter), "letter.txt", "cannot be written")
    assert letter.read_bytes() == LETTER.encode()
    assert os.listdir(letter.parent) == ["letter.txt"]


def test_a_letter_that_the_encoding_lacks(run: Run, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        "- {id: rasht, heading: Rašt, replace: true, type: place, variants: [Racht]}\n", encoding="utf-8"
    )
    other = tmp_path / "other.txt"
    other.write_bytes(b"Bakou")
    letter.write_bytes(b"Racht")
    result = run("normalise", "-t", "mine.yaml", "-w", "--encoding", "latin-1", other, letter)
    assert is_told(result, "letter.txt:1", "U+0161", "UTF-8")
    assert (other.read_bytes(), letter.read_bytes()) == (b"Bakou", b"Racht")


def test_all_files_or_none(run: Run, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"Racht\0")
    assert is_told(run("normalise", "-w", letter, "bad.txt"), "bad.txt:1", "binary", "byte 5")
    assert letter.read_bytes() == LETTER.encode()


def test_read_only_files_stay(run: Run, letter: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("the administrator may write everything")
    letter.chmod(0o444)
    assert is_told(run("normalise", "-w", letter), "read-only")


def test_normalising_twice_changes_nothing(run: Run, letter: Path) -> None:
    run("normalise", "-w", letter)
    assert run("normalise", "--check", letter).exit_code == 0
