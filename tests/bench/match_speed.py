"""How fast two names are compared, and one name is found among 115,000.

    python tests/bench/match_speed.py [--names N] [--queries N]

Times of comparison are of pairs of made-up names (see ``names.py``): new ones, and ones whose parts
were seen before in other pairs. Matching is asked for names as recorded, for names with a typing
error and for a surname with a title; beside it rapidfuzz's ``process.extractOne`` (WRatio, its
default) over the same names in the same run. Building includes reading the table.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import time
from collections.abc import Callable, Sequence

from measures import table
from names import SEED, names
from peers import latin, wratio
from rapidfuzz import process, utils
from typos import gazetteer_of, queries_of

import translit


def spent(ask: Callable[[str], object], queries: Sequence[str]) -> tuple[float, float]:
    """The median and the 99th percentile of the milliseconds that a query takes."""
    times = []
    for query in queries:
        begun = time.perf_counter()
        ask(query)
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times), sorted(times)[min(len(times) - 1, int(len(times) * 0.99))]


def each(score: Callable[[str, str], object], pairs: Sequence[tuple[str, str]]) -> float:
    """The microseconds that a pair takes, on average."""
    begun = time.perf_counter()
    for left, right in pairs:
        score(left, right)
    return (time.perf_counter() - begun) / len(pairs) * 1e6


def compared(chosen: Sequence[str]) -> str:
    """The times of comparison, as a table."""
    chooser = random.Random(SEED)
    some = chooser.sample(list(chosen), 2000)
    pairs = list(zip(some[::2], some[1::2], strict=True))
    # The same words in other pairs: each first half with the next pair's second half.
    mixed = [(one[0], other[1]) for one, other in zip(pairs, pairs[1:] + pairs[:1], strict=True)]
    for name in some:
        latin(name)
    rows: list[list[object]] = []
    translit.compare("Kuchik", "Jangali")
    for title, score in (("translit", translit.compare), ("WRatio on Unidecode", wratio)):
        new = each(score, pairs)
        rows.append([title, f"{new:.0f}", f"{each(score, mixed):.0f}", f"{each(score, pairs):.0f}"])
    return table(["µs a pair", "new", "parts seen", "again"], rows)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--names", type=int, default=115_000)
    parser.add_argument("--queries", type=int, default=300)
    arguments = parser.parse_args()
    chosen = names(arguments.names)
    print(compared(chosen))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun, worked = time.perf_counter(), time.process_time()
    gazetteer = gazetteer_of(chosen)
    gazetteer.match("Kuchik Khan")
    seconds, processor = time.perf_counter() - begun, time.process_time() - worked
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"\nindex of {len(chosen)} names: {seconds:.1f} s ({processor:.1f} s of processor), {grown:.0f} MB")
    folded = [utils.default_process(name) for name in chosen]
    chooser = random.Random(SEED)
    kinds = {
        "as recorded": chooser.sample(chosen, arguments.queries),
        "one typing error": [query for query, _ in queries_of(chosen, arguments.queries)],
        "surname with a title": [
            f"Dr {name.split()[-1]}" for name in chooser.sample(chosen, arguments.queries)
        ],
    }
    rows: list[list[object]] = []
    for title, queries in kinds.items():
        median, high = spent(gazetteer.match, queries)
        peer, _ = spent(lambda query: process.extractOne(utils.default_process(query), folded), queries[:20])
        rows.append([title, f"{median:.2f}", f"{high:.2f}", f"{peer:.1f}", f"{peer / median:.0f}"])
    print(table(["ms a query", "median", "99 in 100", "extractOne", "times faster"], rows))


if __name__ == "__main__":
    main()
