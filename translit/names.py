"""The parts of a name: which words name, which are titles or particles, order and initials.

The facts are the elements' tables (given names, honorifics, particles, laqabs …), gathered in a
:class:`Lexicon`. An element's spellings count exactly (folded): two words that the tables give to
one element are the same part of a name, two that they give to different elements are different
parts, however near they look (Hasan, Husayn).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from translit.fold import HYPHENS, fold, script
from translit.schemes.sounds import ABJADS, is_article, sounds
from translit.tokens import WORD

# The elements that tell whether two parts are the same part of a name.
_NAMING = frozenset({"given-name", "family-name", "honorific", "laqab", "particle"})

_NONE: frozenset[str] = frozenset()

# What a kind of word weighs in a comparison, a distinctive name being 1. A title is often left out
# or changed; the article and ezafe say nothing.
WEIGHTS = {"name": 1.0, "honorific": 0.2, "role": 0.1, "particle": 0.05, "initial": 0.3}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one word: its elements, their types, those that name somebody, its script."""

    fold: str
    elements: frozenset[str]
    kinds: frozenset[str]
    naming: frozenset[str]
    script: str


class Lexicon:
    """The elements' tables as look-ups by folded spelling."""

    def __init__(self, types: Mapping[str, str], spellings: Mapping[str, list[str]]) -> None:
        self.types = dict(types)
        self._ids = spellings
        self._parsed = lru_cache(maxsize=65536)(self._parse)
        self.facts = lru_cache(maxsize=65536)(self._facts)

    @classmethod
    def from_records(cls, records: Iterable[Mapping[str, Any]]) -> Lexicon:
        """A lexicon from element records; endings (``-zadeh``) are no words and stay out."""
        types: dict[str, str] = {}
        spellings: dict[str, list[str]] = {}
        for record in records:
            kind = record["type"]
            types[record["id"]] = kind
            if kind == "ending":
                continue
            texts = [record["heading"]]
            for key in ("forms", "native", "variants"):
                texts.extend(item["text"] for item in record.get(key, ()))
            for text in texts:
                key = fold(text)
                if key and record["id"] not in spellings.setdefault(key, []):
                    spellings[key].append(record["id"])
        return cls(types, spellings)

    def to_dict(self) -> dict[str, Any]:
        """Plain data, from which the constructor makes the same lexicon."""
        return {"types": self.types, "spellings": dict(self._ids)}

    def _facts(self, word: str) -> Facts:
        """What the tables say of a word, whatever stands beside it."""
        folded = fold(word)
        ids = self._ids.get(folded)
        elements = frozenset(ids) if ids else _NONE
        written = script(word)
        return Facts(
            folded,
            elements,
            frozenset(self.types[name] for name in elements) if elements else _NONE,
            # That two words are both ordinary, or both roles, does not make them one name.
            frozenset(name for name in elements if self.types[name] in _NAMING) if elements else _NONE,
            written,
        )

    def elements(self, word: str) -> frozenset[str]:
        """The ids of the elements that ``word`` (any spelling) stands for; mostly one or none."""
        return self.facts(word).elements

    def kinds(self, word: str) -> frozenset[str]:
        """The types of those elements."""
        return self.facts(word).kinds

    def has_kind(self, word: str, *kinds: str) -> bool:
        """Whether the tables know ``word`` as one of ``kinds``."""
        found = self.facts(word).kinds
        return bool(found) and not found.isdisjoint(kinds)

    def is_compound(self, folded: str) -> bool:
        """Whether several words, folded and joined, are one name or title."""
        return any(self.types[name] in _COMPOUND for name in self._ids.get(folded, ()))

    def parse(self, name: str) -> tuple[Part, ...]:
        """The parts of ``name``; see :func:`parse`."""
        return self._parsed(name)

    def _parse(self, name: str) -> tuple[Part, ...]:
        return parse(name, self)


EMPTY = Lexicon({}, {})


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name. ``kind`` is a key of :data:`WEIGHTS`."""

    text: str
    fold: str
    sounds: str
    kind: str
    elements: frozenset[str]
    abjad: bool
    given: bool
    guessed: bool = False  # read through Unidecode, which knows no names

    @property
    def weight(self) -> float:
        """How much the part says about who is meant."""
        return WEIGHTS[self.kind]


_ZWNJ = "\N{ZERO WIDTH NON-JOINER}"


def parse(name: str, lexicon: Lexicon = EMPTY) -> tuple[Part, ...]:
    """The parts of a name, an inverted one (``Khan, Mirza Kuchik``) put in reading order.

    >>> [(part.text, part.kind) for part in parse("Khan, M. Kuchik")]
    [('M', 'initial'), ('Kuchik', 'name'), ('Khan', 'name')]
    >>> [(part.text, part.kind) for part in parse("Ziya al-Din")]
    [('Ziya', 'name'), ('al', 'particle'), ('Din', 'name')]
    """
    head, comma, tail = name.partition(",")
    if comma and "," not in tail and head.strip() and tail.strip():
        name = f"{tail.strip()} {head.strip()}"
    pieces = list(_pieces(name, lexicon))
    parts: list[Part] = []
    at = 0
    while at < len(pieces):
        taken = _compound(pieces, at, lexicon)
        text = " ".join(piece for piece, _, _ in pieces[at : at + taken])
        before, after = pieces[at][1], pieces[at + taken - 1][2]
        made = _part(text, before, after, at + taken == len(pieces), lexicon)
        if made is not None:
            parts.append(made)
        at += taken
    parts = _titles(parts, lexicon)
    if parts and not any(part.kind == "name" for part in parts):
        # A name of titles only (Amir Khan): then the titles are the name.
        parts = [replace(p, kind="name") if p.kind in ("honorific", "role") else p for p in parts]
    return tuple(parts)


def _halves(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """قوام‌السلطنه is mostly written without a joint: cut before the article of a known second half."""
    at = word.find("ال", 1)
    if at > 0 and lexicon.has_kind(word[at:], "laqab") and not lexicon.elements(word):
        return word[:at], word[at:]
    return (word,)


def _pieces(name: str, lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    """The words of a name with what stands before and after each; a non-joiner parts words too."""
    found = list(WORD.finditer(name))
    for at, match in enumerate(found):
        before = name[found[at - 1].end() : match.start()] if at else ""
        after = name[match.end() : found[at + 1].start() if at + 1 < len(found) else len(name)]
        split = [half for piece in match.group().split(_ZWNJ) if piece for half in _halves(piece, lexicon)]
        for step, piece in enumerate(split):
            yield piece, before if step == 0 else _ZWNJ, after if step == len(split) - 1 else _ZWNJ


# The kinds that may be written in several words: Abd al-Rahman, Prime Minister.
_COMPOUND = frozenset({"given-name", "laqab", "family-name", "honorific", "role"})


def _compound(pieces: list[tuple[str, str, str]], at: int, lexicon: Lexicon) -> int:
    """How many words from ``at`` the tables know as one name: Abd al-Rahman, Ehsan Ollah, Ali Riza."""
    most = min(4, len(pieces) - at)
    if most < 2:
        return 1
    folds = [lexicon.facts(piece).fold for piece, _, _ in pieces[at : at + most]]
    return next((count for count in range(most, 1, -1) if lexicon.is_compound("".join(folds[:count]))), 1)


def _titles(parts: list[Part], lexicon: Lexicon) -> list[Part]:
    """A word that is a title and a given name (Sayyid, Mir, Sultan) is a title before two names."""
    names = sum(part.kind == "name" for part in parts)
    for at, part in enumerate(parts):
        if part.kind == "name" and names > 2:
            if any(lexicon.types[name] == "honorific" for name in part.elements):
                return [*parts[:at], replace(part, kind="honorific"), *parts[at + 1 :]]
        if part.kind == "name":
            break
    return parts


_EZAFE = frozenset({"i", "e", "ye", "yi", "ı", "y"})


def _part(piece: str, before: str, after: str, last: bool, lexicon: Lexicon) -> Part | None:
    facts = lexicon.facts(piece)
    folded, kinds = facts.fold, facts.kinds
    if not folded:
        return None
    hyphened = after[:1] != "" and after[0] in HYPHENS
    ezafe = before[-1:] != "" and before[-1] in HYPHENS and folded in _EZAFE
    if ezafe or (not last and is_article(piece, hyphened)):
        kind = "particle"
    elif len(folded) == 1 and facts.script not in ("other", "none"):
        kind = "initial"
    elif kinds and kinds <= {"particle"} and not last:
        kind = "particle"
    elif "honorific" in kinds and not kinds & {"given-name", "family-name"}:
        kind = "honorific"
    elif "role" in kinds and not kinds & {"given-name", "family-name"}:
        kind = "role"
    else:
        kind = "name"
    return Part(
        piece,
        folded,
        "".join(map(sounds, piece.split(" "))),
        kind,
        facts.naming,
        facts.script in ABJADS,
        "given-name" in kinds,
        facts.script == "other",
    )
