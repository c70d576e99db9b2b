"""Small words that say nothing of a name beside them, as most words of a text do."""

from __future__ import annotations

from collections.abc import Set

from translit.inflection.endings import has_adjectives
from translit.plain import mypyc_attr
from translit.words import Word

ABBREVIATED = 3  # letters of a word that a point shortens, at most
TAILS = frozenset(".,;:!?")


@mypyc_attr(acyclic=True)
class Quiet:
    """A word of which no rule says anything by itself, ``before`` a name, ``behind`` it or on either side.

    ``tail`` is the sign behind it; ``capital`` says that it has one, ``ordinary`` that it is no name for
    all that, ``nameless`` that it is none that people have. ``stops`` tells that no name runs across it,
    ``titles`` that it may be a name's last word, ``looks_back`` that what stands before it may say
    something after all (of, a), ``adjective`` that a calling may stand there (a famous singer),
    ``region`` that a region may stand behind it, ``article`` that it is one that no person's name has.
    """

    def __init__(self, word: Word, tail: str, article: bool, before: bool, behind: bool) -> None:
        self.fold = word.fold
        self.before = before
        self.behind = behind
        self.article = article
        self.tail = tail
        self.capital = word.capital
        self.ordinary = word.ordinary and not (word.given or word.title or word.initial)
        self.nameless = not (word.given or word.family or word.title or word.initial)
        self.stops = word.stops
        self.titles = word.honorific
        self.looks_back = word.particle or word.preposition or word.initial or word.title or word.given
        self.adjective = len(word.fold) > ABBREVIATED and not word.particle and not word.closed
        self.region = word.of_region


def is_quiet_before(word: Word, languages: Set[str]) -> bool:
    """Whether a word is of no class that matters before a person's name, in a text that may be in some
    languages; with none, in whatever language.
    """
    if word.leads or word.town or word.wife:
        return False
    return _is_quiet(word, languages) and languages.isdisjoint(word.own)


def is_quiet_behind(word: Word, languages: Set[str]) -> bool:
    """The same behind a person's name."""
    if word.trails or word.region:
        return False
    if word.leads and (not languages or any(map(has_adjectives, languages))):
        return False  # a surname may be an adjective of it
    return _is_quiet(word, languages) and languages.isdisjoint(word.own_trailing | word.house)


def _is_quiet(word: Word, languages: Set[str]) -> bool:
    """Whether it is of none that matters on either side."""
    if word.longer:
        return False
    return not word.calling or (bool(languages) and languages.isdisjoint(word.calling))
