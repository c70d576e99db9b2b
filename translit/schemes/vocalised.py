"""Vocalised Arabic script to a reading: Arabic and Persian with their vowel signs written.

A reading is written here in single letters, so that a scheme's rules can name each sound:

====================  =======================================================================
consonants            ʾ b p t ṯ ǧ č ḥ ḫ d ḏ r z ž s š ṣ ḍ ṭ ẓ ʿ ġ f v q k g l m n w h y
vowels                a i u ā ī ū, and à for alif maqṣūra
ạ ị ụ                 Arabic: the final short vowel of a noun, which pausal forms drop
ñ                     Arabic: the n of tanwīn, after its vowel
Λ                     the article, before the letter that it may be assimilated to
ẗ, ť                  tāʾ marbūṭa in pause and in construct
ẖ                     the silent h of Persian, as in خانه
ẘ                     the silent w of Persian, as in خواب
Ε                     ezafe
·                     a joint: between a one-letter word (wa, bi, li, ka, fa, sa) and what it leans
                      on; Persian: between parts written apart (خانه‌ها) and before the article of a
                      compound (شمس‌الدین)
====================  =======================================================================

Ezafe is Ε right behind what it follows: ẖΕ where a hamza marks it (خانۀ), ẖ·Ε where only a kasra does
(خانهِ), hyΕ where ی does (خانه‌یِ), īʾΕ for the hamza of قالئ.

Letters without a vowel sign are read as the script allows: و and ی after their own vowel, or after
none, are long; a letter between a vowel and a consonant has none, if the word bears signs at all.
The words that needed a guess are given back, so that nobody takes them for exact.
"""

from __future__ import annotations

from translit.schemes.arabic import read_arabic
from translit.schemes.persian import read_persian
from translit.schemes.signs import Reading, letters
from translit.tokens import WORD


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
        following = words[at + 1] if at + 1 < len(words) else []
        if lang == "ar":
            before = words[at - 1] if at else []
            out.append(read_arabic(word, before, following))
        else:
            out.append(read_persian(word, following, lang))
    return out


__all__ = ["Reading", "read"]
