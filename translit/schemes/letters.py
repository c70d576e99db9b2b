"""Schemes that go letter by letter: for scripts that spell their sounds.

A scheme is an ordered list of rules over one word in small letters: a regular expression, which may
look around, and what it is written as. The first rule that fits at a place wins, so longer
spellings and special positions come first. Capitals are put back afterwards: a letter that was a
capital gives a capital, a word all in capitals is written so throughout, and a capital beside a
capital (НКВДшник, ЧКовский) is written whole in capitals.

Stress marks on Cyrillic letters (Чайко́вский) are no part of the spelling and are left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from translit.fold import APOSTROPHES
from translit.tokens import WORD

# How small letters and capitals pair off: "turkic" is i with İ and ı with I.
Casing = Literal["turkic"]

# After NFC only the letters that carry no composed form still have the mark apart; ѐ and ѝ are е and и.
_STRESS = re.compile("(?<=[\u0400-\u052f])[\u0300\u0301]+")
_STRESSED = str.maketrans("ѐЀѝЍ", "еЕиИ")
# A tie, or its left half: the letters on both sides of it are one letter.
_TIES = "\N{COMBINING DOUBLE INVERTED BREVE}\N{COMBINING LIGATURE LEFT HALF}"
_LOWERED: dict[str, str] = {"İ": "i", "I": "ı"}
_RAISED = str.maketrans("i", "İ")
# How far around a one-letter word its neighbours are looked for.
_NEAR = 60


class LetterScheme:
    """The compiled rules of one scheme.

    Arguments:
        rules: [pattern, output] pairs, in order.
        cased: whether capitals mean anything; in a reading (Λ, Ε) they do not.
        lowered: ``turkic`` for a source in Turkish or Azerbaijani Latin letters: İ is the capital
            of i, I of ı.
        raised: the same for what the rules write.

    >>> scheme = LetterScheme([("^е|(?<=[аеио])е", "ye"), ("е", "e"), ("л", "l"), ("н", "n")])
    >>> scheme.romanise("Елен ЕЛЕН")
    'Yelen YELEN'
    >>> LetterScheme([("и", "i"), ("ы", "ı")], raised="turkic").romanise("Иы ЫЫ")
    'İı II'
    """

    def __init__(
        self,
        rules: Sequence[tuple[str, str]],
        *,
        cased: bool = True,
        lowered: Casing | None = None,
        raised: Casing | None = None,
    ) -> None:
        self._cased = cased
        self._lowered = _LOWERED if lowered == "turkic" else {}
        self._raised: Casing | None = raised
        self._pattern = re.compile("|".join(f"({pattern})" for pattern, _ in rules))
        self._outputs = [output for _, output in rules]
        self.romanise_word = lru_cache(maxsize=20_000)(self._romanise_word)

    def romanise(self, text: str) -> str:
        """``text`` with each word romanised, in NFC; what no rule knows stays as it is."""
        composed = unstressed(text)
        if self._lowered:
            composed = composed.replace("i\N{COMBINING DOT ABOVE}", "i")
        return unicodedata.normalize("NFC", WORD.sub(self._of_match, composed))

    def _of_match(self, match: re.Match[str]) -> str:
        word = match.group()
        return self.romanise_word(word, among_capitals(match))

    def _romanise_word(self, word: str, capitals: bool = False) -> str:
        if not self._cased:
            return self._pattern.sub(lambda match: self._outputs[(match.lastindex or 1) - 1], word)
        capitals = capitals or all_capitals(word)
        word, small = self._small(word, capitals)
        out: list[str] = []
        at = 0
        for match in self._pattern.finditer(small):
            out.append(word[at : match.start()])
            written = self._outputs[(match.lastindex or 1) - 1]
            if capitals or _in_capitals(word, match.start(), match.end()):
                written = upper(written, self._raised)
            elif word[match.start()].isupper():
                written = capital(written, self._raised)
            elif not _has_letter(out) and any(map(str.isupper, word[: match.end()])):
                written = capital(written, self._raised)  # the capital before it left no letter: Ъ, Ь
            out.append(written)
            at = match.end()
        out.append(word[at:])
        return "".join(out)

    def pieces(self, word: str) -> list[tuple[int, int, str]]:
        """A word in small letters cut as the rules cut it: start, end, and what is written for it.

        >>> LetterScheme([("ш", "sh"), ("а", "a")]).pieces("шах")
        [(0, 1, 'sh'), (1, 2, 'a')]
        """
        small = word.lower() if self._cased else word
        return [
            (match.start(), match.end(), self._outputs[(match.lastindex or 1) - 1])
            for match in self._pattern.finditer(small)
        ]

    def _small(self, word: str, capitals: bool) -> tuple[str, str]:
        """The word and its small letters, one for one.

        Armenian և has no capital of its own: Եվ and ԵՎ are the capitals of the word և, and so is ԵՎ
        inside a word all in capitals.
        """
        small = "".join(
            self._lowered.get(char) or (char.lower() if len(char.lower()) == 1 else char) for char in word
        )
        if "եվ" in small and (small == "եվ" or capitals):
            at = small.find("եվ", 0 if small == "եվ" else 1)
            while at >= 0:
                small, word = small[:at] + "և" + small[at + 2 :], word[: at + 1] + word[at + 2 :]
                at = small.find("եվ", at)
        return word, small


def unstressed(text: str) -> str:
    """``text`` in NFC, Cyrillic letters without stress marks.

    >>> unstressed("Чайко́вский")
    'Чайковский'
    """
    return _STRESS.sub("", unicodedata.normalize("NFC", text)).translate(_STRESSED)


def all_capitals(word: str) -> bool:
    """Whether ``word`` has two capitals at least and no small letter; և has no capital and is neither.

    >>> all_capitals("ԵՐևԱՆ"), all_capitals("Երևան"), all_capitals("Я"), all_capitals("ЗНАМ'ЯНКА")
    (True, False, False, True)
    """
    return sum(map(str.isupper, word)) > 1 and not any(
        len(char.upper()) == 1 and char.upper() != char for char in word
    )


def _in_capitals(word: str, start: int, end: int) -> bool:
    """Whether the letters of a rule stand among capitals in a word of mixed case (ЮНЕСКОвский)."""
    if start == end or not all(map(str.isupper, word[start:end])):
        return False
    if end < len(word):
        return word[end].isupper()
    return start > 0 and word[start - 1].isupper()


def among_capitals(match: re.Match[str]) -> bool:
    """Whether a word is one capital in a line of capitals, by the next longer words on both sides."""
    if len(match.group()) != 1 or not match.group().isupper():
        return False
    text, start, end = match.string, match.start(), match.end()
    left = text.rfind("\n", max(0, start - _NEAR), start) + 1 or max(0, start - _NEAR)
    right = text.find("\n", end, end + _NEAR)
    before = [word for word in WORD.findall(text, left, start) if _letters(word) > 1][-1:]
    after = (
        word.group()
        for word in WORD.finditer(text, end, len(text) if right < 0 else right)
        if word.start() < end + _NEAR
    )
    following = next((word for word in after if _letters(word) > 1), None)
    around = before if following is None else [*before, following]
    return bool(around) and all(map(all_capitals, around))


def _letters(word: str) -> int:
    return sum(map(str.isalpha, word))


def _has_letter(out: list[str]) -> bool:
    """Whether anything written so far is a letter."""
    return any(char.isalpha() and char not in APOSTROPHES for part in out for char in part)


def upper(written: str, raised: Casing | None = None) -> str:
    """``written`` in capitals; those of և are ԵՎ, as Armenia writes it."""
    written = written.replace("և", "եվ")
    return (written.translate(_RAISED) if raised else written).upper()


def capital(written: str, raised: Casing | None = None) -> str:
    """``written`` with its first letter a capital, and both letters of a pair under a tie.

    >>> capital("shch"), capital("’"), capital("i͡a"), capital("igdır", "turkic")
    ('Shch', '’', 'I͡A', 'İgdır')
    """
    for at, char in enumerate(written):
        if char.isalpha() and char not in APOSTROPHES:
            first = "Եվ" if char == "և" else "İ" if raised and char == "i" else char.title()
            rest = written[at + 1 :]
            marks = len(rest) - len(rest.lstrip("".join(c for c in rest if unicodedata.combining(c))))
            if any(tie in rest[:marks] for tie in _TIES):
                rest = rest[:marks] + rest[marks : marks + 1].upper() + rest[marks + 1 :]
            return written[:at] + first + rest
    return written
