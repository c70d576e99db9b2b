"""A piece of text of which words are read only where somebody looks: words, gaps, languages.

A stretch of words is read from some chunk on; reading elsewhere begins a new one. Which language a
paragraph is in, its small words say.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter

from translit.chunks import chunk_places, split
from translit.inflection import count_small_words, likely
from translit.lookup import Lookup, Word
from translit.tokens import Gap, gap

# The words read before and after one, so that every rule sees all that it looks at.
BEHIND, AHEAD = 6, 12
_BLANK = re.compile(r"\n[^\S\n]*\n|\r\n[^\S\n]*\r\n")
# Addresses, file names and mark-up are not running text.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"')\]]+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}|<[a-zA-Z/!][^<>\n]{0,2000}>"
    r"|(?<![\w/.-])[\w/.-]{1,200}\.(?:html?|png|jpe?g|gif|svg|pdf|txt|csv|tsv|xml|json|ya?ml|md|docx?|zip)\b"
)
_FILE_ENDING = re.compile(r"\.(?:html?|png|jpe?g|gif|svg|pdf|txt|csv|tsv|xml|json|ya?ml|md|docx?|zip)\b")


def _may_hold_address(text: str) -> bool:
    """Whether a text has a sign without which there is no address, file name or mark-up in it."""
    return any(sign in text for sign in ("@", "<", "://", "www.")) or _FILE_ENDING.search(text) is not None


class Stretch:
    """The words of a piece of text, read as far as somebody looks."""

    def __init__(self, lookup: Lookup, text: str, offset: int, paragraph: int) -> None:
        self.lookup = lookup
        self.text = text
        self.offset = offset
        self.paragraph = paragraph
        self.chunks = split(text)
        self.places = chunk_places(self.chunks)
        self.breaks = [match.start() for match in _BLANK.finditer(text)]
        self.addresses = (
            [match.span() for match in _ADDRESS.finditer(text)] if _may_hold_address(text) else []
        )
        # The words of a stretch of the text, as far as it has been read.
        self.words: list[Word] = []
        self.begins: list[int] = []
        self.ends: list[int] = []
        self.gaps: list[Gap] = []
        self._firsts: dict[int, int] = {}  # where the words of a chunk stand in the stretch
        self._next = 0  # the chunk to be read next
        self._settled = self._covered = 0  # how far names are settled, and how far any reaches
        self._counts: dict[int, dict[str, int]] = {}
        self._likely: dict[tuple[int, str], tuple[str, ...]] = {}

    def _read_to(self, chunk: int) -> int:
        """Read the words of a chunk and what stands around it; where its first word is."""
        if chunk not in self._firsts:
            first = self._before(chunk)
            if first > self._next:
                self._start_stretch(first)
            while self._next <= chunk:
                self._read_chunk()
        at = self._firsts[chunk]
        self._read_on(at + AHEAD)
        return at

    def _before(self, chunk: int) -> int:
        """The chunk from which reading shall begin so that enough words stand before one."""
        counts, words = self.lookup.readings, 0
        while chunk > 0 and words < BEHIND:
            chunk -= 1
            words += len(counts[self.chunks[chunk]])
        return chunk

    def _start_stretch(self, chunk: int) -> None:
        """Leave the words read so far behind."""
        blank = self.lookup.word("")
        self.words, self.begins, self.ends, self.gaps = [blank], [-1], [-1], [Gap.NONE]
        self._firsts = {}
        self._next = chunk

    def _read_chunk(self) -> None:
        chunk = self._next
        self._next += 1
        self._firsts[chunk] = len(self.words)
        place = self.places[chunk]
        for begin, end, word in self.lookup.readings[self.chunks[chunk]]:
            self._take(place + begin, place + end, word)

    def _take(self, begin: int, end: int, word: Word) -> None:
        """Read one word; one in an address is blank, and no name runs into it or on from it."""
        blank = bool(self.addresses) and self._in_address(begin)
        if self.words:
            apart = blank or (bool(self.addresses) and self._in_address(self.begins[-1]))
            self.gaps[-1] = Gap.NONE if apart else gap(self.text[self.ends[-1] : begin])
        self.words.append(self.lookup.word("") if blank else word)
        self.begins.append(begin)
        self.ends.append(end)
        self.gaps.append(Gap.NONE)

    def _in_address(self, place: int) -> bool:
        at = bisect_right(self.addresses, (place, len(self.text))) - 1
        return at >= 0 and place < self.addresses[at][1]

    def _read_on(self, at: int) -> None:
        """Read until word ``at`` is read, or the text ends."""
        while len(self.words) <= at and self._next < len(self.chunks):
            self._read_chunk()

    def _languages(self, place: int, written: str) -> tuple[str, ...]:
        """The languages in which a word in a script may be, by the small words of its paragraph."""
        paragraph = bisect_left(self.breaks, place)
        names = self._likely.get((paragraph, written))
        if names is None:
            names = likely(self._small_words(paragraph), written)
            if not names or not self._small_words(paragraph):
                names = likely(self._small_words(-1), written)
            self._likely[paragraph, written] = names
        return names

    def _small_words(self, paragraph: int) -> dict[str, int]:
        """How many small words of each language a paragraph has, or (-1) the whole piece of text."""
        counts = self._counts.get(paragraph)
        if counts is None:
            low, high = 0, len(self.chunks)
            if paragraph > 0:
                low = bisect_left(self.places, self.breaks[paragraph - 1])
            if 0 <= paragraph < len(self.breaks):
                high = bisect_left(self.places, self.breaks[paragraph])
            counts = self._counts[paragraph] = self._count_chunks(low, high)
        return counts

    def _count_chunks(self, low: int, high: int) -> dict[str, int]:
        """How many small words of each language there are in some chunks, addresses left out."""
        if self.addresses:
            return count_small_words(
                word.surface
                for place, chunk in zip(self.places[low:high], self.chunks[low:high], strict=True)
                for begin, _, word in self.lookup.readings[chunk]
                if not self._in_address(place + begin)
            )
        counts: dict[str, int] = {}
        for names, times in Counter(map(self.lookup.tongues.__getitem__, self.chunks[low:high])).items():
            for name in names:
                counts[name] = counts.get(name, 0) + times
        return counts
