"""The parts of a name: which words name, which are titles or particles, order and initials.

The facts are the elements' tables (given names, honorifics, particles, laqabs …), gathered in a
:class:`Lexicon`. An element's spellings count exactly (folded): two words that the tables give to
one element are the same part of a name, two that they give to different elements are different
parts, however near they look (Hasan, Husayn).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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
WEIGHTS = {"name": 1.0, "honorific": 0.2, "role": 0.1, "particle": 0.05, "initial": 0.3, "number": 0.3}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one word: its elements, their types, those that name somebody, its script."""

    fold: str
    elements: frozenset[str]
    kinds: frozenset[str]
    naming: frozenset[str]
    script: str
    stem: str  # the element that a compound is known by, or else the folded word


class Lexicon:
    """The elements' tables as look-ups by folded spelling."""

    def __init__(
        self,
        types: Mapping[str, str],
        spellings: Mapping[str, list[str]],
        kin: Mapping[str, str] | None = None,
        wholes: Mapping[str, list[str]] | None = None,
        langs: Mapping[str, str] | None = None,
        endings: Mapping[str, list[str]] | None = None,
    ) -> None:
        """``kin`` has one element of its cognates for each element that has any; ``wholes`` are the
        compounds by the elements of their words; ``langs`` the languages of ordinary words, homographs and
        callings; ``endings`` the folded endings of the entries that are no words.
        """
        self.types = dict(types)
        self._ids = spellings
        self.langs = dict(langs or {})
        self._endings = {name: tuple(found) for name, found in (endings or {}).items()}
        self._kin = dict(kin or {})
        self._wholes = dict(wholes or {})
        self._joined = frozenset(
            text for found in self._endings.values() for text in found if len(text) >= JOINED
        )
        self._openers = frozenset(key.partition("+")[0] for key in self._wholes)
        self._parsed = lru_cache(maxsize=65536)(self._parse)
        self.facts = lru_cache(maxsize=65536)(self._facts)
        # A word makes the same part in whatever name it stands.
        self.part = lru_cache(maxsize=65536)(self._part)

    @classmethod
    def from_records(cls, records: Iterable[Mapping[str, Any]]) -> Lexicon:
        """A lexicon from element records; endings (``-zadeh``) are no words and stay out."""
        types: dict[str, str] = {}
        spellings: dict[str, list[str]] = {}
        compounds: list[tuple[str, str]] = []
        langs: dict[str, str] = {}
        endings: dict[str, list[str]] = {}
        records = list(records)
        for record in records:
            kind = record["type"]
            types[record["id"]] = kind
            texts = [record["heading"]]
            for key in ("forms", "native", "variants"):
                texts.extend(item["text"] for item in record.get(key, ()))
            if kind == "ending":
                endings[record["id"]] = [fold(text) for text in texts]
                continue
            if kind in _OF_LANGUAGE and "lang" in record:
                langs[record["id"]] = record["lang"]
            for text in texts:
                key = fold(text)
                if key and record["id"] not in spellings.setdefault(key, []):
                    spellings[key].append(record["id"])
                if kind in _COMPOUND and len(words_of(text)[0]) > 1:
                    compounds.append((text, record["id"]))
        plain = cls(types, spellings)
        wholes: dict[str, list[str]] = {}
        for text, name in compounds:
            key = plain.whole_key(words_of(text)[0])
            if "+" in key and name not in wholes.setdefault(key, []):
                wholes[key].append(name)
        return cls(types, spellings, _kin_of(records), wholes, langs, endings)

    def to_dict(self) -> dict[str, Any]:
        """Plain data, from which the constructor makes the same lexicon."""
        return {
            "types": self.types,
            "spellings": dict(self._ids),
            "kin": self._kin,
            "wholes": self._wholes,
            "langs": self.langs,
            "endings": {name: list(found) for name, found in self._endings.items()},
        }

    def homograph(self, word: str) -> frozenset[str]:
        """The languages in which a spelling is an ordinary word, or anybody's given name."""
        return self._languages(word, "homograph")

    def calling(self, word: str) -> frozenset[str]:
        """The languages in which a word, or several, is a calling that nobody of the tables has."""
        return self._languages(word, "calling")

    def _languages(self, word: str, kind: str) -> frozenset[str]:
        """The languages in which a word is of a kind."""
        ids = [name for name in self.facts(word).elements if self.types[name] == kind]
        return frozenset([self.langs[name] for name in ids if name in self.langs]) if ids else _NONE

    def longer_words(self) -> Iterator[str]:
        """The folded words that hold a listed name and are none: South Africa, 印度尼西亚."""
        for text, ids in self._ids.items():
            if any(self.types[name] == "longer-word" for name in ids):
                yield text

    def ends_as(self, word: str, ending: str) -> bool:
        """Whether a word ends as an entry of endings says.

        Arguments:
            word: one word of a name.
            ending: the id of the entry.
        """
        return fold(word).endswith(self._endings.get(ending, ()))

    def is_ending(self, folded: str) -> bool:
        """Whether a word is an ending of family names that is written with a hyphen too: Sultan-Zade."""
        return folded in self._joined

    def whole_key(self, words: Sequence[str]) -> str:
        """The elements of some words without their articles, joined: one for Ghulam Husayn, Gholam Hossein.

        >>> EMPTY.whole_key(("Zia", "al", "Din"))
        'zia+din'
        """
        return "+".join([self.facts(word).stem for word in words if not is_article(word, True)])

    def opens_whole(self, word: str) -> bool:
        """Whether a compound begins with a word, or with another spelling of it."""
        return self.facts(word).stem in self._openers

    def is_whole(self, words: Sequence[str]) -> bool:
        """Whether some words, each in any spelling of its element, are a compound."""
        return not is_article(words[-1], True) and self.whole_key(words) in self._wholes

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
            min((name for name in elements if self.types[name] in _COMPOUND), default=folded),
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
        ids = self._ids.get(folded)
        return ids is not None and any(self.types[name] in _COMPOUND for name in ids)

    def parse(self, name: str) -> tuple[Part, ...]:
        """The parts of ``name``; see :func:`parse`."""
        return self._parsed(name)

    def _parse(self, name: str) -> tuple[Part, ...]:
        return parse(name, self)

    def _part(self, piece: str, kind: str) -> Part:
        """A word (or the words of a compound) as a part of a kind."""
        facts = self.facts(piece)
        words = piece.split(" ")
        elements = facts.naming
        if len(words) > 1 and not elements:
            elements = frozenset(self._wholes.get(self.whole_key(words), ()))
        return Part(
            piece,
            facts.fold,
            "".join(map(sounds, words)),
            kind,
            elements,
            facts.script in ABJADS,
            any(self.types[name] == "given-name" for name in elements),
            facts.script == "other",
            frozenset([self._kin[name] for name in elements if name in self._kin]),
        )


def _kin_of(records: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """For each element that has cognates, the one that stands for all of them."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for record in records:
        for other in record.get("cognates", ()):
            one, another = sorted((root(record["id"]), root(other)))
            parent[another] = one
    return {name: root(name) for name in parent}


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
    kin: frozenset[str] = _NONE  # stands for the elements and their cognates
    # How much the part says about who is meant.
    weight: float = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "weight", WEIGHTS[self.kind])


JOINED = 4  # letters of an ending that a hyphen may part from its name, at least
_ZWNJ = "\N{ZERO WIDTH NON-JOINER}"


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a name, and what stands before the first, between them, and after the last.

    Several look at the words of one spelling in a row, so the last ones are remembered.

    >>> words_of("Ehsan-Ollah Khan")
    (('Ehsan', 'Ollah', 'Khan'), ('', '-', ' ', ''))
    """
    if name.isascii():  # most names are ASCII letters and spaces, and need no pattern
        words = name.split(" ")
        if all(map(str.isalpha, words)):
            return tuple(words), ("", *" " * (len(words) - 1), "")
    found = [match.span() for match in WORD.finditer(name)]
    edges = [0, *(edge for span in found for edge in span), len(name)]
    return (
        tuple([name[begin:end] for begin, end in found]),
        tuple([name[edges[at] : edges[at + 1]] for at in range(0, len(edges), 2)]),
    )


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
    pieces = _pieces(name, lexicon)
    folds = [lexicon.facts(piece).fold for piece, _, _ in pieces]
    parts: list[Part] = []
    at = 0
    while at < len(pieces):
        taken = _compound(pieces, folds, at, lexicon)
        text, before, after = pieces[at]
        if taken > 1:
            text = " ".join([piece for piece, _, _ in pieces[at : at + taken]])
            after = pieces[at + taken - 1][2]
        kind = _kind(text, before, after, at + taken == len(pieces), lexicon)
        if kind is not None:
            parts.append(lexicon.part(text, kind))
        at += taken
    parts = _titles(parts, lexicon)
    if parts and not any(part.kind == "name" for part in parts):
        # A name of titles only (Amir Khan): then the titles are the name.
        parts = [lexicon.part(p.text, "name") if p.kind in ("honorific", "role") else p for p in parts]
    return tuple(parts)


# A Chinese or Korean name as written: a surname, seldom of two characters, and one or two of a given name.
_UNPARTED = re.compile("[\u3400-\u9fff]{2,4}|[\uac00-\ud7a3]{2,4}")


def _halves(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """قوام‌السلطنه is mostly written without a joint: cut before the article of a known second half.

    习近平 and 김민수 are cut behind the surname.
    """
    if _UNPARTED.fullmatch(word) and not lexicon.elements(word):
        for count in (2, 1):
            if len(word) > count and lexicon.has_kind(word[:count], "family-name"):
                return word[:count], word[count:]
    at = word.find("ال", 1)
    if at > 0 and lexicon.has_kind(word[at:], "laqab") and not lexicon.elements(word):
        return word[:at], word[at:]
    return (word,)


def _pieces(name: str, lexicon: Lexicon) -> list[tuple[str, str, str]]:
    """The words of a name with what stands before and after each; a non-joiner parts words too."""
    found, gaps = words_of(name)
    # What stands before the first word says nothing of it.
    before_each = ("", *gaps[1:])
    if name.isascii():
        return list(zip(found, before_each, gaps[1:], strict=False))
    out = []
    for word, before, after in zip(found, before_each, gaps[1:], strict=False):
        split = [half for piece in word.split(_ZWNJ) if piece for half in _halves(piece, lexicon)]
        for step, piece in enumerate(split):
            out.append((piece, before if step == 0 else _ZWNJ, after if step == len(split) - 1 else _ZWNJ))
    return out


_OF_LANGUAGE = frozenset({"ordinary", "homograph", "calling"})
# The kinds that may be written in several words: Abd al-Rahman, Prime Minister.
_COMPOUND = frozenset({"given-name", "laqab", "family-name", "honorific", "role"})


def _compound(pieces: Sequence[tuple[str, str, str]], folds: list[str], at: int, lexicon: Lexicon) -> int:
    """How many words from ``at`` the tables know as one name: Abd al-Rahman, Ehsan Ollah, Ali Riza.

    Spelled as they have it, or with each word in some spelling that they know.
    """
    opens = lexicon.opens_whole(pieces[at][0])
    for count in range(min(4, len(folds) - at), 1, -1):
        if len(folds[at]) < 2 or len(folds[at + 1]) < 2:
            return 1  # two initials are no name: L. I.
        if lexicon.is_compound("".join(folds[at : at + count])):
            return count
        if opens and lexicon.is_whole([piece for piece, _, _ in pieces[at : at + count]]):
            return count
    if at + 1 < len(folds) and lexicon.is_ending(folds[at + 1]) and len(folds[at]) > 1:
        joint = pieces[at][2]
        if joint and (joint in HYPHENS or joint == _ZWNJ):
            return 2
    return 1


def _titles(parts: list[Part], lexicon: Lexicon) -> list[Part]:
    """A word that is a title and a given name (Sayyid, Mir, Sultan) is a title before two names."""
    names = sum(part.kind == "name" for part in parts)
    for at, part in enumerate(parts):
        if part.kind == "name" and names > 2:
            if any(lexicon.types[name] == "honorific" for name in part.elements):
                return [*parts[:at], lexicon.part(part.text, "honorific"), *parts[at + 1 :]]
        if part.kind == "name":
            break
    return parts


_TITLES = frozenset({"honorific", "role", "particle"})
# The number of a ruler, at the end of his name; X is rather an initial, or Malcolm's.
_ROMAN = re.compile("I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,3}")
_EZAFE = frozenset({"i", "e", "ye", "yi", "ı", "y"})


def _kind(piece: str, before: str, after: str, last: bool, lexicon: Lexicon) -> str | None:
    """Which kind of part a word is where it stands; None when nothing of it is a letter."""
    facts = lexicon.facts(piece)
    folded, kinds = facts.fold, facts.kinds
    if not folded:
        return None
    hyphened = after[:1] != "" and after[0] in HYPHENS
    ezafe = before[-1:] != "" and before[-1] in HYPHENS and folded in _EZAFE
    if ezafe or (not last and is_article(piece, hyphened)):
        return "particle"
    if last and piece.isascii() and piece.isupper() and before == " " and _ROMAN.fullmatch(piece):
        return "number"
    if len(folded) == 1 and facts.script not in ("other", "none"):
        return "initial"
    if len(folded) < 4 and after[:1] == "." and piece.istitle() and not kinds & _TITLES:
        return "initial"  # Ch. for Chaim, Yu. for Yurevich
    if not kinds:
        return "name"
    if kinds <= {"particle"} and not last:
        return "particle"
    if "honorific" in kinds and not kinds & {"given-name", "family-name"}:
        return "honorific"
    if "role" in kinds and not kinds & {"given-name", "family-name"}:
        return "role"
    return "name"
