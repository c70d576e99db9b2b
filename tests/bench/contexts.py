"""How well names are found in running text that others wrote: ``tests/cases/contexts.yaml``.

    python tests/bench/contexts.py [FILE] [--entities TSV] [--errors] [--lang CODE ...]

Prints precision, recall and F1 for people and for places and organisations, the share of traps hit,
and the same by language; with ``--errors`` each error. An annotation is right when its entity is
that of a mention and their spans overlap; each mention counts once. A trap is hit when anything in
it is linked that is not listed. Works are left out of account. It measures; it never fails.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

import translit

CASES = Path(__file__).parent.parent / "cases" / "contexts.yaml"
PEOPLE = "people"
OTHERS = "places and organisations"
GROUPS = {"person": PEOPLE, "place": OTHERS, "organisation": OTHERS}


@dataclass(frozen=True)
class Mention:
    """One mention that a context lists, with its span."""

    start: int
    end: int
    text: str
    entity: str


@dataclass(frozen=True)
class Context:
    """A sentence or two, and what is to be found there."""

    lang: str
    text: str
    mentions: tuple[Mention, ...]
    trap: bool
    note: str


@dataclass
class Tally:
    """What was right, what was linked wrongly and what was missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of the links that are right; 1 where there is none."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of the mentions that are found; 1 where there is none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        figures = f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"
        return f"{figures}  ({self.right} right, {self.wrong} wrong, {self.missed} missed)"


@dataclass
class Outcome:
    """The figures of a set of contexts."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    contexts: int = 0
    traps: int = 0
    hit: int = 0


def place(text: str, pairs: Iterable[tuple[str, str]]) -> Iterator[Mention]:
    """The mentions with their spans: each the first occurrence from the left that is not yet used."""
    used: list[tuple[int, int]] = []
    for surface, entity in pairs:
        start = text.find(surface)
        while start >= 0 and any(start < b and a < start + len(surface) for a, b in used):
            start = text.find(surface, start + 1)
        if start < 0:
            raise ValueError(f"{surface!r} is not in {text!r}")
        used.append((start, start + len(surface)))
        yield Mention(start, start + len(surface), surface, entity)


def read(path: Path = CASES) -> list[Context]:
    """The contexts of the file."""
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [
        Context(
            lang=row["lang"],
            text=row["text"],
            mentions=tuple(place(row["text"], row["mentions"])),
            trap=row["kind"] == "trap",
            note=row["note"],
        )
        for row in rows
    ]


def judge(
    context: Context, found: Iterable[translit.Annotation]
) -> tuple[list[Mention], list[translit.Annotation], list[Mention]]:
    """What of a context was found, what was linked wrongly, and what was missed."""
    right: list[Mention] = []
    wrong: list[translit.Annotation] = []
    for annotation in found:
        for mention in context.mentions:
            same = mention.entity == annotation.entity.id and mention not in right
            if same and mention.start < annotation.end and annotation.start < mention.end:
                right.append(mention)
                break
        else:
            wrong.append(annotation)
    return right, wrong, [mention for mention in context.mentions if mention not in right]


def tell(context: Context, wrong: list[translit.Annotation], missed: list[Mention]) -> None:
    """Print the errors in one context, with a wrong link to something else than the mention marked so."""
    print(f"\n[{context.lang}{', trap' if context.trap else ''}] {context.text}\n    ({context.note})")
    for link in wrong:
        instead = [m.entity for m in missed if m.start < link.end and link.start < m.end]
        what = f"WRONG ENTITY, for {instead[0]}" if instead else "EXTRA LINK"
        reason = f"{link.tier} {link.score:.2f} by {link.variant.text!r}"
        print(f"    {what}: {link.text!r} -> {link.entity.id}  {reason}")
    for mention in missed:
        if not any(mention.start < link.end and link.start < mention.end for link in wrong):
            print(f"    MISSED: {mention.text!r} ({mention.entity})")


def main() -> None:
    """Measure, and print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument(
        "file", nargs="?", type=Path, default=CASES, help="the contexts, as in tests/cases"
    )
    arguments.add_argument(
        "--entities", type=Path, help="a table whose first column has the ids that alone are judged"
    )
    arguments.add_argument("--errors", action="store_true", help="print each error")
    arguments.add_argument("--lang", action="append", help="contexts in this language only; may be repeated")
    options = arguments.parse_args()
    judged = set()
    if options.entities:
        rows = options.entities.read_text(encoding="utf-8").splitlines()
        judged = {row.partition("\t")[0] for row in rows}
    gazetteer = translit.load()
    whole = Outcome()
    languages: dict[str, Outcome] = defaultdict(Outcome)
    for context in read(options.file):
        if options.lang and context.lang not in options.lang:
            continue
        found = [a for a in gazetteer.annotate(context.text) if a.entity.type in GROUPS]
        if judged:
            found = [a for a in found if a.entity.id in judged]
        right, wrong, missed = judge(context, found)
        missed = [m for m in missed if gazetteer.entities[m.entity].type in GROUPS]
        for outcome in (whole, languages[context.lang]):
            outcome.contexts += 1
            outcome.traps += context.trap
            outcome.hit += context.trap and bool(wrong)
            for link in wrong:
                outcome.tallies[GROUPS[link.entity.type]].wrong += 1
            for mention in right:
                outcome.tallies[GROUPS[gazetteer.entities[mention.entity].type]].right += 1
            for mention in missed:
                outcome.tallies[GROUPS[gazetteer.entities[mention.entity].type]].missed += 1
        if options.errors and (wrong or missed):
            tell(context, wrong, missed)
    if options.errors:
        print()
    print(f"{whole.contexts} contexts in {len(languages)} languages, {whole.traps} of them traps")
    for group in (PEOPLE, OTHERS):
        print(f"{group:26}{whole.tallies[group]}")
    share = whole.hit / whole.traps if whole.traps else 0.0
    print(f"{'traps hit':26}{share:.1%}  ({whole.hit} of {whole.traps})")
    print("\nlanguage  contexts   people F1 (wrong, missed)   others F1 (wrong, missed)   traps hit")
    for language, outcome in sorted(languages.items(), key=lambda item: (-item[1].contexts, item[0])):
        people, others = outcome.tallies[PEOPLE], outcome.tallies[OTHERS]
        print(
            f"{language:8}  {outcome.contexts:8}"
            f"   {people.f1:9.3f} ({people.wrong:5}, {people.missed:6})"
            f"   {others.f1:9.3f} ({others.wrong:5}, {others.missed:6})"
            f"   {outcome.hit:4} of {outcome.traps}"
        )


if __name__ == "__main__":
    main()
