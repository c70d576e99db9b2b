"""Faults of a table that loads: what a careful editor would see, entry by entry.

Each check is a small function from a record to its faults and their remedies; :data:`CHECKS` lists
them. They look at records as one file has them, before tables are laid over one another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator

from translit.errors import Fault
from translit.fold import SCRIPT_CODES, script_of
from translit.schemes.readings import pair
from translit.tables.records import Record

LISTS = ("forms", "native", "variants")

# The script that a language's native spellings are in, unless the code names one (az-Arab).
SCRIPTS_OF = {
    "ar": "arabic",
    "fa": "arabic",
    "ota": "arabic",
    "ps": "arabic",
    "ur": "arabic",
    "be": "cyrillic",
    "bg": "cyrillic",
    "mk": "cyrillic",
    "ru": "cyrillic",
    "uk": "cyrillic",
    "ka": "georgian",
    "hy": "armenian",
    "el": "greek",
    "he": "hebrew",
    "yi": "hebrew",
}

# The languages whose natives are checked against their readings, letter by letter.
READ = frozenset({"ar", "fa", "ota", "ur"})

# The notation of readings; see variants/README.md.
READING = re.compile(r"(?:[kgscztd]h|[aiueoāīū]|[bptjdrzsfqkglmnvwhy]|[ḥṣḍṭẓ]|[ʿʾ]|[ -])+")
_WORD = re.compile(r"[^\s\-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}/.,;:()]+")
_ROMAN = re.compile(r"\b[IVXLCDM]+\b")  # Николай II

Check = Callable[[Record, Container[str]], Iterator[tuple[str, str]]]


def lint(records: Iterable[Record], known: Container[str]) -> Iterator[Fault]:
    """The faults of records, in their order.

    Arguments:
        records: as :func:`translit.tables.records.records` gives them.
        known: every id that ``distinct_from`` and ``cognates`` may name.
    """
    for record in records:
        for check in CHECKS:
            for fault, remedy in check(record, known):
                yield Fault(record["path"], record["line"], record["id"], fault, remedy)


def repeated(record: Record, known: Container[str]) -> Iterator[tuple[str, str]]:
    """A spelling that stands twice in an entry.

    Two of one text that differ in language, scheme or reading say two things; and a name in Latin
    letters is its own native spelling.
    """
    seen: dict[str, list[tuple[str, dict[str, str]]]] = {}
    heading = record.get("heading")
    if heading:
        seen[heading] = [("heading", {})]
    for key in LISTS:
        for item in record.get(key, ()):
            others = seen.setdefault(item["text"], [])
            for where, other in others:
                if (where, key) == ("heading", "forms"):
                    yield f"the form '{item['text']}' is the heading", "take it out of forms"
                    break
                if key == "native" and where in ("heading", "forms"):
                    continue
                if not _says_more(item, other):
                    first = "the heading" if where == "heading" else f"in {where}"
                    place = f"in {key} twice" if where == key else f"{first} and in {key}"
                    yield f"'{item['text']}' is {place}", f"take it out of {key}"
                    break
            others.append((key, item))


def _says_more(item: dict[str, str], other: dict[str, str]) -> bool:
    return any(
        name in item and name in other and item[name] != other[name] for name in ("lang", "scheme", "reading")
    )


def not_composed(record: Record, known: Container[str]) -> Iterator[tuple[str, str]]:
    """Text that is not in Unicode's composed form (NFC)."""
    texts = [("heading", record.get("heading", ""))]
    for key in LISTS:
        for item in record.get(key, ()):
            texts += [(key, item["text"]), ("reading", item.get("reading", ""))]
    for key, text in texts:
        if not unicodedata.is_normalized("NFC", text):
            composed = unicodedata.normalize("NFC", text)
            yield f"{key}: '{text}' is not NFC", f"write '{composed}', letters with their marks in one"


def mixed_scripts(record: Record, known: Container[str]) -> Iterator[tuple[str, str]]:
    """A word with letters of two scripts: most often a look-alike typed by mistake."""
    texts = [record.get("heading", "")]
    texts += [item["text"] for key in LISTS for item in record.get(key, ())]
    for text in texts:
        for word in _WORD.findall(text):
            first: dict[str, str] = {}
            for char in word:
                if unicodedata.category(char) in ("Lu", "Ll", "Lt", "Lo"):
                    first.setdefault(script_of(char), char)
            if len(first) > 1:
                strange = min(first, key=lambda script: sum(script_of(char) == script for char in word))
                char = first[strange]
                yield (
                    f"'{text}' mixes {' and '.join(sorted(first))} letters in one word",
                    f"look at '{char}' (U+{ord(char):04X} {unicodedata.name(char, 'unnamed')})",
                )


def dangling(record: Record, known: Container[str]) -> Iterator[tuple[str, str]]:
    """A look-alike, or a name of the same origin, that no table has."""
    for key in ("distinct_from", "cognates"):
        for name in record.get(key, ()):
            if name == record["id"]:
                yield f"{key} names the entry itself", "take it out"
            elif name not in known:
                yield f"{key} names '{name}', which is nowhere", "look at the id, or take it out"


def strange_native(record: Record, known: Container[str]) -> Iterator[tuple[str, str]]:
    """A native spelling that is not in the script of its language."""
    for item in record.get("native", ()):
        tags = item.get("lang", "").split("-")
        script = next((SCRIPT_CODES[tag] for tag in tags if tag in SCRIPT_CODES), SCRIPTS_OF.get(tags[0]))
        if script is None:
            continue
        text = _ROMAN.sub("", item["text"])
        strange = [char for char in text if char.isalpha() and script_of(char) != script]
        if any(unicodedata.category(char) != "Lm" for char in strange):
            letters = f"the {script.capitalize()} letters of lang '{item['lang']}'"
            yield (
                f"native '{item['text']}' has other than {letters}",
                "correct lang, or move it to variants",
            )


def strange_reading(record: Record, known: Container[str]) -> Iterator[tuple[str, str]]:
    """A reading with what the notation has not."""
    for key in LISTS:
        for item in record.get(key, ()):
            reading = unicodedata.normalize("NFC", item.get("reading", ""))
            rest = READING.sub("", reading)
            if rest:
                told = " ".join(dict.fromkeys(rest.replace(" ", "")))
                yield (
                    f"reading '{reading}' of '{item['text']}' has {told}, which the notation has not",
                    "variants/README.md has the letters",
                )


def unlike_reading(record: Record, known: Container[str]) -> Iterator[tuple[str, str]]:
    """A reading that its native spelling cannot be read as."""
    for item in record.get("native", ()):
        reading = item.get("reading", "")
        if not reading or item.get("lang") not in READ or READING.sub("", reading):
            continue
        if not pair(reading, item["text"]):
            yield (
                f"native '{item['text']}' does not spell the reading '{reading}'",
                "compare them letter by letter; long vowels and consonants are written, short vowels are not",
            )


CHECKS: tuple[Check, ...] = (
    repeated,
    not_composed,
    mixed_scripts,
    dangling,
    strange_native,
    strange_reading,
    unlike_reading,
)
