"""Annotations of a running text.

The text is swept in pieces of bearable size (:mod:`translit.mentions`), with all that is slow worked out
once for each distinct word (:mod:`translit.lookup`); then :mod:`translit.resolve` settles overlaps and
ambiguities over the whole document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from translit.index import Index
from translit.lookup import Lookup
from translit.mentions import Scan
from translit.model import Annotation, Entity
from translit.names import Lexicon
from translit.resolve import Span, Witness, decide, license_spans, longest

SEGMENT = 1 << 18  # code points worked on at a time


@dataclass(frozen=True, slots=True)
class Options:
    """How to annotate; see ``Gazetteer.annotate``."""

    min_score: float = 0.75
    types: frozenset[str] | None = None
    ambiguous: bool = False
    document: bool = True


class Annotator:
    """Annotates texts with the entities of one index; keeps what it learned of word forms."""

    def __init__(self, index: Index, lexicon: Lexicon, entities: Callable[[int], Entity]) -> None:
        self.index = index
        self.entities = entities
        self.lookup = Lookup(index, lexicon, entities)
        self.variant = lru_cache(maxsize=20_000)(index.variant)

    def annotate(self, text: str, options: Options) -> list[Annotation]:
        """The annotations of a text; see ``Gazetteer.annotate``."""
        spans: list[Span] = []
        for offset, segment, paragraph in segments(text):
            spans.extend(Scan(self.lookup, segment, offset, paragraph).spans())
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
            variant = self.variant(hit.number, entity)
            surface = text[span.start : span.end]
            surface = surfaces.setdefault(surface, surface)
            out.append(
                Annotation(
                    span.start,
                    span.end,
                    surface,
                    entity,
                    hit.score,
                    variant,
                    hit.tier,
                    self.index.scheme(hit.number, surface, variant),
                    tuple(self.entities(rival.entity).id for rival in rivals),
                    hit.evidence,
                )
            )
        return out


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
