"""Near misses: the spellings whose letters are at most two slips away from a run of words.

A slip touches two letters side by side at most, so one slip leaves the first or the last part of a
spelling as it was, and two slips leave the first, the middle or the last. The spellings of one length are
kept in one string, sorted by each of those parts, and found by halving: made when the index is built, the
tables are ready when they are read, and a run that is like nothing costs a few look-ups.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

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
        order. ``lengths``: by length, in one string each, the letters of all spellings, sorted; from behind,
        sorted; and where two slips are borne, sorted by their middle part.
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
        forward = sorted(found)
        backward = sorted([letters[::-1] for letters in found])
        tables[length] = ["".join(forward), "".join(backward)]
        if length + 2 >= TWO_SLIPS:
            size = _size(length, 2)
            middle = sorted(forward, key=lambda letters: letters[size + 1 : 2 * size + 1])
            tables[length].append("".join(middle))
    return {"inverted": inverted, "lengths": tables}


def _beginning(table: str, length: int, start: int, part: str) -> list[str]:
    """The words of one length in a table that have a part at a place by which they are sorted."""
    size = len(part)
    low, high = 0, len(table) // length
    while low < high:
        middle = (low + high) // 2
        at = middle * length + start
        if table[at : at + size] < part:
            low = middle + 1
        else:
            high = middle
    out: list[str] = []
    at = low * length
    while table[at + start : at + start + size] == part:
        out.append(table[at : at + length])
        at += length
    return out


class Near:
    """The spellings of an index by their letters, those left out that need a fuller mention."""

    def __init__(
        self, tables: Mapping[str, Any], exact: Mapping[str, Sequence[int]], rows: Sequence[Row]
    ) -> None:
        """``tables`` are what :func:`near_tables` made of the spellings ``rows``, ``exact`` by letters."""
        self._exact = exact
        self._rows = rows
        self._inverted: dict[str, list[int]] = tables["inverted"]
        self._lengths: dict[int, list[str]] = tables["lengths"]

    def __call__(self, letters: str) -> set[int]:
        """The numbers of the spellings at most two slips away (one, if both are short)."""
        out: set[int] = set()
        count = len(letters)
        for length in range(max(SHORTEST, count - 2), count + 3):
            slips = 2 if max(count, length) >= TWO_SLIPS else 1
            if abs(count - length) > slips or length not in self._lengths:
                continue
            keys = self._sharing(letters, length, slips)
            if keys:
                for key, _, _ in extract(letters, keys, scorer=OSA.distance, score_cutoff=slips, limit=None):
                    out.update(self._numbers(key))
        return out

    def _sharing(self, letters: str, length: int, slips: int) -> list[str]:
        """The spellings of a length that share a part with a run, so that so many slips may part them."""
        tables, size = self._lengths[length], _size(length, slips)
        found = _beginning(tables[0], length, 0, letters[:size])
        reverse = letters[: -size - 1 : -1]
        found += [key[::-1] for key in _beginning(tables[1], length, 0, reverse)]
        if slips == 2:
            for at in range(size - 1, size + 4):
                part = letters[at : at + size]
                if len(part) == size:
                    found += _beginning(tables[2], length, size + 1, part)
        return found

    def _numbers(self, letters: str) -> list[int]:
        """The spellings of some letters that stand by themselves."""
        rows = self._rows
        out = list(self._inverted.get(letters, ()))
        for number in self._exact.get(letters, ()):
            text, _, _, flags = rows[number]
            if not flags & (WEAK | DERIVED) and "," not in text:
                out.append(number)
        return out
