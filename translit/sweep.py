"""Whether a word that may begin a name does, by what is remembered of it and of the words after it.

Most capitalised words begin none: they are told at a glance, and no stretch of text is read for them.
"""

from __future__ import annotations

from translit.chunks import Mark, glues
from translit.context import Context
from translit.fold import RECORDED
from translit.inflection.endings import inflects
from translit.words import Word

# A run of words this long is looked up by key; recorded spellings may be longer.
KEY_WORDS = 6
# What may stand behind the last of some words that nothing but spaces part.
_RUN_ENDS = frozenset(("", ".", ",", ";", ":", "!", "?"))


def closes(ahead: list[tuple[Word, str]]) -> bool:
    """Whether a name by sound ends before some words: small ones may stand in it, but do not end it."""
    for at, (word, chunk) in enumerate(ahead):
        if word.stops:
            return True
        if word.capital or word.honorific or word.titled or (at and word is ahead[at - 1][0]):
            return False
        if chunk and not chunk[-1].isalnum() and glues(chunk):
            return False
    return True


class Sweep(Context):
    """The words of a piece of text with which no name begins."""

    def _is_still(self, chunk: int) -> bool:
        """Whether it is plain at a glance that the one word of a chunk is no name and begins none.

        What is no name here is no name either for :meth:`_is_idle`, which looks at more.
        """
        text, lookup = self.chunks[chunk], self.lookup
        marks = lookup.marks[text]
        if len(marks) != 1 or not marks[0].alone:
            return False
        (mark,) = marks
        word = mark.word
        beyond = self.chunks[chunk + 1] if chunk + 1 < len(self.chunks) else ""
        if word.cased and not word.capital and not lookup.goes_on_small(word, beyond):
            return True
        if word.opens and not mark.ends and self._opens_with(word, beyond):
            return False
        if not word.capital:  # what goes on from a small letter is as the tables have it
            reading = () if mark.ends else lookup.readings[beyond]
            return lookup.idle[text] and not (reading and self._inflected_pair(chunk, word, reading[0][2]))
        if not lookup.still(self.languages(self._place_of(chunk), word.script))[text]:
            return False
        if mark.ends:
            return True
        stop = lookup.stops[beyond]
        if stop is None:
            return not mark.comma and self._runs_idly(chunk, word)
        return not word.opens or not (
            lookup.runs_on(word.fold, stop) or self._inflected_pair(chunk, word, stop)
        )

    def _opens_with(self, word: Word, beyond: str) -> bool:
        """Whether spellings of the tables go on with the next chunk after a word."""
        reading = self.lookup.readings[beyond]
        return bool(reading) and self.lookup.runs_on(word.fold, reading[0][2])

    def _runs_idly(self, chunk: int, word: Word) -> bool:
        """Whether the words from one on, with nothing but spaces between, are plainly no name together.

        Only where the language has no endings, and the words no marks but those that end a sentence.
        """
        chunks, lookup = self.chunks, self.lookup
        names = self.languages(self._place_of(chunk), word.script)
        if not names or any(map(inflects, names)) or not chunks[chunk][-1].isalpha():
            return False
        if not (word.opens or word.given) and self._is_high_by_place_of(chunk):
            return True
        run = [word.surface]
        kept = 1  # words up to the last one with a capital: no name by sound ends in a small one
        for at in range(chunk + 1, min(chunk + KEY_WORDS, len(chunks))):
            text = chunks[at]
            name = self._run_from(at)
            if name is not None and name.plain:
                break  # nothing runs into a name that stands outright
            surface, tail = (text, "") if text.isalpha() else (text[:-1], text[-1:])
            if not surface.isalpha() or tail not in _RUN_ENDS:
                return False
            following = lookup.word(surface)
            if at == chunk + 1:
                if word.opens and lookup.runs_on(word.fold, following):
                    return False
                if tail == "," and (at + 1 == len(chunks) or lookup.stops[chunks[at + 1]] is None):
                    return False  # perhaps an inverted name
            if following.stops:
                break
            run.append(surface)
            if following.capital:
                kept = len(run)
            if tail and (tail != "." or len(following.fold) > 3):
                break
        return kept == 1 or lookup.idle_runs[" ".join(run[:kept])]

    def _is_idle(self, chunk: int, mark: Mark) -> bool:
        """Whether the word of a mark, the last of its chunk, is no name and begins none.

        All that a name might go on with are the words after it: most often small ones, where it ends.
        """
        word, lookup = mark.word, self.lookup
        following = None
        if word.script in RECORDED or self._leads_on(chunk, word):
            return False
        if not word.seeks and (mark.ends or not mark.comma) and self._plain_ahead(chunk):
            return True  # The, In, He
        if not mark.ends:
            ahead = self._ahead(chunk)
            if ahead:
                following = ahead[0][0]
                if word.capital and self._may_be_inverted(mark, ahead):
                    return False
                if word.seeks and not closes(ahead):
                    return False
        if not word.seeks:
            return True
        if word.opens and lookup.opens_before(word, following):
            return False
        if word.opens and following is not None and self._inflected_pair(chunk, word, following):
            return False
        if not word.capital:
            return True
        if lookup.sounds_like(word):
            return False
        return not self._inflected_alone(chunk, word)

    def _inflected_alone(self, chunk: int, word: Word) -> bool:
        """Whether the word of a chunk may by itself be a name under an ending."""
        if not word.inflects:
            return False
        place = self._place_of(chunk)
        names = self._endings(place, word.script)
        if not names and (word.script != "latin" or self.languages(place, word.script)):
            return False  # of a language without endings
        return self.lookup.inflected_alone(word, names)

    def _inflected_pair(self, chunk: int, word: Word, following: Word) -> bool:
        """Whether the word of a chunk and the next one, under an ending, may be a name."""
        names = self._endings(self._place_of(chunk), word.script)
        return bool(names) and self.lookup.runs_on_inflected(word, following, names)

    def _leads_on(self, chunk: int, word: Word) -> bool:
        """Whether the word of a chunk may, under an ending, begin a name that goes on in small letters."""
        if not self.lookup.may_lead_on[word.surface]:
            return False
        names = self._endings(self._place_of(chunk), word.script)
        return bool(names) and self.lookup.leads_on(word, names)

    def _plain_ahead(self, chunk: int) -> bool:
        """Whether the next chunk is a small word and nothing else."""
        return chunk + 1 < len(self.chunks) and self.chunks[chunk + 1].isalpha()

    def _ahead(self, chunk: int) -> list[tuple[Word, str]]:
        """The words after a chunk, each with its chunk, until one is met at which a name ends or goes on.

        Of a chunk of several words the first is given twice.
        """
        chunks, readings = self.chunks, self.lookup.readings
        out: list[tuple[Word, str]] = []
        for at in range(chunk + 1, len(chunks)):
            reading = readings[chunks[at]]
            if reading:
                out += [(reading[0][2], chunks[at])] * min(len(reading), 2)
                if len(out) >= KEY_WORDS or (len(out) > 1 and (out[-1][0].stops or out[-1][0].capital)):
                    break
        return out

    @staticmethod
    def _may_be_inverted(mark: Mark, ahead: list[tuple[Word, str]]) -> bool:
        """Whether a comma and a capital follow, at once or after one word more."""
        (following, chunk), (beyond, _) = ahead[0], ahead[1] if len(ahead) > 1 else ahead[0]
        if mark.comma and following.capital:
            return True
        if "," not in chunk and "،" not in chunk:
            return False
        return len(ahead) > 1 and (beyond.capital or beyond is following)
