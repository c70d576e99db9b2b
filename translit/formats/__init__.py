"""Annotations as the next tool reads them: one writer a file.

A writer takes documents, each a text with its annotations, and writes them to a text stream as it
goes. :data:`FORMATS` names the writers; a new format is a module with ``write`` and a line there.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Protocol, TextIO, cast

from translit.errors import UnknownName, remedy_for
from translit.formats.document import Document

# Each format's module here; imported when asked for.
FORMATS = {"text": "text", "jsonl": "jsonl", "csv": "csv"}


class Writer(Protocol):
    """What each format's ``write`` is."""

    def __call__(self, documents: Iterable[Document], stream: TextIO, *, aligned: bool = False) -> None:
        """Write the annotations of ``documents``; ``aligned`` is for readers at a terminal."""


def writer(name: str) -> Writer:
    """The writer of a format.

    Raises:
        UnknownName: no such format; the message names the near one.

    >>> writer("jsnol")
    Traceback (most recent call last):
    translit.errors.UnknownName: no format 'jsnol'; write 'jsonl'
    """
    check_format(name)
    return cast(Writer, import_module(f"translit.formats.{FORMATS[name]}").write)


def check_format(name: str, known: Iterable[str] = FORMATS) -> str:
    """The name of a format, when it is known.

    Raises:
        UnknownName: it is not; the message names the near one.
    """
    known = tuple(known)
    if name not in known:
        raise UnknownName(f"no format '{name}'; {remedy_for(name, known)}")
    return name


__all__ = ["FORMATS", "Document", "Writer", "check_format", "writer"]
