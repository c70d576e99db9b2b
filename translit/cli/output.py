"""What the commands print: UTF-8 whatever the locale says, and errors in one line each."""

from __future__ import annotations

import io
import os
import sys

import click

from translit.errors import TableError
from translit.formats.layout import cell


def use_utf8() -> None:
    """Print UTF-8 with plain line feeds, whatever the locale and the system would have."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def is_terminal() -> bool:
    """Whether somebody reads standard output at a terminal."""
    return sys.stdout.isatty()


def tell(error: Exception | str) -> None:
    """Tell an error on standard error: one line, or one for each fault of a table."""
    if isinstance(error, TableError):
        told = [str(fault) for fault in error.faults]
    elif isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        told = [f"{where}{error.strerror or error}"]
    else:
        told = [str(error)]
    try:
        sys.stdout.flush()  # what was printed before the error comes before it
    except OSError:
        drop_output()
    for line in told:
        click.echo(f"translit: {cell(line)}", err=True)


def note(message: str) -> None:
    """A remark on standard error that is no error."""
    click.echo(cell(message), err=True)


def drop_output() -> None:
    """Throw away what standard output still holds: nobody reads it, or it cannot be written."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except OSError:
        pass  # a stream without a file, as in a test
