"""What a writer is given: a text, its annotations, and the file it came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from translit.model import Annotation


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its annotations.

    ``file`` is given where several files are written as one; the rows then name it.
    """

    text: str
    annotations: Iterable[Annotation]
    file: str | None = None
