"""``translit match``: one name to the entities that it may stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from translit.cli.options import (
    examples,
    format_option,
    load_gazetteer,
    score_option,
    table_options,
    type_option,
)
from translit.cli.output import is_terminal, note
from translit.formats.layout import lines

if TYPE_CHECKING:
    from translit.model import Match


@click.command(
    "match",
    short_help="Find who or what a name may stand for.",
    epilog=examples(
        "translit match 'Koutchek Khan'",
        "translit match --explain -n 1 'Kutschek Chan' 'Кучек-хан' 'کوچک خان'",
        "translit match --type place --format jsonl Enzeli",
        "translit match -t mine.yaml 'Abou Nowrouz'",
    ),
)
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option(
    "-n",
    "--limit",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    help="How many entities a name at most.",
)
@score_option(0.5)
@type_option
@click.option("--explain", is_flag=True, help="Show the parts compared and how each agrees.")
@format_option("text", "jsonl")
@table_options
def command(
    names: tuple[str, ...],
    limit: int,
    min_score: float,
    types: tuple[str, ...],
    explain: bool,
    format_: str,
    tables: tuple[str, ...],
    no_bundled: bool,
) -> None:
    """Find who or what each NAME may stand for, the best first.

    At a terminal: score, id, type, heading and how it was found. Piped: the name, score, id, type,
    heading, tier, variant and scheme, parted by tabs.
    """
    gazetteer = load_gazetteer(tables, no_bundled)
    for name in names:
        found = gazetteer.match(name, limit, min_score=min_score, types=types or None)
        if not found:
            note(f"no match for '{name}'")
        elif format_ == "jsonl":
            _print_jsonl(found, explain)
        elif explain:
            for one in found:
                click.echo(str(one.explain()))
        elif is_terminal():
            _print_columns(name, found, headed=len(names) > 1)
        else:
            for line in lines((_cells(one) for one in found), aligned=False):
                click.echo(line)


def _print_jsonl(found: list[Match], explain: bool) -> None:
    import json  # imported late: most calls print text

    for one in found:
        data = one.to_dict()
        if explain:
            data["explanation"] = one.explain().to_dict()
        click.echo(json.dumps(data, ensure_ascii=False))


def _print_columns(name: str, found: list[Match], headed: bool) -> None:
    if headed:
        click.echo(name)
    rows = [
        [f"{one.score:.2f}", one.entity.id, one.entity.type, one.entity.heading, f"{one.tier}: {one.variant}"]
        for one in found
    ]
    for line in lines(rows, aligned=True):
        click.echo(f"  {line}" if headed else line)


def _cells(one: Match) -> list[str]:
    return [
        one.query,
        f"{one.score:.4f}",
        one.entity.id,
        one.entity.type,
        one.entity.heading,
        one.tier,
        one.variant.text,
        one.scheme or "",
    ]
