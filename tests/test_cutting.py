"""Texts cut into chunks: in Python, and the same in C."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.cutting import ADDRESSED, MARKED, PlainCutter

Made = Callable[..., Any]
LANGUAGES, WORDS = 3, 4


@pytest.fixture(scope="module")
def compiled(extension: Callable[[str], Any]) -> Made:
    """The cutter in C, compiled here."""
    made: Made = extension("_cutting").Cutter
    return made


def flags(chunk: str) -> int:
    assert chunk  # an empty one is not asked about
    marked = chunk[:1].isupper() or "é" in chunk
    return MARKED * marked + ADDRESSED * ("@" in chunk)


def calm(chunk: str) -> bool:
    return chunk.startswith("é")


def opens(chunk: str) -> bool:
    assert chunk
    return chunk.istitle()


def run(words: str) -> list[str] | None:
    return None if "\r" in words else [words] if words.endswith(("e", "К")) else []


def tongues(chunk: str) -> tuple[int, ...]:
    return tuple(number for number, letter in enumerate("aeК") if letter in chunk)


ASKED: tuple[Callable[[str], Any], ...] = (flags, calm, opens, run, tongues)


def same(one: Any, other: Any, text: str) -> None:
    """Two ways of cutting a text agree in all that they are asked."""
    count = len(one)
    assert count == len(other)
    assert [one[at] for at in range(count)] == [other[at] for at in range(count)] == one[:] == other[:]
    assert (one[-1], one[1:-1], one[::-2]) == (other[-1], other[1:-1], other[::-2])
    assert one.addresses == other.addresses
    for ask in ("begins", "place"):
        assert [getattr(one, ask)(at) for at in range(count)] == [
            getattr(other, ask)(at) for at in range(count)
        ]
    assert one.foreign() == other.foreign()
    starts = range(count + 2)
    assert [one.marked_from(at) for at in starts] == [other.marked_from(at) for at in starts]
    assert [one.run(at, WORDS) for at in range(count)] == [other.run(at, WORDS) for at in range(count)]
    places = range(len(text) + 2)
    assert [one.first_from(at) for at in places] == [other.first_from(at) for at in places]
    for step in (1, 2, 5):
        assert one.tally(0, count, step) == other.tally(0, count, step)
        for share in (0.5, 1):
            asked = (0, count, step, (2, 0), share)
            assert one.foremost(*asked) == other.foremost(*asked)
    assert one.tally(1, count, 1) == other.tally(1, count, 1)


@given(
    st.lists(st.text("aeéAEКк𐎠@ \n.,\r", max_size=60), min_size=1, max_size=4), st.sampled_from([90, 10_000])
)
def test_c_does_the_same(compiled: Made, texts: list[str], kept: int) -> None:
    plain = PlainCutter(*ASKED, LANGUAGES, kept)
    quick = compiled(*ASKED, LANGUAGES, kept)
    for text in texts:
        same(plain.cut(text), quick.cut(text), text)


def marked(chunks: Any) -> list[int]:
    """All chunks at which a name may begin, by what follows."""
    out = [chunks.marked_from(0)]
    while out[-1] < len(chunks):
        out.append(chunks.marked_from(out[-1] + 1))
    return out


def test_many_chunks(compiled: Made) -> None:
    text = " ".join(f"{'a' if at % 3 else 'A'}{at % 9000}" for at in range(30_000))
    plain = PlainCutter(*ASKED, LANGUAGES, 1 << 20)
    same(plain.cut(text[:2000]), compiled(*ASKED, LANGUAGES, 1 << 20).cut(text[:2000]), text[:2000])
    for kept in (1 << 10, 1 << 20):
        cutter = compiled(*ASKED, LANGUAGES, kept)
        for _ in range(2):
            made = cutter.cut(text)
            assert marked(made) == marked(plain.cut(text))
            assert made.tally(0, len(made), 7) == plain.cut(text).tally(0, len(made), 7)


def test_chunks_outlive_what_is_remembered(compiled: Made) -> None:
    cutter = compiled(*ASKED, LANGUAGES, 100)
    first = cutter.cut("Ae Be, ae")
    for at in range(20):
        cutter.cut(f"A{at} {at}")
    assert first[:] == ["Ae", "Be,", "ae"]
    assert first.run(0, WORDS) == (1, 5, ["Ae Be"])
    assert first.tally(0, 3, 1) == [1, 3, 0]


def test_a_chunk_is_asked_about_once(compiled: Made) -> None:
    for make in (PlainCutter, compiled):
        asked: list[str] = []
        cutter = make(lambda chunk, asked=asked: asked.append(chunk) or 0, *ASKED[1:], LANGUAGES, 10_000)
        cutter.cut("a b  a")
        cutter.cut("b a")
        assert asked == ["a", "b"]


def test_runs(compiled: Made) -> None:
    for make in (PlainCutter, compiled):
        cutter = make(*ASKED, LANGUAGES, 10_000)
        assert cutter.cut("Ab Ac Ad Ae, x").run(0, WORDS) == (3, 11, ["Ab Ac Ad Ae"])
        assert cutter.cut("Ab Ac Ad Ae, x").run(0, 3) is None
        assert cutter.cut("Ab Ac, Ae").run(0, WORDS) is None  # nothing runs across a comma
        assert cutter.cut("Ab\nAe").run(0, WORDS) is None  # nor, as written, across a line's end
        assert cutter.cut("Ab ae\nAe").run(0, WORDS) == (1, 5, ["Ab ae"])
        assert cutter.cut("Ab a\r Ae").run(0, WORDS) is None


def failing(chunk: str) -> bool:
    raise ZeroDivisionError(chunk)


def test_what_goes_wrong(compiled: Made) -> None:
    for make in (PlainCutter, compiled):
        for asked in range(5):
            ask = [*ASKED[:asked], failing, *ASKED[asked + 1 :]]
            with pytest.raises(ZeroDivisionError):
                same(*[make(*ask, LANGUAGES, 100).cut("é b Ae be") for _ in range(2)], "é b Ae be")
        chunks = make(*ASKED, LANGUAGES, 100).cut("a b")
        for call in (chunks.__getitem__, chunks.place, chunks.begins):
            with pytest.raises(IndexError):
                call(2)
        with pytest.raises(IndexError):
            chunks.run(2, WORDS)
        with pytest.raises(IndexError):
            chunks.tally(0, 3, 1)
        with pytest.raises(IndexError):
            chunks.foremost(0, 2, 1, (LANGUAGES,), 0.5)
    with pytest.raises(TypeError):
        compiled(*ASKED, LANGUAGES, 100).cut(b"a")
    with pytest.raises(TypeError):
        compiled.__new__(compiled).cut("a")
    with pytest.raises(IndexError):
        compiled(*ASKED[:4], lambda chunk: (LANGUAGES,), LANGUAGES, 100).cut("a").tally(0, 1, 1)
    with pytest.raises(TypeError):
        compiled(*ASKED[:4], lambda chunk: 1, LANGUAGES, 100).cut("a").tally(0, 1, 1)


def test_whoever_is_asked_may_cut_himself(compiled: Made) -> None:
    cutters: list[Any] = []

    def ask(chunk: str) -> int:
        if len(chunk) < 5:
            cutters[0].cut(" ".join(f"{chunk}{letter}" for letter in "abcd"))
        return flags(chunk)

    for kept in (10, 1000):
        cutters[:] = [compiled(ask, *ASKED[1:], LANGUAGES, kept)]
        assert marked(cutters[0].cut("é b é")) == [2, 3]
