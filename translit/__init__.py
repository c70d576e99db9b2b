"""Match, normalise and annotate names of people, places and organisations in free text.

>>> import translit
>>> gazetteer = translit.load()
>>> gazetteer.match("Кучек-хан")[0].entity.heading
'Mirza Kuchik Khan'
"""

from translit.errors import Fault, InputError, TableError, TranslitError, UnknownName
from translit.gazetteer import Gazetteer, compare, load
from translit.model import (
    Annotation,
    Change,
    Comparison,
    Entity,
    Evidence,
    Explanation,
    Match,
    Variant,
)

__version__ = "0.1.0"

__all__ = [
    "Annotation",
    "Change",
    "Comparison",
    "Entity",
    "Evidence",
    "Explanation",
    "Fault",
    "Gazetteer",
    "InputError",
    "Match",
    "TableError",
    "TranslitError",
    "UnknownName",
    "Variant",
    "compare",
    "load",
]
