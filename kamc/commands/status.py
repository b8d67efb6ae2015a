"""`kamc status`."""

import pathlib

import click
import msgspec

from kamc.commands.choose import chosen_plans
from kamc.commands.common import (
    common,
    day,
    format_option,
    open_workspace,
    output_file_option,
    outputs,
    remark,
    save,
    say,
    style,
    where_option,
    words_argument,
)
from kamc.engine.scope import scope
from kamc.engine.status import status
from kamc.report.status import FORMATS, SORTS, Overview, ordered, write
from kamc.words import counted


@click.command("status")
@words_argument
@where_option
@click.option(
    "--sort",
    "key",
    type=click.Choice(tuple(SORTS)),
    default="account",
    show_default=True,
    help="What stands first: by name, or what needs a look most.",
)
@format_option(FORMATS)
@output_file_option
@common
def command(
    words: tuple[str, ...],
    where: tuple[str, ...],
    key: str,
    form: str,
    output_file: tuple[str, ...],
    workspace_dir: pathlib.Path | None,
    as_of: str,
    color: str,
    quiet: bool,
    verbose: bool,
) -> int:
    """Show how every account stands, one line each, by its latest plan among those chosen.

    How complete it is (as a whole, and block by block), its health with the reason that matters most, open
    questions, what is overdue, and when it was last changed. With -v, every part of every health, with its
    weight and its reason. Status 0: told; 3: a file could not be read, the others were told.
    """
    workspace, settings = open_workspace(workspace_dir)
    files = outputs(output_file, FORMATS)
    made = scope(workspace, settings, day(as_of, workspace))
    sources = chosen_plans(made, words, where)
    if sources is None:
        remark("nothing has changed there: nothing to tell")
        sources = ()
    found = status(made, sources)
    told = msgspec.structs.replace(found, lines=ordered(found.lines, key), quiet=quiet, verbose=verbose)
    for name, path in files:
        save(path, write(name, told))
    say(write(form, msgspec.structs.replace(told, style=style(color))))
    _remark(told, form, quiet=quiet)
    return 3 if told.unread else 0


def _remark(told: Overview, form: str, *, quiet: bool) -> None:
    """What the report itself does not say."""
    if form == "csv":
        for path in told.unread:
            remark(f"{path} cannot be read; kamc check {path} says why")
    if told.flawed and not quiet:
        plans = counted(len(told.flawed), "plan")
        remark(f"mistakes in {plans}: what they touch counts as unknown here (see kamc check)")
