"""Which candidate, which overlap, or none.

Overlaps: the better kind of evidence first (anything before a near miss, unless it is a part of that and
names the same entity), then the longest, then the likelier, then the earlier. Ambiguity: candidates with
like scores are told apart by what the document names without doubt, the nearest in the same paragraph
first; what stays ambiguous is not linked unless asked for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Set
from functools import partial
from itertools import islice

from translit.model import Evidence
from translit.plain import mypyc_attr

# Two entities whose scores are this near are equally likely.
LIKE = 0.06
ANY = -1  # of what a hit says of its company: whoever is named beside it


@mypyc_attr(acyclic=True)
class Hit:
    """An entity that a span may stand for; nothing changes it, and it equals itself only.

    ``apt`` is how many contemporaries beside it bear it out, though it is weak: it is a name and nothing
    else. With ``ANY`` whatever else the paragraph names does. It ``vouches`` for those if it is a surname and
    no word of the language is spelled like it.
    """

    def __init__(
        self,
        entity: int,
        number: int,
        score: float,
        tier: str,
        weak: bool,
        vouches: bool,
        evidence: tuple[Evidence, ...],
        apt: int = 0,
    ) -> None:
        self.entity = entity
        self.number = number
        self.score = score
        self.tier = tier
        self.weak = weak
        self.vouches = vouches
        self.evidence = evidence
        self.apt = apt

    def told(self, score: float, weak: bool, apt: int, vouches: bool) -> Hit:
        """The same, of another weight."""
        return Hit(self.entity, self.number, score, self.tier, weak, vouches, self.evidence, apt)


class Crowd:
    """The many who bear a surname: that it is one's, only a fuller name of his in the document tells."""

    def __init__(self, numbers: Mapping[int, int], hit: Callable[[int], tuple[Hit]]) -> None:
        """``numbers`` are their spellings, by entity; ``hit`` makes the hit of one."""
        self._numbers = numbers
        self._hit = hit

    def named(self, witness: Witness) -> list[Hit]:
        """The hits of those whom a document names."""
        return [self._hit(self._numbers[entity])[0] for entity in witness.named_among(self._numbers.keys())]


@mypyc_attr(acyclic=True)
class Span:
    """A span of the text with the entities that it may stand for, the likeliest first.

    A surname may besides be that of one of the ``crowds`` who bear it. ``surface`` is the text of the span.
    """

    def __init__(
        self,
        start: int,
        end: int,
        paragraph: int,
        hits: tuple[Hit, ...],
        words: int = 1,
        crowds: tuple[Crowd, ...] = (),
        surface: str = "",
    ) -> None:
        self.start = start
        self.end = end
        self.paragraph = paragraph
        self.hits = hits
        self.words = words
        self.crowds = crowds
        self.surface = surface

    @property
    def order(self) -> tuple[bool, int, float, int]:
        """The order in which overlapping spans are taken."""
        best = self.hits[0]
        return (best.tier == "fuzzy", self.start - self.end, -best.score, self.start)

    def with_hits(self, hits: tuple[Hit, ...]) -> Span:
        """The same with some hits."""
        return Span(self.start, self.end, self.paragraph, hits, self.words, self.crowds, self.surface)


def like(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits that are as likely as the first."""
    return tuple(hit for hit in hits if hit.score > hits[0].score - LIKE)


def longest(spans: Iterable[Span]) -> list[Span]:
    """The spans that stay when overlaps are resolved, by start."""
    kept: list[Span] = []
    cluster: list[Span] = []
    end = -1
    for span in sorted(spans, key=lambda one: one.start):
        if span.start >= end and cluster:
            kept.extend(_settle(cluster))
            cluster = []
        cluster.append(span)
        end = max(end, span.end)
    kept.extend(_settle(cluster))
    return kept


def by_start(spans: Iterable[Span]) -> list[Span]:
    """All spans, by start and then the longer first."""
    return sorted(spans, key=lambda one: (one.start, -one.end))


def _borne_out(span: Span, cluster: Iterable[Span]) -> bool:
    """Whether a part of a span is by itself a name of the same entity: Kuchik in Kuchik Kban."""
    return any(
        one.hits[0].entity == span.hits[0].entity
        for one in cluster
        if one is not span and span.start <= one.start and one.end <= span.end
    )


def _settle(cluster: list[Span]) -> list[Span]:
    """The spans that stay of some that overlap in a chain, by start."""
    if len(cluster) == 1:
        return cluster
    kept: list[Span] = []
    starts: list[int] = []
    for span in sorted(
        cluster, key=lambda one: (one.order[0] and not _borne_out(one, cluster), *one.order[1:])
    ):
        at = bisect_right(starts, span.start)
        if at > 0 and kept[at - 1].end > span.start:
            continue
        if at < len(kept) and kept[at].start < span.end:
            continue
        starts.insert(at, span.start)
        kept.insert(at, span)
    return kept


class Witness:
    """What a document names without doubt, and where; and what it names in full."""

    def __init__(
        self,
        spans: Iterable[Span],
        namesakes: Iterable[int] = (),
        elsewhere: Iterable[tuple[int, int | None]] = (),
        apt: Iterable[Span] = (),
        lone: Iterable[int] = (),
    ) -> None:
        """What ``spans`` name without doubt.

        ``namesakes`` are entities whose surname the document gives to somebody else, ``elsewhere`` those
        that what it speaks of, or a paragraph of it, makes unlikely: Raskolnikov beside Dostoevsky. ``apt``
        are the surnames that hardly mean anybody else: two people of one time bear each other out; ``lone``
        are those for whom nothing speaks if the document names nobody else.
        """
        self._places: dict[int, list[tuple[int, int]]] = {}
        self._full: set[int] = set()
        self._named: dict[int, set[int]] = {}  # the entities by paragraph
        for span in spans:
            hit = span.hits[0]
            if not hit.weak and (len(span.hits) == 1 or len(like(span.hits)) == 1):
                self._places.setdefault(hit.entity, []).append((span.paragraph, span.start))
                self._named.setdefault(span.paragraph, set()).add(hit.entity)
                if span.words > 1:
                    self._full.add(hit.entity)
        self._apt: dict[int, set[int]] = {}
        for span in apt:
            if len(like(span.hits)) == 1 and span.hits[0].vouches and span.hits[0].apt == 1:
                self._apt.setdefault(span.paragraph, set()).add(span.hits[0].entity)
        self._doubted = {entity for entity in namesakes if entity not in self._full}
        self._lone = frozenset(lone) if len(self._places) == 1 else frozenset()
        self._unlikely = {found for found in elsewhere if found[0] not in self._full}

    def __contains__(self, entity: int) -> bool:
        return entity in self._places

    def named_among(self, entities: Set[int]) -> Set[int]:
        """Those of some entities that the document names without doubt."""
        return entities & self._places.keys()

    def names_in_full(self, entity: int) -> bool:
        """Whether the document has a name of two words or more for the entity."""
        return entity in self._full

    def doubts(self, entity: int) -> bool:
        """Whether a surname alone is rather a namesake's: Arnold Rothstein, then Rothstein."""
        return entity in self._doubted

    def is_lone(self, entity: int) -> bool:
        """Whether nothing in the document speaks for one word of a name that many bear."""
        return entity in self._lone

    def is_elsewhere(self, entity: int, paragraph: int) -> bool:
        """Whether a surname alone is another's by what the document or paragraph speaks of: then only company
        tells.
        """
        return (entity, None) in self._unlikely or (entity, paragraph) in self._unlikely

    def company(self, paragraph: int) -> Set[int]:
        """The entities that a paragraph names without doubt."""
        return self._named.get(paragraph, frozenset())

    def surnames(self, paragraph: int) -> Set[int]:
        """The entities that a paragraph names by a surname that is hardly anybody else's."""
        return self._apt.get(paragraph, frozenset())

    def nearness(self, entity: int, paragraph: int) -> int:
        """2 when named in the same paragraph, 1 when named elsewhere, 0 when not."""
        places = self._places.get(entity)
        if places is None:
            return 0
        at = bisect_left(places, (paragraph, -1))
        return 2 if at < len(places) and places[at][0] == paragraph else 1


class Licence:
    """What a document licenses; the arguments are those of :func:`license_spans`."""

    def __init__(self, witness: Witness | None, contemporaries: Callable[[int, int], bool]) -> None:
        self._witness = witness
        self._contemporaries = contemporaries

    def covers(self, hit: Hit, span: Span) -> bool:
        """Whether a hit may be linked."""
        witness = self._witness
        if witness is None:
            return not hit.weak
        if span.words == 1 and hit.tier != "fuzzy":
            if witness.doubts(hit.entity):
                return False
            if witness.is_elsewhere(hit.entity, span.paragraph):
                return self._is_in_company(witness, hit.entity, span.paragraph, 1)
        if not hit.weak or hit.entity in witness:
            return True
        if hit.apt == ANY:
            return bool(witness.company(span.paragraph))
        return hit.apt > 0 and self._is_in_company(witness, hit.entity, span.paragraph, hit.apt)

    def _is_in_company(self, witness: Witness, entity: int, paragraph: int, least: int) -> bool:
        """Whether so many people of an entity's time are named in a paragraph."""
        beside = filter(partial(self._contemporaries, entity), witness.company(paragraph))
        if sum(1 for _ in islice(beside, least)) == least:
            return True
        return least == 1 and any(map(partial(self._contemporaries, entity), witness.surnames(paragraph)))


def license_spans(
    spans: Iterable[Span],
    witness: Witness | None,
    contemporaries: Callable[[int, int], bool] = lambda one, other: False,
) -> list[Span]:
    """The spans with only the hits that may be linked: strong ones, and weak ones that the document
    bears out, in a fuller form or (for a surname that is nothing else) by naming people of the time.

    Arguments:
        spans: what may be mentions.
        witness: what the document names without doubt.
        contemporaries: whether two entities are people who lived at one time.
    """
    licence = Licence(witness, contemporaries)
    out = []
    for span in spans:
        if span.words > 1 and len(span.hits) == 1 and not (span.hits[0].weak or span.crowds):
            out.append(span)
            continue
        every = with_crowd(span, witness) if span.crowds and witness is not None else span.hits
        hits = tuple([hit for hit in every if licence.covers(hit, span)])
        if hits:
            out.append(span if hits == span.hits else span.with_hits(hits))
    return out


def with_crowd(span: Span, witness: Witness) -> list[Hit]:
    """The hits of a span and those of its crowds whom the document names, the likeliest first."""
    found = {hit.entity: hit for crowd in span.crowds for hit in crowd.named(witness)}
    found.update((hit.entity, hit) for hit in span.hits)
    return sorted(found.values(), key=lambda hit: (-hit.score, hit.entity))


def decide(span: Span, witness: Witness | None) -> tuple[Hit, tuple[Hit, ...]]:
    """The likeliest hit of a span, and the others that are as likely.

    A surname alone is the one's whom the document names in full, though the tables would link it to
    a better-known namesake; if it names two of them, nearness decides.
    """
    if len(span.hits) == 1:
        return span.hits[0], ()
    hits = like(span.hits)
    if witness is None:
        return hits[0], hits[1:]
    if span.words == 1:
        named = tuple(
            hit for hit in span.hits if hit.tier == "recorded" and witness.names_in_full(hit.entity)
        )
        hits = named or hits
    if len(hits) > 1:
        ranked = [(witness.nearness(hit.entity, span.paragraph), hit) for hit in hits]
        best = max(near for near, _ in ranked)
        if best > 0:
            hits = tuple(hit for near, hit in ranked if near == best)
    return hits[0], hits[1:]
