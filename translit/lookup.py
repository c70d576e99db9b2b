"""What the index and the lexicon say of a word or a run of words, worked out once and remembered.

A text repeats its words: folding, keys, near misses and comparison are paid for each distinct word
form or run, not for each occurrence. All memories are bounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

from translit.aids import AHEAD
from translit.alike import MULTIWORD, Alike
from translit.chunks import (
    Mark,
    Reading,
    is_capital_word,
    marks_of,
    may_hold_address,
    plain_word,
    reading_of,
    tongues_of,
)
from translit.compare import compare_within
from translit.cutting import ADDRESSED, MARKED, cutter
from translit.fold import RECORDED as UNPARTED
from translit.fold import fold, script
from translit.index import Index, ends_listed
from translit.inflection.endings import (
    Base,
    any_inflects,
    bases,
    inflects,
    latin_languages,
    respelled,
    respelling_languages,
    table_names,
)
from translit.keys import word_key
from translit.making import maker, single
from translit.match import DERIVED, RECORDED, SCHEMED, Candidate
from translit.model import Entity, Evidence, Variant
from translit.names import Lexicon
from translit.odds import one_script
from translit.quiet import QuietWords
from translit.remembered import Remembered
from translit.resolve import ANY, Crowd, Hit
from translit.spellings import DERIVED as DERIVED_FORM
from translit.spellings import OUTRIGHT, PERSON, WEAK
from translit.tokens import WORD, is_plain_name
from translit.words import (
    CAPITAL,
    OWN,
    OWN_TRAILING,
    SUFFIX,
    Containers,
    Sorts,
    Word,
    is_marked,
    make_word,
)

INFLECTED = 0.96  # the score of a name under an ending, at most
INVERTED = 0.97  # the score of a recorded name with its surname first
FULL = 0.95  # the score of a surname with the given name or initials before it, at least
CROWDED = WEAK | DERIVED_FORM | PERSON  # what they are told by
CROWD = 6  # bearers of one surname, from which on it is looked at once for all of them
INITIALS = 0.85  # the odds that a surname with initials must have, the first being that of the name
SURE_INITIAL = 0.9  # the odds of an initial that is the letter of the name
BEARERS = 24  # bearers of one surname looked at for the rest of an inverted name
# Letters in front that no ending changes: of a word of so many letters at least, and of a shorter one.
STEM, LONG, SHORT_STEM = 3, 6, 2
SHORT_NAME = 5  # letters of a foreign name that any word may be spelled like, at most
SHORT_BASE = 4  # letters of a base form that is a name by itself, at least
_evidence = maker(Evidence)


class Lookup:
    """The memory of one index and lexicon."""

    def __init__(self, index: Index, lexicon: Lexicon, entities: Callable[[int], Entity]) -> None:
        self.index = index
        self.lexicon = lexicon
        self.entities = entities
        self.alike = Alike(index, lexicon, entities)
        self.classes = Sorts(lexicon)
        self.word = lru_cache(maxsize=200_000)(
            lambda surface: make_word(surface, lexicon, index, self.classes)
        )
        self.readings: Remembered[Reading] = Remembered(lambda chunk: reading_of(chunk, self.word))
        self.marks: Remembered[tuple[Mark, ...]] = Remembered(self._marks)
        languages = len(table_names())
        self.cutter = cutter(
            self._flags, self._calm, self._opens_outright, self._outright, tongues_of, languages
        )
        self.tongues: Remembered[tuple[int, ...]] = Remembered(tongues_of)
        self.idle: Remembered[bool] = Remembered(self._idle)
        self.still = lru_cache(maxsize=64)(self._still_in_text)
        self.stops: Remembered[Word | None] = Remembered(self._stops)
        self.idle_runs: Remembered[bool] = Remembered(self._idle_run)
        self.sounds_like = lru_cache(maxsize=200_000)(self._sounds_like)
        self.inflected_alone = lru_cache(maxsize=200_000)(self._inflected_alone)
        self.leads_on = lru_cache(maxsize=200_000)(self._leads_on)
        self.may_lead_on: Remembered[bool] = Remembered(self._may_lead_on)
        self.runs_on_inflected = lru_cache(maxsize=100_000)(self._runs_on_inflected)
        self.options = lru_cache(maxsize=50_000)(self._options)
        self.by_key = lru_cache(maxsize=200_000)(self.alike)
        self.recorded = lru_cache(maxsize=100_000)(self._recorded)
        self.inverted = lru_cache(maxsize=50_000)(self._inverted)
        self.inflected = lru_cache(maxsize=100_000)(self._inflected)
        self.hit = lru_cache(maxsize=100_000)(self._hit)
        self.crowd = lru_cache(maxsize=20_000)(self._crowd)
        self.crowd_alike = lru_cache(maxsize=20_000)(self._crowd_alike)
        self.apt_hit = lru_cache(maxsize=20_000)(self._apt_hit)
        self.weak_hit = lru_cache(maxsize=20_000)(self._weak_hit)
        self.full_hit = lru_cache(maxsize=20_000)(self._full_hit)
        self.longer_names = lru_cache(maxsize=20_000)(self._longer_names)
        self.last_name = lru_cache(maxsize=20_000)(self._last_name)
        self.agrees = lru_cache(maxsize=65_536)(self._agrees)
        self.calls_otherwise = lru_cache(maxsize=65_536)(self._calls_otherwise)
        self.takes_endings = lru_cache(maxsize=65_536)(self._takes_endings)
        # Made when first asked for.
        self.openings = cache(self._make_openings)
        self.callings = cache(lambda: dict(self.lexicon.long_callings()))
        self.own_before = cache(self._make_own_before)
        self.own_behind = cache(self._make_own_behind)
        quiet = QuietWords(self.word, self._joins, self.callings, self.own_before, self.own_behind)
        self.quiet = quiet.in_text

    def is_pair(self, word: Word, following: Word, mark: str) -> bool:
        """Whether two words together are of a class that ids tell: Order of, New Jersey."""
        return is_marked(self.lexicon.elements(f"{word.surface} {following.surface}"), mark)

    def _joins(self, folded: str) -> bool:
        """Whether a folded word only joins others: of, von, a."""
        ids = frozenset([name for name in self.lexicon.elements(folded) if CAPITAL not in name])
        known = self.classes(ids)
        return known.particle or known.preposition or (len(folded) == 1 and folded.isalpha())

    def _make_own_before(self) -> Containers:
        """The nouns of several words before what is named after people: công viên, palacio de cultura."""
        return self._containers(OWN)

    def _make_own_behind(self) -> Containers:
        """The same behind it: power station."""
        return self._containers(OWN_TRAILING)

    def _containers(self, mark: str) -> Containers:
        """The nouns of a class that ids tell, with the languages that have them: their letters in one run,
        and those of several words with a space between.
        """
        out: dict[str, frozenset[str]] = {}
        for folded, ids in self.lexicon.marked(mark):
            out[folded] = self.lexicon.languages_of([name for name in ids if CAPITAL not in name], mark)
        return out

    def _calls_otherwise(self, number: int, place: int, name: str) -> bool:
        """Whether a language has names for an entity, and the short one at a place is another language's."""
        variant = self.entities(number).variants[place]
        if len(word_key(variant.text)) > SHORT_NAME or _language_of(variant) in ("", "en"):
            return False
        own = self._own_names(number, name, script(variant.text))
        return bool(own) and word_key(variant.text) not in own

    def _takes_endings(self, number: int, name: str) -> bool:
        """Whether a spelling takes the endings of a language that the text does not tell: a person's that
        stands by itself does, and a name of that language, or of none if it has no other: Lozano is no Lozan.
        """
        spelling = self.index.spellings[number]
        if spelling.weak or spelling.person:
            return not spelling.weak
        variant = self.entities(spelling.entity).variants[spelling.place]
        own = self._own_names(spelling.entity, name, script(variant.text))
        return word_key(variant.text) in own or not (own or _language_of(variant))

    def _own_names(self, number: int, name: str, written: str) -> frozenset[str]:
        """The keys of the names that a language has for an entity in a script, and of their words: who says
        Rusia țaristă says Rusia.
        """
        language = name.partition("-")[0]
        own = [other for other in self.entities(number).variants if _language_of(other) == language]
        names = [other.text for other in own if script(other.text) == written]
        return frozenset([word_key(word) for name in names for word in (name, *name.split())])

    # ── names that stand outright ────────────────────────────────────────────────────────────

    def _opens_outright(self, chunk: str) -> bool:
        """Whether a name that is told at a glance may begin with a chunk."""
        if not (chunk[:1].isupper() and is_plain_name(chunk)):
            return False
        key = fold(chunk)
        return key in self.index.exact or key in self.index.prefixes

    def _outright(self, run: str) -> tuple[Hit, ...] | None:
        """The hits of a person's name that a run of words is letter by letter, if it can be nothing else.

        None if it is no such name; nothing in it if one may begin so.
        """
        index = self.index
        key = fold(run.replace(" ", ""))
        numbers = index.exact.get(key)
        if not numbers:
            return () if key in index.prefixes else None
        text, entity, _, flags = index.spellings.rows[numbers[0]]
        if not flags & OUTRIGHT or text != run:
            return None
        evidence = _evidence("recorded spelling", run, text, RECORDED, "")
        return single(Hit(entity, numbers[0], RECORDED, "recorded", False, False, single(evidence)))

    # ── whether a name may begin ─────────────────────────────────────────────────────────────

    def _flags(self, chunk: str) -> int:
        """Whether a name may begin in a chunk, and whether it may hold an address."""
        plain = plain_word(chunk)
        if plain is not None:
            return MARKED if self._begins_small(plain) else 0
        if is_capital_word(chunk):
            return MARKED
        return (MARKED if self.marks[chunk] else 0) | (ADDRESSED if may_hold_address(chunk) else 0)

    def _marks(self, chunk: str) -> tuple[Mark, ...]:
        """The words of a chunk with which a name may begin."""
        plain = plain_word(chunk)
        if plain is not None and not self._begins_small(plain):
            return ()
        return marks_of(chunk, self.readings[chunk], self._begins)

    def _begins(self, word: Word) -> bool:
        """Whether a name may begin with a word without a capital that some spelling opens with."""
        return (
            not word.cased
            or len(word.starts) > 1
            or any(self._begins_small(ending) for _, ending, _ in word.ends)
        )

    def _begins_small(self, folded: str) -> bool:
        """Whether a spelling that has no capital at its front begins with a word, or is it."""
        return folded in self.index.small

    def goes_on_small(self, word: Word, beyond: str) -> bool:
        """Whether a spelling with a small letter at its front may begin with a word before a chunk."""
        ahead = self.index.small.get(word.fold)
        if ahead is None or len(word.ends) > 1 or len(word.starts) > 1 or "" in ahead:
            return True  # with an elision it may be another name: l'Iran
        reading = self.readings[beyond]
        return not reading or reading[0][2].fold[:AHEAD] in ahead or len(reading[0][2].starts) > 1

    def opens_before(self, word: Word, following: Word | None) -> bool:
        """Whether a word may be a spelling of the tables, or begin one that goes on with the next."""
        exact = self.index.exact
        if word.script == "arabic" or len(word.starts) > 1:
            return True
        if any(ending in exact for _, ending, plural in word.ends if not plural):
            return True
        return following is not None and self.runs_on(word.fold, following)

    def runs_on(self, key: str, following: Word) -> bool:
        """Whether spellings of the tables go on with a word after the words of ``key``."""
        if key + following.fold in self.index.prefixes:
            return True
        return any(key + ending in self.index.exact for _, ending, _ in following.ends)

    def _runs_on_inflected(self, word: Word, following: Word, names: tuple[str, ...]) -> bool:
        """Whether a spelling of the tables is a word and the next one under an ending: Rza xanla."""
        exact = self.index.exact
        return any(
            word.fold + base.fold in exact
            for name in names
            if inflects(name)
            for base in bases(following.surface, name)
        )

    def _sounds_like(self, word: Word) -> bool:
        """Whether a word by itself may be taken for a spelling that it is not."""
        if not word.sounds or (not word.cased and len(word.fold) < 4):
            return False
        surface = word.surface
        return any(
            self._alike_anywhere(surface[: len(surface) - trail])
            for trail, _, plural in word.ends
            if not plural
        )

    def _alike_anywhere(self, run: str) -> bool:
        """Whether a run of words is like a spelling, in a text of whatever language."""
        if self.by_key(run):
            return True
        return any(
            other != run and bool(self.by_key(other))
            for other in (respelled(run, name) for name in respelling_languages())
        )

    def _inflected_alone(self, word: Word, names: tuple[str, ...]) -> bool:
        """Whether a word by itself may be a name under an ending of one of some languages."""
        untold = not names and word.script == "latin"
        names = latin_languages() if untold else tuple(name for name in names if inflects(name))
        if (word.ordinary and not word.title) or word.initial or SUFFIX.search(word.surface):
            return False
        return any(
            base.fold in self.index.exact or (not base.lead and not untold and bool(self.by_key(base.text)))
            for name in names
            for base in bases(word.surface, name)
            if len(base.fold) >= SHORT_BASE
        )

    def _leads_on(self, word: Word, names: tuple[str, ...]) -> bool:
        """Whether a word, under an ending of one of some languages, begins a name of several words that
        a look at it alone, or at the small word after it, does not show: Красной армии.
        """
        if word.initial or not (word.capital and word.cased):
            return False
        return any(
            base.fold in self.index.openers
            for name in names
            if inflects(name)
            for base in bases(word.surface, name)
        )

    def _may_lead_on(self, surface: str) -> bool:
        """Whether it may, as its first letters tell, in whatever language."""
        word = self.word(surface)
        if word.initial or not (word.capital and word.cased):
            return False
        if word.script != "latin":
            return True
        return word.fold[: STEM if len(word.fold) >= LONG else SHORT_STEM] in self.openings()

    def _make_openings(self) -> frozenset[str]:
        """The first letters of the words that begin names which go on with a small letter."""
        return frozenset([opener[:size] for opener in self.index.openers for size in (SHORT_STEM, STEM)])

    def _calm(self, chunk: str) -> bool:
        """Whether no name begins with the one word of a chunk where a small word and nothing else follows."""
        marks = self.marks[chunk]
        if len(marks) != 1:
            return False
        (mark,) = marks
        word = mark.word
        return (
            mark.alone
            and not word.seeks
            and (mark.ends or not mark.comma)
            and word.script not in UNPARTED
            and not self.may_lead_on[word.surface]
        )

    def _idle(self, chunk: str) -> bool:
        """Whether the one word of a chunk, of a script with capitals, is no name by itself, as written."""
        (mark,) = self.marks[chunk]
        word = mark.word
        if not word.cased or self.opens_before(word, None):
            return False
        return not (word.capital and self.sounds_like(word))

    def _still_in_text(self, told: tuple[str, ...]) -> Remembered[bool]:
        """The memory of whether the one word of a chunk, with a capital, is no name by itself and leads to
        none, in a text that may be in some languages.
        """
        return Remembered(lambda chunk: self._is_still(chunk, told))

    def _is_still(self, chunk: str, told: tuple[str, ...]) -> bool:
        """The same, found out."""
        (mark,) = self.marks[chunk]
        word, names = mark.word, told if any_inflects(told) else ()
        if names and self.may_lead_on[word.surface] and self.leads_on(word, names):
            return False
        if not self.idle[chunk]:
            return False
        if not word.inflects or (not names and (told or word.script != "latin")):
            return True  # of a language without endings
        return not self.inflected_alone(word, names)

    def _stops(self, chunk: str) -> Word | None:
        """The word of a chunk of small letters, if a name that is no spelling of the tables stops there."""
        reading = self.readings[chunk]
        if len(reading) == 1 and chunk.isalpha() and reading[0][2].stops:
            return reading[0][2]
        return None

    def _idle_run(self, run: str) -> bool:
        """Whether some words with nothing but spaces between begin no look-alike of several words.

        All is tried that :meth:`translit.mentions.Scan._keyed` tries.
        """
        words = [self.word(surface) for surface in run.split(" ")]
        first = words[0]
        if first.initial or (first.ordinary and not first.given):
            return True
        if first.particle and not first.given and len(first.fold) <= 3:
            return True
        before = first.surface
        for word in words[1:]:
            if word.stops or (word.ordinary and not word.given and word.capital):
                return True
            for trail, _, plural in word.ends if word.capital else ():
                if not plural and self._alike_anywhere(
                    f"{before} {word.surface[: len(word.surface) - trail]}"
                ):
                    return False
            before += f" {word.surface}"
        return True

    def _options(self, word: Word, names: tuple[str, ...]) -> list[tuple[Base, str]]:
        """What a word may be in its base form, with the language; itself first, with none."""
        out = [(Base(word.surface, word.fold, 0, ""), "")]
        if not word.initial and not (word.ordinary and not word.title) and not SUFFIX.search(word.surface):
            out += [(base, name) for name in names for base in bases(word.surface, name) if base.fold]
        return out

    # ── candidates ───────────────────────────────────────────────────────────────────────────

    def _recorded(self, surface: str, number: int) -> Candidate:
        spelling = self.index.spellings[number]
        score, kind, tier = RECORDED, "recorded spelling", "recorded"
        if spelling.schemed:
            score, kind, tier = SCHEMED, "spelling of a scheme", "scheme"
        if spelling.derived:
            score, kind = DERIVED, "short form"
        return Candidate(number, score, tier, (Evidence(kind, surface, spelling.text, score),))

    def _inflected(self, surface: str, number: int, note: str) -> Candidate:
        """A spelling found under an ending."""
        plain = self.recorded(surface, number)
        score = min(plain.score, INFLECTED)
        text = self.index.spellings[number].text
        return Candidate(number, score, plain.tier, (Evidence("inflected", surface, text, score, note),))

    def _inverted(self, head: str, tail: str, whole: bool) -> tuple[Candidate, ...]:
        """The people whose surname is ``head`` (as recorded, or as it sounds) and the rest ``tail``.

        With ``whole`` a spelling of the tables must have as many parts.
        """
        run = f"{tail} {head}"
        spellings = self.index.spellings
        found = [self._as_inverted(run, number) for number in self.index.exact.get(word_key(run), ())] or [
            candidate
            for candidate in self.by_key(run)
            if candidate.tier == "key" and self.agrees(run, spellings[candidate.number].entity, whole)
        ]
        alone = any(not spellings[number].weak for number in self.index.exact.get(word_key(tail), ()))
        if not found and not alone:  # Trotsky, Lenin
            bearers = [self.recorded(head, number) for number in self.index.exact.get(word_key(head), ())]
            found = [
                Candidate(bearer.number, min(bearer.score, INVERTED), bearer.tier, bearer.evidence)
                for bearer in (bearers or self.by_key(head))[:BEARERS]
                if bearer.tier != "fuzzy" and self.agrees(run, spellings[bearer.number].entity, whole)
            ]
        return tuple(one for one in found if spellings[one.number].person)

    def _as_inverted(self, run: str, number: int) -> Candidate:
        """A spelling found with its surname first; ``run`` is in reading order."""
        spelling = self.index.spellings[number]
        tier = "scheme" if spelling.schemed else "recorded"
        return Candidate(number, INVERTED, tier, (Evidence("inverted", run, spelling.text, INVERTED),))

    def longer(self, key: str, before: str, after: str) -> Iterator[tuple[int, int]]:
        """What longer words that are no names (South Africa, 印度尼西亚) take up around a name: how many
        characters before it and after.

        Arguments:
            key: the name, folded.
            before, after: what stands beside it, folded.
        """
        for longer in self.index.longer_words.get(key, ()):
            at = longer.find(key)
            while at >= 0:
                if before.endswith(longer[:at]) and after.startswith(longer[at + len(key) :]):
                    yield at, len(longer) - at - len(key)
                at = longer.find(key, at + 1)

    def _hit(self, candidate: Candidate) -> tuple[Hit]:
        """The hit of a candidate, alone in a tuple that all mentions like it share."""
        spelling = self.index.spellings[candidate.number]
        hit = Hit(
            spelling.entity,
            candidate.number,
            candidate.score,
            candidate.tier,
            spelling.weak,
            spelling.derived,
            candidate.evidence,
        )
        return (hit,)

    def owners(self, text: str) -> int:
        """How many entities the tables give a spelling to."""
        spellings = self.index.spellings
        return len({spellings[number].entity for number in self.index.exact.get(word_key(text), ())})

    def _weak_hit(self, candidate: Candidate, beside: bool) -> tuple[Hit]:
        """The same of a candidate that needs a fuller mention here, or people of his time (Radek in Czech);
        or, if asked, any other name ``beside`` it.
        """
        (hit,) = self.hit(candidate)
        return (hit.told(hit.score, True, ANY if beside else 1, False),)

    def _crowd(self, numbers: Sequence[int]) -> Crowd | None:
        """Those who bear a surname, if they are many and it says nothing without a fuller name."""
        rows = self.index.spellings.rows
        if len(numbers) <= CROWD or not all(rows[number][3] & CROWDED == CROWDED for number in numbers):
            return None
        by_entity = {rows[number][1]: number for number in numbers}
        return Crowd(by_entity, lambda number: self.hit(self.recorded(rows[number][0], number)))

    def _crowd_alike(self, candidates: tuple[Candidate, ...]) -> Crowd | None:
        """The same of a word that sounds like such a surname."""
        rows = self.index.spellings.rows
        found = {one.number: one for one in candidates}
        if len(found) <= CROWD or not all(rows[number][3] & CROWDED == CROWDED for number in found):
            return None
        return Crowd({rows[number][1]: number for number in found}, lambda number: self.hit(found[number]))

    def _apt_hit(self, candidate: Candidate, apt: int) -> tuple[Hit]:
        """The same of a candidate that needs a fuller mention, or so many people of the time beside it."""
        (hit,) = self.hit(candidate)
        return (hit.told(hit.score, True, apt, hit.vouches),) if hit.weak and apt else (hit,)

    def _full_hit(self, candidate: Candidate) -> tuple[Hit]:
        """The same of a candidate that more of the entity's name stands before: F. F. Raskolnikov."""
        (hit,) = self.hit(candidate)
        return (hit.told(max(hit.score, FULL), False, hit.apt, hit.vouches),)

    def _longer_names(self, entity: int, written: str) -> tuple[str, ...]:
        """The spellings of an entity that a longer mention in a script may be compared with: those of
        several parts in that script, or where there are none those in others.
        """
        texts = dict.fromkeys([one.text for one in self.entities(entity).variants if not one.short])
        own = [text for text in texts if script(text) == written]
        for among in (own, texts):
            found = tuple([text for text in among if len(self.lexicon.parse(text)) > 1])
            if found:
                return found
        return ()

    def ends_listed(self, name: str) -> bool:
        """Whether the last word of a full name is plainly its surname, and the tables list it."""
        return ends_listed(name, self.index.spellings.rows, self.index.exact, self.lexicon)

    def _last_name(self, name: str) -> str:
        """The folded word of a full name that may stand for it: the last, or the only one beside titles."""
        if "," in name or "،" in name:
            return ""
        parts = self.lexicon.parse(name)
        names = [part for part in parts if part.kind in ("name", "initial")]
        if not names or names[-1].kind != "name" or (len(names) > 1 and parts[-1] is not names[-1]):
            return ""
        last = self.word(names[-1].text)
        known = last.title or last.given or last.particle or last.ordinary
        return "" if known or not last.capital or len(last.fold) < SHORT_BASE else last.fold

    def _agrees(self, run: str, entity: int, whole: bool = False) -> bool:
        """Whether a longer run of words is a fuller name of an entity.

        With ``whole`` no part of it may be missing from the spelling that it agrees with.
        """
        # In another script a name may be like many.
        longer = self.longer_names(entity, script(run))
        count = len(self.lexicon.parse(run)) if whole else 0
        return any(
            self._is_fuller(run, spelling)
            for spelling in longer
            if not whole or len(self.lexicon.parse(spelling)) >= count
        )

    def _is_fuller(self, run: str, spelling: str) -> bool:
        """Whether a longer run of words is the same name as a fuller spelling, each part answered."""
        ours, theirs = self.lexicon.parse(run), self.lexicon.parse(spelling)
        if len(ours) > len(theirs) + 1:
            return False
        if theirs[0].abjad and not ours[0].abjad:
            return False  # without its vowels a given name fits too many: פיודור is not Pyotr
        least = INITIALS if ours[0].kind == "initial" else MULTIWORD
        comparison = compare_within(run, spelling, self.lexicon, least)
        if comparison is None or comparison.score < least:
            return False
        # A middle name may be missing from the spelling; the first word must be answered.
        answered = {item.left: item for item in comparison.evidence if item.left and item.right}
        first = answered.get(ours[0].text)
        if first is None or len(answered) < 2:
            return False
        if first.kind != "initial":
            return True
        # Vasily is not the V of I. V. Stalin: an initial answers in its own place. Across scripts a letter
        # that may sound so is not enough: J. is not Ильин.
        sure = first.weight >= SURE_INITIAL or one_script(ours[0].fold, theirs[0].fold)
        return sure and first.right == theirs[0].text


@lru_cache(maxsize=65536)
def surfaces(spelling: str) -> tuple[str, ...]:
    """The words of a spelling as written."""
    return tuple(match.group() for match in WORD.finditer(spelling))


def _language_of(variant: Variant) -> str:
    """The language that a variant is of, without its script; empty if none is told."""
    return (variant.lang or "").partition("-")[0]
