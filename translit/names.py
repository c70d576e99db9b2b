"""The parts of a name: which words name, which are titles or particles, order and initials.

The facts are the elements' tables (given names, honorifics, particles, laqabs …), gathered in a
:class:`Lexicon`. An element's spellings count exactly (folded): two words that the tables give to
one element are the same part of a name, two that they give to different elements are different
parts, however near they look (Hasan, Husayn).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from translit.fold import HYPHENS, fold, script
from translit.schemes.sounds import ABJADS, is_article, sounds
from translit.tokens import WORD

_NONE: frozenset[str] = frozenset()

# What a kind of word weighs in a comparison, a distinctive name being 1. A title is often left out
# or changed; the article and ezafe say nothing.
WEIGHTS = {"name": 1.0, "honorific": 0.2, "role": 0.1, "particle": 0.05, "initial": 0.3}


class Lexicon:
    """The elements' tables as look-ups by folded spelling."""

    def __init__(self, types: Mapping[str, str], spellings: Mapping[str, Iterable[str]]) -> None:
        self.types = dict(types)
        self._ids = {key: frozenset(ids) for key, ids in spellings.items()}
        self._parsed = lru_cache(maxsize=65536)(self._parse)

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
        return {"types": self.types, "spellings": {key: sorted(ids) for key, ids in self._ids.items()}}

    def elements(self, word: str) -> frozenset[str]:
        """The ids of the elements that ``word`` (any spelling) stands for; mostly one or none."""
        return self._ids.get(fold(word), _NONE)

    def kinds(self, word: str) -> frozenset[str]:
        """The types of those elements."""
        return frozenset(self.types[name] for name in self.elements(word))

    def has_kind(self, word: str, *kinds: str) -> bool:
        """Whether the tables know ``word`` as one of ``kinds``."""
        return any(self.types[name] in kinds for name in self.elements(word))

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

    @property
    def weight(self) -> float:
        """How much the part says about who is meant."""
        return WEIGHTS[self.kind]


_SPLIT = re.compile("\N{ZERO WIDTH NON-JOINER}")
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
    found = list(WORD.finditer(name))
    parts: list[Part] = []
    for at, match in enumerate(found):
        last = at == len(found) - 1
        after = name[match.end() : found[at + 1].start()] if not last else name[match.end() :]
        before = name[found[at - 1].end() : match.start()] if at else ""
        surface = match.group()
        pieces = [piece for piece in _SPLIT.split(surface) if piece] if _ZWNJ in surface else [surface]
        for piece in pieces:
            made = _part(piece, before, after, last and piece is pieces[-1], at == 0, lexicon)
            if made is not None:
                parts.append(made)
    if parts and not any(part.kind == "name" for part in parts):
        # A name of titles only (Amir Khan): then the titles are the name.
        parts = [
            Part(p.text, p.fold, p.sounds, "name", p.elements, p.abjad, p.given)
            if p.kind in ("honorific", "role")
            else p
            for p in parts
        ]
    return tuple(parts)


_EZAFE = frozenset({"i", "e", "ye", "yi", "ı", "y"})


def _part(
    piece: str, before: str, after: str, last: bool, first: bool, lexicon: Lexicon
) -> Part | None:
    folded = fold(piece)
    if not folded:
        return None
    hyphened = after[:1] != "" and after[0] in HYPHENS
    elements = lexicon.elements(piece)
    kinds = {lexicon.types[name] for name in elements}
    if not last and is_article(piece, hyphened):
        kind = "particle"
    elif before[-1:] != "" and before[-1] in HYPHENS and folded in _EZAFE:
        kind = "particle"
    elif len(folded) == 1 and script(piece) not in ("other", "none"):
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
        sounds(piece),
        kind,
        elements,
        script(piece) in ABJADS,
        "given-name" in kinds,
    )
