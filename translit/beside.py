"""What stands right beside a word: whether a name runs on, a sentence begins, what language it may be in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from translit.fold import APOSTROPHES, HYPHENS, RECORDED
from translit.inflection.endings import bases, inflects, small_words
from translit.outright import Outright
from translit.tokens import Gap
from translit.words import Word

_SENTENCE_END = re.compile(r"[.!?…]|[\"“„«‹‘]|\n[^\S\n]*\n|[\[(#>•*|]|\n[^\S\n]*[-–—+]")
CHAIN = 6  # words joined by hyphens before one: it is in a list, and no name of several words
POSSESSIVE = re.compile(rf"[{re.escape(APOSTROPHES)}][sS]$")


class Beside(Outright):
    """The words of a piece of text with what stands right beside each."""

    def _joins(self, at: int, comma: bool = False) -> bool:
        """Whether a name may run from word ``at`` into the next; across a comma or sign if asked."""
        kind = self.gaps[at]
        if kind is Gap.OPEN or kind is Gap.GLUE:
            return True
        if kind is Gap.POINT:
            return len(self.words[at].fold) <= 3
        return kind is Gap.QUOTE or (comma and kind in (Gap.COMMA, Gap.SIGN))

    def _after(self, at: int) -> str:
        """The character that follows word ``at``."""
        end = self.ends[at]
        return self.text[end : end + 1]

    def _text_of(self, at: int, last: int) -> str:
        return self.text[self.begins[at] : self.ends[last]]

    def _run(self, first: int, last: int) -> str:
        text = re.sub(r"\s+", " ", self._text_of(first, last))
        return POSSESSIVE.sub("", text)

    def _hyphened(self, at: int) -> bool:
        between = self.text[self.ends[at] : self.begins[at + 1]]
        return bool(set(between) & set(HYPHENS))

    def _is_chained(self, at: int) -> bool:
        """Whether word ``at`` and those before it are joined by hyphens into more than any name has."""
        first = at - CHAIN
        return first >= 0 and all(map(self._hyphened, range(at, first, -1)))

    def _opens_sentence(self, at: int) -> bool:
        if at == 0:
            return True
        if self.gaps[at - 1] is Gap.POINT and self.words[at - 1].initial and self.words[at - 1].capital:
            return False  # the surname behind an initial: Р. Абих
        between = self.text[self.ends[at - 1] : self.begins[at]]
        return _SENTENCE_END.search(between) is not None

    def _is_high_by_place(self, at: int) -> bool:
        """Whether a word has a capital because it opens a sentence: the text has it in small letters too."""
        return self._opens_sentence(at) and self._has_small(self.words[at].surface)

    def _title_case(self, at: int, last: int) -> bool:
        """Whether capitals mean nothing here: no longer word around begins with a small letter."""
        low, high = max(0, at - 4), min(len(self.words), last + 5)
        around = [*self.words[low:at], *self.words[last + 1 : high]]
        long = [word for word in around if len(word.fold) >= 4 and word.cased]
        return (bool(long) and all(word.capital for word in long)) or self.words[at].capitals

    def _amid_capitals(self, at: int) -> bool:
        """Whether the words beside are all in capitals too."""
        beside = [self.words[step] for step in (at - 1, at + 1) if 0 <= step < len(self.words)]
        return any(word.capitals and len(word.fold) > 3 for word in beside)

    def _ends_short_line(self, at: int) -> bool:
        """Whether a line ends behind word ``at`` that is a heading, or an item of a list."""
        return "\n" in self.text[self.ends[at] : self.begins[at + 1]] and self._line_is_short(at)

    def _line_is_short(self, last: int) -> bool:
        """A word that ends a short line ends a heading or a list item."""
        end = self.ends[last]
        line = self.text[self.text.rfind("\n", 0, end) + 1 : end]
        return len(line.strip()) < 40

    def _goes_on_high(self, at: int) -> bool:
        """Whether a word with a capital follows word ``at``, with nothing but spaces between."""
        return at + 1 < len(self.words) and self.gaps[at] is Gap.OPEN and self.words[at + 1].capital

    def _told(self, at: int) -> tuple[str, ...]:
        """The languages that word ``at`` may be in."""
        return self.languages(self.begins[at], self.words[at].script)

    def _is_told(self, at: int, languages: Set[str]) -> bool:
        """Whether word ``at`` may be in one of some languages."""
        return bool(languages) and any(name.partition("-")[0] in languages for name in self._told(at))

    def _is_small(self, at: int) -> bool:
        """Whether word ``at`` is one of the commonest small words of a language that it may be in."""
        languages = small_words().get(self.words[at].surface.casefold(), ())
        return not set(languages).isdisjoint(self._told(at))

    def _uninflected(self, at: int, singular: bool = False) -> Iterator[Word]:
        """The words that word ``at`` may be inflected from; ``singular`` leaves plurals and ezafe out."""
        for name in self._told(at):
            if inflects(name):
                for base in bases(self.words[at].surface, name):
                    if not (singular and base.note.startswith(("plural", "ezafe"))):
                        yield self.lookup.word(base.text)

    def _bare(self, at: int, singular: bool = False) -> Iterator[Word]:
        """A word, and what it is without an elision or an ending, as for :meth:`_uninflected`."""
        word = self.words[at]
        yield word
        if len(word.starts) > 1:
            yield self.lookup.word(word.surface[word.starts[1][0] :])
        yield from self._uninflected(at, singular)

    def _is_unparted(self, at: int) -> bool:
        """Whether word ``at`` is of a script that parts no words."""
        return self.words[at].script in RECORDED
