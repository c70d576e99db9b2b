"""``translit normalise``: texts with every name as one house style prints it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from translit.cli.input import STDIN, is_same_file, read_files
from translit.cli.options import (
    document_option,
    encoding_option,
    examples,
    load_gazetteer,
    score_option,
    table_options,
    type_option,
)
from translit.cli.output import note
from translit.cli.progress import Progress
from translit.errors import InputError
from translit.text_file import TextFile, Writing, encode, encode_back

if TYPE_CHECKING:
    from translit.model import Change


@click.command(
    "normalise",
    short_help="Rewrite every name in a text to one style.",
    epilog=examples(
        "translit normalise chapter.txt > chapter-house-style.txt",
        "translit normalise --diff chapter.txt",
        "translit normalise -w chapter.txt notes.txt",
        "translit normalise --check *.txt",
    ),
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("-o", "--output", metavar="OUT", help="Write to this file, in the encoding of FILE.")
@click.option("-w", "--write", is_flag=True, help="Write each file in place, if it changes.")
@click.option("--diff", is_flag=True, help="Print the changes as a unified diff; write nothing.")
@click.option("--check", is_flag=True, help="Exit 1 if anything would change; write nothing.")
@click.option("--style", default="heading", show_default=True, help="The style to bring the names to.")
@score_option(0.75)
@type_option
@document_option
@encoding_option("The encoding of the files, read and written.")
@table_options
def command(
    files: tuple[str, ...],
    output: str | None,
    write: bool,
    diff: bool,
    check: bool,
    style: str,
    min_score: float,
    types: tuple[str, ...],
    no_document: bool,
    encoding: str,
    tables: tuple[str, ...],
    no_bundled: bool,
) -> int:
    """Rewrite every name in each FILE ('-' is standard input) to one style, all else untouched.

    Without options the new text is printed, in UTF-8. Byte-order mark, line ends and encoding of a
    file that is written stay as they are; nothing is written unless all files can be.
    """
    _check_modes(files, output, write, diff, check)
    gazetteer = load_gazetteer(tables, no_bundled)

    def changed() -> Iterator[tuple[TextFile, list[Change]]]:
        for file in read_files(files, encoding):
            progress.begin(file)
            changes = gazetteer.changes(
                file.text, style, min_score=min_score, types=types or None, document=not no_document
            )
            progress.clear()
            yield file, changes

    with Progress("normalising", len(files)) as progress:
        if diff or check:
            total = _review(changed(), diff=diff, check=check)
            return 1 if check and total else 0
        if write or (output is not None and output != STDIN):
            _write(changed(), output)
            return 0
        from translit.normalise import apply_changes

        for file, changes in changed():
            sys.stdout.write(apply_changes(file.text, changes))
    return 0


def _check_modes(files: tuple[str, ...], output: str | None, write: bool, diff: bool, check: bool) -> None:
    if write and STDIN in files:
        raise click.UsageError("-w writes files in place; '-' is none")
    if sum((output is not None, write, diff or check)) > 1:
        raise click.UsageError("-o, -w and --diff/--check exclude one another")
    if len(files) > 1 and not (write or diff or check):
        raise click.UsageError("several files need -w, --check or --diff")


def _review(changed: Iterator[tuple[TextFile, list[Change]]], diff: bool, check: bool) -> int:
    """Print what would change; the number of changes."""
    from translit.formats.diff import unified_diff

    total = 0
    for file, changes in changed:
        total += len(changes)
        if diff:
            sys.stdout.writelines(unified_diff(file.text, changes, file.name, file.name))
        if check and changes:
            sys.stdout.flush()
            note(f"{file.name}: {_count(changes)}")
    return total


def _write(changed: Iterator[tuple[TextFile, list[Change]]], output: str | None) -> None:
    """Write the texts: each in its place, or the one to ``output``."""
    from translit.normalise import apply_changes

    written = []
    with Writing() as writing:
        for file, changes in changed:
            in_place = output is None or is_same_file(output, file.name)
            if in_place and not changes:
                continue
            text = apply_changes(file.text, changes)
            if in_place:
                if not os.path.isfile(file.name):
                    raise InputError(f"{file.name}: no plain file to write in place; use -o")
                writing.write(file.name, encode_back(file, text))
                written.append(f"{file.name}: {_count(changes)}")
            elif output is not None:
                writing.write(output, encode(file, text))
    for line in written:
        note(line)


def _count(changes: list[Change]) -> str:
    return f"{len(changes)} change{'' if len(changes) == 1 else 's'}"
