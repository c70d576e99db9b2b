"""Entities from the records of the tables, each packed until somebody asks for it."""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from typing import Any

from translit.making import maker, single
from translit.model import Entity, Variant

_ROLES = (("forms", "form"), ("native", "native"), ("variants", "variant"))
_entity = maker(Entity)
_variant = maker(Variant)


def pack(records: list[dict[str, Any]]) -> tuple[list[str], list[bytes]]:
    """The ids of records, and the records as bytes, so that a run reads only those it needs."""
    return [record["id"] for record in records], [marshal.dumps(record) for record in records]


def unpack(row: bytes) -> dict[str, Any]:
    """A record that was packed."""
    record: dict[str, Any] = marshal.loads(row)
    return record


def entity_of(record: Mapping[str, Any]) -> Entity:
    """The entity that a checked record describes."""
    find = record.get
    heading = record["heading"]
    first = _variant(heading, "heading", None, None, None, None, None, None, False)
    variants = [first]
    for key, role in _ROLES:
        for item in find(key, ()):
            of = item.get
            variants.append(
                _variant(
                    item["text"],
                    role,
                    of("lang"),
                    of("scheme"),
                    of("reading"),
                    of("source"),
                    of("status"),
                    of("note"),
                    bool(of("short")),
                )
            )
    return _entity(
        record["id"],
        record["type"],
        heading,
        find("description"),
        dict(find("dates", ())),
        single(first) if len(variants) == 1 else tuple(variants),
        tuple(find("distinct_from", ())),
        dict(find("identifiers", ())),
        find("lang"),
        find("note"),
        tuple(find("not_beside", ())),
        bool(find("widely_borne")),
    )
