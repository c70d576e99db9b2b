"""Words one letter off from another, among very many."""

from __future__ import annotations

import gc
import sys
from bisect import bisect_left
from collections.abc import Collection

from rapidfuzz.distance import OSA

# From so many words on, the search for those one letter off is handed over as a whole.
FEW = 8
# From so many on, all are sorted before the first is sought.
MANY = 100_000


class Halves:
    """Words found by another that is one letter off: one slip spares the first or the second half.

    Those of one length are kept sorted, once as they are and once from behind, so that the words
    that share a half stand together. They are sorted when a word of about that length is looked for;
    where that takes long, all at the outset, so that no query has to wait for it.

    >>> sorted(Halves(["kuchikkhan", "kuchakpur"], 4).near("kuchikhan"))
    ['kuchikkhan']
    """

    def __init__(self, words: Collection[str], least: int) -> None:
        self._words = words
        self._least = least
        self._lengths: dict[int, list[str]] = {}
        for word in words:
            if len(word) >= least:
                self._lengths.setdefault(len(word), []).append(word)
        self._sorted: dict[int, tuple[list[str], list[str]]] = {}
        if len(words) >= MANY:
            for length in self._lengths:
                self._of_length(length)
            gc.collect()  # what was made is looked through once, here, and not amid the queries

    def _of_length(self, length: int) -> tuple[list[str], list[str]]:
        """The words of one length, sorted from the front and from behind."""
        made = self._sorted.get(length)
        if made is None:
            words = self._lengths.get(length, [])
            made = self._sorted[length] = sorted(words), sorted([word[::-1] for word in words])
        return made

    def near(self, word: str) -> set[str]:
        """The words one letter off, ``word`` itself among them: dropped, put in, changed, exchanged."""
        size = len(word)
        if size < self._least:
            return set()
        out: set[str] = set()
        reverse = word[::-1]
        for length in (size - 1, size, size + 1):
            forward, backward = self._of_length(length)
            middle = length // 2
            out.update(_near(word, _beginning(forward, word[:middle])))
            out.update(
                other[::-1] for other in _near(reverse, _beginning(backward, reverse[: length - middle]))
            )
        middle = size // 2  # two letters exchanged across the middle spare neither half
        exchanged = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
        if exchanged in self._words:
            out.add(exchanged)
        return out


def _near(word: str, words: list[str]) -> list[str]:
    """Those of some words that are at most one letter off."""
    if len(words) < FEW:
        return [other for other in words if OSA.distance(word, other, score_cutoff=1) <= 1]
    from rapidfuzz import process  # imported late: only a large index has so many

    return [row[0] for row in process.extract(word, words, scorer=OSA.distance, score_cutoff=1, limit=None)]


def _beginning(words: list[str], start: str) -> list[str]:
    """Those of some sorted words that begin so."""
    return words[bisect_left(words, start) : bisect_left(words, start + _LAST)]


_LAST = chr(sys.maxunicode)
