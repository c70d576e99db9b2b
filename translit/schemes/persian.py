"""Vocalised Persian, and Turkic languages in Arabic script: parts of a word, ezafe, the article in compounds.

The lists of words are those of ``vocalised.yaml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from translit.schemes.data import read_data
from translit.schemes.signs import Letter, Reading, after_article, article, bones, number, script, unsigned
from translit.schemes.spelling import Speller


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of ``vocalised.yaml`` for Persian."""

    unsigned: dict[str, str]
    words: dict[str, str]
    endings: dict[str, str]
    no_article: tuple[str, ...]
    compound_first: frozenset[str]
    compound_second: frozenset[str]


@cache
def words() -> Words:
    """The lists, read when first wanted."""
    data = read_data("vocalised")["persian"]
    return Words(
        data["unsigned"],
        data["words"],
        data["endings"],
        tuple(data["no_article"]),
        frozenset(data["compound_first"]),
        frozenset(data["compound_second"]),
    )


def read_persian(word: list[Letter], following: list[Letter], lang: str) -> Reading:
    """The reading of one word before the next one."""
    foreign = number(word)
    if foreign:
        return foreign
    out: list[str] = []
    exact = True
    pieces = _pieces(word, lang)
    for at, piece in enumerate(pieces):
        after = pieces[at + 1] if at + 1 < len(pieces) else following
        reading = _piece(piece, after, lang, at > 0)
        exact &= reading.exact
        if not (at and bones(piece) == "ي" and _add_ezafe(out)):
            out.append(_before_article(reading.text, after))
    return Reading("·".join(out), exact)


def _before_article(sounds: str, after: list[Letter]) -> str:
    """Take off the case of an Arabic phrase, as in شَمْسُ الدّین."""
    definite = article(after, 0) and not bones(after).startswith(words().no_article)
    return sounds[:-1] if definite and sounds.endswith("u") and len(sounds) > 2 else sounds


def _add_ezafe(out: list[str]) -> bool:
    """Add the ezafe that a ی written apart stands for; False where it stands for something else."""
    if out[-1].endswith(("aẖ", "iẖ", "ah", "ih")):
        out[-1] = out[-1][:-1] + "hyΕ"
    elif out[-1].endswith(("ā", "ū")):
        out[-1] += "Ε"
    else:
        return False
    return True


def _pieces(word: list[Letter], lang: str) -> list[list[Letter]]:
    """The parts of a word: what zero-width non-joiners part, and an Arabic article inside."""
    out: list[list[Letter]] = []
    for at, letter in enumerate(word):
        if not out or (lang == "fa" and (letter.parted or (at > 1 and _inner_article(word, at)))):
            out.append([])
        out[-1].append(letter)
    return out


def _inner_article(word: list[Letter], at: int) -> bool:
    """Whether the article of an Arabic compound written in one stands here: عَبْدُالله, ابوالقاسم."""
    if not article(word, at) or word[at].vowel:
        return False
    return (
        word[at - 1].vowel == "u"
        or word[at - 1].base == "ء"
        or bones(word[:at]) in words().compound_first
        or bones(word)[at:] in words().compound_second
    )


def _piece(word: list[Letter], following: list[Letter], lang: str, later: bool) -> Reading:
    """The reading of one part of a word; ``later`` if it is not the first."""
    lead = ""
    sounds = _known(word, lang, later)
    if sounds:
        return Reading(sounds, True)
    if article(word, 0) and not bones(word).startswith(words().no_article):
        lead, word = "Λ", after_article(word, 2)
    elif len(word) > 4 and article(word, 1) and (word[0].base, word[0].vowel) in script().proclitics:
        if word[2].still or word[3].doubled or word[0].vowel == "i":
            lead = script().proclitics[word[0].base, word[0].vowel] + "·Λ"
            word = after_article(word, 3)
    return Speller(word, lang, lead, following).reading()


def _known(word: list[Letter], lang: str, later: bool) -> str:
    """The reading of a word from the lists."""
    bare = bones(word)
    if bare in ("الله", "اللهم"):
        return "Λlāh" + ("Ε" if word[-1].vowel == "i" else "")
    if bare in words().words:
        return words().words[bare]
    if not unsigned(word):
        return ""
    if later:
        return words().endings.get(bare, "")
    return words().unsigned.get(bare, "") if lang == "fa" else ""


def joined(sounds: str) -> str:
    """The sounds of words that are written in one, as this reader gives those of vocalised text.

    >>> joined("iḥsān allāh"), joined("ḍiyāʾ Λdīn"), joined("fatḥ ʿalī")
    ('iḥsān·Λlāh', 'ḍiyāʾ·Λdīn', 'fatḥ ʿalī')
    """
    return re.sub(r"\ballāh\b", "Λlāh", sounds).replace(" Λ", "·Λ")


__all__ = ["joined", "read_persian", "words"]
