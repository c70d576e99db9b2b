"""Letters of Arabic script with their signs, and what each stands for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from translit.schemes.data import read_data

_SHADDA, _SUKUN, _HAMZA_ABOVE = "\u0651", "\u0652", "\u0654"
_ZWNJ, _ZWJ, _TATWEEL = "\u200c", "\u200d", "\u0640"
TANWIN = ("an", "un", "in")
VOWELS = frozenset("aiuāīūà")
LONG = {"a": "ā", "i": "ī", "u": "ū"}
_BONES = str.maketrans("أإآٱىیئؤةک", "اااايييوهك")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with its signs."""

    base: str
    vowel: str = ""  # a, i, u, an, un, in, or ā for a dagger alif
    doubled: bool = False
    still: bool = False  # sukūn
    hamza: bool = False  # a hamza written above as a mark: ۀ
    parted: bool = False  # a zero-width non-joiner stands before it

    @property
    def bare(self) -> bool:
        """Whether no sign says how the letter is read."""
        return not (self.vowel or self.doubled or self.still)


@dataclass(frozen=True, slots=True)
class Script:
    """What the letters and signs stand for."""

    consonants: dict[str, str]
    shapes: dict[int, str]
    signs: dict[str, str]
    sun: frozenset[str]
    proclitics: dict[tuple[str, str], str]  # of a letter and its vowel


@cache
def script() -> Script:
    """The letters and signs, read when first wanted."""
    data = read_data("vocalised")["script"]
    proclitics = {(word[0], data["signs"][word[1]]): sounds for word, sounds in data["proclitics"].items()}
    proclitics |= {("ک", vowel): sounds for (base, vowel), sounds in proclitics.items() if base == "ك"}
    return Script(
        data["consonants"],
        str.maketrans(data["shapes"] | data["sign_shapes"]),
        data["signs"],
        frozenset(data["sun"]),
        proclitics,
    )


def letters(word: str) -> list[Letter]:
    """The letters of a word with their signs gathered.

    >>> [(x.base, x.vowel, x.doubled) for x in letters("مُحَمَّد")]
    [('م', 'u', False), ('ح', 'a', False), ('م', 'a', True), ('د', '', False)]
    """
    out: list[Letter] = []
    parted = False
    # Hamza and madda belong to their letters (NFC); the vowel signs stay apart.
    for char in unicodedata.normalize("NFC", word).translate(script().shapes):
        if unicodedata.combining(char):
            if out:
                out[-1] = _signed(out[-1], char)
        elif char == _ZWNJ:
            parted = bool(out)
        elif char not in (_TATWEEL, _ZWJ):
            out.append(Letter("ه" if char == "ۀ" else char, hamza=char == "ۀ", parted=parted))
            parted = False
    return out


def _signed(letter: Letter, sign: str) -> Letter:
    """A letter with one more sign; what is no sign of reading is left out."""
    vowel = script().signs.get(sign)
    if vowel:
        return replace(letter, vowel=vowel)
    if sign == _SHADDA:
        return replace(letter, doubled=True)
    if sign == _SUKUN:
        return replace(letter, still=True)
    return replace(letter, hamza=True) if sign == _HAMZA_ABOVE else letter


def bones(word: Sequence[Letter]) -> str:
    """The bare letters of a word: every alif, yāʾ, kāf in one shape, tāʾ marbūṭa as ه.

    >>> bones(letters("أُولٰئِكَ")), bones(letters("مَکَّة"))
    ('اوليك', 'مكه')
    """
    return "".join(letter.base for letter in word).translate(_BONES)


def unsigned(word: Sequence[Letter]) -> bool:
    """Whether no letter of a word bears a sign."""
    return all(letter.bare and not letter.hamza for letter in word)


@dataclass(frozen=True, slots=True)
class Reading:
    """The reading of one word; ``exact`` is False where a vowel had to be guessed or left out."""

    text: str
    exact: bool


def number(word: Sequence[Letter]) -> Reading | None:
    """A number, which is given as it is; nothing for a word."""
    if all(letter.base.isdecimal() for letter in word):
        return Reading("".join(str(unicodedata.digit(letter.base)) for letter in word), True)
    return None


def article(word: Sequence[Letter], at: int) -> bool:
    """Whether the article stands at place ``at`` of a word."""
    return (
        len(word) > at + 3
        and word[at].base in "اٱ"
        and word[at].vowel in ("", "a")
        and not word[at + 1].parted
        and word[at + 1].base == "ل"
        and (not word[at + 1].vowel or (word[at + 1].vowel == "i" and word[at + 2].base == "ا"))
        and not word[at + 1].doubled
    )


def after_article(word: list[Letter], at: int) -> list[Letter]:
    """Take the doubling off a sun letter: it says the assimilation, which the scheme knows."""
    letter = word[at]
    if letter.base == "ا" and not letter.vowel and word[at - 1].vowel == "i":
        letter = replace(letter, vowel="i")  # الِاتِّحاد: the lām bears the vowel of the alif
    if letter.doubled and script().consonants.get(letter.base) in script().sun:
        letter = replace(letter, doubled=False)
    return [letter, *word[at + 1 :]]


def sound_pattern(pattern: str) -> re.Pattern[str]:
    """A regular expression over sounds in which C is any consonant."""
    return re.compile(pattern.replace("C", "[^aiuāīūàΛ·]"))


__all__ = [
    "LONG",
    "TANWIN",
    "VOWELS",
    "Letter",
    "Reading",
    "Script",
    "after_article",
    "article",
    "bones",
    "letters",
    "number",
    "script",
    "sound_pattern",
    "unsigned",
]
