"""A line on standard error that tells how far a long run is; only where somebody sees it."""

from __future__ import annotations

import sys
import threading
import time
from types import TracebackType
from typing import Self

from translit.formats.layout import cell
from translit.text_file import TextFile

BIG = 1 << 20  # bytes
MANY = 10  # files
_EVERY = 0.5  # seconds


class Progress:
    """Shows the file that is worked on, its size and the time taken, until the block ends.

    Shown when standard error is a terminal and the file is big or the files are many.
    """

    def __init__(self, verb: str, files: int) -> None:
        self._verb = verb
        self._files = files
        self._number = 0
        self._label = ""
        self._begun = 0.0
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()

    def begin(self, file: TextFile) -> None:
        """A file is next."""
        self._number += 1
        self._begun = time.monotonic()
        if not sys.stderr.isatty() or (file.size <= BIG and self._files < MANY):
            self.clear()
            return
        place = f"{self._number}/{self._files} " if self._files > 1 else ""
        self._label = f"{self._verb} {place}{cell(file.name)} ({file.size / 1e6:.1f} MB)"
        self._show()
        if self._thread is None:
            self._stop.clear()
            self._thread = threading.Thread(target=self._tick, daemon=True)
            self._thread.start()

    def clear(self) -> None:
        """Take the line away, for output or for the end."""
        if self._thread is None:
            return
        self._stop.set()
        self._thread.join()
        self._thread = None
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()

    def _tick(self) -> None:
        while not self._stop.wait(_EVERY):
            self._show()

    def _show(self) -> None:
        seconds = time.monotonic() - self._begun
        sys.stderr.write(f"\r{self._label} … {seconds:.0f} s\x1b[K")
        sys.stderr.flush()
