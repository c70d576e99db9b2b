"""How well the annotator does on a document with gold annotations.

    python tests/gold/evaluate.py GOLD.tsv DOCUMENT.txt [--errors]

Prints mentions, precision, recall and F1 by entity type: links (the right entity on an overlapping
span) and exact spans. The gold files hold offsets and ids only, made by reading the documents;
the documents themselves are not part of the project.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter
from pathlib import Path

import translit


def read_gold(path: Path) -> tuple[dict[str, str], list[tuple[int, int, str]]]:
    """The header fields and the rows (start, end, entity) of a gold file."""
    fields: dict[str, str] = {}
    rows: list[tuple[int, int, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            key, _, value = line[1:].partition(":")
            fields[key.strip()] = value.strip()
        elif line and not line.startswith("start\t"):
            start, end, entity, *_ = line.split("\t")
            rows.append((int(start), int(end), entity))
    return fields, rows


def main() -> int:
    """Run the comparison and print it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("document", type=Path)
    parser.add_argument("--errors", action="store_true", help="list every error with its context")
    args = parser.parse_args()
    fields, gold = read_gold(args.gold)
    data = args.document.read_bytes()
    if hashlib.sha256(data).hexdigest() != fields["sha256"]:
        print(f"{args.document}: not the document of {args.gold}", file=sys.stderr)
        return 2
    text = data.decode("utf-8")
    gazetteer = translit.load()
    found = gazetteer.annotate(text)
    kinds = {name: gazetteer.entities[name].type for name in {row[2] for row in gold}}

    right: Counter[str] = Counter()
    exact: Counter[str] = Counter()
    wanted: Counter[str] = Counter(kinds[entity] for _, _, entity in gold)
    made: Counter[str] = Counter()
    matched: set[int] = set()
    errors: list[tuple[int, str]] = []
    for one in found:
        kind = one.entity.type
        made[kind] += 1
        hits = [
            at
            for at, (start, end, entity) in enumerate(gold)
            if entity == one.entity.id and start < one.end and one.start < end and at not in matched
        ]
        if hits:
            matched.add(hits[0])
            right[kind] += 1
            if gold[hits[0]][:2] == (one.start, one.end):
                exact[kind] += 1
            else:
                start, end, _ = gold[hits[0]]
                errors.append((one.start, f"span   {one.text!r} for {text[start:end]!r} ({one.entity.id})"))
        else:
            around = text[max(0, one.start - 30) : one.end + 30].replace("\n", " ")
            errors.append(
                (
                    one.start,
                    f"wrong  {one.text!r} -> {one.entity.id} {one.tier} {one.score:.2f} in …{around}…",
                )
            )
    for at, (start, end, entity) in enumerate(gold):
        if at not in matched:
            around = text[max(0, start - 30) : end + 30].replace("\n", " ")
            errors.append((start, f"missed {text[start:end]!r} ({entity}) in …{around}…"))
    print(f"{'type':14}{'gold':>6}{'found':>7}{'precision':>11}{'recall':>8}{'F1':>7}{'exact span':>12}")
    for kind in [*sorted(wanted), "all"]:
        g = sum(wanted.values()) if kind == "all" else wanted[kind]
        f = sum(made.values()) if kind == "all" else made[kind]
        r = sum(right.values()) if kind == "all" else right[kind]
        e = sum(exact.values()) if kind == "all" else exact[kind]
        precision, recall = r / f if f else 0.0, r / g if g else 0.0
        f1 = 2 * precision * recall / (precision + recall) if r else 0.0
        spans = e / r if r else 0.0
        print(f"{kind:14}{g:6}{f:7}{precision:11.3f}{recall:8.3f}{f1:7.3f}{spans:12.3f}")
    if args.errors:
        for _, error in sorted(errors):
            print(error)
    return 0


if __name__ == "__main__":
    sys.exit(main())
