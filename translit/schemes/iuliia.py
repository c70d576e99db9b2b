"""The Russian schemes of the package ``iuliia``, under its own ids with hyphens (``gost-779``).

iuliia knows modern spelling, word by word. What this module adds, without touching the package:

- text in NFD, and stress marks, which iuliia takes for the end of a word;
- words all in capitals (ЩУКИН is SHCHUKIN, not ShchUKIN), and one-letter words among them;
- ё as the Latin letter ë, where iuliia's schemes write the Cyrillic one;
- the letters of the spelling before 1918: as the standard has them (GOST 7.79), otherwise as their
  modern equals, a final ъ left out;
- rules of a scheme's own source that iuliia leaves out (``_before``, ``_after``).

The package is imported when one of its schemes is asked for, not before.
"""

from __future__ import annotations

import importlib
import re
import unicodedata
from functools import cache, lru_cache
from typing import Any, NamedTuple

from translit.errors import TranslitError, UnknownName, near
from translit.schemes.letters import all_capitals, among_capitals, capital, unstressed, upper
from translit.tokens import WORD

LANG = "ru"
_SITE = "https://iuliia.ru"

# Id: (title, page of iuliia's site that describes it).
_TITLES = {
    "ala-lc": ("ALA-LC", "ala-lc"),
    "ala-lc-alt": ("ALA-LC without ties and diacritics", "ala-lc"),
    "bgn-pcgn": ("BGN/PCGN 1947, with the optional middle dot", "bgn-pcgn"),
    "bgn-pcgn-alt": ("BGN/PCGN 1947, without the optional middle dot", "bgn-pcgn"),
    "bs-2979": ("British Standard 2979:1958", "bs-2979"),
    "bs-2979-alt": ("British Standard 2979:1958, without diacritics", "bs-2979"),
    "gost-16876": ("GOST 16876-71, table 1", "gost-16876"),
    "gost-16876-alt": ("GOST 16876-71, table 2 (without diacritics)", "gost-16876"),
    "gost-52290": ("GOST R 52290-2004 (road signs)", "gost-52290"),
    "gost-52535": ("GOST R 52535.1-2006 (passports until 2013)", "gost-52535"),
    "gost-7034": ("GOST R 7.0.34-2014 (simplified transliteration)", "gost-7034"),
    "gost-779": ("GOST 7.79-2000, system A (= ISO 9:1995)", "gost-779"),
    "gost-779-alt": ("GOST 7.79-2000, system B (without diacritics)", "gost-779"),
    "icao-doc-9303": ("ICAO Doc 9303 (passports since 2013)", "icao-doc-9303"),
    "iso-9-1954": ("ISO/R 9:1954", "iso-9-1954"),
    "iso-9-1968": ("ISO/R 9:1968", "iso-9-1968"),
    "iso-9-1968-alt": ("ISO/R 9:1968, permitted deviations for English", "iso-9-1968"),
    "mosmetro": ("Maps of the Moscow Metro", "mosmetro"),
    "mvd-310": ("Order 310 of the Ministry of the Interior, 1997 (passports)", "mvd-310"),
    "mvd-310-fr": ("Order 310 of the Ministry of the Interior, 1997, French version", "mvd-310"),
    "mvd-782": ("Order 782 of the Ministry of the Interior, 2000 (driving licences)", "mvd-782"),
    "scientific": ("Scientific transliteration", "scientific"),
    "telegram": ("International telegrams", "telegram"),
    "ungegn-1987": ("UNGEGN 1987 (resolution V/18)", "ungegn-1987"),
    "wikipedia": ("English Wikipedia", "wikipedia"),
    "yandex-maps": ("Yandex Maps", "yandex-maps"),
    "yandex-money": ("Yandex Money", "yandex-money"),
}

_VOWELS = "аеёиоуыэюя"
_OLD = str.maketrans("ѣіѳѵ", "еифи")
_OLD_OF = {
    # GOST 7.79-2000 has these letters itself, in system A and in system B.
    "gost-779": str.maketrans({"ѣ": "ě", "і": "ì", "ѳ": "f̀", "ѵ": "ỳ"}),
    "gost-779-alt": str.maketrans({"ѣ": "ye", "і": "i", "ѳ": "fh", "ѵ": "yh"}),
}
# Rules that iuliia leaves out, on the small letters before it sees them: [pattern, Latin letters].
_BEFORE = {
    # GOST 7.79, system B: c, not cz, before i, e, y, j; so before ё, ю, я (yo, yu, ya) and э (e`) too.
    "gost-779-alt": [("ц(?=[ёюяэ])", "c")],
    # ISO/R 9:1968 has y for и in Ukrainian only.
    "iso-9-1968-alt": [("и", "i")],
    # The order's French table: ss between vowels.
    "mvd-310-fr": [(f"(?<=[{_VOWELS}])с(?=[{_VOWELS}])", "ss")],
    # Wikipedia departs from BGN/PCGN after й and in -ые only: ее is eye.
    "wikipedia": [("(?<=[её])е", "ye")],
    # Yandex's own rules: ye after every vowel and after ь; y for ь before и.
    "yandex-maps": [("(?<=[еёыь])е", "ye"), ("ь(?=и)", "y")],
}
# Order 782 and GOST R 52290: ye at the beginning of a word.
_INITIAL_YE = frozenset({"mvd-782", "gost-52290"})
# Words of iuliia's samples that leave these rules out.
_OUTDATED = {
    "ala-lc": "Юлия",  # both letters under a tie are capital
    "gost-52290": "ещё",
    "iso-9-1968-alt": "и",
    "mvd-310-fr": "Васи",
    "mvd-782": "ещё",
}

# Samples for the rules added here.
_OWN = {
    "ala-lc": (("Юлия", "I͡Ulii͡a"),),
    "gost-52290": (("ещё", "yeshche"), ("Екатеринбург", "Yekaterinburg")),
    "gost-779-alt": (("Цюрих", "Cyurix"), ("Цветаева", "Czvetaeva"), ("Цинцинат", "Cincinat")),
    "iso-9-1968-alt": (
        ("Юлия", "Yuliya"),
        ("этих", "ėtikh"),
        ("мягких", "myagkikh"),
        ("Щукин", "Shchukin"),
        ("Троцкий", "Trotskiĭ"),
    ),
    "mvd-310-fr": (("Васильева", "Vassilieva"), ("Васин", "Vassine")),
    "mvd-782": (("ещё", "yeshche"), ("Елена", "Yelena")),
    "wikipedia": (("Андреев", "Andreyev"), ("Майер", "Mayer")),
    "yandex-maps": (("Арсеньев", "Arsenyev"), ("Ильинский", "Ilyinskiy")),
}


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
        Row(id, title, f"{_SITE}/{page}/", _samples(id, repository))
        for id, (title, page) in _TITLES.items()
        if repository.has(id.replace("-", "_"))
    ]


def has(id: str) -> bool:
    """Whether iuliia has a scheme, under the id that it has here."""
    return id in _TITLES


def romanise(text: str, id: str) -> str:
    """``text`` by a scheme of iuliia's, in NFC.

    Raises:
        UnknownName: iuliia has no such scheme.
        TranslitError: iuliia is not installed.

    >>> romanise("Юлия Щеглова, ЩУКИН", "wikipedia")
    'Yuliya Shcheglova, SHCHUKIN'
    """
    if id not in _TITLES:
        likely = near(id, list(_TITLES))
        hint = f"; did you mean '{likely}'?" if likely else f"; known: {', '.join(_TITLES)}"
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
    return f"y{written}" if id in _INITIAL_YE and word.startswith(("е", "ѣ")) else written


def _before(word: str, id: str) -> str:
    """The word as iuliia is to see it; Latin letters pass through it unchanged."""
    if id != "gost-779":
        word = re.sub("(?<=.)ъ$", "", word)
    word = word.translate(_OLD_OF.get(id, _OLD))
    for pattern, written in _BEFORE.get(id, ()):
        word = re.sub(pattern, written, word)
    return word


def _latin(written: str) -> str:
    return written.replace("ё", "ë").replace("Ё", "Ë")


def _samples(id: str, repository: Any) -> tuple[tuple[str, str], ...]:
    out: dict[str, str] = {}
    for given, wanted in repository.get(id.replace("-", "_")).samples:
        parts = list(zip(given.split(), wanted.split(), strict=False))
        same = len(given.split()) == len(wanted.split())
        for one, other in parts if same else [(given, wanted)]:
            word = one.rstrip(",")
            if id not in _OUTDATED or _OUTDATED[id] not in word:
                out.setdefault(word, unicodedata.normalize("NFC", _latin(other.removesuffix(","))))
    return (*out.items(), *_OWN.get(id, ()))


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
