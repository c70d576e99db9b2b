from collections.abc import Callable
from typing import Any

from translit.cutting import Chunks

class Cutter:
    def __init__(
        self,
        begins: Callable[[str], int],
        calm: Callable[[str], bool],
        opens: Callable[[str], bool],
        run: Callable[[str], Any],
        tongues: Callable[[str], tuple[int, ...]],
        languages: int,
        kept: int,
    ) -> None: ...
    def cut(self, text: str) -> Chunks: ...
