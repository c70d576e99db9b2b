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
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from translit.cache import cached_yaml
from translit.errors import UnknownName, near
from translit.fold import SCRIPT_CODES, script
from translit.schemes.data import read_data
from translit.schemes.letters import LetterScheme, capital
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
def _tables() -> dict[tuple[str, str, str], dict[str, Any]]:
    tables = cached_yaml("schemes", *sorted(TABLES.glob("*.yaml")))
    return {(table["lang"], table["id"], table["script"]): table for table in tables}


def schemes(lang: str | None = None) -> tuple[Scheme, ...]:
    """The schemes there are, by language and id.

    Arguments:
        lang: only those of a language (BCP 47: ``ru``, ``fa`` …).

    >>> [scheme.id for scheme in schemes("ka")][:1]
    ['ala-lc']
    """
    from translit.schemes import iuliia  # imported late: a name is matched without

    out = {
        key: Scheme(
            table["id"],
            table["lang"],
            table["script"],
            table["title"],
            table["source"],
            table.get("notes", ""),
            table.get("target", "Latn"),
            tuple((str(one), str(other)) for one, other in table["samples"]),
        )
        for key, table in _tables().items()
    }
    for name, title, source, samples in iuliia.schemes():
        out.setdefault(
            (iuliia.LANG, name, "Cyrl"), Scheme(name, iuliia.LANG, "Cyrl", title, source, samples=samples)
        )
    return tuple(scheme for key, scheme in sorted(out.items()) if lang is None or scheme.lang == lang)


def _table(scheme: str, lang: str, text: str) -> dict[str, Any] | None:
    """The table of a scheme; of several for a language of several scripts, the one for the text's script.

    None for a scheme that iuliia has and no table.
    """
    from translit.schemes import iuliia

    found = [
        table
        for (language, name, _), table in _tables().items()
        if language == lang and (name == scheme or scheme in table.get("aliases", ()))
    ]
    if not found and lang == iuliia.LANG and iuliia.has(scheme):
        return None
    if found:
        given = script(text)
        return next((table for table in found if SCRIPT_CODES[table["script"]] == given), found[0])
    here = sorted(one.id for one in schemes(lang))
    if not here:
        languages = sorted({language for language, _, _ in _tables()})
        raise UnknownName(f"no scheme for language '{lang}'; languages: {', '.join(languages)}")
    likely = near(scheme, here)
    hint = f"; did you mean '{likely}'?" if likely else f"; known: {', '.join(dict.fromkeys(here))}"
    raise UnknownName(f"no scheme '{scheme}' for '{lang}'{hint}")


@cache
def _engine(scheme: str, lang: str, written: str) -> LetterScheme:
    table = _tables()[lang, scheme, written]
    rules = [(str(pattern), str(output)) for pattern, output in table["rules"]]
    return LetterScheme(
        rules,
        cased=table.get("from") != "reading",
        lowered="turkic" if lang in ("az", "tr") and written == "Latn" else None,
        raised=table.get("capitals"),
    )


@dataclass(frozen=True, slots=True)
class Pipe:
    """A scheme ready to be applied to words, or two in a row.

    ``name`` is the id of the scheme; of two in a row, of both, joined by ``+``.
    """

    name: str
    engines: tuple[LetterScheme, ...]
    target: str  # the script of its output, as translit.fold.script names it
    reading: bool = False  # it is given sounds, not letters

    @property
    def cased(self) -> bool:
        """Whether the script of its output has capitals."""
        return self.target in ("latin", "cyrillic", "armenian", "greek")

    def text(self, given: str) -> str:
        """Text in the scheme's script, as the scheme writes it."""
        for engine in self.engines:
            given = engine.romanise(given)
        return given


@cache
def rank(lang: str, name: str) -> int:
    """How often a convention is met, 0 for the commonest of its language; of two in a row, after the rest."""
    order = read_data("order")["order"].get(lang, [])
    first, through, _ = name.partition("+")
    return (order.index(first) if first in order else len(order)) + (100 if through else 0)


@cache
def is_usual(lang: str, name: str) -> bool:
    """Whether a convention is among those commonly met in a language's names.

    >>> is_usual("fa", "ala-lc"), is_usual("fa", "russian+german")
    (True, False)
    """
    order = read_data("order")
    return name in order["order"].get(order["same"].get(lang, lang), ())


@cache
def pipes(lang: str, written: str) -> tuple[Pipe, ...]:
    """The schemes that go from a language's spelling in a script, the commonest first.

    Arguments:
        lang: the language (``fa``, ``ru`` …).
        written: the script, as :func:`translit.fold.script` names it.

    >>> [pipe.name for pipe in pipes("ru", "cyrillic")][:2]
    ['english', 'ala-lc-plain']
    """
    lang = lang.partition("-")[0]
    lang = read_data("order")["same"].get(lang, lang)
    out = [
        Pipe(
            name,
            (_engine(name, lang, code),),
            SCRIPT_CODES[table.get("target", "Latn")],
            table.get("from") == "reading",
        )
        for (language, name, code), table in sorted(_tables().items())
        if language == lang and SCRIPT_CODES[code] == written
    ]
    out.sort(key=lambda pipe: (rank(lang, pipe.name), pipe.name))
    for step in read_data("order")["through"]:
        first = (
            next((pipe for pipe in out if pipe.name == step["scheme"]), None)
            if step["lang"] == lang
            else None
        )
        if first is not None:
            out += [
                Pipe(
                    f"{first.name}+{name}",
                    (*first.engines, _engine(name, step["into"], "Cyrl")),
                    "latin",
                    first.reading,
                )
                for name in step["then"]
            ]
    return tuple(out)


@lru_cache(maxsize=100_000)
def write_word(sounds: str, pipe: Pipe) -> str:
    """One word of a reading (or several, parted by spaces) as a scheme writes it, with its capital.

    >>> [write_word("kūčik", pipe) for pipe in pipes("fa", "arabic")[:2]]
    ['Kuchek', 'Kūchik']
    """
    first, *rest = pipe.engines
    words = ((word, first.romanise_word(word)) for word in sounds.split())
    text = " ".join(_name(written, word) if pipe.cased else written for word, written in words)
    for engine in rest:
        text = engine.romanise(text)
    return text


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
    from translit.schemes import iuliia  # imported late: a name is matched without
    from translit.schemes.persian import joined
    from translit.schemes.vocalised import read

    table = _table(scheme, lang, text)
    if table is None:
        return iuliia.romanise(text, scheme), ()
    engine = _engine(scheme, lang, table["script"])
    if table.get("from") != "reading":
        return engine.romanise(text), ()
    out: list[str] = []
    guessed: list[str] = []
    at = 0
    text = unicodedata.normalize("NFC", text)
    vocalised = any(map(unicodedata.combining, text))  # then letters are read as signed, and have no capitals
    readings = read(text, lang)
    for match, reading in zip(WORD.finditer(text), readings, strict=True):
        out.append(text[at : match.start()])
        word = match.group()
        bare = not any(map(unicodedata.combining, word))
        sounds = known(word) if known is not None and bare else None
        if script(word) not in (SCRIPT_CODES[table["script"]], "none"):
            out.append(word)
        elif sounds is not None:
            sounds = joined(sounds) if lang == "fa" else sounds
            parts = [(part, engine.romanise_word(part)) for part in sounds.split()]
            out.append(" ".join(said if vocalised else _names(said, part) for part, said in parts))
        elif reading.exact:
            out.append(engine.romanise_word(reading.text))
        else:
            guessed.append(word)
            out.append(engine.romanise_word(reading.text) + GUESS)
        at = match.end()
    out.append(text[at:])
    return unicodedata.normalize("NFC", "".join(out)), tuple(guessed)


def _names(written: str, sounds: str) -> str:
    """A name with the capital of each of its parts, where the scheme parts them: Zia od-Din, Ehsanollah."""
    parts = re.split("·(?=Λ)", sounds)
    for between in " -":
        apart = written.split(between, len(parts) - 1)
        if len(apart) == len(parts):
            return between.join(_name(one, part) for one, part in zip(apart, parts, strict=True))
    return _name(written, sounds)


def _name(written: str, sounds: str) -> str:
    """A name with its capital, behind the article if it has one."""
    parted = re.match(r"[^\W\d_]{1,3}[- ]", written) if sounds.startswith("Λ") else None
    if parted:
        return parted.group() + capital(written[parted.end() :])
    return capital(written)


__all__ = ["GUESS", "Pipe", "Scheme", "apply_scheme", "is_usual", "pipes", "rank", "schemes", "write_word"]
