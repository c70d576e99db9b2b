"""``translit annotate``: every mention of an entity in texts."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from typing import Any

import click

from translit.cli.input import STDIN, is_same_file, read_files
from translit.cli.options import (
    document_option,
    encoding_option,
    examples,
    format_option,
    load_gazetteer,
    score_option,
    table_options,
    type_option,
)
from translit.cli.output import is_terminal
from translit.cli.progress import Progress
from translit.formats import FORMATS, Document, writer
from translit.model import OVERLAPS, Annotation
from translit.text_file import TextFile, Writing


@click.command(
    "annotate",
    short_help="Find every mention in a text, and who or what it is.",
    epilog=examples(
        "translit annotate chapter.txt",
        "translit annotate --format jsonl chapter.txt notes.txt -o mentions.jsonl",
        "translit annotate --format csv --type person chapter.txt > people.csv",
        "pdftotext article.pdf - | translit annotate -",
    ),
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@format_option(*FORMATS)
@click.option("-o", "--output", metavar="OUT", help="Write to this file, in UTF-8, instead of printing.")
@score_option(0.75)
@type_option
@click.option("--ambiguous", is_flag=True, help="Also give mentions that may be several entities'.")
@document_option
@click.option(
    "--context",
    type=click.IntRange(min=0),
    metavar="N",
    help="How far, in characters, a full name licenses a surname alone; all through the text if not given.",
)
@click.option(
    "--lang",
    "langs",
    multiple=True,
    metavar="CODE",
    help="The language of the files (ru, de); repeatable. Else each paragraph's small words tell it.",
)
@click.option(
    "--overlap",
    type=click.Choice(OVERLAPS),
    default=OVERLAPS[0],
    show_default=True,
    help="Of mentions that overlap, the longest or all.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="Annotate several files at once, in N processes.",
)
@encoding_option("The encoding of the files.")
@table_options
def command(
    files: tuple[str, ...],
    format_: str,
    output: str | None,
    min_score: float,
    types: tuple[str, ...],
    ambiguous: bool,
    no_document: bool,
    context: int | None,
    langs: tuple[str, ...],
    overlap: str,
    jobs: int,
    encoding: str,
    tables: tuple[str, ...],
    no_bundled: bool,
) -> None:
    """Find every mention of an entity in each FILE ('-' is standard input).

    Text is for reading: line:column, mention, entity, tier and score, in columns at a terminal and
    parted by tabs when piped. jsonl and csv give start and end in code points of the file; with
    several files each row names its file. Every file is a document of its own.
    """
    if output is not None and any(is_same_file(output, name) for name in files):
        raise click.UsageError(f"'{output}' is both read and written; give -o another file")

    options: dict[str, Any] = {
        "min_score": min_score,
        "types": types or None,
        "ambiguous": ambiguous,
        "document": not no_document,
        "context": context,
        "lang": langs or None,
        "overlap": overlap,
    }

    def annotated() -> Iterator[tuple[TextFile, list[Annotation]]]:
        if jobs > 1 and len(files) > 1:
            from translit.cli.jobs import annotate_all  # imported late: one process needs no pool

            found = read_files(files, encoding)
            few = min(jobs, len(files))
            for file, mentions in annotate_all(
                found, lambda file: file.text, few, tables, no_bundled, options
            ):
                progress.begin(file)
                yield file, mentions
            return
        for file in read_files(files, encoding):
            progress.begin(file)
            yield file, gazetteer.annotate(file.text, **options)

    def documents() -> Iterator[Document]:
        for file, mentions in annotated():
            if output is None and is_terminal():
                progress.clear()
            yield Document(file.text, mentions, file.name if len(files) > 1 else None)

    write = writer(format_)
    gazetteer = load_gazetteer(tables, no_bundled)
    with Progress("annotating", len(files)) as progress:
        if output is None or output == STDIN:
            write(documents(), sys.stdout, aligned=is_terminal())
            return
        with Writing() as writing:
            stream = io.TextIOWrapper(writing.stream(output), encoding="utf-8", newline="\n")
            write(documents(), stream)
            stream.flush()
            stream.detach()
