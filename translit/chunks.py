r"""A text cut at spaces and line ends, and what is known of each distinct piece.

Most of a running text is small words that begin no name. A chunk (what stands between two spaces or
line ends, with its points and quotation marks) is looked at once for each distinct form; after that an
occurrence costs a dictionary look-up. No word and no mark of a word holds a space or a line end, so the
words of the chunks are the words of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate, count
from operator import add
from typing import TYPE_CHECKING, Generic, TypeVar

from translit.fold import HYPHENS, INVISIBLE
from translit.inflection import small_words
from translit.tokens import WORD, Gap, gap

if TYPE_CHECKING:
    from translit.words import Word

KEPT = 16_000_000  # code points of chunks remembered, with what each costs besides
_COST = 40

Kept = TypeVar("Kept")
_GLUES = re.compile(rf"[{re.escape(INVISIBLE)}]*[{re.escape(HYPHENS)}\N{{SOFT HYPHEN}}]")
_HYPHENED = re.compile(rf"[{re.escape(HYPHENS)}\N{{SOFT HYPHEN}}][{re.escape(INVISIBLE)}]*$")
_PLAIN = re.compile(r"[(\"]?([a-z]+)[.,;:!?)\"]*")
_ENDS = frozenset(";:!?)…")  # no name runs across these
_COMMAS = frozenset(",،")

Reading = tuple[tuple[int, int, "Word"], ...]


def split(text: str) -> list[str]:
    r"""The chunks of a text, in order.

    >>> split("To Rasht,\nwhere")
    ['To', 'Rasht,', 'where']
    """
    return text.replace("\n", " ").split(" ")


def chunk_places(chunks: list[str]) -> list[int]:
    """Where each chunk begins in the text.

    >>> chunk_places(["To", "Rasht,", "where"])
    [0, 3, 10]
    """
    return list(map(add, accumulate(map(len, chunks[:-1]), initial=0), count()))


class Remembered(dict[str, Kept], Generic[Kept]):
    """What is known of each distinct chunk, found out when first asked for; bounded."""

    def __init__(self, find: Callable[[str], Kept]) -> None:
        super().__init__()
        self._find = find
        self._size = 0

    def __missing__(self, chunk: str) -> Kept:
        found = self._find(chunk)
        self._size += len(chunk) + _COST
        if self._size > KEPT:
            self.clear()
            self._size = len(chunk) + _COST
        self[chunk] = found
        return found


@dataclass(frozen=True, slots=True)
class Mark:
    """A word of a chunk with which a name may begin.

    ``alone`` says that it is the last of its chunk and no hyphen follows; ``ends`` that the signs after
    it let no name run on; ``comma`` that a comma stands there.
    """

    ordinal: int
    word: Word
    alone: bool
    ends: bool
    comma: bool


def reading_of(chunk: str, word: Callable[[str], Word]) -> Reading:
    """The words of a chunk with their places in it, joiners and direction marks that trail left out."""
    out = []
    for match in WORD.finditer(chunk):
        surface = match.group()
        out.append((match.start(), match.start() + len(surface.rstrip(INVISIBLE)), word(surface)))
    return tuple(out)


def glues(chunk: str) -> bool:
    """Whether a hyphen ends a chunk, so that its last word may go on in the next line."""
    return _HYPHENED.search(chunk) is not None


def plain_word(chunk: str) -> str | None:
    """The word of a chunk that is one of small ASCII letters with nothing of note about it.

    >>> plain_word("town."), plain_word("Town"), plain_word("town-")
    ('town', None, None)
    """
    match = _PLAIN.fullmatch(chunk)
    return match.group(1) if match else None


def marks_of(chunk: str, reading: Reading, begins: Callable[[Word], bool]) -> tuple[Mark, ...]:
    """The words of a chunk with which a name may begin.

    Arguments:
        chunk: the chunk.
        reading: its words.
        begins: whether a name may begin with a word that has no capital.
    """
    out = []
    for ordinal, (_, end, word) in enumerate(reading):
        last = ordinal == len(reading) - 1
        tail = chunk[end : len(chunk) if last else reading[ordinal + 1][0]]
        glued = _GLUES.match(tail) is not None if last else gap(tail) is Gap.GLUE
        if not (word.capital or glued or (word.opens and begins(word))):
            continue
        ends = not _ENDS.isdisjoint(tail) or (tail == "." and len(word.fold) > 3)
        out.append(Mark(ordinal, word, last and not glued, ends, not _COMMAS.isdisjoint(tail)))
    return tuple(out)


def tongues_of(chunk: str) -> tuple[str, ...]:
    """The languages of which the words of a chunk are small words, one for each word and language."""
    known = small_words()
    out: list[str] = []
    for match in WORD.finditer(chunk):
        out += known.get(match.group().casefold(), ())
    return tuple(out)
