"""Table files as raw entries that remember their lines.

YAML is read event by event over PyYAML's C parser, so that every scalar stays the string that was
typed, a duplicate key, an alias, a tag or a run-away depth is a fault with its line, and nothing is
ever constructed. The flat forms give entries of the same shape.
"""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from translit.errors import Fault
from translit.tables.paths import display

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH = 8
_COLUMNS = ("id", "type", "heading", "variants")


class Lines(dict[str, Any]):
    """A mapping that knows the line it begins on, and the line of each of its keys."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.key_lines: dict[str, int] = {}


class Items(list[Any]):
    """A list that knows the line it begins on, and the line of each item."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.item_lines: list[int] = []


@dataclass
class Source:
    """What a file holds: its entries, and what is wrong with it so far."""

    path: str
    entries: list[Lines] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, line: int | None, fault: str, remedy: str, entry: str | None = None) -> None:
        """Note a fault."""
        self.faults.append(Fault(self.path, line, entry, fault, remedy))


def read_source(path: Path, content: bytes) -> Source:
    """The raw entries of one table file; never raises for what the file holds."""
    source = Source(display(path))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        source.fault(line, f"not UTF-8 at byte {error.start}", "save the table as UTF-8")
        return source
    suffix = path.suffix.lower()
    if suffix in (".yaml", ".yml"):
        _read_yaml(text, source)
    elif suffix == ".jsonl":
        _read_jsonl(text, source)
    else:
        _read_flat(text, "\t" if suffix == ".tsv" else ",", source)
    if not source.entries and not source.faults:
        source.fault(None, "the table is empty", "give at least one entry, or leave the file out")
    return source


class _Refused(Exception):
    """A fault after which the rest of the file means nothing."""


def _read_yaml(text: str, source: Source) -> None:
    try:
        root = _build(text, source)
    except _Refused:
        return
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        what = error.problem or error.context or "malformed"
        source.fault(line, f"not YAML: {what}", "look at the indentation, quotation marks and colons there")
        return
    except yaml.YAMLError as error:
        source.fault(None, f"not YAML: {str(error).splitlines()[0]}", "save it as plain UTF-8 text")
        return
    if root is None:
        return
    if not isinstance(root, Items):
        line = root.line if isinstance(root, Lines) else 1
        source.fault(line, "a table is a list of entries", "begin each entry with '- id: …'")
        return
    for item, line in zip(root, root.item_lines, strict=True):
        if isinstance(item, Lines):
            source.entries.append(item)
        else:
            source.fault(line, "an entry is a mapping", "write '- id: …' and the other keys below it")


def _build(text: str, source: Source) -> Any:
    """The document as Lines, Items and strings, from parser events, without recursion."""
    stack: list[Any] = []
    keys: list[str | None] = []
    root: Any = None
    documents = 0

    def place(value: Any, line: int) -> None:
        nonlocal root
        if not stack:
            root = value
            return
        parent = stack[-1]
        if isinstance(parent, Items):
            parent.append(value)
            parent.item_lines.append(line)
            return
        key = keys[-1]
        if key is None:
            if not isinstance(value, str):
                source.fault(line, "a key is a plain word", "write 'key: value'")
                raise _Refused
            keys[-1] = value
            if value in parent:
                source.fault(
                    line,
                    f"key '{value}' is given twice",
                    f"keep one (the first is on line {parent.key_lines[value]})",
                    parent.get("id") if isinstance(parent.get("id"), str) else None,
                )
            parent.key_lines.setdefault(value, line)
            return
        keys[-1] = None
        parent.setdefault(key, value)

    for event in yaml.parse(text, Loader=_LOADER):
        mark = event.start_mark
        line = mark.line + 1 if mark else 0
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                source.fault(line, "a second document begins", "keep one list; remove the '---'")
                raise _Refused
        elif isinstance(event, yaml.AliasEvent):
            source.fault(line, f"alias '*{event.anchor}'", "write the value out; tables have no aliases")
            raise _Refused
        elif isinstance(event, yaml.NodeEvent):
            if event.anchor:
                source.fault(line, f"anchor '&{event.anchor}'", "remove it; tables have no aliases")
                raise _Refused
            tag = getattr(event, "tag", None)
            if tag and tag != "tag:yaml.org,2002:str":
                source.fault(line, f"tag '{tag}'", "remove it; every value is a plain string")
                raise _Refused
            if isinstance(event, yaml.ScalarEvent):
                # An empty value stays empty text: `note:` says nothing.
                place(event.value, line)
                continue
            if len(stack) >= _MAX_DEPTH:
                source.fault(line, "nested too deeply", "an entry needs three levels at most")
                raise _Refused
            made: Any = Lines(line) if isinstance(event, yaml.MappingStartEvent) else Items(line)
            if stack and isinstance(stack[-1], Lines) and keys[-1] is None:
                source.fault(line, "a key is a plain word", "write 'key: value'")
                raise _Refused
            place(made, line)
            stack.append(made)
            keys.append(None)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            stack.pop()
            keys.pop()
    return root


def _with_lines(value: Any, line: int, source: Source) -> Any:
    """JSON data as the YAML reader would give it."""
    if isinstance(value, dict):
        made = Lines(line)
        for key, item in value.items():
            made[key] = _with_lines(item, line, source)
            made.key_lines[key] = line
        return made
    if isinstance(value, list):
        items = Items(line)
        for item in value:
            items.append(_with_lines(item, line, source))
            items.item_lines.append(line)
        return items
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _read_jsonl(text: str, source: Source) -> None:
    # Line feeds only: str.splitlines would also cut at U+2028, which may stand inside a JSON string.
    for number, row in enumerate(text.split("\n"), 1):
        if not row.strip():
            continue
        try:
            value = json.loads(row, object_pairs_hook=_unique)
        except (ValueError, RecursionError) as error:
            what = getattr(error, "msg", None) or str(error) or "nested too deeply"
            source.fault(number, f"not JSON: {what}", "write one JSON object a line")
            continue
        if not isinstance(value, dict):
            source.fault(number, "an entry is a JSON object", 'write {"id": …, "type": …}')
            continue
        source.entries.append(_with_lines(value, number, source))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            raise ValueError(f"key '{key}' is given twice")
        made[key] = value
    return made


def _read_flat(text: str, delimiter: str, source: Source) -> None:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header: list[str] | None = None
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            source.fault(line, f"not a table: {error}", "look at the quotation marks on that line")
            return
        if not any(cell.strip() for cell in row):
            continue
        if header is None:
            header = [cell.strip().lower() for cell in row]
            if sorted(header) != sorted(set(header)):
                source.fault(line, "a column is given twice", "keep one of them")
                return
            missing = [column for column in ("id", "heading") if column not in header]
            if missing:
                source.fault(
                    line,
                    f"no column '{missing[0]}'",
                    f"the first row names the columns: {delimiter.join(_COLUMNS)}",
                )
                return
            continue
        if len(row) > len(header):
            source.fault(
                line,
                f"{len(row)} cells under {len(header)} columns",
                "quote a cell that holds the delimiter",
            )
            continue
        entry = Lines(line)
        for column, cell in zip(header, row, strict=False):
            cell = cell.strip()
            if not cell:
                continue
            entry.key_lines[column] = line
            if column in ("variants", "forms", "distinct_from", "cognates", "not", "not_beside"):
                items = Items(line)
                for item in re.split(r"\s*\|\s*", cell):
                    if item:
                        items.append(item)
                        items.item_lines.append(line)
                entry[column] = items
            else:
                entry[column] = cell
        source.entries.append(entry)
