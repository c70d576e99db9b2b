"""Near misses: the spellings whose letters are at most two slips away from a run of words.

A slip touches two letters side by side at most, so one slip leaves the first or the last part of a
spelling as it was, and two slips leave the first, the middle or the last. The spellings of one length are
sorted by each of those parts, so that those that share one stand together. They are sorted when the index is
built, and kept in one string each; a run that is like nothing costs a few look-ups.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from translit.names import Lexicon
from translit.spellings import DERIVED, WEAK, Row

SHORTEST = 7  # letters; with fewer, another spelling is another name
TWO_SLIPS = 13  # letters of the longer, from which two slips are borne


def _size(length: int, slips: int) -> int:
    """How long the parts of a spelling are: with a letter between them, so that no slip touches two."""
    return (length - slips) // (slips + 1)


def near_tables(rows: Sequence[Row], exact: Mapping[str, Iterable[int]], lexicon: Lexicon) -> dict[str, Any]:
    """What :class:`Near` looks up, as plain data.

    Arguments:
        rows: all spellings; those that need a fuller mention are left out.
        exact: their numbers by their letters.
        lexicon: the parts of names.

    Returns:
        ``inverted``: the spellings that the tables give with the surname first, by their letters in reading
        order. ``lengths``: by length, sorted and in one string each, the letters of all spellings; the same
        from behind; and where two slips are borne, the same from their middle part on, with what stands
        before that last.
    """
    inverted: dict[str, list[int]] = {}
    lengths: dict[int, set[str]] = {}
    for number, (text, _, _, flags) in enumerate(rows):
        if "," in text and not flags & (WEAK | DERIVED):
            letters = "".join([part.fold for part in lexicon.parse(text)])
            inverted.setdefault(letters, []).append(number)
    strong = (
        letters
        for letters, numbers in exact.items()
        if any(not rows[number][3] & (WEAK | DERIVED) for number in numbers)
    )
    for letters in (*strong, *inverted):
        if len(letters) >= SHORTEST:
            lengths.setdefault(len(letters), set()).add(letters)
    tables: dict[int, list[str]] = {}
    for length, found in lengths.items():
        tables[length] = ["".join(sorted(found)), "".join(sorted([letters[::-1] for letters in found]))]
        if length + 2 >= TWO_SLIPS:
            at = _size(length, 2) + 1
            tables[length].append("".join(sorted([letters[at:] + letters[:at] for letters in found])))
    return {"inverted": inverted, "lengths": tables}


_LAST = chr(sys.maxunicode)


class Sorted(Protocol):
    """Spellings of one length, sorted."""

    def like(self, part: str, letters: str, slips: int, turned: int, /) -> list[str]:
        """Those that begin so and that so many slips at most part from some letters; each is turned round
        first, so that it begins with the letter at a place.
        """


class PlainSorted:
    """The same in Python.

    >>> PlainSorted("bakudbakurbakux", 5).like("bak", "rbaky", 1, 4)
    ['rbaku']
    """

    def __init__(self, packed: str, length: int) -> None:
        """``packed`` has the spellings one after the other, each of a length."""
        self._words = [packed[at : at + length] for at in range(0, len(packed), length)]

    def like(self, part: str, letters: str, slips: int, turned: int, /) -> list[str]:
        """Those that begin so and are like some letters."""
        words = self._words
        low = bisect_left(words, part)
        if low == len(words) or not words[low].startswith(part):
            return []
        found = words[low : bisect_left(words, part + _LAST, low)]
        if turned:
            found = [word[turned:] + word[:turned] for word in found]
        scored = extract(letters, found, scorer=OSA.distance, score_cutoff=slips, limit=None)
        return sorted([row[0] for row in scored])


def sorted_words(packed: str, length: int) -> Sorted:
    """Spellings of one length, in C where there is such; the arguments are those of :class:`PlainSorted`."""
    try:
        from translit._sorted import Sorted as Compiled
    except ImportError:  # not compiled
        return PlainSorted(packed, length)
    return Compiled(packed, length)


class Near:
    """The spellings of an index by their letters, those left out that need a fuller mention."""

    def __init__(
        self, tables: Mapping[str, Any], exact: Mapping[str, Sequence[int]], rows: Sequence[Row]
    ) -> None:
        """``tables`` are what :func:`near_tables` made of the spellings ``rows``, ``exact`` by letters."""
        self._exact = exact
        self._rows = rows
        self._inverted: dict[str, list[int]] = tables["inverted"]
        self._packed: dict[int, list[str]] = tables["lengths"]
        self._lengths: dict[int, list[Sorted]] = {}

    def __call__(self, letters: str) -> set[int]:
        """The numbers of the spellings at most two slips away (one, if both are short)."""
        out: set[int] = set()
        count = len(letters)
        for length in range(max(SHORTEST, count - 2), count + 3):
            slips = 2 if max(count, length) >= TWO_SLIPS else 1
            if abs(count - length) <= slips and length in self._packed:
                for key in self._within(letters, length, slips):
                    out.update(self._numbers(key))
        return out

    def _within(self, letters: str, length: int, slips: int) -> set[str]:
        """The spellings of a length that so many slips part from a run: they share a part with it."""
        tables, size = self._of_length(length), _size(length, slips)
        out = set(tables[0].like(letters[:size], letters, slips, 0))
        reverse = letters[::-1]
        out.update([key[::-1] for key in tables[1].like(reverse[:size], reverse, slips, 0)])
        if slips == 2:
            turned = length - size - 1  # where the first letter of a spelling stands in what is turned
            for at in range(size - 1, size + 4):
                part = letters[at : at + size]
                if len(part) == size:
                    out.update(tables[2].like(part, letters, slips, turned))
        return out

    def _of_length(self, length: int) -> list[Sorted]:
        """The tables of the spellings of one length, made ready when first asked for."""
        made = self._lengths.get(length)
        if made is None:
            made = self._lengths[length] = [sorted_words(table, length) for table in self._packed[length]]
        return made

    def _numbers(self, letters: str) -> list[int]:
        """The spellings of some letters that stand by themselves."""
        rows = self._rows
        out = list(self._inverted.get(letters, ()))
        for number in self._exact.get(letters, ()):
            text, _, _, flags = rows[number]
            if not flags & (WEAK | DERIVED) and "," not in text:
                out.append(number)
        return out
