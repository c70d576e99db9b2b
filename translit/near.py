"""Near misses: the spellings whose letters are at most two slips away from a run of words.

A slip touches two letters side by side at most, so one slip leaves the first or the last part of a
spelling as it was, and two slips leave the first, the middle or the last: spellings are kept by those
parts and their length. The tables are small (two or three entries a spelling), are made for a length
when a run of such a length is first asked for, and a run that is like nothing costs a few look-ups.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from translit.index import Index
from translit.names import Lexicon
from translit.spellings import DERIVED, WEAK

SHORTEST = 7  # letters; with fewer, another spelling is another name
TWO_SLIPS = 13  # letters of the longer, from which two slips are borne


@dataclass(slots=True)
class _Parts:
    """The spellings whose parts are of one size, by their first, middle and last letters."""

    first: dict[str, tuple[str, ...]]
    middle: dict[str, tuple[str, ...]]
    last: dict[str, tuple[str, ...]]


def _size(length: int, slips: int) -> int:
    """How long the parts of a spelling are: with a letter between them, so that no slip touches two."""
    return (length - slips) // (slips + 1)


class Near:
    """The spellings of an index by their letters, those left out that need a fuller mention."""

    def __init__(self, index: Index, lexicon: Lexicon) -> None:
        self._exact = index.exact
        self._rows = index.spellings.rows
        # In reading order, the letters of the spellings that the tables give with the surname first.
        self._inverted: dict[str, list[int]] = {}
        for number, (text, _, _, flags) in enumerate(self._rows):
            if "," in text and not flags & (WEAK | DERIVED):
                letters = "".join([part.fold for part in lexicon.parse(text)])
                self._inverted.setdefault(letters, []).append(number)
        self._lengths: dict[int, list[str]] = {}
        for key in self._exact:
            self._lengths.setdefault(len(key), []).append(key)
        for letters in self._inverted:
            if letters not in self._exact:
                self._lengths.setdefault(len(letters), []).append(letters)
        self._parts: dict[tuple[int, int], _Parts] = {}

    def __call__(self, letters: str) -> set[int]:
        """The numbers of the spellings at most two slips away (one, if both are short)."""
        out: set[int] = set()
        count = len(letters)
        sizes = {
            (_size(length, slips), slips)
            for length in range(count - 2, count + 3)
            for slips in (2 if max(count, length) >= TWO_SLIPS else 1,)
            if abs(count - length) <= slips and length > 0
        }
        for size, slips in sizes:
            for keys in self._sharing(letters, size, slips):
                for key, _, _ in extract(letters, keys, scorer=OSA.distance, score_cutoff=slips, limit=None):
                    borne = 2 if max(count, len(key)) >= TWO_SLIPS else 1
                    if borne == slips:
                        out.update(self._numbers(key))
        return out

    def _sharing(self, letters: str, size: int, slips: int) -> Iterator[tuple[str, ...]]:
        """The spellings with parts of a size that share one with a run, by the part."""
        parts = self._parts.get((size, slips)) or self._make(size, slips)
        part = letters[:size]
        if part in parts.first:
            yield parts.first[part]
        part = letters[len(letters) - size :]
        if part in parts.last:
            yield parts.last[part]
        if slips == 2:
            for at in range(size - 1, size + 4):
                part = letters[at : at + size]
                if part in parts.middle:
                    yield parts.middle[part]

    def _numbers(self, letters: str) -> list[int]:
        """The spellings of some letters that stand by themselves."""
        rows = self._rows
        out = list(self._inverted.get(letters, ()))
        for number in self._exact.get(letters, ()):
            text, _, _, flags = rows[number]
            if not flags & (WEAK | DERIVED) and "," not in text:
                out.append(number)
        return out

    def _make(self, size: int, slips: int) -> _Parts:
        """The table of the spellings whose parts are of a size."""
        first: dict[str, list[str]] = {}
        middle: dict[str, list[str]] = {}
        last: dict[str, list[str]] = {}
        rows = self._rows
        for length, keys in self._lengths.items():
            if length < SHORTEST or _size(length, slips) != size:
                continue
            for key in keys:
                for number in self._exact.get(key, ()):
                    if not rows[number][3] & (WEAK | DERIVED):
                        break
                else:
                    if key not in self._inverted:
                        continue
                first.setdefault(key[:size], []).append(key)
                last.setdefault(key[length - size :], []).append(key)
                if slips == 2:
                    middle.setdefault(key[size + 1 : 2 * size + 1], []).append(key)
        # As tuples, which the collector of garbage need not visit.
        first_of, middle_of, last_of = (
            {part: tuple(found) for part, found in table.items()} for table in (first, middle, last)
        )
        parts = self._parts[size, slips] = _Parts(first_of, middle_of, last_of)
        return parts
