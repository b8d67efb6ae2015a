"""`kamc log`."""

import pathlib

import click
import msgspec

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
)
from kamc.engine.history import history
from kamc.engine.scope import Scope, scope
from kamc.model.fields import Audience
from kamc.report import history_json, history_markdown, history_text
from kamc.words import did_you_mean, nearest
from kamc.workspace import Source, UsageError

FORMATS = {"text": history_text.report, "json": history_json.report, "markdown": history_markdown.report}


@click.command("log")
@click.argument("account")
@click.argument("id", required=False)
@format_option(FORMATS)
@output_file_option
@click.option(
    "--audience",
    type=click.Choice([one.word for one in (Audience.PRIVATE, Audience.TEAM)]),
    default=Audience.PRIVATE.word,
    help="Who will read it: every version is cut for them first.  [default: private]",
)
@common
def command(
    account: str,
    id: str | None,
    form: str,
    output_file: tuple[str, ...],
    audience: str,
    workspace_dir: pathlib.Path | None,
    as_of: str,
    color: str,
    quiet: bool,
    verbose: bool,
) -> int:
    """Show how an account, or one entry of it, moved over quarters and commits: who set it, when, and how.

    An entry is followed through new ids (was), a plan to where its file lay before. What merges bring is told
    with the commits of their branches. Without git, the quarters alone are told. Of an account the changes
    that lead are shown, with -v all of them. Status 3: a version could not be read; the others are told.
    """
    workspace, settings = open_workspace(workspace_dir)
    files = outputs(output_file, tuple(FORMATS))
    made = scope(workspace, settings, day(as_of, workspace))
    found = msgspec.structs.replace(
        history(made, _plans(made, account), id, Audience[audience.upper()]), verbose=verbose
    )
    for name, file in files:
        save(file, FORMATS[name](found))
    say(FORMATS[form](msgspec.structs.replace(found, style=style(color))))
    if not quiet and found.cut:
        remark("this is a shallow clone: older commits are missing; `git fetch --unshallow` brings them")
    if not quiet and not found.by_git:
        remark("there is no history in git here: only quarters are compared")
    for path in found.unread:
        remark(f"{path} cannot be read: what changed there is not told")
    return 3 if found.unread else 0


def _plans(made: Scope, account: str) -> tuple[Source, ...]:
    """The plans of an account, the first quarter first. Raises `UsageError` where there are none."""
    plans = [one for one in made.files if one.kind == "plan" and one.account == account and one.period]
    if not plans:
        near = nearest(account, sorted(made.workspace.accounts()))
        raise UsageError(f"there is no account {account!r} here{did_you_mean(near)}")
    return tuple(sorted(plans, key=lambda one: (str(one.period), one.path)))
