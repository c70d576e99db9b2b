"""The JSON Schema that ships beside the tables says what the loader says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from translit.tables.layers import load_records
from translit.tables.paths import shipped_folder, table_files
from translit.tables.records import json_schema
from translit.tables.source import read_source

SCHEMA = shipped_folder() / "entity.schema.json"
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(json_schema())


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


def test_the_shipped_file_is_up_to_date() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == json_schema()


@pytest.mark.parametrize(
    "path", table_files(shipped_folder()), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_the_shipped_tables_are_valid(path: Path, validator: Draft202012Validator) -> None:
    # An editor's YAML reader gives numbers, dates and null for unquoted values.
    data = json.loads(json.dumps(yaml.load(path.read_bytes(), Loader=LOADER), default=str))
    faults = [f"{list(error.absolute_path)}: {error.message[:100]}" for error in validator.iter_errors(data)]
    assert not faults, faults[:5]


@pytest.mark.parametrize(
    "entry",
    [
        {"id": "x", "type": "person", "heading": "Ada"},
        {
            "id": "x",
            "variants": ["Ada", {"text": "Eda", "lang": "az-Cyrl", "status": "ocr", "short": "true"}],
        },
        {"id": "x", "remove": "true"},
        {"id": "x", "replace": "true", "type": "place", "heading": "Ada"},
        {"id": "x", "not": ["Ada"], "distinct_from": ["y-2"]},
        {"id": "x", "dates": {"born": "c. 1870", "died": "1921-12-02"}, "identifiers": {"wikidata": "Q1"}},
    ],
)
def test_what_is_allowed(entry: dict[str, Any], validator: Draft202012Validator) -> None:
    assert validator.is_valid([entry])
    assert not faults(entry)


@pytest.mark.parametrize(
    "entry",
    [
        {"type": "person", "heading": "Ada"},
        {"id": "Ada", "type": "person", "heading": "Ada"},
        {"id": "x", "type": "river", "heading": "Ada"},
        {"id": "x", "varients": ["Ada"]},
        {"id": "x", "variants": "Ada"},
        {"id": "x", "variants": [{"lang": "fa"}]},
        {"id": "x", "variants": [{"text": "Ada", "colour": "red"}]},
        {"id": "x", "variants": [{"text": "Ada", "status": "old"}]},
        {"id": "x", "variants": [["Ada"]]},
        {"id": "x", "dates": {"burn": "1870"}},
        {"id": "x", "distinct_from": ["Not An Id"]},
        {"id": "x", "replace": "maybe"},
        {"id": "x", "heading": ["Ada"]},
    ],
)
def test_what_is_refused(entry: dict[str, Any], validator: Draft202012Validator) -> None:
    assert not validator.is_valid([entry])
    assert faults(entry)


def faults(entry: dict[str, Any]) -> bool:
    """Whether the loader finds fault with an entry, given something to lie over."""
    from translit import TableError

    path = Path("entry.jsonl")
    below = [(path, b'{"id": "x", "type": "person", "heading": "Below"}')]
    try:
        load_records([below, [(path, json.dumps(entry).encode())]])
    except TableError:
        return True
    return bool(read_source(path, json.dumps(entry).encode()).faults)
