"""Two names: their parts aligned, how each pair agrees, and how likely the names are one.

The score is built as a probability: each distinctive part must be answered by one of the other
name; a part missing on one side costs little, a part that has no answer on *both* sides means two
people. Titles and particles weigh little. Near spellings are measured over sound strings
(:mod:`translit.schemes.sounds`) with the costs of ``symbols.yaml``; what the elements' tables say
about two given names goes before what they sound like. What each kind of agreement is worth stands
in ``odds.yaml`` beside them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from rapidfuzz.distance import OSA

from translit.fold import fold, script
from translit.model import Comparison, Evidence
from translit.names import EMPTY, Lexicon, Part
from translit.schemes.sounds import is_article, read_table, sounds, symbols

# A part that weighs as much as this tells who is meant.
TELLING = 0.3
# Below these odds two parts are no answer to each other.
ANSWER = 0.2
# A score from which on no other cut of the words is tried.
SURE = 0.9

Table = dict[str, Any]
Parts = tuple[Part, ...]


@cache
def odds_table() -> Table:
    """What agreement is worth, read when first wanted."""
    table: Table = read_table("odds")
    return table


@lru_cache(maxsize=65536)
def _losses(sound: str, unwritten: bool) -> tuple[float, ...]:
    """What it costs to lose each sound of a string."""
    table = symbols()
    vowels, loss = table.vowels, table.loss
    last = len(sound) - 1
    costs = []
    for at, symbol in enumerate(sound):
        cost = loss.get(symbol, 1.0)
        if symbol in vowels:
            if at == last and at:
                # A vowel that closes a word is heard: Nasir, Nasiri.
                cost = table.final_vowel.get(symbol, cost * table.edge_vowel)
            elif at == 0:
                # One that opens it is written in every script.
                cost *= table.edge_vowel
            elif unwritten:
                cost = min(cost, table.unwritten)
        costs.append(cost)
    return tuple(costs)


@lru_cache(maxsize=65536)
def distance(left: str, right: str, unwritten: bool = False) -> float:
    """The weighted edit distance of two sound strings, in units of one different consonant.

    Arguments:
        left, right: sound strings.
        unwritten: one side's script writes no short vowels, so they cost almost nothing.

    >>> distance("kuCik", "kuCek"), distance("kuCik", "k6Ck", unwritten=True) < .2
    (0.1, True)
    """
    gone_left, gone_right = _losses(left, unwritten), _losses(right, unwritten)
    # What the two share at either end is matched with itself.
    start, end_left, end_right = 0, len(left), len(right)
    while start < end_left and start < end_right and left[start] == right[start]:
        start += 1
    while end_left > start and end_right > start and left[end_left - 1] == right[end_right - 1]:
        end_left -= 1
        end_right -= 1
    if start == end_left:
        return sum(gone_right[start:end_right])
    if start == end_right:
        return sum(gone_left[start:end_left])
    substitution = symbols().substitution
    columns = [(right[at], gone_right[at]) for at in range(start, end_right)]
    row = [0.0]
    for _, cost in columns:
        row.append(row[-1] + cost)
    for at in range(start, end_left):
        gone = gone_left[at]
        costs = substitution[left[at]]
        diagonal = row[0]
        row[0] = above = diagonal + gone
        column = 1
        for other, gone_other in columns:
            best = diagonal + costs[other]
            diagonal = row[column]
            if diagonal + gone < best:
                best = diagonal + gone
            if above + gone_other < best:
                best = above + gone_other
            row[column] = above = best
            column += 1
    return row[-1]


@lru_cache(maxsize=65536)
def _mass(sound: str) -> float:
    """How much a sound string has to lose: its consonants and a third of its vowels."""
    mass = symbols().mass
    return sum(mass.get(symbol, 1.0) for symbol in sound) or 0.3


@lru_cache(maxsize=65536)
def _consonants(sound: str) -> int:
    """The sounds that every script writes; a word of one says more with two vowels written out."""
    consonants = symbols().consonants
    count = sum(symbol in consonants for symbol in sound)
    return count if count > 1 else max(count, min(2, (count + len(sound)) // 2))


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


def _curve(likeness: float, table: Table) -> float:
    """The odds that two things so alike are the same: a logistic curve."""
    return 1.0 / (1.0 + math.exp(-table["steepness"] * (likeness - table["middle"])))


def part_odds(left: Part, right: Part) -> tuple[float, str]:
    """How likely two parts are the same part, and how they agree."""
    if left.fold == right.fold:
        return 1.0, "equal"
    if left.kind == "initial" or right.kind == "initial":
        return _initial(left, right)
    table = odds_table()
    if left.elements and right.elements:
        if left.elements & right.elements:
            likeness = similarity(left.sounds, right.sounds, left.abjad != right.abjad)
            return table["same_element"] - 0.01 * (1.0 - likeness), "same element"
        return table["different_elements"], "different elements"
    if left.guessed and right.guessed:
        return _guessed_odds(left.text, right.text), "near letters"
    unwritten = left.abjad != right.abjad
    odds, kind = _sound_odds(left.sounds, right.sounds, unwritten)
    bare_left, bare_right = _bare(left.text, left.sounds), _bare(right.text, right.sounds)
    if bare_left != left.sounds or bare_right != right.sounds:
        odds, kind = max((odds, kind), _sound_odds(bare_left, bare_right, unwritten))
    if left.guessed != right.guessed:
        odds *= table["guessed"]
    known = bool(left.elements or right.elements)
    if known and odds < 0.97:
        # A known name whose spellings are listed is seldom met in one so far off.
        odds *= table["half_known"]
    if odds < 0.8 and _one_script(left.fold, right.fold):
        slip = _slip_odds(left.fold, right.fold, known)
        if slip > odds:
            return slip, "typing error"
    return odds, kind


def _one_script(left: str, right: str) -> bool:
    """Whether two folded words are of one script, so that their letters may be compared."""
    return script(left) == script(right) if not left.isascii() or not right.isascii() else True


@lru_cache(maxsize=65536)
def _bare(text: str, sound: str) -> str:
    """The sounds of a part without the article that its text begins with: as Sadat, السادات."""
    first, space, rest = text.partition(" ")
    if space and is_article(first, True):  # a compound keeps no hyphen
        return "".join(sounds(word) for word in rest.split(" "))
    return sound.removeprefix("aL")


@lru_cache(maxsize=65536)
def _sound_odds(left: str, right: str, unwritten: bool) -> tuple[float, str]:
    """The odds of two parts by their sounds."""
    table = odds_table()
    likeness = similarity(left, right, unwritten)
    odds = _curve(likeness, table["sound"])
    if unwritten:
        # Without its vowels a short word says too little: روسیه is not Rice.
        odds *= table["unwritten_short"].get(min(_consonants(left), _consonants(right)), 1.0)
    kind = "equal sound" if likeness >= 0.995 else "near" if odds >= 0.5 else "different"
    return odds * 0.995, kind


@lru_cache(maxsize=65536)
def _slip_odds(left: str, right: str, known: bool) -> float:
    """The odds that two spellings of one script differ by a slip of the hand or eye.

    With ``known`` one of them is a name in the tables, and the other in none: then a slip is likelier.
    """
    short = min(len(left), len(right))
    edits = OSA.distance(left, right, score_cutoff=2)
    table = odds_table()
    for most, least, changed, other, one_known in table["typing_error"]:
        if edits <= most and short >= least:
            longer = left.startswith(right) or right.startswith(left)
            odds = one_known if known else changed if len(left) == len(right) else other
            return float(odds * table["longer"] if longer else odds)
    return 0.0


def _guessed_odds(left: str, right: str) -> float:
    """The odds of two words of scripts that no table reads, by their letters."""
    return _curve(OSA.normalized_similarity(left, right), odds_table()["guessed_letters"])


def _initial(left: Part, right: Part) -> tuple[float, str]:
    table = odds_table()
    if left.kind == right.kind == "initial":
        if left.sounds[:1] == right.sounds[:1]:
            return table["initials_equal"], "initial"
        return table["initial_other"], "different initials"
    full, one = (right, left) if left.kind == "initial" else (left, right)
    vowels = symbols().vowels
    first, letter = full.sounds[:1], one.sounds[:1]
    if full.fold[:1] == one.fold or first == letter:
        return table["initial"], "initial"
    if first in vowels and letter in vowels and distance(first, letter) < 0.6:
        return table["initial_vowel"], "initial"
    if symbols().confusion.get(first + letter, 1.0) <= 0.2:
        return table["initial_alike"], "initial"
    return table["initial_other"], "different initials"


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
    folded, other = fold(left), fold(right)
    if not folded or not other:
        return Comparison(left, right, 0.0)
    if folded == other:
        return Comparison(left, right, 1.0, (Evidence("equal", left, right, 1.0),))
    ours, theirs = lexicon.parse(left), lexicon.parse(right)
    alignment = _align(ours, theirs)
    if alignment.score < SURE and not _different_given(ours, theirs):
        for cut in _other_cuts(ours, theirs, alignment):
            if cut.score > alignment.score:
                alignment = cut
    return Comparison(left, right, alignment.score, tuple(alignment.evidence))


@dataclass(slots=True)
class Alignment:
    """The parts of two names answered one by one.

    ``left`` and ``right`` are the parts that count; ``to_right`` and ``to_left`` are the answers by
    position; ``agreed`` is the weight of what agrees, initials left out.
    """

    left: Sequence[Part]
    right: Sequence[Part]
    to_right: dict[int, int]
    to_left: dict[int, int]
    score: float
    evidence: list[Evidence]
    agreed: float = 0.0
    given_only: bool = True

    def take(self, factor: float, kind: str, ours: str, theirs: str, detail: str = "") -> None:
        """Count one more piece of evidence."""
        self.score *= factor
        self.evidence.append(Evidence(kind, ours, theirs, factor, detail))


def _telling(parts: Parts) -> Sequence[Part]:
    """The parts without their particles, if anything is left."""
    return [part for part in parts if part.kind != "particle"] or parts


def _align(ours: Parts, theirs: Parts) -> Alignment:
    """Answer each part of the one name with a part of the other, the surest first."""
    made = Alignment(_telling(ours), _telling(theirs), {}, {}, 1.0, [])
    for odds, how, at, to in _answers(made.left, made.right):
        if at in made.to_right or to in made.to_left:
            continue
        made.to_right[at] = to
        made.to_left[to] = at
        one, other = made.left[at], made.right[to]
        weight = min(one.weight, other.weight)
        factor = odds if weight >= TELLING else 1.0 - (1.0 - odds) * weight * 2
        made.take(factor, how, one.text, other.text)
        if how != "initial":
            made.agreed += weight
        if weight == 1.0 and not (one.given or other.given):
            made.given_only = False
    table = odds_table()
    order = [made.to_right[at] for at in sorted(made.to_right) if made.left[at].weight >= TELLING]
    if any(one > other for one, other in pairwise(order)):
        made.take(table["swapped"], "order", "", "", "the parts stand in another order")
        if _fathers_exchanged(ours, theirs, made):
            made.take(table["father"], "father", "", "", "father and child are exchanged")
    _unanswered(made)
    return made


def _answers(left: Sequence[Part], right: Sequence[Part]) -> list[tuple[float, str, int, int]]:
    """The pairs of parts that may answer each other, the surest and nearest first.

    Parts that are spelled alike are paired first, and need no comparison with the others.
    """
    places: dict[str, list[int]] = {}
    for to, other in enumerate(right):
        places.setdefault(other.fold, []).append(to)
    out: list[tuple[float, str, int, int]] = []
    rest: list[int] = []
    paired: set[int] = set()
    for at, one in enumerate(left):
        same = places.get(one.fold)
        if same:
            to = min(same, key=lambda place: abs(place - at))
            same.remove(to)
            paired.add(to)
            out.append((1.0, "equal", at, to))
        else:
            rest.append(at)
    for at in rest:
        one = left[at]
        for to, other in enumerate(right):
            if to not in paired:
                odds, how = part_odds(one, other)
                if odds >= ANSWER:
                    out.append((odds, how, at, to))
    out.sort(key=lambda pair: (-pair[0], abs(pair[2] - pair[3])))
    return out


def _fathers(parts: Parts) -> set[int]:
    """The positions, particles not counted, of the parts that follow ``ibn``."""
    out: set[int] = set()
    place = 0
    after = False
    for part in parts:
        if part.kind == "particle":
            after = after or "particle-ibn" in part.elements
            continue
        if after:
            out.add(place)
        after = False
        place += 1
    return out


def _fathers_exchanged(ours: Parts, theirs: Parts, made: Alignment) -> bool:
    """Whether the father in each name answers someone who is no father in the other."""
    left, right = _fathers(ours), _fathers(theirs)
    return any(made.to_right.get(at, -1) not in {-1, *right} for at in left) and any(
        made.to_left.get(to, -1) not in {-1, *left} for to in right
    )


def _unanswered(made: Alignment) -> None:
    """What the parts without an answer take from the score."""
    table = odds_table()
    alone_left = [part for at, part in enumerate(made.left) if at not in made.to_right]
    alone_right = [part for at, part in enumerate(made.right) if at not in made.to_left]
    names_left = [part for part in alone_left if part.weight >= TELLING]
    names_right = [part for part in alone_right if part.weight >= TELLING]
    if made.agreed < 0.5 and not (names_left and names_right):  # initials and titles alone say nothing
        made.score = 0.0
        made.evidence.insert(0, Evidence("nothing agrees", "", "", 0.0))
        return
    if names_left and names_right:
        if made.agreed < 0.5:
            made.take(table["nothing"], "nothing agrees", "", "")
        _conflicts(made, names_left, names_right)
    else:
        for at, part in enumerate(names_left or names_right):
            factor = table["missing"]
            if at == 0 and part.kind == "name" and made.agreed < 1.3:
                factor = table["missing_only_given" if made.given_only else "missing_one_left"]
            made.take(factor, "missing", *((part.text, "") if names_left else ("", part.text)))
    titles_left = [part for part in alone_left if part.kind == "honorific"]
    titles_right = [part for part in alone_right if part.kind == "honorific"]
    if titles_left and titles_right:
        factor = table["title_conflict_given" if made.given_only else "title_conflict"]
        made.take(factor, "title conflict", titles_left[0].text, titles_right[0].text)
        return
    for part in titles_left or titles_right:
        made.take(
            table["title_missing"], "title missing", *((part.text, "") if titles_left else ("", part.text))
        )


def _conflicts(made: Alignment, left: list[Part], right: list[Part]) -> None:
    """The parts of both names that nothing answers, the likest against each other."""
    pairs = sorted(
        ((-_conflict(one, other), at, to) for at, one in enumerate(left) for to, other in enumerate(right)),
    )
    gone_left: set[int] = set()
    gone_right: set[int] = set()
    for odds, at, to in pairs:
        if at in gone_left or to in gone_right:
            continue
        further = odds_table()["conflict_more"] if gone_left else None
        gone_left.add(at)
        gone_right.add(to)
        made.take(further or -odds, "conflict", left[at].text, right[to].text)


def _conflict(left: Part, right: Part) -> float:
    """What two parts that do not answer each other leave of the score."""
    table = odds_table()
    if left.kind == "initial" or right.kind == "initial":
        return float(table["conflict_initial"])
    if left.elements and right.elements:
        return float(table["conflict"])
    if left.guessed != right.guessed:
        return float(table["unread"])
    if _one_script(left.fold, right.fold):
        likeness = OSA.normalized_similarity(left.fold, right.fold)
    else:
        likeness = similarity(left.sounds, right.sounds, left.abjad != right.abjad)
    span = table["conflict_alike"] - table["conflict"]
    return float(table["conflict"] + span * _curve(likeness, table["conflict_curve"]))


def _different_given(ours: Parts, theirs: Parts) -> bool:
    """Whether both names have known given names and share none: no other cut makes them one."""
    left = {name for part in ours if part.given for name in part.elements}
    right = {name for part in theirs if part.given for name in part.elements}
    return bool(left) and bool(right) and not left & right


def _other_cuts(ours: Parts, theirs: Parts, made: Alignment) -> Iterator[Alignment]:
    """The alignments with neighbours of the longer name read as one word, or all words so."""
    joined = _joined(ours, theirs)
    if joined is not None:
        yield joined
    if made.agreed < 0.5 or max(len(ours), len(theirs)) > 8:
        return  # with nothing else agreeing, two words in one are no evidence
    names = sum(part.kind == "name" for part in ours), sum(part.kind == "name" for part in theirs)
    if min(names) < 1:
        return
    glued = odds_table()["glued"]
    alone = {part.text for at, part in enumerate(made.left) if at not in made.to_right}
    sought = {part.text for at, part in enumerate(made.right) if at not in made.to_left}
    for cut in _glued(ours, alone) if sought else ():
        found = _align(cut, theirs)
        found.score *= glued
        yield found
    for cut in _glued(theirs, sought) if alone else ():
        found = _align(ours, cut)
        found.score *= glued
        yield found


def _glued(parts: Parts, alone: set[str]) -> Iterator[Parts]:
    """A name with two neighbours read as one word, of which one at least found no answer."""
    for at, (one, other) in enumerate(pairwise(parts)):
        if one.kind not in ("name", "particle") or other.kind != "name":
            continue
        if one.text in alone or other.text in alone:
            yield (*parts[:at], _glue(one, other), *parts[at + 2 :])


def _glue(one: Part, other: Part) -> Part:
    return replace(
        other,
        text=f"{one.text} {other.text}",
        fold=one.fold + other.fold,
        sounds=one.sounds + other.sounds,
        elements=frozenset(),
        given=False,
    )


def _joined(ours: Parts, theirs: Parts) -> Alignment | None:
    """The two names each read as one word: Ehsan Ollah and Ehsanollah, حیدرخان and Haydar Khan."""
    left, right = _telling(ours), _telling(theirs)
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
    table = odds_table()
    likeness = similarity(sounds_left, sounds_right, unwritten) - table["joined_margin"]
    odds = _curve(likeness, table["sound"]) * table["glued"]
    if odds < ANSWER:
        return None
    shown = Evidence("joined", "".join(p.text for p in left), "".join(p.text for p in right), odds)
    return Alignment(left, right, {}, {}, odds, [shown])
