r"""A text cut at spaces and line ends, and what is known of each distinct piece.

Most of a running text is small words that begin no name. A chunk (what stands between two spaces or
line ends, with its points and quotation marks) is looked at once for each distinct form; after that an
occurrence costs a look-up. No word and no mark of a word holds a space or a line end, so the words of the
chunks are the words of the text.

Where the library is compiled, ``_cutting.c`` does the same, and makes a chunk's string only when somebody
asks for it.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from typing import Protocol, overload

from translit.remembered import KEPT, Remembered


class Chunks(Protocol):
    """The chunks of a text, in order; ``marked`` are the numbers of those at which a name may begin."""

    marked: list[int]

    def __len__(self) -> int: ...

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> list[str]: ...

    def place(self, chunk: int) -> int:
        """Where a chunk begins in the text."""

    def first_from(self, place: int) -> int:
        """The first chunk that begins at a place or behind it."""

    def tally(self, low: int, high: int, step: int) -> list[int]:
        """How many small words of each language, by number, every so many of some chunks have."""


class Cutter(Protocol):
    """Cuts texts, and remembers what it was told of each distinct chunk."""

    def cut(self, text: str) -> Chunks:
        """The chunks of a text."""


class PlainChunks(list[str]):
    """The same in Python."""

    def __init__(self, chunks: list[str], cutter: PlainCutter) -> None:
        super().__init__(chunks)
        self._tongues = cutter.tongues
        self._languages = cutter.languages
        self.marked = [at for at, begins in enumerate(map(cutter.begins.__getitem__, chunks)) if begins]
        # How many code points the chunks before each have: it begins so far in, and one for each space.
        self._lengths = list(accumulate(map(len, chunks), initial=0))

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

    def tally(self, low: int, high: int, step: int) -> list[int]:
        """How many small words of each language, by number, every so many of some chunks have."""
        if low < 0 or high > len(self) or step < 1:
            raise IndexError("there are no such chunks")
        counts = [0] * self._languages
        for tongues in filter(None, map(self._tongues.__getitem__, self[low:high:step])):
            for number in tongues:
                counts[number] += 1
        return counts


class PlainCutter:
    r"""The same in Python.

    >>> cutter = PlainCutter(lambda chunk: chunk[:1].isupper(), lambda chunk: (int("e" in chunk),), 2, 100)
    >>> chunks = cutter.cut("To Rasht,\nwhere")
    >>> list(chunks), chunks.marked, chunks.place(1), chunks.first_from(4), chunks.tally(0, 3, 1)
    (['To', 'Rasht,', 'where'], [0, 1], 3, 2, [2, 1])
    """

    def __init__(
        self,
        begins: Callable[[str], bool],
        tongues: Callable[[str], tuple[int, ...]],
        languages: int,
        kept: int,
    ) -> None:
        """What is asked of each distinct chunk.

        Arguments:
            begins: whether a name may begin in it; in an empty one none does.
            tongues: the numbers of the languages of which its words are small words.
            languages: how many languages there are.
            kept: how many code points are remembered at most, with what each string costs besides.
        """
        self.begins: Remembered[bool] = Remembered(lambda chunk: chunk != "" and begins(chunk), kept)
        self.tongues: Remembered[tuple[int, ...]] = Remembered(tongues, kept)
        self.languages = languages

    def cut(self, text: str) -> PlainChunks:
        """The chunks of a text."""
        return PlainChunks(text.replace("\n", " ").split(" "), self)


def cutter(
    begins: Callable[[str], bool], tongues: Callable[[str], tuple[int, ...]], languages: int
) -> Cutter:
    """A cutter, in C where there is one; the arguments are those of :class:`PlainCutter`."""
    try:
        from translit._cutting import Cutter as Compiled
    except ImportError:  # not compiled
        return PlainCutter(begins, tongues, languages, KEPT)
    made: Cutter = Compiled(begins, tongues, languages, KEPT)
    return made
