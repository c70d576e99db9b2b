"""Two parts of names: how they agree, and how likely they are one.

Near spellings are measured over sound strings (:mod:`translit.schemes.sounds.reading`) with the costs of
``symbols.yaml``; what the elements' tables say about two given names goes before what they sound
like. What each kind of agreement is worth stands in ``odds.yaml`` beside them.
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from typing import Any

from rapidfuzz.distance import OSA

from translit.fold import script
from translit.names import Part
from translit.schemes.sounds.reading import is_article, read_table, sounds, symbols
from translit.written import surprise

# A sound that costs so much to lose is firm; two strings whose firm sounds differ in number by this
# share of what they have to lose are no answer to each other, whatever the rest.
FIRM = 0.85
OUT_OF_REACH = 0.45
# What two strings have to lose besides their sounds: a short one is not far off for one of them.
SPARE = 0.5
ROUNDING = 1e-9  # what adding costs in another order may change
# What equal sounds are worth, no letter being compared.
HEARD = 0.995
# Two spellings of one element that sound less alike are a name and its nickname: Edward, Ted.
NICKNAME = 0.7
# So many nats of what their letters say tell the likelier of two such spellings in another script.
TOLD = 3.0
# Sounds of a name in which another consonant is too much for one stem.
SHORT = 9
# Further apart in length than this, two spellings do not differ by a slip.
SLIPS = 2

# The last sounds of the Russian endings of family names.
_RUSSIAN = frozenset("vfi")

Table = dict[str, Any]


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
    return _distance(left, right, unwritten, math.inf)


def _distance(left: str, right: str, unwritten: bool, most: float) -> float:
    """The same up to ``most``; what is further apart is infinitely so, and found so early."""
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
    columns = list(zip(right[start:end_right], gone_right[start:end_right], strict=True))
    row = [0.0]
    for _, cost in columns:
        row.append(row[-1] + cost)
    for symbol, gone in zip(left[start:end_left], gone_left[start:end_left], strict=True):
        costs = substitution[symbol]
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
        if min(row) > most:
            return math.inf
    return row[-1]


@lru_cache(maxsize=65536)
def weigh(sound: str) -> tuple[float, int, int]:
    """How much a sound string has to lose, and how many of its sounds are firm and are consonants.

    It has to lose its consonants and a third of its vowels. The consonants are those that every
    script writes; a word of one says more with two vowels written out.
    """
    table = symbols()
    mass = sum([table.mass.get(symbol, 1.0) for symbol in sound]) or 0.3
    firm = sum([table.loss.get(symbol, 1.0) >= FIRM for symbol in sound])
    count = sum([symbol in table.consonants for symbol in sound])
    return mass, firm, count if count > 1 else max(count, min(2, (count + len(sound)) // 2))


@cache
def _near_sounds() -> tuple[dict[str, int], dict[str, int]]:
    """Each sound as a bit, and for each firm consonant the bits of the sounds it may stand for."""
    table = symbols()
    known = sorted({*table.substitution, *table.loss})
    bits = {symbol: 1 << at for at, symbol in enumerate(known)}
    near = {
        symbol: sum([bits[other] for other in known if table.substitution[symbol][other] < FIRM])
        for symbol in known
        if symbol not in table.vowels and table.loss.get(symbol, 1.0) >= FIRM
    }
    return bits, near


@lru_cache(maxsize=65536)
def _reach(sound: str) -> tuple[int, tuple[int, ...]]:
    """The bits of the sounds of a string, and of what each of its firm consonants may stand for."""
    bits, near = _near_sounds()
    held = 0
    for symbol in set(sound):
        held |= bits.get(symbol, 0)
    return held, tuple([near[symbol] for symbol in sound if symbol in near])


def _least_distance(left: str, right: str) -> float:
    """What the distance of two sound strings is at least: every firm consonant that no sound of the
    other string comes near is lost, or stands for one as far off.
    """
    held, firm = _reach(left)
    held_right, firm_right = _reach(right)
    alone = alone_right = 0
    for near in firm:
        if not near & held_right:
            alone += 1
    for near in firm_right:
        if not near & held:
            alone_right += 1
    return FIRM * (alone if alone > alone_right else alone_right)


def similarity(left: str, right: str, unwritten: bool = False, least: float = 0.0) -> float:
    """How alike two sound strings are, in [0, 1].

    Arguments:
        left, right: sound strings.
        unwritten: as for :func:`distance`.
        least: what is less alike than this may come out as 0, which is found sooner.

    >>> similarity("kuCik", "kuCek") > .95 > .5 > similarity("kuCik", "laC")
    True
    """
    if left == right:
        return 1.0
    if not left or not right:
        return 0.0
    span = (weigh(left)[0] + weigh(right)[0]) / 2 + SPARE
    if least > 0.0:
        most = (1.0 - least) * span + ROUNDING
        if _least_distance(left, right) > most:
            return 0.0
        apart = _distance(left, right, unwritten, most)
    else:
        apart = distance(left, right, unwritten)
    return max(0.0, 1.0 - apart / span)


def curve(likeness: float, table: Table) -> float:
    """The odds that two things so alike are the same: a logistic curve."""
    return 1.0 / (1.0 + math.exp(-table["steepness"] * (likeness - table["middle"])))


def likeness_for(odds: float, table: Table) -> float:
    """How alike two things must be for these odds: the curve read the other way.

    >>> likeness_for(0.5, {"steepness": 30, "middle": 0.75}), likeness_for(0.0, {})
    (0.75, 0.0)
    """
    if odds <= 0.0:
        return 0.0
    if odds >= 1.0:
        return 1.0
    return float(table["middle"] + math.log(odds / (1.0 - odds)) / table["steepness"])


def part_odds(left: Part, right: Part, least: float = 0.0) -> tuple[float, str]:
    """How likely two parts are the same part, and how they agree.

    Arguments:
        left, right: two parts of names.
        least: odds below this may come out lower still, which is found sooner.
    """
    if left.fold == right.fold:
        return 1.0, "equal"
    if left.kind == "number" or right.kind == "number":
        return 0.0, "different numbers"
    if left.kind == "initial" or right.kind == "initial":
        return _initial(left, right)
    table = odds_table()
    if left.elements and right.elements:
        if not left.elements.isdisjoint(right.elements):
            likeness = similarity(left.sounds, right.sounds, left.abjad != right.abjad)
            worth = table["same_element" if likeness >= NICKNAME else "nickname"]
            told = max(-TOLD, min(TOLD, _told(left, right)))
            return worth - 0.01 * (1.0 - likeness) + 0.001 * told, "same element"
        if not left.kin.isdisjoint(right.kin):
            return table["cognate"], "cognate"
        if _sound_alike(left, right, table["alike_elements"]["likeness"]):
            return table["alike_elements"]["odds"], "alike elements"
        return table["different_elements"], "different elements"
    if left.guessed and right.guessed:
        return _guessed_odds(left.text, right.text), "near letters"
    unwritten = left.abjad != right.abjad
    across = unwritten or not one_script(left.fold, right.fold)
    said, other = left.sounds, right.sounds
    if across and least > 0.0:
        least = _shifted(least, -table["written"]["weight"] * table["written"]["gain"])
    odds, kind = _sound_odds(said, other, unwritten, across, least)
    if " " in left.text or " " in right.text or said.startswith("aL") or other.startswith("aL"):
        bare, bare_other = _bare(left.text, said), _bare(right.text, other)
        if bare != said or bare_other != other:
            odds, kind = max((odds, kind), _sound_odds(bare, bare_other, unwritten, across, least))
    if across and odds > 0.0:
        odds = _as_written(odds, left, right)
    if not across and odds > 0.0 and are_apart(left.fold, right.fold):
        return odds * table["letters"]["odds"], "other letters"
    slips = not across and abs(len(left.fold) - len(right.fold)) <= SLIPS
    feminine = not across and _his_and_hers(left.fold, right.fold)
    national = table["national"]["odds"]
    if (
        odds < national
        and (said[-1:] in _RUSSIAN or other[-1:] in _RUSSIAN)
        and not (left.given or right.given)
        and _may_share_stem(said, other)
    ):
        if _national(said, other, unwritten):
            return float(national), "national ending"
    if odds == 0.0 and not slips:
        return odds, kind
    if left.guessed != right.guessed:
        odds *= table["guessed"]
    known = bool(left.elements or right.elements)
    if known and odds < 0.97:
        # A known name whose spellings are listed is seldom met in one so far off.
        odds *= table["half_known"]
    if feminine:
        return odds * table["feminine"], "his and hers"
    if odds < 0.8 and slips and _may_be_slips(left.fold, right.fold):
        slip, slipped = _slip_odds(left.fold, right.fold, known)
        if slip > odds:
            return slip, slipped
    return odds, kind


def _sound_alike(left: Part, right: Part, least: float) -> bool:
    """Whether a spelling of one element may as well be meant for another: Hamid for Hamed, Kasim for Kazim.

    What closes with another vowel is rather a man's name and a woman's. A script without vowels tells such
    names apart by its letters: سعد, سعید.
    """
    if left.abjad or right.abjad:
        return False
    said, other = left.sounds, right.sounds
    if said[-1:] != other[-1:] and {said[-1:], other[-1:]} <= symbols().vowels:
        return False
    return similarity(said, other, False, least) >= least


def _shifted(odds: float, by: float) -> float:
    """Odds with so much added to their logarithm."""
    if not 0.0 < odds < 1.0:
        return odds
    return 1.0 / (1.0 + (1.0 - odds) / odds * math.exp(-by))


def _told(left: Part, right: Part) -> float:
    """What the letters of two parts say, in nats, if one is in Latin letters and the other is not."""
    if left.fold.isascii() == right.fold.isascii():
        return 0.0
    latin, other = (left, right) if left.fold.isascii() else (right, left)
    return -surprise(latin.text, other.fold, script(other.fold))


def _as_written(odds: float, left: Part, right: Part) -> float:
    """The odds of two parts, one in Latin letters, with what the letters of the other say besides."""
    table = odds_table()["written"]
    told = max(-table["loss"], min(table["gain"], _told(left, right)))
    return _shifted(odds, table["weight"] * told)


def one_script(left: str, right: str) -> bool:
    """Whether two folded words are of one script, so that their letters may be compared."""
    return script(left) == script(right) if not left.isascii() or not right.isascii() else True


@cache
def _apart() -> dict[str, frozenset[str]]:
    """The pairs of letters that are not taken for each other, by script, in either order."""
    pairs = odds_table()["letters"]["apart"]
    return {name: frozenset({*found, *(pair[::-1] for pair in found)}) for name, found in pairs.items()}


@lru_cache(maxsize=65536)
def are_apart(left: str, right: str) -> bool:
    """Whether two folded words of one script differ by letters that nobody who writes it confuses.

    >>> are_apart("сахаров", "захаров"), are_apart("кучик", "кучек"), are_apart("sakharov", "zakharov")
    (True, False, False)
    """
    if left.isascii() or len(left) != len(right):
        return False
    apart = _apart().get(script(left), frozenset())
    return any(one + other in apart for one, other in zip(left, right, strict=True))


@cache
def _endings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The endings that Russian gives to family names, and those of other nations, as they sound."""
    table = odds_table()["national"]
    russian, other = ("|".join(table[key]) for key in ("russian", "other"))
    return re.compile(f"(.+?)(?:{russian})"), re.compile(f"(.+?)(?:{other})?")


def _may_share_stem(left: str, right: str) -> bool:
    """Whether two sound strings may have one stem: short ones that begin with other consonants have not."""
    if not left or not right or left[0] == right[0] or len(left) > SHORT or len(right) > SHORT:
        return True
    bits, near = _near_sounds()
    found = near.get(left[0])
    return found is None or right[0] not in near or found & bits[right[0]] != 0


@lru_cache(maxsize=65536)
def _national(left: str, right: str, unwritten: bool) -> bool:
    """Whether one sound string is a family name with a Russian ending, and the other without or with another.

    >>> _national("Cokaev", "Cokay", False), _national("ivanov", "petr", False)
    (True, False)
    """
    table = odds_table()["national"]
    with_russian, with_other = _endings()
    for one, other in ((left, right), (right, left)):
        cut, plain = with_russian.fullmatch(one), with_other.fullmatch(other)
        if cut is None or plain is None or with_russian.fullmatch(other):
            continue
        stem, rest = cut[1], plain[1]
        if (
            weigh(stem)[0] >= table["mass"]
            and similarity(stem, rest, unwritten, table["likeness"]) >= table["likeness"]
        ):
            return True
    return False


def _his_and_hers(left: str, right: str) -> bool:
    """Whether one of two folded words is the other with the ending of women and of abstract nouns.

    >>> _his_and_hers("julian", "juliana"), _his_and_hers("rushdi", "rushdiyya"), _his_and_hers("ali", "alia")
    (True, True, True)
    """
    short, long = (left, right) if len(left) < len(right) else (right, left)
    if not long.startswith(short):
        return False
    rest = long[len(short) :]
    return rest == "a" or (short.endswith("i") and rest in ("ya", "yya"))


@lru_cache(maxsize=65536)
def _bare(text: str, sound: str) -> str:
    """The sounds of a part without the article that its text begins with: as Sadat, السادات."""
    first, space, rest = text.partition(" ")
    if space and is_article(first, True):  # a compound keeps no hyphen
        return "".join(sounds(word) for word in rest.split(" "))
    return sound.removeprefix("aL")


@lru_cache(maxsize=64)
def _likeness_needed(least: float, across: bool) -> float:
    """How alike two sound strings must be for these odds."""
    return likeness_for(least / HEARD, odds_table()["sound_across" if across else "sound"])


def _sound_odds(left: str, right: str, unwritten: bool, across: bool, least: float) -> tuple[float, str]:
    """The odds of two parts by their sounds; what is plainly different is not remembered."""
    if left != right:
        (mass, firm, _), (other_mass, other_firm, _) = weigh(left), weigh(right)
        span = (mass + other_mass) / 2 + SPARE
        # So many lost consonants at the least: what is out of reach is not measured.
        if abs(firm - other_firm) * FIRM > OUT_OF_REACH * span:
            return 0.0, "different"
        needed = _likeness_needed(least, across)
        if needed > 0.0 and _least_distance(left, right) > (1.0 - needed) * span + ROUNDING:
            return 0.0, "different"
    return _measured_odds(left, right, unwritten, across, least)


@lru_cache(maxsize=65536)
def _measured_odds(left: str, right: str, unwritten: bool, across: bool, least: float) -> tuple[float, str]:
    """The odds of two parts by their sounds, as far as these lie apart."""
    table = odds_table()
    likeness = similarity(left, right, unwritten, _likeness_needed(least, across))
    if likeness <= 0.0:
        return 0.0, "different"
    count, other_count = weigh(left)[2], weigh(right)[2]
    curved = table["sound_across" if across else "sound"]
    odds = curve(likeness, curved)
    if unwritten:
        # Without its vowels a short word says too little: روسیه is not Rice.
        odds *= table["unwritten_short"].get(min(count, other_count), 1.0)
    if likeness < 0.995 and not across:
        # Of a word of one or two consonants a little is much: Ho, Choe; Jong, Hong.
        odds *= table["short"].get(min(count, other_count), 1.0)
    kind = "equal sound" if likeness >= 0.995 else "near" if odds >= 0.5 else "different"
    return odds * HEARD, kind


def _may_be_slips(left: str, right: str) -> bool:
    """Whether few slips part two spellings, or one may be the other backward."""
    if left[-1:] == right[:1] or left[:1] == right[-1:]:
        return True
    return OSA.distance(left, right, score_cutoff=SLIPS) <= SLIPS


@lru_cache(maxsize=65536)
def _slip_odds(left: str, right: str, known: bool) -> tuple[float, str]:
    """The odds that two spellings of one script differ by a slip of the hand or eye, and its name.

    With ``known`` one of them is a name in the tables, and the other in none: then a slip is likelier.
    """
    short = min(len(left), len(right))
    edits = OSA.distance(left, right, score_cutoff=SLIPS)
    table = odds_table()
    for most, least, changed, other, one_known in table["typing_error"] if edits <= SLIPS else ():
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
    return curve(OSA.normalized_similarity(left, right), odds_table()["guessed_letters"])


def _initial(left: Part, right: Part) -> tuple[float, str]:
    table = odds_table()
    if left.kind == right.kind == "initial":
        if left.sounds[:1] == right.sounds[:1]:
            return table["initials_equal"], "initial"
        return table["initial_other"], "different initials"
    full, one = (right, left) if left.kind == "initial" else (left, right)
    vowels = symbols().vowels
    first, letter = full.sounds[:1], one.sounds[:1]
    if len(one.fold) > 1:
        heard = full.sounds[: len(one.sounds)]
        if full.fold.startswith(one.fold) or distance(heard, one.sounds) <= 0.5:
            return table["initial"], "initial"
        return table["initial_other"], "different initials"
    if full.fold[:1] == one.fold or first == letter:
        return table["initial"], "initial"
    if first in vowels and letter in vowels and distance(first, letter) < 0.6:
        return table["initial_vowel"], "initial"
    if symbols().confusion.get(first + letter, 1.0) <= 0.2:
        return table["initial_alike"], "initial"
    return table["initial_other"], "different initials"


@cache
def conflict_odds_at_most() -> float:
    """The most that :func:`conflict_odds` leaves of any score."""
    table = odds_table()
    kinds = ("numbers", "conflict", "conflict_initial", "unread", "conflict_known", "conflict_alike")
    return max(float(table[kind]) for kind in kinds)


def conflict_odds(left: Part, right: Part) -> float:
    """What two parts that do not answer each other leave of the score."""
    table = odds_table()
    if left.kind == "number" or right.kind == "number":
        return float(table["numbers"] if left.kind == right.kind else table["conflict"])
    if left.kind == "initial" or right.kind == "initial":
        return float(table["conflict_initial"])
    if left.guessed != right.guessed:
        return float(table["unread"])
    if one_script(left.fold, right.fold):
        likeness = OSA.normalized_similarity(left.fold, right.fold)
    else:
        likeness = similarity(left.sounds, right.sounds, left.abjad != right.abjad)
    known = bool(left.elements and right.elements)
    span = table["conflict_known" if known else "conflict_alike"] - table["conflict"]
    return float(table["conflict"] + span * curve(likeness, table["conflict_curve"]))
