"""What the tests of the command line share: running it in process, and as a program of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import translit.gazetteer
from translit import Gazetteer
from translit.cli import main

LETTER = "At Racht, Kouchik’s men met Ehsan Ollah Khan.\r\nThey left Bakou.\r\n"
RIGHT = "At Rasht, Kuchik’s men met Ihsan-Allah Khan.\r\nThey left Baku.\r\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer) -> Callable[..., Result]:
    """Run the command line in process, in an empty folder; ``input`` is standard input.

    The shipped tables are loaded once for all runs.
    """
    monkeypatch.chdir(tmp_path)
    load = translit.gazetteer.load

    def load_once(*paths: str, bundled: bool = True) -> Gazetteer:
        return load(*paths, bundled=bundled) if paths else gazetteer

    monkeypatch.setattr(translit.gazetteer, "load", load_once)

    def invoke(*arguments: str | Path, input: str | bytes | None = None) -> Result:
        result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=input)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return invoke


@pytest.fixture
def program(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the command line as a program, in an empty folder."""

    def call(*arguments: str | bytes | Path, **options: object) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "translit.cli", *arguments]
        return subprocess.run(command, capture_output=True, cwd=tmp_path, timeout=120, **options)  # type: ignore[call-overload,no-any-return]

    return call


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A text of two lines with Windows line ends, four names to rewrite in it."""
    path = tmp_path / "letter.txt"
    path.write_bytes(LETTER.encode())
    return path


def is_told(result: Result, *words: str, status: int = 2) -> bool:
    """Whether a run ended in one line on standard error that has all the words, and nothing else."""
    lines = result.stderr.splitlines()
    assert result.exit_code == status, (result.exit_code, result.output)
    assert result.stdout == ""
    assert len(lines) == 1, lines
    assert lines[0].startswith("translit: "), lines
    assert all(word in lines[0] for word in words), lines
    return True
