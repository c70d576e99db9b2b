"""Texts cut into chunks: in Python, and the same in C."""

from __future__ import annotations

import importlib.util
import subprocess
import sysconfig
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.cutting import PlainCutter

SOURCE = Path(__file__).parents[1] / "translit" / "_cutting.c"
Made = Callable[..., Any]
LANGUAGES = 3


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The cutter in C, compiled here."""
    target = tmp_path_factory.mktemp("compiled") / f"_cutting{sysconfig.get_config_var('EXT_SUFFIX')}"
    compiler = str(sysconfig.get_config_var("CC") or "cc").split()
    folder = sysconfig.get_paths()["include"]
    command = [*compiler, "-shared", "-fPIC", "-O1", f"-I{folder}", str(SOURCE), "-o", str(target)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no C compiler: {error}")
    spec = importlib.util.spec_from_file_location("translit._cutting", target)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made: Made = module.Cutter
    return made


def begins(chunk: str) -> bool:
    return chunk[:1].isupper() or "é" in chunk


def tongues(chunk: str) -> tuple[int, ...]:
    return tuple(number for number, letter in enumerate("aeК") if letter in chunk)


def same(one: Any, other: Any, text: str) -> None:
    """Two ways of cutting a text agree in all that they are asked."""
    count = len(one)
    assert count == len(other)
    assert [one[at] for at in range(count)] == [other[at] for at in range(count)] == one[:] == other[:]
    assert (one[-1], one[1:-1], one[::-2]) == (other[-1], other[1:-1], other[::-2])
    assert one.marked == other.marked
    assert [one.place(at) for at in range(count)] == [other.place(at) for at in range(count)]
    places = range(len(text) + 2)
    assert [one.first_from(at) for at in places] == [other.first_from(at) for at in places]
    for step in (1, 2, 5):
        assert one.tally(0, count, step) == other.tally(0, count, step)
    assert one.tally(1, count, 1) == other.tally(1, count, 1)


@given(st.lists(st.text("aeéAКк𐎠 \n.\r", max_size=60), min_size=1, max_size=4), st.sampled_from([90, 10_000]))
def test_c_does_the_same(compiled: Made, texts: list[str], kept: int) -> None:
    plain = PlainCutter(begins, tongues, LANGUAGES, kept)
    quick = compiled(begins, tongues, LANGUAGES, kept)
    for text in texts:
        same(plain.cut(text), quick.cut(text), text)


def test_many_chunks(compiled: Made) -> None:
    text = " ".join(f"{'a' if at % 3 else 'A'}{at % 9000}" for at in range(30_000))
    plain = PlainCutter(begins, tongues, LANGUAGES, 1 << 20)
    same(plain.cut(text[:2000]), compiled(begins, tongues, LANGUAGES, 1 << 20).cut(text[:2000]), text[:2000])
    for kept in (1 << 10, 1 << 20):
        made = compiled(begins, tongues, LANGUAGES, kept).cut(text)
        assert made.marked == plain.cut(text).marked
        assert made.tally(0, len(made), 7) == plain.cut(text).tally(0, len(made), 7)


def test_a_chunk_is_asked_about_once(compiled: Made) -> None:
    for make in (PlainCutter, compiled):
        asked: list[str] = []
        cutter = make(lambda chunk, asked=asked: bool(asked.append(chunk)), tongues, LANGUAGES, 10_000)
        cutter.cut("a b  a")
        cutter.cut("b a")
        assert asked == ["a", "b"]


def failing(chunk: str) -> bool:
    raise ZeroDivisionError(chunk)


def test_what_goes_wrong(compiled: Made) -> None:
    for make in (PlainCutter, compiled):
        with pytest.raises(ZeroDivisionError):
            make(failing, tongues, LANGUAGES, 100).cut("a")
        with pytest.raises(ZeroDivisionError):
            make(begins, failing, LANGUAGES, 100).cut("a").tally(0, 1, 1)
        chunks = make(begins, tongues, LANGUAGES, 100).cut("a b")
        with pytest.raises(IndexError):
            chunks[2]
        with pytest.raises(IndexError):
            chunks.place(2)
        with pytest.raises(IndexError):
            chunks.tally(0, 3, 1)
    with pytest.raises(TypeError):
        compiled(begins, tongues, LANGUAGES, 100).cut(b"a")
    with pytest.raises(TypeError):
        compiled.__new__(compiled).cut("a")
    with pytest.raises(IndexError):
        compiled(begins, lambda chunk: (LANGUAGES,), LANGUAGES, 100).cut("a").tally(0, 1, 1)
    with pytest.raises(TypeError):
        compiled(begins, lambda chunk: 1, LANGUAGES, 100).cut("a").tally(0, 1, 1)


def test_whoever_is_asked_may_cut_himself(compiled: Made) -> None:
    cutters: list[Any] = []

    def ask(chunk: str) -> bool:
        if len(chunk) < 5:
            cutters[0].cut(" ".join(f"{chunk}{letter}" for letter in "abcd"))
        return begins(chunk)

    cutters.append(compiled(ask, tongues, LANGUAGES, 1000))
    assert cutters[0].cut("A b A").marked == [0, 2]
