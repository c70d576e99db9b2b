"""What can go wrong, and how it is told.

Every error the library raises on purpose is a :class:`TranslitError`, so a caller can catch them
together. A fault in a table is told as file, line, entry, fault and remedy; all the faults of a
load are gathered in one :class:`TableError`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


class TranslitError(Exception):
    """The parent of every error that translit raises on purpose."""


class InputError(TranslitError):
    """A file that cannot be read as text, or written: missing, a folder, binary, badly encoded."""


class UnknownName(TranslitError, KeyError):
    """An id, style, format or type that is not known; the message names the near ones."""

    def __str__(self) -> str:
        # KeyError would print the representation, quotation marks and all.
        return str(self.args[0]) if self.args else ""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a table.

    >>> print(Fault("mine.yaml", 3, "kuchik-khan", "unknown key 'varients'", "write 'variants'"))
    mine.yaml:3: kuchik-khan: unknown key 'varients'; write 'variants'
    """

    path: str
    line: int | None
    entry: str | None
    fault: str
    remedy: str | None = None

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        entry = f" {self.entry}:" if self.entry else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{place}:{entry} {self.fault}{remedy}"

    def to_dict(self) -> dict[str, Any]:
        """The fault as plain data."""
        return {
            "path": self.path,
            "line": self.line,
            "entry": self.entry,
            "fault": self.fault,
            "remedy": self.remedy,
        }


class TableError(TranslitError):
    """One or more tables cannot be used; ``faults`` holds everything that is wrong with them."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(faults)
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


def near(word: str, known: Sequence[str]) -> str | None:
    """The nearest of the known words, when one is near."""
    from rapidfuzz import process  # imported late: wanted for errors only
    from rapidfuzz.distance import OSA

    found = process.extractOne(word.lower(), known, scorer=OSA.normalized_similarity, score_cutoff=0.55)
    return str(found[0]) if found else None


def remedy_for(word: str, known: Sequence[str]) -> str:
    """What to write instead of an unknown word."""
    likely = near(word, known)
    return f"write '{likely}'" if likely else f"known: {', '.join(known)}"
