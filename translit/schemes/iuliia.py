"""The Russian schemes of the package ``iuliia``, under its own ids with hyphens (``gost-779``).

iuliia knows modern spelling, word by word. What this module adds, without touching the package:

- text in NFD, and stress marks, which iuliia takes for the end of a word;
- words all in capitals (ЩУКИН is SHCHUKIN, not ShchUKIN), and one-letter words among them;
- ё as the Latin letter ë, where iuliia's schemes write the Cyrillic one;
- the letters of the spelling before 1918: as the standard has them (GOST 7.79), otherwise as their
  modern equals, a final ъ left out;
- rules of a scheme's own source that iuliia leaves out.

What is added to each scheme is in ``iuliia.yaml``. The package is imported when one of its schemes is
asked for, not before.
"""

from __future__ import annotations

import importlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from translit.errors import TranslitError, UnknownName, near
from translit.schemes.data import read_data
from translit.schemes.letters import all_capitals, among_capitals, capital, unstressed, upper
from translit.tokens import WORD

LANG = "ru"


@dataclass(frozen=True, slots=True)
class Additions:
    """What is added to iuliia, by scheme: the lists of ``iuliia.yaml``."""

    site: str
    schemes: dict[str, dict[str, str]]  # title, page
    old_letters: dict[int, str]
    old_letters_of: dict[str, dict[int, str]]
    final_sign: frozenset[str]
    before: dict[str, tuple[tuple[str, str], ...]]
    initial_ye: frozenset[str]
    outdated: dict[str, str]
    samples: dict[str, tuple[tuple[str, str], ...]]


@cache
def additions() -> Additions:
    """The lists, read when first wanted."""
    data = read_data("iuliia")
    return Additions(
        site=data["site"],
        schemes=data["schemes"],
        old_letters=str.maketrans(data["old_letters"]),
        old_letters_of={id: str.maketrans(pairs) for id, pairs in data["old_letters_of"].items()},
        final_sign=frozenset(data["final_sign"]),
        before={id: tuple((one, other) for one, other in rows) for id, rows in data["before"].items()},
        initial_ye=frozenset(data["initial_ye"]),
        outdated=data["outdated"],
        samples={id: tuple((one, other) for one, other in rows) for id, rows in data["samples"].items()},
    )


class Row(NamedTuple):
    """A scheme of iuliia: its id with hyphens, its title, where it is described, its samples."""

    id: str
    title: str
    source: str
    samples: tuple[tuple[str, str], ...]


def schemes() -> list[Row]:
    """The Russian schemes that the installed iuliia has; none when it is not installed.

    A sample of iuliia's that is a sentence is given word by word; the rules added here have samples of
    their own.
    """
    try:
        repository = _repository()
    except TranslitError:
        return []
    return [
        Row(id, row["title"], f"{additions().site}/{row['page']}/", _samples(id, repository))
        for id, row in additions().schemes.items()
        if repository.has(id.replace("-", "_"))
    ]


def has(id: str) -> bool:
    """Whether iuliia has a scheme, under the id that it has here."""
    return id in additions().schemes


def romanise(text: str, id: str) -> str:
    """``text`` by a scheme of iuliia's, in NFC.

    Raises:
        UnknownName: iuliia has no such scheme.
        TranslitError: iuliia is not installed.

    >>> romanise("Юлия Щеглова, ЩУКИН", "wikipedia")
    'Yuliya Shcheglova, SHCHUKIN'
    """
    if not has(id):
        likely = near(id, list(additions().schemes))
        hint = f"; did you mean '{likely}'?" if likely else f"; known: {', '.join(additions().schemes)}"
        raise UnknownName(f"no scheme '{id}' in iuliia{hint}")
    return unicodedata.normalize(
        "NFC", WORD.sub(lambda match: _word(match.group(), id, among_capitals(match)), unstressed(text))
    )


@lru_cache(maxsize=20_000)
def _word(word: str, id: str, in_capitals: bool) -> str:
    small = word.lower()
    if in_capitals or all_capitals(word):
        return upper(_small(small, id))
    if word == small:
        return _small(word, id)
    if word[1:] == small[1:]:
        return capital(_small(small, id))
    start = re.match("[А-ЯЁ]{2,}", word)
    if start:  # an abbreviation with its ending, ЮНЕСКОвский
        written, front = _small(small, id), _small(small[: start.end()], id)
        if written.startswith(front):
            return upper(front) + written[len(front) :]
    return _latin(_scheme(id).translate(_before(word, id)))


def _small(word: str, id: str) -> str:
    written = _latin(_scheme(id).translate(_before(word, id)))
    return f"y{written}" if id in additions().initial_ye and word.startswith(("е", "ѣ")) else written


def _before(word: str, id: str) -> str:
    """The word as iuliia is to see it; Latin letters pass through it unchanged."""
    added = additions()
    if id not in added.final_sign:
        word = re.sub("(?<=.)ъ$", "", word)
    word = word.translate(added.old_letters_of.get(id, added.old_letters))
    for pattern, written in added.before.get(id, ()):
        word = re.sub(pattern, written, word)
    return word


def _latin(written: str) -> str:
    return written.replace("ё", "ë").replace("Ё", "Ë")


def _samples(id: str, repository: Any) -> tuple[tuple[str, str], ...]:
    out: dict[str, str] = {}
    outdated = additions().outdated
    for given, wanted in repository.get(id.replace("-", "_")).samples:
        parts = list(zip(given.split(), wanted.split(), strict=False))
        same = len(given.split()) == len(wanted.split())
        for one, other in parts if same else [(given, wanted)]:
            word = one.rstrip(",")
            if id not in outdated or outdated[id] not in word:
                out.setdefault(word, unicodedata.normalize("NFC", _latin(other.removesuffix(","))))
    return (*out.items(), *additions().samples.get(id, ()))


@cache
def _scheme(id: str) -> Any:
    return _repository().get(id.replace("-", "_"))


@cache
def _repository() -> Any:
    try:
        return importlib.import_module("iuliia").schemas
    except ImportError as error:
        raise TranslitError(
            "the Russian schemes of iuliia need the package iuliia: pip install iuliia"
        ) from error


__all__ = ["LANG", "Row", "has", "romanise", "schemes"]
