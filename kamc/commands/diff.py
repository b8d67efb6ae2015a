"""`kamc diff`."""

import pathlib
from collections.abc import Callable, Mapping

import click

from kamc import git
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
from kamc.engine.diff import compare
from kamc.engine.read import Loaded, read, read_from
from kamc.engine.scope import Scope, scope
from kamc.model.change import Diff
from kamc.model.period import Period, period
from kamc.report.changes_json import changes_json
from kamc.report.changes_text import changes_text
from kamc.report.style import Style
from kamc.words import did_you_mean, listed, nearest
from kamc.workspace import Source, UsageError

Report = Callable[[Diff, Style, bool], str]
FORMATS: Mapping[str, Report] = {
    "text": lambda found, how, verbose: changes_text(found, how, verbose=verbose),
    "json": lambda found, _, __: changes_json(found),
}
TWO_FILES, ACCOUNT_AND_QUARTERS = 2, 3


@click.command("diff")
@click.argument("words", metavar="ACCOUNT [OLD NEW] | OLD NEW", nargs=-1, required=True)
@format_option(FORMATS)
@output_file_option
@click.option(
    "--fail-on-change",
    type=click.Choice(["worse", "any"]),
    help="Status 1 where something got worse, or changed at all.",
)
@common
def command(
    words: tuple[str, ...],
    form: str,
    output_file: tuple[str, ...],
    fail_on_change: str | None,
    workspace_dir: pathlib.Path | None,
    as_of: str,
    color: str,
    quiet: bool,
    verbose: bool,
) -> int:
    """Show what changed between two quarters of an account, by meaning: its last two, or two that you name.

    OLD and NEW may also be two files; REVISION:path takes a file as it was in git. With -v, changes that are
    neither better nor worse are shown as well.
    """
    workspace, settings = open_workspace(workspace_dir)
    files = outputs(output_file, tuple(FORMATS))
    made = scope(workspace, settings, day(as_of, workspace))
    old, new = _sides(made, words)
    unread = [one.source.path for one in (old, new) if not one.readable]
    for path in unread:
        remark(f"{path} cannot be read; kamc check {path} says why")
    if unread:
        return 3
    if not quiet:
        _remark_mistakes(old, new)
    found = compare(made, old, new)
    for name, file in files:
        save(file, FORMATS[name](found, Style(), verbose))
    say(FORMATS[form](found, style(color), verbose))
    return int(_fails(found, fail_on_change))


def _remark_mistakes(*sides: Loaded) -> None:
    for one in sides:
        if not one.sound:
            remark(f"{one.source.path} has mistakes; what they touch counts as unknown here (see kamc check)")


def _fails(found: Diff, fail_on_change: str | None) -> bool:
    worse = any(one.effect == "worse" for one in found.changes)
    return worse if fail_on_change == "worse" else bool(found.changes) and fail_on_change == "any"


def _sides(made: Scope, words: tuple[str, ...]) -> tuple[Loaded, Loaded]:
    if len(words) == TWO_FILES:
        return _file(made, words[0]), _file(made, words[1])
    if len(words) in {1, ACCOUNT_AND_QUARTERS}:
        return _quarters(made, words[0], words[1:])
    raise UsageError("diff takes an account, an account and two quarters, or two files")


def _quarters(made: Scope, account: str, named: tuple[str, ...]) -> tuple[Loaded, Loaded]:
    plans = {
        one.period: one for one in made.files if one.account == account and one.kind == "plan" and one.period
    }
    if not plans:
        near = nearest(account, sorted(made.workspace.accounts()))
        raise UsageError(f"there is no account {account!r} here{did_you_mean(near)}")
    if named:
        old, new = (_quarter(plans, account, text) for text in named)
    elif len(plans) > 1:
        old, new = (plans[one] for one in sorted(plans)[-2:])
    else:
        raise UsageError(f"{account} has one quarter only: there is nothing to compare it with")
    return read_from(made.workspace, old), read_from(made.workspace, new)


def _quarter(plans: Mapping[Period, Source], account: str, text: str) -> Source:
    wanted = period(text)
    if wanted is None or wanted not in plans:
        there = listed([str(one) for one in sorted(plans)], "and")
        raise UsageError(f"{account} has no plan for {text}; there are {there}")
    return plans[wanted]


def _file(made: Scope, text: str) -> Loaded:
    """A file by its path, or as it was at a revision; an existing path wins."""
    path = pathlib.Path.cwd() / text
    revision, colon, inside = text.partition(":")
    if path.is_file() or not colon or not inside:
        if not path.is_file():
            raise UsageError(f"there is no file {text}")
        return read_from(made.workspace, made.workspace.source(path))
    source = made.workspace.source(pathlib.Path.cwd() / inside)
    return read(source, git.show(pathlib.Path.cwd(), revision, inside))
