"""How well names are compared, beside a peer: rapidfuzz's WRatio on Unidecode.

    python tests/bench/compare_cases.py [--more | --third | --fourth | --fifth] [--errors]

Measures on ``tests/cases/variant_sets.txt`` (spellings of one name a line) and ``lookalikes.txt``
(two people who look alike): how well pairs of one set are ranked above look-alikes (AUC), how well
a spelling finds its own set among all others (mean average precision), the precision when 95 % of
the pairs are accepted, the recall when 5 % of the look-alikes are, and the time a pair takes as a
ratio to the peer's. It measures; it never fails.
"""

from __future__ import annotations

import argparse
import random
from itertools import combinations
from pathlib import Path

from measures import Score, auc, precision_at, recall_at, timed
from peers import ours, wratio

import translit

CASES = Path(__file__).parent.parent / "cases"
SEED = 1921
QUERIES = 250
DISTRACTORS = 400
LATER = ("more", "third", "fourth", "fifth")


def read(name: str) -> list[list[str]]:
    """The names of each line."""
    rows = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [
        [name.strip() for name in row.split(";") if name.strip()] for row in rows if row and row[0] != "#"
    ]


def average_precision(relevance: list[bool]) -> float:
    """The mean of the precision at each relevant place of a ranking."""
    found = 0
    total = 0.0
    for place, relevant in enumerate(relevance, 1):
        if relevant:
            found += 1
            total += found / place
    return total / found if found else 0.0


def mean_average_precision(score: Score, sets: list[list[str]]) -> float:
    """Of a sample of spellings, each ranked against its own set and a sample of all other names."""
    chooser = random.Random(SEED)
    names = [(name, at) for at, spellings in enumerate(sets) for name in spellings]
    total = 0.0
    queries = chooser.sample(names, min(QUERIES, len(names)))
    for query, at in queries:
        mine = [(name, True) for name in sets[at] if name != query]
        others = [(name, False) for name, owner in names if owner != at]
        field = mine + chooser.sample(others, min(DISTRACTORS, len(others)))
        # Ties go against the relevant.
        ranked = sorted(field, key=lambda one: (-score(query, one[0]), one[1]))
        total += average_precision([relevant for _, relevant in ranked])
    return total / len(queries)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", action="store_true", help="list the worst pairs of both kinds")
    for name in LATER:
        parser.add_argument(f"--{name}", action="store_true", help="sets written later, see tests/cases")
    arguments = parser.parse_args()
    prefix = next((f"{name}_" for name in LATER if getattr(arguments, name)), "")
    sets = read(f"{prefix}variant_sets.txt")
    same_pairs = [pair for spellings in sets for pair in combinations(spellings, 2)]
    other_pairs = [(row[0], row[1]) for row in read(f"{prefix}lookalikes.txt")]
    translit.compare("Mirza Kuchik Khan", "میرزا کوچک خان")  # tables are read outside the clock
    rows: list[tuple[str, list[str]]] = []
    micros: dict[str, tuple[float, float]] = {}
    kept: dict[str, tuple[list[float], list[float]]] = {}
    for name, score in (("translit", ours), ("WRatio on unidecode", wratio)):
        same, first = timed(score, same_pairs)
        other, _ = timed(score, other_pairs)
        _, again = timed(score, same_pairs)
        kept[name] = same, other
        micros[name] = first, again
        figures = [
            auc(same, other),
            mean_average_precision(score, sets),
            precision_at(same, other, 0.95),
            recall_at(same, other, 0.05),
        ]
        rows.append((name, [f"{figure:.3f}" for figure in figures]))
    print(f"{len(same_pairs)} pairs of {len(sets)} sets, {len(other_pairs)} look-alikes")
    heads = ["AUC", "MAP", "precision at recall .95", "recall at .05 look-alikes"]
    print(f"{'':22}" + "".join(f"{head:>28}" for head in heads))
    for name, cells in rows:
        print(f"{name:22}" + "".join(f"{cell:>28}" for cell in cells))
    mine, theirs = micros["translit"], micros["WRatio on unidecode"]
    print(f"time a pair: first {mine[0]:.0f} µs ({mine[0] / theirs[0]:.0f} times the peer's), ", end="")
    print(f"again {mine[1]:.0f} µs ({mine[1] / theirs[1]:.0f} times)")
    if arguments.errors:
        same, other = kept["translit"]
        for value, pair in sorted(zip(same, same_pairs, strict=True))[:40]:
            print(f"{value:.3f}  same       {pair[0]}  |  {pair[1]}")
        for value, pair in sorted(zip(other, other_pairs, strict=True), reverse=True)[:25]:
            print(f"{value:.3f}  different  {pair[0]}  |  {pair[1]}")


if __name__ == "__main__":
    main()
