"""``translit tables``: check, audit, list and show the tables."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translit.cli.options import examples, format_option, load_gazetteer, table_options, type_option
from translit.cli.output import is_terminal, note
from translit.errors import Fault, InputError
from translit.formats.layout import cell, lines

if TYPE_CHECKING:
    from translit.model import Entity

SEEDS = "seeds"


@click.group(
    "tables",
    invoke_without_command=True,
    epilog=examples(
        "translit tables check mine.yaml       what is wrong with a table of one's own",
        "translit tables audit                 do the documents' spellings find their entities?",
        "translit tables list --type place     what there is",
        "translit tables show kuchik-khan      one entity with all its spellings",
    ),
)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Check, audit and look into the tables."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@command.command(
    "check",
    epilog=examples(
        "translit tables check                 the shipped tables",
        "translit tables check mine.yaml more/",
        "translit tables check --no-bundled whole.yaml",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("--no-bundled", is_flag=True, help="Take the PATHs by themselves, without the shipped tables.")
def check(paths: tuple[str, ...], no_bundled: bool) -> int:
    """Tell each fault of the tables at PATH: file, line, entry, fault and remedy.

    Without PATH, the shipped tables. What keeps a table from loading is an error (exit 2); what a
    careful editor would still see is a finding (exit 1): repeated spellings, text that is not NFC,
    words of mixed scripts, dangling references, native spellings in another script, readings
    outside the notation.
    """
    from translit.tables.paths import shipped_folder

    if no_bundled and not paths:
        raise click.UsageError("--no-bundled leaves no tables; name some")
    checked = list(paths) or [str(shipped_folder())]
    below = [str(shipped_folder())] if paths and not no_bundled else []
    faults, files, entries = _lint(below, checked)
    for fault in faults:
        click.echo(cell(str(fault)))
    note(f"{_count(len(faults), 'finding')} in {_count(files, 'table')} of {entries} entries")
    return 1 if faults else 0


def _lint(below: list[str], checked: list[str]) -> tuple[list[Fault], int, int]:
    """The faults of the tables at ``checked``, laid on those ``below``; the tables, the entries."""
    from translit.tables.layers import load_records
    from translit.tables.lint import lint
    from translit.tables.paths import layers_for
    from translit.tables.records import records
    from translit.tables.source import read_source

    layers = layers_for([*below, *checked])
    known = {record["id"] for record in load_records(layers)}
    files = [file for layer in layers[len(below) :] for file in layer]
    found = [record for path, content in files for record in records(read_source(path, content))]
    return list(lint(found, known)), len(files), len(found)


@command.command(
    "audit",
    epilog=examples(
        "translit tables audit                 seeds/ in the current folder",
        "translit tables audit seeds/nejad.yaml",
        "translit tables audit -t mine.yaml my-attestations/",
    ),
)
@click.argument("seeds", nargs=-1, metavar="[SEEDS...]")
@table_options
def audit(seeds: tuple[str, ...], tables: tuple[str, ...], no_bundled: bool) -> int:
    """Hold the tables against what documents print, as the files SEEDS record it.

    Each attested spelling must find its own entity through match, and through annotate in a
    sentence (with the heading before it, for a short form); what the tables call attested must be
    in its document. What is found though no table lists it is told, and is no finding.
    """
    from translit.tables import audit as auditing

    if not seeds and not Path(SEEDS).is_dir():
        raise InputError(
            f"{SEEDS}: no such folder here; go to a checkout of translit, or name attestation files"
        )
    files = [file for path in seeds or (SEEDS,) for file in auditing.attestation_files(path)]
    documents = auditing.read_attested(files)
    result = auditing.audit(documents, load_gazetteer(tables, no_bundled))
    for fault in (*result.unrecorded, *result.faults):
        click.echo(cell(str(fault)))
    note(
        f"{_count(len(result.faults), 'finding')}; {_count(result.spellings, 'spelling')} "
        f"in {_count(len(documents), 'document')}, {len(result.unrecorded)} of them in no table"
    )
    return 1 if result.faults else 0


@command.command(
    "list", epilog=examples("translit tables list --type place", "translit tables list --format jsonl")
)
@type_option
@format_option("text", "jsonl")
@table_options
def list_(types: tuple[str, ...], format_: str, tables: tuple[str, ...], no_bundled: bool) -> None:
    """List the entities: id, type, heading, description."""
    found = load_gazetteer(tables, no_bundled).entities.values()
    entities = [entity for entity in found if not types or entity.type in types]
    if format_ == "jsonl":
        _print_jsonl(entities)
        return
    rows = ([entity.id, entity.type, entity.heading, entity.description or ""] for entity in entities)
    for line in lines(rows, is_terminal()):
        click.echo(line)


@command.command(
    "show", epilog=examples("translit tables show kuchik-khan", "translit tables show --format jsonl rasht")
)
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@format_option("text", "jsonl")
@table_options
def show(ids: tuple[str, ...], format_: str, tables: tuple[str, ...], no_bundled: bool) -> None:
    """Show each entity ID with all its spellings."""
    gazetteer = load_gazetteer(tables, no_bundled)
    entities = [gazetteer.entities[name] for name in ids]
    if format_ == "jsonl":
        _print_jsonl(entities)
        return
    for at, entity in enumerate(entities):
        if at:
            click.echo()
        for line in lines(_described(entity), aligned=True):
            click.echo(line)


def _described(entity: Entity) -> list[list[str]]:
    """The entity as rows of a key and a value."""
    rows = [["id", entity.id], ["type", entity.type], ["heading", entity.heading]]
    for key, value in (("description", entity.description), ("lang", entity.lang), ("note", entity.note)):
        if value:
            rows.append([key, value])
    for mapping in (entity.dates, entity.identifiers):
        rows += [[key, value] for key, value in mapping.items()]
    for variant in entity.variants[1:]:
        told = [variant.lang, variant.reading, variant.scheme, variant.status, variant.source]
        if variant.short:
            told.append("short")
        more = ", ".join(item for item in told if item)
        rows.append([variant.role, f"{variant} ({more})" if more else str(variant)])
    rows += [["distinct from", name] for name in entity.distinct_from]
    return rows


def _print_jsonl(entities: Iterable[Entity]) -> None:
    for entity in entities:
        click.echo(json.dumps(entity.to_dict(), ensure_ascii=False))


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
