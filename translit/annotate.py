"""Annotations of a running text.

The text is swept in pieces of bearable size (:mod:`translit.mentions`), with all that is slow worked out
once for each distinct word (:mod:`translit.lookup`); then :mod:`translit.resolve` settles overlaps and
ambiguities over the whole document.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from sys import intern

from translit.echoes import Echoes, learned
from translit.fold import RECORDED, script
from translit.index import Index
from translit.lone import lone
from translit.lookup import CROWD, Lookup
from translit.making import maker
from translit.model import Annotation, Entity
from translit.names import Lexicon
from translit.resolve import Span, Witness, by_start, decide, license_spans, longest

# People who were both grown up in some year knew of each other's time; a life whose other end is not
# known is taken to be of ordinary length, and to reach so far to either side of a year of somebody's work.
GROWN, LIFETIME = 20, 60
BEFORE_WORK, AFTER_WORK = 40, 30
MANY = 40  # spans of a piece that surely names more than one entity
SEGMENT = 1 << 18  # code points worked on at a time
_annotation = maker(Annotation)


@dataclass(frozen=True, slots=True)
class Options:
    """How to annotate; see ``Gazetteer.annotate``.

    ``context`` is how far, in code points, a full mention licenses short ones; None is all through the
    document. It is counted from the pieces in which a text is worked on, so it is a least measure.
    ``langs`` are the languages the text is in; None lets its small words tell.
    """

    min_score: float = 0.75
    types: frozenset[str] | None = None
    ambiguous: bool = False
    document: bool = True
    context: int | None = None
    langs: tuple[str, ...] | None = None
    overlap: str = "longest"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text of which only the spans that may be mentions are kept.

    ``namesakes`` are the entities whose surname the piece gives to somebody else, ``elsewhere`` those
    that what it speaks of makes unlikely: people in the whole document (None), others in a paragraph;
    ``lone`` is the one that it names, if nothing speaks for that.
    """

    start: int
    end: int
    spans: list[Span]
    namesakes: frozenset[int]
    elsewhere: frozenset[tuple[int, int | None]]
    lone: int | None = None


class Annotator:
    """Annotates texts with the entities of one index; keeps what it learned of word forms."""

    def __init__(self, index: Index, lexicon: Lexicon, entities: Callable[[int], Entity]) -> None:
        self.index = index
        self.entities = entities
        self.lookup = Lookup(index, lexicon, entities)
        self.life = lru_cache(maxsize=100_000)(lambda entity: _life(self.entities(entity)))
        self.contemporaries = lru_cache(maxsize=100_000)(self._contemporaries)

    def annotate(self, text: str, options: Options) -> list[Annotation]:
        """The annotations of a text; see ``Gazetteer.annotate``."""
        with undisturbed():
            return list(self.annotate_chunks((text,), options))

    def annotate_chunks(self, chunks: Iterable[str], options: Options) -> Iterator[Annotation]:
        """The annotations of a text that comes in chunks, by start; the same as of the text in one piece.

        Of what has been read only the spans that may be mentions are held: without document evidence
        those of one piece, with a context those within it, else all to the end, since a full mention
        licenses a short one anywhere before it.
        """
        context = options.context if options.document else 0
        held: list[Piece] = []
        at = 0  # the first of the pieces whose annotations are still to come
        for offset, segment, paragraph in segments(chunks):
            with undisturbed():
                held.append(self._piece(segment, offset, paragraph, options))
            while context is not None and at < len(held) and held[at].end + context <= held[-1].end:
                yield from self._linked(held, at, options)
                at += 1
                start = held[at].start if at < len(held) else held[-1].end
                while held and held[0].end + context <= start:
                    del held[0]
                    at -= 1
        witness = self._witness(held, options) if context is None else None
        for piece in range(at, len(held)):
            yield from self._linked(held, piece, options, witness)

    def _piece(self, segment: str, offset: int, paragraph: int, options: Options) -> Piece:
        """What may be a mention in a piece of a text that begins at ``offset``."""
        scan = Echoes(self.lookup, segment, offset, paragraph, options.langs, options.overlap == "all")
        spans = list(scan.spans())
        namesakes = frozenset(scan.namesakes)
        _read(spans, segment, offset)
        if options.document:
            surnames = learned(self.lookup, spans)
            if surnames:
                echoes = list(scan.echoes(surnames))
                _read(echoes, segment, offset)
                spans += echoes
        elsewhere = frozenset(self._elsewhere(spans, segment, scan.paragraph_of))
        piece = Piece(offset, offset + len(segment), spans, namesakes, elsewhere)
        if options.document and len(spans) <= MANY and any(map(self._is_widely_borne, spans)):
            linked = longest(license_spans(spans, self._witness((piece,), options), self.contemporaries))
            alone = lone(scan, spans, linked, self.entities, self.contemporaries)
            piece = replace(piece, lone=alone)
        return piece

    def _is_widely_borne(self, span: Span) -> bool:
        """Whether a span is one word that may be a name that many bear."""
        return span.words == 1 and any(self.entities(hit.entity).widely_borne for hit in span.hits)

    def _witness(self, pieces: Iterable[Piece], options: Options) -> Witness | None:
        """What some pieces name without doubt."""
        if not options.document:
            return None
        pieces = list(pieces)
        namesakes = {entity for piece in pieces for entity in piece.namesakes}
        elsewhere = {entity for piece in pieces for entity in piece.elsewhere}
        spans = [span for piece in pieces for span in piece.spans]
        apt = (span for span in spans if all(hit.weak and hit.apt for hit in span.hits))
        alone = {piece.lone for piece in pieces if piece.lone is not None}
        if alone:
            others = (piece.spans for piece in pieces if piece.lone is None)
            alone -= {hit.entity for found in others for span in found for hit in span.hits}
        return Witness(longest(license_spans(spans, None)), namesakes, elsewhere, apt, alone)

    def _elsewhere(
        self, spans: Iterable[Span], text: str, paragraph_of: Callable[[int], int]
    ) -> Iterator[tuple[int, int | None]]:
        """The entities beside whose surname a text speaks of what tells that it is another's; a place or body
        only in the paragraph that does, for a book may well name Europe here and Jupiter there.
        """
        alone = (span.hits for span in spans if span.words == 1 and len(span.hits) <= CROWD)
        for number in {hit.entity for hits in alone for hit in hits}:
            entity = self.entities(number)
            signs = entity.not_beside
            if not signs or not any(sign in text for sign in signs):
                continue
            for found in _begins_with(signs).finditer(text):
                yield number, None if entity.type == "person" else paragraph_of(found.start())

    def _contemporaries(self, one: int, other: int) -> bool:
        """Whether two entities are of one time, by their dates: grown up people, books that came out."""
        if one == other:
            return False
        mine, theirs = self.life(one), self.life(other)
        if mine is None or theirs is None:
            return False
        return max(mine[0], theirs[0]) + GROWN <= min(mine[1], theirs[1])

    def _linked(
        self, held: list[Piece], at: int, options: Options, witness: Witness | None = None
    ) -> Iterator[Annotation]:
        """The annotations of one of the pieces held."""
        piece = held[at]
        if witness is None and options.document:
            reach = options.context or 0
            near = (one for one in held if one.end > piece.start - reach and one.start < piece.end + reach)
            witness = self._witness(near, options)
        spans = license_spans(piece.spans, witness, self.contemporaries)
        for span in by_start(spans) if options.overlap == "all" else longest(spans):
            hit, rivals = decide(span, witness)
            if (rivals and not options.ambiguous) or hit.score < options.min_score:
                continue
            if witness is not None and span.words == 1 and witness.is_lone(hit.entity):
                continue  # and no shorter name in its stead: 白俄罗斯 is not 俄罗斯
            entity = self.entities(hit.entity)
            if options.types is not None and entity.type not in options.types:
                continue
            variant = self.index.variant(hit.number, entity)
            yield _annotation(
                span.start,
                span.end,
                span.surface,
                entity,
                hit.score,
                variant,
                hit.tier,
                self.index.scheme(hit.entity, span.surface, variant),
                tuple(self.entities(rival.entity).id for rival in rivals),
                hit.evidence,
            )


def _read(spans: Iterable[Span], text: str, offset: int) -> None:
    """Note what stands in the spans of a piece of text that begins at ``offset``."""
    for span in spans:
        if not span.surface:
            span.surface = intern(text[span.start - offset : span.end - offset])


@contextmanager
def undisturbed() -> Iterator[None]:
    """Put off the collection of garbage: what is remembered of words is much and no garbage, and to visit
    it again and again takes a tenth to a fifth of the time.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@lru_cache(maxsize=1024)
def _begins_with(signs: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of words that begin so; in a script that parts no words they may stand anywhere."""
    free = [re.escape(sign) for sign in signs if script(sign) in RECORDED]
    parted = [re.escape(sign) for sign in signs if script(sign) not in RECORDED]
    return re.compile("|".join([*free, rf"\b(?:{'|'.join(parted)})"] if parted else free))


_YEAR = re.compile(r"-?\d{1,4}")


def _life(entity: Entity) -> tuple[int, int] | None:
    """The years of birth and death of a person, one guessed from the other where need be; of a book, years
    that tell who was grown up when it came out, and of a place that was what it is for a time, then.
    """
    if entity.type == "work":
        printed = _year(entity.dates.get("from"))
        return None if printed is None else (printed - GROWN, printed)
    if entity.type == "place" and "to" in entity.dates:
        opened, closed = (_year(entity.dates.get(key)) for key in ("from", "to"))
        return None if opened is None or closed is None else (opened - GROWN, closed)
    if entity.type != "person":
        return None
    born, died = (_year(entity.dates.get(key)) for key in ("born", "died"))
    if born is None and died is None:
        active = _year(entity.dates.get("active"))
        return None if active is None else (active - BEFORE_WORK, active + AFTER_WORK)
    if born is None:
        return None if died is None else (died - LIFETIME, died)
    return born, born + LIFETIME if died is None else died


def _year(date: str | None) -> int | None:
    """The first year of a date as the tables write it."""
    match = _YEAR.search(date) if date else None
    return int(match.group()) if match else None


def segments(text: str | Iterable[str]) -> Iterator[tuple[int, str, int]]:
    """A text in pieces of bearable size, cut where no name runs: offset, piece, paragraph.

    Where it is cut depends on the text only, and not on the chunks in which it comes.
    """
    offset = paragraph = size = 0
    held: list[str] = []
    for chunk in (text,) if isinstance(text, str) else text:
        held.append(chunk)
        size += len(chunk)
        if size <= SEGMENT:
            continue
        whole, start = "".join(held), 0
        while len(whole) - start > SEGMENT:
            end = _cut(whole, start)
            yield offset, whole[start:end], paragraph
            offset += end - start
            start = end
            paragraph += 1_000_000
        held = [whole[start:]]
        size = len(held[0])
    rest = "".join(held)
    if rest:
        yield offset, rest, paragraph


def _cut(text: str, start: int) -> int:
    """Where a piece that begins at ``start`` ends."""
    end = start + SEGMENT
    middle = start + SEGMENT // 2
    for mark in ("\n\n", "\r\n\r\n", "\n", ". ", " "):
        at = text.rfind(mark, middle, end)
        if at >= 0:
            return at + len(mark)
    return end
