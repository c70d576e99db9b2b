"""Readings as the tables write them, in the sounds that scheme rules name.

The tables' notation (``variants/README.md``) uses two letters for some sounds, so that people can
read and type it: ``kh gh sh ch zh th dh``; ``al-`` is the article, ``-i`` ezafe. A short final ``a``
stands for the silent h or the tāʾ marbūṭa that the native spelling shows.

A reading and its native spelling check each other: :func:`pair` finds the letters that spell each
word of the reading, or finds that they do not spell it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_DIGRAPHS = {"kh": "ḫ", "gh": "ġ", "sh": "š", "ch": "č", "zh": "ž", "th": "ṯ", "dh": "ḏ"}
_SINGLE = {"j": "ǧ", "v": "w", "á": "à", "e": "i", "o": "u", "é": "i"}
_ZWNJ = "\N{ZERO WIDTH NON-JOINER}"
_SPLIT = re.compile("|".join([*_DIGRAPHS, *_SINGLE]))
_EZAFE = re.compile(r"-y?[ie]$")


def sounds_of(reading: str, native: str) -> str:
    """One word's reading in the sounds of :mod:`translit.schemes.vocalised`.

    >>> sounds_of("kūchik", "کوچک"), sounds_of("khān-i", "خان"), sounds_of("zāda", "زاده")
    ('kūčik', 'ḫānΕ', 'zādaẖ')
    >>> sounds_of("khwāja", "خواجه")
    'ḫẘāǧaẖ'
    >>> sounds_of("al-dīn", "الدین"), sounds_of("saltana", "سلطنة")
    ('Λdīn', 'saltanaẗ')
    """
    word = unicodedata.normalize("NFC", reading.lower())
    ezafe = _EZAFE.search(word)
    if ezafe:
        word = word[: ezafe.start()]
    article = word.startswith("al-")
    if article:
        word = word[3:]
    word = word.replace("-", "").replace("'", "")
    word = _SPLIT.sub(lambda match: _DIGRAPHS.get(match.group()) or _SINGLE[match.group()], word)
    word = re.sub("ḫw(?=[āī])", "ḫẘ", word)
    if word.endswith(("a", "i")) and native.endswith(("ه", "ۀ")):
        word += "ẖ"
    elif word.endswith("a") and native.endswith("ة"):
        word += "ẗ"
    return ("Λ" if article else "") + word + ("Ε" if ezafe else "")


# The letters that may spell each sound. A short vowel is mostly unwritten; a long one may be.
_SPELLED = {
    "b": "ب", "p": "پب", "t": "تة", "ṯ": "ث", "ǧ": "ج", "č": "چ", "ḥ": "ح", "ḫ": "خ", "d": "د",
    "ḏ": "ذ", "r": "ر", "z": "ز", "ž": "ژ", "s": "س", "š": "ش", "ṣ": "ص", "ḍ": "ض", "ṭ": "ط",
    "ẓ": "ظ", "ʿ": "ع", "ġ": "غ", "f": "ف", "q": "ق", "k": "ک", "g": "گک", "l": "ل", "m": "م",
    "n": "ن", "h": "هہ", "w": "و", "ẘ": "و",
}  # fmt: skip
_BETWEEN = r"[\s‌-]*"
# Words of a reading: parted by spaces and by hyphens, save those of the article and of ezafe.
_PARTED = re.compile(r"\s+|(?<!\bal)-(?!y?[ie](?:\s|$))")


def _letters(word: str, opens: bool = True) -> str:
    """A pattern of the letters that may spell a word given in sounds; not ``opens`` for an ending."""
    out: list[str] = []
    at = 0
    if word.startswith("Λ"):
        out.append("[اٱ]ل")
        at = 1
    first = at
    word = word.removesuffix("Ε")
    while at < len(word):
        sound = word[at]
        opening = at == first and opens
        if sound in "ẖẗť":
            out.append("[هۀةہ]")
        elif sound == "ā":
            out.append("[اآأٱ]" if opening else "[اآىی]?")
        elif sound == "à":
            out.append("[ایى]")
        elif sound == "ī":
            out.append("[اإ]?[یئ]" if at == first else "[یئى]")
        elif sound == "ū":
            out.append("[اأ]?[وؤ]" if at == first else "[وؤ]?" if word[at - 1] == "w" else "[وؤ]")
        elif sound in "aiu":
            plain = {"a": "", "i": "ی", "u": "و"}[sound]
            inside = f"(?:[{plain}ا]|[هۀةہ](?=[\\s‌-]))?"  # a silent h ends the first half of a compound
            out.append(f"[اأإآٱ]{plain and '[' + plain + ']?'}" if opening else inside)
        elif sound == "ʾ":
            out.append("[ءأإؤئیآا]?")
        elif sound == "y":
            out.append("[یئ]?" if word[at - 1 : at] in "iīy" else "[یئ]")
        elif sound in _SPELLED:
            if at == first or word[at - 1] != sound:  # doubled: written once
                out.append(f"[{_SPELLED[sound]}]")
            else:
                out.append(f"[{_SPELLED[sound]}]?")
        elif sound.isalpha():
            return "(?!)"
        at += 1
    tail = "[هۀةہیو]?[یئ]?" if word[-1:] in "aiāūuẖ" else "[یئو]?"
    return _BETWEEN.join(piece for piece in out if piece) + tail


@dataclass(frozen=True, slots=True)
class Pairing:
    """A word of a reading, its sounds, and the letters that spell it in ``native[start:end]``."""

    reading: str
    sounds: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def pair(reading: str, native: str) -> tuple[Pairing, ...]:
    """The words of a reading with the letters that spell each; none when they do not.

    Words may be written together (احسان‌الله, ضیاءالدین) or apart (رسول زاده): the letters decide.

    >>> [(p.reading, "فتحعلی شاه"[p.start : p.end]) for p in pair("fatḥ ʿalī shāh", "فتحعلی شاه")]
    [('fatḥ', 'فتح'), ('ʿalī', 'علی'), ('shāh', 'شاه')]
    >>> pair("taqī", "نقی")
    ()
    """
    bare = _plain(native)
    said = _PARTED.split(reading.strip())
    rough = [sounds_of(word, "") for word in said]
    ending = bare.startswith("-")
    pattern = _BETWEEN.join(f"({_letters(word, not ending)})" for word in rough)
    found = re.fullmatch(f"-?{pattern}", bare.replace("،", " "))
    if found is None:
        return ()
    out = []
    for at, word in enumerate(said, 1):
        letters = found.group(at)
        end = found.end(at) - (len(letters) - len(letters.rstrip(f" {_ZWNJ}-")))
        out.append(Pairing(word, sounds_of(word, bare[found.start(at) : end]), found.start(at), end))
    return tuple(out)


_SHAPES = {"ي": "ی", "ى": "ی", "ك": "ک", "ڭ": "ک", "ڤ": "و"}


def _plain(native: str) -> str:
    """A native spelling with the signs taken off and each letter in its Persian shape, as long as before."""
    out = []
    for char in unicodedata.normalize("NFC", native):
        char = _SHAPES.get(char, char)
        out.append(char)
    return "".join(char for char in out if not unicodedata.combining(char) and char != "\u0640")


def words_of(reading: str, native: str) -> list[tuple[str, str]]:
    """The words of a native spelling with their sounds; none when the two do not fit.

    A word written together that is read as two (احسان‌الله, ضیاءالدین) has the sounds of both, parted by
    a space.

    >>> words_of("mīrzā kūchik khān", "میرزا کوچک خان")[1]
    ('کوچک', 'kūčik')
    >>> words_of("ḍiyāʾ al-dīn", "ضیاءالدین")
    [('ضیاءالدین', 'ḍiyāʾ Λdīn')]
    """
    pairs = pair(reading, native)
    bare = _plain(native)
    out: list[tuple[str, str]] = []
    for match in re.finditer(r"[^\s-]+", bare):
        for start, end in _stretches(match.group(), match.start()):
            inside = [one for one in pairs if start <= one.start and one.end <= end]
            if inside and inside[0].start == start and inside[-1].end == end:
                out.append((bare[start:end], " ".join(one.sounds for one in inside)))
    return out


def _stretches(word: str, start: int) -> list[tuple[int, int]]:
    """A word as a whole, and the parts between its non-joiners."""
    out = [(start, start + len(word))]
    if _ZWNJ in word:
        at = start
        for piece in word.split(_ZWNJ):
            out.append((at, at + len(piece)))
            at += len(piece) + 1
    return out
