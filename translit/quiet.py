"""Small words that say nothing of a name beside them, as most words of a text do."""

from __future__ import annotations

from collections.abc import Set

from translit.plain import mypyc_attr
from translit.words import Word

ABBREVIATED = 3  # letters of a word that a point shortens, at most
TAILS = frozenset(".,;:!?")


@mypyc_attr(acyclic=True)
class Quiet:
    """A word of which no rule says anything by itself.

    ``tail`` is the sign behind it; ``capital`` says that it has one, ``ordinary`` that it is no name for all
    that. ``stops`` tells that no name runs across it, ``titles`` that it may be a name's last word,
    ``looks_back`` that what stands before it may say something after all (of, a), ``adjective`` that a
    calling may stand there (a famous singer), ``region`` that a region may stand behind it, ``article`` that
    it is one that no person's name has.
    """

    def __init__(self, word: Word, tail: str, article: bool) -> None:
        self.fold = word.fold
        self.article = article
        self.tail = tail
        self.capital = word.capital
        self.ordinary = word.ordinary and not (word.given or word.title or word.initial)
        self.stops = word.stops
        self.titles = word.title
        self.looks_back = word.particle or word.preposition or word.initial or word.title or word.given
        self.adjective = len(word.fold) > ABBREVIATED and not word.particle and not word.closed
        self.region = word.of_region


def is_quiet(word: Word, languages: Set[str]) -> bool:
    """Whether a word is of no class that matters beside a person's name, in a text that may be in some
    languages; with none, in whatever language.
    """
    if word.container or word.leads or word.trails or word.town or word.region or word.wife or word.longer:
        return False
    if word.calling and (not languages or not languages.isdisjoint(word.calling)):
        return False
    return all(map(languages.isdisjoint, (word.own, word.own_trailing, word.house)))


def quiet_of(chunk: str, word: Word, article: bool) -> Quiet | None:
    """What is known of a chunk that is a quiet word, perhaps with a sign behind it.

    Arguments:
        chunk: the chunk.
        word: the word with which it begins.
        article: whether it is an article that no person's name has.
    """
    tail = chunk[len(word.surface) :]
    return Quiet(word, tail, article) if not tail or tail in TAILS else None
