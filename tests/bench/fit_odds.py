"""Fits the numbers of ``translit/schemes/sounds/odds.yaml`` to labelled pairs of names.

    python tests/bench/fit_odds.py [--folds 3] [--rounds 2] [--write]

The pairs are those in the tree: spellings of one set of ``tests/cases/variant_sets.txt`` (the same),
``lookalikes.txt``, also with the name's spellings in other scripts, and the nearest spellings of other
sets (different), and ``data/name_bench.tsv``.
Each source weighs as :data:`WEIGHTS` says, whatever its size, and each set as much as another.

Every odds and every curve is moved, one at a time, while the log loss of the scores falls. A prior
holds each near the value that stands in the table (half a unit of log odds for a loss of half a
point), and bounds keep it sensible. Then two numbers, ``probability``, bring the product of the odds
to the share that is the same. What that gives for pairs never seen is told by cross-validation with
whole sets, and all pairs of one name, held out together. ``--write`` puts the fit of all pairs into
the table and leaves its comments as they are.

The values that stand in the table were themselves chosen with these pairs in view, so the figures of
"before" are of pairs seen, and those of "held out" are of pairs that the fit has not seen.
"""

from __future__ import annotations

import argparse
import copy
import math
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import compare_cases
import pairs
from measures import auc, best_f1, calibration, f1_at, table

import translit
from translit.fold import fold, script
from translit.odds import _measured_odds, _slip_odds, odds_table

ODDS = Path(translit.__file__).parent / "schemes" / "sounds" / "odds.yaml"
SEED = 1921
# How much each source of pairs counts in all, and how many pairs of a set are looked at.
WEIGHTS = {"bench": 500.0, "sets": 300.0, "lookalikes": 180.0, "across": 120.0, "neighbours": 100.0}
OF_A_SET = 6
ACROSS = 3
# The spread of the prior in log odds, and the share at which a wrong label costs no more.
SPREAD = 0.5
CLIP = 0.01
# Numbers of the table that are no odds: not fitted, or within bounds of their own.
FIXED = {
    ("backward", "least"),
    ("probability", "power"),
    ("probability", "against"),
    ("alike_elements", "likeness"),
    *(("national", name) for name in ("mass", "likeness", "russian", "other")),
}
BOUNDS = {"middle": (0.5, 0.95), "steepness": (8.0, 40.0), "joined_margin": (0.0, 0.15)}
UNITS = {"middle": 0.02, "steepness": 3.0, "joined_margin": 0.02}

Place = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A pair with its label, its source, what it is held out with, and its weight."""

    left: str
    right: str
    same: bool
    source: str
    group: str
    weight: float


def labelled() -> list[Labelled]:
    """All pairs of the tree, weighed."""
    chooser = random.Random(SEED)
    found: list[tuple[str, str, bool, str, str]] = []
    sets = compare_cases.read("variant_sets.txt")
    for spellings in sets:
        both = list(combinations(spellings, 2))
        for left, right in chooser.sample(both, min(OF_A_SET, len(both))):
            found.append((left, right, True, "sets", spellings[0]))
    spelt = {fold(spelling): spellings for spellings in sets for spelling in spellings}
    for left, right, *_more in compare_cases.read("lookalikes.txt"):
        spellings = spelt.get(fold(left), [left])
        found.append((left, right, False, "lookalikes", spellings[0]))
        # The look-alike of a name is that of its spellings in other scripts too.
        across = [spelling for spelling in spellings if script(spelling) != script(right)]
        chosen = chooser.sample(across, min(ACROSS, len(across)))
        found.extend((spelling, right, False, "across", spellings[0]) for spelling in chosen)
    for mine, left, right in neighbours(sets, chooser):
        found.append((left, right, False, "neighbours", mine))
    same, other = pairs.read(pairs.DATA / "name_bench.tsv")
    for is_same, rows in ((True, same), (False, other)):
        for left, right in rows:
            found.append((left, right, is_same, "bench", f"bench {right}"))
    sizes: dict[str, int] = defaultdict(int)
    for *_rest, source, _group in found:
        sizes[source] += 1
    return [Labelled(*row, WEIGHTS[row[3]] / sizes[row[3]]) for row in found]


def neighbours(
    sets: list[list[str]], chooser: random.Random, count: int = 3
) -> Iterator[tuple[str, str, str]]:
    """For each set a spelling with the nearest spellings of so many other sets."""
    for at, spellings in enumerate(sets):
        query = chooser.choice(spellings)
        field = [chooser.choice(other) for to, other in enumerate(sets) if to != at]
        field.sort(key=lambda other: -translit.compare(query, other).score)
        for other in field[:count]:
            yield spellings[0], query, other


def parameters(odds: dict[str, Any]) -> list[Place]:
    """Where the numbers stand that are fitted."""
    out: list[Place] = []
    for key, value in odds.items():
        if isinstance(value, dict):
            out.extend((key, name) for name in value if (key, name) not in FIXED)
        elif isinstance(value, list):
            out.extend((key, at, column) for at, row in enumerate(value) for column in range(2, len(row)))
        else:
            out.append((key,))
    return out


def get(odds: dict[str, Any], path: Place) -> float:
    """The number at a place of the table."""
    value: Any = odds
    for step in path:
        value = value[step]
    return float(value)


def put(odds: dict[str, Any], path: Place, value: float) -> None:
    """Set the number at a place of the table."""
    for step in path[:-1]:
        odds = odds[step]
    odds[path[-1]] = value


def log_odds(share: float) -> float:
    """The log odds of a share, kept from the ends."""
    share = min(max(share, 0.002), 0.998)
    return math.log(share / (1.0 - share))


def moved(path: Place, value: float, steps: float) -> float:
    """A number moved by so many steps of its kind, within its bounds."""
    kind = str(path[-1])
    if kind in BOUNDS:
        low, high = BOUNDS[kind]
        return min(max(value + steps * UNITS[kind], low), high)
    return 1.0 / (1.0 + math.exp(-(log_odds(value) + steps * 0.4)))


def strangeness(path: Place, value: float, first: float) -> float:
    """What the prior takes for moving a number."""
    kind = str(path[-1])
    if kind in BOUNDS:
        return 0.5 * ((value - first) / (2 * UNITS[kind])) ** 2
    return 0.5 * ((log_odds(value) - log_odds(first)) / SPREAD) ** 2


def products(some: Sequence[Labelled]) -> list[float]:
    """The scores under the numbers that stand in the table now."""
    _measured_odds.cache_clear()
    _slip_odds.cache_clear()
    return [translit.compare(pair.left, pair.right).score for pair in some]


def loss(pair: Labelled, score: float) -> float:
    """The log loss of one pair."""
    score = min(max(score, CLIP), 1.0 - CLIP)
    return -pair.weight * math.log(score if pair.same else 1.0 - score)


def fit(some: Sequence[Labelled], rounds: int, told: str = "") -> dict[str, Any]:
    """The table fitted to pairs: it is changed in place while that goes on, and put back."""
    odds = odds_table()
    before = copy.deepcopy(odds)
    places = parameters(odds)
    odds["probability"] = {"power": 1.0, "against": 1.0}
    scores = products(some)
    losses = [loss(pair, score) for pair, score in zip(some, scores, strict=True)]
    touched: dict[Place, list[int]] = {}
    for turn in range(rounds):
        size = 1.0 if turn == 0 else 0.5
        for path in places:
            first = get(before, path)
            for way in (1.0, -1.0):
                gained = False
                while True:
                    old = get(odds, path)
                    new = moved(path, old, way * size)
                    if abs(new - old) < 1e-6:
                        break
                    put(odds, path, new)
                    which = touched.get(path) or range(len(some))
                    made = products([some[at] for at in which])
                    changed = {
                        at: loss(some[at], score)
                        for at, score in zip(which, made, strict=True)
                        if abs(score - scores[at]) > 1e-9
                    }
                    if path not in touched:
                        touched[path] = list(changed)
                    gain = sum(losses[at] - value for at, value in changed.items())
                    gain -= strangeness(path, new, first) - strangeness(path, old, first)
                    if gain <= 0.01:
                        put(odds, path, old)
                        break
                    gained = True
                    for at, score in zip(which, made, strict=True):
                        scores[at] = score
                        losses[at] = loss(some[at], score)
                if gained or not touched.get(path):
                    break
        cost = sum(losses) / sum(pair.weight for pair in some)
        print(f"{told}round {turn + 1}: log loss {cost:.4f}", flush=True)
    scores = products(some)
    odds["probability"] = _probability(some, scores)
    fitted = copy.deepcopy(odds)
    odds.clear()
    odds.update(before)
    return fitted


def _probability(some: Sequence[Labelled], scores: Sequence[float]) -> dict[str, float]:
    """The two numbers that bring products to shares."""

    def cost(power: float, against: float) -> float:
        total = 0.5 * (math.log(power) / 0.3) ** 2 + 0.5 * (math.log(against) / 0.5) ** 2
        for pair, score in zip(some, scores, strict=True):
            if 0.0 < score < 1.0:
                score = 1.0 / (1.0 + against * ((1.0 - score) / score) ** power)
            total += loss(pair, score)
        return total

    grid = [
        (power / 20, against / 20)
        for power in range(10, 31)
        for against in (8, 10, 12, 14, 16, 18, 20, 22, 25, 28, 32, 36, 40, 45, 50)
    ]
    power, against = min(grid, key=lambda both: cost(*both))
    return {"power": power, "against": against}


def scored(some: Sequence[Labelled], odds: dict[str, Any]) -> list[float]:
    """The scores of pairs under a table of odds."""
    current = odds_table()
    before = copy.deepcopy(current)
    current.clear()
    current.update(copy.deepcopy(odds))
    out = products(some)
    current.clear()
    current.update(before)
    _measured_odds.cache_clear()
    _slip_odds.cache_clear()
    return out


def figures(some: Sequence[Labelled], scores: Sequence[float]) -> list[list[object]]:
    """What the scores are worth, over all pairs and over the bench's."""
    rows: list[list[object]] = []
    for name, chosen in (
        ("all pairs", set(WEIGHTS)),
        ("name bench", {"bench"}),
        ("cases", set(WEIGHTS) - {"bench"}),
    ):
        mine = [(pair, score) for pair, score in zip(some, scores, strict=True) if pair.source in chosen]
        same = [score for pair, score in mine if pair.same]
        other = [score for pair, score in mine if not pair.same]
        best, at = best_f1(same, other)
        cost = sum(loss(pair, score) for pair, score in mine) / sum(pair.weight for pair, _ in mine)
        rows.append([name, auc(same, other), best, f"{at:.2f}", f1_at(same, other, 0.5), cost])
    return rows


def show(title: str, some: Sequence[Labelled], scores: Sequence[float]) -> None:
    """Print the figures and the calibration."""
    print(f"\n{title}\n" + table(["", "AUC", "best F1", "at", "F1 at .5", "log loss"], figures(some, scores)))
    same = [score for pair, score in zip(some, scores, strict=True) if pair.same]
    other = [score for pair, score in zip(some, scores, strict=True) if not pair.same]
    print(table(["score", "pairs", "mean", "same"], calibration(same, other, 10)), flush=True)


def written(text: str, fitted: dict[str, Any]) -> str:
    """The table's text with the fitted numbers in their places, and its comments as they are."""
    lines = text.splitlines()
    number = r"-?\d*\.?\d+"

    def shown(value: float) -> str:
        return f"{value:.3g}".removeprefix("0") if value < 0.995 else f"{value:.4g}".removeprefix("0")

    key, row = "", -1
    for at, line in enumerate(lines):
        code, mark, comment = line.partition("#")
        head = re.match(r"(\w+):", code)
        if head:
            key, row = head[1], -1
        if key not in fitted or not code.strip():
            continue
        value = fitted[key]
        if isinstance(value, list) and code.lstrip().startswith("- ["):
            row += 1
            code = f"  - [{', '.join(shown(one) for one in value[row])}]" + " " * bool(mark)
        elif isinstance(value, dict) and head:
            for name, one in value.items():
                code = re.sub(rf"(?<=[{{ ]){name}: {number}", f"{name}: {shown(one)}", code)
        elif head and not isinstance(value, (dict, list)):
            code = re.sub(rf"^(\w+: ){number}", lambda found: found[1] + shown(value), code)  # noqa: B023
        # Comments stay in their column.
        lines[at] = (
            code.rstrip().ljust(len(line) - len(mark + comment) - 1) + " " + mark + comment if mark else code
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    """Fit, cross-validate, print, and write if asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--write", action="store_true", help="put the fitted numbers into the table")
    arguments = parser.parse_args()
    some = labelled()
    show("before (pairs seen when the table was made)", some, products(some))
    groups = sorted({pair.group for pair in some})
    random.Random(SEED).shuffle(groups)
    if arguments.folds > 1:
        held = [0.0] * len(some)
        for fold in range(arguments.folds):
            out = set(groups[fold :: arguments.folds])
            fitted = fit(
                [pair for pair in some if pair.group not in out],
                arguments.rounds,
                f"fold {fold + 1}, ",
            )
            tested = [at for at, pair in enumerate(some) if pair.group in out]
            for at, score in zip(tested, scored([some[at] for at in tested], fitted), strict=True):
                held[at] = score
        show(f"held out, {arguments.folds} folds", some, held)
    fitted = fit(some, arguments.rounds)
    show("fitted to all", some, scored(some, fitted))
    for path in parameters(fitted):
        old, new = get(odds_table(), path), get(fitted, path)
        if abs(new - old) > 1e-6:
            print(f"{'.'.join(map(str, path)):32} {old:8.4g} {new:8.4g}")
    print("probability", fitted["probability"])
    if arguments.write:
        ODDS.write_text(written(ODDS.read_text(encoding="utf-8"), fitted), encoding="utf-8")


if __name__ == "__main__":
    main()
