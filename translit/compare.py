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
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
# A sound that costs so much to lose is firm; two strings whose firm sounds differ in number by this
# share of what they have to lose are no answer to each other, whatever the rest.
FIRM = 0.85
OUT_OF_REACH = 0.45
# A score from which on no other cut of the words is tried.
SURE = 0.9

Table = dict[str, Any]
Parts = tuple[Part, ...]


@cache
def odds_table() -> Table:
    """What agreement is worth, read when first wanted."""
    table: Table = read_table("odds")
    return table


@cache
def symbols_table() -> Table:
    """The table of the sounds as it stands."""
    table: Table = read_table("symbols")
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
def _firm(sound: str) -> int:
    """How many sounds of a string cost as much as :data:`FIRM` to lose."""
    loss = symbols().loss
    return sum(loss.get(symbol, 1.0) >= FIRM for symbol in sound)


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
    across = unwritten or not _one_script(left.fold, right.fold)
    odds, kind = _sound_odds(left.sounds, right.sounds, unwritten, across)
    bare_left, bare_right = _bare(left.text, left.sounds), _bare(right.text, right.sounds)
    if bare_left != left.sounds or bare_right != right.sounds:
        odds, kind = max((odds, kind), _sound_odds(bare_left, bare_right, unwritten, across))
    if left.guessed != right.guessed:
        odds *= table["guessed"]
    known = bool(left.elements or right.elements)
    if known and odds < 0.97:
        # A known name whose spellings are listed is seldom met in one so far off.
        odds *= table["half_known"]
    if odds < 0.8 and not across:
        slip, slipped = _slip_odds(left.fold, right.fold, known)
        if slip > odds:
            return slip, slipped
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
def _sound_odds(left: str, right: str, unwritten: bool, across: bool) -> tuple[float, str]:
    """The odds of two parts by their sounds."""
    table = odds_table()
    # So many lost consonants at the least: what is out of reach is not measured.
    apart = abs(_firm(left) - _firm(right)) * FIRM
    if apart > OUT_OF_REACH * ((_mass(left) + _mass(right)) / 2 + 0.5):
        return 0.0, "different"
    likeness = similarity(left, right, unwritten)
    odds = _curve(likeness, table["sound_across" if across else "sound"])
    if unwritten:
        # Without its vowels a short word says too little: روسیه is not Rice.
        odds *= table["unwritten_short"].get(min(_consonants(left), _consonants(right)), 1.0)
    if likeness < 0.995 and not across:
        # Of a word of one or two consonants a little is much: Ho, Choe; Jong, Hong.
        odds *= table["short"].get(min(_consonants(left), _consonants(right)), 1.0)
    kind = "equal sound" if likeness >= 0.995 else "near" if odds >= 0.5 else "different"
    return odds * 0.995, kind


@lru_cache(maxsize=65536)
def _slip_odds(left: str, right: str, known: bool) -> tuple[float, str]:
    """The odds that two spellings of one script differ by a slip of the hand or eye, and its name.

    With ``known`` one of them is a name in the tables, and the other in none: then a slip is likelier.
    """
    short = min(len(left), len(right))
    edits = OSA.distance(left, right, score_cutoff=2)
    table = odds_table()
    for most, least, changed, other, one_known in table["typing_error"]:
        if edits <= most and short >= least:
            longer = left.startswith(right) or right.startswith(left)
            odds = one_known if known else changed if len(left) == len(right) else other
            return float(odds * table["longer"] if longer else odds), "typing error"
    backward = table["backward"]
    if short >= backward["least"] and OSA.distance(left[::-1], right, score_cutoff=1) <= 1:
        return float(backward["odds"]), "backward"
    return 0.0, ""


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
    digit_left = not folded.isalpha() and _DIGIT.search(left) is not None
    digit_right = not other.isalpha() and _DIGIT.search(right) is not None
    ours = lexicon.parse(_lettered(left) if digit_left and not digit_right else left)
    theirs = lexicon.parse(_lettered(right) if digit_right and not digit_left else right)
    alignment = _align(ours, theirs)
    if digit_left != digit_right:
        alignment.take(odds_table()["digits"], "digits", left, right, "digits read as letters")
    if alignment.score < SURE and not _different_given(ours, theirs):
        for cut in _other_cuts(ours, theirs, alignment, lexicon):
            if cut.score > alignment.score:
                alignment = cut
    return Comparison(left, right, probability(alignment.score), tuple(alignment.evidence))


def probability(product: float) -> float:
    """The product of the odds as the share of such pairs that are one name: what a fit found.

    It keeps the order of products, and 0 and 1 as they are.
    """
    if not 0.0 < product < 1.0:
        return product
    curve = odds_table()["probability"]
    against = curve["against"] * ((1.0 - product) / product) ** curve["power"]
    return float(1.0 / (1.0 + against))


# A digit among the letters of a word.
_DIGIT = re.compile(r"\d(?<=[^\W\d_]\d)(?=[^\W\d_])")


def _lettered(name: str) -> str:
    """A name with the digits among its letters read as the letters they look like: Ig0r.

    A digit that may be a vowel or a consonant is the consonant where a vowel stands beside it.
    """
    alike = symbols_table()["digits"]

    def letter(match: re.Match[str]) -> str:
        readings = alike.get(match.group(), match.group())
        around = fold(name[match.start() - 1] + name[match.end()])
        return str(readings[-1] if set(around) & set("aeiou") else readings[0])

    return _DIGIT.sub(letter, name)


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
            if made.agreed < 1.3 and part.kind == "name":
                if at == 0:
                    factor = table["missing_only_given" if made.given_only else "missing_one_left"]
                else:
                    factor = table["missing_further"]
            made.take(factor, "missing", *((part.text, "") if names_left else ("", part.text)))
        if names_left or names_right:
            _in_the_place_of_a_title(made, bool(names_left))
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


def _in_the_place_of_a_title(made: Alignment, named_left: bool) -> None:
    """Where one name has a title in the place where the other has a name: Enver Pasha, Enver Hoxha."""
    ours, theirs = made.left, made.right
    to, back = made.to_right, made.to_left
    if not named_left:
        ours, theirs, to, back = theirs, ours, back, to
    titles = [
        (at, part) for at, part in enumerate(theirs) if at not in back and part.kind in ("honorific", "role")
    ]
    if not titles:
        return
    slots = {_slot(at, back, len(theirs)): part for at, part in titles}
    for at, part in enumerate(ours):
        if at in to or part.weight < TELLING:
            continue
        before, after = _slot(at, to, len(ours))
        if before < 0:
            continue  # a title that opens a name is left out freely: President Erdoğan
        title = slots.get((to.get(before, -1), to.get(after, len(theirs))))
        if title is not None:
            pair = (part.text, title.text) if named_left else (title.text, part.text)
            made.take(odds_table()["title_for_name"], "title for a name", *pair)
            return


def _slot(at: int, answered: dict[int, int], end: int) -> tuple[int, int]:
    """The nearest answered places before and after a place: what an unanswered part stands between."""
    before, after = at - 1, at + 1
    while before >= 0 and before not in answered:
        before -= 1
    while after < end and after not in answered:
        after += 1
    return before, after


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
    if left.guessed != right.guessed:
        return float(table["unread"])
    if _one_script(left.fold, right.fold):
        likeness = OSA.normalized_similarity(left.fold, right.fold)
    else:
        likeness = similarity(left.sounds, right.sounds, left.abjad != right.abjad)
    known = bool(left.elements and right.elements)
    span = table["conflict_known" if known else "conflict_alike"] - table["conflict"]
    return float(table["conflict"] + span * _curve(likeness, table["conflict_curve"]))


def _different_given(ours: Parts, theirs: Parts) -> bool:
    """Whether both names have known given names and share none: no other cut makes them one."""
    left = {name for part in ours if part.given for name in part.elements}
    right = {name for part in theirs if part.given for name in part.elements}
    return bool(left) and bool(right) and not left & right


def _other_cuts(ours: Parts, theirs: Parts, made: Alignment, lexicon: Lexicon) -> Iterator[Alignment]:
    """The alignments with neighbours of one name read as one word, or all words so, or a word in parts."""
    joined = _joined(ours, theirs)
    if joined is not None:
        yield joined
    alone = [part for at, part in enumerate(made.left) if at not in made.to_right]
    sought = [part for at, part in enumerate(made.right) if at not in made.to_left]
    if made.agreed < 0.5 or not alone or not sought or max(len(ours), len(theirs)) > 8:
        return  # with nothing else agreeing, two words in one are no evidence
    table = odds_table()
    for cut, odds in _recut(ours, alone, sought, lexicon):
        found = _align(cut, theirs)
        found.score *= table[odds]
        yield found
    for cut, odds in _recut(theirs, sought, alone, lexicon):
        found = _align(ours, cut)
        found.score *= table[odds]
        yield found


def _recut(
    parts: Parts, alone: Sequence[Part], sought: Sequence[Part], lexicon: Lexicon
) -> Iterator[tuple[Parts, str]]:
    """A name with parts that found no answer cut so that one of the other name's ``sought`` parts is met.

    Two neighbours are read as one word, a compound that the tables know as its words, or capitals
    written together as initials (JC for Jean-Claude).
    """
    places = {id(part) for part in alone}
    lengths = [len(part.sounds) for part in sought if part.kind != "initial"]
    for at, (one, other) in enumerate(pairwise(parts)):
        if other.kind != "name" or one.kind not in ("name", "particle"):
            continue
        if id(one) in places or id(other) in places:
            length = len(one.sounds) + len(other.sounds)
            if not any(2 * length >= of and length <= 2 * of for of in lengths):
                continue  # no word of about that length is sought
            glued = _glue(one, other)
            if _meets(glued, sought):
                yield (*parts[:at], glued, *parts[at + 2 :]), "glued"
    for at, part in enumerate(parts):
        if part.kind != "name" or id(part) not in places:
            continue
        if " " in part.text:
            words = [word for word in part.text.split(" ") if not is_article(word, True)]
            halves = [half for word in words for half in lexicon.parse(word)]
            if any(_meets(half, sought) for half in halves):
                yield (*parts[:at], *halves, *parts[at + 1 :]), "parted"
        elif len(part.text) <= 3 and part.text.isupper() and any(not one.text.isupper() for one in parts):
            letters = [letter for char in part.text for letter in lexicon.parse(char)]
            if [letter.fold for letter in letters] == [one.fold[:1] for one in sought[: len(letters)]]:
                yield (*parts[:at], *letters, *parts[at + 1 :]), "capitals"


def _meets(part: Part, sought: Sequence[Part]) -> bool:
    """Whether a part is, as likely as not, one of those sought."""
    return any(one.kind != "initial" and part_odds(part, one)[0] >= 0.5 for one in sought)


def _glue(one: Part, other: Part) -> Part:
    return Part(
        f"{one.text} {other.text}",
        one.fold + other.fold,
        one.sounds + other.sounds,
        other.kind,
        frozenset(),
        other.abjad,
        False,
        other.guessed,
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
