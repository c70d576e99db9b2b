"""What is known of one distinct word form: its case, what may be cut off it, what the tables call it.

The tables say by the end of an entry's id that its words are of a class that matters beside a name:
streets (``-container-words``), settlements (``-town-nouns``), provinces (``-region-words``) and the like.
With ``-capital`` before that end they count only where they have a capital: the Order of Lenin, by order of
Lenin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from translit.fold import APOSTROPHES, CASED, fold, script
from translit.index import Index
from translit.names import Lexicon
from translit.plain import mypyc_attr
from translit.tokens import ELISION, is_capitalised, is_capitals

# A Hebrew letter with its geresh is one letter, צ׳רצ׳יל; in Ukrainian an apostrophe parts sounds, Зінов'єва.
SUFFIX = re.compile(rf"[{re.escape(APOSTROPHES)}](?![єїюяё])([^\Wא-ת]{{1,5}})$")
_CONTRACTION = re.compile(rf"n[{re.escape(APOSTROPHES)}]t$", re.IGNORECASE)  # Don't is not the Don
# What a word of the elements' tables is, by the end of its entry's id.
CONTAINER = "-container-words"
_LEADING = "-leading-container-words"  # of languages that put them before the name
_AND = "particle-va"  # the words for and, of whatever language
_HOUSE = "-house-words"  # before the number of a house: на Ленина, дом 12
_POSSESSED = "-possessed"  # kin that a possessive stands before: Lenina sestra
_POSSESSIVES = "-possessives"  # behind a noun: кучето ни Чърчил
_NAMING = "-naming-words"  # she is called
_WIVES = "-of-wives"
_KIN = "-kin-words"
_KIN_BEHIND = "-trailing-kin-words"  # behind a name: Asya teyze
_NEW = "-new-words"  # before the name of another place: New London
OWN = "-own-containers"  # of one language, in a text of that language
OWN_TRAILING = "-own-trailing-containers"  # the same behind the name
_STREET = "-street-words"  # of one language, behind the name of a place too
_GENITIVE = "-genitive-"  # of those the names of which have an ending: Lāčplēša iela
_STREETS_BEFORE = "-streets-before"  # the same before it, with a preposition or without: rue de Londres
_VENUES_BEFORE = "-venues-before"  # before it without one: kino Moskwa, and not a hotel of Moscow
CAPITAL = "-capital-"
_TOWN = "-town-nouns"
_STUDY = "-study-words"
REGION = "-region-words"
_OF_REGION = "-region-prepositions"  # between the town and it: Odessa in Missouri
_PREPOSITION = "-prepositions"
_WORD_NAMES = "-word-names"  # words that are family names too
_PLAIN = ("given-name", "family-name", "laqab")
COMPOUND = 9  # letters of a compound, at least
TITLE, ENDING = 3, 4  # letters of a title at least, and of an ending at most
_NOWHERE: frozenset[str] = frozenset()
Containers = dict[str, frozenset[str]]  # nouns of a class, folded, with the languages that have them
_MARKS = (
    *(CONTAINER, OWN, OWN_TRAILING, _AND, _HOUSE, _POSSESSED, _POSSESSIVES, _NAMING, _WIVES, _KIN, _NEW),
    *(_STREET, _STREETS_BEFORE, _VENUES_BEFORE, _TOWN, _STUDY, REGION, _OF_REGION, _PREPOSITION, _WORD_NAMES),
)
_CLOSED = ("-function-words", "-months", "-weekdays", "-months-weekdays", "-nationalities", "-directions")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Classes:
    """What the tables call a word by the elements that it stands for."""

    ordinary: bool
    title: bool  # an honorific or a role
    honorific: bool
    given: bool
    family: bool
    particle: bool
    closed: bool  # of a closed class: function words, months, peoples
    longer: bool  # a longer word that holds a name and is none
    preposition: bool  # a place may stand after it
    study: bool  # a field of study follows it, and not a title: Professor of Iranian Studies
    container: bool
    leads: bool  # a container that stands before the name: rue, улица, خیابان
    leads_in: frozenset[str]  # the languages in which it does
    joins: bool  # it is a word for and
    trails: bool  # a container that stands behind the name
    own: frozenset[str]  # the languages in which it is a container before the name
    own_trailing: frozenset[str]  # the same behind the name
    street: frozenset[str]  # the languages in which it is a street behind the name of a place: Moszkva tér
    street_of: frozenset[str]  # the languages in which it is one behind its genitive
    streets: frozenset[str]  # the languages in which it is a street before the name of a place
    venues: frozenset[str]  # the same of a hotel, ship or the like that nothing parts from the name
    town: bool  # a settlement, and a person's name behind it is the settlement's
    region: bool  # a state or province that stands after the names of towns
    of_region: bool  # it may stand between the town and the region
    wife: bool  # a title with which a man's surname alone is his wife's
    calling: frozenset[str]  # the languages in which it is a calling that nobody of the tables has
    house: frozenset[str]  # the languages in which the number of a house stands behind it
    possessed: frozenset[str]  # the languages in which it is kin that a possessive stands before
    possessive: frozenset[str]  # the languages in which it is a possessive that stands behind a noun
    naming: frozenset[str]  # the languages in which it says what somebody is called
    kin: frozenset[str]  # the languages in which it is one's kin: a place's name beside it is a given name
    kin_behind: frozenset[str]  # the languages in which such a word stands behind the name
    new: frozenset[str]  # the languages in which it makes another place of one: New London


@mypyc_attr(acyclic=True)
class Word:
    """What is known of one distinct word form; there is one object for a form, and nothing changes it.

    It has besides what its :class:`Classes` have.
    """

    def __init__(
        self,
        known: Classes,
        surface: str,
        folded: str,
        written: str,
        capital: bool,
        capitals: bool,
        starts: tuple[tuple[int, str], ...],
        ends: tuple[tuple[int, str, bool], ...],
        opens: bool,
        homograph: frozenset[str],
        small: frozenset[str],
        titled: bool,
    ) -> None:
        self.ordinary = known.ordinary
        self.title = known.title
        self.honorific = known.honorific
        self.given = known.given
        self.family = known.family
        self.particle = known.particle
        self.closed = known.closed
        self.longer = known.longer
        self.preposition = known.preposition
        self.study = known.study
        self.container = known.container
        self.leads = known.leads
        self.leads_in = known.leads_in
        self.joins = known.joins
        self.trails = known.trails
        self.own = known.own
        self.own_trailing = known.own_trailing
        self.street = known.street
        self.street_of = known.street_of
        self.streets = known.streets
        self.venues = known.venues
        self.town = known.town
        self.region = known.region
        self.of_region = known.of_region
        self.wife = known.wife
        self.calling = known.calling
        self.house = known.house
        self.possessed = known.possessed
        self.possessive = known.possessive
        self.naming = known.naming
        self.kin = known.kin
        self.kin_behind = known.kin_behind
        self.new = known.new
        self.surface = surface
        self.fold = folded
        self.script = written
        self.capital = capital  # begins with a capital, or its script has none
        self.capitals = capitals  # all capitals
        self.cased = written in CASED  # its script has capitals
        self.initial = len(folded) == 1 and folded.isalpha()
        self.starts = starts  # code points to leave out in front, and the fold then
        self.ends = ends  # code points to leave out behind, fold, plural
        self.homograph = homograph  # the languages of which it is a word, or a common given name
        self.titled = titled  # a title under an ending
        self.small = small  # the languages of which it is a word that has a capital only by its place
        # Where a name may begin and end.
        plain, long = known.ordinary and not known.given, len(folded) > 3
        # Code points of an elision before a capital: d'Ehsanoullah.
        self.elided = starts[1][0] if len(starts) > 1 and surface[starts[1][0]].isupper() else 0
        self.opens = opens or self.elided > 0  # some recorded spelling begins with it, or may
        # A name that is no spelling of the tables stops before it: a longer word, or one such as was, in.
        self.stops = (long or known.closed) and not (capital or titled or known.particle or known.title)
        # A look-alike may begin with it.
        self.sounds = capital and not (self.initial or plain) and (long or known.given or not known.particle)
        # It may be a name under an ending.
        self.inflects = capital and not known.longer and (known.title or not plain)
        # A name that is not inverted may begin with it.
        self.seeks = self.opens or self.sounds or self.inflects


def is_suffixed(word: Word) -> bool:
    """Whether a word has a suffix behind an apostrophe that is none of the name: Kemal'in, Khan's."""
    return len(word.ends) > 1 and not word.ends[1][2]


def classes_of(ids: frozenset[str], lexicon: Lexicon) -> Classes:
    """What a word is that stands for some elements."""
    kinds = {lexicon.types[name] for name in ids}
    return Classes(
        ordinary="ordinary" in kinds,
        title=bool(kinds & {"honorific", "role"}),
        honorific="honorific" in kinds,
        given="given-name" in kinds,
        family="family-name" in kinds or is_marked(ids, _WORD_NAMES),
        particle="particle" in kinds,
        closed=is_marked(ids, *_CLOSED),
        longer="longer-word" in kinds,
        preposition=is_marked(ids, _PREPOSITION),
        study=is_marked(ids, _STUDY),
        container=is_marked(ids, CONTAINER),
        leads=is_marked(ids, _LEADING),
        leads_in=lexicon.languages_of(ids, _LEADING),
        joins=is_marked(ids, _AND),
        trails=any(name.endswith(CONTAINER) and not name.endswith(_LEADING) for name in ids),
        own=lexicon.languages_of(ids, OWN),
        own_trailing=lexicon.languages_of(ids, OWN_TRAILING),
        street=lexicon.languages_of(ids, _STREET),
        street_of=lexicon.languages_of([name for name in ids if _GENITIVE in name], _STREET),
        streets=lexicon.languages_of(ids, _STREETS_BEFORE),
        venues=lexicon.languages_of(ids, _VENUES_BEFORE),
        town=is_marked(ids, _TOWN),
        region=is_marked(ids, REGION),
        of_region=is_marked(ids, _OF_REGION),
        wife=is_marked(ids, _WIVES),
        calling=lexicon.languages_as(ids, "calling"),
        house=lexicon.languages_of(ids, _HOUSE),
        possessed=lexicon.languages_of(ids, _POSSESSED),
        possessive=lexicon.languages_of(ids, _POSSESSIVES),
        naming=lexicon.languages_of(ids, _NAMING),
        kin=lexicon.languages_of(ids, _KIN),
        kin_behind=lexicon.languages_of(ids, _KIN_BEHIND),
        new=lexicon.languages_of(ids, _NEW),
    )


class Sorts:
    """What the tables call words by the elements that they stand for, worked out once for all that are alike:
    one given name is as good as another.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._classes = lru_cache(maxsize=20_000)(lambda ids: classes_of(ids, lexicon))
        self._alike: dict[str, str] = {}  # the element that stands for each
        self._first: dict[str, str] = {}  # the first of each type

    def __call__(self, ids: frozenset[str]) -> Classes:
        """What a word is that stands for some elements."""
        return self._classes(frozenset([self._stand_in(name) for name in ids]) if ids else ids)

    def _stand_in(self, name: str) -> str:
        known = self._alike.get(name)
        if known is None:
            kind = self._lexicon.types[name]
            plain = kind in _PLAIN and not name.endswith(_MARKS)
            known = self._alike[name] = self._first.setdefault(kind, name) if plain else name
        return known


def make_word(
    surface: str, lexicon: Lexicon, index: Index, classes: Callable[[frozenset[str]], Classes]
) -> Word:
    """What is known of a word form; ``classes`` remembers what is known of elements."""
    plain = surface.isascii() and surface.isalpha()  # as most are: then only a plural's s may be cut off
    folded = surface.lower() if plain else fold(surface)
    starts = [(0, folded)]
    ends = [(0, folded, False)]
    suffix = None if plain else SUFFIX.search(surface)
    elision = None if plain else ELISION.match(surface)
    if elision:
        starts.append((elision.end(), fold(surface[elision.end() :])))
    if suffix and _CONTRACTION.search(surface):
        pass
    elif suffix and (suffix.group(1).islower() or suffix.group(1) == "S"):
        ends.append((len(suffix.group()), fold(surface[: suffix.start()]), False))
    elif len(surface) > 4 and surface[-1] in "sS":
        ends.append((1, folded[:-1], True))
    core = surface[: suffix.start()] if suffix else surface
    ids = lexicon.elements(surface)
    if not ids and suffix:
        ids = lexicon.elements(core)  # koʻchasi has no suffix
    homograph = small = _NOWHERE
    if ids or suffix:
        homograph, small = lexicon.homograph(core), lexicon.small_homograph(core)
    capital = surface[0].isupper() if plain else is_capitalised(surface) and not folded.isdigit()
    if ids and not capital:
        ids = frozenset([name for name in ids if CAPITAL not in name])
    exact, prefixes = index.exact, index.prefixes
    opens = any(key in prefixes or key in exact for _, key in starts)
    opens = opens or any(key in exact for _, key, _ in ends)
    written = "latin" if plain else script(surface)
    if (len(starts) > 1 and len(ends) > 1) or written == "arabic":
        opens = True  # both an elision and a suffix: l'Iran's; or a script in which words are parted or not
    # A title under an ending: խանի. Latin letters have too many words that only begin as one.
    titled = (
        not (capital or ids)
        and written not in ("latin", "arabic")
        and any(
            classes(lexicon.elements(surface[:end])).title
            for end in range(max(TITLE, len(surface) - ENDING), len(surface))
        )
    )
    return Word(
        classes(ids),
        surface,
        folded,
        written,
        capital,
        len(surface) > 1 and surface.isupper() if plain else is_capitals(core),
        tuple(starts),
        tuple(ends),
        opens,
        homograph,
        small,
        titled,
    )


def is_marked(ids: Iterable[str], *suffixes: str) -> bool:
    """Whether some element is of a class that its id tells."""
    return any(name.endswith(suffixes) for name in ids)
