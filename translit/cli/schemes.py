"""``translit schemes``: the romanisation schemes there are, and which of them a spelling or text follows."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from translit.cli.input import read_files
from translit.cli.options import encoding_option, examples, format_option, load_gazetteer, table_options
from translit.cli.output import is_terminal
from translit.errors import TranslitError
from translit.formats.layout import lines

SHOWN = 12  # broken mentions shown of a text, a language


@click.group(
    "schemes",
    invoke_without_command=True,
    short_help="Which romanisation does a spelling or a text follow?",
    epilog=examples(
        "translit schemes list --lang fa             what there is for Persian",
        "translit schemes of 'Kūchik Khān'           which conventions, and the letters that prove it",
        "translit schemes in chapter.txt             which one dominates, and where it is broken",
        "translit schemes write 'کوچک خان'           one name in every scheme",
    ),
)
@click.pass_context
def command(ctx: click.Context) -> None:
    """List the schemes, tell which of them a name or a text follows, or write a name in each."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@command.command("list", epilog=examples("translit schemes list", "translit schemes list --lang ru"))
@click.option("-l", "--lang", metavar="CODE", help="Only those for this language.")
@format_option("text", "jsonl")
def listing(lang: str | None, format_: str) -> None:
    """List the schemes: language, id, scripts, title and source."""
    list_schemes(lang, format_)


def list_schemes(lang: str | None, format_: str) -> None:
    """Print the schemes of a language, or all."""
    from translit.schemes import schemes

    found = schemes(lang)
    if not found:
        known = sorted({scheme.lang for scheme in schemes()})
        raise TranslitError(f"no scheme for language '{lang}'; languages: {', '.join(known)}")
    if format_ == "jsonl":
        for scheme in found:
            click.echo(json.dumps(scheme.to_dict(), ensure_ascii=False))
        return
    _print([[s.lang, s.id, f"{s.script}–{s.target}", s.title, s.source] for s in found])


@command.command(
    "of", epilog=examples("translit schemes of 'Kūchik Khān'", "translit schemes of 'Tchitcherine' 'Trotzky'")
)
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@format_option("text", "jsonl")
@table_options
def of_name(names: tuple[str, ...], format_: str, tables: tuple[str, ...], no_bundled: bool) -> None:
    """Tell which conventions each NAME follows, and the letters at which they differ from others.

    The first line has the name and the schemes that write the whole of it; under it stand, for each sound on
    which schemes differ, how it is written here, by whom, and how others write it.
    """
    gazetteer = load_gazetteer(tables, no_bundled)
    for name in names:
        found = gazetteer.schemes_of(name)
        if format_ == "jsonl":
            click.echo(json.dumps(found.to_dict(), ensure_ascii=False))
            continue
        told = ", ".join(f"{lang} {scheme}" for lang, scheme in found.conventions)
        _print([[name, told or found.label or "no scheme that the tables know", found.entity or "–"]])
        rows = [
            [
                f"  {proof.word}",
                proof.sound,
                proof.written or "–",
                " ".join(proof.schemes),
                "; ".join(f"{written or '–'} {' '.join(others)}" for written, others in proof.others),
            ]
            for proof in found.proofs
        ]
        if rows:
            _print([["  word", "sound", "here", "so do", "not so"], *rows])


@command.command(
    "in", epilog=examples("translit schemes in chapter.txt", "translit schemes in --format jsonl a.txt b.txt")
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@format_option("text", "jsonl")
@encoding_option("The encoding of the files.")
@table_options
def in_text(
    files: tuple[str, ...], format_: str, encoding: str, tables: tuple[str, ...], no_bundled: bool
) -> None:
    """Tell which convention dominates in each FILE, by language of the names, and where it is broken.

    A mention without diacritics follows every scheme that writes it so when its marks are left out, so
    counts of several schemes may be near one another.
    """
    gazetteer = load_gazetteer(tables, no_bundled)
    for file in read_files(files, encoding):
        for report in gazetteer.conventions(file.text):
            if format_ == "jsonl":
                data = {"file": file.name, **report.to_dict()}
                click.echo(json.dumps(data, ensure_ascii=False))
                continue
            click.echo(f"{file.name}: {report.summary()}" if len(files) > 1 else report.summary())
            rows = []
            for one, label in report.broken[:SHOWN]:
                line = file.text.count("\n", 0, one.start) + 1
                column = one.start - file.text.rfind("\n", 0, one.start)
                rows.append([f"  {line}:{column}", one.text, label])
            if rows:
                _print(rows)
            if len(report.broken) > SHOWN:
                click.echo(f"  and {len(report.broken) - SHOWN} more (--format jsonl has them all)")


@command.command(
    "write", epilog=examples("translit schemes write 'Чичерин'", "translit schemes write 'کوچک خان'")
)
@click.argument("name")
@click.option("-l", "--lang", metavar="CODE", help="The language of the name.")
@format_option("text", "jsonl")
def write(name: str, lang: str | None, format_: str) -> None:
    """Write NAME in every scheme of its language."""
    from translit.gazetteer import likely_language, romanise
    from translit.schemes import rank, schemes

    language = lang or likely_language(name)
    found = sorted(schemes(language), key=lambda scheme: (rank(language, scheme.id), scheme.id))
    if not found:
        known = sorted({scheme.lang for scheme in schemes()})
        raise TranslitError(f"no scheme for language '{language}'; languages: {', '.join(known)}")
    rows = [[scheme.id, romanise(name, scheme.id, language), scheme.title] for scheme in found]
    if format_ == "jsonl":
        for scheme, written, _ in rows:
            click.echo(json.dumps({"lang": language, "scheme": scheme, "text": written}, ensure_ascii=False))
        return
    _print(rows)


def _print(rows: Sequence[Sequence[str]]) -> None:
    for line in lines(rows, aligned=is_terminal()):
        click.echo(line)
