"""Pairs of people's names that others labelled, beside the peers.

    python tests/bench/pairs.py [FILE] [--errors]

The pairs are those of nomenklatura's public name bench, see ``data/README.md``; FILE may be any
other table of the columns ``same``, ``left``, ``right``, or nomenklatura's own ``cases.csv``.
It prints how well each score ranks the same above the different (AUC), the best F1 and its
threshold, the F1 at the natural threshold of .5, the time a pair takes, and whether a score means
what it says: the share of pairs that are the same in each band of scores.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from measures import Pair, auc, best_f1, calibration, f1_at, table, timed
from peers import all_scores

import translit

DATA = Path(__file__).parent / "data"


def read(path: Path) -> tuple[list[Pair], list[Pair]]:
    """The pairs that are the same name, and those that are two."""
    same: list[Pair] = []
    other: list[Pair] = []
    with path.open(encoding="utf-8", newline="") as source:
        rows = csv.DictReader(source, delimiter="," if path.suffix == ".csv" else "\t")
        for row in rows:
            if row.get("schema", "Person") != "Person":
                continue
            pair = (row.get("left") or row["name1"], row.get("right") or row["name2"])
            is_same = (row.get("same") or row.get("is_match")) in ("1", "true")
            (same if is_same else other).append(pair)
    return list(dict.fromkeys(same)), list(dict.fromkeys(other))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, default=DATA / "name_bench.tsv")
    parser.add_argument("--errors", action="store_true", help="list the worst pairs of both kinds")
    arguments = parser.parse_args()
    same_pairs, other_pairs = read(arguments.file)
    print(f"{len(same_pairs)} pairs of one person, {len(other_pairs)} of two ({arguments.file.name})")
    translit.compare("Kuchik", "کوچک")  # tables are read outside the clock
    rows: list[list[object]] = []
    bands = ""
    for name, score in all_scores().items():
        score("Kuchik", "Jangali")
        same, micros = timed(score, same_pairs)
        other, _ = timed(score, other_pairs)
        best, at = best_f1(same, other)
        rows.append([name, auc(same, other), best, f"{at:.2f}", f1_at(same, other, 0.5), f"{micros:.0f}"])
        if name == "translit":
            bands = table(["score", "pairs", "mean", "same"], calibration(same, other))
            if arguments.errors:
                for value, pair in sorted(zip(same, same_pairs, strict=True))[:50]:
                    print(f"{value:.3f}  same       {pair[0]}  |  {pair[1]}")
                for value, pair in sorted(zip(other, other_pairs, strict=True), reverse=True)[:50]:
                    print(f"{value:.3f}  different  {pair[0]}  |  {pair[1]}")
    print(table(["", "AUC", "best F1", "at", "F1 at .5", "µs, first"], rows))
    print(f"\nwhat the scores of translit mean\n{bands}")


if __name__ == "__main__":
    main()
