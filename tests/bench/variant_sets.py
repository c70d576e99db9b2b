"""Whether the spellings of a name come out of the schemes: ``tests/cases/variant_sets.txt``.

    python tests/bench/variant_sets.py [--list]

Takes the sets whose first spelling is a recorded one of an entity of the shipped tables, and tells of
every other spelling (those of the entity's own script left out of account, being what is romanised)
how it is known: *generated* when a scheme makes it (equal under ``translit.index.word_key``), whether
or not the tables list it too; *recorded* when only the tables have it; else *by key* or *as a near miss*
when matching finds its entity, and *not at all*. With ``--list`` the spellings that no scheme makes.
It measures; it never fails.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import translit
from translit.fold import script
from translit.keys import word_key

SETS = Path(__file__).parent.parent / "cases" / "variant_sets.txt"
KINDS = ("generated", "recorded only", "by key", "near miss", "another's", "not at all")
TIERS = {"recorded": "by key", "scheme": "by key", "key": "by key", "fuzzy": "near miss"}


def read(path: Path = SETS) -> Iterator[list[str]]:
    """The sets of the file: spellings of one name."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [text.strip() for text in line.split(";")]


def owner(gazetteer: translit.Gazetteer, spellings: list[str]) -> str | None:
    """The id of the entity that a set belongs to: the one that records its first spelling, if one does."""
    found = gazetteer.match(spellings[0], 2)
    key = word_key(spellings[0])
    owners = [
        one.entity.id
        for one in found
        if any(word_key(variant.text) == key for variant in one.entity.variants)
    ]
    return owners[0] if len(owners) == 1 else None


def kind(gazetteer: translit.Gazetteer, entity: str, spelling: str) -> str:
    """How a spelling of an entity is known."""
    key = word_key(spelling)
    # gazetteer.variants gives once, as recorded, what a scheme makes and the tables list in the same letters.
    made = gazetteer._index.made(gazetteer.entities.position(entity))
    if key in {word_key(one.text) for one in made}:
        return "generated"
    if key in {word_key(one.text) for one in gazetteer.entities[entity].variants}:
        return "recorded only"
    found = gazetteer.match(spelling, 1)
    if not found:
        return "not at all"
    return TIERS[found[0].tier] if found[0].entity.id == entity else "another's"


def main() -> None:
    """Measure, and print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--list", action="store_true", help="print the spellings that no scheme makes")
    options = arguments.parse_args()
    gazetteer = translit.load()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    sets = owned = 0
    others = []
    for spellings in read():
        sets += 1
        entity = owner(gazetteer, spellings)
        if entity is None:
            others.append(spellings[0])
            continue
        owned += 1
        native = {word_key(variant.text) for variant in gazetteer.entities[entity].native}
        left: dict[str, list[str]] = defaultdict(list)
        for spelling in dict.fromkeys(spellings):
            if word_key(spelling) in native:
                continue
            found = kind(gazetteer, entity, spelling)
            counts[script(spelling)][found] += 1
            left[found].append(spelling)
        if options.list:
            told = [f"{name}: {', '.join(left[name])}" for name in KINDS[1:] if left[name]]
            if told:
                print(f"{entity}\n    " + "\n    ".join(told))
    if options.list:
        print(f"\nof no entity, or not recorded so: {', '.join(others)}")
    total: Counter[str] = sum(counts.values(), Counter())
    print(f"\n{owned} of {sets} sets are of an entity of the tables; {total.total()} spellings of theirs\n")
    print(f"{'script':10}{'spellings':>10}" + "".join(f"{name:>18}" for name in KINDS))
    for name, row in [*sorted(counts.items(), key=lambda item: -item[1].total()), ("all", total)]:
        size = row.total() or 1
        shares = "".join(f"{row[one]:>10} ({row[one] / size:4.0%})" for one in KINDS)
        print(f"{name:10}{row.total():>10}{shares}")


if __name__ == "__main__":
    main()
