"""A piece of text of which words are read only where somebody looks: words, gaps, languages.

A stretch of words is read from some chunk on; reading elsewhere begins a new one. Which language a
paragraph is in, its small words say.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from translit.cutting import leading
from translit.inflection.endings import (
    SHARE,
    any_inflects,
    by_letters,
    by_name,
    in_script,
    likely,
    names_of,
    numbers_in,
    spelt_in,
    table_names,
    typical,
)
from translit.lookup import Lookup
from translit.tokens import Gap, gap
from translit.words import Word

# The words read before and after one, so that every rule sees all that it looks at.
BEHIND, AHEAD = 6, 12
# Of a long paragraph so many chunks at least, evenly spread, tell the language.
SAMPLE = 32
# So few small words of a language show it less than so many letters of another.
THIN, SIGNS = 2, 2
Told = dict[str, tuple[str, ...]]  # the languages that words may be in, by script
_BLANK = re.compile(r"\n[^\S\n]*\n")
_BLANK_OF_ANY = re.compile(rf"{_BLANK.pattern}|\r\n[^\S\n]*\r\n")  # slower: two letters may begin it
# Addresses, file names and mark-up are not running text.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"')\]]+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}|<[a-zA-Z/!][^<>\n]{0,2000}>"
    r"|(?<![\w/.-])[\w/.-]{1,200}\.(?:html?|png|jpe?g|gif|svg|pdf|txt|csv|tsv|xml|json|ya?ml|md|docx?|zip)\b"
)


class Stretch:
    """The words of a piece of text, read as far as somebody looks."""

    def __init__(
        self,
        lookup: Lookup,
        text: str,
        offset: int,
        paragraph: int,
        langs: tuple[str, ...] | None = None,
        thorough: bool = False,
    ) -> None:
        """``langs`` are the languages of the text, if known; ``thorough`` looks into names that are sure."""
        self.lookup = lookup
        self._langs = langs
        self.thorough = thorough
        self.text = text
        self.offset = offset
        self.paragraph = paragraph
        self.chunks = lookup.cutter.cut(text)
        blank = _BLANK_OF_ANY if "\r" in text else _BLANK
        self.breaks = [match.start() for match in blank.finditer(text)]
        self.addresses = [match.span() for match in _ADDRESS.finditer(text)] if self.chunks.addresses else []
        self._addressed = frozenset(
            chunk for start, end in self.addresses for chunk in self._chunks_of(start, end)
        )
        self._read_anew()
        self._counts: dict[int, list[int]] = {}
        self._likely: dict[int, tuple[Told, Told]] = {}  # by paragraph
        self._paragraph: tuple[int, int, Told, Told] = (0, 0, {}, {})

    def _read_anew(self) -> None:
        """Begin a pass over the text."""
        # The words of a stretch of the text, as far as it has been read.
        self.words: list[Word] = []
        self.begins: list[int] = []
        self.ends: list[int] = []
        self.gaps: list[Gap] = []
        self._firsts: dict[int, int] = {}  # where the words of a chunk stand in the stretch
        self._next = 0  # the chunk to be read next
        self._left_address = False  # whether the word read last stands in an address
        # How far names are settled, how far recorded names of several words reach, linked or not, how far any
        # name does, and how far one that needs no other.
        self._settled = self._sure = self._covered = self._named = 0
        self._borne = -1  # where the last name ends that something else bears
        self.namesakes: set[int] = set()  # the entities whose surname somebody else bears here

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
        self._left_address = False

    def _chunks_of(self, start: int, end: int) -> range:
        """The chunks that a span of the text touches."""
        return range(self._chunk_from(start + 1) - 1, self._chunk_from(end))

    def _place_of(self, chunk: int) -> int:
        """Where a chunk begins in the text."""
        return self.chunks.place(chunk)

    def _chunk_from(self, place: int) -> int:
        """The first chunk that begins at a place or behind it."""
        return self.chunks.first_from(place)

    def _read_chunk(self) -> None:
        """Read the words of the next chunk; one in an address is blank, and no name runs into it or on."""
        chunk = self._next
        self._next += 1
        words, begins, ends, gaps, text = self.words, self.begins, self.ends, self.gaps, self.text
        self._firsts[chunk] = len(words)
        place = self._place_of(chunk)
        addressed = chunk in self._addressed
        for begin, end, word in self.lookup.readings[self.chunks[chunk]]:
            begin += place
            blank = addressed and self._in_address(begin)
            if words:
                apart = blank or self._left_address
                gaps[-1] = Gap.NONE if apart else gap(text[ends[-1] : begin])
            words.append(self.lookup.word("") if blank else word)
            begins.append(begin)
            ends.append(place + end)
            gaps.append(Gap.NONE)
            self._left_address = blank

    def _in_address(self, place: int) -> bool:
        at = bisect_right(self.addresses, (place, len(self.text))) - 1
        return at >= 0 and place < self.addresses[at][1]

    def _read_on(self, at: int) -> None:
        """Read until word ``at`` is read, or the text ends."""
        while len(self.words) <= at and self._next < len(self.chunks):
            self._read_chunk()

    def paragraph_of(self, place: int) -> int:
        """The number of the paragraph, in the whole text, in which a place of this piece stands."""
        return self.paragraph + bisect_left(self.breaks, place)

    def languages(self, place: int, written: str) -> tuple[str, ...]:
        """The languages in which a word in a script may be, by the small words of its paragraph."""
        low, high, known, _ = self._paragraph
        if not low < place <= high:
            known, _ = self._enter_paragraph(place)
        names = known.get(written)
        if names is None:
            names = known[written] = self._tell(bisect_left(self.breaks, place), written)
        return names

    def _endings(self, place: int, written: str) -> tuple[str, ...]:
        """The same, if the names of any of them take endings; else none."""
        low, high, _, endings = self._paragraph
        if not low < place <= high:
            _, endings = self._enter_paragraph(place)
        names = endings.get(written)
        if names is None:
            names = self.languages(place, written)
            endings[written] = names = names if any_inflects(names) else ()
        return names

    def _tell(self, paragraph: int, written: str) -> tuple[str, ...]:
        """The languages of a paragraph, those given or else those that its small words show."""
        if self._langs is not None:
            given = in_script(self._langs, written)
            if given:
                return given
        if not self._addressed:
            most, numbers = self.chunks.foremost(*self._sample(paragraph), numbers_in(written), SHARE)
            if most > THIN:
                return names_of(numbers)
        numbered = self._small_words(paragraph)
        most, numbers = leading(numbered, numbers_in(written), SHARE)
        told = names_of(numbers)
        if most > THIN:
            return told
        counts = by_name(numbered)
        low, high = self._bounds(paragraph)
        # One or two small words are many languages'; how words end, and letters that few have or lack, say
        # more.
        text = self.text[low:high]
        ends = typical(text, written)
        shown = spelt_in(tuple({**counts, **ends}), text)
        both = {name: counts.get(name, 0) + ends.get(name, 0) for name in shown}
        if ends and max(both.values(), default=0) >= THIN:
            told = likely(both, written)
            if max(both[name] for name in told) > THIN:
                return told
        if told:
            told = spelt_in(told, text)
            letters = by_letters(text, written, SIGNS)
            if not told:
                return letters or likely({}, written)
            return told if set(told).intersection(letters) else letters or told
        return (
            by_letters(text, written)
            or likely(by_name(self._small_words(-1)), written)
            or likely(ends, written)
        )

    def _bounds(self, paragraph: int) -> tuple[int, int]:
        """Where a paragraph begins and ends; -1 is the whole piece of text."""
        low = self.breaks[paragraph - 1] if paragraph > 0 else 0
        high = self.breaks[paragraph] if 0 <= paragraph < len(self.breaks) else len(self.text)
        return low, high

    def _enter_paragraph(self, place: int) -> tuple[Told, Told]:
        """Remember where the paragraph of a place begins and ends; its languages, as far as known, and
        those whose names take endings.
        """
        paragraph = bisect_left(self.breaks, place)
        low, high = self._bounds(paragraph)
        told = self._likely.setdefault(paragraph, ({}, {}))
        self._paragraph = low if paragraph else -1, high, *told
        return told

    def _small_words(self, paragraph: int) -> list[int]:
        """How many small words of each language, by number, a paragraph has, or (-1) the whole piece of
        text.
        """
        counts = self._counts.get(paragraph)
        if counts is None:
            counts = self._counts[paragraph] = self._count_chunks(*self._sample(paragraph))
        return counts

    def _sample(self, paragraph: int) -> tuple[int, int, int]:
        """The chunks of a paragraph, or (-1) of the whole piece of text, that tell the language: from one up
        to another, every so many.
        """
        low, high = self._bounds(paragraph)
        first, last = self._chunk_from(low), self._chunk_from(high)
        last = last if high < len(self.text) else len(self.chunks)
        return first, last, max(1, (last - first) // SAMPLE) if paragraph >= 0 else 1

    def _count_chunks(self, low: int, high: int, step: int) -> list[int]:
        """The same of every so many chunks, addresses left out."""
        if not self._addressed:
            return self.chunks.tally(low, high, step)
        chunks = [self.chunks[chunk] for chunk in range(low, high) if chunk not in self._addressed]
        counts = [0] * len(table_names())
        for tongues in map(self.lookup.tongues.__getitem__, chunks[::step]):
            for number in tongues:
                counts[number] += 1
        return counts
