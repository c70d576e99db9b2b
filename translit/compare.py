"""Two names: their parts aligned, how each pair agrees, and how likely the names are one.

The score is built as a probability: each distinctive part must be answered by one of the other
name; a part missing on one side costs little, a part that has no answer on *both* sides means two
people. Titles and particles weigh little. What the agreement of two parts is worth,
:mod:`translit.odds` tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from translit.fold import fold
from translit.model import Comparison, Evidence
from translit.names import EMPTY, Lexicon, Part
from translit.odds import (
    ROUNDING,
    Table,
    conflict_odds,
    conflict_odds_at_most,
    curve,
    distance,
    likeness_for,
    odds_table,
    part_odds,
    similarity,
    weigh,
)
from translit.schemes.sounds.reading import is_article, read_table

# A part that weighs as much as this tells who is meant.
TELLING = 0.3
# Below these odds two parts are no answer to each other.
ANSWER = 0.2
# The odds from which on two parts meet, as likely as not.
MEETS = 0.5
# Letters of a title that is written together with the name.
LONGEST_TITLE = 5
# A score from which on no other cut of the words is tried.
SURE = 0.9

Parts = tuple[Part, ...]
# The fields of a piece of evidence; the evidence of the best alignment only is made.
Told = tuple[str, str, str, float, str]


@cache
def symbols_table() -> Table:
    """The table of the sounds as it stands."""
    table: Table = read_table("symbols")
    return table


_folded = lru_cache(maxsize=65536)(fold)  # a name is compared with many


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
    found = compare_within(left, right, lexicon, 0.0)
    return Comparison(left, right, 0.0) if found is None else found


def compare_within(left: str, right: str, lexicon: Lexicon, least: float) -> Comparison | None:
    """The same, or nothing where the score is sure to be below ``least``, which is found sooner."""
    folded, other = _folded(left), _folded(right)
    if not folded or not other:
        return None
    if folded == other:
        return Comparison(left, right, 1.0, (Evidence("equal", left, right, 1.0),))
    needed = min(_product_for(least), SURE)  # what is surer is never cut
    digit_left = not folded.isalpha() and _DIGIT.search(left) is not None
    digit_right = not other.isalpha() and _DIGIT.search(right) is not None
    ours = lexicon.parse(_lettered(left) if digit_left and not digit_right else left)
    theirs = lexicon.parse(_lettered(right) if digit_right and not digit_left else right)
    alignment = _align(ours, theirs, needed)
    if digit_left != digit_right:
        alignment.take(odds_table()["digits"], "digits", left, right, "digits read as letters")
    if alignment.score < SURE:
        # Given names that are known to be different may still be one in a compound and in its words.
        cuts = _all_parted if _different_given(ours, theirs) else _other_cuts
        for cut in cuts(ours, theirs, alignment, lexicon, needed):
            if cut.score > alignment.score:
                alignment = cut
    if alignment.score < needed:
        return None
    evidence = tuple([tuple.__new__(Evidence, told) for told in alignment.evidence])
    return Comparison(left, right, probability(alignment.score), evidence)


def probability(product: float) -> float:
    """The product of the odds as the share of such pairs that are one name: what a fit found.

    It keeps the order of products, and 0 and 1 as they are.
    """
    if not 0.0 < product < 1.0:
        return product
    curve = odds_table()["probability"]
    against = curve["against"] * ((1.0 - product) / product) ** curve["power"]
    return float(1.0 / (1.0 + against))


@lru_cache(maxsize=256)
def _product_for(score: float) -> float:
    """The product of the odds that this score takes, a little less for rounding."""
    if not 0.0 < score < 1.0:
        return score
    shape = odds_table()["probability"]
    against = ((1.0 - score) / score / shape["against"]) ** (1.0 / shape["power"])
    return float(1.0 / (1.0 + against)) - ROUNDING


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
    evidence: list[Told]
    agreed: float = 0.0
    given_only: bool = True

    def take(self, factor: float, kind: str, ours: str, theirs: str, detail: str = "") -> None:
        """Count one more piece of evidence."""
        self.score *= factor
        self.evidence.append((kind, ours, theirs, factor, detail))


def _telling(parts: Parts) -> Sequence[Part]:
    """The parts without their particles, if anything is left."""
    return [part for part in parts if part.kind != "particle"] or parts


def _align(ours: Parts, theirs: Parts, least: float = 0.0) -> Alignment:
    """Answer each part of the one name with a part of the other, the surest first.

    Where the score comes out below ``least``, it may come out as 0, which is found sooner.
    """
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
    if len(made.to_right) > 1:
        order = [made.to_right[at] for at in sorted(made.to_right) if made.left[at].weight >= TELLING]
        if order != sorted(order):
            made.take(odds_table()["swapped"], "order", "", "", "the parts stand in another order")
    # Only after a particle does a father stand.
    if len(made.left) < len(ours) or len(made.right) < len(theirs):
        if _fathers_exchanged(ours, theirs, made):
            made.take(odds_table()["father"], "father", "", "", "father and child are exchanged")
    if made.score < least:
        made.score = 0.0
    else:
        _unanswered(made, least)
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
                odds, how = part_odds(one, other, ANSWER)
                if odds >= ANSWER:
                    out.append((odds, how, at, to))
    # An initial answers what no name does: بریا is Beria, and not the P of L. P. Beria.
    out.sort(key=lambda pair: (pair[1] == "initial" or pair[0] < MEETS, -pair[0], abs(pair[2] - pair[3])))
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
    """Whether the father in each name answers someone who is no father in the other.

    Or the father in one is the first of the other, which lacks the child: Tamim bin Hamad, Hamad.
    """
    left, right = _fathers(ours), _fathers(theirs)
    if 0 not in made.to_right and any(made.to_right.get(at) == 0 for at in left if at) and 0 not in right:
        return True
    if 0 not in made.to_left and any(made.to_left.get(at) == 0 for at in right if at) and 0 not in left:
        return True
    return any(made.to_right.get(at, -1) not in {-1, *right} for at in left) and any(
        made.to_left.get(to, -1) not in {-1, *left} for to in right
    )


def _unanswered(made: Alignment, least: float) -> None:
    """What the parts without an answer take from the score; all of it, where less than ``least`` is left."""
    table = odds_table()
    alone_left = [part for at, part in enumerate(made.left) if at not in made.to_right]
    alone_right = [part for at, part in enumerate(made.right) if at not in made.to_left]
    names_left, names_right = _alone_in(made)
    if made.agreed < 0.5 and not (names_left and names_right):  # initials and titles alone say nothing
        made.score = 0.0
        made.evidence.insert(0, ("nothing agrees", "", "", 0.0, ""))
        return
    if names_left and names_right:
        if made.score * conflict_odds_at_most() < least:
            made.score = 0.0
            return
        if made.agreed < 0.5:
            made.take(table["nothing"], "nothing agrees", "", "")
        _conflicts(made, names_left, names_right)
    else:
        for at, part in enumerate(names_left or names_right):
            factor = table["missing"]
            if made.agreed < 1.3 and part.kind == "name":
                if at == 0:
                    only = (
                        "missing_before_given"
                        if _before_title(made, bool(names_left))
                        else "missing_only_given"
                    )
                    factor = table[only if made.given_only else "missing_one_left"]
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


def _before_title(made: Alignment, named_left: bool) -> bool:
    """Whether a given name and a title agree, and what is missing stands before: Ahmed Midhat Pasha."""
    if made.agreed <= 1.0:
        return False
    parts, answered = (made.left, made.to_right) if named_left else (made.right, made.to_left)
    telling = [at for at, part in enumerate(parts) if part.weight >= TELLING]
    return telling[0] not in answered


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
        title = slots.get((to.get(before, -1), to.get(after, len(theirs))))
        if before < 0 and title is not None and not title.given:
            continue  # a title that opens a name is left out freely: President Erdoğan; not Hakim
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
    pairs = [
        (-conflict_odds(one, other), at, to) for at, one in enumerate(left) for to, other in enumerate(right)
    ]
    pairs.sort()
    gone_left: set[int] = set()
    gone_right: set[int] = set()
    for odds, at, to in pairs:
        if at in gone_left or to in gone_right:
            continue
        further = odds_table()["conflict_more"] if gone_left else None
        gone_left.add(at)
        gone_right.add(to)
        made.take(further or -odds, "conflict", left[at].text, right[to].text)


def _different_given(ours: Parts, theirs: Parts) -> bool:
    """Whether both names have known given names and share none: no other cut makes them one."""
    left = [part.elements | part.kin for part in ours if part.given]
    if not left:
        return False
    right = [part.elements | part.kin for part in theirs if part.given]
    return bool(right) and not frozenset().union(*left) & frozenset().union(*right)


def _other_cuts(
    ours: Parts, theirs: Parts, made: Alignment, lexicon: Lexicon, least: float
) -> Iterator[Alignment]:
    """The alignments with neighbours of one name read as one word, or all words so, or a word in parts.

    Those that score below ``least`` may be left out.
    """
    joined = _joined(made.left, made.right, max(made.score, least))
    if joined is not None:
        yield joined
    yield from _all_parted(ours, theirs, made, lexicon, least)
    if not made.to_right or max(len(ours), len(theirs)) > 8:
        return  # with nothing else agreeing, two words in one are no evidence
    alone = [part for at, part in enumerate(made.left) if at not in made.to_right]
    sought = [part for at, part in enumerate(made.right) if at not in made.to_left]
    if not alone or not sought:
        return
    table = odds_table()
    for cut, odds in _recut(ours, _alone(ours, made.to_right), sought, lexicon):
        found = _align(cut, theirs, least)
        found.score *= table[odds]
        yield found
    for cut, odds in _recut(theirs, _alone(theirs, made.to_left), alone, lexicon):
        found = _align(ours, cut, least)
        found.score *= table[odds]
        yield found


def _all_parted(
    ours: Parts, theirs: Parts, made: Alignment, lexicon: Lexicon, least: float
) -> Iterator[Alignment]:
    """The names word by word, when one has a compound that the other lacks: Ulugh Beg, Oulough Beg."""
    if not _has_compound((*ours, *theirs)):
        return
    agreeing = made.agreed >= 0.5
    if agreeing and not _compound_alone(made):
        return
    left, right = _words(ours, lexicon), _words(theirs, lexicon)
    if len(left) != len(ours) or len(right) != len(theirs):
        found = _align(left, right, least)
        if agreeing and sum(map(len, _alone_in(found))) > sum(map(len, _alone_in(made))) - 2:
            return  # a word of the compound has no answer: Ali Akbar, Ali
        found.score *= odds_table()["parted"]
        yield found


def _compound_alone(made: Alignment) -> bool:
    """Whether a compound found no answer, and parts of the other name that are none: Ali Khan, علی."""
    alone, sought = _alone_in(made)
    return bool(alone and sought) and _has_compound(alone) != _has_compound(sought)


def _has_compound(parts: Sequence[Part]) -> bool:
    return any(" " in part.text for part in parts)


def _alone_in(made: Alignment) -> tuple[list[Part], list[Part]]:
    """The telling parts of both names that found no answer."""
    return (
        [part for at, part in enumerate(made.left) if at not in made.to_right and part.weight >= TELLING],
        [part for at, part in enumerate(made.right) if at not in made.to_left and part.weight >= TELLING],
    )


def _words(parts: Parts, lexicon: Lexicon) -> Parts:
    """The parts of a name with each compound in its words."""
    out: list[Part] = []
    for part in parts:
        if " " in part.text:
            for text in part.text.split(" "):
                out.extend(lexicon.parse(text))
        else:
            out.append(part)
    return tuple(out)


def _alone(parts: Parts, answered: dict[int, int]) -> set[int]:
    """The places in a name of the parts that count and found no answer."""
    counted = [at for at, part in enumerate(parts) if part.kind != "particle"] or range(len(parts))
    return {at for place, at in enumerate(counted) if place not in answered}


def _titled(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """A word as a name and the title that is written together with it: Олимхон, Alimkhan."""
    for at in range(3, len(word) - 2):
        if len(word) - at <= LONGEST_TITLE and lexicon.kinds(word[at:]) == {"honorific"}:
            return word[:at], word[at:]
    return ()


def _recut(
    parts: Parts, alone: set[int], sought: Sequence[Part], lexicon: Lexicon
) -> Iterator[tuple[Parts, str]]:
    """A name with parts that found no answer cut so that one of the other name's ``sought`` parts is met.

    Two neighbours are read as one word, a compound that the tables know as its words, or capitals
    written together as initials (JC for Jean-Claude).
    """
    lengths = [len(part.sounds) for part in sought if part.kind != "initial"]
    for at, (one, other) in enumerate(pairwise(parts)):
        if other.kind != "name" or one.kind not in ("name", "particle"):
            continue
        if at in alone or at + 1 in alone:
            length = len(one.sounds) + len(other.sounds)
            if not any(2 * length >= of and length <= 2 * of for of in lengths):
                continue  # no word of about that length is sought
            glued = _glue(one, other)
            if _meets(glued, sought):
                yield (*parts[:at], glued, *parts[at + 2 :]), "glued"
    for at, part in enumerate(parts):
        if part.kind != "name" or at not in alone:
            continue
        if " " in part.text:
            words = [word for word in part.text.split(" ") if not is_article(word, True)]
            halves = [half for word in words for half in lexicon.parse(word)]
            if any(_meets(half, sought) for half in halves):
                yield (*parts[:at], *halves, *parts[at + 1 :]), "parted"
        elif _titled(part.text, lexicon):
            rest, title = _titled(part.text, lexicon)
            halves = [*lexicon.parse(rest), lexicon.part(title, "honorific")]
            if _meets(halves[0], sought):
                yield (*parts[:at], *halves, *parts[at + 1 :]), "parted"
        elif len(part.text) <= 3 and part.text.isupper() and any(not one.text.isupper() for one in parts):
            letters = [letter for char in part.text for letter in lexicon.parse(char)]
            if [letter.fold for letter in letters] == [one.fold[:1] for one in sought[: len(letters)]]:
                yield (*parts[:at], *letters, *parts[at + 1 :]), "capitals"


def _meets(part: Part, sought: Sequence[Part]) -> bool:
    """Whether a part is, as likely as not, one of those sought."""
    return any(one.kind != "initial" and part_odds(part, one, MEETS)[0] >= MEETS for one in sought)


def _glue(one: Part, other: Part) -> Part:
    return Part(
        f"{one.text} {other.text}",
        one.fold + other.fold,
        one.sounds + other.sounds,
        other.kind,
        other.weight,
        frozenset(),
        other.abjad,
        False,
        other.guessed,
    )


def _joined(left: Sequence[Part], right: Sequence[Part], best: float) -> Alignment | None:
    """The parts of two names each read as one word: Ehsan Ollah and Ehsanollah, حیدرخان and Haydar Khan.

    They are the parts that tell. Nothing, where that is no answer or no better than the ``best`` score.
    """
    if len(left) == len(right) or not left or not right:
        return None
    if "initial" in [part.kind for part in (*left, *right)]:
        return None
    mass = sum([weigh(part.sounds)[0] for part in left])
    other_mass = sum([weigh(part.sounds)[0] for part in right])
    if min(mass, other_mass) < 0.6 * max(mass, other_mass):
        return None
    sounds_left = "".join([part.sounds for part in left])
    sounds_right = "".join([part.sounds for part in right])
    unwritten = any(part.abjad for part in left) != any(part.abjad for part in right)
    table = odds_table()
    margin, glued = table["joined_margin"], table["glued"]
    least = likeness_for(max(ANSWER, best) / glued, table["sound"]) + margin
    likeness = similarity(sounds_left, sounds_right, unwritten, least) - margin
    odds = curve(likeness, table["sound"]) * glued
    if odds < ANSWER:
        return None
    shown = "".join([part.text for part in left]), "".join([part.text for part in right])
    return Alignment(left, right, {}, {}, odds, [("joined", *shown, odds, "")])


__all__ = ["ANSWER", "TELLING", "Alignment", "compare", "distance", "part_odds", "probability", "similarity"]
