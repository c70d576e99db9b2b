"""Records made at once of all their fields.

A frozen dataclass sets each field by a call of its own, and a tuple with names is made by a function; for
results by the thousand that is a good part of the work. Where the library is compiled, ``_making.c`` fills a
new object directly. No record is part of a cycle, and the collector of garbage is told that it need not visit
those made so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypeVar

Made = TypeVar("Made")


def maker(made: type[Made]) -> Callable[..., Made]:
    """What makes records of a frozen dataclass with slots, or of a tuple with names, of all its fields by
    position.

    >>> from translit.model import Explanation
    >>> maker(Explanation)("the same name", 0.9, ()) == Explanation("the same name", 0.9)
    True
    """
    names = getattr(made, "_fields", None) or tuple(field.name for field in fields(made))  # type: ignore[arg-type]
    try:
        from translit._making import Maker
    except ImportError:  # not compiled
        return made
    quick: Callable[..., Any] = Maker(made, names)
    return quick


def _single(value: Made) -> tuple[Made, ...]:
    """A tuple of one record.

    >>> _single("Rasht")
    ('Rasht',)
    """
    return (value,)


try:
    from translit._making import single as single
except ImportError:
    single = _single
