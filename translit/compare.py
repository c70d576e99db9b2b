"""Two names: their parts aligned, how each pair agrees, and how likely the names are one.

The score is built as a probability: each distinctive part must be answered by one of the other
name; a part missing on one side costs little, a part that has no answer on *both* sides means two
people. Titles and particles weigh little. Near spellings are measured over sound strings
(:mod:`translit.schemes.sounds`) with the costs of ``symbols.yaml``; what the elements' tables say
about two given names goes before what they sound like.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from translit.fold import fold
from translit.model import Comparison, Evidence
from translit.names import EMPTY, Lexicon, Part
from translit.schemes.sounds import symbols

# A part with no answer, when the other name has one too: the odds that they are one all the same.
CONFLICT = 0.07
# A part that only one of the names has.
MISSING = 0.93
MISSING_ONLY_GIVEN = 0.35  # and all that agrees is a given name: Ali / Ali Shariati
MISSING_ONE_LEFT = 0.82  # and all that agrees is one distinctive part: Raskolnikov / F. Raskolnikov
# Two titles that differ, on both sides: Reza Khan / Reza Shah
TITLE_CONFLICT = 0.8
TITLE_CONFLICT_GIVEN = 0.3  # and all that agrees is a given name: Ibrahim Beg / Ibrahim Pasha
SWAPPED = 0.97  # the parts agree in another order
GLUED = 0.98  # the parts agree when joined
UNWRITTEN_SHORT = {0: 0.1, 1: 0.3, 2: 0.75}  # by consonants, when one script writes no short vowels
GUESSED = 0.6  # one side read through Unidecode
INITIAL = 0.93  # an initial stands for a part
INITIAL_CONFLICT = 0.25


@lru_cache(maxsize=65536)
def distance(left: str, right: str, unwritten: bool = False) -> float:
    """The weighted edit distance of two sound strings, in units of one different consonant.

    Arguments:
        left, right: sound strings.
        unwritten: one side's script writes no short vowels, so they cost almost nothing.

    >>> distance("kuCik", "kuCek"), distance("kuCik", "k6Ck", unwritten=True) < .2
    (0.1, True)
    """
    table = symbols()
    vowels, loss, confusion = table.vowels, table.loss, table.confusion

    def losses(sound: str) -> list[float]:
        costs = []
        last = len(sound) - 1
        for at, symbol in enumerate(sound):
            cost = loss.get(symbol, 1.0)
            if symbol in vowels:
                if at in (0, last):
                    # A vowel that opens or closes a word is written in every script.
                    cost *= table.edge_vowel
                elif unwritten:
                    cost = min(cost, table.unwritten)
            costs.append(cost)
        return costs

    gone_left, gone_right = losses(left), losses(right)
    row = [0.0]
    for cost in gone_right:
        row.append(row[-1] + cost)
    for at, symbol in enumerate(left):
        gone = gone_left[at]
        diagonal = row[0]
        row[0] = above = diagonal + gone
        for column, other in enumerate(right, 1):
            if symbol == other:
                best = diagonal
            else:
                best = diagonal + confusion.get(
                    symbol + other, 1.0 if (symbol in vowels) == (other in vowels) else 1.3
                )
                best = min(best, row[column] + gone, above + gone_right[column - 1])
            diagonal = row[column]
            row[column] = above = best
    return row[-1]


@lru_cache(maxsize=65536)
def _mass(sound: str) -> float:
    """How much a sound string has to lose: its consonants and a third of its vowels."""
    vowels = symbols().vowels
    return sum(0.3 if symbol in vowels else 1.0 for symbol in sound) or 0.3


@lru_cache(maxsize=65536)
def _consonants(sound: str) -> int:
    """The sounds that every script writes as letters of their own."""
    return sum(symbol not in "aeiouA67y8" for symbol in sound)


def similarity(left: str, right: str, unwritten: bool = False) -> float:
    """How alike two sound strings are, in [0, 1].

    >>> similarity("kuCik", "kuCek") > .95 > .5 > similarity("kuCik", "laC")
    True
    """
    if left == right:
        return 1.0
    if not left or not right:
        return 0.0
    mass = (_mass(left) + _mass(right)) / 2
    return max(0.0, 1.0 - distance(left, right, unwritten) / (mass + 0.5))


def _same(likeness: float) -> float:
    """The odds that two parts so alike are the same part: a logistic curve around .78."""
    return 1.0 / (1.0 + math.exp(-24.0 * (likeness - 0.775)))


def part_odds(left: Part, right: Part) -> tuple[float, str]:
    """How likely two parts are the same part, and how they agree."""
    if left.fold == right.fold:
        return 1.0, "equal"
    if left.kind == "initial" or right.kind == "initial":
        return _initial(left, right)
    if left.elements and right.elements:
        if left.elements & right.elements:
            return 0.995, "same element"
        return 0.02, "different elements"
    likeness = similarity(left.sounds, right.sounds, left.abjad != right.abjad)
    odds = _same(likeness)
    if left.abjad != right.abjad:
        # Without its vowels a short word says too little: روسیه is not Rice.
        odds *= UNWRITTEN_SHORT.get(min(_consonants(left.sounds), _consonants(right.sounds)), 1.0)
    if left.guessed != right.guessed:
        odds *= GUESSED
    if (left.elements or right.elements) and odds < 0.97:
        # A known name whose spellings are listed is seldom met in one so far off.
        odds *= 0.9
    kind = "equal sound" if likeness >= 0.995 else "near" if odds >= 0.5 else "different"
    return odds * 0.995, kind


def _initial(left: Part, right: Part) -> tuple[float, str]:
    if left.kind == right.kind == "initial":
        return (0.95, "initial") if left.sounds[:1] == right.sounds[:1] else (0.05, "different initials")
    full, one = (right, left) if left.kind == "initial" else (left, right)
    vowels = symbols().vowels
    first, letter = full.sounds[:1], one.sounds[:1]
    if full.fold[:1] == one.fold or first == letter:
        return INITIAL, "initial"
    if first in vowels and letter in vowels and distance(first, letter) < 0.6:
        return 0.6, "initial"
    cost = symbols().confusion.get(first + letter, 1.0)
    return (0.85, "initial") if cost <= 0.2 else (0.04, "different initials")


def compare(left: str, right: str, lexicon: Lexicon = EMPTY) -> Comparison:
    """How likely ``left`` and ``right`` are the same name, in any two scripts.

    Arguments:
        left, right: two names, each as written.
        lexicon: what is known of the parts of names.

    Returns:
        A :class:`~translit.model.Comparison`; its score is a probability in [0, 1].

    >>> compare("Mirza Kuchik Khan", "Mirsa Kutschek Chan").score > .9
    True
    >>> compare("Kuchik Khan", "Kuchakpur").score < .3
    True
    """
    if not fold(left) or not fold(right):
        return Comparison(left, right, 0.0)
    if fold(left) == fold(right):
        return Comparison(left, right, 1.0, (Evidence("equal", left, right, 1.0),))
    ours, theirs = lexicon.parse(left), lexicon.parse(right)
    score, evidence = _align(ours, theirs)
    if score < 0.9 and not _different_given(ours, theirs):
        for other_score, other in _other_cuts(ours, theirs):
            if other_score > score:
                score, evidence = other_score, other
    return Comparison(left, right, score, tuple(evidence))


def _align(ours: tuple[Part, ...], theirs: tuple[Part, ...]) -> tuple[float, list[Evidence]]:
    """Answer each part of the one name with a part of the other, the surest first."""
    left = [part for part in ours if part.kind != "particle"] or list(ours)
    right = [part for part in theirs if part.kind != "particle"] or list(theirs)
    pairs = sorted(
        (
            (odds, how, at, to)
            for at, one in enumerate(left)
            for to, other in enumerate(right)
            for odds, how in (part_odds(one, other),)
            if odds >= 0.2
        ),
        key=lambda pair: (-pair[0], abs(pair[2] - pair[3])),
    )
    score = 1.0
    evidence: list[Evidence] = []
    taken_left: dict[int, int] = {}
    taken_right: dict[int, int] = {}
    agreed = 0.0
    agreed_given_only = True
    for odds, how, at, to in pairs:
        if at in taken_left or to in taken_right:
            continue
        taken_left[at] = to
        taken_right[to] = at
        one, other = left[at], right[to]
        weight = min(one.weight, other.weight)
        factor = odds if weight >= 0.3 else 1.0 - (1.0 - odds) * weight * 2
        score *= factor
        evidence.append(Evidence(how, one.text, other.text, factor))
        agreed += weight
        if weight == 1.0 and not (one.given or other.given):
            agreed_given_only = False
    order = [taken_left[at] for at in sorted(taken_left) if left[at].weight >= 0.3]
    if any(one > other for one, other in pairwise(order)):
        score *= SWAPPED
        evidence.append(Evidence("order", "", "", SWAPPED, "the parts stand in another order"))
    return _unanswered(left, right, taken_left, taken_right, score, evidence, agreed, agreed_given_only)


def _unanswered(
    left: list[Part],
    right: list[Part],
    taken_left: dict[int, int],
    taken_right: dict[int, int],
    score: float,
    evidence: list[Evidence],
    agreed: float,
    given_only: bool,
) -> tuple[float, list[Evidence]]:
    """What the parts without an answer take from the score."""
    alone_left = [part for at, part in enumerate(left) if at not in taken_left]
    alone_right = [part for at, part in enumerate(right) if at not in taken_right]
    names_left = [part for part in alone_left if part.weight >= 0.3]
    names_right = [part for part in alone_right if part.weight >= 0.3]
    if agreed < 0.5:  # initials and titles alone say nothing
        return 0.0, [Evidence("nothing agrees", "", "", 0.0), *evidence]
    if names_left and names_right:
        only_initials = all(p.kind == "initial" for p in names_left) or all(
            p.kind == "initial" for p in names_right
        )
        factor = INITIAL_CONFLICT if only_initials else CONFLICT
        score *= factor
        for one, other in zip(names_left, names_right, strict=False):
            evidence.append(Evidence("conflict", one.text, other.text, factor))
    else:
        alone = names_left or names_right
        for at, part in enumerate(alone):
            factor = MISSING
            if at == 0 and part.kind == "name" and agreed < 1.3:
                factor = MISSING_ONLY_GIVEN if given_only else MISSING_ONE_LEFT
            score *= factor
            ours, theirs = (part.text, "") if names_left else ("", part.text)
            evidence.append(Evidence("missing", ours, theirs, factor))
    titles_left = [part for part in alone_left if part.kind == "honorific"]
    titles_right = [part for part in alone_right if part.kind == "honorific"]
    if titles_left and titles_right:
        factor = TITLE_CONFLICT_GIVEN if given_only else TITLE_CONFLICT
        score *= factor
        evidence.append(Evidence("title conflict", titles_left[0].text, titles_right[0].text, factor))
    for part in [*titles_left, *titles_right]:
        if not (titles_left and titles_right):
            score *= 0.985
            ours, theirs = (part.text, "") if part in titles_left else ("", part.text)
            evidence.append(Evidence("title missing", ours, theirs, 0.985))
    return score, evidence


def _different_given(ours: tuple[Part, ...], theirs: tuple[Part, ...]) -> bool:
    """Whether both names have known given names and share none: no other cut makes them one."""
    left = {name for part in ours if part.given for name in part.elements}
    right = {name for part in theirs if part.given for name in part.elements}
    return bool(left) and bool(right) and not left & right


def _other_cuts(ours: tuple[Part, ...], theirs: tuple[Part, ...]) -> Iterator[tuple[float, list[Evidence]]]:
    """The alignments with two neighbours of the longer name read as one word, or all words so."""
    joined = _joined(ours, theirs)
    if joined is not None:
        yield joined
    left = [part for part in ours if part.kind != "particle"]
    right = [part for part in theirs if part.kind != "particle"]
    names = sum(part.kind == "name" for part in left), sum(part.kind == "name" for part in right)
    if names[0] == names[1] or min(names) < 1 or max(names) > 8:
        return
    longer = left if names[0] > names[1] else right
    for at in range(len(longer) - 1):
        one, other = longer[at], longer[at + 1]
        if one.kind != "name" or other.kind == "initial":
            continue
        glued = Part(
            f"{one.text} {other.text}",
            one.fold + other.fold,
            one.sounds + other.sounds,
            "name",
            frozenset(),
            one.abjad,
            False,
        )
        cut = (*longer[:at], glued, *longer[at + 2 :])
        score, evidence = _align(cut, tuple(right)) if longer is left else _align(tuple(left), cut)
        yield score * GLUED, evidence


def _joined(ours: tuple[Part, ...], theirs: tuple[Part, ...]) -> tuple[float, list[Evidence]] | None:
    """The two names each read as one word: Ehsan Ollah and Ehsanollah, حیدرخان and Haydar Khan."""
    left = [part for part in ours if part.kind != "particle"]
    right = [part for part in theirs if part.kind != "particle"]
    if len(left) == len(right) or not left or not right:
        return None
    if any(part.kind == "initial" for part in [*left, *right]):
        return None
    sounds_left = "".join(part.sounds for part in left)
    sounds_right = "".join(part.sounds for part in right)
    mass = max(_mass(sounds_left), 0.1), max(_mass(sounds_right), 0.1)
    if min(mass) / max(mass) < 0.6:
        return None
    unwritten = any(part.abjad for part in left) != any(part.abjad for part in right)
    odds = _same(similarity(sounds_left, sounds_right, unwritten) - 0.03) * GLUED
    if odds < 0.2:
        return None
    return odds, [Evidence("joined", "".join(p.text for p in left), "".join(p.text for p in right), odds)]
