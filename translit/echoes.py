"""Surnames as a document spells them: what it gives in full once, it may give by the surname alone.

A name found by its sound or by a scheme (ونستون تشرتشل) is often spelled as no table has it; its last word
alone is then looked for in the rest of the piece.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from translit.inflection.endings import bases, inflects
from translit.lookup import Lookup
from translit.match import DERIVED, Candidate
from translit.mentions import Scan
from translit.model import Evidence
from translit.placing import Found
from translit.resolve import Span, like
from translit.spellings import LISTED, PERSON
from translit.words import Word

# Letters in front of a surname that no ending changes: all but so many of a long one.
OPENING, CHANGED = 3, 6


def learned(lookup: Lookup, spans: Iterable[Span]) -> dict[str, int]:
    """The folded surnames of people whom ``spans`` have in full, with a spelling of each.

    Those that the tables list, as anybody's, are left out.

    Arguments:
        lookup: what is known of words.
        spans: what was found in a piece of text.
    """
    out: dict[str, int] = {}
    twice: set[str] = set()
    index, rows = lookup.index, lookup.index.spellings.rows
    for span in spans:
        if span.words < 2:
            continue
        hit = span.hits[0]
        if hit.weak or hit.tier == "fuzzy" or (len(span.hits) > 1 and len(like(span.hits)) > 1):
            continue
        text, _, _, flags = rows[hit.number]
        name = span.surface
        if not flags & PERSON or (flags & LISTED and name == text):
            continue
        if hit.evidence[0].kind == "inflected":  # without its ending: 쿠체크 칸은
            name = hit.evidence[0].left if hit.tier == "key" else text
        if lookup.ends_listed(name):
            continue
        key = lookup.last_name(name)
        if not key or key in index.exact:
            continue
        if key in out and index.spellings[out[key]].entity != hit.entity:
            twice.add(key)
        out.setdefault(key, hit.number)
    return {key: number for key, number in out.items() if key not in twice}


class Echoes(Scan):
    """A pass over a piece of text, and a second for the surnames that the first one taught."""

    def echoes(self, surnames: Mapping[str, int]) -> Iterator[Span]:
        """The spans of surnames alone, each with the number of a spelling of its entity."""
        self._read_anew()
        marks = self.lookup.marks
        openings = tuple({key[: max(OPENING, len(key) - CHANGED)] for key in surnames})
        for chunk in self._chunks_with(openings):
            for mark in marks[self.chunks[chunk]]:
                if not mark.word.fold.startswith(openings):
                    continue
                for trail, key in self._keys(mark.word, chunk):
                    number = surnames.get(key)
                    if number is not None:
                        yield from self._echo(self._read_to(chunk) + mark.ordinal, trail, number)
                        break

    def _chunks_with(self, openings: Collection[str]) -> Iterable[int]:
        """The chunks at which a name may begin, those of ASCII letters left out in which no word with a
        capital begins so.
        """
        text, chunks = self.text, self.chunks
        found = set(chunks.foreign())
        for opening in openings:
            for high in (opening.capitalize(), opening.upper()):
                at = text.find(high)
                while at >= 0:
                    chunk = chunks.first_from(at + 1) - 1
                    if chunks.begins(chunk):
                        found.add(chunk)
                    at = text.find(high, at + 1)
        return sorted(found)

    def _keys(self, word: Word, chunk: int) -> Iterator[tuple[int, str]]:
        """What a word may be without a suffix or an ending, with the code points to leave out."""
        yield from ((trail, key) for trail, key, plural in word.ends if not plural)
        for name in self.languages(self._place_of(chunk), word.script):
            if inflects(name):
                yield from ((0, base.fold) for base in bases(word.surface, name) if not base.lead)

    def _echo(self, at: int, trail: int, number: int) -> Iterator[Span]:
        """The span of a surname, if what stands around it allows it."""
        surface = self.text[self.begins[at] : self.ends[at] - trail]
        text = self.lookup.index.spellings[number].text
        evidence = Evidence("surname", surface, text, DERIVED, "as the document spells it")
        found: Found = {}
        self._place(at, at, 0, trail, Candidate(number, DERIVED, "key", (evidence,)), found)
        paragraph = self.paragraph_of(self.begins[at])
        for (start, end, count), by_entity in found.items():
            for hits in by_entity.values():
                yield Span(self.offset + start, self.offset + end, paragraph, hits, count)


__all__ = ["Echoes", "learned"]
