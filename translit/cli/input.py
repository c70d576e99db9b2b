"""The text files that a command is given, ``-`` among them."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator

import click

from translit.text_file import TextFile, decode, read_text

STDIN = "-"


def read_files(names: tuple[str, ...], encoding: str) -> Iterator[TextFile]:
    """Each file's text; all are seen to be readable before the first is given.

    Only what cannot be read twice is kept meanwhile, so that many files need no more room than one.

    Raises:
        InputError: one of them cannot be read.
    """
    if names.count(STDIN) > 1:
        raise click.UsageError("'-' stands for standard input once")
    if len(names) == 1:
        yield _read(names[0], encoding)
        return
    kept: dict[str, TextFile] = {}
    for name in names:
        file = _read(name, encoding)
        if name == STDIN or not stat.S_ISREG(os.stat(name).st_mode):
            kept[name] = file
    for name in names:
        yield kept[name] if name in kept else _read(name, encoding)


def _read(name: str, encoding: str) -> TextFile:
    if name != STDIN:
        return read_text(name, encoding)
    file = decode(sys.stdin.buffer.read(), "standard input", encoding)
    return TextFile(STDIN, file.text, file.codec, file.size)


def is_same_file(one: str, other: str) -> bool:
    """Whether two paths lead to one file; false when either is not there."""
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False
