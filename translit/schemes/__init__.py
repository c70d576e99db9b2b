"""Romanisation schemes: tables as data, apart from the engines that apply them.

A table (``tables/<lang>-<id>.yaml``) names its language, script, title and source, and holds ordered
rules and samples of its own, which the tests run. Letter schemes go from the letters of a script that
spells its sounds (:mod:`translit.schemes.letters`); reading schemes go from the reading of a
vocalised Arabic or Persian text (:mod:`translit.schemes.vocalised`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from translit.cache import cached
from translit.errors import UnknownName, near
from translit.schemes.letters import LetterScheme, capital
from translit.schemes.vocalised import read
from translit.tokens import WORD

# Marks a word whose vowels are a guess.
GUESS = "(?)"
TABLES = Path(__file__).parent / "tables"


@dataclass(frozen=True, slots=True)
class Scheme:
    """A romanisation scheme: what it is and where it comes from."""

    id: str
    lang: str
    script: str
    title: str
    source: str
    notes: str = ""
    target: str = "Latn"
    samples: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The scheme as plain data, without its samples."""
        return {
            "id": self.id,
            "lang": self.lang,
            "script": self.script,
            "target": self.target,
            "title": self.title,
            "source": self.source,
            "notes": self.notes,
        }


@cache
def _tables() -> dict[tuple[str, str], dict[str, Any]]:
    files = sorted(TABLES.glob("*.yaml"))
    source = b"\0".join(file.read_bytes() for file in files)

    def parse() -> Any:
        import yaml  # imported late: kept tables need no YAML

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return [yaml.load(file.read_bytes(), Loader=loader) for file in files]

    return {(table["lang"], table["id"]): table for table in cached("schemes", source, parse)}


def schemes(lang: str | None = None) -> tuple[Scheme, ...]:
    """The schemes there are, by language and id.

    Arguments:
        lang: only those of a language (BCP 47: ``ru``, ``fa`` …).

    >>> [scheme.id for scheme in schemes("ka")][:1]
    ['ala-lc']
    """
    return tuple(
        Scheme(
            table["id"],
            table["lang"],
            table["script"],
            table["title"],
            table["source"],
            table.get("notes", ""),
            table.get("target", "Latn"),
            tuple((str(one), str(other)) for one, other in table["samples"]),
        )
        for (language, _), table in sorted(_tables().items())
        if lang is None or language == lang
    )


def _table(scheme: str, lang: str) -> dict[str, Any]:
    table = _tables().get((lang, scheme))
    if table is not None:
        return table
    here = sorted(name for language, name in _tables() if language == lang)
    if not here:
        languages = sorted({language for language, _ in _tables()})
        raise UnknownName(f"no scheme for language '{lang}'; languages: {', '.join(languages)}")
    likely = near(scheme, here)
    hint = f"; did you mean '{likely}'?" if likely else f"; known: {', '.join(here)}"
    raise UnknownName(f"no scheme '{scheme}' for '{lang}'{hint}")


@cache
def _engine(scheme: str, lang: str) -> LetterScheme:
    table = _table(scheme, lang)
    rules = [(str(pattern), str(output)) for pattern, output in table["rules"]]
    return LetterScheme(rules, cased=table.get("from") != "reading")


def apply_scheme(
    text: str, scheme: str, lang: str, known: Callable[[str], str | None] | None = None
) -> tuple[str, tuple[str, ...]]:
    """``text`` by a scheme, and the words that had to be guessed.

    Arguments:
        text: text in the scheme's script.
        scheme, lang: as for :func:`translit.romanise`.
        known: the reading of an unvocalised word, where somebody knows it.

    Raises:
        UnknownName: no such scheme, or none for the language.

    >>> apply_scheme("ქუთაისი", "national", "ka")
    ('kutaisi', ())
    """
    table = _table(scheme, lang)
    engine = _engine(scheme, lang)
    if table.get("from") != "reading":
        return engine.romanise(text), ()
    out: list[str] = []
    guessed: list[str] = []
    at = 0
    readings = read(text, lang)
    for match, reading in zip(WORD.finditer(text), readings, strict=True):
        out.append(text[at : match.start()])
        word = match.group()
        bare = not any(map(unicodedata.combining, word))
        sounds = known(word) if known is not None and bare else None
        if sounds is not None:
            out.append(" ".join(_name(engine.romanise_word(part)) for part in sounds.split()))
        elif reading.exact:
            out.append(engine.romanise_word(reading.text))
        else:
            guessed.append(word)
            out.append(engine.romanise_word(reading.text) + GUESS)
        at = match.end()
    out.append(text[at:])
    return "".join(out), tuple(guessed)


def _name(written: str) -> str:
    """A name with its capital, behind the article if it has one."""
    parted = re.match(r"[^\W\d_]{1,3}[- ]", written)
    if parted:
        return parted.group() + capital(written[parted.end() :])
    return capital(written)


__all__ = ["GUESS", "Scheme", "apply_scheme", "schemes"]
