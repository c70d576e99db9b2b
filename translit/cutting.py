r"""A text cut at spaces and line ends, and what is known of each distinct piece.

Most of a running text is small words that begin no name. A chunk (what stands between two spaces or
line ends, with its points and quotation marks) is looked at once for each distinct form; after that an
occurrence costs a look-up. No word and no mark of a word holds a space or a line end, so the words of the
chunks are the words of the text.

Where the library is compiled, ``_cutting.c`` does the same, and all chunks of one form share a string.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import accumulate
from typing import Any, Protocol, overload

from translit.remembered import KEPT, Remembered

MARKED, ADDRESSED = 1, 2  # what is said of a chunk: a name may begin in it, it may hold an address
TAILS = frozenset(".,;:!?")  # signs behind a word that are no part of a name


class Chunks(Protocol):
    """The chunks of a text, in order.

    ``addresses`` says whether any may hold an address.
    """

    addresses: bool

    def __len__(self) -> int: ...

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> list[str]: ...

    def place(self, chunk: int) -> int:
        """Where a chunk begins in the text."""

    def first_from(self, place: int) -> int:
        """The first chunk that begins at a place or behind it."""

    def marked_from(self, chunk: int) -> int:
        """The first chunk, from one on, at which a name may begin; a calm one before a word of letters only
        is passed over. Where there is none, how many there are.
        """

    def begins(self, chunk: int) -> bool:
        """Whether a name may begin in a chunk, calm or not."""

    def foreign(self) -> list[int]:
        """The chunks with other letters than ASCII in which a name may begin, calm or not."""

    def run(self, chunk: int, words: int) -> tuple[int, int, Any] | None:
        """The name of several words, but no more than so many, that begins with a chunk, if they are one.

        Returns:
            The chunk with which it ends, the place in the text where it does, and what it was said to be.
        """

    def tally(self, low: int, high: int, step: int) -> list[int]:
        """How many small words of each language, by number, every so many of some chunks have."""

    def foremost(
        self, low: int, high: int, step: int, languages: tuple[int, ...], share: float
    ) -> tuple[int, tuple[int, ...]]:
        """How many they have of the one of some languages of which they have the most, and which it is; with
        those of which they have at least that share of as many.
        """


def leading(counts: list[int], languages: tuple[int, ...], share: float) -> tuple[int, tuple[int, ...]]:
    """How often the most frequent of some languages is counted, and which it is; with those that are counted
    at least that share as often.

    >>> leading([2, 9, 7, 8], (0, 1, 2), 0.6), leading([0, 1], (0,), 0.6)
    ((9, (1, 2)), (0, ()))
    """
    most = 0
    for number in languages:
        if counts[number] > most:
            most = counts[number]
    return most, tuple([number for number in languages if most and counts[number] >= share * most])


class Cutter(Protocol):
    """Cuts texts, and remembers what it was told of each distinct chunk."""

    def cut(self, text: str) -> Chunks:
        """The chunks of a text."""


class PlainChunks(list[str]):
    """The same in Python."""

    def __init__(self, text: str, cutter: PlainCutter) -> None:
        super().__init__(text.replace("\n", " ").split(" "))
        self._text = text
        self._cutter = cutter
        # How many code points the chunks before each have: it begins so far in, and one for each space.
        self._lengths = list(accumulate(map(len, self), initial=0))
        flags = [cutter.flags[chunk] for chunk in self]
        self.addresses = any(flag & ADDRESSED for flag in flags)
        self._marked = [at for at, flag in enumerate(flags) if flag & MARKED]

    def place(self, chunk: int) -> int:
        """Where a chunk begins in the text."""
        if not 0 <= chunk < len(self):
            raise IndexError("there is no such chunk")
        return self._lengths[chunk] + chunk

    def first_from(self, place: int) -> int:
        """The first chunk that begins at a place or behind it."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._lengths[middle] + middle < place:
                low = middle + 1
            else:
                high = middle
        return low

    def marked_from(self, chunk: int) -> int:
        """The first chunk, from one on, at which a name may begin, or how many there are."""
        for at in range(bisect_left(self._marked, chunk), len(self._marked)):
            found = self._marked[at]
            ahead = self[found + 1] if found + 1 < len(self) else ""
            if not ahead.isalpha() or self._cutter.opens[self[found]] or not self._cutter.calm[self[found]]:
                return found
        return len(self)

    def foreign(self) -> list[int]:
        """The chunks with other letters than ASCII in which a name may begin, calm or not."""
        return [chunk for chunk in self._marked if not self[chunk].isascii()]

    def begins(self, chunk: int) -> bool:
        """Whether a name may begin in a chunk, calm or not."""
        return self.place(chunk) >= 0 and self._cutter.flags[self[chunk]] & MARKED > 0

    def run(self, chunk: int, words: int) -> tuple[int, int, Any] | None:
        """The name of several words, but no more than so many, that begins with a chunk, if they are one."""
        start = self.place(chunk)
        if not self[chunk] or not self._cutter.opens[self[chunk]]:
            return None
        for last in range(chunk + 1, min(chunk + words, len(self))):
            begin = self._lengths[last] + last
            if self._text[begin - 1] != " ":
                return None
            tail = self[last][-1:] in TAILS
            end = begin + len(self[last]) - tail
            found = self._cutter.runs[self._text[start:end]]
            if found:
                return last, end, found
            if tail or found is None:
                return None
        return None

    def tally(self, low: int, high: int, step: int) -> list[int]:
        """How many small words of each language, by number, every so many of some chunks have."""
        if low < 0 or high > len(self) or step < 1:
            raise IndexError("there are no such chunks")
        counts = [0] * self._cutter.languages
        for tongues in filter(None, map(self._cutter.tongues.__getitem__, self[low:high:step])):
            for number in tongues:
                counts[number] += 1
        return counts

    def foremost(
        self, low: int, high: int, step: int, languages: tuple[int, ...], share: float
    ) -> tuple[int, tuple[int, ...]]:
        """The languages, of some, of which they have the most."""
        return leading(self.tally(low, high, step), languages, share)


class PlainCutter:
    r"""The same in Python.

    >>> def flags(chunk):
    ...     return chunk[:1].isupper()
    >>> def run(words):
    ...     return [words] if words == "Kuchik Khan" else None
    >>> cutter = PlainCutter(flags, "The".__eq__, "Kuchik".__eq__, run, lambda chunk: ("e" in chunk,), 2, 100)
    >>> chunks = cutter.cut("The Jangalis, Kuchik Khan,\nhere")
    >>> list(chunks), chunks.marked_from(0), chunks.place(1), chunks.first_from(5), chunks.run(2, 4)
    (['The', 'Jangalis,', 'Kuchik', 'Khan,', 'here'], 0, 4, 2, (3, 25, ['Kuchik Khan']))
    >>> cutter.cut("The sea").marked_from(0), chunks.tally(0, 5, 1)
    (2, [3, 2])
    """

    def __init__(
        self,
        begins: Callable[[str], int],
        calm: Callable[[str], bool],
        opens: Callable[[str], bool],
        run: Callable[[str], Any],
        tongues: Callable[[str], tuple[int, ...]],
        languages: int,
        kept: int,
    ) -> None:
        """What is asked of each distinct chunk; of an empty one nothing is.

        Arguments:
            begins: whether a name may begin in it (``MARKED``) and whether it may hold an address
                (``ADDRESSED``), added up.
            calm: whether no name begins in it where a word of letters only follows, though it may else.
            opens: whether a name may begin with it that ``run`` knows; then it is not calm.
            run: what some words are as a name; None if they are none and begin none, something empty if they
                begin one.
            tongues: the numbers of the languages of which its words are small words.
            languages: how many languages there are.
            kept: how many code points are remembered, with what each string costs besides; of one text all
                is.
        """
        self.flags: Remembered[int] = Remembered(lambda chunk: begins(chunk) if chunk else 0, kept)
        self.calm: Remembered[bool] = Remembered(calm, kept)
        self.opens: Remembered[bool] = Remembered(opens, kept)
        self.runs: Remembered[Any] = Remembered(run, kept)
        self.tongues: Remembered[tuple[int, ...]] = Remembered(tongues, kept)
        self.languages = languages

    def cut(self, text: str) -> PlainChunks:
        """The chunks of a text."""
        return PlainChunks(text, self)


def cutter(
    begins: Callable[[str], int],
    calm: Callable[[str], bool],
    opens: Callable[[str], bool],
    run: Callable[[str], Any],
    tongues: Callable[[str], tuple[int, ...]],
    languages: int,
) -> Cutter:
    """A cutter, in C where there is one; the arguments are those of :class:`PlainCutter`."""
    try:
        from translit._cutting import Cutter as Compiled
    except ImportError:  # not compiled
        return PlainCutter(begins, calm, opens, run, tongues, languages, KEPT)
    made: Cutter = Compiled(begins, calm, opens, run, tongues, languages, KEPT)
    return made
