"""What a sweep of a text asks of all spellings at once, gathered when the index is built."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Any

from translit.fold import fold
from translit.names import Lexicon, words_of
from translit.spellings import Row
from translit.tokens import WORD, is_capitalised

AHEAD = 2  # letters of the word behind the first one that are looked at


def aids_of(rows: Iterable[Row], exact: Container[str], lexicon: Lexicon) -> dict[str, Any]:
    """The aids, as plain data: ``small``, ``openers`` and ``longer``.

    Arguments:
        rows: all spellings.
        exact: their keys.
        lexicon: the parts of names.

    Returns:
        ``small``: the folded first words of the spellings that begin with a small letter, each with the first
        letters of what follows it, which are none where it is all. ``openers``: those
        of names that go on with a small letter, or begin with an ordinary word. ``longer``: the longer words
        that hold a name of the tables, by the names.
    """
    small: dict[str, set[str]] = {}
    goes_on: set[str] = set()
    high: set[str] = set()
    for text, *_ in rows:
        if text[:1].isupper():
            first, space, rest = text.partition(" ")
            if space:
                (goes_on if rest[:1].islower() else high).add(first)
        elif not _opens_high(text):
            words = words_of(text)[0]
            small.setdefault(fold(words[0]), set()).add(fold(words[1])[:AHEAD] if words[1:] else "")
    ordinary = {first for first in high - goes_on if lexicon.has_kind(first, "ordinary")}
    return {
        "small": {first: sorted(ahead) for first, ahead in sorted(small.items())},
        "openers": sorted(set(map(fold, goes_on | ordinary))),
        "longer": _longer(exact, lexicon),
    }


def _opens_high(spelling: str) -> bool:
    """Whether a spelling begins with a capital, or in a script without."""
    first = WORD.search(spelling)
    return first is None or is_capitalised(first.group())


def _longer(exact: Container[str], lexicon: Lexicon) -> Mapping[str, list[str]]:
    """The longer words that hold a name of the tables, by the names."""
    out: dict[str, list[str]] = {}
    for longer in lexicon.longer_words():
        for start in range(len(longer)):
            for stop in range(start + 2, len(longer) + 1):
                if stop - start < len(longer) and longer[start:stop] in exact:
                    out.setdefault(longer[start:stop], []).append(longer)
    return out
