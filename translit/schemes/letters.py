"""Schemes that go letter by letter: for scripts that spell their sounds.

A scheme is an ordered list of rules over one word in small letters: a regular expression, which may
look around, and what it is written as. The first rule that fits at a place wins, so longer
spellings and special positions come first. Capitals are put back afterwards: a letter that was a
capital gives a capital, a word all in capitals is written so throughout.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from translit.fold import APOSTROPHES
from translit.tokens import WORD, is_capitals


class LetterScheme:
    """The compiled rules of one scheme.

    Arguments:
        rules: [pattern, output] pairs, in order.
        cased: whether capitals mean anything; in a reading (Λ, Ε) they do not.

    >>> scheme = LetterScheme([("^е|(?<=[аеио])е", "ye"), ("е", "e"), ("л", "l"), ("н", "n")])
    >>> scheme.romanise("Елен ЕЛЕН")
    'Yelen YELEN'
    """

    def __init__(self, rules: Sequence[tuple[str, str]], *, cased: bool = True) -> None:
        self._cased = cased
        self._pattern = re.compile("|".join(f"({pattern})" for pattern, _ in rules))
        self._outputs = [output for _, output in rules]
        self.romanise_word = lru_cache(maxsize=20_000)(self._romanise_word)

    def romanise(self, text: str) -> str:
        """``text`` with each word romanised, in NFC; what no rule knows stays as it is."""
        composed = unicodedata.normalize("NFC", text)
        return unicodedata.normalize(
            "NFC", WORD.sub(lambda match: self.romanise_word(match.group()), composed)
        )

    def _romanise_word(self, word: str) -> str:
        if not self._cased:
            return self._pattern.sub(lambda match: self._outputs[(match.lastindex or 1) - 1], word)
        small = "".join(char.lower() if len(char.lower()) == 1 else char for char in word)
        capitals = is_capitals(word) and sum(char.isalpha() for char in word) > 1
        out: list[str] = []
        at = 0
        for match in self._pattern.finditer(small):
            out.append(word[at : match.start()])
            written = self._outputs[(match.lastindex or 1) - 1]
            if capitals:
                written = written.upper()
            elif word[match.start()].isupper():
                written = capital(written)
            elif not _has_letter(out) and any(map(str.isupper, word[: match.end()])):
                written = capital(written)  # the capital before it left no letter: Ъ, Ь
            out.append(written)
            at = match.end()
        out.append(word[at:])
        return "".join(out)


def _has_letter(out: list[str]) -> bool:
    """Whether anything written so far is a letter."""
    return any(char.isalpha() and char not in APOSTROPHES for part in out for char in part)


def capital(written: str) -> str:
    """``written`` with its first letter a capital.

    >>> capital("shch"), capital("’")
    ('Shch', '’')
    """
    for at, char in enumerate(written):
        if char.isalpha() and char not in APOSTROPHES:
            return written[:at] + char.upper() + written[at + 1 :]
    return written
