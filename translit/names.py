"""The parts of a name: which words name, which are titles or particles, order and initials.

The facts are the elements' tables (given names, honorifics, particles, laqabs …), gathered in a
:class:`Lexicon`. An element's spellings count exactly (folded): two words that the tables give to
one element are the same part of a name, two that they give to different elements are different
parts, however near they look (Hasan, Husayn).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from translit.fold import APOSTROPHES, CASED, HYPHENS, fold, fold_marks, script
from translit.making import maker
from translit.schemes.sounds.reading import ABJADS, is_article, sounds, spelled_out
from translit.tokens import WORD

# The elements that tell whether two parts are the same part of a name.
_NAMING = frozenset({"given-name", "family-name", "honorific", "laqab", "particle"})

_NONE: frozenset[str] = frozenset()

# What a kind of word weighs in a comparison, a distinctive name being 1. A title is often left out
# or changed; the article and ezafe say nothing.
WEIGHTS = {"name": 1.0, "honorific": 0.2, "role": 0.1, "particle": 0.05, "initial": 0.3, "number": 0.3}


class Known(NamedTuple):
    """What is known of the words that stand for the same elements."""

    elements: frozenset[str]
    kinds: frozenset[str]  # the types of the elements
    naming: frozenset[str]  # those that name somebody
    given: bool  # whether one of these is a given name
    kin: frozenset[str]  # what stands for these and their cognates
    stem: str | None  # the element that a compound is known by


_UNKNOWN = Known(_NONE, _NONE, _NONE, False, _NONE, None)


class Facts(NamedTuple):
    """What is known of one word: what :class:`Known` has of its elements, and its script."""

    fold: str
    elements: frozenset[str]
    kinds: frozenset[str]
    naming: frozenset[str]
    given: bool
    kin: frozenset[str]
    stem: str  # the element that a compound is known by, or else the folded word
    script: str


_known = maker(Known)
_facts = maker(Facts)


class Lexicon:
    """The elements' tables as look-ups by folded spelling."""

    def __init__(
        self,
        types: Mapping[str, str],
        spellings: Mapping[str, Sequence[str]],
        kin: Mapping[str, str] | None = None,
        wholes: Mapping[str, Sequence[str]] | None = None,
        langs: Mapping[str, str] | None = None,
        endings: Mapping[str, list[str]] | None = None,
        marked: Mapping[str, list[str]] | None = None,
    ) -> None:
        """``kin`` has one element of its cognates for each element that has any; ``wholes`` are the
        compounds by the elements of their words; ``langs`` the languages of ordinary words, homographs and
        callings; ``endings`` the folded endings of the entries that are no words; ``marked`` the homographs
        with their marks, by which they may differ from a name: pl kolczak, Kołczak.
        """
        self.types = dict(types)
        self._ids = spellings
        self.langs = dict(langs or {})
        self._endings = {name: tuple(found) for name, found in (endings or {}).items()}
        self._marked = {name: frozenset(found) for name, found in (marked or {}).items()}
        self._kin = dict(kin or {})
        self._kinds: dict[frozenset[str], frozenset[str]] = {}
        self._wholes = dict(wholes or {})
        self._joined = frozenset(
            text for found in self._endings.values() for text in found if len(text) >= JOINED
        )
        self._openers = frozenset(key.partition("+")[0] for key in self._wholes)
        self._parsed = lru_cache(maxsize=65536)(self._parse)
        self.facts = lru_cache(maxsize=65536)(self._facts)
        self._known = lru_cache(maxsize=8192)(self._known_of)  # an element has many spellings
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
        marked: dict[str, list[str]] = {}
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
            if kind in _HOMOGRAPHS:
                marked[record["id"]] = list(dict.fromkeys(map(fold_marks, texts)))
            for text in texts:
                key = fold(text)
                if key and record["id"] not in spellings.setdefault(key, []):
                    spellings[key].append(record["id"])
                parted = words_of(text)[0]
                if kind in _COMPOUND and len(parted) > 1:
                    compounds.append((text, record["id"]))
                if kind in ("ordinary", "calling") and len(parted) > 1:
                    # Told from one word of the same letters: Slovene je z, jez.
                    spellings.setdefault(" ".join(map(fold, parted)), []).append(record["id"])
        plain = cls(types, spellings)
        wholes: dict[str, list[str]] = {}
        for text, name in compounds:
            key = plain.whole_key(words_of(text)[0])
            if "+" in key and name not in wholes.setdefault(key, []):
                wholes[key].append(name)
        # As tuples, which the collector of garbage need not visit.
        ids = {key: tuple(found) for key, found in spellings.items()}
        made = {key: tuple(found) for key, found in wholes.items()}
        return cls(types, ids, _kin_of(records), made, langs, endings, marked)

    def to_dict(self) -> dict[str, Any]:
        """Plain data, from which the constructor makes the same lexicon."""
        return {
            "types": self.types,
            "spellings": dict(self._ids),
            "kin": self._kin,
            "wholes": self._wholes,
            "langs": self.langs,
            "endings": {name: list(found) for name, found in self._endings.items()},
            "marked": {name: sorted(found) for name, found in self._marked.items()},
        }

    def homograph(self, word: str) -> frozenset[str]:
        """The languages in which a spelling is an ordinary word, or anybody's given name."""
        return self._homograph(word, "homograph")

    def small_homograph(self, word: str) -> frozenset[str]:
        """The languages in which a spelling, written with a small letter, is an ordinary word."""
        return self._homograph(word, "small-homograph")

    def _homograph(self, word: str, kind: str) -> frozenset[str]:
        """The languages in which a word is a homograph of a kind; where case is told, marks are too."""
        ids = [name for name in self.facts(word).elements if self.types[name] == kind]
        if ids and script(word) in CASED:
            form = fold_marks(word)
            ids = [name for name in ids if form in self._marked[name]]
        return self.languages_as(ids, kind)

    def long_callings(self) -> Iterator[tuple[str, frozenset[str]]]:
        """The folded callings of several words that nobody of the tables has, with their languages."""
        for text, ids in self._ids.items():
            if " " in text:
                found = self.languages_as(ids, "calling")
                if found:
                    yield text, found

    def languages_as(self, ids: Iterable[str], kind: str) -> frozenset[str]:
        """The languages of those of some entries that are of a kind."""
        found = [name for name in ids if self.types[name] == kind]
        return frozenset([self.langs[name] for name in found if name in self.langs]) if found else _NONE

    def marked(self, mark: str) -> Iterator[tuple[str, Sequence[str]]]:
        """The folded spellings of the entries whose ids end with a mark, and those ids."""
        wanted = {name for name in self.types if name.endswith(mark)}
        for text, ids in self._ids.items():
            if not wanted.isdisjoint(ids):
                yield text, [name for name in ids if name in wanted]

    def languages_of(self, ids: Iterable[str], mark: str) -> frozenset[str]:
        """The languages of those of some entries whose ids end with a mark."""
        found = [self.langs[name] for name in ids if name.endswith(mark) and name in self.langs]
        return frozenset(found) if found else _NONE

    def longer_words(self) -> Iterator[str]:
        """The folded words that hold a listed name and are none: South Africa, 印度尼西亚."""
        wanted = {name for name, kind in self.types.items() if kind == "longer-word"}
        for text, ids in self._ids.items():
            if not wanted.isdisjoint(ids):
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
        ids = self._ids.get(folded) or self._spelled_out(word)
        elements, kinds, naming, given, kin, stem = self._known(tuple(ids)) if ids else _UNKNOWN
        return _facts(folded, elements, kinds, naming, given, kin, stem or folded, script(word))

    def _spelled_out(self, word: str) -> list[str]:
        """The names that a word with scholarly letters stands for in common spelling: Kulṯūm, Kulthum."""
        common = spelled_out(word)
        if common is word:
            return []
        return [name for name in self._ids.get(fold(common), ()) if self.types[name] in _NAMING]

    def _known_of(self, ids: tuple[str, ...]) -> Known:
        """What is known of a word that stands for some elements."""
        # That two words are both ordinary, or both roles, does not make them one name.
        elements = frozenset(ids)
        kinds = frozenset([self.types[name] for name in ids])
        kinds = self._kinds.setdefault(kinds, kinds)  # there are few
        if kinds <= _NAMING:
            naming = elements
        else:
            naming = frozenset([name for name in ids if self.types[name] in _NAMING]) or _NONE
        stems = [name for name in ids if self.types[name] in _COMPOUND]
        return _known(
            elements,
            kinds,
            naming,
            "given-name" in kinds,
            self._kin_among(naming),
            min(stems) if stems else None,
        )

    def _is_given(self, elements: Iterable[str]) -> bool:
        return any(self.types[name] == "given-name" for name in elements)

    def _kin_among(self, elements: Iterable[str]) -> frozenset[str]:
        """What stands for some elements and their cognates."""
        return frozenset([self._kin[name] for name in elements if name in self._kin]) or _NONE

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
        elements, given, kin = facts.naming, facts.given, facts.kin
        if " " in piece:
            words = piece.split(" ")
            said = "".join(map(sounds, words))
            if not elements:
                elements = frozenset(self._wholes.get(self.whole_key(words), ()))
                given, kin = self._is_given(elements), self._kin_among(elements)
        else:
            said = sounds(piece)
        abjad, guessed = facts.script in ABJADS, facts.script == "other"
        return Part(piece, facts.fold, said, kind, WEIGHTS[kind], elements, abjad, given, guessed, kin)


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


class Part(NamedTuple):
    """One word of a name. ``kind`` is a key of :data:`WEIGHTS`, and ``weight`` what stands there."""

    text: str
    fold: str
    sounds: str
    kind: str
    weight: float  # how much the part says about who is meant
    elements: frozenset[str]
    abjad: bool
    given: bool
    guessed: bool = False  # read through Unidecode, which knows no names
    kin: frozenset[str] = _NONE  # stands for the elements and their cognates


JOINED = 4  # letters of an ending that a hyphen may part from its name, at least
_ZWNJ = "\N{ZERO WIDTH NON-JOINER}"


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a name, and what stands before the first, between them, and after the last.

    Several look at the words of one spelling in a row, so the last ones are remembered.

    >>> words_of("Ehsan-Ollah Khan")
    (('Ehsan', 'Ollah', 'Khan'), ('', '-', ' ', ''))
    """
    words = name.split(" ")
    if all(map(str.isalpha, words)):  # most names are letters and spaces, and need no pattern
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
    return tuple([lexicon.part(text, kind) for text, kind in kinds_of(name, lexicon)])


def kinds_of(name: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    """The texts of the parts of a name and their kinds."""
    head, comma, tail = name.partition(",")
    if comma and "," not in tail and head.strip() and tail.strip():
        name = f"{tail.strip()} {head.strip()}"
    pieces = _pieces(name, lexicon)
    known = [lexicon.facts(piece) for piece, _, _ in pieces]
    parts: list[tuple[str, str]] = []
    at, end = 0, len(pieces)
    while at < end:
        taken = _compound(pieces, known, at, lexicon) if at + 1 < end else 1
        text, before, after = pieces[at]
        facts = known[at]
        if taken > 1:
            text = " ".join([piece for piece, _, _ in pieces[at : at + taken]])
            after = pieces[at + taken - 1][2]
            facts = lexicon.facts(text)
        kind = _kind(text, before, after, at + taken == end, facts)
        if kind is not None:
            parts.append((text, kind))
        at += taken
    kinds = [kind for _, kind in parts]
    if "name" not in kinds:
        # A name of titles only (Amir Khan): then the titles are the name.
        return [(text, "name" if kind in ("honorific", "role") else kind) for text, kind in parts]
    if kinds.count("name") > 2:
        first = kinds.index("name")
        if _may_be_title(parts[first][0], lexicon):
            parts[first] = (parts[first][0], "honorific")
    return parts


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


# A word with the end of its case and the article of the next: Qurratu'l-ʿAyn, Seyfü'd-devle.
_WITH_ARTICLE = re.compile(
    f"(.{{3,}}?)([uūüo][{re.escape(APOSTROPHES)}](?:[ltdrsznş]|[sdt]h))", re.IGNORECASE
)


def _pieces(name: str, lexicon: Lexicon) -> list[tuple[str, str, str]]:
    """The words of a name with what stands before and after each; a non-joiner parts words too."""
    found, gaps = words_of(name)
    # What stands before the first word says nothing of it.
    before_each = ("", *gaps[1:])
    if name.isascii() and "'" not in name:
        return list(zip(found, before_each, gaps[1:], strict=False))
    out = []
    for word, before, after in zip(found, before_each, gaps[1:], strict=False):
        cut = _WITH_ARTICLE.fullmatch(word) if after[:1] in HYPHENS and after else None
        if cut and not lexicon.elements(word):
            out += [(cut[1], before, ""), (cut[2], "", after)]
            continue
        split = [half for piece in word.split(_ZWNJ) if piece for half in _halves(piece, lexicon)]
        for step, piece in enumerate(split):
            out.append((piece, before if step == 0 else _ZWNJ, after if step == len(split) - 1 else _ZWNJ))
    return out


_HOMOGRAPHS = frozenset({"homograph", "small-homograph"})
_OF_LANGUAGE = frozenset({"ordinary", "homograph", "small-homograph", "calling"})
# The kinds that may be written in several words: Abd al-Rahman, Prime Minister.
_COMPOUND = frozenset({"given-name", "laqab", "family-name", "honorific", "role"})


def _compound(
    pieces: Sequence[tuple[str, str, str]], known: Sequence[Facts], at: int, lexicon: Lexicon
) -> int:
    """How many words from ``at``, which is not the last, the tables know as one name: Abd al-Rahman,
    Ehsan Ollah, Ali Riza.

    Spelled as they have it, or with each word in some spelling that they know.
    """
    folds = [facts.fold for facts in known[at : at + 4]]
    if len(folds[0]) < 2 or len(folds[1]) < 2:
        return 1  # two initials are no name: L. I.
    opens = lexicon.opens_whole(pieces[at][0])
    for count in range(len(folds), 1, -1):
        if lexicon.is_compound("".join(folds[:count])):
            return count
        if opens and lexicon.is_whole([piece for piece, _, _ in pieces[at : at + count]]):
            return count
    if lexicon.is_ending(folds[1]):
        joint = pieces[at][2]
        if joint and (joint in HYPHENS or joint == _ZWNJ):
            return 2
    return 1


def _may_be_title(text: str, lexicon: Lexicon) -> bool:
    """Whether a part is a title and a given name (Sayyid, Mir, Sultan): it is a title before two names."""
    return any(lexicon.types[name] == "honorific" for name in lexicon.part(text, "name").elements)


_TITLES = frozenset({"honorific", "role", "particle"})
# The number of a ruler, at the end of his name; X is rather an initial, or Malcolm's.
_ROMAN = re.compile("I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,3}")
_EZAFE = frozenset({"i", "e", "ye", "yi", "ı", "y"})


def _kind(piece: str, before: str, after: str, last: bool, facts: Facts) -> str | None:
    """Which kind of part a word is where it stands; None when nothing of it is a letter."""
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
