"""The command line: arguments in, one library call, output out.

Each command is a module here and is imported when it is called, so that ``translit match`` starts
without what the others need. Every error comes out as one line on standard error.

Exit status: 0 done; 1 findings; 2 an error; 130 stopped by Ctrl-C; 141 nobody reads the output.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from translit import __version__
from translit.cli.output import drop_output, tell, use_utf8
from translit.errors import TranslitError, remedy_for

# Each command's module here, in the order of the help; the module calls it ``command``.
COMMANDS = {
    "match": "match",
    "annotate": "annotate",
    "normalise": "normalise",
    "compare": "compare",
    "romanise": "romanise",
    "schemes": "schemes",
    "tables": "tables",
}
ALIASES = {"normalize": "normalise", "romanize": "romanise"}

ERROR, STOPPED, UNREAD = 2, 130, 141


class Program(click.Group):
    """The group of commands, with errors and exit status as the module says."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name or of its other spelling."""
        module = COMMANDS.get(ALIASES.get(cmd_name, cmd_name))
        if module is None:
            return None
        command: click.Command = import_module(f"translit.cli.{module}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments call; an unknown one is told with the near one."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise click.UsageError(f"no command '{args[0]}'; {remedy_for(args[0], tuple(COMMANDS))}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; its exit status, also for what went wrong."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except TranslitError as error:
            tell(error)
            return ERROR
        except BrokenPipeError:
            drop_output()
            return UNREAD
        except KeyboardInterrupt:
            drop_output()
            return STOPPED
        except OSError as error:
            tell(error)
            drop_output()
            return ERROR

    def main(self, args: Sequence[str] | None = None, *_: Any, **extra: Any) -> NoReturn:
        """Run the program and exit; always under its own name, and never as click would exit."""
        use_utf8()
        extra |= {"prog_name": "translit", "standalone_mode": False}
        try:
            status = super().main(args, **extra)
        except click.UsageError as error:
            where = error.ctx.command_path if error.ctx else "translit"
            tell(f"{error.format_message().rstrip('.')}; see '{where} --help'")
            status = ERROR
        except click.Abort:
            status = STOPPED
        sys.exit(status if isinstance(status, int) else 0)


@click.group(
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  translit match 'Kutschek Chan'                who is this?
  translit annotate chapter.txt                 every mention, and who it is
  translit normalise --diff chapter.txt         what one house style would change
  translit compare 'Ihsan-Allah' 'Эхсанулла'    one name or two?
  translit romanise -s german 'Чичерин'         a name in a published scheme
  translit schemes of 'Kūchik Khān'             which convention does a spelling follow?
  translit tables check mine.yaml               what is wrong with a table

\b
Exit status: 0 done; 1 findings (--check, tables check, tables audit);
2 an error, told in one line.""",
)
@click.version_option(__version__, prog_name="translit", message="%(prog)s %(version)s")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Match, annotate and normalise names of people, places and organisations, however romanised."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


__all__ = ["ALIASES", "COMMANDS", "main"]
