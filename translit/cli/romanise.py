"""``translit romanise``: names and text in Latin letters by a published scheme."""

from __future__ import annotations

import click

from translit.cli.options import examples, format_option


@click.command(
    "romanise",
    short_help="Write text in Latin letters by a published scheme.",
    epilog=examples(
        "translit romanise --scheme bgn-pcgn 'Троцкий' 'Ельцин'",
        "translit romanise --scheme german 'Чичерин'",
        "translit romanise --scheme ala-lc --lang fa 'کوچک خان'",
        "translit romanise --list --lang ru",
    ),
)
@click.argument("texts", nargs=-1, metavar="TEXT...")
@click.option("-s", "--scheme", metavar="ID", help="The scheme; --list shows what there is.")
@click.option("-l", "--lang", metavar="CODE", help="The language of the text: ru, uk, ka, hy, fa, ar.")
@click.option("--list", "listing", is_flag=True, help="List the schemes (of --lang) with their sources.")
@format_option("text", "jsonl")
def command(
    texts: tuple[str, ...], scheme: str | None, lang: str | None, listing: bool, format_: str
) -> None:
    """Write each TEXT in Latin letters by a scheme.

    Persian and Arabic are exact when vocalised. Of unvocalised words, those that the tables know are read
    as they read them; a word that they do not know is written without its short vowels and marked (?).
    """
    if listing:
        from translit.cli.schemes import list_schemes

        list_schemes(lang, format_)
        return
    if scheme is None:
        raise click.UsageError("no scheme; name one with --scheme, or see --list")
    if not texts:
        raise click.UsageError("no text; give at least one TEXT")
    from translit.gazetteer import romanise

    for text in texts:
        click.echo(romanise(text, scheme, lang))
