"""What a spelling sounds like, in any script the tables know.

A *sound string* is a spelling read by the table of its script: one character a sound, the
characters and what they cost to confuse defined in ``symbols.yaml``. It keeps an ambiguous letter
ambiguous (English, French and German ``ch`` is ``1``) rather than guess. Sound strings are for
comparison, never for print: :mod:`translit.keys` makes keys of them and
:mod:`translit.compare` measures the distance between two.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from translit.cache import cached_yaml
from translit.fold import APOSTROPHES, fold_char, script, to_latin

SCRIPTS = ("latin", "cyrillic", "arabic", "georgian", "armenian", "greek", "hebrew", "devanagari")
ABJADS = frozenset({"arabic", "hebrew"})


@cache
def read_table(name: str) -> Any:
    """One of the YAML tables beside this module, as plain data."""
    return cached_yaml(f"sounds-{name}", Path(__file__).with_name(f"{name}.yaml"))[0]


def read_pairs() -> list[tuple[str, str]]:
    """The letters that scanners confuse: seen, meant."""
    return [(str(seen), str(meant)) for seen, meant in read_table("misread")]


# How a letter is read: as one sound string always, or by the first of several rules that fits.
Reading = str | tuple[re.Pattern[str], tuple[str | None, ...]]


@dataclass(frozen=True, slots=True)
class Reader:
    """The rules of one script, by the letter that they begin with: most letters have one or two."""

    rules: dict[str, Reading]
    keep: frozenset[str]
    article: frozenset[str]
    article_hyphened: frozenset[str]


@cache
def reader(name: str) -> Reader:
    """The reader of one script, compiled when first wanted."""
    table = read_table(name)
    article = table.get("article", {})
    return Reader(
        {letter: _reading(letter, rules) for letter, rules in _by_letter(table["rules"]).items()},
        frozenset(table["keep"]),
        frozenset(article.get("always", ())),
        frozenset(article.get("hyphened", ())),
    )


def _by_letter(rules: list[list[str]]) -> dict[str, list[tuple[str, str | None]]]:
    """The alternatives of the rules, in order, under each letter that they may begin with."""
    out: dict[str, list[tuple[str, str | None]]] = {}
    for pattern, sound in rules:
        for alternative in _alternatives(pattern):
            for letter in openings(alternative):
                out.setdefault(letter, []).append((alternative, None if sound == "=" else sound))
    return out


def _reading(letter: str, rules: list[tuple[str, str | None]]) -> Reading:
    """The rules of one letter; when its first is the letter whatever stands around it, the sound alone."""
    first, sound = rules[0]
    if not _LOOKS.search(first):
        return letter if sound is None else sound
    patterns = (f"({pattern})" for pattern, _ in rules)
    return re.compile("|".join(patterns)), (None, *(sound for _, sound in rules))


# A rule that is more than one letter, or letters of which any will do.
_LOOKS = re.compile(r"[^\w\[\]]|^\w\w|\].")
_LOOKBEHIND = re.compile(r"(?:\^|\(\?<[=!](?:\[[^]]*\]|[^()[\]])*\))+")
_GROUP = re.compile(r"\(\?:([^()]*)\)")
_CLASS = re.compile(r"\[([^]^\\-]+)\]")


def _alternatives(pattern: str) -> list[str]:
    """The alternatives of a rule.

    >>> _alternatives("tj(?=ov|ev)|č|[a|b]")
    ['tj(?=ov|ev)', 'č', '[a|b]']
    """
    out, depth, begun = [], 0, 0
    for at, char in enumerate(pattern):
        depth += (char in "([") - (char in ")]")
        if char == "|" and not depth:
            out.append(pattern[begun:at])
            begun = at + 1
    return [*out, pattern[begun:]]


def openings(pattern: str) -> set[str]:
    """The letters that what a rule takes may begin with.

    >>> sorted(openings("(?<=[aeiou])y")), sorted(openings("d?ž")), sorted(openings("(?:ij|yi)$"))
    (['y'], ['d', 'ž'], ['i', 'y'])
    """
    behind = _LOOKBEHIND.match(pattern)
    rest = pattern[behind.end() :] if behind else pattern
    group, letters = _GROUP.match(rest), _CLASS.match(rest)
    if group:
        return set().union(*map(openings, _alternatives(group.group(1))))
    found = set(letters.group(1)) if letters else {rest[:1]}
    after = rest[letters.end() :] if letters else rest[1:]
    if not letters and not (rest[:1].isalpha() or rest[:1] in APOSTROPHES):
        raise ValueError(f"rule {pattern!r}: begin it with a letter, letters in brackets or a look behind")
    return found | openings(after[1:]) if after[:1] == "?" else found


def _letters(word: str, keep: frozenset[str]) -> str:
    """The letters of ``word`` in one case, with only the marks that the rules know."""
    if word.isascii() and word.isalpha():
        return word.lower()
    composed = unicodedata.normalize("NFC", word.casefold())
    return "".join(char if char in keep else fold_char(char) for char in composed)


_REPEATED = re.compile(r"([^\W\d])\1+")
_REPEATED_SOUND = re.compile(r"([^0-9])\1+")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """The sound string of one word.

    >>> sounds("Kutschek"), sounds("Koutchek"), sounds("Kuçek"), sounds("Кучек"), sounds("کوچک")
    ('kuCek', 'kuCek', 'kuCek', 'kuCek', 'k6Ck')
    >>> sounds("Chan"), sounds("Khān"), sounds("خان")
    ('1an', 'Xan', 'XAn')
    """
    if word.isascii() and word.isalpha():  # most words, and nothing to be looked at twice in them
        return _read(word.lower(), reader("latin"), "latin")
    name = script(word)
    if name not in SCRIPTS:
        if name == "none":
            return ""
        word, name = to_latin(word), "latin"
        word = "".join(char for char in word if char.isalpha() or char in APOSTROPHES)
    rules = reader(name)
    if name != "arabic":
        return _read(_letters(word, rules.keep), rules, name) if word else ""
    # A zero-width non-joiner parts a word as a space does: each part may have its own article.
    pieces = word.split("\N{ZERO WIDTH NON-JOINER}")
    return "".join(_read(_letters(piece, rules.keep), rules, name) for piece in pieces if piece)


def by_letters(letters: str, rules: Reader) -> list[str]:
    """The sounds of a word, piece by piece; a letter that no rule fits has none."""
    out = []
    known = rules.rules.get
    at, end = 0, len(letters)
    while at < end:
        reading = known(letters[at])
        if reading is None:
            at += 1
        elif isinstance(reading, str):
            out.append(reading)
            at += 1
        else:
            match = reading[0].match(letters, at)
            if match is None:
                at += 1
            else:
                said = reading[1][match.lastindex or 0]
                out.append(match.group() if said is None else said)
                at = match.end()
    return out


def _read(letters: str, rules: Reader, name: str) -> str:
    if name == "latin":
        # Doubled consonants sound once; doubled vowels have rules of their own.
        letters = _REPEATED.sub(
            lambda match: match.group(0)[:2] if match.group(1) in "aeiou" else match.group(1), letters
        )
    sound = "".join(by_letters(letters, rules))
    if name in ABJADS:
        # A script without vowels writes a letter twice for two sounds, and no more: ممدوح, ננסי.
        return _DRAWN_OUT.sub(r"\1\1", sound)
    return _REPEATED_SOUND.sub(r"\1", sound) if _REPEATED_SOUND.search(sound) else sound


@cache
def _spelled() -> dict[int, str]:
    """The letters that have another spelling, as ``str.translate`` wants them."""
    return str.maketrans(read_table("latin")["spelled"])


def spelled_out(word: str) -> str:
    """A word with its scholarly letters in common spelling; the same word where it has none.

    >>> spelled_out("Kulṯūm"), spelled_out("Ǧaʿfar")
    ('kulthūm', 'jaʿfar')
    """
    if word.isascii():
        return word
    small = unicodedata.normalize("NFC", word.lower())
    made = small.translate(_spelled())
    return word if made == small else made


@lru_cache(maxsize=65536)
def is_article(word: str, hyphened: bool) -> bool:
    """Whether ``word`` standing alone is the Arabic article, as written before another word.

    Arguments:
        word: one word of a name.
        hyphened: whether a hyphen joins it to the next word.

    >>> is_article("al", False), is_article("as", False), is_article("as", True), is_article("эд", True)
    (True, False, True, True)
    """
    name = script(word)
    if name not in ("latin", "cyrillic", "arabic"):
        return False
    rules = reader(name)
    letters = _letters(word, rules.keep)
    return letters in rules.article or (hyphened and letters in rules.article_hyphened)


@dataclass(frozen=True, slots=True)
class Symbols:
    """The sound symbols: their classes for keys, and what losing and confusing them costs."""

    vowels: frozenset[str]
    skeleton: dict[str, tuple[str, ...]]
    one_class: dict[str, str]
    loss: dict[str, float]
    confusion: dict[str, float]
    substitution: dict[str, dict[str, float]]
    unwritten: float
    edge_vowel: float
    final_vowel: dict[str, float]
    mass: dict[str, float]
    consonants: frozenset[str]


@cache
def symbols() -> Symbols:
    """The symbol table, read when first wanted."""
    table = read_table("symbols")
    confusion: dict[str, float] = {}
    for group, cost in table["confusions"]:
        for one in group:
            for other in group:
                if one != other:
                    pair = one + other
                    confusion[pair] = min(float(cost), confusion.get(pair, 1.0))
    vowels = frozenset(table["vowels"])
    skeleton = {str(key): tuple(classes) for key, classes in table["skeleton"].items()}
    loss = {str(key): float(cost) for key, cost in table["loss"].items()}
    known = sorted({*map(str, table["skeleton"]), *vowels})
    substitution: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(lambda: 1.0))
    for one in known:
        for other in known:
            # A vowel for a consonant is worse than another consonant.
            apart = 0.0 if one == other else 1.0 if (one in vowels) == (other in vowels) else 1.3
            substitution[one][other] = confusion.get(one + other, apart)
    return Symbols(
        vowels,
        skeleton,
        {key: classes[0] for key, classes in skeleton.items() if len(classes) == 1},
        loss,
        confusion,
        substitution,
        float(table["unwritten"]),
        float(table["edge_vowel"]),
        {str(key): float(cost) for key, cost in table["final_vowel"].items()},
        {
            symbol: 0.3 if symbol in vowels else 0.1 if loss.get(symbol, 1.0) <= 0.1 else 1.0
            for symbol in known
        },
        frozenset(key for key, classes in skeleton.items() if classes[0]) | {"w"},
    )


__all__ = ["ABJADS", "SCRIPTS", "Symbols", "is_article", "read_pairs", "sounds", "spelled_out", "symbols"]
