"""The command line: verbs imported only when called, and the one place that turns faults to status."""

import contextlib
import gc
import importlib
import os
import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import click

from kamc import __version__


class Verb(NamedTuple):
    """A verb before it is imported: where it lives, and its line in the help."""

    module: str
    help: str


VERBS: Mapping[str, Verb] = {
    "check": Verb(
        "kamc.commands.check", "Check plans: the file, its links, and what a good plan must not lack."
    ),
    "build": Verb("kamc.commands.build", "Build the briefs that people take into meetings."),
    "templates": Verb(
        "kamc.commands.templates", "List the templates of briefs, or copy some to change them."
    ),
    "diff": Verb("kamc.commands.diff", "Show what changed between two quarters, by meaning."),
    "review": Verb("kamc.commands.review", "Say what a pull request changes, for its reader."),
    "log": Verb("kamc.commands.log", "Show how an account, or one entry of it, moved: who set it, and when."),
    "git": Verb("kamc.commands.git", "Let git compare and merge plans by what they mean."),
    "status": Verb("kamc.commands.status", "Show how every account stands, one line each."),
    "export": Verb(
        "kamc.commands.export", "Export plans as tables for a spreadsheet, a BI tool or a database."
    ),
    "explain": Verb("kamc.commands.explain", "Say what a rule wants and why, with examples."),
    "schema": Verb("kamc.commands.schema", "Print a published JSON Schema."),
}


class Verbs(click.Group):
    """The verbs of kamc, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(VERBS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        verb = VERBS.get(name)
        command = importlib.import_module(verb.module).command if verb else None
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            from kamc.words import nearest

            near = nearest(args[0], VERBS)
            hint = f"Did you mean {near}?" if near else f"The verbs are {', '.join(VERBS)}."
            raise click.UsageError(f"there is no verb {args[0]!r}. {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Verbs"):
            formatter.write_dl([(name, verb.help) for name, verb in VERBS.items()])


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", message="kamc %(version)s")
def group() -> None:
    """A compiler for key account plans: checks them, builds briefs, shows what changed between quarters."""


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit status (see the command-line contract)."""
    _utf8()
    try:
        status = group.main(list(arguments), prog_name="kamc", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return 2
    except (KeyboardInterrupt, click.Abort):
        return 130
    except BrokenPipeError:
        from kamc.files import quiet_pipe

        quiet_pipe()
        return 0
    except Exception as fault:  # noqa: BLE001 - whatever is left is a fault of kamc, and told as one
        return _fault(fault, arguments)
    return status if isinstance(status, int) else 0


def _fault(fault: Exception, arguments: Sequence[str]) -> int:
    """What a stage raises for people is told in a sentence; anything else is a fault of kamc itself."""
    from kamc.git import GitError
    from kamc.workspace import UsageError

    if isinstance(fault, UsageError):
        click.echo(f"kamc: {fault}", err=True)
        if fault.__cause__ and {"-v", "--verbose"} & set(arguments):
            import traceback

            traceback.print_exception(fault.__cause__)
        return 2
    if isinstance(fault, GitError):
        click.echo(f"kamc: {fault}", err=True)
        return 3
    click.echo(f"kamc: a fault of kamc itself, not of your plans: {type(fault).__name__}: {fault}", err=True)
    if {"-v", "--verbose"} & set(arguments):
        import traceback

        traceback.print_exception(fault)
    else:
        click.echo(
            "      run it again with -v, and report what it prints with the plan that caused it", err=True
        )
    return 4


def _utf8() -> None:
    """UTF-8 and LF on every system."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def main() -> None:
    """The entry point of the `kamc` command.

    A run is short and makes no garbage worth collecting, and taking the interpreter apart at its end takes
    longer than checking a plan: both are left out.
    """
    gc.disable()
    status = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)
