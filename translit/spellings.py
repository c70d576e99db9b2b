"""The spellings of an index by number, as plain rows and as objects."""

from __future__ import annotations

from collections.abc import Iterator

from translit.plain import mypyc_attr

# A spelling as plain data: its text, entity, place, and flags.
Row = tuple[str, int, int, int]
# The flags, as Spelling names them; besides, it is a name that another language than English has for a place
# or body, or a person's that can be nothing else; it ends with a surname that the tables list.
WEAK, DERIVED, ARTICLE, SCHEMED, PERSON, APART, FOREIGN, OUTRIGHT, LISTED = 1, 2, 4, 8, 16, 32, 64, 128, 256


@mypyc_attr(acyclic=True)
class Spelling:
    """A spelling in the index; nothing changes it, and it equals itself only.

    ``entity`` is the position of its entity, ``place`` that of the variant in it (for a derived
    short form, of the variant it was derived from). ``weak`` spellings need a fuller mention in
    the document; ``derived`` ones are short forms that the tables do not list. With ``article``,
    a ``the`` must stand before the mention. ``schemed`` ones are not recorded: a scheme makes them of the
    variant at ``place``. ``person`` says that the entity is one, ``apart``
    that the tables tell it from another.
    """

    def __init__(self, text: str, entity: int, place: int, flags: int) -> None:
        self.text = text
        self.entity = entity
        self.place = place
        self.weak = flags & WEAK > 0
        self.derived = flags & DERIVED > 0
        self.article = flags & ARTICLE > 0
        self.schemed = flags & SCHEMED > 0
        self.person = flags & PERSON > 0
        self.apart = flags & APART > 0


class Spellings:
    """Spellings by number, made from their stored rows when asked for."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows
        self._made: dict[int, Spelling] = {}

    def __getitem__(self, number: int) -> Spelling:
        made = self._made.get(number)
        if made is None:
            made = self._made[number] = Spelling(*self.rows[number])
        return made

    def __iter__(self) -> Iterator[Spelling]:
        return map(self.__getitem__, range(len(self.rows)))

    def __len__(self) -> int:
        return len(self.rows)

    def text(self, number: int) -> str:
        """The text of a spelling."""
        return self.rows[number][0]
