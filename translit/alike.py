"""Look-alikes: the spellings that a run of words in a text may be meant for, though it is none of them.

They agree by key, and are then compared; or, when none does, they are a slip or a misreading away.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice, product

from rapidfuzz.distance import OSA

from translit.aids import MIN_MISREAD
from translit.compare import compare_within, similarity
from translit.fold import CASED, RECORDED, fold, script
from translit.index import MIN_FUZZY, Index
from translit.keys import join_skeletons, misread, name_skeletons, skeletons, word_key
from translit.match import DERIVED, Candidate, rank
from translit.model import Entity, Evidence
from translit.names import Lexicon, Part, words_of
from translit.near import Near
from translit.odds import are_apart
from translit.plain import mypyc_attr
from translit.schemes.sounds.reading import ABJADS, is_article, read_table, sounds
from translit.spellings import DERIVED as DERIVED_FORM
from translit.spellings import FOREIGN, PERSON, WEAK, Spelling

# How alike a single word must be to a spelling with an equal key, by the length of its skeleton.
ALIKE = {0: 1.1, 1: 1.1, 2: 0.995, 3: 0.955, 4: 0.94}
ALIKE_LONG = 0.88
ALIKE_PLACE = 0.97  # of a place or body: their national names are listed, their adjectives are near
MULTIWORD = 0.88  # the odds that a run of words must have
ABJAD = 0.97  # the score that they must reach with a spelling without vowels
ABJAD_SCORE = 0.94  # what they then have
MULTIWORD_PLACE = 0.95  # the same of a place or body
WEAKER = 0.03  # what a spelling that needs a fuller mention has less than another
GLUED = 0.85  # the share of equal letters when one word stands for several
FUZZY = 0.84  # the share of equal letters in a near miss
FUZZY_WORD = 0.7  # the same for each word of a run
FUZZY_LETTERS = {1: 7, 2: 8}  # the least letters of a near miss, by words
LONG = 8  # letters of a word that, though its vowels are others, is rather miswritten than another name
DIGIT_READINGS = 16  # ways to read the digits among the letters of a run that are tried
OWN = 0.9  # how alike a word must be to a name in its own script, where the tables have one
TITLE = 5  # letters of a title written as one word with a name, at most
SHORT = 4  # letters of a word that without capitals may be like another, at least
MISREAD = 0.9  # the score of a name with digits for letters


@mypyc_attr(acyclic=True)
class Group:
    """Spellings with one skeleton that sound alike and are of one kind.

    ``sound`` is that of a word of a script with vowels; of another spelling it is None.
    """

    def __init__(
        self, sound: str | None, written: str, person: bool, foreign: bool, numbers: list[int]
    ) -> None:
        self.sound = sound
        self.script = written
        self.person = person
        self.foreign = foreign
        self.numbers = numbers


def _are_others(ours: tuple[Part, ...], theirs: tuple[Part, ...]) -> bool:
    """Whether the tables know two parts in one place as different names: Mahmud, محمد."""
    pairs = zip(ours, theirs, strict=False)
    return any(
        one.elements and other.elements and one.elements.isdisjoint(other.elements) for one, other in pairs
    )


def _may_cross(here: str, group: Group, single: bool) -> bool:
    """Whether spellings of another script may be meant by a run of words, as far as their kind tells.

    Arguments:
        here: the script of the run.
        group: the spellings.
        single: whether the run is one part of a name.
    """
    if here in CASED:
        # One word across scripts: a person's, and not where vowels are unwritten.
        return group.script not in RECORDED and not (single and (group.script in ABJADS or not group.person))
    return here == "arabic" and group.script in CASED


class Alike:
    """The look-alikes of runs of words among the spellings of an index."""

    def __init__(self, index: Index, lexicon: Lexicon, entities: Callable[[int], Entity]) -> None:
        self.index = index
        self.lexicon = lexicon
        self.entities = entities
        self.begin_key = lru_cache(maxsize=100_000)(self._begin_key)
        self.sounding = lru_cache(maxsize=100_000)(self._sounding)
        # Made when first asked for.
        self.near = cache(lambda: Near(index.near_tables, index.exact, index.spellings.rows))
        self.sorted_keys = cache(lambda: list(index.keys))

    def __call__(self, run: str) -> tuple[Candidate, ...]:
        """The spellings that a run of words agrees with by key, or else nearly: one an entity."""
        if any(map(str.isdigit, run)):
            return tuple(self._digits_read(run))
        if " " in run and not self._may_be_known(run):
            return ()
        keys = name_skeletons(run)
        best: dict[int, Candidate] = {}
        weighed: dict[tuple[str, int], Candidate | None] = {}
        for number in sorted(self._sharing(run, keys)):
            self._keep(best, self._weighed(run, number, weighed))
        letters = word_key(run)
        if not best and len(letters) >= MIN_MISREAD:
            near = {
                number
                for number in self.near()(letters)
                if (len(letters) >= LONG if self._shares(keys, number) else self._sounds_near(keys, number))
            }
            for number in sorted(near.union(self._seen_as(letters))):
                self._keep(best, self._fuzzy_candidate(run, number))
        return tuple(self._apart(best))

    def _may_be_known(self, run: str) -> bool:
        """Whether some words may be a look-alike of a spelling at all.

        Either their skeleton begins as one of the spellings' does, or it is a slip that parts them,
        which leaves one of the words as it was.
        """
        found = words_of(run)[0]
        if any(fold(word) in self.index.name_words for word in found):
            return True
        return len(found) < 2 or self.begin_key(found[0], found[1])

    def _begin_key(self, first: str, second: str) -> bool:
        """Whether a skeleton of some spelling begins as that of two words does."""
        if is_article(first, True) or is_article(second, True):
            return True
        keys = self.sorted_keys()
        for key in join_skeletons([skeletons(first), skeletons(second)]):
            at = bisect_left(keys, key)
            if at < len(keys) and keys[at].startswith(key):
                return True
        return False

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

    def _sharing(self, run: str, keys: tuple[str, ...]) -> set[int]:
        """The spellings with one of some skeletons, without those that are plainly no look-alikes: they
        sound otherwise, or are of a script or language that counts only as recorded.
        """
        out: set[int] = set()
        here = script(run)
        alone = here in CASED and run.isalpha()
        single = len(self.lexicon.parse(run)) == 1
        said = sounds(run) if alone else ""
        for key in keys:
            for group in self.sounding(key):
                person = group.person
                if not (person or (here in CASED and not group.foreign)):
                    continue  # the names of places in all languages sound like too much
                if here != group.script and not _may_cross(here, group, single):
                    continue
                other = group.sound
                if alone and other is not None:
                    least = _least_alike(run, person)
                    if least > 1.0 or (said != other and similarity(said, other, False, least) < least):
                        continue
                out.update(group.numbers)
        return out

    def _sounding(self, key: str) -> list[Group]:
        """The spellings with a skeleton, those together that sound alike and are of one kind."""
        found: dict[tuple[str | None, str, int], list[int]] = {}
        rows = self.index.spellings.rows
        for number in self.index.keys.get(key, ()):
            text, _, _, flags = rows[number]
            written = script(text)
            said = sounds(text) if written in CASED and text.isalpha() else None
            found.setdefault((said, written, flags & (PERSON | FOREIGN)), []).append(number)
        return [
            Group(said, written, flags & PERSON > 0, flags & FOREIGN > 0, numbers)
            for (said, written, flags), numbers in found.items()
        ]

    def _shares(self, keys: tuple[str, ...], number: int) -> bool:
        """Whether a spelling has one of some skeletons."""
        return any(number in self.index.keys.get(key, ()) for key in keys)

    def _weighed(
        self, run: str, number: int, weighed: dict[tuple[str, int], Candidate | None]
    ) -> Candidate | None:
        """The candidate of a spelling with an equal key; that of namesakes is worked out once."""
        text, _, _, flags = self.index.spellings.rows[number]
        key = (text, flags & (DERIVED_FORM | PERSON))
        if not flags & PERSON or key not in weighed:
            weighed[key] = self._key_candidate(run, number)
        made = weighed[key]
        if made is None or made.number == number:
            return made
        return Candidate(number, made.score, made.tier, made.evidence)

    def _seen_as(self, letters: str) -> list[int]:
        """The spellings that a scanner may have misread as some letters."""
        form = misread(letters)
        keys = self.index.misread[form]
        if len(form) >= MIN_MISREAD and form in self.index.exact and misread(form) == form:
            keys = [form, *keys]
        return [number for key in keys for number in self.index.exact[key]]

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
        owner = self.index.spellings.rows[candidate.number][1]
        if owner not in best or self._rank(candidate) > self._rank(best[owner]):
            best[owner] = candidate

    def _rank(self, candidate: Candidate) -> tuple[bool, float, tuple[bool, float, int, int]]:
        """The order of an entity's look-alikes: one that stands by itself before one a little nearer."""
        order = rank(candidate)
        weak = self.index.spellings.rows[candidate.number][3] & WEAK
        return order[0], candidate.score - (WEAKER if weak else 0.0), order

    def _apart(self, best: dict[int, Candidate]) -> Iterable[Candidate]:
        """Without those that the tables call distinct from a better one."""
        spellings = self.index.spellings
        told = [
            (self.entities(owner), found) for owner, found in best.items() if spellings[found.number].apart
        ]
        worse = {
            id(found)
            for one, found in told
            for other, rival in told
            if rival.score > found.score and (other.id in one.distinct_from or one.id in other.distinct_from)
        }
        return [found for found in best.values() if id(found) not in worse]

    def _key_candidate(self, run: str, number: int) -> Candidate | None:
        spelling = self.index.spellings[number]
        ours, theirs = self.lexicon.parse(run), self.lexicon.parse(spelling.text)
        if not self._comparable(ours, theirs, run, spelling):
            return None
        if len(ours) == 1 and len(theirs) == 1:
            one, other = ours[0], theirs[0]
            if not self._is_near_in_its_script(one, run, spelling):
                return None  # Rechner is nearer to Ράισνερ than to Reisner
            if one.elements and not one.elements & other.elements:
                return None  # a word that the tables know as something else
            if (one.sounds[-1:] == "a") != (other.sounds[-1:] == "a") and not (one.abjad or other.abjad):
                return None  # her name and his: Raskolnikova, Raskolnikov
            if one.sounds[-1:] == "o" != other.sounds[-1:] and script(run) == "cyrillic":
                return None  # the town's name and his: Сталино, Сталин
            if are_apart(one.fold, other.fold):
                return None  # Захаров is not Сахаров
            if _close_otherwise(one.sounds, other.sounds):
                return None  # Дзержинску is Dzerzhinsk's, not Dzerzhinsky's
            likeness = similarity(one.sounds, other.sounds, one.abjad != other.abjad)
            if likeness < _least_alike(one.text, spelling.person):
                return None
            score = 0.8 + 0.17 * likeness
            evidence: tuple[Evidence, ...] = (Evidence("near", run, spelling.text, likeness),)
        else:
            least = MULTIWORD if spelling.person else MULTIWORD_PLACE
            comparison = compare_within(run, spelling.text, self.lexicon, least)
            if comparison is None or comparison.score < least:
                return None
            score, evidence = comparison.score * 0.985, comparison.evidence
            if theirs[-1].abjad and script(run) in CASED:  # a name without its vowels fits too many
                if score < ABJAD or _are_others(ours, theirs):
                    return None
                score = ABJAD_SCORE
        if spelling.derived:
            score = min(score, DERIVED)
        return Candidate(number, score, "key", evidence)

    def _comparable(
        self, ours: tuple[Part, ...], theirs: tuple[Part, ...], run: str, spelling: Spelling
    ) -> bool:
        """Whether a running text may be taken for a spelling because they sound alike at all, of the kind
        and script that :meth:`_sharing` lets through.

        In a script without capitals every word would be a candidate, and without vowels most would
        fit something: there only spellings of the same script count, or names of several parts.
        """
        here, there = script(run), script(spelling.text)
        if not ours or not theirs:
            return False
        if here not in CASED and len(ours) > len(theirs):
            return False  # where no capital tells, any word may follow: לענין און
        if here in CASED and len(theirs) == 1 and sum(part.kind == "name" for part in ours) > 1:
            said = "".join(part.sounds for part in ours)
            if OSA.normalized_similarity(said, theirs[0].sounds) < GLUED:
                return False  # Joe Shuster, of whom only Shuster answers
        if ours[0].kind in ("honorific", "role") and theirs[0].kind not in ("honorific", "role", "initial"):
            return False  # Dr is no initial of Touraj
        if len(theirs) == 1 and any(part.kind == "initial" for part in ours):
            return False  # a surname with anybody's initials
        if here == there:
            if len(ours) == 1 < len(theirs) and not self._holds_titles(ours[0], theirs):
                return False  # chiarezza is not Sha Reza
            if here not in CASED and not self._agree_in_short(ours, theirs):
                return False
            named = sum(part.kind == "name" for part in theirs)
            # احسان علیخانی is not Ihsan Allah Khan.
            glued = named > 1 and (len(ours) == 1 or (here not in CASED and len(ours) != len(theirs)))
            return not glued or OSA.normalized_similarity(fold(run), word_key(spelling.text)) >= GLUED
        if here not in CASED:
            if any(" " in v.text and script(v.text) == here for v in self.entities(spelling.entity).variants):
                return False  # the tables have his name in this script: مصطفى كامل is not Mustafa Kemal
            return min(len(ours), len(theirs)) > 1
        return len(ours) > 1 or len(theirs) == 1

    def _is_near_in_its_script(self, word: Part, run: str, spelling: Spelling) -> bool:
        """Whether a word for a spelling of another script is near to what the tables write in its own, if
        they do.
        """
        here = script(run)
        if here == script(spelling.text):
            return True
        names = [
            part
            for variant in self.entities(spelling.entity).variants
            if script(variant.text) == here
            for part in self.lexicon.parse(variant.text)
            if part.kind == "name"
        ]
        return not names or any(similarity(word.sounds, name.sounds, False, OWN) >= OWN for name in names)

    def _holds_titles(self, word: Part, theirs: tuple[Part, ...]) -> bool:
        """Whether a word that stands for a whole name ends or begins with the titles there: Chingizxon."""
        known = self.lexicon.has_kind
        size = len(word.text)
        cuts = range(2, min(TITLE, size - 2) + 1)
        ends = theirs[-1].kind == "honorific"
        if ends and not any(known(word.text[size - cut :], "honorific") for cut in cuts):
            return False
        begins = theirs[0].kind == "honorific"
        return not begins or any(known(word.text[:cut], "honorific") for cut in cuts)

    def _agree_in_short(self, ours: tuple[Part, ...], theirs: tuple[Part, ...]) -> bool:
        """Whether titles stand for titles and short words for themselves, where no capital tells a name and
        any word has few letters: אומר כבר is not אמיר כביר, nor רזה זה Reza Shah.
        """
        titled = sum(part.kind == "honorific" for part in ours)
        if titled < sum(part.kind == "honorific" for part in theirs):
            return False
        spelled = {part.fold for part in theirs}
        known = {name for part in theirs for name in part.elements}
        return all(
            len(part.fold) >= SHORT or part.kind != "name" or part.fold in spelled or part.elements & known
            for part in ours
        )

    def _fuzzy_candidate(self, run: str, number: int) -> Candidate | None:
        spelling = self.index.spellings[number]
        if spelling.derived or spelling.weak:
            return None
        ours, theirs = self.lexicon.parse(run), self.lexicon.parse(spelling.text)
        if abs(len(ours) - len(theirs)) > 1:
            return None
        left, right = "".join(part.fold for part in ours), "".join(part.fold for part in theirs)
        person = spelling.person
        least = FUZZY_LETTERS.get(len(theirs), 9) if person else 9
        if min(len(left), len(right)) < least:
            return None
        seen = misread(left) == misread(right)
        if left.startswith(right) or right.startswith(left) or (left[:-1] == right[:-1] and not seen):
            return None  # an ending more or less is a derived word (Mongolian), not a misprint
        edits = 1 if seen else OSA.distance(left, right, score_cutoff=2)
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


def _close_otherwise(sound: str, other: str) -> bool:
    """Whether two sound strings have endings that tell them apart though the rest sounds alike."""
    return any(
        (sound.endswith(one) and other.endswith(another)) or (sound.endswith(another) and other.endswith(one))
        for one, another in read_table("symbols")["endings_apart"]
    )


@lru_cache(maxsize=65536)
def _least_alike(word: str, person: bool) -> float:
    """How alike a spelling with an equal key must sound to be taken for a word."""
    length = max((len(key) for key in skeletons(word)), default=0)
    least = ALIKE.get(length, ALIKE_LONG)
    return least if person else max(least, ALIKE_PLACE)
