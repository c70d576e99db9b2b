"""How likely a word of another script is what a Latin spelling is written as, letter by letter.

A joint multigram model (Bisani and Ney 2008; Deligne and Bimbot 1995): the two words are cut together into
pairs of one to four Latin letters and none to two of the other script, and the model has the chance of
each pair. ``written.yaml`` has the chances, learned from pairs of names by ``tests/bench/fit_written.py``.
It tells apart what the sounds leave open: يونس is rather Younes than Yunas, Амалия Amalia than Amelija.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache

from translit.fold import fold
from translit.schemes.sounds.reading import read_table

LATIN, OTHER = 4, 2  # letters of a pair, at most
LONGEST = 30  # letters of a word; of a longer one nothing is said
# The chance of what the model has not seen: a letter for another, one lost, one put in.
UNSEEN = 1e-6
# The article of Arabic, which a Latin spelling may leave out.
_ARTICLE, _ARTICLE_LATIN = "ال", ("al", "el", "ul", "ol")

Chances = dict[str, dict[str, float]]
Step = tuple[int, dict[str, float]]


@cache
def chances(script: str) -> Chances | None:
    """The chances of the pairs of a script, by their Latin letters; None for a script not learned."""
    table = read_table("written")["scripts"].get(script)
    if table is None:
        return None
    return {
        latin: {other: math.exp(-cost) for other, cost in found.items()} for latin, found in table.items()
    }


@cache
def usual() -> dict[str, float]:
    """By script, how surprising a letter of a name is that a Latin spelling is of."""
    found: dict[str, float] = read_table("written")["usual"]
    return found


def latin_letters(word: str) -> str:
    """A Latin word in the letters that the model knows: š is sh.

    >>> latin_letters("Šaʿbān")
    'shaban'
    """
    if not word.isascii():
        for letter, spelled in read_table("written")["letters"].items():
            word = word.replace(letter, spelled).replace(letter.upper(), spelled)
    return fold(word)


def steps(latin: str, known: Chances) -> list[list[Step]]:
    """From each place of a Latin word, where the pairs that begin there end, with their chances."""
    return [
        [
            (end, known[latin[at:end]])
            for end in range(at + 1, min(at + LATIN, len(latin)) + 1)
            if latin[at:end] in known
        ]
        for at in range(len(latin))
    ]


def together(latin: str, other: str, ways: list[list[Step]], unseen: float = UNSEEN) -> list[list[float]]:
    """The chance of each beginning of a Latin word with each of another, over all ways to cut them."""
    width = len(other)
    pairs = [other[at : at + 2] for at in range(width - 1)]
    rows = [[0.0] * (width + 1) for _ in range(len(latin) + 1)]
    rows[0][0] = 1.0
    for at, row in enumerate(rows):
        here = ways[at] if at < len(latin) else []
        below = rows[at + 1] if at < len(latin) else None
        for place in range(width + 1):
            chance = row[place]
            if chance == 0.0:
                continue
            for end, found in here:
                target = rows[end]
                if "" in found:
                    target[place] += chance * found[""]
                if place < width:
                    if other[place] in found:
                        target[place + 1] += chance * found[other[place]]
                    if place + 1 < width and pairs[place] in found:
                        target[place + 2] += chance * found[pairs[place]]
            if unseen:
                spare = chance * unseen
                if below is not None:
                    below[place] += spare
                    if place < width:
                        below[place + 1] += spare
                if place < width:
                    row[place + 1] += spare
    return rows


@lru_cache(maxsize=65536)
def _read(latin: str, script: str) -> tuple[list[list[Step]], float]:
    """The steps through a Latin word, and the logarithm of its chance whatever it is written as."""
    ways = steps(latin, chances(script) or {})
    return ways, alone(latin, ways)


def alone(latin: str, ways: list[list[Step]]) -> float:
    """The logarithm of the chance of a Latin word, whatever it is written as."""
    row = [1.0] + [0.0] * len(latin)
    for at in range(len(latin)):
        row[at + 1] += row[at] * UNSEEN
        for end, found in ways[at]:
            row[end] += row[at] * sum(found.values())
    return math.log(row[-1])


@cache
def _letters(script: str) -> frozenset[str]:
    """The letters of a script that the model has seen: ٹ of Urdu is none of them."""
    return frozenset("".join("".join(found) for found in (chances(script) or {}).values()))


@lru_cache(maxsize=65536)
def surprise(latin: str, other: str, script: str) -> float:
    """How much more surprising a word is as a writing of a Latin one than such writings are, in nats.

    Arguments:
        latin: a word in Latin letters.
        other: a folded word of another script.
        script: that script, as :func:`translit.fold.script` names it.

    Returns:
        The negative logarithm of the chance of ``other`` given ``latin``, less what is usual for a name
        of so many letters; 0 where the model does not know the script, or one of the letters.

    >>> surprise("Younes", "یونس", "arabic") < surprise("Yunas", "یونس", "arabic")
    True
    """
    if chances(script) is None:
        return 0.0
    letters = latin_letters(latin)
    if not 0 < len(letters) <= LONGEST or not 0 < len(other) <= LONGEST:
        return 0.0
    if not _letters(script).issuperset(other):
        return 0.0
    ways, least = _read(letters, script)
    found = _cost(letters, other, ways) + least
    if other.startswith(_ARTICLE) and len(other) > 4 and not letters.startswith(_ARTICLE_LATIN):
        found = min(found, _cost(letters, other[2:], ways) + least + 1.0)
    return found - usual()[script] * len(other)


def _cost(latin: str, other: str, ways: list[list[Step]]) -> float:
    chance = together(latin, other, ways)[-1][-1]
    return -math.log(chance) if chance > 0.0 else math.inf
