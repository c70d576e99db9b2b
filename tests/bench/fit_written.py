"""Learn how names of Latin letters are written in Arabic, Hebrew and Cyrillic letters.

    python tests/bench/fit_written.py [--write]

Reads pairs of words, ``data/wikidata_train.tsv`` (see ``data/README.md``) and the words of the shipped
tables' names that agree by key, and finds the chances of a joint multigram model by expectation
maximisation. Words that ``data/wikidata_tokens.tsv`` asks for are left out, so that ``crossscript.py``
measures names never seen. With ``--write`` the chances go to ``translit/schemes/sounds/written.yaml``.
"""

from __future__ import annotations

import argparse
import csv
import math
import statistics
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import yaml

import translit
from translit import written
from translit.fold import fold, script
from translit.keys import skeletons
from translit.tokens import WORD

DATA = Path(__file__).parent / "data"
TABLE = Path(translit.__file__).parent / "schemes" / "sounds" / "written.yaml"
SCRIPTS = {"ar": "arabic", "fa": "arabic", "he": "hebrew", "ru": "cyrillic"}
ROUNDS = 8
DISCOUNT = 0.5  # taken off the count of a pair for each letter beyond one on either side
LEAST = {1: 0.02}  # counts below this are dropped, by the Latin letters of a pair
LEAST_LONGER = 0.5
SPELLINGS = 6  # of a name in English letters, at most
FAR = 2.5  # letters that a pair may lie from its place in proportion
LETTERS = {"š": "sh", "ş": "sh", "ș": "sh", "ś": "sh", "č": "ch", "ć": "ch", "ž": "zh", "ż": "zh", "ź": "zh"}

Pairs = list[tuple[str, str]]


def rows(path: Path) -> Iterator[tuple[str, str, str]]:
    """Language, native and Latin word of each row of a table."""
    with path.open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source, delimiter="\t"):
            yield row["language"], row["native"], row["latin"]


def of_tables() -> Iterator[tuple[str, str, str]]:
    """The same of the names of people in the shipped tables, word by word."""
    gazetteer = translit.load()
    for entry in (*gazetteer.entities.values(), *gazetteer.elements.values()):
        if entry.type not in ("person", "given-name", "family-name"):
            continue
        english = [v.text for v in entry.variants if v.lang in ("en", None) and v.text.isascii()]
        for variant in entry.variants:
            if variant.lang in SCRIPTS and script(variant.text) == SCRIPTS[variant.lang]:
                theirs = words(variant.text)
                for ours in map(words, english[:SPELLINGS]):
                    if len(ours) == len(theirs):
                        pairs = zip(ours, theirs, strict=True)
                        yield from ((variant.lang, other, one) for one, other in pairs if alike(one, other))


def alike(one: str, other: str) -> bool:
    """Whether two words, neither an initial, agree by key."""
    return len(one) > 2 and len(other) > 1 and not set(skeletons(one)).isdisjoint(skeletons(other))


def words(name: str) -> list[str]:
    """The words of a name, hyphens and non-joiners parting them too."""
    return WORD.findall(name.replace("-", " ").replace("\N{ZERO WIDTH NON-JOINER}", " "))


def pairs_by_script() -> dict[str, Pairs]:
    """The pairs to learn from, folded."""
    asked = {(language, fold(native)) for language, native, _ in rows(DATA / "wikidata_tokens.tsv")}
    out: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for language, native, latin in (*rows(DATA / "wikidata_train.tsv"), *of_tables()):
        letters, other = written.latin_letters(latin), fold(native)
        if letters and other and (language, other) not in asked and letters.isascii():
            out[SCRIPTS[language]][letters, other] = None
    return {name: list(found) for name, found in sorted(out.items())}


def candidates(pairs: Pairs) -> written.Chances:
    """Every pair that lies about where it should, with a first guess at its chance."""
    out: written.Chances = {}
    for latin, other in pairs:
        for start in range(len(latin)):
            for end in range(start + 1, min(start + written.LATIN, len(latin)) + 1):
                length = end - start
                place = (start + end) / 2 / len(latin) * len(other)
                found = out.setdefault(latin[start:end], {})
                for at in range(len(other) + 1):
                    for size in range(min(written.OTHER, len(other) - at) + 1):
                        odd = (size == 0 and length > 1) or (size > 1 and length > 2)
                        if not odd and abs(at + size / 2 - place) <= FAR:
                            guess = 1.2 * (length - 1) + 0.8 * abs(size - 1) + (0.6 if size == 0 else 0)
                            found.setdefault(other[at : at + size], 10.0**-guess)
    return scaled(out)


def scaled(counts: written.Chances) -> written.Chances:
    """The same, so that all chances together are one."""
    total = sum(sum(found.values()) for found in counts.values())
    return {
        latin: {other: count / total for other, count in found.items()} for latin, found in counts.items()
    }


def counted(pairs: Pairs, known: written.Chances) -> written.Chances:
    """How often each pair is expected in the words, by the chances so far."""
    out: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for latin, other in pairs:
        ways = written.steps(latin, known)
        ahead = written.together(latin, other, ways, 0.0)
        whole = ahead[-1][-1]
        if whole < 1e-200:
            continue
        width = len(other)
        behind = [[0.0] * (width + 1) for _ in range(len(latin) + 1)]
        behind[-1][-1] = 1.0
        for at in range(len(latin) - 1, -1, -1):
            for end, found in ways[at]:
                for place in range(width + 1):
                    for size in range(min(written.OTHER, width - place) + 1):
                        rest, seen = behind[end][place + size], other[place : place + size]
                        if rest and seen in found:
                            behind[at][place] += found[seen] * rest
                            if ahead[at][place]:
                                share = ahead[at][place] * found[seen] * rest / whole
                                out[latin[at:end]][seen] += share
    return out


def pruned(counts: written.Chances, hard: bool) -> written.Chances:
    """The counts without what was seen too seldom for its length."""
    out: written.Chances = {}
    for latin, found in counts.items():
        least = LEAST.get(len(latin), LEAST_LONGER if hard else 0.05)
        kept = {}
        for other, count in found.items():
            spare = len(latin) - 1 + max(0, len(other) - 1)
            left = count - (DISCOUNT * spare if hard else 0.0)
            if left > least:
                kept[other] = left
        if kept:
            out[latin] = kept
    return out


def learn(pairs: Pairs) -> written.Chances:
    """The chances by which the pairs are likeliest."""
    known = candidates(pairs)
    for turn in range(ROUNDS):
        known = scaled(pruned(counted(pairs, known), hard=turn >= 2))
    return known


def main() -> None:
    """Learn, print what was learned, and write it if asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true")
    write = parser.parse_args().write
    tables: dict[str, dict[str, dict[str, float]]] = {}
    usual: dict[str, float] = {}
    for name, pairs in pairs_by_script().items():
        known = learn(pairs)
        tables[name] = {
            latin: {
                other: round(-math.log(chance), 2)
                for other, chance in sorted(found.items(), key=lambda item: -item[1])
            }
            for latin, found in sorted(known.items())
        }
        usual[name] = round(typical(pairs, known), 2)
        print(f"{name}: {len(pairs)} pairs of words, {sum(map(len, tables[name].values()))} of letters")
    print("surprise of a letter, as a rule:", usual)
    if write:
        head = (
            "# How names of Latin letters are written in other scripts: for each Latin letter or letters\n"
            "# what they are written as, with the negative natural logarithm of the chance of the pair.\n"
            "# Learned, not set by hand: `python tests/bench/fit_written.py --write` says from what, and\n"
            "# writes this file anew.\n"
        )
        body = yaml.safe_dump(
            {"letters": LETTERS, "usual": usual, "scripts": tables},
            allow_unicode=True,
            default_flow_style=None,
            width=140,
            sort_keys=False,
        )
        TABLE.write_text(head + body, encoding="utf-8")


def typical(pairs: Pairs, known: written.Chances) -> float:
    """How surprising a letter of the other script is in the middle one of some pairs."""
    out = []
    for latin, other in pairs:
        ways = written.steps(latin, known)
        chance = written.together(latin, other, ways)[-1][-1]
        if chance > 0:
            out.append((written.alone(latin, ways) - math.log(chance)) / len(other))
    return statistics.median(out)


if __name__ == "__main__":
    main()
