"""Small words that say nothing of a name beside them, as most words of a text do."""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import lru_cache

from translit.cutting import TAILS
from translit.inflection.endings import bases, compounds, has_adjectives, inflects, thing_articles
from translit.plain import mypyc_attr
from translit.remembered import Remembered
from translit.words import COMPOUND, Containers, Word

ABBREVIATED = 3  # letters of a word that a point shortens, at most


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
    unsaid = not word.calling or (bool(languages) and languages.isdisjoint(word.calling))
    return unsaid and not word.longer


class QuietWords:
    """What chunks say of a person's name beside them, by the languages that their text may be in."""

    def __init__(
        self,
        word: Callable[[str], Word],
        joins: Callable[[str], bool],
        callings: Callable[[], Containers],
        own_before: Callable[[], Containers],
        own_behind: Callable[[], Containers],
    ) -> None:
        """``word`` is what is known of a word, ``joins`` whether a folded one only joins others; the rest are
        the callings, and the nouns before and behind what is named after people, of several words.
        """
        self._word = word
        self._joins = joins
        self._callings = callings
        self._own_before = own_before
        self._own_behind = own_behind
        self.in_text = lru_cache(maxsize=64)(self._in_text)
        self._in_runs = lru_cache(maxsize=64)(self._find_in_runs)

    def _in_text(self, told: tuple[str, ...]) -> Remembered[Quiet | None]:
        """The memory of what chunks say in a text that may be in some languages."""
        return Remembered(lambda chunk: self._quiet(chunk, told))

    def _quiet(self, chunk: str, told: tuple[str, ...]) -> Quiet | None:
        """What is known of a chunk that is a word of ASCII letters which says nothing of a person's name in
        a text that may be in some languages.
        """
        bare = chunk if chunk[-1:].isalpha() else chunk[:-1]
        if not (bare.isascii() and bare.isalpha()):
            return None
        word = self._word(bare)
        tail = chunk[len(bare) :]
        if tail and tail not in TAILS:
            return None
        languages = frozenset([name.partition("-")[0] for name in told])
        if len(word.fold) >= COMPOUND and any(map(compounds, told)):
            return None  # its last part may bear names
        forms = [word]
        forms += [self._word(base.text) for name in told if inflects(name) for base in bases(bare, name)]
        leading, trailing = self._in_runs(languages)
        before = word.fold not in leading and all(is_quiet_before(form, languages) for form in forms)
        behind = word.fold not in trailing and all(is_quiet_behind(form, languages) for form in forms)
        if not (before or behind):
            return None
        return Quiet(
            word, tail, any(bare.casefold() in thing_articles(name) for name in told), before, behind
        )

    def _find_in_runs(self, languages: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
        """The words of what bears names, or of callings, of several words, without those that only join:
        before a name and behind it.

        A word with which one begins behind a name counts though it be such.
        """
        callings = self._words_of_runs(self._callings(), languages)
        leading = self._words_of_runs(self._own_before(), languages)
        behind = self._own_behind()
        firsts = {run.partition(" ")[0] for run, own in behind.items() if self._counts(run, own, languages)}
        trailing = self._words_of_runs(behind, languages) | firsts
        return frozenset(leading | callings), frozenset(trailing | callings)

    def _words_of_runs(self, known: Containers, languages: frozenset[str]) -> set[str]:
        """The words of runs of several words, without those that only join."""
        runs = [run for run, own in known.items() if self._counts(run, own, languages)]
        words = {word for run in runs for word in run.split(" ")}
        return {word for word in words if not self._joins(word)}

    @staticmethod
    def _counts(run: str, own: frozenset[str], languages: frozenset[str]) -> bool:
        """Whether a noun is one of several words, in a text that may be in some languages."""
        return " " in run and not (languages and languages.isdisjoint(own))
