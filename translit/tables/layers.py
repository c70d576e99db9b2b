"""Tables laid over one another: what a later entry does to an earlier one of the same id.

The rules, which ``variants/README.md`` tells the reader of the tables:

- a new id adds an entry;
- the same id extends the entry below: single values (heading, description, note, widely_borne, each date and
  identifier) replace, lists (forms, native, variants, distinct_from, not_beside, cognates) are added to; a
  ``type`` that is given must be the same;
- ``replace: true`` starts afresh, ``remove: true`` drops the entry, ``not`` takes spellings out.

The order is: the shipped tables, then each path given, in the order given; within a folder the
files go by name.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from translit.errors import Fault, TableError
from translit.fold import fold
from translit.model import ELEMENT_TYPES
from translit.tables.records import Record, records
from translit.tables.source import read_source

# "entity" or "element", and the id
Key = tuple[str, str]

_LISTS = ("forms", "native", "variants", "distinct_from", "not_beside", "cognates")
_SINGLE = ("heading", "description", "note", "lang", "widely_borne")
_MAPPINGS = ("dates", "identifiers")


def load_records(
    layers: Iterable[Iterable[tuple[Path, bytes]]], below: Iterable[Record] = ()
) -> list[Record]:
    """The records of several layers of files laid over one another.

    Arguments:
        layers: the lowest first; within one layer an id stands once.
        below: records loaded before, which lie below them all.

    Returns:
        One record an id, in the order of first appearance.

    Raises:
        TableError: with every fault of every file.
    """
    faults: list[Fault] = []
    base: dict[Key, Record] = {}
    for record in below:
        base[_key(record, base)] = record
    for layer in layers:
        here: dict[Key, Record] = {}
        for path, content in layer:
            source = read_source(path, content)
            found = records(source)
            for record in found:
                key = _key(record, base)
                if key in here:
                    other = here[key]
                    source.fault(
                        record["line"],
                        f"the id is used in {other['path']}:{other['line']} too",
                        "give this entry another id, or join the two",
                        record["id"],
                    )
                    continue
                here[key] = record
            faults.extend(source.faults)
        for key, record in here.items():
            faults.extend(_lay(base, key, record))
    if faults:
        raise TableError(faults)
    return list(base.values())


def _key(record: Record, base: dict[Key, Record]) -> Key:
    """Entities and elements have ids of their own: a person and a given name may both be Shamil.

    An entry without a type extends the entity of that id, or else the element.
    """
    name = record["id"]
    kind = record.get("type")
    if kind is None:
        return ("entity", name) if ("element", name) not in base else _known(name, base)
    return ("element" if kind in ELEMENT_TYPES else "entity", name)


def _known(name: str, base: dict[Key, Record]) -> Key:
    return ("entity", name) if ("entity", name) in base else ("element", name)


def _lay(base: dict[Key, Record], key: Key, record: Record) -> list[Fault]:
    """Lay one record over what is there."""
    name = record["id"]

    def fault(what: str, remedy: str) -> list[Fault]:
        return [Fault(record["path"], record["line"], name, what, remedy)]

    below = base.get(key)
    if record.get("remove"):
        if below is None:
            return fault("removes an entry that is not there", "take the entry out")
        del base[key]
        return []
    if below is None or record.get("replace"):
        missing = [key for key in ("type", "heading") if not record.get(key)]
        if missing:
            return fault(
                f"no {' and no '.join(missing)}",
                "a new entry needs id, type and heading; to extend one, use its id",
            )
        base[key] = _clean(record)
        return []
    if record.get("type", below["type"]) != below["type"]:
        return fault(
            f"type '{record['type']}', but the entry below is a '{below['type']}'",
            "use another id, or 'replace: true'",
        )
    base[key] = _extend(below, record)
    return []


def _clean(record: Record) -> Record:
    return _without(
        {key: value for key, value in record.items() if key not in ("not", "replace", "remove")},
        record.get("not", ()),
    )


def _without(record: Record, spellings: Iterable[str]) -> Record:
    out = {fold(spelling) for spelling in spellings}
    if not out:
        return record
    record = dict(record)
    for key in ("forms", "native", "variants"):
        if key in record:
            record[key] = [item for item in record[key] if fold(item["text"]) not in out]
    return record


def _extend(below: Record, record: Record) -> Record:
    made: dict[str, Any] = dict(below)
    for key in _SINGLE:
        if key in record:
            made[key] = record[key]
    if made["heading"] != below["heading"]:
        # The heading below goes on being a spelling of the entity, unless it is taken out.
        made["variants"] = [*made.get("variants", []), {"text": below["heading"]}]
    made = _without(made, record.get("not", ()))
    for key in _MAPPINGS:
        if key in record:
            made[key] = {**made.get(key, {}), **record[key]}
    for key in _LISTS:
        if key in record:
            old = made.get(key, [])
            made[key] = [*old, *(item for item in record[key] if item not in old)]
    return made
