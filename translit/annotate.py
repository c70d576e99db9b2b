"""Mentions of entities in running text.

The text is cut into words once; what is slow (folding, keys, comparison) is done once for each
distinct word or run of words and remembered. From each word that may open a name, the look-up goes
on as long as the words so far begin a recorded spelling; runs of capitalised words are also looked
up by key and, failing that, as near misses. Each hit is then seen in its context: a name inside a
longer name, a namesake with another given name, a street or prize named after the entity are left
alone. Last, :mod:`translit.resolve` settles overlaps and ambiguities over the whole document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from translit.compare import compare, similarity
from translit.fold import APOSTROPHES, HYPHENS, fold, script
from translit.index import Index, name_skeletons, word_key
from translit.keys import misread, skeletons
from translit.match import DERIVED, RECORDED, Candidate, rank, tier_of
from translit.model import Annotation, Entity, Evidence
from translit.names import Lexicon
from translit.resolve import Hit, Span, Witness, decide, license_spans, longest
from translit.tokens import WORD, Gap, gap, is_capitalised, is_capitals, words

# A run of words this long is looked up by key; recorded spellings may be longer.
KEY_WORDS = 6
# How alike a single word must be to a spelling with an equal key, by the length of its skeleton.
ALIKE = {0: 1.1, 1: 1.1, 2: 0.995, 3: 0.955, 4: 0.94}
ALIKE_LONG = 0.88
ALIKE_PLACE = 0.97  # of a place or body: their national names are listed, their adjectives are near
MULTIWORD = 0.8  # the odds that a run of words must have
FUZZY = 0.84  # the share of equal letters in a near miss
FUZZY_WORD = 0.7  # the same for each word of a run
FUZZY_LETTERS = {1: 7, 2: 8}  # the least letters of a near miss, by words
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
SEGMENT = 1 << 18  # code points worked on at a time

_BLANK = re.compile(r"\n[^\S\n]*\n|\r\n[^\S\n]*\r\n")
_SENTENCE_END = re.compile(r"[.!?…:;]|[\"“”„«»‹›‘]|\n[^\S\n]*\n|[\[(#>•*|]|\n")
_SUFFIX = re.compile(rf"[{re.escape(APOSTROPHES)}](\w{{1,5}})$")
_CONTRACTION = re.compile(rf"n[{re.escape(APOSTROPHES)}]t$", re.IGNORECASE)  # Don't is not the Don
_ELISION = re.compile(
    rf"^(?:[ldjmtsncLDJ]|[Qq]u|[Dd]ell|[Aa]ll|[Nn]ell|[Ss]ull|[Dd]all)[{re.escape(APOSTROPHES)}](?=\w{{3}})"
)
# Ids of the ordinary words' tables: what a name may be part of, and closed classes of words.
_CONTAINER = "-container-words"
_CLOSED = ("-function-words", "-months", "-weekdays", "-months-weekdays", "-nationalities", "-directions")


# The hits at a place (start, end, number of words), by entity.
Found = dict[tuple[int, int, int], dict[int, tuple[Hit]]]


@dataclass(frozen=True, slots=True)
class Options:
    """How to annotate; see ``Gazetteer.annotate``."""

    min_score: float = 0.75
    types: frozenset[str] | None = None
    ambiguous: bool = False
    document: bool = True


@dataclass(frozen=True, slots=True)
class Word:
    """What is known of one distinct word form."""

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
    title: bool  # an honorific or a role
    given: bool
    family: bool
    particle: bool
    initial: bool


class Annotator:
    """Annotates texts with the entities of one index; keeps what it learned of word forms."""

    def __init__(self, index: Index, lexicon: Lexicon, entities: Callable[[int], Entity]) -> None:
        self.index = index
        self.lexicon = lexicon
        self.entities = entities
        # Bounded memories: the same word, or run of words, is worked out once.
        self.word = lru_cache(maxsize=200_000)(self._word)
        self.by_key = lru_cache(maxsize=200_000)(self._by_key)
        self.recorded = lru_cache(maxsize=100_000)(self._recorded)
        self.hit = lru_cache(maxsize=100_000)(self._hit)
        self.parts_of = lru_cache(maxsize=20_000)(self._parts_of)

    def annotate(self, text: str, options: Options) -> list[Annotation]:
        """The annotations of a text; see ``Gazetteer.annotate``."""
        spans: list[Span] = []
        for offset, segment, paragraph in segments(text):
            spans.extend(_Scan(self, segment, offset, paragraph).spans())
        witness = None
        if options.document:
            witness = Witness(longest(license_spans(spans, None)))
        spans = longest(license_spans(spans, witness))
        out = []
        surfaces: dict[str, str] = {}
        for span in spans:
            hit, rivals = decide(span, witness)
            if (rivals and not options.ambiguous) or hit.score < options.min_score:
                continue
            entity = self.entities(hit.entity)
            if options.types is not None and entity.type not in options.types:
                continue
            variant = entity.variants[self.index.spellings[hit.number].place]
            out.append(
                Annotation(
                    span.start,
                    span.end,
                    surfaces.setdefault(text[span.start : span.end], text[span.start : span.end]),
                    entity,
                    hit.score,
                    variant,
                    hit.tier,
                    variant.scheme,
                    tuple(self.entities(rival.entity).id for rival in rivals),
                    hit.evidence,
                )
            )
        return out

    def _word(self, surface: str) -> Word:
        lexicon = self.lexicon
        folded = fold(surface)
        starts = [(0, folded)]
        elision = _ELISION.match(surface)
        if elision:
            starts.append((elision.end(), fold(surface[elision.end() :])))
        ends = [(0, folded, False)]
        suffix = _SUFFIX.search(surface)
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
        if len(starts) > 1 and len(ends) > 1:
            opens = True  # both an elision and a suffix: l'Iran's
        return Word(
            surface,
            folded,
            is_capitalised(surface) and not folded.isdigit(),
            is_capitals(core),
            script(surface) in ("latin", "cyrillic", "greek", "armenian"),
            tuple(starts),
            tuple(ends),
            opens,
            "ordinary" in kinds,
            any(name.endswith(_CLOSED) for name in ids),
            any(name.endswith(_CONTAINER) for name in ids),
            bool(kinds & {"honorific", "role"}),
            "given-name" in kinds,
            "family-name" in kinds,
            "particle" in kinds,
            len(folded) == 1 and folded.isalpha(),
        )

    def _recorded(self, surface: str, number: int) -> Candidate:
        spelling = self.index.spellings[number]
        score = DERIVED if spelling.derived else RECORDED
        kind = "short form" if spelling.derived else "recorded spelling"
        evidence = Evidence(kind, surface, spelling.text, score)
        return Candidate(number, score, "recorded", (evidence,))

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

    def _by_key(self, run: str) -> tuple[Candidate, ...]:
        """The spellings that a run of words agrees with by key, or else nearly: one an entity."""
        index = self.index
        keys = name_skeletons(run)
        numbers = {number for key in keys for number in index.keys.get(key, ())}
        best: dict[int, Candidate] = {}
        for number in sorted(numbers):
            self._keep(best, self._key_candidate(run, number))
        if not best:
            for number in sorted(index.near(keys).union(index.misread(word_key(run)))):
                self._keep(best, self._fuzzy_candidate(run, number))
        return tuple(self._apart(best))

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
        if len(ours) == 1 and len(theirs) == 1:
            one, other = ours[0], theirs[0]
            if one.elements and not one.elements & other.elements:
                return None  # a word that the tables know as something else
            likeness = similarity(one.sounds, other.sounds, one.abjad != other.abjad)
            length = max((len(key) for key in skeletons(one.text)), default=0)
            least = ALIKE.get(length, ALIKE_LONG)
            if self.entities(spelling.entity).type != "person":
                least = max(least, ALIKE_PLACE)
            if likeness < least:
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

    def _fuzzy_candidate(self, run: str, number: int) -> Candidate | None:
        spelling = self.index.spellings[number]
        if spelling.derived or spelling.weak:
            return None
        ours, theirs = self.lexicon.parse(run), self.lexicon.parse(spelling.text)
        if abs(len(ours) - len(theirs)) > 1:
            return None
        left, right = "".join(part.fold for part in ours), "".join(part.fold for part in theirs)
        if min(len(left), len(right)) < FUZZY_LETTERS.get(len(theirs), 9):
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
        if self.entities(spelling.entity).type != "person" and left[-2:] != right[-2:]:
            return None  # Georgian is no misprint of Georgien
        # A part that the tables know as another name, or a common word, is no misprint.
        known = {name for part in theirs for name in part.elements}
        spelled = {part.fold for part in theirs}
        for part in ours:
            if part.elements and part.fold not in spelled and not part.elements & known:
                return None
        if len(ours) == 1 and left[0] != right[0] and edits > 1:
            return None
        score = 0.96 - 0.06 * edits
        return Candidate(number, score, "fuzzy", (Evidence(f"{edits} edits", run, spelling.text, score),))

    def _parts_of(self, entity: int) -> tuple[str, ...]:
        """The spellings of an entity that a longer mention may be compared with."""
        return tuple(
            dict.fromkeys(
                variant.text
                for variant in self.entities(entity).variants
                if not variant.short and len(self.lexicon.parse(variant.text)) > 1
            )
        )


def segments(text: str) -> Iterator[tuple[int, str, int]]:
    """The text in pieces of bearable size, cut where no name runs: offset, piece, paragraph."""
    start = 0
    length = len(text)
    paragraph = 0
    while start < length:
        end = min(start + SEGMENT, length)
        if end < length:
            middle = start + SEGMENT // 2
            for mark in ("\n\n", "\r\n\r\n", "\n", ". ", " "):
                at = text.rfind(mark, middle, end)
                if at >= 0:
                    end = at + len(mark)
                    break
        yield start, text[start:end], paragraph
        paragraph += 1_000_000
        start = end


class _Scan:
    """One pass over one piece of text."""

    def __init__(self, annotator: Annotator, text: str, offset: int, paragraph: int) -> None:
        self.a = annotator
        self.text = text
        self.offset = offset
        places = [match.span() for match in WORD.finditer(text)]
        self.begins = [begin for begin, _ in places]
        self.ends = [end for _, end in places]
        self.words = [annotator.word(text[begin:end]) for begin, end in places]
        self.gaps = [
            gap(text[end - (text[end - 1] == SOFT_HYPHEN) : begin])
            for end, begin in zip(self.ends, self.begins[1:], strict=False)
        ]
        self.gaps.append(Gap.NONE)
        self.breaks = [match.start() for match in _BLANK.finditer(text)]
        self.paragraph = paragraph

    def spans(self) -> Iterator[Span]:
        """Every span with a hit that its context allows."""
        paragraph = self.paragraph
        following = 0
        for at, word in enumerate(self.words):
            if not word.opens and not word.capital and self.gaps[at] is not Gap.GLUE:
                continue
            while following < len(self.breaks) and self.breaks[following] < self.begins[at]:
                following += 1
                paragraph += 1
            found: Found = {}
            if word.opens or self.gaps[at] is Gap.GLUE:
                self._recorded(at, found)
            if word.capital:
                self._inverted(at, found)
                self._keyed(at, found)
            for (start, end, count), by_entity in found.items():
                hits: tuple[Hit, ...]
                if len(by_entity) == 1:
                    (hits,) = by_entity.values()
                else:
                    ranked = sorted(by_entity.values(), key=lambda one: (-one[0].score, one[0].entity))
                    hits = tuple(hit for (hit,) in ranked)
                yield Span(self.offset + start, self.offset + end, paragraph, hits, count)

    # ── spellings of the tables ──────────────────────────────────────────────────────────────

    def _joins(self, at: int, comma: bool = False) -> bool:
        """Whether a name may run from word ``at`` into the next; across a comma if asked."""
        kind = self.gaps[at]
        if kind is Gap.OPEN or kind is Gap.GLUE:
            return True
        if kind is Gap.POINT:
            return len(self.words[at].fold) <= 3
        return kind is Gap.QUOTE or (comma and kind is Gap.COMMA)

    def _recorded(self, at: int, found: Found) -> None:
        index = self.a.index
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
                    numbers = index.exact.get(full)
                    if numbers:
                        self._hits(at, last, lead, trail, numbers, found)
                if last + 1 >= len(self.words) or not self._joins(last, comma=True):
                    break
                last += 1
                key += self.words[last].fold
                if key not in index.prefixes and not any(
                    key[: len(key) - len(self.words[last].fold)] + ending in index.exact
                    for _, ending, _ in self.words[last].ends
                ):
                    break

    def _hits(
        self,
        at: int,
        last: int,
        lead: int,
        trail: int,
        numbers: list[int],
        found: Found,
    ) -> None:
        for number in numbers:
            spelling = self.a.index.spellings[number]
            if not self._cased(spelling.text, at, last, lead):
                continue
            if "," not in spelling.text and Gap.COMMA in self.gaps[at:last]:
                continue
            if spelling.article and not self._after_article(at):
                continue
            surface = self.text[self.begins[at] + lead : self.ends[last] - trail]
            candidate = self.a.recorded(surface, number)
            self._place(at, last, lead, trail, candidate, found)

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
                    # A word broken at a line end goes on in small letters; so may one after a hyphen.
                    if step == 0 or not self._hyphened(at + step - 1):
                        return False
                if len(word) > 1 and word.isupper() and here.cased and not here.capitals and count == 1:
                    # An abbreviation is written in capitals: US is not Us.
                    return False
            return True
        if spelling.isupper():
            return all(word.capitals or not word.cased for word in self.words[at : last + 1])
        return not is_capitalised(wanted[0] if wanted else "") or self.words[at].capital

    def _after_article(self, at: int) -> bool:
        return at > 0 and self.words[at - 1].fold == "the" and self.gaps[at - 1] is Gap.OPEN

    # ── by key ───────────────────────────────────────────────────────────────────────────────

    def _keyed(self, at: int, found: Found) -> None:
        first = self.words[at]
        if first.initial or (first.ordinary and not first.given):
            return
        if first.particle and not first.given and len(first.fold) <= 3:
            return
        run = ""
        for last in range(at, min(at + KEY_WORDS, len(self.words))):
            word = self.words[last]
            if last > at:
                kind = self.gaps[last - 1]
                if not self._joins(last - 1) or kind is Gap.QUOTE:
                    return
                small = not word.capital and not (word.particle or word.title) and len(word.fold) > 3
                if small and kind is not Gap.GLUE:
                    return
                if word.ordinary and not word.given and word.capital:
                    return
                between = self.text[self.ends[last - 1] : self.begins[last]]
                joint = "" if kind is Gap.GLUE else "-" if set(between) & set(HYPHENS) else " "
                run += joint
            run_before = run
            run += word.surface
            glued = last > at and self.gaps[last - 1] is Gap.GLUE
            if not word.capital and not glued and not (word.title and self._hyphened(last - 1)):
                continue
            for trail, _, plural in word.ends:
                if plural or (trail and len(word.ends) > 1 and _SUFFIX.search(word.surface) is None):
                    continue
                if not trail and len(word.ends) > 1 and not word.ends[1][2]:
                    # With a suffix after an apostrophe, only the word without it is a name.
                    if re.search(rf"[{re.escape(APOSTROPHES)}][sS]$", word.surface):
                        continue
                spelled = run_before + (word.surface[:-trail] if trail else word.surface)
                if last == at and first.capital and not first.cased and len(first.fold) < 4:
                    continue
                listed = self.a.index.exact.get(word_key(spelled))
                rows = [self.a.index.spellings[number] for number in listed or ()]
                if any(not row.weak for row in rows):
                    continue  # found as recorded
                owners = {row.entity for row in rows}
                for candidate in self.a.by_key(spelled):
                    # A spelling of the tables is its owner's, and not a look-alike's.
                    if owners and self.a.index.spellings[candidate.number].entity not in owners:
                        continue
                    if self._worthy(candidate, at, last):
                        self._place(at, last, 0, trail, candidate, found)

    def _worthy(self, candidate: Candidate, at: int, last: int) -> bool:
        """Whether a look-alike may be taken for the name here."""
        spelling = self.a.index.spellings[candidate.number]
        if spelling.article and not self._after_article(at):
            return False
        if spelling.text == spelling.text.lower() and self.words[at].cased:
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
        if self._opens_sentence(at) and candidate.score < 0.96 and len(word.fold) < 6:
            return False
        return True

    # ── inverted names ───────────────────────────────────────────────────────────────────────

    def _inverted(self, at: int, found: Found) -> None:
        """``Khan, Mirza Kuchik``: one or two words, a comma, one to three more."""
        if at > 0 and self.gaps[at - 1] in (Gap.OPEN, Gap.POINT) and self.words[at - 1].capital:
            return
        for comma in range(at, min(at + 2, len(self.words) - 1)):
            if self.gaps[comma] is not Gap.COMMA:
                if self.gaps[comma] is not Gap.OPEN:
                    return
                continue
            head = self._text_of(at, comma)
            for last in range(comma + 1, min(comma + 4, len(self.words))):
                if not self.words[last].capital or (last > comma + 1 and not self._joins(last - 1)):
                    return
                following = self.gaps[last]
                if following is Gap.OPEN and last + 1 < len(self.words) and self.words[last + 1].capital:
                    continue
                if self.words[last].initial and following is not Gap.POINT and self._after(last) != ".":
                    continue
                tail = self._text_of(comma + 1, last)
                run = f"{tail} {head}"
                numbers = self.a.index.exact.get(fold(run), [])
                candidates = [
                    Candidate(
                        number,
                        0.97,
                        "recorded",
                        (Evidence("inverted", run, self.a.index.spellings[number].text, 0.97),),
                    )
                    for number in numbers
                ] or [candidate for candidate in self.a.by_key(run) if candidate.tier == "key"]
                for candidate in candidates:
                    owner = self.a.index.spellings[candidate.number].entity
                    if self.a.entities(owner).type == "person":
                        self._add(at, last, 0, 0, candidate, found)
            return

    def _after(self, at: int) -> str:
        """The character that follows word ``at``."""
        end = self.ends[at]
        return self.text[end : end + 1]

    def _text_of(self, at: int, last: int) -> str:
        return self.text[self.begins[at] : self.ends[last]]

    # ── context ──────────────────────────────────────────────────────────────────────────────

    def _place(
        self,
        at: int,
        last: int,
        lead: int,
        trail: int,
        candidate: Candidate,
        found: Found,
    ) -> None:
        """Keep a candidate if what stands around it allows it."""
        spelling = self.a.index.spellings[candidate.number]
        kind = self.a.entities(spelling.entity).type
        if not lead and not trail and not self._right_allows(last, candidate, kind):
            return
        if trail and self._suffix_forbids(last, trail):
            return
        begin = at if lead else self._left_begin(at, last, candidate, kind)
        if begin is None:
            return
        word = self.words[last]
        if spelling.derived and at == last and word.ordinary and not trail:
            # A surname that is a common word: only where no word follows it (see Rice, 232).
            if self.gaps[last] is Gap.OPEN or self._opens_sentence(begin):
                return
        self._add(begin, last, lead, trail, candidate, found)

    def _add(
        self,
        at: int,
        last: int,
        lead: int,
        trail: int,
        candidate: Candidate,
        found: Found,
    ) -> None:
        spelling = self.a.index.spellings[candidate.number]
        start = self.begins[at] + lead
        end = self.ends[last] - trail
        start, end = self._edges(start, end, spelling.text)
        alone = self.a.hit(candidate)
        hit = alone[0]
        hits = found.setdefault((start, end, last - at + 1), {})
        old = hits.get(spelling.entity)
        if old is None or (hit.score, not hit.weak) > (old[0].score, not old[0].weak):
            hits[spelling.entity] = alone

    def _edges(self, start: int, end: int, spelling: str) -> tuple[int, int]:
        """Take in an ʿayn or soft sign that the spelling has at its edge, or a quotation mark opened before."""
        text = self.text
        if start > 0 and text[start - 1] in APOSTROPHES and spelling[0] in APOSTROPHES:
            start -= 1
        if end < len(text) and text[end] in APOSTROPHES and spelling[-1] in APOSTROPHES:
            end += 1
        if spelling[-1] == "." and text[end : end + 1] == ".":
            end += 1
        inside = text[start:end]
        for opening, closing in (("“", "”"), ("«", "»"), ('"', '"')):
            odd = inside.count(closing) - (inside.count(opening) if opening != closing else 0)
            if odd % 2 and start > 0 and text[start - 1] == opening:
                start -= 1
        return start, end

    def _suffix_forbids(self, last: int, trail: int) -> bool:
        """A suffix after an apostrophe is a case ending or possessive, not the rest of a name."""
        surface = self.words[last].surface
        tail = surface[len(surface) - trail :]
        return tail[0] in APOSTROPHES and is_capitalised(tail[1:]) and tail[1:] != "S"

    def _opens_sentence(self, at: int) -> bool:
        if at == 0:
            return True
        between = self.text[self.ends[at - 1] : self.begins[at]]
        return _SENTENCE_END.search(between) is not None

    def _title_case(self, at: int, last: int) -> bool:
        """Whether capitals mean nothing here: no longer word around begins with a small letter."""
        low, high = max(0, at - 4), min(len(self.words), last + 5)
        around = [*self.words[low:at], *self.words[last + 1 : high]]
        long = [word for word in around if len(word.fold) >= 4 and word.cased]
        return (bool(long) and all(word.capital for word in long)) or self.words[at].capitals

    def _right_allows(self, last: int, candidate: Candidate, kind: str) -> bool:
        """Whether the next word leaves the mention whole: not Ahmad Shah | Durrani, Lenin | Prize."""
        if last + 1 >= len(self.words):
            return True
        joint, following = self.gaps[last], self.words[last + 1]
        if joint not in (Gap.OPEN, Gap.GLUE) or not following.capital or not following.cased:
            return True
        if "\n" in self.text[self.ends[last] : self.begins[last + 1]] and self._line_is_short(last):
            return True
        if following.container:
            return candidate.tier == "recorded" and kind in ("organisation", "work")
        between = self.text[self.ends[last] : self.begins[last + 1]]
        if "'" in between or "’" in between or "*" in between:
            return True
        if following.ordinary or following.initial:
            return True
        spelling = self.a.index.spellings[candidate.number]
        if kind == "place":
            return not (self.words[last].given and not following.title)
        if kind != "person":
            return True
        if self._begins_recorded(last + 1):
            # Two names side by side: Trotsky-Zinoviev, Lenin Stalin.
            return True
        if following.title:
            return not self._is_honorific(following)
        parts = self.a.lexicon.parse(spelling.text)
        surname = len(parts) > 1 and parts[-1].kind == "name" and not parts[-1].given
        if following.given or following.family:
            return False
        if surname and candidate.tier == "recorded":
            return True
        return self._title_case(last, last + 1)

    def _is_honorific(self, word: Word) -> bool:
        return self.a.lexicon.has_kind(word.surface, "honorific")

    def _line_is_short(self, last: int) -> bool:
        """A word that ends a short line ends a heading or a list item."""
        end = self.ends[last]
        line = self.text[self.text.rfind("\n", 0, end) + 1 : end]
        return len(line.strip()) < 40

    def _begins_recorded(self, at: int) -> bool:
        """Whether a recorded, unweak spelling stands at word ``at``."""
        index = self.a.index
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

    def _left_begin(self, at: int, last: int, candidate: Candidate, kind: str) -> int | None:
        """Where the mention begins, given names and initials before it taken in; None forbids it."""
        if at == 0 or self.gaps[at - 1] not in (Gap.OPEN, Gap.POINT, Gap.QUOTE):
            return at
        before = self.words[at - 1]
        if kind in ("organisation", "work"):
            return at
        if kind == "place":
            named = before.given and not before.closed and not before.family
            joined = self.gaps[at - 1] is Gap.OPEN and before.capital and before.cased
            return None if named and joined else at
        if self.gaps[at - 1] is Gap.POINT and not before.initial:
            return at
        if not before.capital or not before.cased:
            if before.particle and self._hyphened(at - 1) and not before.ordinary:
                return None
            return at
        longer = self._longer(at, last, candidate)
        if longer is not None:
            return longer
        if before.initial:
            # Another's initial; without its point it is a word of one letter: A, I, В, К, С.
            return at if self.gaps[at - 1] is Gap.OPEN else None
        if before.title or (before.ordinary and not before.given):
            return at
        if self.gaps[at - 1] is Gap.QUOTE or (self._hyphened(at - 1) and self._begins_recorded(at - 1)):
            return at
        if before.given or before.family:
            return None
        if self._begins_recorded(at - 1):
            return at
        spelling = self.a.index.spellings[candidate.number]
        if self._opens_sentence(at - 1) or self._title_case(at - 1, last):
            return at
        strong = candidate.tier == "recorded" and not spelling.weak
        return at if strong and not self._hyphened(at - 1) else None

    def _hyphened(self, at: int) -> bool:
        between = self.text[self.ends[at] : self.begins[at + 1]]
        return bool(set(between) & set(HYPHENS))

    def _longer(self, at: int, last: int, candidate: Candidate) -> int | None:
        """How far to the left the words still agree with the entity's longer names."""
        spellings = self.a.parts_of(self.a.index.spellings[candidate.number].entity)
        begin = None
        for first in range(at - 1, max(at - 4, -1), -1):
            word = self.words[first]
            if self.gaps[first] not in (Gap.OPEN, Gap.POINT) or not word.capital or word.container:
                break
            if self.gaps[first] is Gap.POINT and not word.initial:
                break
            if (word.ordinary or word.title) and not word.given and not word.initial:
                continue
            run = self._run(first, last)
            if any(self._agrees(run, spelling) for spelling in spellings):
                begin = first
        return begin

    def _run(self, first: int, last: int) -> str:
        text = re.sub(r"\s+", " ", self._text_of(first, last))
        return re.sub(rf"[{re.escape(APOSTROPHES)}][sS]$", "", text)

    def _agrees(self, run: str, spelling: str) -> bool:
        return agrees(run, spelling, self.a.lexicon)


@lru_cache(maxsize=65536)
def surfaces(spelling: str) -> tuple[str, ...]:
    """The words of a spelling as written."""
    return tuple(token.surface for token in words(spelling))


@lru_cache(maxsize=65536)
def agrees(run: str, spelling: str, lexicon: Lexicon) -> bool:
    """Whether a longer run of words is the same name as a fuller spelling, each part answered."""
    ours, theirs = lexicon.parse(run), lexicon.parse(spelling)
    if len(ours) > len(theirs) + 1:
        return False
    comparison = compare(run, spelling, lexicon)
    if comparison.score < 0.8:
        return False
    # A middle name may be missing from the spelling; the first word must be answered.
    answered = {item.left for item in comparison.evidence if item.left and item.right}
    return ours[0].text in answered and len(answered) >= 2


__all__ = ["Annotator", "Options", "segments", "tier_of"]
