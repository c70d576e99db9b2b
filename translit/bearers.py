"""What bears the name of somebody or of a place, and is meant instead: streets, prizes, hotels, ships.

The nouns are in the elements' tables, in classes that the ends of their ids tell (:mod:`translit.words`).
"""

from __future__ import annotations

from collections.abc import Set

from translit.beside import Beside
from translit.fold import fold
from translit.inflection.endings import (
    capital_nouns,
    compounds,
    indefinite_articles,
    is_adjective,
    is_subject,
    names_in_guillemets,
    person_limits,
    thing_articles,
)
from translit.model import Entity
from translit.names import words_of
from translit.tokens import Gap
from translit.words import COMPOUND, OWN, Containers, Word

TITLES = frozenset((("《", "》"), ("『", "』"), ("〈", "〉")))
QUOTED = 2  # words beside a name in the name of a thing, at most
BETWEEN = 4  # words between a street or the like and the name that it bears, at most
RUN = 4  # words that a street or the like is named by, at most: palais de la culture
HEAD = 6  # letters of the last part of a compound, at least
LABEL = 4  # letters of a noun before the name of a thing, at least
OPENING, CLOSING = frozenset('"“”„«‹「『《〈'), frozenset('"“”«»›」』》〉')
SHORTENED = 5  # letters of a word that a point shortens, at most: просп. Ленина
ABBREVIATED = 3  # letters of other nouns that one shortens: им. Ленина
HOUSE = 3  # digits of a house's number, at most
_STOPS = frozenset((*".,;:!?)", ""))
NOWHERE: frozenset[str] = frozenset()


class Bearers(Beside):
    """The words of a piece of text with what bears the name that stands beside it."""

    def _after_container(self, at: int) -> bool:
        """Whether a street or the like is named before the name of a person: rue Lénine.

        Titles and given names may stand between: خیابان میرزا کوچک خان.
        """
        at -= 1
        if self._ends_sentence(at):
            return False
        for _ in range(BETWEEN):
            word = self.words[at]
            if self._leads(at):
                return True
            if at == 0 or self.gaps[at - 1] not in (Gap.OPEN, Gap.POINT, Gap.QUOTE):
                return False
            small = len(word.fold) == 1 and not word.capital and not self._hyphened(at)
            given = word.given and word.capital  # Indonesian dan is no Dan
            known = word.title or given or word.particle or word.initial or word.fold.isdigit()
            if small or not known or (word.joins and not self._hyphened(at)):
                return False  # a small letter alone is a conjunction or preposition
            at -= 1
            if self._ends_sentence(at):
                return False
        return False

    def _joins_borne(self, at: int) -> bool:
        """Whether *and* joins a name to one that something bears: на углу Чичерина и Орджоникидзе."""
        if at < 2 or self.ends[at - 2] != self._borne or self.gaps[at - 1] is not Gap.OPEN:
            return False
        word = self.words[at - 1]
        return self.gaps[at - 2] is Gap.OPEN and (word.joins or (word.initial and not word.capital))

    def _ends_sentence(self, at: int) -> bool:
        """Whether the point behind a word ends a sentence, and does not shorten a street: в горы. Ленин."""
        if self.gaps[at] is not Gap.POINT or self.words[at].initial:
            return False
        return len(self.words[at].fold) > SHORTENED or not self._is_shortened(at)

    def _is_shortened(self, at: int) -> bool:
        """Whether a short word with a point is listed so, and is no form of another: пл. Ленина."""
        word = self.words[at]
        if len(word.fold) <= ABBREVIATED and self._is_told(at, word.own):
            return True
        return word.leads or word.title or word.given or word.particle

    def _leads(self, at: int) -> bool:
        """Whether a word, or the word that it is inflected from, stands before what is named after people."""
        word = self.words[at]
        if word.own and self._is_told(at, word.own):
            return True
        if self._is_told(at, self._own_run(at, -1)):
            return True
        if word.preposition and at and self.words[at - 1].capital:
            return self.lookup.is_pair(self.words[at - 1], word, OWN)  # the Order of Lenin
        if word.leads or word.capitals or word.given:
            return word.leads and not self._is_anothers(at)
        if any(bare.leads or self._is_told(at, bare.own) for bare in self._bare(at)):
            return True  # l'hôpital
        return self._ends_in_bearer(at)

    def _ends_in_bearer(self, at: int) -> bool:
        """Whether a word is a compound the last part of which stands before what is named after people:
        Atomijäänmurtaja.
        """
        word = self.words[at]
        if len(word.fold) < COMPOUND or not any(map(compounds, self._told(at))):
            return False
        tails = (self.lookup.word(word.surface[cut:]) for cut in range(2, len(word.surface) - HEAD + 1))
        return any(self._is_told(at, tail.leads_in | tail.own) for tail in tails)

    def _is_anothers(self, at: int) -> bool:
        """Whether a word in Latin letters bears names in other languages only than the text's, and has no
        capital that shows it to be foreign: Polish praca is no praça.
        """
        word = self.words[at]
        if word.script != "latin" or (word.capital and not self._opens_sentence(at)):
            return False
        return bool(self._told(at)) and not self._is_told(at, word.leads_in)

    def _own_run(self, at: int, step: int) -> Set[str]:
        """The languages in which some words, from ``at`` back (-1) or on (1), are together a container."""
        return self._run_among((self.lookup.own_before if step < 0 else self.lookup.own_behind)(), at, step)

    def _run_among(self, known: Containers, at: int, step: int) -> Set[str]:
        """The languages that some nouns of several words give to the words from ``at`` back or on."""
        key, last = self.words[at].fold, at
        for _ in range(RUN - 1):
            last += step
            if not 0 <= last < len(self.words) or self.gaps[min(last, last - step)] is not Gap.OPEN:
                break
            key = f"{self.words[last].fold} {key}" if step < 0 else f"{key} {self.words[last].fold}"
            if key in known:
                return known[key]
        return NOWHERE

    def _trails(self, at: int) -> bool:
        """Whether a word, or the word that it is inflected from, stands behind what is named after people."""
        if at and self._is_subject(at - 1):
            return False  # Dzeržinskis gimnaziją lankė
        word = self.words[at]
        if self._is_told(at, word.own_trailing) or self._is_told(at, self._own_run(at, 1)):
            return True
        if word.trails or word.capitals or word.given or (word.capital and word.cased):
            return word.trails
        return any(base.trails or self._is_told(at, base.own_trailing) for base in self._uninflected(at))

    def _is_subject(self, at: int) -> bool:
        """Whether a word ends as only the subject of a sentence does, in each language that it may be in."""
        told = self._told(at)
        return bool(told) and all(is_subject(self.words[at].surface, name) for name in told)

    def _bears_genitive(self, last: int) -> bool:
        """Whether a name that takes a bare -s stands before what bears it; in German it is then his."""
        if self.gaps[last] is not Gap.OPEN or last + 1 >= len(self.words):
            return False
        return not any(map(capital_nouns, self._told(last))) and self._trails(last + 1)

    def _is_adjective(self, at: int) -> bool:
        """Whether a surname may be an adjective here: a noun with a small letter follows."""
        if self.words[at + 1].capital or self.gaps[at] is not Gap.OPEN:
            return False
        return any(is_adjective(self.words[at].surface, name) for name in self._told(at))

    def _after_town(self, at: int) -> bool:
        """Whether a word, or the word that it is inflected from, is a settlement: в городе Киров."""
        word = self.words[at]
        if word.town or word.capital:
            return word.town
        return any(base.town for base in self._uninflected(at))

    def _after_street(self, at: int, entity: Entity, inflected: bool) -> bool:
        """Whether a street is named before the name of a place (rue de Londres), or without anything between
        and without an ending a hotel, a ship or the like (kino Moskwa), in whatever language where the text
        tells none. The port of Anzali is Anzali's.

        The name of a body has an ending there all the same: Ulica Červenej armády.
        """
        at -= 1
        nouns = list(self._bare(at, singular=True))
        if (not inflected or entity.type == "organisation") and any(
            self._is_told(at, noun.venues) or (noun.venues and not self._told(at)) for noun in nouns
        ):
            return not any(_holds(entity, noun) for noun in nouns)
        for _ in range(BETWEEN):
            if any(self._is_told(at, word.streets) for word in self._bare(at, singular=True)):
                # Une rue de Téhéran is one of the streets there.
                return not (at and self.gaps[at - 1] is Gap.OPEN and any(self._indefinite(at - 1)))
            if at == 0 or self.gaps[at - 1] is not Gap.OPEN or not self.words[at].particle:
                return False
            at -= 1
        return False

    def _is_street(self, at: int, inflected: bool) -> bool:
        """Whether a word, or the word that it is inflected from, is a street in the text's language.

        Behind an ``inflected`` name only where the names of streets are so: in Latvian, not in Korean.
        """
        words = (self.words[at], *self._uninflected(at))
        found = (word.street_of if inflected else word.street for word in words)
        return self._is_told(at, frozenset().union(*found))

    def _is_quoted_title(self, at: int, last: int) -> bool:
        """Whether a name stands in quotation marks before what it is the name of: «Մոսկվա» կինոթատրոն."""
        if self.gaps[last] is not Gap.QUOTE or last + 1 >= len(self.words):
            return False
        if not self._is_quoted(at, last):
            return False
        return (
            self._container_at(self.begins[last + 1]) if self._is_unparted(last) else self._trails(last + 1)
        )

    def _is_in_guillemets(self, at: int, last: int) -> bool:
        """Whether a name and nothing else stands in the marks that some languages set around the names of
        things: «Кубань» сыграла.
        """
        begin, end = self.begins[at], self.ends[last]
        if self.text[begin - 1 : begin] != "«" or self.text[end : end + 1] != "»":
            return False
        return any(map(names_in_guillemets, self._told(at)))

    def _is_in_title(self, at: int, last: int) -> bool:
        """Whether a name stands with a word or two in quotation marks, as the names of things do, and no
        preposition says that it is where something is: «Кавказ тұтқыны», “Bagdad Cafè”.
        """
        first, end = at, last
        while first and at - first < QUOTED and self.gaps[first - 1] is Gap.OPEN:
            first -= 1
        while end + 1 < len(self.words) and end - last < QUOTED and self.gaps[end] is Gap.OPEN:
            end += 1
        if end - first - (last - at) not in range(1, QUOTED + 1) or not self.words[first].capital:
            return False
        if first < at and (self.words[at - 1].preposition or self._is_small(at - 1)):
            return False
        return self._is_quoted(first, end)

    def _is_work(self, at: int, last: int) -> bool:
        """Whether a name and nothing else stands in the marks that Chinese and Japanese set around the titles
        of books and films: 《慕尼黑》.
        """
        begin, end = self.begins[at], self.ends[last]
        return (self.text[begin - 1 : begin], self.text[end : end + 1]) in TITLES

    def _is_quoted(self, at: int, last: int) -> bool:
        """Whether some words, and nothing else, stand in quotation marks."""
        before = self.text[max(self.ends[at - 1], 0) if at else 0 : self.begins[at]].strip()
        end = self.begins[last + 1] if last + 1 < len(self.words) else len(self.text)
        after = self.text[self.ends[last] : end].strip()
        return before[-1:] in OPENING and after[:1] in CLOSING

    def _is_label(self, at: int, last: int, person: bool = True) -> bool:
        """Whether a name in quotation marks stands behind a noun, which it is the name of: αεροδρόμιο «…».

        A title before a ``person`` is no such noun; without capitals only what bears names is known as one.
        """
        if not at or self.gaps[at - 1] is not Gap.QUOTE or not self._is_quoted(at, last):
            return False
        noun = self.words[at - 1]
        if (noun.title and person) or noun.closed or noun.particle or noun.preposition:
            return False
        if not person and self._is_told(at - 1, noun.venues | noun.streets):
            return True  # ул. „Париж“
        if not noun.cased:
            return self._leads(at - 1) or (not person and self._is_told(at - 1, noun.venues))
        small = (
            not noun.capital or self._opens_sentence(at - 1) or any(map(capital_nouns, self._told(at - 1)))
        )
        return len(noun.fold) >= LABEL and small

    def _is_venue(self, at: int, last: int) -> bool:
        """Whether an article says that a name without a title is a cinema's or a ship's: at the Curzon."""
        if not at or self.gaps[at - 1] is not Gap.OPEN:
            return False
        article = self.words[at - 1].surface.casefold()
        if any(word.title or not word.capital or word.capitals for word in self.words[at : last + 1]):
            return False
        if not any(article in thing_articles(name) for name in self._told(at)):
            return False
        if at == last and self.lookup.lexicon.has_kind(self.words[at].surface, "laqab"):
            return False  # a title that is the name: the Sipahdar
        if self._ends_clause(last):
            return True
        # The Curzon cinema, the Kolchak government; the Lenin of those years.
        following = self._unlimited(last)
        return following is not None and (following.closed or self._is_small(last + 1))

    def _is_one_of_many(self, at: int, last: int, person: bool = False) -> bool:
        """Whether an indefinite article says that a name is a thing's: she drove a Volga, he lit a Churchill.

        What limits it makes it the name of a place all the same (a Persia of legend), and any word in small
        letters that is no small one that of a ``person`` (a Trotsky bound in red).
        """
        if not at or self.gaps[at - 1] is not Gap.OPEN:
            return False
        known = self._indefinite(at - 1)
        if not known or not all(known) or (person and self.words[at].title):
            return False
        if self._ends_clause(last):
            return True
        following = self._unlimited(last)
        if following is None:
            return False
        return following.joins or (person and (following.preposition or self._is_small(last + 1)))

    def _indefinite(self, at: int) -> list[bool]:
        """Of each language that a word may be in, whether it is an indefinite article there."""
        article = self.words[at].surface.casefold()
        return [article in indefinite_articles(name) for name in self._told(at)]

    def _ends_clause(self, last: int) -> bool:
        """Whether a sign or the end of the text follows a name."""
        return self._after(last) in _STOPS  # "" where the text ends

    def _unlimited(self, last: int) -> Word | None:
        """The word in small letters behind a name, if it tells no more of it: on, and no of or who."""
        if last + 1 >= len(self.words) or self.gaps[last] is not Gap.OPEN or self._hyphened(last):
            return None
        following = self.words[last + 1]
        limits = any(following.surface in person_limits(name) for name in self._told(last))
        return None if following.capital or limits else following

    def _has_house(self, last: int) -> bool:
        """Whether the number of a house follows, so that a name is a street's: на Ленина, дом 12."""
        if self.gaps[last] not in (Gap.COMMA, Gap.OPEN) or last + 2 >= len(self.words):
            return False
        return self._is_told(last + 1, self.words[last + 1].house) and self.words[last + 2].fold.isdigit()

    def _is_address(self, at: int, last: int) -> bool:
        """Whether a name under an ending is a street's with the number of a house: Саратов, Чичерина, 14."""
        if self.gaps[last] not in (Gap.COMMA, Gap.OPEN) or not self.words[last + 1].fold.isdigit():
            return False
        opens = self._opens_sentence(at) or self.gaps[at - 1] is Gap.COMMA
        number = len(self.words[last + 1].fold) <= HOUSE
        return opens and number and (self._ends_clause(last + 1) or self._after(last + 1) in "-/")

    def _container_at(self, place: int) -> bool:
        """Whether a street or the like begins at a place of a text that parts no words: 列宁号."""
        return any(self.lookup.word(self.text[place : place + length]).container for length in (1, 2, 3, 4))


def _holds(entity: Entity, noun: Word) -> bool:
    """Whether a name of an entity holds a noun: the Hotel Metropol is one."""
    return any(noun.fold in map(fold, words_of(variant.text)[0]) for variant in entity.variants)
