"""One name in Arabic, Hebrew or Cyrillic letters against thousands in Latin letters.

    python tests/bench/crossscript.py [FILE] [--pool N] [--errors LANGUAGE]

The pairs are single words of people's names from Wikidata, see ``data/README.md``; FILE may be
another table of the columns ``language``, ``native``, ``latin``. Each native word is ranked against
N Latin words (13,000 by default): all Latin words of the pairs and, by lot, of ``wikidata_train.tsv``,
which are of the same kind; for a larger pool also the names that Faker has for some sixty countries or,
where it is not installed, words of the shipped tables. Right is any Latin word that the pairs give for
the native one. Wikidata's pairs were cut from whole names by position, so that some are no transliteration
at all (``bryni``, מלך): a few in a hundred cannot be found by anyone.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import pkgutil
import random
import time
from collections import defaultdict
from pathlib import Path

from measures import Score, table
from peers import latin, ours, ratio, wratio

import translit
from translit.tokens import WORD

DATA = Path(__file__).parent / "data"
SEED = 1921
NAMES = {"ar": "Arabic", "he": "Hebrew", "ru": "Russian"}


def read(path: Path) -> dict[str, dict[str, set[str]]]:
    """By language: each native word with its Latin ones."""
    out: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    with path.open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source, delimiter="\t"):
            out[row["language"]][row["native"]].add(row["latin"])
    return out


def faker_names() -> set[str]:
    """The words of the names of people that Faker has, in small ASCII letters; none without Faker."""
    try:
        package = importlib.import_module("faker.providers.person")
    except ImportError:
        return set()
    out: set[str] = set()
    for found in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"{package.__name__}.{found.name}").Provider
        for key, value in vars(provider).items():
            if "name" in key and "format" not in key and isinstance(value, (list, tuple, dict)):
                text = " ".join(filter(lambda name: isinstance(name, str), value)).lower()
                out.update(word for word in WORD.findall(text) if word.isascii() and len(word) > 1)
    return out


def table_names() -> set[str]:
    """The words of the spellings of the shipped tables, in small ASCII letters."""
    gazetteer = translit.load()
    return {
        word.lower()
        for entry in (*gazetteer.elements.values(), *gazetteer.entities.values())
        for variant in entry.variants
        if variant.text.isascii()
        for word in WORD.findall(variant.text)
        if len(word) > 1 and word.isalpha()
    }


def pool_of(pairs: dict[str, dict[str, set[str]]], size: int) -> list[str]:
    """The Latin words of the pairs, and as many others as make up the size."""
    sought = {word for words in pairs.values() for answers in words.values() for word in answers}
    learned = read(DATA / "wikidata_train.tsv").values()
    alike = {word for words in learned for answers in words.values() for word in answers} - sought
    kin, others = sorted(alike), sorted((faker_names() or table_names()) - sought - alike)
    chooser = random.Random(SEED)
    chooser.shuffle(kin)
    chooser.shuffle(others)
    first = sorted(sought)
    return first + [*kin, *others][: max(0, size - len(first))]


def places(score: Score, words: dict[str, set[str]], pool: list[str]) -> list[tuple[int, str, str]]:
    """For each native word the place of its first right answer, a tie counting against it."""
    out = []
    for native, answers in words.items():
        scores = {word: score(native, word) for word in pool}
        best = max(answers, key=lambda word: scores[word])
        ahead = sum(value >= scores[best] for word, value in scores.items() if word not in answers)
        rival = max((word for word in pool if word not in answers), key=lambda word: scores[word])
        out.append((ahead + 1, native, f"{best} {scores[best]:.3f} < {rival} {scores[rival]:.3f}"))
    return out


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, default=DATA / "wikidata_tokens.tsv")
    parser.add_argument("--pool", type=int, default=13_000)
    parser.add_argument("--limit", type=int, default=150, help="queries in each language")
    parser.add_argument("--errors", metavar="LANGUAGE", help="list what is not found first")
    arguments = parser.parse_args()
    pairs = read(arguments.file)
    pool = pool_of(pairs, arguments.pool)
    for word in pool:
        latin(word)
    print(f"one word against {len(pool)} in Latin letters")
    rows: list[list[object]] = []
    for language, words in sorted(pairs.items()):
        if arguments.errors not in (None, language):
            continue
        asked = dict(list(words.items())[: arguments.limit])
        peers = ("ratio on Unidecode", ratio), ("WRatio on Unidecode", wratio)
        for name, score in (("translit", ours), *peers):
            begun = time.perf_counter()
            found = places(score, asked, pool)
            seconds = time.perf_counter() - begun
            first, ten = (sum(place <= most for place, _, _ in found) / len(found) for most in (1, 10))
            micros = seconds / len(asked) / len(pool) * 1e6
            rows.append([f"{NAMES.get(language, language)}, {name}", len(asked), first, ten, f"{micros:.0f}"])
            if arguments.errors and name == "translit":
                for place, native, why in sorted(found, reverse=True):
                    if place > 1:
                        print(f"{place:6}  {native}  {why}")
    print(table(["", "queries", "first", "among ten", "µs a pair"], rows))


if __name__ == "__main__":
    main()
