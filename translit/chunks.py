r"""A text cut at spaces and line ends, and what is known of each distinct piece.

Most of a running text is small words that begin no name. A chunk (what stands between two spaces or
line ends, with its points and quotation marks) is looked at once for each distinct form; after that an
occurrence costs a dictionary look-up. No word and no mark of a word holds a space or a line end, so the
words of the chunks are the words of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate, count
from operator import add

from translit.fold import HYPHENS, INVISIBLE
from translit.inflection.endings import numbered_words
from translit.plain import mypyc_attr
from translit.tokens import WORD, Gap, gap
from translit.words import Word

_GLUES = re.compile(rf"[{re.escape(INVISIBLE)}]*[{re.escape(HYPHENS)}\N{{SOFT HYPHEN}}]")
_HYPHENED = re.compile(rf"[{re.escape(HYPHENS)}\N{{SOFT HYPHEN}}][{re.escape(INVISIBLE)}]*$")
_BEFORE, _BEHIND = '("', '.,;:!?)"'  # what may stand beside a plain word
_ENDS = frozenset(";:!?)…")  # no name runs across these
_COMMAS = frozenset(",،")

Reading = tuple[tuple[int, int, Word], ...]


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


@mypyc_attr(acyclic=True)
class Mark:
    """A word of a chunk with which a name may begin.

    ``alone`` says that it is the last of its chunk and no hyphen follows; ``ends`` that the signs after
    it let no name run on; ``comma`` that a comma stands there.
    """

    def __init__(self, ordinal: int, word: Word, alone: bool, ends: bool, comma: bool) -> None:
        self.ordinal = ordinal
        self.word = word
        self.alone = alone
        self.ends = ends
        self.comma = comma


@mypyc_attr(acyclic=True)
class Seen:
    """What is known of a chunk at a glance: the words in it with which a name may begin, and the numbers of
    the languages of which its words are small words.
    """

    def __init__(self, marks: tuple[Mark, ...], tongues: tuple[int, ...]) -> None:
        self.marks = marks
        self.tongues = tongues


def reading_of(chunk: str, word: Callable[[str], Word]) -> Reading:
    """The words of a chunk with their places in it, joiners and direction marks that trail left out."""
    bare = chunk[:-1] if chunk[-1:] in _BEHIND else chunk
    if bare.isalpha() and bare[-1] not in INVISIBLE:  # most: a word, perhaps with a sign behind it
        return ((0, len(bare), word(bare)),)
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
    bare = chunk.rstrip(_BEHIND)
    if bare[:1] in _BEFORE:
        bare = bare[1:]
    return bare if bare.isascii() and bare.isalpha() and bare.islower() else None


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


def tongues_of(chunk: str) -> tuple[int, ...]:
    """The numbers of the languages of which the words of a chunk are small words, one for each word and
    language.
    """
    known = numbered_words()
    bare = chunk.strip(_BEHIND)
    if bare.isalpha():
        return known.get(bare.casefold(), ())
    out: list[int] = []
    for match in WORD.finditer(chunk):
        out += known.get(match.group().casefold(), ())
    return tuple(out)
