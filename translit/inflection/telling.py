"""What tells in a language that a name is a person's or a place's, and that a text is about history.

The tables beside this module have it under ``people`` and ``places``: ``before`` and ``behind`` list words
(in Tehran, Lenin wrote), ``joined`` the letters written together with the name (בטהרן), ``ends`` is a pattern
of the endings of local cases (Teheránban). ``history`` lists how the words begin with which one speaks of
history, politics and war.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from translit.fold import RECORDED, SCRIPT_CODES
from translit.inflection.endings import table_of

REACH = 40  # code points beside a name in which such words may stand
_REST = re.compile(r"[\w'’ʼ]*")
_ELISION = r"(?:[^\W\d_]{1,2}['’])?"  # dans l'Inde


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells in one language that a name is one of a kind; patterns of what stands before and behind it,
    and of how it ends.
    """

    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    joined: str
    ends: re.Pattern[str] | None

    def tell(self, text: str, start: int, end: int, plain: bool) -> bool:
        """Whether what stands beside the name that is a span of a text says that it is one of the kind.

        Arguments:
            text: running text.
            start, end: the span, in code points.
            plain: whether the name has no ending.
        """
        before, behind = _small(text[max(0, start - REACH) : start]), _small(text[end : end + REACH])
        if self.before is not None and self.before.search(before):
            return True
        if self.behind is not None and self.behind.match(behind):
            return True
        if start and text[start - 1] in self.joined:
            return True
        if self.ends is None or plain:
            return False
        rest = _REST.match(behind)
        word = _small(text[start:end]) + (rest.group() if rest else "")
        return self.ends.search(word) is not None


@cache
def signs_of(kind: str, name: str) -> Signs:
    """What tells in a language that a name is a person's or a place's.

    Arguments:
        kind: ``people`` or ``places``.
        name: the language, by its table's name.

    >>> signs_of("places", "en").tell("He lives in Tehran.", 12, 18, True)
    True
    >>> signs_of("places", "fi").tell("Hän asuu Teheranissa.", 9, 20, False)
    True
    >>> signs_of("people", "en").tell("Churchill slept on the sofa.", 0, 9, True)
    False
    """
    said = table_of(name).get(kind, {})
    before, behind = (_any_of(said.get(side, ())) for side in ("before", "behind"))
    edge, space = (r"\b", r"\s+") if _parts_words(name) else ("", r"\s*")
    return Signs(
        re.compile(rf"{edge}{before}{space}{_ELISION}$") if before else None,
        re.compile(rf"{space}{behind}{edge}") if behind else None,
        said.get("joined", ""),
        re.compile(said["ends"]) if "ends" in said else None,
    )


def _small(text: str) -> str:
    """A text in small letters; a Turkish İ is an i."""
    return text.replace("İ", "i").casefold()


def _any_of(words: Iterable[str]) -> str:
    """The source of a pattern of some words; empty of none."""
    found = "|".join([re.escape(_small(word)) for word in words])
    return f"(?:{found})" if found else ""


def _parts_words(name: str) -> bool:
    """Whether a language parts words, as far as its script tells."""
    return SCRIPT_CODES.get(table_of(name)["script"], "other") not in RECORDED


def is_history(text: str, names: Iterable[str]) -> bool:
    """Whether a text has a word with which one of some languages speaks of history, politics or war.

    >>> is_history("The fleet and the revolution", ["en"]), is_history("The cat slept", ["en"])
    (True, False)
    """
    small = _small(text)
    return any(pattern.search(small) for pattern in map(_history, names) if pattern is not None)


@cache
def _history(name: str) -> re.Pattern[str] | None:
    """A pattern of how such words begin; in a script that parts no words they may stand anywhere."""
    words = _any_of(table_of(name).get("history", ()))
    return re.compile((r"\b" if _parts_words(name) else "") + words) if words else None


__all__ = ["REACH", "Signs", "is_history", "signs_of"]
