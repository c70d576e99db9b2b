"""What a sweep of a text asks of all spellings at once, gathered when the index is built."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

from translit.fold import fold
from translit.keys import misread
from translit.lines import Lines
from translit.names import Lexicon, words_of
from translit.spellings import ARTICLE, DERIVED, PERSON, SCHEMED, WEAK, Row
from translit.tokens import WORD, is_capitalised, is_plain_name

MIN_MISREAD = 7  # letters of a spelling that may be misread, at least
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


def outright_of(rows: Sequence[Row], exact: Mapping[str, Sequence[int]], longer: Container[str]) -> list[int]:
    """The recorded names of people, of several words, that can be nothing else where they stand as written.

    Arguments:
        rows: all spellings; ``exact`` are their numbers by key.
        longer: the keys that are part of a longer word.
    """
    owners = {key: {rows[number][1] for number in numbers} for key, numbers in exact.items()}
    nobody: set[int] = set()
    out = []
    for key, numbers in exact.items():
        text, position, _, flags = rows[numbers[0]]
        if flags & (WEAK | DERIVED | ARTICLE | SCHEMED) or not flags & PERSON or owners[key] != {position}:
            continue
        words = text.split(" ")
        if (
            len(words) < 2
            or "'" in words[-1]
            or not text[-2:].isalpha()
            or not all(map(is_plain_name, words))
        ):
            continue
        if key in longer or (key[-1] == "s" and key[:-1] in exact):
            continue
        part = ""  # of the shorter names in it none is another's
        for word in words_of(text)[0][:-1]:
            part += fold(word)
            shorter = owners.get(part, nobody) | (
                owners.get(part[:-1], nobody) if part[-1] == "s" else nobody
            )
            if not shorter <= {position}:
                break
        else:
            out.append(numbers[0])
    return out


def misread_of(exact: Iterable[str]) -> Lines:
    """Keys of some length by how a scanner may have misread them, all rewritten in one go."""
    keys = [key for key in exact if len(key) >= MIN_MISREAD]
    out: dict[str, list[str]] = {}
    for form, key in zip(misread("\n".join(keys)).split("\n"), keys, strict=bool(keys)):
        if form != key:
            out.setdefault(form, []).append(key)
    return Lines.of(out)
