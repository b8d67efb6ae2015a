"""`kamc status`."""

import pathlib

import click
import msgspec

from kamc.commands.choose import chosen
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
from kamc.engine.scope import Scope, scope
from kamc.engine.status import status
from kamc.report.status import FORMATS, SORTS, Overview, ordered, write
from kamc.words import counted
from kamc.workspace import Source, UsageError, choose


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
    sources = _plans(made, words, where)
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


def _plans(made: Scope, words: tuple[str, ...], where: tuple[str, ...]) -> tuple[Source, ...] | None:
    """The chosen plans; they are read beforehand only where a condition asks what they say."""
    if where:
        loaded = chosen(made, words, where)
        return None if loaded is None else tuple(one.source for one in loaded)
    sources = tuple(one for one in choose(made.workspace, words, pathlib.Path.cwd()) if one.kind == "plan")
    if not sources:
        raise UsageError("there is no plan here: name some, or go to a workspace")
    return sources


def _remark(told: Overview, form: str, *, quiet: bool) -> None:
    """What the report itself does not say."""
    if form == "csv":
        for path in told.unread:
            remark(f"{path} cannot be read; kamc check {path} says why")
    if told.flawed and not quiet:
        plans = counted(len(told.flawed), "plan")
        remark(f"mistakes in {plans}: what they touch counts as unknown here (see kamc check)")
