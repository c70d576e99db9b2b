"""``translit compare``: two names, and whether they are one."""

from __future__ import annotations

import json

import click

from translit.cli.options import examples, format_option


@click.command(
    "compare",
    short_help="Tell how likely two names are one, and why.",
    epilog=examples(
        "translit compare 'Ihsan-Allah Khan' 'Ehsanollah Khan'",
        "translit compare 'Hasan Fatemi' 'Hossein Fatemi'",
        "translit compare --format jsonl 'Kuchik Khan' 'کوچک خان'",
    ),
)
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@format_option("text", "jsonl")
def command(left: str, right: str, format_: str) -> None:
    """Tell how likely the names A and B are one, from 0 to 1, and why; in any two scripts."""
    from translit.gazetteer import compare

    comparison = compare(left, right)
    if format_ == "jsonl":
        click.echo(json.dumps(comparison.to_dict(), ensure_ascii=False))
    else:
        click.echo(str(comparison.explain()))
