"""Rows of cells as lines: in columns for a reader, with tabs for a program."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

_SPACE = re.compile(r"\s+")
# What would move the cursor or colour the screen; a table or a text may hold anything.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")


def cell(text: str) -> str:
    r"""``text`` on one line, fit for a terminal.

    >>> cell("Mirza\r\nKuchik\tKhan \x1b[31m")
    'Mirza Kuchik Khan �[31m'
    """
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", _SPACE.sub(" ", text)).strip()


def width(text: str) -> int:
    """How many columns of a terminal ``text`` takes.

    >>> width("Rasht"), width("Kūchik"), width("کوچک‌خان"), width("北京")
    (5, 6, 7, 4)
    """
    columns = 0
    for char in text:
        if unicodedata.category(char) in ("Mn", "Me", "Cf"):
            continue
        columns += 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
    return columns


def lines(rows: Iterable[Sequence[str]], aligned: bool) -> Iterator[str]:
    """One line a row, without the line end: columns of even width, or cells parted by tabs.

    >>> list(lines([["0.99", "rasht"], ["0.9", "anzali"]], aligned=True))
    ['0.99  rasht', '0.9   anzali']
    """
    if not aligned:
        for row in rows:
            yield "\t".join(cell(item) for item in row)
        return
    cells = [[cell(item) for item in row] for row in rows]
    widths = [max(width(item) for item in column) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = [item + " " * (size - width(item)) for item, size in zip(row, widths, strict=True)]
        yield "  ".join(padded).rstrip()
