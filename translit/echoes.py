"""Surnames as a document spells them: what it gives in full once, it may give by the surname alone.

A name found by its sound or by a scheme (ونستون تشرتشل) is often spelled as no table has it; its last word
alone is then looked for in the rest of the piece.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import compress

from translit.inflection import bases, inflects
from translit.match import DERIVED, Candidate
from translit.mentions import Found, Scan
from translit.model import Evidence
from translit.resolve import Span, like
from translit.words import Word

SHORTEST = 4  # letters of a surname that is looked for


class Echoes(Scan):
    """A second pass over a piece of text, for the surnames that the first one taught."""

    def echoes(self, spans: Iterable[Span]) -> Iterator[Span]:
        """The spans of surnames alone, of people whom ``spans`` have in full."""
        learned = self._learned(spans)
        if not learned:
            return
        marks = self.lookup.marks
        kept = list(map(marks.__getitem__, self.chunks))
        for chunk in compress(range(len(self.chunks)), kept):
            for mark in kept[chunk]:
                for trail, key in self._keys(mark.word, chunk):
                    number = learned.get(key)
                    if number is not None:
                        yield from self._echo(self._read_to(chunk) + mark.ordinal, trail, number)
                        break

    def _learned(self, spans: Iterable[Span]) -> dict[str, int]:
        """The folded surnames that the tables do not list as the entity's, with a spelling of the entity."""
        out: dict[str, int] = {}
        twice: set[str] = set()
        index = self.lookup.index
        for span in spans:
            hits = like(span.hits)
            hit = hits[0]
            if span.words < 2 or len(hits) > 1 or hit.weak or hit.tier == "fuzzy":
                continue
            if not self.lookup.person(hit.entity):
                continue
            surface = self.text[span.start - self.offset : span.end - self.offset]
            key = self._surname(surface) if "," not in surface and "،" not in surface else ""
            owners = {index.spellings[number].entity for number in index.exact.get(key, ())}
            if not key or owners:
                continue  # the tables say whose it is
            if key in out and index.spellings[out[key]].entity != hit.entity:
                twice.add(key)
            out.setdefault(key, hit.number)
        return {key: number for key, number in out.items() if key not in twice}

    def _surname(self, surface: str) -> str:
        """The folded word of a name that may stand for the whole: the last, or the only one beside titles."""
        parts = self.lookup.lexicon.parse(surface)
        names = [part for part in parts if part.kind in ("name", "initial")]
        if not names or names[-1].kind != "name" or (len(names) > 1 and parts[-1] is not names[-1]):
            return ""
        last = self.lookup.word(names[-1].text)
        known = last.title or last.given or last.particle or last.ordinary
        return "" if known or not last.capital or len(last.fold) < SHORTEST else last.fold

    def _keys(self, word: Word, chunk: int) -> Iterator[tuple[int, str]]:
        """What a word may be without a suffix or an ending, with the code points to leave out."""
        yield from ((trail, key) for trail, key, plural in word.ends if not plural)
        for name in self._languages(self.places[chunk], word.script):
            if inflects(name):
                yield from ((0, base.fold) for base in bases(word.surface, name) if not base.lead)

    def _echo(self, at: int, trail: int, number: int) -> Iterator[Span]:
        """The span of a surname, if what stands around it allows it."""
        surface = self.text[self.begins[at] : self.ends[at] - trail]
        text = self.lookup.index.spellings[number].text
        evidence = Evidence("surname", surface, text, DERIVED, "as the document spells it")
        found: Found = {}
        self._place(at, at, 0, trail, Candidate(number, DERIVED, "key", (evidence,)), found)
        paragraph = self.paragraph + bisect_left(self.breaks, self.begins[at])
        for (start, end, count), by_entity in found.items():
            for hits in by_entity.values():
                yield Span(self.offset + start, self.offset + end, paragraph, hits, count)


__all__ = ["Echoes"]
