"""What is known of each distinct chunk of a text (:mod:`translit.cutting`): its words, and whether a name
may begin with one of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from translit.fold import HYPHENS, INVISIBLE
from translit.inflection.endings import numbered_words
from translit.plain import mypyc_attr
from translit.tokens import WORD, Gap, gap
from translit.words import Word

_GLUES = re.compile(rf"[{re.escape(INVISIBLE)}]*[{re.escape(HYPHENS)}\N{{SOFT HYPHEN}}]")
_FILE_ENDING = re.compile(r"\.(?:html?|png|jpe?g|gif|svg|pdf|txt|csv|tsv|xml|json|ya?ml|md|docx?|zip)\b")
_HYPHENED = re.compile(rf"[{re.escape(HYPHENS)}\N{{SOFT HYPHEN}}][{re.escape(INVISIBLE)}]*$")
_BEFORE, _BEHIND = '("', '.,;:!?)"'  # what may stand beside a plain word
_ENDS = frozenset(";:!?)…")  # no name runs across these
# The tables have the Persian letters where an Arabic keyboard has its own.
_KEYBOARD = str.maketrans("\u064a\u0649\u0643", "\u06cc\u06cc\u06a9")
_COMMAS = frozenset(",،")

Reading = tuple[tuple[int, int, Word], ...]


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


def may_hold_address(chunk: str) -> bool:
    """Whether a chunk has a sign without which there is no address, file name or mark-up in it.

    >>> may_hold_address("(see"), may_hold_address("www.example.org"), may_hold_address("map.pdf)")
    (False, True, True)
    """
    return any(sign in chunk for sign in ("@", "<", "://", "www.")) or _FILE_ENDING.search(chunk) is not None


def is_capital_word(chunk: str) -> bool:
    """Whether a chunk is one word of ASCII letters that begins with a capital, perhaps with signs behind it.

    >>> is_capital_word("Town."), is_capital_word("(Town)"), is_capital_word("town")
    (True, False, False)
    """
    bare = chunk.rstrip(_BEHIND)
    return bare[:1].isupper() and bare.isascii() and bare.isalpha()


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
    bare = chunk.strip(_BEHIND)
    if bare.isalpha():
        return _tongues_of_word(bare)
    out: list[int] = []
    for match in WORD.finditer(chunk):
        out += _tongues_of_word(match.group())
    return tuple(out)


def _tongues_of_word(word: str) -> tuple[int, ...]:
    """The numbers of the languages of which a word is a small word, on whatever keyboard it was typed."""
    known = numbered_words()
    small = word.casefold()
    found = known.get(small)
    if found is None and not small.isascii():
        found = known.get(small.translate(_KEYBOARD))
    return found or ()
