"""Clean-up for comparison, and the map back to the text that was given.

Folding takes away what does not tell names apart: case, diacritics, ʿayn and hamza, apostrophes,
hyphens and spaces, invisible characters, the look-alike letters of Arabic script, presentation
forms. It follows Unicode's compatibility decomposition (NFKD, Unicode Standard Annex 15) and full
case folding, and adds the few letters that carry no decomposition (ø, ł, ı) and the Arabic letter
classes of Persian, Arabic, Urdu and Ottoman keyboards.

Folding changes length (``İ``, ligatures, marks), so :func:`fold_map` also gives, for each
character kept, the place in the original that it came from. The annotator has no need of it: it folds
whole words and takes its spans from the words of the text as given (:mod:`translit.tokens`).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

# Characters that join a word without being part of its spelling: soft hyphen, zero-width space,
# joiners, direction marks, word joiner, byte-order mark, Arabic tatweel and letter mark.
INVISIBLE = (
    "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
    "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"
    "\N{ARABIC TATWEEL}\N{ARABIC LETTER MARK}"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)

# Written for ʿayn, hamza, soft sign, elision or possession; never a difference between names.
APOSTROPHES = (
    "'`"
    "\N{ACUTE ACCENT}\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
    "\N{SINGLE HIGH-REVERSED-9 QUOTATION MARK}\N{PRIME}"
    "\N{MODIFIER LETTER PRIME}\N{MODIFIER LETTER DOUBLE PRIME}"
    "\N{MODIFIER LETTER TURNED COMMA}\N{MODIFIER LETTER APOSTROPHE}"
    "\N{MODIFIER LETTER REVERSED COMMA}\N{MODIFIER LETTER RIGHT HALF RING}"
    "\N{MODIFIER LETTER LEFT HALF RING}\N{MODIFIER LETTER GLOTTAL STOP}"
    "\N{MODIFIER LETTER REVERSED GLOTTAL STOP}\N{LATIN SMALL LETTER GLOTTAL STOP}"
    "\N{MODIFIER LETTER GRAVE ACCENT}\N{MODIFIER LETTER ACUTE ACCENT}"
    "\N{LATIN SMALL LETTER SALTILLO}\N{FULLWIDTH APOSTROPHE}"
    "\N{HEBREW PUNCTUATION GERESH}\N{HEBREW PUNCTUATION GERSHAYIM}"
)

HYPHENS = (
    "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}"
    "\N{MINUS SIGN}\N{HEBREW PUNCTUATION MAQAF}\N{ARMENIAN HYPHEN}"
)

# Letters that are one letter for names though Unicode keeps them apart.
_LETTERS = {
    "ı": "i",
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ŧ": "t",
    "ħ": "h",
    # The hard sign has no sound of its own; until 1918 every Russian word that ended hard bore one.
    "ъ": "",
    # Arabic script: Arabic keyboards' kāf and yāʾ for the Persian ones, hamza seats, tāʾ marbūṭa,
    # alif maqṣūra, Urdu heh forms and Kurdish and Uyghur variants.
    "ك": "ک",
    "ڪ": "ک",
    "ي": "ی",
    "ى": "ی",
    "ې": "ی",
    "ۍ": "ی",
    "ئ": "ی",
    "ے": "ی",
    "ۓ": "ی",
    "ؤ": "و",
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ة": "ه",
    "ۀ": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ۃ": "ه",
    "ء": "",
    # Cyrillic: pre-1918 letters.
    "ѣ": "е",
    "і": "и",
    "ѳ": "ф",
    "ѵ": "и",
    "ґ": "г",
    "ӏ": "",
    # Small kana, which older print writes like the others: チヤーチル for チャーチル.
    "ァ": "ア",
    "ィ": "イ",
    "ゥ": "ウ",
    "ェ": "エ",
    "ォ": "オ",
    "ッ": "ツ",
    "ャ": "ヤ",
    "ュ": "ユ",
    "ョ": "ヨ",
    "ヮ": "ワ",
}

# Marks of the scripts in which a mark is an ornament of a letter. In Indic scripts a mark is a
# vowel of the word, so those stay.
_MARK_RANGES = (
    (0x0300, 0x036F),
    (0x0483, 0x0489),
    (0x0591, 0x05C7),
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06ED),
    (0x08D3, 0x08FF),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20F0),
    (0xFE20, 0xFE2F),
)


def is_ornament(char: str) -> bool:
    r"""Whether ``char`` is a combining mark that folding takes away.

    >>> is_ornament("\N{COMBINING DOT BELOW}"), is_ornament("a")
    (True, False)
    """
    code = ord(char)
    if code < 0x300:
        return False
    return any(low <= code <= high for low, high in _MARK_RANGES)


_HAN = "\u3400", "\u9fff"


@cache
def _simplified() -> dict[str, str]:
    """The simplified Chinese characters, by the traditional ones."""
    from translit.schemes.sounds.reading import read_table  # which folds, too

    pairs: dict[str, str] = dict(map(tuple, read_table("han")["simplified"].split()))
    return pairs


@lru_cache(maxsize=8192)
def fold_char(char: str) -> str:
    """One code point as it counts for comparison: a letter or digit, several, or nothing."""
    if char in INVISIBLE or char in APOSTROPHES or is_ornament(char):
        return ""
    out: list[str] = []
    for part in unicodedata.normalize("NFKD", char):
        if is_ornament(part) or part in INVISIBLE or part in APOSTROPHES:
            continue
        for letter in part.casefold():
            if letter in APOSTROPHES:
                continue  # the small form of a capital glottal stop or saltillo
            folded = _LETTERS.get(letter, letter)
            if _HAN[0] <= folded <= _HAN[1]:
                folded = _simplified().get(folded, folded)
            out.extend(
                kept for kept in folded if kept.isalnum() or unicodedata.category(kept) in ("Mn", "Mc")
            )
    return "".join(kept for kept in out if not is_ornament(kept))


class _FoldTable(dict[int, str]):
    """``str.translate`` asks for each new code point once; the answer is kept."""

    def __missing__(self, code: int) -> str:
        folded = fold_char(chr(code))
        if len(self) < 20_000:
            self[code] = folded
        return folded


_TABLE = _FoldTable()


def fold(text: str) -> str:
    r"""Fold ``text`` for comparison: letters and digits only, in one case, without marks.

    Arguments:
        text: any string, in any Unicode normal form.

    Returns:
        The folded string, possibly empty. Folding it again changes nothing.

    >>> fold("Mīrzā Kūchik-Khān") == fold("MIRZA  KUCHIK KHAN")
    True
    >>> fold("ʿAbd-Allāh"), fold("كوچك\N{ZERO WIDTH NON-JOINER}خان")
    ('abdallah', 'کوچکخان')
    >>> fold("—!")
    ''
    """
    if text.isascii() and text.isalnum():
        return text.lower()
    return text.translate(_TABLE)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text with the way back: ``offsets[i]`` is where ``text[i]`` came from.

    ``offsets`` has one item more than ``text``: the length of the original.
    """

    text: str
    offsets: tuple[int, ...]
    source: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        r"""The half-open span of the original, in code points, that ``text[start:end]`` stands for.

        Marks and invisible characters that follow the last character belong to the span.

        >>> folded = fold_map("Kūčik\N{COMBINING DOT BELOW}!")
        >>> folded.text, folded.span(0, 5)
        ('kucik', (0, 6))
        """
        if start >= end:
            at = self.offsets[start]
            return at, at
        last = self.offsets[end - 1] + 1
        while last < len(self.source) and (is_ornament(self.source[last]) or self.source[last] in INVISIBLE):
            last += 1
        return self.offsets[start], last


def fold_map(text: str) -> Folded:
    """Fold ``text`` and remember where each character came from.

    >>> folded = fold_map("İran’ın")
    >>> folded.text, folded.offsets
    ('iranin', (0, 1, 2, 3, 5, 6, 7))
    """
    out: list[str] = []
    offsets: list[int] = []
    for at, char in enumerate(text):
        folded = fold_char(char)
        out.append(folded)
        offsets.extend([at] * len(folded))
    offsets.append(len(text))
    return Folded("".join(out), tuple(offsets), text)


_SCRIPTS = (
    (
        "latin",
        (
            (0x41, 0x24F),
            (0x250, 0x2AF),
            (0x1E00, 0x1EFF),
            (0x2C60, 0x2C7F),
            (0xA720, 0xA7FF),
            (0xFF21, 0xFF5A),
        ),
    ),
    ("greek", ((0x370, 0x3FF), (0x1F00, 0x1FFF))),
    ("cyrillic", ((0x400, 0x52F), (0x1C80, 0x1C8F), (0x2DE0, 0x2DFF), (0xA640, 0xA69F))),
    ("armenian", ((0x530, 0x58F), (0xFB13, 0xFB17))),
    ("hebrew", ((0x590, 0x5FF), (0xFB1D, 0xFB4F))),
    ("arabic", ((0x600, 0x6FF), (0x750, 0x77F), (0x870, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFE))),
    ("georgian", ((0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F))),
    ("devanagari", ((0x900, 0x97F), (0xA8E0, 0xA8FF))),
)


# ISO 15924 codes, as tables and language tags use them, of the scripts told apart here.
SCRIPT_CODES = {
    "Arab": "arabic",
    "Aran": "arabic",
    "Armn": "armenian",
    "Cyrl": "cyrillic",
    "Deva": "devanagari",
    "Geor": "georgian",
    "Grek": "greek",
    "Hebr": "hebrew",
    "Latn": "latin",
}


_COMMAS = str.maketrans("șț", "şţ")


def fold_marks(text: str) -> str:
    """Text in one case, its marks kept; Romanian commas below count as the cedillas that stood for them.

    >>> fold_marks("Iași") == fold_marks("IAŞI"), fold_marks("tér") == fold_marks("ter")
    (True, False)
    """
    return unicodedata.normalize("NFC", text.casefold()).translate(_COMMAS)


# Scripts with capital letters.
CASED = frozenset({"latin", "cyrillic", "greek", "armenian"})
# Scripts of which running text is searched for recorded spellings only, inside its words too.
RECORDED = frozenset({"other", "devanagari"})


@lru_cache(maxsize=8192)
def script_of(char: str) -> str:
    """The script of a letter, as far as the library tells scripts apart; else ``other``."""
    code = ord(char)
    for script, ranges in _SCRIPTS:
        if any(low <= code <= high for low, high in ranges):
            return script
    return "other"


def script(text: str) -> str:
    """The script of the letters of ``text``: that of the most of them, the earlier on a tie.

    >>> script("«Кучек-хан»"), script("کوچک خان"), script("1921")
    ('cyrillic', 'arabic', 'none')
    """
    if text.isascii():
        return "latin" if text.isalpha() or any(map(str.isalpha, text)) else "none"
    return _script_of_most(text)


@lru_cache(maxsize=65536)
def _script_of_most(text: str) -> str:
    """The script of most of the letters of a text."""
    counts: dict[str, int] = {}
    for char in text:
        if char.isalpha():
            name = script_of(char)
            counts[name] = counts.get(name, 0) + 1
    return max(counts, key=counts.__getitem__) if counts else "none"


def to_latin(text: str) -> str:
    """Any text in ASCII letters, by Unidecode: the fallback for scripts the tables do not know.

    This is the one place that calls Unidecode (GPL-2.0-or-later).

    >>> to_latin("北京")
    'Bei Jing '
    """
    from unidecode import unidecode  # imported late: most runs never need it

    return str(unidecode(text))
