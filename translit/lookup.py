"""What the index and the lexicon say of a word or a run of words, worked out once and remembered.

A text repeats its words: folding, keys, near misses and comparison are paid for each distinct word
form or run, not for each occurrence. All memories are bounded.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import islice, product

from rapidfuzz.distance import OSA

from translit.chunks import Mark, Reading, Remembered, marks_of, plain_word, reading_of, tongues_of
from translit.compare import compare, similarity
from translit.fold import APOSTROPHES, fold, script
from translit.index import MIN_FUZZY, Index, Spelling, Spellings, name_skeletons, word_key
from translit.inflection import Base, bases, inflects, latin_languages
from translit.keys import join_skeletons, misread, skeletons
from translit.match import DERIVED, RECORDED, SCHEMED, Candidate, rank
from translit.model import Entity, Evidence
from translit.names import Lexicon, Part
from translit.near import Near
from translit.resolve import Hit
from translit.schemes.sounds import is_article, read_table, sounds
from translit.tokens import WORD, is_capitalised, is_capitals

# How alike a single word must be to a spelling with an equal key, by the length of its skeleton.
ALIKE = {0: 1.1, 1: 1.1, 2: 0.995, 3: 0.955, 4: 0.94}
ALIKE_LONG = 0.88
ALIKE_PLACE = 0.97  # of a place or body: their national names are listed, their adjectives are near
MULTIWORD = 0.88  # the odds that a run of words must have
GLUED = 0.85  # the share of equal letters when one word stands for several
FUZZY = 0.84  # the share of equal letters in a near miss
FUZZY_WORD = 0.7  # the same for each word of a run
INFLECTED = 0.96  # the score of a name under an ending, at most
MIN_MISREAD = 7  # letters of a word that may be misread, at least
DIGIT_READINGS = 16  # ways to read the digits among the letters of a run that are tried
INVERTED = 0.97  # the score of a recorded name with its surname first
MISREAD = 0.9  # the score of a name with digits for letters
CROWD = 6  # bearers of one surname, from which on it is looked at once for all of them
LONG = 8  # letters of a word that, though its vowels are others, is rather miswritten than another name
FULL = 0.95  # the score of a surname with the given name or initials before it, at least
FUZZY_LETTERS = {1: 7, 2: 8}  # the least letters of a near miss, by words

SHORT_BASE = 4  # letters of a base form that is a name by itself, at least

SUFFIX = re.compile(rf"[{re.escape(APOSTROPHES)}](\w{{1,5}})$")
_CONTRACTION = re.compile(rf"n[{re.escape(APOSTROPHES)}]t$", re.IGNORECASE)  # Don't is not the Don
_ELISION = re.compile(
    rf"^(?:[ldjmtsncLDJ]|[Qq]u|[Dd]ell|[Aa]ll|[Nn]ell|[Ss]ull|[Dd]all)[{re.escape(APOSTROPHES)}](?=\w{{3}})"
)
# Scripts with capital letters.
CASED = frozenset({"latin", "cyrillic", "greek", "armenian"})
# Ids of the ordinary words' tables: what a name may be part of, and closed classes of words.
_CONTAINER = "-container-words"
_LEADING = "-leading-container-words"  # of languages that put them before the name
_WIVES = "-of-wives"
_OWN = "-own-containers"  # of one language, in a text of that language
_TOWN = "-town-nouns"
_STUDY = "-study-words"
_REGION = "-region-words"
_PREPOSITION = "-prepositions"
_CLOSED = ("-function-words", "-months", "-weekdays", "-months-weekdays", "-nationalities", "-directions")


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """What is known of one distinct word form; there is one object for a form, and it equals itself."""

    surface: str
    fold: str
    capital: bool  # begins with a capital, or its script has none
    capitals: bool  # all capitals
    cased: bool  # its script has capitals
    starts: tuple[tuple[int, str], ...]  # code points to leave out in front, and the fold then
    ends: tuple[tuple[int, str, bool], ...]  # code points to leave out behind, fold, plural
    opens: bool  # some recorded spelling begins with it
    ordinary: bool
    closed: bool  # of a closed class: function words, months, peoples
    container: bool
    leads: bool  # a container that stands before the name: rue, улица, خیابان
    trails: bool  # a container that stands behind the name
    own: frozenset[str]  # the languages in which it is a container before the name
    wife: bool  # a title with which a man's surname alone is his wife's
    town: bool  # a settlement, and a person's name behind it is the settlement's
    study: bool  # a field of study follows it, and not a title: Professor of Iranian Studies
    title: bool  # an honorific or a role
    given: bool
    family: bool
    particle: bool
    initial: bool
    script: str
    stops: bool  # a name that is no spelling of the tables stops before it
    sounds: bool  # a look-alike may begin with it
    inflects: bool  # it may be a name under an ending
    seeks: bool  # a name that is not inverted may begin with it
    preposition: bool  # a place may stand after it
    region: bool  # a state or province that stands after the names of towns
    homograph: frozenset[str]  # the languages of which it is a word, or a common given name


class Lookup:
    """The memory of one index and lexicon."""

    def __init__(self, index: Index, lexicon: Lexicon, entities: Callable[[int], Entity]) -> None:
        self.index = index
        self.lexicon = lexicon
        self.entities = entities
        self.person = lru_cache(maxsize=200_000)(lambda owner: entities(owner).type == "person")
        self.word = lru_cache(maxsize=200_000)(self._word)
        self.readings: Remembered[Reading] = Remembered(lambda chunk: reading_of(chunk, self.word))
        self.marks: Remembered[tuple[Mark, ...]] = Remembered(self._marks)
        self.tongues: Remembered[tuple[str, ...]] = Remembered(tongues_of)
        self.idle: Remembered[bool] = Remembered(self._idle)
        self.stops: Remembered[Word | None] = Remembered(self._stops)
        self.idle_runs: Remembered[bool] = Remembered(self._idle_run)
        self.sounds_like = lru_cache(maxsize=200_000)(self._sounds_like)
        self.inflected_alone = lru_cache(maxsize=200_000)(self._inflected_alone)
        self.begin_key = lru_cache(maxsize=100_000)(self._begin_key)
        self.options = lru_cache(maxsize=50_000)(self._options)
        self.by_key = lru_cache(maxsize=200_000)(self._by_key)
        self.recorded = lru_cache(maxsize=100_000)(self._recorded)
        self.inflected = lru_cache(maxsize=100_000)(self._inflected)
        self.hit = lru_cache(maxsize=100_000)(self._hit)
        self.crowd = lru_cache(maxsize=20_000)(self._crowd)
        self.crowd_alike = lru_cache(maxsize=20_000)(self._crowd_alike)
        self.apt_hit = lru_cache(maxsize=20_000)(self._apt_hit)
        self.weak_hit = lru_cache(maxsize=20_000)(self._weak_hit)
        self.full_hit = lru_cache(maxsize=20_000)(self._full_hit)
        self.longer_names = lru_cache(maxsize=20_000)(self._longer_names)
        self.agrees = lru_cache(maxsize=65_536)(self._agrees)

    def _word(self, surface: str) -> Word:
        lexicon = self.lexicon
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
        ids = lexicon.elements(core)
        kinds = {lexicon.types[name] for name in ids}
        exact, prefixes = self.index.exact, self.index.prefixes
        opens = any(key in prefixes for _, key in starts) or any(
            key in exact for _, key, _ in [*ends, *((0, key, False) for _, key in starts)]
        )
        if (len(starts) > 1 and len(ends) > 1) or script(surface) == "arabic":
            opens = (
                True  # both an elision and a suffix: l'Iran's; or a script in which words are parted or not
            )
        capital = is_capitalised(surface) and not folded.isdigit()
        ordinary, given, particle = "ordinary" in kinds, "given-name" in kinds, "particle" in kinds
        title, initial = bool(kinds & {"honorific", "role"}), len(folded) == 1 and folded.isalpha()
        known = ordinary and not given
        sounds = capital and not initial and not known and (not particle or given or len(folded) > 3)
        inflects = capital and (not known or title)
        return Word(
            surface,
            folded,
            capital,
            is_capitals(core),
            script(surface) in CASED,
            tuple(starts),
            tuple(ends),
            opens,
            ordinary,
            any(name.endswith(_CLOSED) for name in ids),
            any(name.endswith(_CONTAINER) for name in ids),
            any(name.endswith(_LEADING) for name in ids),
            any(name.endswith(_CONTAINER) and not name.endswith(_LEADING) for name in ids),
            frozenset(name.partition("-")[0] for name in ids if name.endswith(_OWN)),
            any(name.endswith(_WIVES) for name in ids),
            any(name.endswith(_TOWN) for name in ids),
            any(name.endswith(_STUDY) for name in ids),
            title,
            given,
            "family-name" in kinds,
            particle,
            initial,
            script(surface),
            not (capital or particle or title) and len(folded) > 3,
            sounds,
            inflects,
            opens or sounds or inflects,
            any(name.endswith(_PREPOSITION) for name in ids),
            any(name.endswith(_REGION) for name in ids),
            self.homograph(core),
        )

    def is_own_container(self, word: Word, following: Word) -> bool:
        """Whether two words stand before the name that a thing bears: Order of."""
        return any(
            name.endswith(_OWN) for name in self.lexicon.elements(f"{word.surface} {following.surface}")
        )

    def is_region(self, word: Word, following: Word) -> bool:
        """Whether two words are the name of a state or province: New Jersey."""
        return any(
            name.endswith(_REGION) for name in self.lexicon.elements(f"{word.surface} {following.surface}")
        )

    def homograph(self, word: str) -> frozenset[str]:
        """The languages in which a spelling of the tables is a word, or anybody's name: their ids say."""
        lexicon = self.lexicon
        return frozenset(
            name.partition("-")[0] for name in lexicon.elements(word) if lexicon.types[name] == "homograph"
        )

    # ── whether a name may begin ─────────────────────────────────────────────────────────────

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
        """Whether a spelling that has no capital at its front begins so."""
        at = bisect_left(self._small, folded)
        if at < len(self._small) and self._small[at].startswith(folded):
            return True
        return folded[-1:] == "s" and self._begins_small(folded[:-1])

    @cached_property
    def _small(self) -> list[str]:
        """The folded spellings that begin with a small letter, sorted."""
        return sorted(
            {word_key(text) for text in self._texts() if not text[:1].isupper() and not _opens_high(text)}
        )

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

    def _sounds_like(self, word: Word) -> bool:
        """Whether a word by itself may be taken for a spelling that it is not."""
        if not word.sounds or (not word.cased and len(word.fold) < 4):
            return False
        surface = word.surface
        return any(
            self.by_key(surface[: len(surface) - trail]) for trail, _, plural in word.ends if not plural
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

    def _idle(self, chunk: str) -> bool:
        """Whether the one word of a chunk, with a capital, is no name by itself, as written."""
        (mark,) = self.marks[chunk]
        word = mark.word
        if not (word.capital and word.cased):
            return False
        return not self.opens_before(word, None) and not self.sounds_like(word)

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
                if not plural and self.by_key(f"{before} {word.surface[: len(word.surface) - trail]}"):
                    return False
            before += f" {word.surface}"
        return True

    def _options(self, word: Word, names: tuple[str, ...]) -> list[tuple[Base, str]]:
        """What a word may be in its base form, with the language; itself first, with none."""
        out = [(Base(word.surface, word.fold, 0, ""), "")]
        if not word.initial and not (word.ordinary and not word.title) and not SUFFIX.search(word.surface):
            out += [(base, name) for name in names for base in bases(word.surface, name)]
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

    def inverted(self, run: str, number: int) -> Candidate:
        """A spelling found with its surname first; ``run`` is in reading order."""
        spelling = self.index.spellings[number]
        tier = "scheme" if spelling.schemed else "recorded"
        return Candidate(number, INVERTED, tier, (Evidence("inverted", run, spelling.text, INVERTED),))

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

    def _weak_hit(self, candidate: Candidate) -> tuple[Hit]:
        """The same of a candidate that needs a fuller mention here, or people of his time: Radek in Czech."""
        (hit,) = self.hit(candidate)
        return (replace(hit, weak=True, apt=True),)

    def _crowd(self, numbers: Sequence[int]) -> dict[int, tuple[Hit]] | None:
        """The hits of a surname that very many bear, and that says nothing without a fuller name."""
        if len(numbers) <= CROWD:
            return None
        spellings = self.index.spellings
        return self._crowd_alike(tuple(self.recorded(spellings[number].text, number) for number in numbers))

    def _crowd_alike(self, candidates: tuple[Candidate, ...]) -> dict[int, tuple[Hit]] | None:
        """The same of a word that sounds like such a surname."""
        if len(candidates) <= CROWD:
            return None
        hits = [self.hit(candidate) for candidate in candidates]
        if not all(hit.weak and hit.derived and self.person(hit.entity) for (hit,) in hits):
            return None
        return {alone[0].entity: alone for alone in hits}

    def _apt_hit(self, candidate: Candidate) -> tuple[Hit]:
        """The same of a candidate that needs a fuller mention, or people of the time beside it."""
        (hit,) = self.hit(candidate)
        return (replace(hit, apt=True),) if hit.weak else (hit,)

    def _full_hit(self, candidate: Candidate) -> tuple[Hit]:
        """The same of a candidate that more of the entity's name stands before: F. F. Raskolnikov."""
        (hit,) = self.hit(candidate)
        return (replace(hit, weak=False, score=max(hit.score, FULL)),)

    def _by_key(self, run: str) -> tuple[Candidate, ...]:
        """The spellings that a run of words agrees with by key, or else nearly: one an entity."""
        index = self.index
        if any(map(str.isdigit, run)):
            return tuple(self._digits_read(run))
        if " " in run and not self._may_be_known(run):
            return ()
        keys = name_skeletons(run)
        numbers = {number for key in keys for number in index.keys.get(key, ())}
        best: dict[int, Candidate] = {}
        weighed: dict[tuple[str, bool, bool], Candidate | None] = {}
        alone = run if run.isalpha() and script(run) in CASED else None
        for number in sorted(numbers):
            self._keep(best, self._weighed(run, alone, number, weighed))
        letters = word_key(run)
        if not best and len(letters) >= MIN_MISREAD:
            near = {
                number
                for number in self.near(letters)
                if (len(letters) >= LONG if number in numbers else self._sounds_near(keys, number))
            }
            for number in sorted(near.union(self._misread.get(misread(letters), ()))):
                self._keep(best, self._fuzzy_candidate(run, number))
        return tuple(self._apart(best)) if best else ()

    def _may_be_known(self, run: str) -> bool:
        """Whether some words may be a look-alike of a spelling at all.

        Either their skeleton begins as one of the spellings' does, or it is a slip that parts them,
        which leaves one of the words as it was.
        """
        found = surfaces(run)
        if any(fold(word) in self.index.name_words for word in found):
            return True
        return len(found) < 2 or self.begin_key(found[0], found[1])

    def _begin_key(self, first: str, second: str) -> bool:
        """Whether a skeleton of some spelling begins as that of two words does."""
        if is_article(first, True) or is_article(second, True):
            return True
        keys = self._sorted_keys
        for key in join_skeletons([skeletons(first), skeletons(second)]):
            at = bisect_left(keys, key)
            if at < len(keys) and keys[at].startswith(key):
                return True
        return False

    @cached_property
    def _sorted_keys(self) -> list[str]:
        """The skeletons of all spellings in order."""
        return sorted(self.index.keys)

    def _texts(self) -> Iterator[str]:
        """The texts of all spellings."""
        spellings = self.index.spellings
        if isinstance(spellings, Spellings):
            return (row[0] for row in spellings.rows)
        return (spelling.text for spelling in spellings)

    def _digits_read(self, run: str) -> Iterator[Candidate]:
        """Recorded spellings that a run of words is, its digits read as the letters they look like."""
        alike = read_table("symbols")["digits"]
        readings = product(*(alike.get(char, char) if char.isdigit() else char for char in run))
        for reading in islice(map("".join, readings), DIGIT_READINGS):
            for number in self.index.exact.get(word_key(reading), ()):
                spelling = self.index.spellings[number]
                if not spelling.weak and not spelling.derived:
                    evidence = Evidence("digits", run, spelling.text, MISREAD, "digits read as letters")
                    yield Candidate(number, MISREAD, "fuzzy", (evidence,))

    def _weighed(
        self,
        run: str,
        alone: str | None,
        number: int,
        weighed: dict[tuple[str, bool, bool], Candidate | None],
    ) -> Candidate | None:
        """The candidate of a spelling with an equal key; that of namesakes is worked out once.

        ``alone`` is the run if it is one word: then most spellings are ruled out by their sound.
        """
        spelling = self.index.spellings[number]
        person = self.person(spelling.entity)
        key = (spelling.text, spelling.derived, person)
        if not person or key not in weighed:
            unlike = alone is not None and self._unlike(alone, spelling.text, person)
            weighed[key] = None if unlike else self._key_candidate(run, number)
        made = weighed[key]
        return made if made is None or made.number == number else replace(made, number=number)

    @staticmethod
    def _unlike(word: str, text: str, person: bool) -> bool:
        """Whether two words of scripts with vowels sound too unlike; false where it is not plain."""
        if not text.isalpha() or script(text) not in CASED:
            return False
        return similarity(sounds(word), sounds(text)) < _least_alike(word, person)

    @cached_property
    def near(self) -> Near:
        """The spellings by their letters, made when a near miss is first looked for."""
        return Near(self.index, self.lexicon)

    @cached_property
    def _misread(self) -> dict[str, list[int]]:
        """Recorded spellings as a scanner may have misread them; all are rewritten in one go."""
        keys = [key for key in self.index.exact if len(key) >= MIN_MISREAD]
        out: dict[str, list[int]] = {}
        for key, seen in zip(keys, misread("\n".join(keys)).splitlines(), strict=True):
            out.setdefault(seen, []).extend(self.index.exact[key])
        return out

    def _sounds_near(self, keys: tuple[str, ...], number: int) -> bool:
        """Whether a skeleton of a spelling is one class off from one of ``keys``."""
        long = [key for key in keys if len(key) >= MIN_FUZZY]
        return any(
            len(other) >= MIN_FUZZY
            and number in self.index.keys.get(other, ())
            and any(OSA.distance(key, other, score_cutoff=1) <= 1 for key in long)
            for other in name_skeletons(self.index.spellings[number].text)
        )

    def _keep(self, best: dict[int, Candidate], candidate: Candidate | None) -> None:
        if candidate is None:
            return
        owner = self.index.spellings[candidate.number].entity
        if owner not in best or rank(candidate) > rank(best[owner]):
            best[owner] = candidate

    def _apart(self, best: dict[int, Candidate]) -> Iterator[Candidate]:
        """Without those that the tables call distinct from a better one."""
        for owner, candidate in best.items():
            entity = self.entities(owner)
            rivals = (
                other
                for rival, other in best.items()
                if other.score > candidate.score
                and (
                    self.entities(rival).id in entity.distinct_from
                    or entity.id in self.entities(rival).distinct_from
                )
            )
            if next(rivals, None) is None:
                yield candidate

    def _key_candidate(self, run: str, number: int) -> Candidate | None:
        spelling = self.index.spellings[number]
        ours, theirs = self.lexicon.parse(run), self.lexicon.parse(spelling.text)
        if not self._comparable(ours, theirs, run, spelling):
            return None
        if len(ours) == 1 and len(theirs) == 1:
            one, other = ours[0], theirs[0]
            if one.elements and not one.elements & other.elements:
                return None  # a word that the tables know as something else
            if (one.sounds[-1:] == "a") != (other.sounds[-1:] == "a") and not (one.abjad or other.abjad):
                return None  # her name and his: Raskolnikova, Raskolnikov
            likeness = similarity(one.sounds, other.sounds, one.abjad != other.abjad)
            if likeness < _least_alike(one.text, self.person(spelling.entity)):
                return None
            score = 0.8 + 0.17 * likeness
            evidence: tuple[Evidence, ...] = (Evidence("near", run, spelling.text, likeness),)
        else:
            comparison = compare(run, spelling.text, self.lexicon)
            if comparison.score < MULTIWORD:
                return None
            score, evidence = comparison.score * 0.985, comparison.evidence
        if spelling.derived:
            score = min(score, DERIVED)
        return Candidate(number, score, "key", evidence)

    def _comparable(
        self, ours: tuple[Part, ...], theirs: tuple[Part, ...], run: str, spelling: Spelling
    ) -> bool:
        """Whether a running text may be taken for a spelling because they sound alike at all.

        In a script without capitals every word would be a candidate, and without vowels most would
        fit something: there only spellings of the same script count, or names of several parts.
        """
        here, there = script(run), script(spelling.text)
        entity = self.entities(spelling.entity)
        if entity.type != "person" and (
            here not in CASED or entity.variants[spelling.place].lang not in (None, "en")
        ):
            return False  # the names of places in all languages sound like too much
        if not ours or not theirs:
            return False
        if ours[0].kind in ("honorific", "role") and theirs[0].kind not in ("honorific", "role", "initial"):
            return False  # Dr is no initial of Touraj
        if here == there:
            glued = len(ours) == 1 and sum(part.kind == "name" for part in theirs) > 1
            return not glued or OSA.normalized_similarity(fold(run), word_key(spelling.text)) >= GLUED
        if here not in CASED:
            return here == "arabic" and there in CASED and min(len(ours), len(theirs)) > 1
        if len(ours) == 1:
            # One word across scripts: a person's, and not where vowels are unwritten.
            return entity.type == "person" and len(theirs) == 1 and not theirs[0].abjad and there != "other"
        return there != "other"

    def _fuzzy_candidate(self, run: str, number: int) -> Candidate | None:
        spelling = self.index.spellings[number]
        if spelling.derived or spelling.weak:
            return None
        ours, theirs = self.lexicon.parse(run), self.lexicon.parse(spelling.text)
        if abs(len(ours) - len(theirs)) > 1:
            return None
        left, right = "".join(part.fold for part in ours), "".join(part.fold for part in theirs)
        person = self.entities(spelling.entity).type == "person"
        least = FUZZY_LETTERS.get(len(theirs), 9) if person else 9
        if min(len(left), len(right)) < least:
            return None
        if left.startswith(right) or right.startswith(left) or left[:-1] == right[:-1]:
            return None  # an ending more or less is a derived word (Mongolian), not a misprint
        edits = 1 if misread(left) == misread(right) else OSA.distance(left, right, score_cutoff=2)
        if edits > 2 or 1.0 - edits / max(len(left), len(right)) < FUZZY:
            return None
        if len(ours) == len(theirs) and any(
            OSA.normalized_similarity(one.fold, other.fold) < FUZZY_WORD
            for one, other in zip(ours, theirs, strict=True)
        ):
            return None
        if not person and left[-2:] != right[-2:]:
            return None  # Georgian is no misprint of Georgien
        # A part that the tables know as another name, or a common word, is no misprint.
        known = {name for part in theirs for name in part.elements}
        spelled = {part.fold for part in theirs}
        for part in ours:
            if part.fold in spelled or part.elements & known:
                continue
            if self.lexicon.elements(part.text):
                return None
        opening = {key[:1] for key in skeletons(ours[0].text)}
        if opening.isdisjoint(key[:1] for key in skeletons(theirs[0].text)):
            return None  # Naqi is no misprint of Taqi
        score = 0.96 - 0.06 * edits
        return Candidate(number, score, "fuzzy", (Evidence(f"{edits} edits", run, spelling.text, score),))

    def _longer_names(self, entity: int) -> tuple[str, ...]:
        """The spellings of an entity that a longer mention may be compared with."""
        return tuple(
            dict.fromkeys(
                variant.text
                for variant in self.entities(entity).variants
                if not variant.short and len(self.lexicon.parse(variant.text)) > 1
            )
        )

    def _agrees(self, run: str, entity: int) -> bool:
        """Whether a longer run of words is a fuller name of an entity."""
        return any(self._is_fuller(run, spelling) for spelling in self.longer_names(entity))

    def _is_fuller(self, run: str, spelling: str) -> bool:
        """Whether a longer run of words is the same name as a fuller spelling, each part answered."""
        ours, theirs = self.lexicon.parse(run), self.lexicon.parse(spelling)
        if len(ours) > len(theirs) + 1:
            return False
        if theirs[0].abjad and not ours[0].abjad:
            return False  # without its vowels a given name fits too many: פיודור is not Pyotr
        comparison = compare(run, spelling, self.lexicon)
        if comparison.score < MULTIWORD:
            return False
        # A middle name may be missing from the spelling; the first word must be answered.
        answered = {item.left: item for item in comparison.evidence if item.left and item.right}
        first = answered.get(ours[0].text)
        if first is None or len(answered) < 2:
            return False
        # Vasily is not the V of I. V. Stalin: an initial answers in its own place.
        return first.kind != "initial" or first.right == theirs[0].text


@lru_cache(maxsize=65536)
def _least_alike(word: str, person: bool) -> float:
    """How alike a spelling with an equal key must sound to be taken for a word."""
    length = max((len(key) for key in skeletons(word)), default=0)
    least = ALIKE.get(length, ALIKE_LONG)
    return least if person else max(least, ALIKE_PLACE)


@lru_cache(maxsize=65536)
def surfaces(spelling: str) -> tuple[str, ...]:
    """The words of a spelling as written."""
    return tuple(match.group() for match in WORD.finditer(spelling))


def _opens_high(spelling: str) -> bool:
    """Whether a spelling begins with a capital, or in a script without."""
    first = WORD.search(spelling)
    return first is None or is_capitalised(first.group())
