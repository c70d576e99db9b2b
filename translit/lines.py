"""Sorted lines of words in one string of bytes, each found where it lies by its first word.

A table that is asked seldom is read in no time so, and takes the room of its letters alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class Lines:
    """Words by others, packed.

    >>> lines = Lines.of({"rn": ["m"], "cl": ["d", "ol"]})
    >>> lines["cl"], lines["clo"]
    (['d', 'ol'], [])
    """

    def __init__(self, packed: bytes) -> None:
        """``packed`` is what :attr:`packed` was of another."""
        self.packed = packed

    @classmethod
    def of(cls, table: Mapping[str, Iterable[str]]) -> Lines:
        """The lines of a table; no word of it has a space or a line end."""
        lines = [" ".join([key, *table[key]]) for key in sorted(table)]  # UTF-8 keeps the order
        return cls("\n".join(lines).encode())

    def __getitem__(self, key: str) -> list[str]:
        """The words by another; none where it has no line."""
        wanted, packed = key.encode(), self.packed
        low, high = 0, len(packed)
        while low < high:
            begin = packed.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = packed.find(b"\n", begin, high)
            end = high if end < 0 else end
            first, _, rest = packed[begin:end].partition(b" ")
            if first == wanted:
                return rest.decode().split(" ")
            if first < wanted:
                low = end + 1
            else:
                high = begin
        return []
