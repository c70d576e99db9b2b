"""One mention a line for reading: where it stands, what is written, who it is and how it was found.

Lines and columns count from 1, columns in code points; several files go before the line, as grep
writes them. An ambiguous mention lists its entities with ``|`` between.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from translit.formats.document import Document
from translit.formats.layout import lines

_LINE_END = re.compile(r"\r\n|\r|\n")


def write(documents: Iterable[Document], stream: TextIO, *, aligned: bool = False) -> None:
    """Write the mentions: in columns when ``aligned``, else parted by tabs."""
    for document in documents:
        for line in lines(_rows(document, 2 if aligned else 4), aligned):
            stream.write(line + "\n")


def _rows(document: Document, digits: int) -> Iterator[list[str]]:
    ends = _LINE_END.finditer(document.text)
    end = next(ends, None)
    number, begin = 1, 0
    named = "" if document.file is None else f"{document.file}:"
    for annotation in document.annotations:
        while end is not None and end.end() <= annotation.start:
            number, begin = number + 1, end.end()
            end = next(ends, None)
        yield [
            f"{named}{number}:{annotation.start - begin + 1}",
            annotation.text,
            "|".join([annotation.entity.id, *annotation.ambiguous_with]),
            annotation.tier,
            f"{annotation.score:.{digits}f}",
        ]
