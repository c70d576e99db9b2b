"""Inflected names: from a word of running text to the forms that a table may list.

Each language's endings (and the small words that its script writes together with the next) are a table
beside this module: ``tables/<lang>.yaml``. A rule offers a base form; whether there is such a name is for
the index to say. The tables also hold each language's commonest small words, by which a paragraph shows
what language it is in, since an ending says something in its own language only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from translit.cache import cached_yaml
from translit.fold import SCRIPT_CODES, fold, script
from translit.schemes.letters import capital

TABLES = Path(__file__).parent / "tables"
# Languages are likely that show at least this share of the small words of the likeliest.
SHARE = 0.6
# A base form is not shorter than this.
SHORTEST = 3
# Nor than this, in Korean, where a syllable is a word in a name: 아흐마드 샤.
SYLLABLE = 2
# Which languages a text may be in that shows none, by script. In Latin letters there are too many.
_UNTOLD = {
    "cyrillic": ("ru", "uk"),
    "arabic": ("fa", "ar"),
    "armenian": ("hy",),
    "georgian": ("ka",),
    "greek": ("el",),
    "hebrew": ("he",),
    "other": ("ko",),
}


@dataclass(frozen=True, slots=True)
class Base:
    """A form that a word may be inflected from.

    ``lead`` counts the code points in front of the word that are not the name's (بتهران); ``note`` says
    what the ending or the prefix is.
    """

    text: str
    fold: str
    lead: int
    note: str


_LAST = re.compile(r"(?:(?<!\\)([^\W_])|\[([^\]\\^-]+)\]|\(\?:([^()\[\]\\?*+.{}]+)\))\$")


def last_letters(pattern: str) -> str:
    """The letters with which a word can end that a pattern of an ending finds; none where they are not plain
    to see.

    >>> last_letters("(?<=..o)(?:v[aä]|lle|n)$"), last_letters("(?<=...)[aä]$"), last_letters("ka$|ke$")
    ('', 'aä', '')
    >>> last_letters("(?<=..o)(?:lle|n)$")
    'en'
    """
    depth = 0
    for sign in pattern.replace("\\(", "").replace("\\)", ""):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            return ""
    match = _LAST.search(pattern)
    if match is None or match.end() < len(pattern):
        return ""
    letter, letters, endings = match.groups()
    found = letter or letters or "".join([ending[-1:] for ending in endings.split("|")])
    return "".join(sorted(set(found))) if not endings or all(endings.split("|")) else ""


class Rule:
    """How a word may be inflected: what is found in it, what stands for that in the base form, and what it
    is.

    Most words end otherwise, which their last letter shows; only where it fits is the pattern compiled.
    """

    def __init__(self, pattern: str, base: str, note: str) -> None:
        self._source = pattern
        self._pattern: re.Pattern[str] | None = None
        self._last = last_letters(pattern)
        self.base = base
        self.note = note

    def search(self, word: str) -> re.Match[str] | None:
        """What is found in a word in small letters."""
        if self._last and word[-1:] not in self._last:
            return None
        if self._pattern is None:
            self._pattern = re.compile(self._source)
        return self._pattern.search(word)


@dataclass(frozen=True, slots=True)
class Language:
    """The endings of one language."""

    lang: str
    script: str
    words: frozenset[str]
    rules: tuple[Rule, ...]
    prefixes: tuple[Rule, ...]
    letters: dict[int, str]  # of an older spelling, one for one
    silent: str  # a letter that an older spelling wrote at the end of words
    adjectives: re.Pattern[str] | None  # how surnames end that are adjectives before a noun


@cache
def _tables() -> list[dict[str, Any]]:
    files = sorted(TABLES.glob("*.yaml"))
    return [
        {**table, "id": file.stem, "words": [str(word).casefold() for word in table["words"]]}
        for file, table in zip(files, cached_yaml("inflection", *files), strict=True)
    ]


@cache
def language(name: str) -> Language:
    """The endings of a language, by its file's name (``ru``, ``sr-latn``)."""
    table = table_of(name)
    return Language(
        name,
        SCRIPT_CODES.get(table["script"], "other"),
        frozenset(table["words"]),
        tuple([Rule(*row) for row in table.get("rules", ())]),
        tuple([Rule(*row) for row in table.get("prefixes", ())]),
        str.maketrans(table.get("letters", {})),
        table.get("silent", ""),
        re.compile(table["adjectives"]) if "adjectives" in table else None,
    )


@cache
def small_words() -> Mapping[str, tuple[str, ...]]:
    """The small words of all languages, in small letters, with the languages that each is of."""
    out: dict[str, tuple[str, ...]] = {}
    for table in _tables():
        for word in dict.fromkeys(table["words"]):
            out[word] = (*out.get(word, ()), table["id"])
    return out


@cache
def table_names() -> tuple[str, ...]:
    """The names of all tables; a language's number is its place here."""
    return tuple(table["id"] for table in _tables())


@cache
def numbered_words() -> Mapping[str, tuple[int, ...]]:
    """The small words of all languages, as :func:`small_words`, with the numbers of the languages."""
    numbers = {name: number for number, name in enumerate(table_names())}
    return {word: tuple(numbers[name] for name in names) for word, names in small_words().items()}


@cache
def table_of(name: str) -> Mapping[str, Any]:
    """The table of a language, as it is written."""
    return next(table for table in _tables() if table["id"] == name)


@cache
def capital_nouns(name: str) -> bool:
    """Whether every noun of a language has a capital, so that one says nothing of a name.

    >>> capital_nouns("de"), capital_nouns("nl")
    (True, False)
    """
    return table_of(name).get("nouns") == "capital"


@lru_cache(maxsize=4096)
def may_be_noun(word: str, name: str) -> bool:
    """Whether a word with a capital may be a noun of a language, as far as its letters tell.

    >>> may_be_noun("Übergabe", "de"), may_be_noun("Dvořáček", "de"), may_be_noun("House", "en")
    (True, False, False)
    """
    if not capital_nouns(name):
        return False
    own = table_of(name)["accents"]
    return all(char.isascii() or char in own for char in word.lower())


@cache
def respelling_languages() -> tuple[str, ...]:
    """The languages that have letters of their own for sounds of foreign names.

    >>> respelling_languages()
    ('es', 'nl')
    """
    return tuple(table["id"] for table in _tables() if "respelled" in table)


@lru_cache(maxsize=65536)
def respelled(text: str, name: str) -> str:
    """A name as others spell it, where a language has letters of its own for some sounds.

    >>> respelled("Ehsanolá Jan", "es"), respelled("Lenin", "es"), respelled("Ehsan Oellah", "nl")
    ('Ehsanolá Khan', 'Lenin', 'Ehsan Ullah')
    """
    for letter, other in _respellings(name):
        text = text.replace(letter, other)
    return text


@cache
def _respellings(name: str) -> tuple[tuple[str, str], ...]:
    """The letters of a language's own and what others write for them, small and with a capital."""
    rows = table_of(name).get("respelled", {}).items()
    return tuple([pair for one, other in rows for pair in ((one, other), (one.title(), other.title()))])


@cache
def thing_articles(name: str) -> frozenset[str]:
    """The articles of a language that tell that a surname alone is a thing's: at the Curzon.

    >>> sorted(thing_articles("en")), sorted(thing_articles("de"))
    (['the'], [])
    """
    return frozenset(table_of(name).get("articles", ()))


@cache
def indefinite_articles(name: str) -> frozenset[str]:
    """The articles of a language that tell that the name of a place is a thing's: she drove a Volga.

    >>> sorted(indefinite_articles("en")), sorted(indefinite_articles("ru"))
    (['a', 'an'], [])
    """
    return frozenset(table_of(name).get("indefinite", ()))


@cache
def person_limits(name: str) -> frozenset[str]:
    """The words of a language behind a surname with such an article that it is a person's for all that.

    >>> "of" in person_limits("en"), "on" in person_limits("en")
    (True, False)
    """
    return frozenset(table_of(name).get("limits", ()))


@cache
def joins_syllables(name: str) -> bool:
    """Whether a language joins the syllables of foreign names with hyphens: Xta-lin, Xta-lin-grát.

    >>> joins_syllables("vi"), joins_syllables("en")
    (True, False)
    """
    return table_of(name).get("hyphens") == "syllables"


@cache
def compounds(name: str) -> bool:
    """Whether a language writes compounds as one word, the last part of which says what is meant.

    >>> compounds("fi"), compounds("en")
    (True, False)
    """
    return table_of(name).get("compounds") == "last"


@cache
def names_in_guillemets(name: str) -> bool:
    """Whether a language sets guillemets around the names of clubs, ships, factories: «Кубань».

    >>> names_in_guillemets("ru"), names_in_guillemets("fr")
    (True, False)
    """
    return table_of(name).get("guillemets") == "names"


@lru_cache(maxsize=4096)
def is_possessive(word: str, name: str) -> bool:
    """Whether a word may say in a language whose something is, of a name that is no surname: Lenin brat,
    Lena's brother.

    >>> is_possessive("Lenina", "hr"), is_possessive("Lenjinova", "hr"), is_possessive("Lenin", "de")
    (True, False, False)
    """
    pattern = table_of(name).get("possessives")
    return pattern is not None and re.search(pattern, word) is not None


@lru_cache(maxsize=4096)
def is_subject(word: str, name: str) -> bool:
    """Whether a name ends in a language as only the subject of a sentence does, after which nothing is named.

    >>> is_subject("Dzeržinskis", "lt"), is_subject("Dzeržinskio", "lt"), is_subject("Dzeržinskis", "de")
    (True, False, False)
    """
    pattern = table_of(name).get("subjects")
    return pattern is not None and re.search(pattern, word) is not None


@cache
def ends_last(name: str) -> bool:
    """Whether only the last word of a name takes endings, so that one shows where the name ends.

    >>> ends_last("tr"), ends_last("ru")
    (True, False)
    """
    return table_of(name).get("endings") == "last"


@cache
def inflects(name: str) -> bool:
    """Whether a language's names take endings or prefixes at all.

    >>> inflects("ru"), inflects("en")
    (True, False)
    """
    table = table_of(name)
    return bool(table.get("rules") or table.get("prefixes"))


def is_adjective(word: str, name: str) -> bool:
    """Whether a surname of a language may be an adjective where a noun follows.

    >>> is_adjective("Троцкий", "ru"), is_adjective("Ленин", "ru")
    (True, False)
    """
    found = language(name)
    if found.adjectives is None:
        return False
    old = _small(word, False).translate(found.letters).removesuffix(found.silent or "\0")
    return found.adjectives.search(old) is not None


@cache
def has_adjectives(name: str) -> bool:
    """Whether a surname may be an adjective in a language at all; its code may stand for all its scripts.

    >>> has_adjectives("ru"), has_adjectives("en")
    (True, False)
    """
    return any("adjectives" in table for table in _tables() if table["id"].partition("-")[0] == name)


@cache
def latin_languages() -> tuple[str, ...]:
    """The languages in Latin letters whose names take endings."""
    return tuple(name for name, written in _scripts().items() if written == "latin" and inflects(name))


@cache
def _scripts() -> dict[str, str]:
    return {table["id"]: SCRIPT_CODES.get(table["script"], "other") for table in _tables()}


def likely(counts: Mapping[str, int], written: str) -> tuple[str, ...]:
    """The languages that a stretch of text may be in.

    Arguments:
        counts: how many small words of each language it has.
        written: the script of the word in question, as :func:`translit.fold.script` names it.

    >>> likely({"de": 9, "nl": 6, "en": 1}, "latin"), likely({}, "georgian"), likely({}, "latin")
    (('de', 'nl'), ('ka',), ())
    """
    scripts = _scripts()
    here = {name: count for name, count in counts.items() if scripts[name] == written}
    if not here:
        return tuple(name for name in _UNTOLD.get(written, ()) if name in scripts)
    most = max(here.values())
    return tuple(sorted(name for name, count in here.items() if count >= SHARE * most))


@cache
def _signs() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """By script, the languages with the letters that few others have."""
    out: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}
    for table in _tables():
        if "signs" in table:
            written = SCRIPT_CODES.get(table["script"], "other")
            out[written] = (*out.get(written, ()), (table["id"], frozenset(table["signs"])))
    return out


def by_letters(text: str, written: str, least: int = 1) -> tuple[str, ...]:
    """The languages that the letters of a text show, where its words show none.

    Arguments:
        text: a paragraph.
        written: the script in question.
        least: so many different letters that few languages have.

    >>> by_letters("Бакыда доғулмушду, Әзизбәјов", "cyrillic"), by_letters("В Баку", "cyrillic")
    (('az-cyrl',), ())
    """
    known = _signs().get(written)
    if not known:
        return ()
    letters = set(text.lower())
    own = spelt_in(tuple(name for name, _ in known), text)
    found = {name: len(signs & letters) for name, signs in known if name in own}
    most = max(found.values(), default=0)
    return tuple(name for name, count in found.items() if count == most) if most >= least else ()


@cache
def _typical() -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """By script, the languages with what is typical of their words."""
    out: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {}
    for table in _tables():
        if "typical" in table:
            written = SCRIPT_CODES.get(table["script"], "other")
            pattern = re.compile("|".join(table["typical"]))
            out[written] = (*out.get(written, ()), (table["id"], pattern))
    return out


def typical(text: str, written: str) -> dict[str, int]:
    """How often a text has what is typical of the words of each language, as far as any is there.

    Arguments:
        text: a paragraph.
        written: the script in question.

    >>> typical("Judenitšin joukot pysähtyivät kaupungin laidalle", "latin"), typical("Lenin", "latin")
    ({'fi': 1}, {})
    """
    folded = text.lower()
    counts = {name: sum(1 for _ in pattern.finditer(folded)) for name, pattern in _typical().get(written, ())}
    return {name: count for name, count in counts.items() if count}


@cache
def _lacking() -> dict[str, frozenset[str]]:
    """The letters that no word of a language has, by language."""
    return {table["id"]: frozenset(table["lacks"]) for table in _tables() if "lacks" in table}


def spelt_in(names: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Those of some languages that have all the letters of a text.

    >>> spelt_in(("bg", "ru", "sr"), "за спиной, и поезд шёл")
    ('ru',)
    """
    lacking = _lacking()
    letters = set(text.lower())
    return tuple(name for name in names if name not in lacking or lacking[name].isdisjoint(letters))


@cache
def any_inflects(names: tuple[str, ...]) -> bool:
    """Whether the names of any of some languages take endings or prefixes."""
    return any(map(inflects, names))


def in_script(langs: Iterable[str], written: str) -> tuple[str, ...]:
    """The tables of some languages, by their codes, that are of a script.

    >>> in_script(["sr", "en"], "cyrillic"), in_script(["sr"], "latin")
    (('sr',), ('sr-latn',))
    """
    wanted = set(langs)
    return tuple(
        name
        for name, script_of in _scripts().items()
        if script_of == written and (name in wanted or name.partition("-")[0] in wanted)
    )


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that have a table, without their scripts."""
    return tuple(dict.fromkeys(name.partition("-")[0] for name in _scripts()))


@cache
def numbers_in(written: str) -> tuple[int, ...]:
    """The numbers of the languages of a script, by name."""
    scripts = _scripts()
    numbers = {name: number for number, name in enumerate(table_names())}
    return tuple([numbers[name] for name in sorted(numbers) if scripts[name] == written])


@lru_cache(maxsize=4096)
def names_of(numbers: tuple[int, ...]) -> tuple[str, ...]:
    """The names of some languages."""
    names = table_names()
    return tuple([names[number] for number in numbers])


def by_name(counts: list[int]) -> dict[str, int]:
    """The languages that were counted, by name, from how often each was, by number.

    >>> by_name([0] * len(table_names()))
    {}
    """
    return {name: count for name, count in zip(table_names(), counts, strict=True) if count}


def count_small_words(words: Iterable[str]) -> dict[str, int]:
    """How many small words of each language there are among words, as written.

    >>> count_small_words(["der", "mann", "und", "die", "frau"])["de"]
    3
    """
    counts: dict[str, int] = {}
    known = small_words()
    for word in words:
        for name in known.get(word.casefold(), ()):
            counts[name] = counts.get(name, 0) + 1
    return counts


_TURKIC = frozenset({"tr", "az"})


def _small(word: str, turkic: bool) -> str:
    """A word in small letters, one for one."""
    if turkic:
        word = word.replace("İ", "i").replace("I", "ı")
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in word)


@lru_cache(maxsize=100_000)
def bases(word: str, name: str) -> tuple[Base, ...]:
    """The forms that a word may be inflected from, in one language; the word itself is not among them.

    Arguments:
        word: one word of a text.
        name: the language.

    >>> [base.text for base in bases("Лениным", "ru")], [base.text for base in bases("Lenins", "de")]
    (['Ленин'], ['Lenin'])
    """
    found = language(name)
    word = unicodedata.normalize("NFC", word)
    if script(word) != found.script:
        return ()
    small = _small(word, name in _TURKIC)
    small = small.translate(found.letters)
    capitals = word.isupper() and len(word) > 1
    out: dict[tuple[str, int], Base] = {}
    if found.silent and small.endswith(found.silent):
        word, small = word[:-1], small[:-1]
        _keep(out, word, 0, "older spelling")
    for rule in found.rules:
        match = rule.search(small)
        if match:
            text = word[: match.start()] + (rule.base.upper() if capitals else rule.base)
            if not match.start() and word[:1].isupper():
                text = capital(text)
            _keep(out, text, 0, rule.note)
    for rule in found.prefixes:
        match = rule.search(small)
        if match and match.end():
            _keep(out, rule.base + word[match.end() :], match.end() - len(rule.base), rule.note)
    return tuple(out.values())


def _keep(out: dict[tuple[str, int], Base], text: str, lead: int, note: str) -> None:
    folded = fold(text)
    if len(folded) >= (SHORTEST if script(text) != "other" else SYLLABLE):
        out.setdefault((folded, lead), Base(text, folded, lead, note))


__all__ = [
    "Base",
    "Language",
    "any_inflects",
    "bases",
    "by_letters",
    "by_name",
    "compounds",
    "count_small_words",
    "has_adjectives",
    "in_script",
    "inflects",
    "is_possessive",
    "language",
    "languages",
    "last_letters",
    "latin_languages",
    "likely",
    "small_words",
]
