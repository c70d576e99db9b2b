"""The options that several commands share."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from translit.model import ENTITY_TYPES

if TYPE_CHECKING:
    from translit.gazetteer import Gazetteer

Command = TypeVar("Command", bound=Callable[..., Any])


def table_options(command: Command) -> Command:
    """``-t/--tables`` and ``--no-bundled``."""
    command = click.option(
        "--no-bundled", is_flag=True, help="Leave out the tables that ship with translit (needs -t)."
    )(command)
    return click.option(
        "-t",
        "--tables",
        multiple=True,
        metavar="PATH",
        help="Lay a table, or a folder of them, on top; repeatable.",
    )(command)


def type_option(command: Command) -> Command:
    """``--type``."""
    return click.option(
        "--type",
        "types",
        multiple=True,
        type=click.Choice(ENTITY_TYPES),
        help="Only entities of this type; repeatable.",
    )(command)


def score_option(default: float) -> Callable[[Command], Command]:
    """``--min-score``."""

    def check(ctx: click.Context, param: click.Parameter, value: float) -> float:
        if math.isnan(value):
            raise click.BadParameter("'nan' is no score", ctx, param)
        return value

    def add(command: Command) -> Command:
        return click.option(
            "--min-score",
            type=click.FloatRange(0, 1),
            default=default,
            show_default=True,
            callback=check,
            help="The least score.",
        )(command)

    return add


def format_option(*known: str, default: str = "text") -> Callable[[Command], Command]:
    """``--format``, one of the known."""

    def check(ctx: click.Context, param: click.Parameter, value: str) -> str:
        from translit.formats import check_format

        return check_format(value, known)

    def add(command: Command) -> Command:
        return click.option(
            "--format",
            "format_",
            default=default,
            show_default=True,
            metavar="|".join(known),
            callback=check,
            help="The form of the output.",
        )(command)

    return add


def encoding_option(help: str) -> Callable[[Command], Command]:
    """``--encoding``."""

    def add(command: Command) -> Command:
        return click.option("--encoding", default="utf-8", show_default=True, metavar="NAME", help=help)(
            command
        )

    return add


def document_option(command: Command) -> Command:
    """``--no-document``."""
    return click.option(
        "--no-document",
        is_flag=True,
        help="Let no full name elsewhere in the text license a surname alone.",
    )(command)


def load_gazetteer(tables: tuple[str, ...], no_bundled: bool) -> Gazetteer:
    """The gazetteer that the table options ask for."""
    if no_bundled and not tables:
        raise click.UsageError("--no-bundled leaves no tables; give some with -t")
    from translit.gazetteer import load

    return load(*tables, bundled=not no_bundled)


def examples(*lines: str) -> str:
    """The end of a command's help."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
