"""Whether anything speaks for a name that stands alone in a document.

Streets, ships, brands, pets and people bear the names of well-known people and places. Where a document
names nobody and nothing else, one word of such a name is a mention only if something says so: a title, words
that stand beside people or places (Lenin wrote, in Tehran), the ending of a local case, a year of the time,
a word with which one speaks of history. So short a text as a title, a caption or the cell of a table has
nothing that could speak for it, and is taken at its word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from translit.fold import RECORDED, fold, script
from translit.inflection.endings import bases, inflects
from translit.inflection.telling import REACH, is_history, signs_of
from translit.model import Entity
from translit.resolve import Span
from translit.stretch import Stretch

SHORT = 7  # words of a text that is a title, a caption or the like, at most
LETTERS = 2  # letters that are as much as a word, in scripts that part no words
TIME = range(1800, 1950)  # years that speak for the people and places of the tables

_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|[一壹][八九][〇零一二三四五六七八九]{2}年")
_BEFORE = re.compile(r"([^\W\d_]+)\s+$")  # a vet may be Dr. Radek
_BEHIND = re.compile(r"\s+([^\W\d_]+)")
_JOINT = re.compile(r"\w[・·＝=-]\w")


def lone(
    scan: Stretch,
    spans: Sequence[Span],
    linked: Sequence[Span],
    entities: Callable[[int], Entity],
    contemporaries: Callable[[int, int], bool],
) -> int | None:
    """The one entity that a piece of text names, if only single words of a widely borne name do and nothing
    speaks for any; else None.

    Arguments:
        scan: the piece of text.
        spans: what may be mentions in it.
        linked: those that are linked if the piece is the document.
        entities: the entities, by number.
        contemporaries: whether two entities are people who lived at one time.
    """
    numbers = {span.hits[0].entity for span in linked}
    if len(numbers) != 1 or any(span.words > 1 or _JOINT.search(span.surface) for span in linked):
        return None
    (number,) = numbers
    entity = entities(number)
    if not entity.widely_borne or _is_short(scan.text) or _is_dated(scan.text):
        return None
    if min(len({span.hits[0].number for span in linked}), len({fold(span.surface) for span in linked})) > 1:
        return None  # two names of one: Petrograd and Leningrad
    if any(_is_spoken_for(scan, span.start - scan.offset, span.end - scan.offset, entity) for span in linked):
        return None
    taken = {(span.start, span.end) for span in linked}
    beside = (span.hits for span in spans if (span.start, span.end) not in taken)
    if any(contemporaries(number, hit.entity) for hits in beside for hit in hits if hit.vouches):
        return None
    return number


def _is_short(text: str) -> bool:
    """Whether a text has so few words that it is a title, a caption or the like."""
    words = 0
    for match in _WORD.finditer(text):
        word = match.group()
        words += len(word) // LETTERS if script(word) in RECORDED else 1
        if words > SHORT:
            return False
    return True


def _is_dated(text: str) -> bool:
    """Whether a text has a year of the time that the tables are about."""
    return any(not year.isdecimal() or int(year) in TIME for year in _YEAR.findall(text))


def _is_spoken_for(scan: Stretch, start: int, end: int, entity: Entity) -> bool:
    """Whether the words beside a name say that it is a person's or a place's, or that the text is history."""
    text, name = scan.text, scan.text[start:end]
    told = scan.languages(start, script(name))
    if is_history(text, told):
        return True
    plain = any(name.casefold() == variant.text.casefold() for variant in entity.variants)
    kind = "people" if entity.type == "person" else "places"
    if any(signs_of(kind, one).tell(text, start, end, plain) for one in told):
        return True
    if entity.type != "person":
        return False
    before = _BEFORE.search(text, max(0, start - REACH), start)
    behind = _BEHIND.match(text, end, end + REACH)
    words = [match[1] for match in (before, behind) if match is not None]
    words += [base.text for word in words for one in told if inflects(one) for base in bases(word, one)]
    return any(scan.lookup.word(word).title for word in words)


__all__ = ["lone"]
