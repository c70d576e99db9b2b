"""Names with a typing error among 115,000: is the right one first?

    python tests/bench/typos.py [--names N] [--queries N] [--errors]

The names are made up from the shipped elements (see ``names.py``), each its own entity; each query
is one of them with one letter dropped, doubled, changed, put in or exchanged with the next. Beside
it the peer that looks at every name: rapidfuzz's ``process.extractOne`` with WRatio and with ratio.
A damaged name that happens to be another of the names is not asked.
"""

from __future__ import annotations

import argparse
import csv
import random
import tempfile
import time
from pathlib import Path

from measures import table
from names import SEED, damaged, names
from rapidfuzz import fuzz, process, utils

import translit


def queries_of(chosen: list[str], count: int) -> list[tuple[str, str]]:
    """Damaged names, each with the one it was made from."""
    chooser = random.Random(SEED + 1)
    known = {name.lower() for name in chosen}
    out = []
    for name in chooser.sample(chosen, count):
        made = damaged(name, chooser)
        while made.lower() in known:
            made = damaged(name, chooser)
        out.append((made, name))
    return out


def gazetteer_of(chosen: list[str]) -> translit.Gazetteer:
    """A gazetteer of one entity for each name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.csv"
        with path.open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(["id", "type", "heading", "variants"])
            writer.writerows([f"name-{at}", "person", name, ""] for at, name in enumerate(chosen))
        return translit.load(path, bundled=False)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--names", type=int, default=115_000)
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--errors", action="store_true", help="list what is not found first")
    arguments = parser.parse_args()
    chosen = names(arguments.names)
    asked = queries_of(chosen, arguments.queries)
    gazetteer = gazetteer_of(chosen)
    gazetteer.match("Kuchik Khan")  # what is made when first wanted is made outside the clock

    def ours(query: str) -> str | None:
        found = gazetteer.match(query, limit=1)
        return found[0].entity.heading if found else None

    folded = [utils.default_process(name) for name in chosen]

    def ratio(query: str) -> str | None:
        found = process.extractOne(utils.default_process(query), folded, scorer=fuzz.ratio)
        return chosen[found[2]] if found else None

    def wratio(query: str) -> str | None:
        found = process.extractOne(utils.default_process(query), folded, scorer=fuzz.WRatio)
        return chosen[found[2]] if found else None

    rows: list[list[object]] = []
    for title, find in (("translit", ours), ("rapidfuzz ratio", ratio), ("rapidfuzz WRatio", wratio)):
        begun = time.perf_counter()
        found = [(query, name, find(query)) for query, name in asked]
        millis = (time.perf_counter() - begun) / len(asked) * 1000
        rows.append([title, sum(name == got for _, name, got in found) / len(found), f"{millis:.2f}"])
        if arguments.errors:
            for query, name, got in found:
                if name != got:
                    print(f"{title}: {query}  for {name}  got {got}")
    print(f"{len(asked)} names with one typing error among {len(chosen)}")
    print(table(["", "right first", "ms a query"], rows))


if __name__ == "__main__":
    main()
