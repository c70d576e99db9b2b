"""Names in text that parts no words: recorded spellings inside a run of Chinese, Japanese or Thai."""

from __future__ import annotations

import re
import unicodedata

from translit.bearers import CLOSING, NOWHERE, OPENING
from translit.fold import fold
from translit.inverted import Inverted
from translit.placing import Found

UNPARTED_APT = 4  # characters of a name that is hardly anybody else's
LONGEST_NOUN = 14  # characters of the noun before what is named after somebody

_KATAKANA = re.compile("[\u30a0-\u30ff\u31f0-\u31ff]")


class Unparted(Inverted):
    """The words of a piece of text with the names inside those that are runs of several words."""

    def _unparted(self, at: int, found: Found) -> None:
        """Recorded spellings inside a run of Chinese or Japanese, which part no words."""
        begin, end = self.begins[at], self.ends[at]
        lengths = self.lookup.index.unparted
        for start in range(begin, end):
            for length in lengths.get(fold(self.text[start]) or self.text[start], ()):
                stop = start + length
                if stop > end or (start == begin and stop == end):
                    continue
                numbers = self.lookup.index.exact.get(fold(self.text[start:stop]), ())
                if numbers and self._stands_apart(start, stop) and not self._is_part_at(start, stop):
                    borne = self._is_borne(at, start, stop)
                    for number in numbers:
                        candidate = self.lookup.recorded(self.text[start:stop], number)
                        spelling = self.lookup.index.spellings[number]
                        if borne and spelling.person:
                            continue
                        apt = int(stop - start >= UNPARTED_APT and self.lookup.owners(spelling.text) == 1)
                        hit = self.lookup.apt_hit(candidate, apt)
                        here = found.setdefault((start, stop, 1), {})
                        if spelling.entity not in here or spelling.text == self.text[start:stop]:
                            here[spelling.entity] = hit

    def _stands_apart(self, start: int, stop: int) -> bool:
        """Whether a run within a word is no part of a longer name: レーニン, not レーニングラード."""
        text = self.text
        for inside, outside in ((start, start - 1), (stop - 1, stop)):
            if 0 <= outside < len(text) and _KATAKANA.match(text[inside]) and _KATAKANA.match(text[outside]):
                return False
        if stop < len(text) and unicodedata.category(text[stop]) in ("Mn", "Mc"):
            return False  # a vowel or tone of the last letter
        return True

    def _is_borne(self, at: int, start: int, stop: int) -> bool:
        """Whether a run within word ``at`` names a thing by what stands beside it: 列宁号, 汽船レーニン."""
        text = self.text
        stop += text[stop : stop + 1] in CLOSING  # “列宁”号
        if self._container_at(stop):
            return True
        start -= text[start - 1 : start] in OPENING
        before, behind = self.lookup.own_before(), self.lookup.own_behind()
        return any(
            self._is_told(at, before.get(fold(text[max(0, start - length) : start]), NOWHERE))
            or self._is_told(at, behind.get(fold(text[stop : stop + length]), NOWHERE))
            for length in range(1, LONGEST_NOUN + 1)
        )
