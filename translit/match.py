"""One name to the entities it may stand for.

Candidates come from the index by the whole name's keys and by the keys of its parts; each is then
compared in full. The best spelling of each entity gives its score.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from rapidfuzz import fuzz

from translit.compare import compare_within
from translit.fold import script
from translit.index import Index, word_skeletons
from translit.keys import deletions, name_skeletons, skeletons, word_key
from translit.model import Comparison, Entity, Evidence, Match
from translit.names import Lexicon, Part
from translit.plain import mypyc_attr

MIN_SCORE = 0.5
# How many spellings are compared in full for one query: of those that agree as a whole, and of those
# that share a part, the more where nothing agrees well.
WHOLE, PARTLY, MORE = 12, 16, 40
# An agreement of the whole name so good that its parts are not looked up.
SETTLED = 0.8
# How many spellings are looked at for their parts, and how common a damaged part may be.
LOOKED_AT, COMMON = 4000, 500
# A recorded spelling of one entity alone; of several; a derived short form; what a scheme makes.
RECORDED, SHARED, DERIVED, SCHEMED = 0.99, 0.9, 0.9, 0.97
# What is left of the score of a spelling that is not equal, but sounds alike; and of one that does not.
BY_KEY, BY_LETTERS = 0.985, 0.97
# The score of a name of so many letters that is one letter off as a whole, where nothing else is like it and
# its parts are not known to be others; and what the comparison must leave of it.
SLIPPED, SLIP_LETTERS, SLIP_ODDS = MIN_SCORE, 10, 0.05
# A look-alike of a spelling that the tables give to someone else.
OVERRULED = 0.9

# Of a name that is no person's, each part that only one side has: Tehran is not Ahmad Tehrani Khan.
PLACE_PART = 0.6
_ALONE = frozenset({"missing", "title missing"})

_EQUAL = frozenset(
    {"equal", "same element", "equal sound", "joined", "order", "initial", "missing", "title missing"}
)


@mypyc_attr(acyclic=True)
class Candidate:
    """A spelling that may be the name, with its comparison and tier; nothing changes it, and it equals
    itself only.

    ``is_inflected`` says that the name was found under an ending.
    """

    def __init__(self, number: int, score: float, tier: str, evidence: tuple[Evidence, ...]) -> None:
        self.number = number
        self.score = score
        self.tier = tier
        self.evidence = evidence
        self.is_inflected = any(item.kind == "inflected" for item in evidence)


def tier_of(query: str, text: str, comparison: Comparison, sounds_alike: bool | None = None) -> str:
    """Whether two spellings that are not equal agree by key, or are only near.

    ``sounds_alike`` tells whether they share a skeleton, where that is known.
    """
    if sounds_alike is None:
        sounds_alike = not set(name_skeletons(query)).isdisjoint(name_skeletons(text))
    if sounds_alike:
        return "key"
    for item in comparison.evidence:
        if item.kind in _EQUAL:
            continue
        if item.kind == "near" and not set(skeletons(item.left)).isdisjoint(skeletons(item.right)):
            continue
        return "fuzzy"
    return "key"


def exact_candidates(key: str, index: Index, text: str) -> list[Candidate]:
    """The spellings that equal a name but for case, marks and punctuation."""
    numbers = index.exact.get(key, ())
    owners = {index.spellings[number].entity for number in numbers}
    out = []
    for number in numbers:
        spelling = index.spellings[number]
        score = RECORDED if len(owners) == 1 else SHARED
        kind = "recorded spelling"
        if spelling.schemed:
            score, kind = min(score, SCHEMED), "spelling of a scheme"
        if spelling.derived:
            score, kind = min(score, DERIVED), "short form"
        tier = "scheme" if spelling.schemed else "recorded"
        out.append(Candidate(number, score, tier, (Evidence(kind, text, spelling.text, score),)))
    return out


class Bar:
    """The score that a further candidate has to reach.

    It rises once as many entities as are wanted have better ones: what is found later and scores less
    would come after them all.
    """

    def __init__(self, least: float, wanted: int | None) -> None:
        """``wanted`` is the number of entities asked for; with none the bar stays."""
        self.least = least
        self._wanted = wanted
        self._best: dict[int, float] = {}

    def take(self, entity: int, score: float) -> None:
        """Count a candidate of an entity."""
        if self._wanted is None or score <= self._best.get(entity, self.least):
            return
        self._best[entity] = score
        if len(self._best) >= self._wanted:
            self.least = max(self.least, heapq.nlargest(self._wanted, self._best.values())[-1])


def candidates(query: str, index: Index, lexicon: Lexicon, bar: Bar) -> list[Candidate]:
    """Every spelling that ``query`` may be, scored, in no order.

    People are called by parts of their names, places and bodies are not. What scores below the ``bar`` may
    be left out.
    """
    if query[:4].casefold() == "the ":
        query = query[4:]  # the index knows names without their article
    key = word_key(query)
    if not key:
        return []
    out = exact_candidates(key, index, query)
    found = {candidate.number for candidate in out}
    for candidate in out:
        bar.take(index.spellings[candidate.number].entity, candidate.score)
    worth = OVERRULED if out else 1.0
    whole: Counter[int] = Counter()
    skeletons_of_name = name_skeletons(query)
    for skeleton in skeletons_of_name:
        for number in index.keys.get(skeleton, ()):
            whole[number] += 2
    alike = frozenset(whole)  # those that share a skeleton
    for number in index.slips(key):
        whole[number] += 2
    for number in index.near(skeletons_of_name):
        whole[number] += 1
    parts = lexicon.parse(query)

    def compared(numbers: Iterable[int]) -> float:
        """Compare these in full; the best score."""
        best = 0.0
        for number in numbers:
            if number not in found:
                found.add(number)
                least = bar.least / worth
                if bar.least <= MIN_SCORE:  # whether any scores so much has to be known in any case
                    least = min(least, MIN_SCORE)
                candidate = _compared(query, number, index, lexicon, alike, least)
                if candidate is not None:
                    out.append(candidate)
                    best = max(best, candidate.score)
                    bar.take(index.spellings.rows[number][1], candidate.score * worth)
        return best

    best = compared(_likest(query, whole, index, WHOLE))
    several = sum(part.kind == "name" for part in parts) > 1
    if several and (best >= SETTLED or any(one.tier in ("recorded", "scheme") for one in out)):
        return out
    partly = _partly(parts, index)
    likest = _likest(query, partly, index, MORE)
    if compared(likest[:PARTLY]) < MIN_SCORE and best < MIN_SCORE:
        compared(likest[PARTLY:])
    return out


def _compared(
    query: str,
    number: int,
    index: Index,
    lexicon: Lexicon,
    alike: frozenset[int],
    least: float,
) -> Candidate | None:
    """A spelling with its comparison in full; ``alike`` are those that share a skeleton with the name.

    None where the score is below ``least``, which is found sooner.
    """
    comparison = compare_within(query, index.spellings.text(number), lexicon, least / BY_KEY)
    if comparison is None or comparison.score <= 0.0:
        return None
    spelling = index.spellings[number]
    score = comparison.score
    if not spelling.person:
        score *= PLACE_PART ** sum(item.kind in _ALONE for item in comparison.evidence)
    if spelling.derived:
        score = min(score, DERIVED)
    # The recorded names of persons are all under their skeletons; those of others are not.
    told = spelling.person and not spelling.schemed and "" not in name_skeletons(query)
    sounds_alike = True if number in alike else False if told else None
    tier = tier_of(query, spelling.text, comparison, sounds_alike)
    return Candidate(number, score * (BY_KEY if tier == "key" else BY_LETTERS), tier, comparison.evidence)


def _partly(parts: Sequence[Part], index: Index) -> Counter[int]:
    """The spellings that share a part with a name, weighted by how rare the parts are."""
    out: Counter[int] = Counter()
    words = sorted(
        (len(index.words.get(word, ())), word)
        for word in word_skeletons((part.text, part.kind) for part in parts)
    )
    left = LOOKED_AT
    for count, word in words:
        if out and count > left:
            break
        left -= count
        # Whole numbers, as a Counter wants them: hundredths.
        weight = round(100 * math.log(max(1.0, len(index.spellings) / (count + 1)))) + 100
        for number in index.words.get(word, ()):
            out[number] += weight
        if len(word) >= 3 and count < 20:
            for short in deletions(word):
                posting = index.words.get(short, ())
                if short != word and len(posting) < COMMON:
                    for number in posting:
                        out[number] += weight // 4
    return out


def _likest(query: str, numbers: Mapping[int, float], index: Index, count: int) -> list[int]:
    """So many of the spellings, those first that agree best at a glance."""
    if len(numbers) <= 2:
        return sorted(numbers, key=lambda number: (-numbers[number], number))
    letters, rows = query.lower(), index.spellings.rows
    ranked = [
        (-weight * (0.5 + fuzz.ratio(letters, rows[number][0].lower()) / 100), number)
        for number, weight in _weightiest(numbers, 4 * MORE)
    ]
    ranked.sort()
    return [number for _, number in ranked[:count]]


def _weightiest(numbers: Mapping[int, float], count: int) -> Iterable[tuple[int, float]]:
    """So many of some numbers with the greatest weights, of equal ones the lower, in no order."""
    if len(numbers) <= count:
        return numbers.items()
    edge = sorted(numbers.values(), reverse=True)[count - 1]
    above = [(number, weight) for number, weight in numbers.items() if weight > edge]
    level = sorted([number for number, weight in numbers.items() if weight == edge])
    return above + [(number, edge) for number in level[: count - len(above)]]


def match(
    query: str,
    index: Index,
    entities: Callable[[int], Entity],
    ids: Sequence[str],
    lexicon: Lexicon,
    *,
    limit: int,
    min_score: float,
    types: frozenset[str] | None = None,
) -> list[Match]:
    """The entities that ``query`` may stand for, the best first; see ``Gazetteer.match``."""
    least = min(min_score, MIN_SCORE)
    bar = Bar(least, limit if types is None else None)
    out = _best(query, index, entities, ids, lexicon, bar, limit, min_score, types)
    if bar.least > least and (len(out) < limit or out[-1].score < bar.least):
        # Some of the best turned out to be someone else: then those after them count.
        out = _best(query, index, entities, ids, lexicon, Bar(least, None), limit, min_score, types)
    if not out and min_score <= SLIPPED:
        out = _slipped(query, index, entities, lexicon, limit, types)
    return out


def _slipped(
    query: str,
    index: Index,
    entities: Callable[[int], Entity],
    lexicon: Lexicon,
    limit: int,
    types: frozenset[str] | None,
) -> list[Match]:
    """The entities with a name one letter off, where the slip fell on a short part and nothing else is like
    the query: my Mesudzadeh for Amy. Taqi is no slip for Naqi.
    """
    key = word_key(query)
    if len(key) < SLIP_LETTERS:
        return []
    found: dict[int, tuple[float, Match]] = {}
    for number in sorted(index.slips(key)):
        text = index.spellings.text(number)
        comparison = compare_within(query, text, lexicon, SLIP_ODDS)
        if comparison is None or comparison.score < SLIP_ODDS or _names_another(query, text, lexicon):
            continue
        owner = index.spellings[number].entity
        entity = entities(owner)
        candidate = Candidate(number, SLIPPED, "fuzzy", comparison.evidence)
        if (types is not None and entity.type not in types) or _contradicted(
            query, entity, candidate, lexicon
        ):
            continue
        if owner not in found or comparison.score > found[owner][0]:
            found[owner] = comparison.score, _match(query, entity, index, candidate)
    ranked = sorted(found.values(), key=lambda one: (-one[0], one[1].entity.id))
    return [one for _, one in ranked[:limit]]


def _names_another(query: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a query has a known given name where a spelling has another: Taqi, Naqi."""
    ours, theirs = lexicon.parse(query), lexicon.parse(text)
    mine = [part for part in ours if part.given and part.fold not in {other.fold for other in theirs}]
    others = [part for part in theirs if part.given and part.fold not in {one.fold for one in ours}]
    return bool(mine) and bool(others)


def _best(
    query: str,
    index: Index,
    entities: Callable[[int], Entity],
    ids: Sequence[str],
    lexicon: Lexicon,
    bar: Bar,
    limit: int,
    min_score: float,
    types: frozenset[str] | None,
) -> list[Match]:
    """The best matches among the candidates that a bar lets through."""
    best: dict[int, Candidate] = {}
    found = candidates(query, index, lexicon, bar)
    listed = {index.spellings[one.number].entity for one in found if one.tier in ("recorded", "scheme")}
    for candidate in found:
        owner = index.spellings[candidate.number].entity
        if listed and owner not in listed:
            score = candidate.score * OVERRULED
            candidate = Candidate(candidate.number, score, candidate.tier, candidate.evidence)
        if candidate.score >= min_score and (owner not in best or rank(candidate) > rank(best[owner])):
            best[owner] = candidate
    ranked = [(-candidate.score, ids[owner], owner, candidate) for owner, candidate in best.items()]
    ranked.sort(key=lambda one: one[:2])
    out: list[Match] = []
    better: list[tuple[float, Entity]] = []
    # The best first, so that what is not returned is not looked into either.
    for score, _, owner, candidate in ranked:
        entity = entities(owner)
        if types is not None and entity.type not in types:
            continue
        if _contradicted(query, entity, candidate, lexicon):
            continue
        if _TIER_RANK[candidate.tier] > 1 or not _is_another(entity, -score, better):
            out.append(_match(query, entity, index, candidate))
            if len(out) == limit:
                break
        better.append((-score, entity))
    return out


def _contradicted(query: str, entity: Entity, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether a part of the query that the matched spelling lacks goes against all the fuller ones.

    Husayn Taqizadeh agrees with Taqizada alone, but every fuller spelling says Hasan. What agrees only
    across scripts, one of which writes no vowels, is held against the fuller ones of the query's own:
    Pyotr fits פיודור, but no Fyodor.
    """
    if entity.type != "person" or candidate.tier in ("recorded", "scheme"):
        return False
    own = {part.abjad for part in lexicon.parse(query)}
    across = own == {False} and any(
        part.abjad for item in candidate.evidence for part in lexicon.parse(item.right)
    )
    lacking = any(item.kind == "missing" and item.left for item in candidate.evidence)
    if not across and not lacking:
        return False
    fuller = [
        variant.text
        for variant in entity.variants
        if sum(part.kind == "name" for part in lexicon.parse(variant.text)) > 1
        and not (across and script(variant.text) != script(query))
    ]
    return bool(fuller) and not any(_agrees(query, text, lexicon) for text in fuller)


def _agrees(query: str, text: str, lexicon: Lexicon) -> bool:
    """Whether two names are, as likely as not, one."""
    comparison = compare_within(query, text, lexicon, MIN_SCORE)
    return comparison is not None and comparison.score >= MIN_SCORE


_TIER_RANK: Mapping[str, int] = {"recorded": 3, "scheme": 2, "key": 1, "fuzzy": 0}


def rank(candidate: Candidate) -> tuple[bool, float, int, int]:
    """The order of an entity's candidates: listed spellings first, then by score, tier and place."""
    tier = _TIER_RANK[candidate.tier]
    return (tier > 1, candidate.score, tier, -candidate.number)


def _match(query: str, entity: Entity, index: Index, candidate: Candidate) -> Match:
    variant = index.variant(candidate.number, entity)
    scheme = index.scheme(index.spellings[candidate.number].entity, query, variant)
    return Match(query, entity, candidate.score, variant, candidate.tier, scheme, candidate.evidence)


def _is_another(entity: Entity, score: float, better: Iterable[tuple[float, Entity]]) -> bool:
    """Whether the tables say that an entity is someone else than a better match."""
    return any(
        other.id in entity.distinct_from or entity.id in other.distinct_from
        for others, other in better
        if others > score
    )
