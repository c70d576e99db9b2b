"""What stands around a mention, and whether it leaves the mention whole.

A name inside a longer name, a namesake with another given name, a street or prize named after the
entity are left alone.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from translit.bearers import Bearers
from translit.fold import APOSTROPHES, RECORDED, fold
from translit.inflection.endings import (
    bases,
    capital_nouns,
    ends_last,
    inflects,
    is_possessive,
    joins_syllables,
    latin_languages,
    may_be_noun,
)
from translit.keys import word_key
from translit.match import Candidate
from translit.spellings import Spelling
from translit.tokens import Gap, is_capitalised
from translit.words import REGION, is_suffixed

HERS = "ending-given-names-of-women"
SURNAMES_OF_WOMEN = "ending-surnames-of-women"
BESIDE = 3  # words beside a name that may make a longer name of it
LONGER = 16  # characters beside a name that may make a longer name of it, where no space parts the words
TOLD = 2  # languages that a text may be in, for a short name that is one of theirs
MANY = 4  # languages that a text may be in, and is in none that is known
NOUN = 3  # letters of a noun, at least
LONG = 8  # letters of a name under an ending that is told by its sound, at least
WHOLE = 3  # words of a recorded name that is whole, whatever capital follows
SYLLABLE = 3  # code points of an initial in scripts of syllables, at most


class Context(Bearers):
    """The words of a piece of text with what they say of a mention beside them."""

    def _after_article(self, at: int) -> bool:
        return at > 0 and self.words[at - 1].fold == "the" and self.gaps[at - 1] is Gap.OPEN

    def _article_stands(self, at: int, last: int) -> bool:
        """Whether a name that needs its article has it, and ends: the East, not the East India Company."""
        if not self._after_article(at):
            return False
        following = self.words[last + 1] if last + 1 < len(self.words) else None
        return (
            following is None
            or self.gaps[last] is not Gap.OPEN
            or not following.capital
            or self._title_case(at, last)
        )

    def _is_addressed(self, at: int) -> bool:
        """Whether a word such as Mr stands before word ``at``."""
        if not at or self.gaps[at - 1] not in (Gap.OPEN, Gap.POINT) or self._hyphened(at - 1):
            return False
        return self.words[at - 1].cased and self.words[at - 1].honorific

    def _begins_recorded(self, at: int) -> bool:
        """Whether a recorded, unweak spelling stands at word ``at``."""
        index = self.lookup.index
        for _, ending, plural in self.words[at].ends:
            if not plural and any(not index.spellings[number].weak for number in index.exact.get(ending, ())):
                return True
        key = self.words[at].fold
        for last in range(at + 1, min(at + 3, len(self.words))):
            if not self._joins(last - 1):
                return False
            key += self.words[last].fold
            if key in index.exact:
                return True
        return False

    def _begins_alike(self, at: int) -> bool:
        """Whether two words are a name by their sound."""
        if at + 1 >= len(self.words) or self.gaps[at] is not Gap.OPEN or not self.words[at + 1].capital:
            return False
        return any(one.tier == "key" for one in self.lookup.by_key(self._text_of(at, at + 1)))

    def _is_inflected_name(self, at: int) -> bool:
        """Whether a word is a recorded, unweak spelling under an ending of the text's language."""
        word, index = self.words[at], self.lookup.index
        told = self._told(at)
        names = latin_languages() if not told and word.script == "latin" else told
        return any(
            any(
                not index.spellings[number].weak or self._is_own_name(at, index.spellings[number])
                for number in index.exact.get(base.fold, ())
            )
            or (len(base.fold) >= LONG and any(one.tier == "key" for one in self.lookup.by_key(base.text)))
            for name in names
            if inflects(name)
            for base in bases(word.surface, name)
            if len(base.fold) > (3 if told else 4)
        )

    def _suffix_forbids(self, last: int, trail: int) -> bool:
        """A suffix after an apostrophe is a case ending or possessive, not the rest of a name."""
        surface = self.words[last].surface
        tail = surface[len(surface) - trail :]
        return tail[0] in APOSTROPHES and is_capitalised(tail[1:]) and tail[1:] != "S"

    def _right_allows(self, at: int, last: int, candidate: Candidate, kind: str) -> bool:
        """Whether the next word leaves a mention of words ``at`` to ``last`` whole: not Ahmad Shah | Durrani,
        Lenin | Prize.
        """
        if last + 1 >= len(self.words):
            return True
        if kind in ("person", "place") and (self._in_a_region(last) or self._has_number(last)):
            return False
        if kind == "person" and (
            self._has_house(last) or (candidate.is_inflected and self._is_address(at, last))
        ):
            return False
        joint, following = self.gaps[last], self.words[last + 1]
        if self._hyphened(last) and not following.capital and any(map(joins_syllables, self._told(last))):
            return False  # Xta-lin-grát
        if joint not in (Gap.OPEN, Gap.GLUE):
            return True
        # In Korean the name has no particle; a German genitive says whose something is: Lenins Haus.
        told = self._told(last)
        his = self._is_unparted(last) or (len(told) <= MANY and any(map(capital_nouns, told)))
        bare = not (candidate.is_inflected and his)
        if kind == "person" and bare and self._trails(last + 1):
            return False  # Lenin körút, the Curzon cinema
        if kind == "person" and at == last and self._is_hers_beside(last):
            return False  # Lenin brat
        noun = len(following.fold) >= NOUN
        if kind == "person" and noun and self._is_adjective(last) and self._leads(last + 1):
            return False  # Троцкий мост, and not Керенский им
        if kind in ("place", "organisation") and self._is_street(last + 1, candidate.is_inflected):
            return False  # Moszkva tér, Moscow Road
        if kind == "person" and self._goes_on_given(last):
            return False  # مصطفى كمال حسن
        if not following.capital or not following.cased:
            return True
        if self._ends_short_line(last):
            return True
        if following.container and bare and kind != "place":
            return candidate.tier == "recorded" and kind in ("organisation", "work")
        between = self.text[self.ends[last] : self.begins[last + 1]]
        if "'" in between or "’" in between or "*" in between:
            return True
        if kind == "person" and self._hyphened(last) and self._is_addressed(at):
            return False  # Mr Shuster-Browne
        if following.initial and kind == "person" and joint is Gap.OPEN:
            return self._initials_agree(last, candidate)
        if (following.ordinary and not following.family) or following.initial:
            return True
        spelling = self.lookup.index.spellings[candidate.number]
        if kind == "place":
            return not (self.words[last].given and self._is_surnamed(last))
        if kind != "person":
            return True
        if (
            self._begins_recorded(last + 1)
            or self._is_inflected_name(last + 1)
            or self._begins_alike(last + 1)
        ):
            # Two names side by side: Trotsky-Zinoviev, Lenin Stalin.
            return True
        if following.title:
            return not following.honorific
        parts = self.lookup.lexicon.parse(spelling.text)
        surname = len(parts) > 1 and parts[-1].kind == "name" and not parts[-1].given
        if candidate.is_inflected and told and all(map(ends_last, told)):
            return True  # only the last word of a name has the ending: Сталинге Сұлтанғалиев
        if candidate.is_inflected and not following.family and self._goes_on_high(last + 1):
            return True  # under an ending the name is whole, and another begins: na Blumkina Larysie Reisner
        if following.given or following.family:
            return False
        if any(may_be_noun(following.surface, name) for name in told):
            return True  # Lenins Regierung: where every noun has a capital
        if candidate.tier == "recorded" and (last - at + 1 >= WHOLE or (surname and "\n" in between)):
            return True  # Mustafa Kemal Paşa Meclis'teydi
        if candidate.is_inflected and candidate.tier == "recorded" and not self._may_be_hers(at):
            return True  # Raskolnikovi Tallinna lähedal
        return self._title_case(last, last + 1)

    def _goes_on_given(self, last: int) -> bool:
        """Whether a given name that begins no name of the tables follows, as a father's does in Arabic."""
        word = self.words[last + 1]
        if word.script != "arabic" or not word.given or word.title or word.ordinary or word.particle:
            return False
        if self.gaps[last] is not Gap.OPEN or self._begins_recorded(last + 1):
            return False
        return self._told(last + 1) == ("ar",)

    def _heads_another(self, at: int) -> bool:
        """Whether a surname opens an entry of a list, and a given name or title behind a comma ends it, which
        the entry of an entity would go on with: Churchill, Mary, dressmaker.
        """
        if self.gaps[at] is not Gap.COMMA or not self._opens_sentence(at):
            return False
        beyond = at + 1
        while beyond + 1 < len(self.words) and self.words[beyond].honorific and self._joins(beyond):
            beyond += 1
        if beyond >= len(self.words) or not self.words[beyond].capital:
            return False
        word, ended = self.words[beyond], self._after(beyond)
        if word.initial:
            page = beyond + 1 < len(self.words) and self.words[beyond + 1].fold.isdigit()
            return ended == "." and not page
        return word.given and not word.ordinary and ended in (",", ";", "(", "")

    def _is_hers_beside(self, last: int) -> bool:
        """Whether a name is a possessive before a word for kin: Lenina sestra, Lena's sister."""
        following = self.words[last + 1]
        if following.capital or not self._is_told(last + 1, following.possessed):
            return False
        return any(is_possessive(self.words[last].surface, name) for name in self._told(last))

    def _is_part(self, at: int, last: int, lead: int, spelling: Spelling) -> bool:
        """Whether a name is a part of the longer name of something else: South Africa, cochon d'Inde.

        Of the first word ``lead`` code points are none of the name's.
        """
        if self._is_unparted(at):
            return self._is_part_at(self.begins[at], self.ends[last])
        key, run = word_key(spelling.text), fold(self._text_of(at, last)[lead:])
        if key not in self.lookup.index.longer_words:
            return False
        before, after = [fold(self.words[at].surface[:lead])], [""]
        if run.startswith(key):
            after = [run[len(key) :]]  # an ending: Lontoon rakeet
        for step in range(at - 1, max(at - 1 - BESIDE, -1), -1):
            if self.gaps[step] is not Gap.OPEN:
                break
            before.append(self.words[step].fold)
        for step in range(last + 1, min(last + 1 + BESIDE, len(self.words))):
            if self.gaps[step - 1] is not Gap.OPEN:
                break
            after.append(self.words[step].fold)
        return any(
            _takes_words(front, before) and _takes_words(back, after)
            for front, back in self.lookup.longer(key, "".join(reversed(before)), "".join(after))
        )

    def _is_part_at(self, start: int, stop: int) -> bool:
        """The same of a name in a text that parts no words: 印度 in 印度尼西亚."""
        low, high = max(0, start - LONGER), stop + LONGER
        text = self.text
        name, before, after = fold(text[start:stop]), fold(text[low:start]), fold(text[stop:high])
        return any(True for _ in self.lookup.longer(name, before, after))

    def _has_calling(self, at: int, last: int) -> bool:
        """Whether a calling that nobody of the tables has stands beside a name: the singer Lenine.

        An adjective, a possessive or a comma may stand between, and behind the name a comma and an article.
        """
        before = self.gaps[at - 1] if at else Gap.NONE
        if before in (Gap.OPEN, Gap.COMMA):
            word = self.words[at - 1]
            if self._is_calling(at - 1):
                return True
            owned = at > 1 and self.gaps[at - 2] is Gap.OPEN and self._is_told(at - 1, word.possessive)
            if owned and self._is_calling(at - 2):
                return True
            if self._is_told(at - 1, word.naming) and any(
                map(self._is_calling, range(max(0, at - 1 - BESIDE), at - 1))
            ):
                return True  # hamsteren vår heter Lenin
        if before is Gap.OPEN:
            plain = word.cased and not (word.capital or word.particle or word.closed or len(word.fold) < 4)
            if plain and at > 1 and self.gaps[at - 2] is Gap.OPEN and self._is_calling(at - 2):
                return True
        for beyond in self._behind_comma(last):
            if self._is_calling(beyond):
                # Of two names in a row it is the second one's: Trotsky, dancer Isadora Duncan.
                return not (self._goes_on_high(beyond) and self.words[beyond + 1].cased)
        return False

    def _behind_comma(self, last: int) -> Iterator[int]:
        """Where a word may stand that says behind a comma who is named: next, behind an article, or behind an
        adjective after that.
        """
        if self.gaps[last] is Gap.COMMA and last + 1 < len(self.words):
            yield last + 1
            for beyond in range(last + 2, min(last + 4, len(self.words))):
                if self.gaps[beyond - 1] is not Gap.OPEN:
                    break
                yield beyond

    def _has_kin(self, at: int, last: int) -> bool:
        """Whether one's kin is named by what else is a place: my aunt Florence; Georgia, the baby."""
        if at and self.gaps[at - 1] is Gap.OPEN and self._is_told(at - 1, self.words[at - 1].kin):
            return True
        if at and self.words[at - 1].preposition:
            return False  # in Florence, my aunt said
        return any(self._is_told(beyond, self.words[beyond].kin) for beyond in self._behind_comma(last))

    def _has_kin_behind(self, last: int) -> bool:
        """Whether what else is a place has a word behind it as one's kin have: Asya teyze."""
        if last + 1 >= len(self.words) or self.gaps[last] is not Gap.OPEN:
            return False
        return any(self._is_told(last + 1, word.kin_behind) for word in self._bare(last + 1))

    def _is_calling(self, at: int) -> bool:
        """Whether a word, or it and the one before, is such a calling in the text's language."""
        word = self.words[at]
        told = self._told(at)
        if word.capital and word.cased and not (self._opens_sentence(at) or any(map(capital_nouns, told))):
            return False
        found = word.calling | self._run_among(self.lookup.callings(), at, -1)
        for base in self._uninflected(at):
            found |= base.calling
        return bool(found) and (not told or self._is_told(at, found))

    def _initials_agree(self, last: int, candidate: Candidate) -> bool:
        """Whether initials behind a surname may be the entity's: not Сталин А. Н."""
        entity = self.lookup.index.spellings[candidate.number].entity
        word, end = self.words[last], last + 1
        if last and self.gaps[last - 1] is Gap.POINT and self.words[last - 1].initial:
            return True  # with initials of its own: F. F. Raskolnikova L. Karachanovi
        if self._after(end) != "." or not self.lookup.longer_names(entity, word.script) or word.given:
            return True
        while end + 1 < len(self.words) and self.words[end + 1].initial and self._joins(end):
            end += 1
        return self.lookup.agrees(f"{self._text_of(last + 1, end)} {word.surface}", entity)

    def _has_number(self, last: int) -> bool:
        """Whether a hyphen and a number or letter follow, as in the names of models: Ангара-А5."""
        following = self.words[last + 1]
        short = following.fold.isdigit() or (following.initial and following.capital)
        return short and self.gaps[last] is Gap.OPEN and self._hyphened(last)

    def _in_a_region(self, last: int) -> bool:
        """Whether a region follows in which there is another place of the name: Paris, Texas."""
        at = last + 1
        if self.gaps[last] is Gap.OPEN and self.words[at].of_region:
            last, at = at, at + 1
        elif self.gaps[last] is not Gap.COMMA:
            return False
        if at >= len(self.words) or self.gaps[last] not in (Gap.OPEN, Gap.COMMA):
            return False
        word = self.words[at]
        if word.region:
            return word.capital
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        return (
            following is not None
            and self.gaps[at] is Gap.OPEN
            and self.lookup.is_pair(word, following, REGION)
        )

    def _is_surnamed(self, last: int) -> bool:
        """Whether a place's name that people are given too stands before a surname: London Breed.

        After a word such as ``in`` it is the place all the same: in London Breed was met.
        """
        before = self.words[last - 1] if last and self.gaps[last - 1] is Gap.OPEN else None
        if self.words[last + 1].title or (before is not None and before.preposition):
            return False
        return not self._begins_recorded(last + 1)

    def _left_begin(
        self, at: int, last: int, candidate: Candidate, kind: str, crowd: bool = False
    ) -> int | None:
        """Where the mention begins, given names and initials before it taken in; None forbids it.

        Of a ``crowd`` of namesakes none is looked at: who is named in full was found as that.
        """
        if at == 0 or self.gaps[at - 1] not in (Gap.OPEN, Gap.POINT, Gap.QUOTE):
            return at
        before = self.words[at - 1]
        if self._ends_short_line(at - 1):
            return at
        if kind == "work" and before.ordinary and not before.capital and at > 1 and self.words[at - 2].study:
            return None
        if kind == "person" and (self._after_container(at) or self._joins_borne(at)):
            self._borne = self.ends[last]
            return None
        if kind in ("place", "organisation"):
            entity = self.lookup.entities(self.lookup.index.spellings[candidate.number].entity)
            if self._after_street(at, entity, candidate.is_inflected):
                return None
        if kind != "person" and before.family and self.gaps[at - 1] is Gap.OPEN:
            if before.capital and any(map(joins_syllables, self._told(at))):
                return None  # Lê Hồng Quân
        if kind in ("organisation", "work"):
            return at
        if kind == "person" and self.gaps[at - 1] is Gap.OPEN and self._after_town(at - 1):
            return None
        if kind == "place" and before.wife:
            return None  # η κυρία Φλωρεντία
        if kind == "place" and before.particle and before.capital and before.cased:
            joined = self.gaps[at - 1] is Gap.OPEN and not before.capitals
            if joined and not (
                before.given or self._opens_sentence(at - 1) or self._title_case(at - 1, last)
            ):
                return None  # mevrouw Van Leiden
        # English New and Little make names in whatever language: hoteli ya New Africa.
        if kind == "place" and before.capital and ("en" in before.new or self._is_told(at - 1, before.new)):
            return at if self._opens_sentence(at - 1) and not self._hyphened(at - 1) else None  # New London
        if kind == "place":
            named = before.given and not (before.closed or before.family or self._is_small(at - 1))
            joined = (
                self.gaps[at - 1] is Gap.OPEN and before.capital and before.cased and not is_suffixed(before)
            )
            named = named and self._named < self.ends[at - 1]
            joined = joined and not self._begins_recorded(at - 1) and not candidate.is_inflected
            return None if named and joined else at
        if self.gaps[at - 1] is Gap.POINT and self._is_syllable(at - 1) and not crowd:
            return self._longer(at, last, candidate)  # Stalin after எம். கே. is his namesake
        if self.gaps[at - 1] is Gap.POINT and not before.initial:
            return at
        if before.initial and not before.cased and self.gaps[at - 1] is Gap.POINT:
            longer = self._longer(at, last, candidate)  # ت. اتابکی
            return at if longer is None else longer
        given = before.given and not (before.cased or before.ordinary or before.title)
        alone = at == last or all(word.given or word.title for word in self.words[at : last + 1])
        if kind == "person" and alone and given and not crowd and self.gaps[at - 1] is Gap.OPEN:
            return self._longer(at, last, candidate)  # another's, unless the given name is his
        told = self._told(at - 1) if at < last else ()
        noun = not (before.given or before.family) and any(may_be_noun(before.surface, name) for name in told)
        if not before.capital or not before.cased or noun:
            if before.particle and self._hyphened(at - 1) and not before.ordinary:
                return None
            return at
        longer = None if crowd else self._longer(at, last, candidate)
        if longer is not None:
            if longer and self.gaps[longer - 1] is Gap.OPEN and self._is_given(longer - 1):
                return None  # Алексей Аркадьевич Столыпин
            named = longer > 0 and self.gaps[longer - 1] in (Gap.OPEN, Gap.POINT, Gap.QUOTE)
            return None if named and self._after_container(longer) else longer
        if before.wife and at == last and not self._is_hers(candidate):
            return None
        if self._named >= self.ends[at - 1]:
            return at  # another name ends there: Kun Béla Leninnel
        if before.initial and not before.title:
            # Another's initial; without its point it is a word of one letter: A, I, В, К, С.
            return at if self.gaps[at - 1] is Gap.OPEN else None
        if before.title or (before.ordinary and not before.given):
            return at
        if at == last and self._follows_given(at - 1):
            return None  # Vladimir Kirillovich Chicherin
        if self._hyphened(at - 1) and self._is_addressed(at - 1):
            return None
        if self.gaps[at - 1] is Gap.QUOTE or (self._hyphened(at - 1) and self._begins_recorded(at - 1)):
            return at
        if is_suffixed(before):
            return at  # Kemal'in Çiçerin'e
        given = before.given or any(base.given and not base.title for base in self._uninflected(at - 1))
        small = self._opens_sentence(at - 1) and self._is_small(at - 1)  # Romanian Lui
        if (given or before.family) and not small:
            if given and at == last and self.gaps[at - 1] is Gap.OPEN and not crowd:
                self.namesakes.add(self.lookup.index.spellings[candidate.number].entity)
            return None
        if self._begins_recorded(at - 1):
            return at
        spelling = self.lookup.index.spellings[candidate.number]
        if self._opens_sentence(at - 1) or self._title_case(at - 1, last):
            return at
        if at == last and candidate.is_inflected and self._may_be_hers(at):
            return None  # Гюнель Нариманова
        strong = candidate.tier in ("recorded", "scheme") and not spelling.weak
        return at if strong and not self._hyphened(at - 1) else None

    def _may_be_hers(self, at: int) -> bool:
        """Whether a man's surname in the genitive may be a woman's behind a given name that nobody knows."""
        before, ends_as = self.words[at - 1], self.lookup.lexicon.ends_as
        if self.gaps[at - 1] is not Gap.OPEN or before.capitals:
            return False
        # In another case the given name is a man's too: Яшу Блюмкіна.
        return ends_as(self.words[at].surface, SURNAMES_OF_WOMEN) and ends_as(before.surface, HERS)

    def _is_given(self, at: int) -> bool:
        """Whether a word is a given name and nothing else, with which no name before it ends."""
        word = self.words[at]
        if not (word.given and word.capital and word.cased) or word.ordinary or word.title or word.family:
            return False
        return self._named < self.ends[at] and not self._begins_recorded(at)

    def _is_syllable(self, at: int) -> bool:
        """Whether a word is an initial in a script of syllables: one letter with its vowel."""
        word = self.words[at]
        if word.cased or word.script == "arabic" or len(word.surface) > SYLLABLE or word.initial:
            return False
        return sum(unicodedata.category(char)[0] == "L" for char in word.surface) == 1

    def _is_hers(self, candidate: Candidate) -> bool:
        """Whether the entity of a candidate is a woman, as far as her given name tells."""
        entity = self.lookup.entities(self.lookup.index.spellings[candidate.number].entity)
        return self.lookup.lexicon.ends_as(entity.heading.partition(" ")[0], HERS)

    def _follows_given(self, at: int) -> bool:
        """Whether a word that nobody knows stands between a given name and a surname."""
        word = self.words[at]
        if at == 0 or self.gaps[at - 1] is not Gap.OPEN or self.gaps[at] is not Gap.OPEN:
            return False
        if word.given or word.initial or word.particle or word.capitals or self._begins_recorded(at):
            return False
        before = self.words[at - 1]
        return before.given and before.capital and before.cased and not before.ordinary

    def _longer(self, at: int, last: int, candidate: Candidate) -> int | None:
        """How far to the left the words still agree with the entity's longer names."""
        spelling = self.lookup.index.spellings[candidate.number]
        entity = spelling.entity
        # With initials a surname agrees as it is without its ending: В. Шкловского.
        base = spelling.text if candidate.is_inflected and at == last and " " not in spelling.text else ""
        begin = None
        for first in range(at - 1, max(at - 4, -1), -1):
            word = self.words[first]
            if self.gaps[first] not in (Gap.OPEN, Gap.POINT) or not word.capital or word.container:
                break
            if (self.gaps[first] is Gap.POINT and not word.initial) or (is_suffixed(word) and not word.given):
                break  # Narimanof'un Lenin'e
            if self._ends_short_line(first) or (self._begins_recorded(first) and not word.given):
                break
            if word.ordinary and not word.given and not word.initial:
                break
            if word.title and not word.given and not word.initial:
                continue
            if not (word.given or word.initial) and self._is_high_by_place(first):
                break
            run = f"{self._run(first, at - 1)} {base}" if base and word.initial else self._run(first, last)
            if self.lookup.agrees(run, entity):
                begin = first
        return begin

    def _means_another(self, at: int, spelling: Spelling) -> bool:
        """Whether a word is an ordinary one, or anybody's given name, in the language of its paragraph.

        After a title it is the name of someone known by it; and where the paragraph may be in another
        language too, it is the name that this one has for the entity: Azerbaijani Bakı, and no Turkish Baki.
        """
        word = self.words[at]
        lexicon = self.lookup.lexicon
        languages = word.homograph | lexicon.homograph(spelling.text)
        small = word.small | lexicon.small_homograph(spelling.text)  # Nyugaton is in the West, too
        if small and self._is_high_alone(at):
            languages |= small
        if not languages or (at and self.gaps[at - 1] is Gap.OPEN and self.words[at - 1].title):
            return False
        told = {name.partition("-")[0] for name in self._told(at)}
        own = self.lookup.entities(spelling.entity).variants[spelling.place].lang
        return not told.isdisjoint(languages) and (own not in told or own in languages)

    def _is_high_alone(self, at: int) -> bool:
        """Whether the capital of a word says nothing: it opens a sentence, or all is in capitals."""
        opens = self.words[at].capitals or self._opens_sentence(at)
        return opens and not self._is_imprint(at)

    def _says_little(self, at: int, spelling: Spelling) -> bool:
        """Whether no capital tells that a word which means another thing too is the name of a place or body:
        then that other names stand beside it does.
        """
        word = self.words[at]
        if spelling.person:
            return False
        if word.script in RECORDED:
            return True
        small = word.small or self.lookup.lexicon.small_homograph(spelling.text)
        return bool(small) and self._is_high_alone(at) and not self._is_told(at, word.homograph)

    def _is_imprint(self, at: int) -> bool:
        """Whether a comma and a number follow a word, as the year follows the place in (Boulder, 2001)."""
        return self.gaps[at] is Gap.COMMA and at + 1 < len(self.words) and self.words[at + 1].fold.isdigit()

    def _is_own_name(self, at: int, spelling: Spelling) -> bool:
        """Whether a short name of a place is what the language of the text calls it: French Inde."""
        if spelling.person or spelling.schemed:
            return False
        variant = self.lookup.entities(spelling.entity).variants[spelling.place]
        if variant.short or variant.lang is None:
            return False
        told = {name.partition("-")[0] for name in self._told(at)}
        return len(told) <= TOLD and variant.lang.partition("-")[0] in told

    def _says(self, at: int, spelling: Spelling) -> int:
        """How many people of the time must stand beside a name for it to be the entity's; 0 is never.

        One, if a word is hardly anything but a surname that few bear, or what the tables call somebody;
        two, if it is a surname of many.
        """
        word = self.words[at]
        if word.ordinary or word.title or word.container or len(word.fold) < (4 if word.cased else 5):
            return 0
        if spelling.derived:
            return 0 if word.given else 2 if word.family else 1
        return 1 if self.lookup.owners(spelling.text) == 1 else 0


def _takes_words(length: int, words: Sequence[str]) -> bool:
    """Whether so many letters are whole words but for an ending: ایران کیش is not in ایران کے شمال."""
    for word in words:
        if length <= 0:
            return True
        if length < len(word):
            return 2 * length >= len(word)
        length -= len(word)
    return length == 0
