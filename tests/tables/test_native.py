"""The compilation of the wheel's hot modules: what is compiled fits, and what fails leaves pure Python."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

native = pytest.importorskip("translit.tables.native", reason="an installed package has it no longer")
ROOT = Path(native.__file__).parents[2]


@pytest.fixture(autouse=True)
def wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRANSLIT_PURE", raising=False)
    monkeypatch.setattr(native.sysconfig, "get_config_var", lambda name: None)
    monkeypatch.setattr(native.sys.implementation, "name", "cpython")


def failing(*messages: str) -> Any:
    """A run that fails with a message on each of the two outputs."""

    def run(*arguments: object, **options: object) -> None:
        raise subprocess.CalledProcessError(1, "python", *messages)

    return run


def test_turned_off(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("TRANSLIT_PURE", "yes")
    monkeypatch.setattr(native, "_compile", lambda *folders: pytest.fail("it was tried"))
    assert native.compiled(Path("a"), Path("b")) == {}
    assert native.requirements() == []
    assert "TRANSLIT_PURE is set" in capsys.readouterr().err


def test_an_empty_value_turns_nothing_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSLIT_PURE", "")
    assert native.why_not() is None
    assert native.requirements()


@pytest.mark.parametrize(
    ("outputs", "reason"),
    [
        (("building\n", "warning\nerror: no such file: 'gcc'\n\n"), "error: no such file: 'gcc'"),
        (("translit/fold.py:1: error: bad\n", ""), "translit/fold.py:1: error: bad"),
        (("", ""), "non-zero exit status 1"),
    ],
)
def test_a_compiler_that_fails(
    outputs: tuple[str, str],
    reason: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(native.shutil, "copytree", lambda *places, **options: None)
    monkeypatch.setattr(native.subprocess, "run", failing(*outputs))
    assert native.compiled(ROOT, tmp_path) == {}
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    assert reason in shown.err


@pytest.mark.parametrize("error", [OSError("disk full"), ImportError("no mypyc"), RuntimeError("differs")])
def test_whatever_fails(
    error: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*folders: Path) -> None:
        raise error

    monkeypatch.setattr(native, "_compile", fail)
    assert native.compiled(Path("a"), Path("b")) == {}
    assert str(error) in capsys.readouterr().err


@pytest.mark.parametrize(
    ("said", "kept"),
    [("16\n[1]\n", True), ("16\n[2]\n", False), ("15\n[1]\n", False), ("0\n[1]\n", False), ("", False)],
)
def test_what_does_not_do_the_same_is_not_kept(
    said: str, kept: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(native.sysconfig, "get_config_var", lambda name: ".so" if name[0] == "E" else None)
    monkeypatch.setattr(native.shutil, "copytree", lambda *places, **options: None)
    monkeypatch.setattr(native, "MODULES", ("fold",) * 15)
    monkeypatch.setattr(native, "WRITTEN", ("cutting",))

    def run(*arguments: str, folder: Path) -> str:
        if arguments[0] == "setup.py":
            (folder / "translit").mkdir()
            (folder / "shared.so").touch()
            (folder / "translit" / "fold.so").touch()
        return said if folder == tmp_path else "0\n[1]\n"

    monkeypatch.setattr(native, "_run", run)
    places = {tmp_path / "shared.so": "shared.so", tmp_path / "translit" / "fold.so": "translit/fold.so"}
    assert native.compiled(ROOT, tmp_path) == (places if kept else {})


def test_another_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(native.sys.implementation, "name", "pypy")
    assert native.requirements() == []


def test_no_compiled_class_has_a_cached_property() -> None:
    for name in native.MODULES:
        assert "cached_property" not in (ROOT / native.path_of(name)).read_text(encoding="utf-8"), name


def test_subclasses_of_compiled_classes_are_compiled() -> None:
    compiled = {f"translit.{name}" for name in native.MODULES}
    modules = [import_module(f"translit.{file.stem}") for file in (ROOT / "translit").glob("[a-z]*.py")]
    for module in modules:
        for one in vars(module).values():
            if isinstance(one, type) and one.__module__ == module.__name__ not in compiled:
                assert not {base.__module__ for base in one.__mro__} & compiled, one


def test_mypyc_takes_the_modules(tmp_path: Path) -> None:
    """mypyc knows less than mypy, and what it stumbles over would leave all of them pure Python."""
    paths = [*native._OPTIONS, *(str(ROOT / native.path_of(name)) for name in native.MODULES)]
    script = f"from mypyc.build import mypycify; mypycify({paths!r}, target_dir={str(tmp_path)!r})"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
