"""What is known of one distinct word form: its case, what may be cut off it, what the tables call it.

The tables say by the end of an entry's id that its words are of a class that matters beside a name:
streets (``-container-words``), settlements (``-town-nouns``), provinces (``-region-words``) and the like.
With ``-capital`` before that end they count only where they have a capital: the Order of Lenin, by order of
Lenin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields

from translit.fold import APOSTROPHES, CASED, fold, script
from translit.index import Index
from translit.names import Lexicon
from translit.tokens import is_capitalised, is_capitals

SUFFIX = re.compile(rf"[{re.escape(APOSTROPHES)}](\w{{1,5}})$")
_CONTRACTION = re.compile(rf"n[{re.escape(APOSTROPHES)}]t$", re.IGNORECASE)  # Don't is not the Don
_ELISION = re.compile(
    rf"^(?:[ldjmtsncLDJ]|[Qq]u|[Dd]ell|[Aa]ll|[Nn]ell|[Ss]ull|[Dd]all)[{re.escape(APOSTROPHES)}](?=\w{{3}})"
)
# What a word of the elements' tables is, by the end of its entry's id.
CONTAINER = "-container-words"
_LEADING = "-leading-container-words"  # of languages that put them before the name
_WIVES = "-of-wives"
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
_INDEFINITE = "-indefinite-articles"
_PREPOSITION = "-prepositions"
_WORD_NAMES = "-word-names"  # words that are family names too
_CLOSED = ("-function-words", "-months", "-weekdays", "-months-weekdays", "-nationalities", "-directions")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Classes:
    """What the tables call a word by the elements that it stands for."""

    ordinary: bool
    title: bool  # an honorific or a role
    given: bool
    family: bool
    particle: bool
    closed: bool  # of a closed class: function words, months, peoples
    longer: bool  # a longer word that holds a name and is none
    indefinite: bool  # an indefinite article
    preposition: bool  # a place may stand after it
    study: bool  # a field of study follows it, and not a title: Professor of Iranian Studies
    container: bool
    leads: bool  # a container that stands before the name: rue, улица, خیابان
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


_CLASSES = tuple(field.name for field in fields(Classes))


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Word(Classes):
    """What is known of one distinct word form; there is one object for a form, and it equals itself."""

    surface: str
    fold: str
    script: str
    capital: bool  # begins with a capital, or its script has none
    capitals: bool  # all capitals
    cased: bool  # its script has capitals
    initial: bool
    starts: tuple[tuple[int, str], ...]  # code points to leave out in front, and the fold then
    ends: tuple[tuple[int, str, bool], ...]  # code points to leave out behind, fold, plural
    # where a name may begin and end
    opens: bool  # some recorded spelling begins with it
    stops: bool  # a name that is no spelling of the tables stops before it
    sounds: bool  # a look-alike may begin with it
    inflects: bool  # it may be a name under an ending
    seeks: bool  # a name that is not inverted may begin with it
    homograph: frozenset[str]  # the languages of which it is a word, or a common given name
    small: frozenset[str]  # the languages of which it is a word that has a capital only by its place


def is_suffixed(word: Word) -> bool:
    """Whether a word has a suffix behind an apostrophe that is none of the name: Kemal'in, Khan's."""
    return len(word.ends) > 1 and not word.ends[1][2]


def classes_of(ids: frozenset[str], lexicon: Lexicon) -> Classes:
    """What a word is that stands for some elements."""
    kinds = {lexicon.types[name] for name in ids}
    return Classes(
        ordinary="ordinary" in kinds,
        title=bool(kinds & {"honorific", "role"}),
        given="given-name" in kinds,
        family="family-name" in kinds or is_marked(ids, _WORD_NAMES),
        particle="particle" in kinds,
        closed=is_marked(ids, *_CLOSED),
        longer="longer-word" in kinds,
        indefinite=is_marked(ids, _INDEFINITE),
        preposition=is_marked(ids, _PREPOSITION),
        study=is_marked(ids, _STUDY),
        container=is_marked(ids, CONTAINER),
        leads=is_marked(ids, _LEADING),
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
    )


def make_word(
    surface: str, lexicon: Lexicon, index: Index, classes: Callable[[frozenset[str]], Classes]
) -> Word:
    """What is known of a word form; ``classes`` remembers what is known of elements."""
    folded = fold(surface)
    starts = [(0, folded)]
    elision = _ELISION.match(surface)
    if elision:
        starts.append((elision.end(), fold(surface[elision.end() :])))
    ends = [(0, folded, False)]
    suffix = SUFFIX.search(surface)
    if suffix and _CONTRACTION.search(surface):
        pass
    elif suffix and (suffix.group(1).islower() or suffix.group(1) == "S"):
        ends.append((len(suffix.group()), fold(surface[: suffix.start()]), False))
    elif len(surface) > 4 and surface[-1] in "sS":
        ends.append((1, folded[:-1], True))
    core = surface[: suffix.start()] if suffix else surface
    ids = lexicon.elements(surface) or lexicon.elements(core)  # koʻchasi has no suffix
    capital = is_capitalised(surface) and not folded.isdigit()
    if ids and not capital:
        ids = frozenset([name for name in ids if CAPITAL not in name])
    known = classes(ids)
    exact, prefixes = index.exact, index.prefixes
    opens = any(key in prefixes for _, key in starts) or any(
        key in exact for _, key, _ in [*ends, *((0, key, False) for _, key in starts)]
    )
    written = script(surface)
    if (len(starts) > 1 and len(ends) > 1) or written == "arabic":
        opens = True  # both an elision and a suffix: l'Iran's; or a script in which words are parted or not
    given, initial = known.given, len(folded) == 1 and folded.isalpha()
    plain = known.ordinary and not given
    sounds = capital and not initial and not plain and (not known.particle or given or len(folded) > 3)
    inflects = capital and (not plain or known.title) and not known.longer
    return Word(
        surface=surface,
        fold=folded,
        script=written,
        capital=capital,
        capitals=is_capitals(core),
        cased=written in CASED,
        initial=initial,
        starts=tuple(starts),
        ends=tuple(ends),
        opens=opens,
        stops=not (capital or known.particle or known.title) and len(folded) > 3,
        sounds=sounds,
        inflects=inflects,
        seeks=opens or sounds or inflects,
        homograph=lexicon.homograph(core),
        small=lexicon.small_homograph(core),
        **{name: getattr(known, name) for name in _CLASSES},
    )


def is_marked(ids: Iterable[str], *suffixes: str) -> bool:
    """Whether some element is of a class that its id tells."""
    return any(name.endswith(suffixes) for name in ids)
