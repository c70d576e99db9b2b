"""Turn gold annotation files into attestation records.

An attestation says that a document prints an entity's name in a certain spelling, and how often. Each gold
file names one document; its rows are counted per entity (in id order) and per distinct spelling (commonest
first, then in code point order). Spellings are normalised to NFC with runs of white space collapsed, and are
otherwise left as printed, so capitals, accents and scanning errors stay told apart.

Run as ``python tests/gold/attest.py GOLD.tsv``: the entries go to standard output, ready to be placed under
the ``attestations:`` key of a file in ``seeds/``. The exit status is 0 when done and 2 on an error.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

COLUMNS = ("start", "end", "entity", "spelling")


class GoldError(ValueError):
    """A gold file is not in the expected form; the message tells the file and the line."""


@dataclass(frozen=True)
class Mention:
    """One row of a gold file: a half-open span of code points, the entity it names, and its printed form."""

    start: int
    end: int
    entity: str
    spelling: str


@dataclass(frozen=True)
class Attestation:
    """A spelling of an entity with the number of times that the document prints it."""

    entity: str
    spelling: str
    count: int


def tidy(spelling: str) -> str:
    """Return the spelling in NFC, trimmed, with each run of white space made one space."""
    return " ".join(unicodedata.normalize("NFC", spelling).split())


def read_gold(path: Path) -> list[Mention]:
    """Read the mentions of a gold file, which must stand in text order and not overlap.

    Lines that begin with ``#`` before the header are comments. Fields are separated by tabs and never quoted.
    """
    mentions: list[Mention] = []
    header_seen = False
    previous_end = 0
    # Split at line feeds only: str.splitlines would also split at rarer separators inside a spelling.
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line or (line.startswith("#") and not header_seen):
            continue
        fields = tuple(line.split("\t"))
        if not header_seen:
            if fields != COLUMNS:
                raise GoldError(f"{path}:{number}: expected the header {' '.join(COLUMNS)}")
            header_seen = True
            continue
        if len(fields) != len(COLUMNS):
            raise GoldError(f"{path}:{number}: expected {len(COLUMNS)} columns, found {len(fields)}")
        try:
            start, end = int(fields[0]), int(fields[1])
        except ValueError:
            raise GoldError(f"{path}:{number}: start and end must be whole numbers") from None
        if not previous_end <= start < end:
            raise GoldError(f"{path}:{number}: the span {start}-{end} is empty, overlaps or is out of order")
        entity, spelling = fields[2], tidy(fields[3])
        if not entity or not spelling:
            raise GoldError(f"{path}:{number}: the entity or the spelling is empty")
        mentions.append(Mention(start, end, entity, spelling))
        previous_end = end
    if not header_seen:
        raise GoldError(f"{path}: no header")
    return mentions


def attest(mentions: Iterable[Mention]) -> list[Attestation]:
    """Count the mentions per entity and spelling: by entity id, then commonest first, then by spelling."""
    counts = Counter((mention.entity, mention.spelling) for mention in mentions)
    attestations = [Attestation(entity, spelling, count) for (entity, spelling), count in counts.items()]
    return sorted(attestations, key=lambda item: (item.entity, -item.count, item.spelling))


def as_yaml(attestation: Attestation) -> str:
    """Write an attestation as one line of a YAML list in flow style."""
    entry = {"entity": attestation.entity, "spelling": attestation.spelling, "count": attestation.count}
    flow = yaml.safe_dump(
        entry, default_flow_style=True, allow_unicode=True, sort_keys=False, width=sys.maxsize
    )
    return f"  - {flow.strip()}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the attestation entries of a gold file and return the exit status."""
    parser = argparse.ArgumentParser(description="Print the attestation entries of a gold annotation file.")
    parser.add_argument("gold", type=Path, metavar="GOLD.tsv", help="a gold annotation file")
    options = parser.parse_args(arguments)
    try:
        attestations = attest(read_gold(options.gold))
    except (GoldError, OSError, UnicodeDecodeError) as error:
        print(f"attest: {error}", file=sys.stderr)
        return 2
    sys.stdout.write("".join(f"{as_yaml(attestation)}\n" for attestation in attestations))
    return 0


if __name__ == "__main__":
    sys.exit(main())
