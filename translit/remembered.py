"""What is found out once for each distinct string, in bounded room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

KEPT = 16_000_000  # code points of strings remembered, with what each costs besides
_COST = 40

Kept = TypeVar("Kept")


class Remembered(dict[str, Kept], Generic[Kept]):
    """What is known of each distinct chunk of a text, found out when first asked for; bounded."""

    def __init__(self, find: Callable[[str], Kept], kept: int = KEPT) -> None:
        super().__init__()
        self._find = find
        self._kept = kept
        self._size = 0

    def __missing__(self, chunk: str) -> Kept:
        found = self._find(chunk)
        self._size += len(chunk) + _COST
        if self._size > self._kept:
            self.clear()
            self._size = len(chunk) + _COST
        self[chunk] = found
        return found
