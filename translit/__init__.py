"""Match, normalise and annotate names of people, places and organisations in free text.

>>> import translit
>>> gazetteer = translit.load()
>>> gazetteer.match("Кучек-хан")[0].entity.heading
'Mirza Kuchik Khan'
"""

from translit.errors import Fault, InputError, TableError, TranslitError, UnknownName
from translit.gazetteer import Gazetteer, compare, load, romanise
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

# The function takes the name of its package: translit.schemes() lists what translit/schemes/ holds.
from translit.schemes import Scheme, schemes

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
    "Scheme",
    "TableError",
    "TranslitError",
    "UnknownName",
    "Variant",
    "compare",
    "load",
    "romanise",
    "schemes",
]
