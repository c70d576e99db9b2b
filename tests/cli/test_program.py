"""The program as a whole: help, exit status, errors in one line, output in UTF-8."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

import translit
from translit.cli import COMMANDS, main
from translit.cli.progress import Progress
from translit.text_file import TextFile

from .conftest import is_told

Run = Callable[..., Result]
Program = Callable[..., "subprocess.CompletedProcess[bytes]"]


def commands() -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = [()]
    for name in COMMANDS:
        found.append((name,))
        command = main.get_command(click.Context(main), name)
        if isinstance(command, click.Group):
            found += [(name, below) for below in command.commands]
    return found


@pytest.mark.parametrize("names", commands(), ids=" ".join)
def test_every_command_has_help_with_examples(run: Run, names: tuple[str, ...]) -> None:
    result = run(*names, "--help")
    assert result.exit_code == 0
    assert "Examples:" in result.stdout
    assert f"translit {' '.join(names)}".strip() in result.stdout.split("Examples:")[1]
    assert run(*names, "-h").stdout == result.stdout


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"translit {translit.__version__}\n"


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    assert run().stdout.startswith("Usage: translit")
    assert run("tables").stdout.startswith("Usage: translit tables")


def test_american_spelling(run: Run) -> None:
    assert run("normalize", "-", input="Racht").stdout == "Rasht"
    assert "normalize" not in run("--help").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["mtach", "x"], ["no command 'mtach'", "write 'match'", "--help"]),
        (["--wrong"], ["--wrong", "translit --help"]),
        (["match"], ["NAME", "translit match --help"]),
        (["match", "-n", "0", "x"], ["--limit"]),
        (["match", "--min-score", "nan", "x"], ["nan"]),
        (["match", "--min-score", "1.5", "x"], ["1.5"]),
        (["match", "--type", "persn", "x"], ["persn", "'person'"]),
        (["match", "--format", "jsnol", "x"], ["no format 'jsnol'", "write 'jsonl'"]),
        (["match", "--format", "csv", "x"], ["no format 'csv'", "text, jsonl"]),
        (["match", "--no-bundled", "x"], ["-t"]),
        (["match", "-t", "nowhere.yaml", "x"], ["nowhere.yaml", "no such file"]),
        (["annotate", "--format", "cvs", "x"], ["no format 'cvs'", "write 'csv'"]),
        (["compare", "x"], ["B", "translit compare --help"]),
    ],
)
def test_wrong_usage_is_one_line(run: Run, arguments: list[str], words: list[str]) -> None:
    assert is_told(run(*arguments), *words)


def test_each_fault_of_a_table_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        "- {id: a, type: persn, heading: A}\n- {id: b, type: place, heading: B, varients: [C]}\n"
    )
    result = run("match", "-t", "mine.yaml", "x")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "translit: mine.yaml:1: a: unknown type 'persn'; write 'person'",
        "translit: mine.yaml:2: b: unknown key 'varients'; write 'variants'",
    ]


def test_an_error_stays_one_line_whatever_it_names(run: Run) -> None:
    assert is_told(run("annotate", "no\nsuch\x1b[31m"), "no such")


def test_output_is_utf8_in_any_locale(program: Program) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    result = program("normalise", "-", input="Кучек Хан « Racht »".encode(), env=environment)
    assert result.stderr == b""
    assert result.stdout.decode("utf-8").endswith("« Rasht »")


def test_a_name_that_is_no_text_is_no_crash(program: Program) -> None:
    result = program("match", b"\xff\xfe")
    assert result.returncode == 0
    assert b"Traceback" not in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_a_broken_pipe_ends_quietly(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("At Racht, Trotsky.\n" * 20_000)
    process = subprocess.Popen(
        [sys.executable, "-m", "translit.cli", "annotate", "long.txt"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline().startswith(b"1:")
    process.stdout.close()
    assert process.wait(120) == 141
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_interrupted_from_the_keyboard(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "translit.cli", "annotate", "-", "-o", "out.txt"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    wait_for(lambda: list(tmp_path.glob(".translit-*.tmp")))
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == b""
    assert b"Traceback" not in err
    assert list(tmp_path.iterdir()) == []


def wait_for(condition: Callable[[], object]) -> None:
    for _ in range(1200):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("waited in vain")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    with open("/dev/full", "wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "translit.cli", "match", "Trotsky"],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=120,
        )
    assert result.returncode == 2
    assert result.stderr.startswith(b"translit: ")
    assert result.stderr.count(b"\n") == 1


def test_match_imports_no_yaml() -> None:
    """A cold start must stay short: what one call does not need is not imported."""
    code = (
        "import sys; from translit.cli import main\n"
        "try: main(['match', 'Trotsky'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'yaml', 'rich', 'json', 'difflib'} & set(sys.modules)), file=sys.stderr)"
    )
    call = [sys.executable, "-c", code]
    subprocess.run(call, check=True, capture_output=True, timeout=120)  # fills the cache
    result = subprocess.run(call, check=True, capture_output=True, timeout=120)
    assert result.stdout.startswith(b"Trotsky\t")
    assert result.stderr == b"[]\n"


def test_progress_is_for_terminals_and_long_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    small, big = TextFile("s.txt", "", "utf-8", 10), TextFile("big.txt", "", "utf-8", 5_000_000)
    with Progress("annotating", 1) as progress:
        progress.begin(big)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with Progress("annotating", 1) as progress:
        progress.begin(small)
    assert capsys.readouterr().err == ""
    with Progress("annotating", 1) as progress:
        progress.begin(big)
    shown = capsys.readouterr().err
    assert "annotating big.txt (5.0 MB)" in shown
    assert shown.endswith("\r\x1b[K")
    with Progress("annotating", 12) as progress:
        progress.begin(small)
    assert "1/12 s.txt" in capsys.readouterr().err
