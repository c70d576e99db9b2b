"""Vocalised Arabic script to a reading: Arabic and Persian with their vowel signs written.

A reading is written here in single letters, so that a scheme's rules can name each sound:

====================  =======================================================================
consonants            ʾ b p t ṯ ǧ č ḥ ḫ d ḏ r z ž s š ṣ ḍ ṭ ẓ ʿ ġ f q k g l m n w h y
vowels                a i u ā ī ū, and à for alif maqṣūra
Λ                     the article, before the letter that it may be assimilated to
ẗ, ť                  tāʾ marbūṭa in pause and in construct
ẖ                     the silent h of Persian, as in خانه
ẘ                     the silent w of Persian, as in خواب
Ε                     ezafe
·                     between a one-letter word (wa, bi, li, ka, fa) and what it leans on
====================  =======================================================================

Letters without a vowel sign are read as the script allows: و and ی after their own vowel, or after
none, are long. The words that needed a guess are given back, so that nobody takes them for exact.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from translit.tokens import WORD

_CONSONANTS = {
    "ب": "b",
    "پ": "p",
    "ت": "t",
    "ث": "ṯ",
    "ج": "ǧ",
    "چ": "č",
    "ح": "ḥ",
    "خ": "ḫ",
    "د": "d",
    "ذ": "ḏ",
    "ر": "r",
    "ز": "z",
    "ژ": "ž",
    "س": "s",
    "ش": "š",
    "ص": "ṣ",
    "ض": "ḍ",
    "ط": "ṭ",
    "ظ": "ẓ",
    "ع": "ʿ",
    "غ": "ġ",
    "ف": "f",
    "ق": "q",
    "ک": "k",
    "ك": "k",
    "گ": "g",
    "ل": "l",
    "م": "m",
    "ن": "n",
    "و": "w",
    "ه": "h",
    "ي": "y",
    "ی": "y",
    "ء": "ʾ",
    "أ": "ʾ",
    "إ": "ʾ",
    "ؤ": "ʾ",
    "ئ": "ʾ",
    "ڤ": "v",
    "ڨ": "g",
    "ڭ": "g",
}
_SHORT = {"\u064e": "a", "\u064f": "u", "\u0650": "i"}
_TANWIN = {"\u064b": "an", "\u064c": "un", "\u064d": "in"}
_SHADDA, _SUKUN, _DAGGER, _HAMZA_ABOVE = "\u0651", "\u0652", "\u0670", "\u0654"
_SUN = frozenset("tṯdḏrzsšṣḍṭẓln")
_LONG = {"a": "ā", "i": "ī", "u": "ū"}
_PROCLITICS = {"و": "wa", "ب": "bi", "ل": "li", "ک": "ka", "ك": "ka", "ف": "fa"}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with its signs."""

    base: str
    vowel: str = ""  # a, i, u, an, un, in, or ā for a dagger alif
    doubled: bool = False
    still: bool = False  # sukūn
    hamza: bool = False  # a hamza written above as a mark: ۀ

    @property
    def bare(self) -> bool:
        """Whether no sign says how the letter is read."""
        return not (self.vowel or self.doubled or self.still)


def letters(word: str) -> list[Letter]:
    """The letters of a word with their signs gathered.

    >>> [(x.base, x.vowel, x.doubled) for x in letters("مُحَمَّد")]
    [('م', 'u', False), ('ح', 'a', False), ('م', 'a', True), ('د', '', False)]
    """
    out: list[Letter] = []
    # Hamza and madda belong to their letters (NFC); the vowel signs stay apart.
    for char in unicodedata.normalize("NFC", word):
        if char == "ۀ":
            out.append(Letter("ه", hamza=True))
        elif not unicodedata.combining(char):
            if char not in "\u0640\u200c\u200d":
                out.append(Letter(char))
        elif out:
            last = out[-1]
            vowel, doubled, still, hamza = last.vowel, last.doubled, last.still, last.hamza
            if char in _SHORT:
                vowel = _SHORT[char]
            elif char in _TANWIN:
                vowel = _TANWIN[char]
            elif char == _DAGGER:
                vowel = "ā"
            elif char == _SHADDA:
                doubled = True
            elif char == _SUKUN:
                still = True
            elif char == _HAMZA_ABOVE:
                hamza = True
            out[-1] = Letter(last.base, vowel, doubled, still, hamza)
    return out


@dataclass(frozen=True, slots=True)
class Reading:
    """The reading of one word; ``exact`` is False where a vowel had to be guessed or left out."""

    text: str
    exact: bool


def read(text: str, lang: str) -> list[Reading]:
    """The readings of the words of a vocalised text, in order.

    Arguments:
        text: Arabic (``ar``) or Persian (``fa``) with its vowel signs.
        lang: the language, which decides about final h, ezafe and silent w.

    >>> [word.text for word in read("الشَّمْس القَمَر", "ar")]
    ['Λšams', 'Λqamar']
    >>> [word.text for word in read("میرزا کُوچِک خانِ جَنگَلی", "fa")]
    ['mīrzā', 'kūčik', 'ḫānΕ', 'ǧangalī']
    """
    words = [letters(match.group()) for match in WORD.finditer(text)]
    out = []
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else None
        definite = following is not None and _article(following, 0)
        out.append(_Word(word, lang, definite).reading())
    return out


def _article(word: list[Letter], at: int) -> bool:
    """Whether the article stands at place ``at`` of a word."""
    return (
        len(word) > at + 3
        and word[at].base in "اٱ"
        and word[at].vowel in ("", "a")
        and word[at + 1].base == "ل"
        and (not word[at + 1].vowel or (word[at + 1].vowel == "i" and word[at + 2].base == "ا"))
        and not word[at + 1].doubled
    )


class _Word:
    """One word on its way to a reading."""

    def __init__(self, word: list[Letter], lang: str, before_definite: bool) -> None:
        self.word = word
        self.lang = lang
        self.before_definite = before_definite
        self.out: list[str] = []
        self.exact = True

    def reading(self) -> Reading:
        start = self._opening()
        for at in range(start, len(self.word)):
            self._letter(at)
        return Reading("".join(self.out), self.exact)

    def _opening(self) -> int:
        """Proclitics and the article; where the word itself begins."""
        word = self.word
        if self.lang != "ar" and not _article(word, 0):
            return 0
        at = 0
        if word and word[0].base in _PROCLITICS and word[0].vowel and len(word) > 3:
            if len(word) > 4 and _article(word, 1):
                self.out.append(_PROCLITICS[word[0].base] + "·")
                at = 1
            elif word[0].base == "ل" and word[1].base == "ل" and (word[1].still or word[2].doubled):
                self.out.append("li·Λ")  # لل: li with the article, whose alif is not written
                return self._after_article(2)
            elif word[0].base == "ل" and word[1].base == "ل" and word[1].doubled:
                self.out.append("li·Λ")  # the same before a word in l: للّغة
                return self._after_article(1)
        if _article(word, at):
            self.out.append("Λ")
            return self._after_article(at + 2)
        return at

    def _after_article(self, at: int) -> int:
        """Take the doubling off a sun letter: it says the assimilation, which the scheme knows."""
        letter = self.word[at]
        if letter.base == "ا" and not letter.vowel and self.word[at - 1].vowel == "i":
            self.word[at] = Letter("ا", "i")  # الِاتِّحاد: the lām bears the vowel of the alif
        if letter.doubled and _CONSONANTS.get(letter.base) in _SUN:
            self.word[at] = Letter(letter.base, letter.vowel, False, letter.still, letter.hamza)
        return at

    @property
    def _last(self) -> str:
        return self.out[-1][-1:] if self.out else ""

    def _lengthen(self) -> None:
        self.out[-1] = self.out[-1][:-1] + _LONG[self._last]

    def _letter(self, at: int) -> None:
        letter = self.word[at]
        first = not self.out or self._last in "Λ·"
        last = at == len(self.word) - 1
        base = letter.base
        if base in "اٱ":
            self._alif(letter, at, first)
        elif base == "آ":
            self._madda(at, first)
        elif base == "ى" or (base == "ی" and last and letter.vowel == "ā"):
            self._maqsura(letter, last)
        elif base == "ة":
            self._closing_t(letter)
        elif base == "و":
            self._glide(letter, at, "u", "w", first)
        elif base in "يی":
            if self._ezafe_y(letter, last):
                return
            self._glide(letter, at, "i", "y", first)
        elif base == "ه" and last and self.lang == "fa" and self._last in ("a", "i"):
            self.out.append("ẖ" + ("Ε" if letter.hamza or letter.vowel == "i" else ""))
        elif base in "أإؤئء" and first:
            self.out.append(letter.vowel or ("i" if base == "إ" else ""))
            self.exact &= bool(letter.vowel) or base == "إ"
        elif base in _CONSONANTS:
            self._consonant(letter, at, _CONSONANTS[base], last)
        else:
            self.out.append(base)
            self.exact = False

    def _alif(self, letter: Letter, at: int, first: bool) -> None:
        if first:
            if letter.vowel:
                self.out.append(letter.vowel)
            elif at + 1 < len(self.word) and self.word[at + 1].base in "يی" and self.word[at + 1].bare:
                pass  # ایران: the vowel is in the next letter
            elif at + 1 < len(self.word) and self.word[at + 1].base == "و" and self.word[at + 1].bare:
                pass
            else:
                self.exact = False
        elif self._last == "a":
            self._lengthen()
        elif self.out[-1].endswith(("an", "un", "in")) and self.word[at - 1].vowel in ("an", "un", "in"):
            pass  # the alif that carries a tanwīn
        elif self._last == "ū" and at == len(self.word) - 1:
            pass  # the silent alif after the plural -ū
        elif letter.vowel in ("an", "un", "in"):
            self.out.append(letter.vowel)
        else:
            self.out.append("ā")

    def _madda(self, at: int, first: bool) -> None:
        hamza_follows = at + 1 < len(self.word) and self.word[at + 1].base == "ء"
        if self._last == "a" and hamza_follows:
            self._lengthen()  # خُلَفَآء
        else:
            self.out.append("ā" if first else "ʾā")

    def _maqsura(self, letter: Letter, last: bool) -> None:
        if self.out and self.out[-1] in ("an", "un", "in"):
            return  # it carries the tanwīn: مَعْنًى
        if self._last == "a":
            self.out[-1] = self.out[-1][:-1] + "à"
        elif self._last == "i" or self.lang == "fa":
            self._long("i", "ī")
        else:
            self.out.append("à")

    def _long(self, short: str, long: str) -> None:
        if self._last == short:
            self._lengthen()
        else:
            self.out.append(long)

    def _closing_t(self, letter: Letter) -> None:
        if self._last != "a" and self._last != "ā":
            self.out.append("a")
        construct = self.before_definite and "Λ" not in "".join(self.out)
        self.out.append("ť" if construct or letter.vowel else "ẗ")
        if letter.vowel in ("an", "un", "in"):
            self.out.append(letter.vowel)
        if letter.vowel == "i" and self.lang == "fa":
            self.out.append("Ε")

    def _ezafe_y(self, letter: Letter, last: bool) -> bool:
        """The y that carries ezafe after a long vowel: خدایِ."""
        if self.lang == "fa" and last and letter.vowel == "i" and self._last in ("ā", "ū"):
            self.out.append("Ε")
            return True
        return False

    def _glide(self, letter: Letter, at: int, short: str, consonant: str, first: bool) -> None:
        """و and ی: a consonant with a vowel of its own, else a long vowel or a diphthong."""
        following = self.word[at + 1] if at + 1 < len(self.word) else None
        before = self.word[at - 1] if at else None
        if letter.doubled:
            self._consonant(letter, at, consonant, following is None)
        elif letter.bare and before is not None and before.vowel == "ā":
            pass  # صَلٰوة: the dagger alif says what the wāw stands for
        elif letter.bare and (
            self._last == "ā" or (before is not None and before.still and following is None)
        ):
            self.out.append(consonant)  # سَناو, دَلْو
        elif (
            consonant == "w"
            and self.lang == "fa"
            and self._last == "ḫ"
            and letter.bare
            and following is not None
            and following.base in "ای"
        ):
            self.out.append("ẘ")
        elif letter.vowel or (letter.still and self._last not in (short,)):
            self._consonant(letter, at, consonant, following is None)
        elif self._last == short:
            self._lengthen()
        elif self._last == "a":
            self.out.append(consonant)
        elif self._opens_syllable(at, first, following):
            self.out.append(consonant)
            self.exact = False
        else:
            self.out.append(_LONG[short])

    def _opens_syllable(self, at: int, first: bool, following: Letter | None) -> bool:
        """Whether an unmarked و or ی is a consonant all the same: before alif, or at the beginning."""
        if first:
            return not (at and self.word[at - 1].base in "اٱ")
        return following is not None and following.base in "اآ"

    def _consonant(self, letter: Letter, at: int, sound: str, last: bool) -> None:
        self.out.append(sound * (2 if letter.doubled else 1))
        if letter.vowel == "i" and last and self.lang == "fa":
            self.out.append("Ε")
        elif letter.vowel:
            self.out.append(letter.vowel)
        elif not (last or letter.still or letter.doubled or self._before_long(at)):
            # No sign at all inside a word: a vowel may be missing.
            self.exact = False

    def _before_long(self, at: int) -> bool:
        following = self.word[at + 1]
        return following.bare and following.base in "اآویيىة"
