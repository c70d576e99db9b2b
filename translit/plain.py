"""What the compiler is told of a class; where nothing is compiled, it says nothing.

``@mypyc_attr(acyclic=True)`` says that no object of a class is part of a cycle, so that the collector of
garbage need not visit it. The compiler knows the decorator by the name that it has in its own package.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_extensions import mypyc_attr as mypyc_attr
else:

    def mypyc_attr(*, acyclic: bool) -> Callable[[type], type]:
        """Leaves a class as it is."""
        return lambda made: made
