"""Comma-separated values (RFC 4180, with plain line feeds): a header, then one annotation a row."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from translit.formats.document import Document

COLUMNS = (
    "start",
    "end",
    "text",
    "entity",
    "type",
    "heading",
    "score",
    "variant",
    "tier",
    "scheme",
    "ambiguous_with",
)


def write(documents: Iterable[Document], stream: TextIO, *, aligned: bool = False) -> None:
    """Write the rows; ``file`` is the first column where there are several files.

    Several ids in ``ambiguous_with`` are separated by ``|``, as in a flat table.
    """
    table = csv.writer(stream, lineterminator="\n")
    headed = False
    for document in documents:
        named = [] if document.file is None else [document.file]
        if not headed:
            table.writerow(["file"] * len(named) + list(COLUMNS))
            headed = True
        for annotation in document.annotations:
            cells = annotation.to_dict()
            cells["ambiguous_with"] = "|".join(annotation.ambiguous_with)
            table.writerow(named + [cells[column] for column in COLUMNS])
    if not headed:
        table.writerow(COLUMNS)
