"""Raw entries to checked records; the one definition of what an entry may hold.

:func:`json_schema` writes the same definition as the JSON Schema that ships beside the tables.
"""

from __future__ import annotations

import re
from typing import Any

from translit.errors import remedy_for
from translit.model import (
    DATE_KEYS,
    ELEMENT_TYPES,
    ENTITY_TYPES,
    IDENTIFIER_KEYS,
    STATUSES,
)
from translit.tables.source import Items, Lines, Source

Record = dict[str, Any]

SPELLING_KEYS = ("text", "lang", "scheme", "reading", "source", "status", "note", "short")
ENTRY_KEYS = (
    "id",
    "type",
    "heading",
    "description",
    "dates",
    "forms",
    "native",
    "variants",
    "distinct_from",
    "not_beside",
    "widely_borne",
    "cognates",
    "identifiers",
    "lang",
    "note",
    "not",
    "replace",
    "remove",
)
_TEXT_KEYS = ("heading", "description", "lang", "note")
_SPELLING_LISTS = ("forms", "native", "variants")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
DATE = re.compile(r"(?:(?:c\.|before|after) )?-?\d{1,4}(?:-\d{2}(?:-\d{2})?)?(?:/-?\d{1,4})?\??")


def records(source: Source) -> list[Record]:
    """The records of a source; what is wrong goes to its faults."""
    out: list[Record] = []
    # Entities and elements have ids of their own; which an entry without a type extends, its layer knows.
    seen: dict[tuple[str, bool | None], int] = {}
    for raw in source.entries:
        record = _Entry(raw, source).record()
        if record is None:
            continue
        kind = record.get("type")
        first = seen.setdefault((record["id"], kind and kind in ELEMENT_TYPES), raw.line)
        if first != raw.line:
            source.fault(
                raw.line,
                "the id is used twice in this table",
                f"give this entry another id, or join it to that on line {first}",
                record["id"],
            )
            continue
        out.append(record)
    source.faults.sort(key=lambda fault: fault.line or 0)
    return out


class _Entry:
    """One raw entry on its way to a record."""

    def __init__(self, raw: Lines, source: Source) -> None:
        self.raw = raw
        self.source = source
        name = raw.get("id")
        self.name = name if isinstance(name, str) and name else None

    def fault(self, line: int | None, fault: str, remedy: str) -> None:
        self.source.fault(line, fault, remedy, self.name)

    def line(self, key: str) -> int:
        return self.raw.key_lines.get(key, self.raw.line)

    def record(self) -> Record | None:
        before = len(self.source.faults)
        self._unknown(self.raw, ENTRY_KEYS)
        if self.name is None:
            self.fault(self.raw.line, "no id", "give the entry 'id: a-readable-slug'")
        elif not ID.fullmatch(self.name):
            self.fault(
                self.line("id"),
                f"id '{self.name}' is not a slug",
                "use small ASCII letters, digits and single hyphens",
            )
        record: Record = {"id": self.name, "line": self.raw.line, "path": self.source.path}
        kind = self.raw.get("type")
        if kind:
            known = ENTITY_TYPES + ELEMENT_TYPES
            if kind not in known:
                self.fault(self.line("type"), f"unknown type '{kind}'", remedy_for(str(kind), known))
            record["type"] = kind
        for key in _TEXT_KEYS:
            value = self._string(key)
            if value:
                record[key] = value
        for key in ("widely_borne", "replace", "remove"):
            value = self._string(key)
            if value:
                if value not in ("true", "false"):
                    self.fault(self.line(key), f"{key} is '{value}'", "write true or false")
                if value == "true" or key == "widely_borne":
                    record[key] = value == "true"
        for key in _SPELLING_LISTS:
            spellings = [self._spelling(key, item, line) for item, line in self._items(key)]
            if spellings:
                record[key] = [spelling for spelling in spellings if spelling]
        for key in ("distinct_from", "cognates", "not", "not_beside"):
            strings = []
            for item, line in self._items(key):
                if not isinstance(item, str) or not item.strip():
                    self.fault(line, f"{key} lists plain strings", "write one id or spelling an item")
                elif not key.startswith("not") and not ID.fullmatch(item):
                    self.fault(line, f"'{item}' is not an id", "name another entry by its id")
                else:
                    strings.append(item)
            if strings:
                record[key] = strings
        self._mapping(record, "dates", DATE_KEYS, DATE, "write a year or a date: 1921, 1921-12-02, c. 1870")
        self._mapping(record, "identifiers", IDENTIFIER_KEYS, re.compile(r"\S+"), "write the bare identifier")
        return record if len(self.source.faults) == before else None

    def _unknown(self, mapping: Lines, known: tuple[str, ...]) -> None:
        for key in mapping:
            if key not in known:
                self.fault(mapping.key_lines[key], f"unknown key '{key}'", remedy_for(key, known))

    def _string(self, key: str) -> str | None:
        value = self.raw.get(key)
        if value is None:
            return None
        if not isinstance(value, str):
            self.fault(self.line(key), f"{key} is one plain string", f"write '{key}: …' on one line")
            return None
        value = value.strip()
        if key == "heading" and not any(char.isalnum() for char in value):
            self.fault(self.line(key), "the heading is empty", "write the form to print")
        return value

    def _items(self, key: str) -> list[tuple[Any, int]]:
        value = self.raw.get(key)
        if value is None or value == "":
            return []
        if isinstance(value, Items):
            return list(zip(value, value.item_lines, strict=True))
        self.fault(self.line(key), f"{key} is a list", f"write '{key}: […]', or one '- …' a line")
        return []

    def _spelling(self, key: str, item: Any, line: int) -> dict[str, Any] | None:
        if isinstance(item, str):
            item_map: Any = {"text": item}
        elif isinstance(item, Lines):
            self._unknown(item, SPELLING_KEYS)
            item_map = item
        else:
            self.fault(line, f"{key} holds spellings", "write a string, or {text: …, lang: …}")
            return None
        text = item_map.get("text")
        if not isinstance(text, str) or not any(char.isalnum() for char in text):
            self.fault(line, "a spelling without letters", "give it 'text', or take it out")
            return None
        spelling: dict[str, Any] = {"text": text.strip()}
        for name in SPELLING_KEYS[1:]:
            value = item_map.get(name)
            if value is None or value == "":
                continue
            if not isinstance(value, str):
                self.fault(line, f"{name} is one plain string", f"write '{name}: …'")
            elif name == "status" and value not in STATUSES:
                self.fault(line, f"unknown status '{value}'", remedy_for(value, STATUSES))
            elif name == "lang" and not LANG.fullmatch(value):
                self.fault(line, f"'{value}' is no language code", "write a BCP 47 code: fa, ru, az-Cyrl")
            elif name == "short":
                if value not in ("true", "false"):
                    self.fault(line, f"short is '{value}'", "write true or false")
                if value == "true":
                    spelling["short"] = True
            else:
                spelling[name] = value
        return spelling

    def _mapping(
        self, record: Record, key: str, known: tuple[str, ...], pattern: re.Pattern[str], remedy: str
    ) -> None:
        value = self.raw.get(key)
        if value is None or value == "":
            return
        if not isinstance(value, Lines):
            self.fault(self.line(key), f"{key} is a mapping", f"write '{key}: {{{known[0]}: …}}'")
            return
        self._unknown(value, known)
        made = {}
        for name, item in value.items():
            if name not in known:
                continue
            if not isinstance(item, str) or not pattern.fullmatch(item):
                self.fault(value.key_lines[name], f"{key}: {name} is '{item}'", remedy)
            else:
                made[name] = item
        if made:
            record[key] = made


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a table in YAML or JSON, from the same definitions."""
    text = {"type": "string", "minLength": 1}
    spelling = {
        "oneOf": [
            text,
            {
                "type": "object",
                "required": ["text"],
                "additionalProperties": False,
                "properties": {
                    "text": text,
                    "lang": {"type": "string", "pattern": f"^(?:{LANG.pattern})$"},
                    "scheme": text,
                    "reading": text,
                    "source": text,
                    "status": {"enum": list(STATUSES)},
                    "note": text,
                    "short": {"type": ["boolean", "string"], "enum": [True, False, "true", "false"]},
                },
            },
        ]
    }
    spellings = {"type": "array", "items": spelling}
    slug = {"type": "string", "pattern": f"^{ID.pattern}$"}
    flag = {"type": ["boolean", "string"], "enum": [True, False, "true", "false"]}
    scalar = {"type": ["string", "number", "integer"]}
    properties: dict[str, Any] = {
        "id": slug,
        "type": {"enum": list(ENTITY_TYPES + ELEMENT_TYPES)},
        "heading": {**text, "description": "The form that is printed."},
        "description": {**text, "description": "One line: who or what it is."},
        "dates": {
            "type": "object",
            "additionalProperties": False,
            "properties": dict.fromkeys(DATE_KEYS, scalar),
        },
        "forms": {**spellings, "description": "Names that are right as they stand."},
        "native": {**spellings, "description": "Spellings in the name's own script."},
        "variants": {**spellings, "description": "Every other spelling."},
        "distinct_from": {"type": "array", "items": slug},
        "not_beside": {
            "type": "array",
            "items": {"type": "string", "minLength": 3},
            "description": "Beginnings of words that tell that one word of the name is somebody else's.",
        },
        "widely_borne": {
            **flag,
            "description": "Streets, brands and others bear the name: one word of it alone says little.",
        },
        "cognates": {"type": "array", "items": slug},
        "identifiers": {
            "type": "object",
            "additionalProperties": False,
            "properties": dict.fromkeys(IDENTIFIER_KEYS, scalar),
        },
        "lang": {"type": "string", "pattern": f"^(?:{LANG.pattern})$"},
        "note": text,
        "not": {"type": "array", "items": text},
        "replace": flag,
        "remove": flag,
    }
    assert tuple(properties) == ENTRY_KEYS
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A table of translit",
        "type": "array",
        "items": {
            "type": "object",
            "required": ["id"],
            "additionalProperties": False,
            "properties": properties,
        },
    }
