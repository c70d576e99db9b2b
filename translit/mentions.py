"""The mentions that a piece of text may hold, each seen in its context.

From each word that may open a name, the look-up goes on as long as the words so far begin a recorded
spelling; runs of capitalised words are also looked up by key and, failing that, as near misses. What
stands around (:mod:`translit.context`) decides whether a hit is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translit.beside import POSSESSIVE
from translit.fold import HYPHENS, RECORDED, fold, fold_marks, script
from translit.inflection.endings import Base, bases, capital_nouns, inflects, latin_languages, respelled
from translit.keys import word_key
from translit.lookup import INFLECTED, SHORT_BASE, surfaces
from translit.match import Candidate
from translit.model import Evidence
from translit.placing import Found
from translit.resolve import Hit, Span
from translit.spellings import Spelling
from translit.sweep import KEY_WORDS, closes
from translit.tokens import Gap, is_capitalised
from translit.unparted import Unparted
from translit.words import SUFFIX, Word, is_suffixed

WAYS = 24  # ways to take a run of words, each as it stands or without an ending
UNCASED_SCORE = 0.966  # of a look-alike of one word in a script without capitals
SURE_LETTERS, SURE_SCORE = 9, 0.9695  # of a look-alike where a capital means nothing
FREE_WORDS = 4  # words of Arabic script tried together though no spelling is parted so
SHORT_ABJAD = 3  # letters of a base form, at least, in a script that writes few vowels: رشتده
HERS = "a woman's surname"  # the note of an ending that makes it of a man's
ABBREVIATION = 4  # letters of one that may bear an ending, at least
LETTERS = 10  # of an abbreviation that is spelled with points
BEYOND = 10  # the words read after one that a name may end with
SURE = 0.99  # the score of a recorded name that needs no other reading of its words

_SIGNS = frozenset("&+/")
_GERSHAYIM = frozenset('"\N{HEBREW PUNCTUATION GERSHAYIM}')  # of Hebrew abbreviations
_BRACKETED = re.compile(r"\(\w{1,2}\)")
# A way to take some words: key, text, language of the endings, code points in front left out, note.
Way = tuple[str, str, str, int, str]


def _is_sure(alone: tuple[Hit]) -> bool:
    """Whether a hit is a spelling of the tables that needs no other mention."""
    (hit,) = alone
    return hit.tier in ("recorded", "scheme") and not hit.weak and hit.score >= SURE


class Scan(Unparted):
    """One pass over one piece of text."""

    # ── where a name may begin ───────────────────────────────────────────────────────────────

    def spans(self) -> Iterator[Span]:
        """Every span with a hit that its context allows."""
        marks, chunks = self.lookup.marks, self.chunks
        last = -1  # the last chunk of the name told last
        chunk = -1
        while True:
            chunk = chunks.marked_from(max(chunk, last) + 1)
            if chunk == len(chunks):
                return
            if self._is_settled(chunk):
                continue
            run = self._run_from(chunk)
            if run is not None:
                span = self._outright(chunk, run)
                if run.closed:  # a part of a name of the tables is no other, whatever stands around that
                    last = run.last
                if span is not None:
                    yield span
                    continue
            elif self._is_still(chunk):
                continue
            for mark in marks[chunks[chunk]]:
                if not mark.alone or not self._is_idle(chunk, mark):
                    at = self._read_to(chunk) + mark.ordinal
                    if self.begins[at] >= self._settled:
                        yield from self._spans_at(at, run is not None and run.closed)

    def _is_settled(self, chunk: int) -> bool:
        """Whether the words of a chunk with which a name may begin are part of one that is settled."""
        place = self._place_of(chunk)
        if place >= self._settled:
            return False
        text = self.chunks[chunk]
        marks = self.lookup.marks[text] if place + len(text) > self._settled else ()
        if not marks:
            return True
        begin, _, _ = self.lookup.readings[text][marks[-1].ordinal]
        return place + begin < self._settled

    def _spans_at(self, at: int, listed: bool = False) -> Iterator[Span]:
        """The spans of the names that begin at a word; if a ``listed`` one does and ends before a sign or a
        small letter, no others than recorded ones are looked for: what it is not here, no look-alike is.
        """
        word = self.words[at]
        found: Found = {}
        self.crowds = {}
        if word.script in RECORDED:
            self._unparted(at, found)
        if word.opens or self.gaps[at] is Gap.GLUE or (word.initial and self.gaps[at] is Gap.POINT):
            self._recorded(at, found)
        if listed:
            self._settles(at, found)
        elif word.capital:
            if not self._settles(at, found):
                self._inverted(at, found)
                self._keyed(at, found)
            self._inflected(at, found)
        elif word.elided and not found:
            self._keyed(at, found, word.elided)
        if not found:
            return
        for (_, end, count), by_entity in found.items():
            self._covered = max(self._covered, end)
            if count > 1 or not all(hit.weak for (hit,) in by_entity.values()):
                self._named = max(self._named, end)
        paragraph = self.paragraph_of(self.begins[at])
        for (start, end, count), by_entity in found.items():
            hits: tuple[Hit, ...]
            if len(by_entity) == 1:
                (hits,) = by_entity.values()
            else:
                ranked = sorted(by_entity.values(), key=lambda one: (-one[0].score, one[0].entity))
                hits = tuple(hit for (hit,) in ranked)
            crowds = tuple(self.crowds.get((start, end), ())) if count == 1 else ()
            yield Span(self.offset + start, self.offset + end, paragraph, hits, count, crowds)

    def _settles(self, at: int, found: Found) -> bool:
        """Whether a recorded name at a word is all that can be made of its words.

        Then no look-alike is looked for among them: what overlaps a longer name without reaching beyond
        it is never linked.
        """
        begin = self.begins[at]
        if self.thorough or not found or begin < self._covered:
            return False
        (start, end, length), by_entity = max(found.items(), key=lambda item: item[0][1])
        last = at + length - 1
        if start != begin or end != self.ends[last] or not any(map(_is_sure, by_entity.values())):
            return False
        if not self._closed_before(at) or not self._closed_after(at, last):
            return False
        self._settled = end
        return True

    def _closed_before(self, at: int) -> bool:
        """Whether no name that begins before word ``at`` can run into it from there."""
        if at == 0 or self.gaps[at - 1] not in (Gap.OPEN, Gap.POINT, Gap.QUOTE):
            return True
        before = self.words[at - 1]
        if not before.capital:
            return True
        return before.cased and before.ordinary and not (before.given or before.initial or before.title)

    def _closed_after(self, at: int, last: int) -> bool:
        """Whether no name that begins with a word from ``at`` to ``last`` can run beyond."""
        words = self.words[at : last + 1]
        if any(word.script == "arabic" or word.script in RECORDED for word in words):
            return False
        if any(kind not in (Gap.OPEN, Gap.POINT, Gap.QUOTE) for kind in self.gaps[at:last]):
            return False
        if is_suffixed(words[-1]):
            return False  # a suffix
        if self._halts(last):
            return True
        beyond = last + 1
        while beyond <= last + KEY_WORDS and not self._halts(beyond):
            beyond += 1
        ahead = self.words[last + 1 : min(beyond, last + KEY_WORDS) + 1]
        if self.gaps[last] is Gap.GLUE or ahead[0].capital or not closes([(word, "") for word in ahead]):
            return False
        if self.gaps[last + 1] is Gap.COMMA and last + 2 < len(self.words) and self.words[last + 2].capital:
            return False  # perhaps an inverted name
        if Gap.GLUE in self.gaps[last + 1 : last + 1 + KEY_WORDS]:
            return False
        key = ""
        for word in reversed(words):
            key = word.fold + key
            if self.lookup.runs_on(key, ahead[0]) or len(word.starts) > 1:
                return False
        return True

    def _halts(self, at: int) -> bool:
        """Whether no name of whatever kind runs on behind word ``at``."""
        kind = self.gaps[at]
        if kind is Gap.NONE or at + 1 >= len(self.words):
            return True
        return kind is Gap.POINT and len(self.words[at].fold) > 3

    # ── spellings of the tables ──────────────────────────────────────────────────────────────

    def _recorded(self, at: int, found: Found) -> None:
        index = self.lookup.index
        for lead, key in self.words[at].starts:
            last = at
            while True:
                word = self.words[last]
                for trail, ending, plural in word.ends:
                    full = key[: len(key) - len(word.fold)] + ending if last > at else ending
                    if lead:
                        full = key if not trail else key[: len(key) - len(word.fold) + len(ending)]
                    if plural and last == at:
                        continue
                    if not trail and not lead and self._suffixed(key[: len(key) - len(word.fold)], word):
                        continue
                    numbers = index.exact.get(full)
                    if numbers:
                        self._hits(at, last, lead, trail, numbers, found)
                if last + BEYOND >= len(self.words):
                    self._read_on(last + BEYOND)
                if last + 1 >= len(self.words) or not self._joins(last, comma=True):
                    break
                last += 1
                key += self.words[last].fold
                if script(word.surface) == "arabic" and last - at < FREE_WORDS:
                    continue  # وثوق الدوله is written with and without a space
                if self._spells_out(at, last):
                    continue
                if not (key in index.exact or key in index.prefixes) and not any(
                    key[: len(key) - len(self.words[last].fold)] + ending in index.exact
                    for _, ending, _ in self.words[last].ends
                ):
                    break

    def _signed(self, spelling: str, at: int, last: int) -> bool:
        """Whether a spelling has signs of its own: Past & Present, РКП(б). What says whose name it is, in
        brackets behind a heading, is no part of the name: Kim (Kipling).
        """
        if "(" in self.text[self.begins[at] : self.ends[last]]:
            return _BRACKETED.search(spelling) is not None
        return not _SIGNS.isdisjoint(spelling)

    def _spells_out(self, at: int, last: int) -> bool:
        """Whether some words are the letters of an abbreviation with their points: R.S.D.L.P."""
        return (
            last - at < LETTERS
            and all(word.initial for word in self.words[at : last + 1])
            and all(gap is Gap.POINT for gap in self.gaps[at:last])
        )

    def _suffixed(self, before: str, word: Word) -> bool:
        """Whether a word is a name with a suffix in small letters: Lenin'e is not Lénine."""
        suffix = SUFFIX.search(word.surface)
        if suffix is None or len(suffix.group(1)) > 2 or not suffix.group(1).islower() or not word.cased:
            return False
        stem = before + fold(word.surface[: suffix.start()])
        return stem in self.lookup.index.exact

    def _hits(
        self,
        at: int,
        last: int,
        lead: int,
        trail: int,
        numbers: Sequence[int],
        found: Found,
    ) -> None:
        crowd = self.lookup.crowd(numbers) if at == last else None
        if crowd is not None:
            numbers = numbers[:1]
        for number in numbers:
            spelling = self.lookup.index.spellings[number]
            if not self._cased(spelling.text, at, last, lead):
                continue
            between = self.gaps[at:last]
            if "," not in spelling.text and Gap.COMMA in between:
                continue
            if Gap.SIGN in between and not self._signed(spelling.text, at, last):
                continue
            if last > at and self._is_glued(spelling, at):
                continue
            if spelling.article and not self._article_stands(at, last):
                continue
            if (
                not trail
                and POSSESSIVE.search(self.words[last].surface)
                and not (POSSESSIVE.search(spelling.text))
            ):
                continue  # America's is not the Americas
            if at == last and not self._spelled_as_abroad(at, last, lead, trail, spelling):
                continue
            surface = self.text[self.begins[at] + lead : self.ends[last] - trail]
            abbreviated = at == last and not _GERSHAYIM.isdisjoint(surface)
            if abbreviated and _GERSHAYIM.isdisjoint(spelling.text):
                continue  # רד"ק is David Kimhi
            candidate = self.lookup.recorded(surface, number)
            if at < last and spelling.person and not (spelling.weak or spelling.schemed or self.thorough):
                self._sure = max(self._sure, self.ends[last] - trail)
            self._place(at, last, lead, trail, candidate, found, crowd)

    def _is_glued(self, spelling: Spelling, at: int) -> bool:
        """Whether words of a script with free spaces make one word, that is no person's: به شهر, بهشهر."""
        if self.words[at].script != "arabic" or len(surfaces(spelling.text)) > 1:
            return False
        return not spelling.person and "\N{ZERO WIDTH NON-JOINER}" not in spelling.text

    def _cased(self, spelling: str, at: int, last: int, lead: int) -> bool:
        """Whether the text has capitals where the spelling has them."""
        wanted = surfaces(spelling)
        count = last - at + 1
        if len(wanted) == count:
            for step, word in enumerate(wanted):
                here = self.words[at + step]
                if step == 0 and lead:
                    if not is_capitalised(here.surface[lead:]) and is_capitalised(word):
                        return False
                    continue
                if is_capitalised(word) and not here.capital:
                    # A word broken at a line end goes on in small letters; so may one after a hyphen,
                    # and a title, as in most languages: Ahmad šáh.
                    if step == 0 or not (here.title or self._hyphened(at + step - 1)):
                        return False
                if len(word) > 1 and word.isupper() and count == 1 and self._amid_capitals(at):
                    return False  # US in a line of capitals may be us
                if len(word) > 1 and word.isupper() and here.cased and not here.capitals and count == 1:
                    # An abbreviation is written in capitals: US is not Us.
                    return False
            return True
        if self.words[at].cased and not all(
            self.words[step].capital
            or self.words[step].title
            or self.gaps[step - 1] is Gap.GLUE
            or self._hyphened(step - 1)
            for step in range(at + 1, last + 1)
        ):
            return False
        if spelling.isupper():
            return all(word.capitals or word.initial or not word.cased for word in self.words[at : last + 1])
        return not is_capitalised(wanted[0] if wanted else "") or self.words[at].capital

    def _spelled_as_abroad(self, at: int, last: int, lead: int, trail: int, spelling: Spelling) -> bool:
        """Whether a place's name in another language keeps its marks: Reşt is Rasht, rest is not."""
        if spelling.person or spelling.schemed or spelling.text.isascii() or script(spelling.text) != "latin":
            return True
        if self.lookup.entities(spelling.entity).variants[spelling.place].lang in (None, "en"):
            return True
        here = self.text[self.begins[at] + lead : self.ends[last] - trail]
        return fold_marks(here) == fold_marks(spelling.text)

    # ── by key ───────────────────────────────────────────────────────────────────────────────

    def _keyed(self, at: int, found: Found, lead: int = 0) -> None:
        """Look-alikes that begin with a word, without ``lead`` code points of an elision: d'Ehsanoullah."""
        first = self.words[at]
        if lead:
            first = self.lookup.word(first.surface[lead:])
        if first.initial or (first.ordinary and not first.given):
            return
        if first.particle and not first.given and len(first.fold) <= 3:
            return
        if not first.cased and self._is_small(at):
            return  # پاس امانت
        run = ""
        for last in range(at, min(at + KEY_WORDS, len(self.words))):
            word = self.words[last] if last > at else first
            if last > at:
                kind = self.gaps[last - 1]
                if not self._joins(last - 1) or kind is Gap.QUOTE or self._is_chained(last - 1):
                    return
                small = not word.capital and not (word.particle or word.title) and len(word.fold) > 3
                if small and kind is not Gap.GLUE and not self._ends_hyphened(last):
                    return
                if word.ordinary and not word.given and word.capital:
                    return
                between = self.text[self.ends[last - 1] : self.begins[last]]
                joint = "" if kind is Gap.GLUE else "-" if set(between) & set(HYPHENS) else " "
                run += joint
            run_before = run
            run += word.surface
            if word.initial and last > at and self._after(last) != ".":
                continue  # SOVIETS A is no name
            glued = last > at and (self.gaps[last - 1] is Gap.GLUE or self._ends_hyphened(last))
            if not word.capital and not glued and not (word.title and last > at):
                continue
            for trail, _, plural in word.ends:
                if plural or (trail and len(word.ends) > 1 and SUFFIX.search(word.surface) is None):
                    continue
                if self.ends[last] - trail <= self._sure:
                    continue  # a part of a name of the tables, whatever stands around that
                if not trail and is_suffixed(word):
                    # With a suffix after an apostrophe, only the word without it is a name.
                    if POSSESSIVE.search(word.surface):
                        continue
                spelled = run_before + (word.surface[:-trail] if trail else word.surface)
                if last == at and first.capital and not first.cased and len(first.fold) < 4:
                    continue
                if last == at and not trail and self._is_many(word):
                    continue  # two Churchills, though one calls him Čērčils
                listed = self.lookup.index.exact.get(word_key(spelled))
                rows = [self.lookup.index.spellings[number] for number in listed or ()]
                if last > at:  # one that the tables write with other capitals, or as one word, is not meant
                    rows = [row for row in rows if self._cased(row.text, at, last, lead)]
                if any(not row.weak for row in rows):
                    if last > at and listed:
                        self._hits(at, last, lead, trail, listed, found)
                    continue
                owners = {row.entity for row in rows}
                alike = self.lookup.by_key(spelled) or self._respelled_alike(at, spelled)
                crowd = self.lookup.crowd_alike(alike) if last == at else None
                if crowd is not None or (last == at and listed and self.lookup.crowd(listed)):
                    if crowd and not owners and self._worthy(alike[0], at, last, trail):
                        self._place(at, last, lead, trail, alike[0], found, crowd)
                    continue
                for candidate in alike:
                    # A spelling of the tables is its owner's, and not a look-alike's.
                    if owners and self.lookup.index.spellings[candidate.number].entity not in owners:
                        continue
                    if self._worthy(candidate, at, last, trail):
                        self._place(at, last, lead, trail, candidate, found)

    def _is_many(self, word: Word) -> bool:
        """Whether a word is the plural of a person's name."""
        index = self.lookup.index
        return any(
            index.spellings[number].person
            for _, ending, plural in word.ends
            if plural
            for number in index.exact.get(ending, ())
        )

    def _respelled_alike(self, at: int, spelled: str) -> tuple[Candidate, ...]:
        """The look-alikes of a run that the text's language spells in letters of its own: Ehsanolá Jan."""
        for name in self._told(at):
            other = respelled(spelled, name)
            if other != spelled:
                return self.lookup.by_key(other)
        return ()

    def _ends_hyphened(self, last: int) -> bool:
        """Whether a hyphen joins word ``last`` to a word with a capital: Ага-заде."""
        return len(self.words[last].fold) > 2 and self.words[last - 1].capital and self._hyphened(last - 1)

    def _worthy(self, candidate: Candidate, at: int, last: int, trail: int) -> bool:
        """Whether a look-alike may be taken for the name here."""
        spelling = self.lookup.index.spellings[candidate.number]
        if spelling.article and not self._article_stands(at, last):
            return False
        if spelling.text.islower() and self.words[at].cased:
            return False
        if last > at:
            return True
        word = self.words[at]
        if word.title or word.container or (word.ordinary and not word.given):
            return False
        if not word.cased and len(word.fold) < 5:
            return False
        if len(spelling.text) > 1 and spelling.text.isupper() and spelling.text.isascii():
            return False  # abbreviations have no sound
        person = spelling.person
        if not word.cased:
            return person and candidate.score >= UNCASED_SCORE
        told = self._told(at)
        nouns = bool(told) and all(map(capital_nouns, told))
        if not (nouns or self._opens_sentence(at) or self._title_case(at, last)):
            return person or len(word.fold) > 4
        # The capital says nothing here, and any word may sound like a name: Stolen, Goods, German Linien.
        sure = len(word.fold) >= SURE_LETTERS or candidate.score >= SURE_SCORE
        return person and (sure or trail > 0)

    # ── under an ending ──────────────────────────────────────────────────────────────────────

    def _inflected(self, at: int, found: Found) -> None:
        """Runs of words of which some bear an ending: recorded spellings, and look-alikes of persons.

        Where the text does not tell its language, an ending may be of any, and only a name that stands
        alone without doubt is taken.
        """
        names = self.languages(self.begins[at], self.words[at].script)
        first = self.words[at]
        untold = not names and first.script == "latin"
        names = latin_languages() if untold else tuple(name for name in names if inflects(name))
        if not names:
            return
        if first.longer:
            return  # 테헤란로
        common = first.ordinary and not first.given and not first.title
        goes_on = first.opens and self._goes_on_high(at)  # v New Yorku
        if common and (untold or not (goes_on or self.lookup.leads_on(first, names))):
            return
        index = self.lookup.index
        # Each way to take the words so far: as they are found in the tables, as written, whether inflected.
        ways = (
            self._going_on([("", "", "", 0, "")], at, names) if common else self.lookup.options(first, names)
        )
        runs = [(base.fold, base.text, name, base.lead, base.note) for base, name in ways]
        for last in range(at, min(at + KEY_WORDS, len(self.words))):
            if last > at:
                if not self._joins(last - 1) or self.gaps[last - 1] is Gap.QUOTE:
                    return
                word = self.words[last]
                hyphened = self._hyphened(last - 1)
                if hyphened and (word.initial or self._is_chained(last - 1)):
                    return  # Ангара-А5
                options = self.lookup.options(self.words[last], names)
                known = word.capital or word.particle or word.title
                known = known or any(self.lookup.word(base.text).title for base, name in options if name)
                if not known and not (hyphened and len(options) > 1):
                    options = self._going_on(runs, last, names)
                    if not options:
                        return
                joint = "-" if hyphened else " "
                runs = [
                    (key + base.fold, f"{text}{joint}{base.text}", name or other, lead, note or base.note)
                    for key, text, name, lead, note in runs
                    for base, other in options
                    if not (name and other and name != other) and not (base.lead and not hyphened)
                ][:WAYS]
            if last == at and (common or self._stands(at)):
                continue
            like = {name for name in names if last == at or self._may_end(last, name)} if not untold else ()
            for key, text, name, lead, note in runs:
                short = len(key) < (SHORT_ABJAD if first.script == "arabic" else SHORT_BASE)
                if not name or (last == at and (short or note == HERS)):
                    continue  # Stalinová is not Stalin
                # Those that the tables write as one word, or with other capitals, are not meant.
                numbers = [
                    number
                    for number in index.exact.get(key, ())
                    if last == at or self._cased(index.spellings[number].text, at, last, lead)
                ]
                for number in numbers:
                    if not untold or (len(key) > SHORT_BASE and self.lookup.takes_endings(number, name)):
                        self._under_ending(at, last, lead, number, f"{name}: {note}", found)
                if not numbers and not lead and name in like:
                    self._like_under_ending(at, last, text, f"{name}: {note}", found)

    def _going_on(self, runs: list[Way], last: int, names: tuple[str, ...]) -> list[tuple[Base, str]]:
        """What a word in small letters may be in its base form, if a recorded spelling goes on with it."""
        word, index = self.words[last], self.lookup.index
        options = [(Base(word.surface, word.fold, 0, ""), "")]
        options += [(base, name) for name in names for base in bases(word.surface, name)]
        return [
            (base, name)
            for base, name in options
            if any(key + base.fold in index.prefixes or key + base.fold in index.exact for key, *_ in runs)
        ]

    def _may_end(self, last: int, name: str) -> bool:
        """Whether a look-alike of several words may end with one: no conjunction in small letters."""
        word = self.words[last]
        if word.closed or len(word.fold) < 2:
            return False
        if word.capital or word.title or self._hyphened(last - 1):
            return True
        return any(self.lookup.word(base.text).title for base in bases(word.surface, name))

    def _stands(self, at: int) -> bool:
        """Whether a word is a name as it stands, and needs no ending to explain it."""
        word = self.words[at]
        numbers = self.lookup.index.exact.get(word.fold, ())
        spellings = map(self.lookup.index.spellings.__getitem__, numbers)
        return word.given or any(
            not spelling.weak and self._spelled_as_abroad(at, at, 0, 0, spelling) for spelling in spellings
        )

    def _under_ending(self, at: int, last: int, lead: int, number: int, note: str, found: Found) -> None:
        spelling = self.lookup.index.spellings[number]
        surface = self.text[self.begins[at] + lead : self.ends[last]]
        if spelling.article:
            return
        if spelling.text.isupper():  # ГАРФе
            size = len(spelling.text)
            if size < ABBREVIATION or surface[:size] != spelling.text or not surface[size:].islower():
                return
        elif not self._cased(spelling.text, at, last, lead):
            return
        self._place(at, last, lead, 0, self.lookup.inflected(surface, number, note), found)

    def _like_under_ending(self, at: int, last: int, text: str, note: str, found: Found) -> None:
        place = (self.begins[at], self.ends[last], last - at + 1)
        if place in found:
            return
        for candidate in self.lookup.by_key(text):
            spelling = self.lookup.index.spellings[candidate.number]
            person = spelling.person
            if candidate.tier != "key" or not person or not self._worthy(candidate, at, last, 0):
                continue
            evidence = Evidence("inflected", text, spelling.text, INFLECTED, note)
            score = candidate.score * INFLECTED
            self._place(
                at,
                last,
                0,
                0,
                Candidate(candidate.number, score, candidate.tier, (evidence, *candidate.evidence)),
                found,
            )
