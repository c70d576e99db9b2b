from collections.abc import Callable

from translit.cutting import Chunks

class Cutter:
    def __init__(
        self,
        begins: Callable[[str], bool],
        tongues: Callable[[str], tuple[int, ...]],
        languages: int,
        kept: int,
    ) -> None: ...
    def cut(self, text: str) -> Chunks: ...
