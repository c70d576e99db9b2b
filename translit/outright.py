"""Names that stand outright: as the tables spell them, amid small words that say nothing of them.

Most mentions of a text full of known names are such. All that the rules of :mod:`translit.context` ask is
answered by what is known of the words beside, so no word of the name is looked at by itself. What is not
plain at a glance is left to the rules.
"""

from __future__ import annotations

from translit.cutting import TAILS
from translit.fold import fold
from translit.names import words_of
from translit.plain import mypyc_attr
from translit.quiet import ABBREVIATED, Quiet
from translit.remembered import Remembered
from translit.resolve import Hit, Span
from translit.stretch import Stretch

SENTENCE_ENDS = frozenset(("", ".", "!", "?"))  # before a chunk; an empty one is a blank line
PARTS = TAILS - {"."}  # nothing that stands before them is of the name behind
NAME_WORDS = 4  # words of a name that is told so, at most
LOOKED_AT = 4  # words beside it that are looked at, at most


@mypyc_attr(acyclic=True)
class Run:
    """A recorded name of several words, letter by letter, that can be nothing else.

    ``last`` is the chunk with which it ends, ``closed`` says that a sign or a small letter follows, ``plain``
    that nothing beside it bears on it.
    """

    def __init__(
        self, start: int, end: int, last: int, hits: tuple[Hit, ...], closed: bool, plain: bool
    ) -> None:
        self.start = start
        self.end = end
        self.last = last
        self.hits = hits
        self.closed = closed
        self.plain = plain


class Outright(Stretch):
    """The words of a piece of text at which a recorded name of several words may stand outright."""

    def _read_anew(self) -> None:
        super()._read_anew()
        self._runs: dict[int, Run] = {}  # by chunk
        self._small: dict[str, bool] = {}  # whether words stand in the text in small letters

    def _run_from(self, chunk: int) -> Run | None:
        """The recorded name that begins with a chunk, if it can be nothing else."""
        if chunk in self._runs:
            return self._runs[chunk]
        found = None if self.thorough else self.chunks.run(chunk, NAME_WORDS)
        if found is None:
            return None
        last, end, hits = found
        chunks, start = self.chunks, self._place_of(chunk)
        name = hits[0].evidence[0].left
        tail = chunks[last][-1] if chunks[last][-1] in TAILS else ""
        closed = tail != "" or last + 1 == len(chunks) or chunks[last + 1][:1].islower()
        plain = self._is_left_alone(chunk, last, tail, name)
        run = self._runs[chunk] = Run(start, end, last, hits, closed, plain)
        return run

    def _outright(self, chunk: int, run: Run) -> Span | None:
        """The span of a name that begins with a chunk, if it stands outright."""
        if not run.plain or run.start < self._covered:
            return None
        self._settled = self._covered = run.end
        self._named = max(self._named, run.end)
        paragraph = self.paragraph_of(run.start)
        start, end, words = self.offset + run.start, self.offset + run.end, run.last - chunk + 1
        return Span(start, end, paragraph, run.hits, words, (), run.hits[0].evidence[0].left)

    def _is_left_alone(self, chunk: int, last: int, tail: str, name: str) -> bool:
        """Whether nothing beside a name from a chunk to another, with a sign behind it, bears on it."""
        quiet = self.lookup.quiet(self.languages(self._place_of(chunk), "latin"))
        return self._is_plain_before(chunk, quiet) and self._is_plain_behind(last, tail, name, quiet)

    def _is_plain_before(self, chunk: int, known: Remembered[Quiet | None]) -> bool:
        """Whether what stands before a name that begins with a chunk says nothing of it."""
        adjective = False
        for before in range(chunk - 1, max(chunk - 1 - LOOKED_AT, -1), -1):
            text = self.chunks[before]
            if not text:  # a blank line, and no wide space
                return self.text.endswith("\n\n", 0, self._place_of(before) + 1)
            if before in self._addressed:
                return False
            if text[-1] in PARTS:
                return True
            quiet = known[text]
            if quiet is None or not quiet.before or (quiet.article and before == chunk - 1):
                return False
            if quiet.capital and not adjective:  # The, In
                if quiet.tail or not self._follows_sign(before):
                    return False
                return quiet.ordinary or (quiet.nameless and self._is_high_by_place_of(before))
            if quiet.tail and quiet.looks_back:
                return False
            if quiet.tail or adjective or not (quiet.looks_back or quiet.adjective):
                return True
            adjective = not quiet.looks_back
        return chunk <= LOOKED_AT

    def _follows_sign(self, chunk: int) -> bool:
        """Whether a chunk is the first of the text, or a sign or a blank line stands before it."""
        before = self.chunks[chunk - 1] if chunk else ""
        if not before:
            return not chunk or self.text.endswith("\n\n", 0, self._place_of(chunk))
        return before[-1] in TAILS

    def _is_high_by_place_of(self, chunk: int) -> bool:
        """Whether the word of a chunk has a capital because it opens a sentence: the text has it in small
        letters too.
        """
        before = self.chunks[chunk - 1] if chunk else "."
        return before[-1:] in SENTENCE_ENDS and self._has_small(self.chunks[chunk])

    def _has_small(self, surface: str) -> bool:
        """Whether a word stands somewhere in the piece of text in small letters."""
        found = self._small.get(surface)
        if found is None:
            found = self._small[surface] = f" {surface.lower()} " in self.text
        return found

    def _is_plain_behind(self, last: int, tail: str, name: str, known: Remembered[Quiet | None]) -> bool:
        """Whether what stands behind a name that ends with a chunk, and a sign, says nothing of it."""
        if tail == ".":
            return len(fold(words_of(name)[0][-1])) > ABBREVIATED
        if tail in PARTS and tail != ",":
            return True
        comma, stopped, region = tail == ",", False, False
        for beyond in range(last + 1, min(last + 1 + LOOKED_AT, len(self.chunks))):
            text = self.chunks[beyond]
            if not text:
                return self.text.startswith("\n\n", self._place_of(beyond) - 1)
            quiet = known[text] if beyond not in self._addressed else None
            if quiet is None or not quiet.behind or quiet.capital or quiet.titles:
                return False
            if beyond == last + 1 and self._goes_on_with(name, quiet):
                return False
            stopped = stopped or quiet.stops
            # Behind a comma a calling may stand after an article, behind a preposition a region.
            more = (comma and beyond == last + 1) or (quiet.region and not region)
            region = region or quiet.region
            if quiet.tail == ",":
                return self.chunks[min(beyond + 1, len(self.chunks) - 1)][:1].islower()
            if quiet.tail or (stopped and not more):
                return True
        return last + 1 == len(self.chunks)

    def _goes_on_with(self, name: str, quiet: Quiet) -> bool:
        """Whether spellings of the tables go on with a word behind the last ones of a name."""
        index = self.lookup.index
        # What is one word in the tables has a capital at its front only.
        if quiet.fold not in index.name_words and quiet.fold[:-1] not in index.name_words:
            return False
        key = ""
        for word in reversed(words_of(name)[0]):
            key = fold(word) + key
            longer = key + quiet.fold
            if longer in index.prefixes or longer in index.exact or longer[:-1] in index.exact:
                return True
        return False
