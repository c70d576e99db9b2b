"""Vocalised Arabic: one-letter words, words that are not spelled as they sound, final vowels.

The lists of words are those of ``vocalised.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from translit.schemes.data import read_data
from translit.schemes.signs import (
    TANWIN,
    Letter,
    Reading,
    after_article,
    article,
    bones,
    letters,
    number,
    script,
    sound_pattern,
    unsigned,
)
from translit.schemes.spelling import Speller

_CASE = {"a": "ạ", "i": "ị", "u": "ụ", "an": "añ", "in": "iñ", "un": "uñ"}


@dataclass(frozen=True, slots=True)
class Unusual:
    """A word that is not spelled as it sounds."""

    letters: tuple[Letter, ...]
    reads: str
    construct: str = ""  # what it reads when its last letter bears a vowel
    declined: bool = False
    whole: bool = False
    after_article: bool = False
    own_start: bool = False

    def agrees(self, word: Sequence[Letter]) -> bool:
        """Whether the signs of a word with the same bare letters allow this reading."""
        return all(_agrees(own, seen) for own, seen in zip(self.letters, word, strict=True))

    def sounds(self, last: str) -> str:
        """The reading, with the vowel that the last letter bears."""
        if self.construct and last:
            return self.construct
        return self.reads + (_CASE.get(last, "") if self.declined else "")


def _agrees(own: Letter, seen: Letter) -> bool:
    """Whether a letter as it is written may be the one of a listed word."""
    if (seen.doubled and not own.doubled) or (own.base == "ة") != (seen.base == "ة"):
        return False
    if own.base != seen.base and own.base in "أإ" and seen.base in "أإآ":
        return False
    if seen.vowel and (own.vowel or own.still):
        return own.vowel.replace("ā", "a") == seen.vowel.replace("ā", "a")
    return not (seen.still and own.vowel)


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of ``vocalised.yaml`` for Arabic."""

    unusual: dict[str, tuple[Unusual, ...]]  # by bare letters
    whole: frozenset[str]
    lists: dict[str, frozenset[str]]
    unsigned: dict[str, str]
    endings: tuple[str, ...]
    patterns: dict[str, re.Pattern[str]]


@cache
def words() -> Words:
    """The lists, read when first wanted."""
    data = read_data("vocalised")["arabic"]
    unusual: dict[str, tuple[Unusual, ...]] = {}
    for given in data["words"]:
        row: dict[str, Any] = dict(given)
        spelled = tuple(letters(row.pop("word")))
        unusual[bones(spelled)] = (*unusual.get(bones(spelled), ()), Unusual(spelled, **row))
    return Words(
        unusual,
        frozenset(bone for bone, rows in unusual.items() if rows[0].whole),
        {name: frozenset(rows) for name, rows in data.items() if isinstance(rows, list) and name != "words"},
        data["unsigned"],
        tuple(data["endings"]),
        {name: sound_pattern(value) for name, value in data.items() if isinstance(value, str)},
    )


def read_arabic(word: list[Letter], before: list[Letter], following: list[Letter]) -> Reading:
    """The reading of one word between its neighbours."""
    foreign = number(word)
    if foreign:
        return foreign
    lead, rest = _lead(word)
    known = _known(lead, rest)
    if known:
        return known
    parsed = Speller(rest, "ar", lead, following).reading()
    return Reading(_endings(parsed.text, rest, before, following), parsed.exact)


def _known(lead: str, word: list[Letter]) -> Reading | None:
    """A word from the lists, with its final vowel as it is written."""
    bare = bones(word)
    definite = lead.endswith("Λ")
    if not definite and unsigned(word) and bare in words().unsigned:
        return Reading(lead + words().unsigned[bare], True)
    for one in words().unusual.get(bare, ()):
        if (one.after_article or not definite) and one.agrees(word):
            return Reading(lead + one.sounds(word[-1].vowel), True)
    return None


# One-letter words


def _lead(word: list[Letter]) -> tuple[str, list[Letter]]:
    """The one-letter words before the word itself, the article after them included, and the word."""
    lead = ""
    while len(word) > 1 and bones(word) not in words().whole:
        if article(word, 0) and not lead.endswith("Λ"):
            return lead + "Λ", after_article(word, 2)
        contracted = _contracted(word)
        if contracted:
            return lead + contracted[0], contracted[1]
        found = _proclitic(word)
        if not found or lead.count("·") > 1:
            break
        lead += found + "·"
        word = word[1:]
    return lead, word


def _contracted(word: list[Letter]) -> tuple[str, list[Letter]] | None:
    """The preposition li and the article written in one (لِلشَّمس), and the word after them."""
    if len(word) < 3 or word[0].base != "ل" or word[0].vowel not in ("", "i") or word[1].base != "ل":
        return None
    if "ا" + bones(word) in words().whole:
        return "li·", [Letter("ا"), Letter("ل"), *word[1:]]  # لله
    if word[1].doubled and word[1].vowel != "ā":
        return "li·Λ", after_article(word, 1)  # before a word in l: للّغة
    if word[1].still or (len(word) > 3 and not word[1].vowel and not word[1].doubled):
        return "li·Λ", after_article(word, 2)  # the article's alif is not written
    return None


def _proclitic(word: list[Letter]) -> str:
    """The one-letter word that a word begins with, or nothing where the letter is the word's own."""
    first, rest = word[0], word[1:]
    lead = script().proclitics.get((first.base, first.vowel), "")
    if not lead or first.doubled or rest[0].doubled or rest[0].still:
        return _unsigned_proclitic(word)
    if lead in ("bi", "li", "la") and bones(rest) in words().lists["pronouns"]:
        return lead
    if lead == "la":
        return ""
    if lead == "sa":
        return lead if _future(rest) else ""
    if _begins_anew(rest):
        return lead
    if rest[0].base in "اٱ" or lead == "ka" or not _opens_with_vowel(rest):
        return ""
    return lead if _follows(lead, rest) else ""


def _unsigned_proclitic(word: list[Letter]) -> str:
    """A one-letter word without its vowel sign, which the article after it gives away: والشَّمس."""
    first = word[0]
    if not first.bare or not article(word, 1):
        return ""
    sure = word[2].still or word[3].doubled or (first.base == "و" and len(word) > 5)
    return _before_article().get(first.base, "") if sure else ""


@cache
def _before_article() -> dict[str, str]:
    allowed = words().lists["before_article"]
    return {base: sounds for (base, _), sounds in script().proclitics.items() if sounds in allowed}


def _future(rest: list[Letter]) -> bool:
    """Whether what follows سَ is a verb: سَيَكُون and not سَيَّارة."""
    head = rest[0]
    if head.vowel not in ("a", "u"):
        return False
    if head.base in "يی":
        return len(rest) > 2
    return head.base in "تن" and len(rest) > 3 and _radicals(rest) > 2 and rest[1].base != "ا"


def _begins_anew(rest: list[Letter]) -> bool:
    """Whether a word begins where no noun would go on: with the article, a hamza, an alif that is mute."""
    bare = bones(rest)
    listed = words().unusual.get(bare, ())
    if article(rest, 0) or (bare in words().whole and bare.startswith("الله")):
        return True
    if rest[0].base in "أإآ":
        return True
    if rest[0].base in "اٱ":
        if len(rest) < 2:
            return False
        return rest[1].still or (rest[1].doubled and rest[1].base in "تل") or bare in _mute_alif()
    return bool(listed) and not listed[0].own_start


@cache
def _mute_alif() -> frozenset[str]:
    """Listed words whose alif is mute after another word."""
    return words().whole | words().lists["mute_alif"]


def _opens_with_vowel(rest: list[Letter]) -> bool:
    return bool(rest[0].vowel) or (len(rest) > 1 and rest[1].bare and rest[1].base in "اویيى")


def _follows(lead: str, rest: list[Letter]) -> bool:
    """Whether a word is one that may lean on wa, fa, bi or li rather than its end."""
    lists, bare, head = words().lists, bones(rest), rest[0]
    if lead in ("wa", "fa") and bare in lists["after_wa"]:
        return True
    if (lead == "fa" and bare in lists["after_fa"]) or (lead in ("bi", "li") and bare in lists["after_bi"]):
        return True
    if head.base in "يی" and head.vowel in ("a", "u") and len(rest) > 2 and lead != "bi":
        return True
    hollow = len(rest) == 3 and rest[1].base == "ا" and rest[1].bare and rest[2].vowel == "a"  # قالَ
    if lead == "fa":
        return hollow or _past(rest)
    if lead == "wa" and (hollow or head.base == "و"):
        return True
    if lead == "wa" and len(rest) == 2 and rest[1].doubled and rest[1].base not in "ويی":
        return True  # وَحُبّ
    broken = len(rest) > 3 and rest[1].base == "ا" and rest[2].base == "ئ"  # وَسَائِل
    foreign = lead == "bi" and bare.startswith(tuple(lists["foreign_in_b"]))
    return _radicals(rest) > 2 and not broken and not foreign


def _past(rest: list[Letter]) -> bool:
    """Whether a word looks like a verb of the perfect: كَتَبَ."""
    signs = [letter.vowel for letter in rest[:3]]
    return len(rest) > 2 and signs[0] == signs[2] == "a" and signs[1] in ("a", "i") and _radicals(rest) > 2


def _radicals(word: list[Letter]) -> int:
    """How many letters of a word may be radicals, its endings taken off."""
    bare = bones(word)
    for ending in words().endings:
        if bare.endswith(ending) and len(bare) - len(ending) > 1:
            word = word[: -len(ending)]
            break
    if len(word) > 2 and word[-1].base == "ت" and (len(word) < len(bare) or word[-1].still):
        word = word[:-1]  # وَرَثَتُهُ, وَقَفَتْ
    return sum(
        letter.base in script().consonants
        and not (letter.base in "ويی" and not letter.vowel and not letter.doubled)
        for letter in word
    )


# Final vowels


def _endings(sounds: str, word: list[Letter], before: list[Letter], following: list[Letter]) -> str:
    """Mark the final short vowel of what must be a noun, and the n of tanwīn."""
    last = word[-1]
    if last.base in "اىی" and len(word) > 1 and word[-2].vowel in TANWIN and last.bare:
        last = word[-2]
    if last.vowel in TANWIN and sounds.endswith(last.vowel):
        return sounds[:-1] + "ñ"
    if not sounds or sounds[-1] not in "aiu" or last.vowel != sounds[-1]:
        return sounds
    core = sounds.rpartition("·")[2]
    if core in words().lists["kept"] or ("Λ" not in core and _pronoun(last, core)):
        pausal = before and not following and core.endswith("uhu") and len(core) > 5  # حَيَاتُهُ وَعَصْرُهُ
        return sounds[:-1] + "ụ" if pausal else sounds
    lists = words().lists
    named = bones(following) in lists["child"] or bones(before) in lists["parent"]
    noun = "Λ" in core or named or _noun(core)
    return sounds[:-1] + _CASE[sounds[-1]] if noun else sounds


def _pronoun(last: Letter, core: str) -> bool:
    """Whether a word ends in the pronoun -hu, -hi or -ka."""
    pronoun = last.base == "ه" or (last.base in "كک" and core[-1] == "a")
    return pronoun and len(core) > 2 and core[-3] in "aiuāīūy"


def _noun(core: str) -> bool:
    """Whether a word in a final short vowel looks like a noun."""
    patterns = words().patterns
    if core.endswith("i"):
        return True
    if core.endswith("a"):
        return bool(patterns["noun_in_a"].fullmatch(core))
    verb = patterns["imperfect"].fullmatch(core) and not patterns["imperfect_alike"].fullmatch(core)
    return not (verb or patterns["keeps_u"].fullmatch(core))


__all__ = ["read_arabic", "words"]
