"""Readings as the tables write them, in the sounds that scheme rules name.

The tables' notation (``variants/README.md``) uses two letters for some sounds, so that people can
read and type it: ``kh gh sh ch zh th dh``; ``al-`` is the article, ``-i`` ezafe. A short final ``a``
stands for the silent h or the tāʾ marbūṭa that the native spelling shows.
"""

from __future__ import annotations

import re

_DIGRAPHS = {"kh": "ḫ", "gh": "ġ", "sh": "š", "ch": "č", "zh": "ž", "th": "ṯ", "dh": "ḏ"}
_SINGLE = {"j": "ǧ", "v": "w", "á": "à"}
_ZWNJ = "\N{ZERO WIDTH NON-JOINER}"
_SPLIT = re.compile("|".join([*_DIGRAPHS, *_SINGLE]))


def sounds_of(reading: str, native: str) -> str:
    """One word's reading in the sounds of :mod:`translit.schemes.vocalised`.

    >>> sounds_of("kūchik", "کوچک"), sounds_of("khān-i", "خان"), sounds_of("zāda", "زاده")
    ('kūčik', 'ḫānΕ', 'zādaẖ')
    >>> sounds_of("al-dīn", "الدین"), sounds_of("saltana", "سلطنة")
    ('Λdīn', 'saltanaẗ')
    """
    word = reading.lower()
    ezafe = re.search(r"-y?i$", word)
    if ezafe:
        word = word[: ezafe.start()]
    article = word.startswith("al-")
    if article:
        word = word[3:]
    word = _SPLIT.sub(lambda match: _DIGRAPHS.get(match.group()) or _SINGLE[match.group()], word)
    if word.endswith(("a", "i")) and native.endswith(("ه", "ۀ")):
        word += "ẖ"
    elif word.endswith("a") and native.endswith("ة"):
        word += "ẗ"
    return ("Λ" if article else "") + word + ("Ε" if ezafe else "")


def words_of(reading: str, native: str) -> list[tuple[str, str]]:
    """The words of a native spelling with their sounds; none when the words do not pair off.

    A word written together that is read as two (احسان‌الله, ضیاءالدین) has the sounds of both, parted by
    a space.

    >>> words_of("mīrzā kūchik khān", "میرزا کوچک خان")[1]
    ('کوچک', 'kūčik')
    >>> words_of("ḍiyāʾ al-dīn", "ضیاءالدین")
    [('ضیاءالدین', 'ḍiyāʾ Λdīn')]
    """
    said = reading.split()
    spelled = [re.split(_ZWNJ, word) for word in native.split()]
    if sum(map(len, spelled)) == len(said):
        out: list[tuple[str, str]] = []
        at = 0
        for pieces in spelled:
            sounds = [sounds_of(said[at + step], piece) for step, piece in enumerate(pieces)]
            out.extend(zip(pieces, sounds, strict=True))
            if len(pieces) > 1:
                out.append((_ZWNJ.join(pieces), " ".join(sounds)))
            at += len(pieces)
        return out
    if len(spelled) == 1:
        whole = "".join(spelled[0])
        return [(whole, " ".join(sounds_of(word, whole if word is said[-1] else "") for word in said))]
    return []
