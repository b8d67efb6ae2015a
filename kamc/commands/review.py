"""`kamc review`."""

import importlib
import pathlib
from collections.abc import Callable

import click
import msgspec

from kamc import git
from kamc.brief.book import BRIEFS
from kamc.commands import sides
from kamc.commands.common import (
    LEVELS,
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
from kamc.diagnostics import Severity, worst
from kamc.engine.pack import Wanted
from kamc.engine.review import review
from kamc.engine.scope import scope
from kamc.model.fields import Audience
from kamc.report.review import Review
from kamc.workspace import PLANS, SETTINGS, SHARED

SHARED_FILES = frozenset((SETTINGS, *(f"{PLANS}/{name}" for name in SHARED)))
"""What every plan is judged by."""
FORMATS = ("text", "json", "markdown")


@click.command("review")
@words_argument
@click.option(
    "--base", metavar="REVISION", required=True, help="What the pull request goes to, such as origin/main."
)
@where_option
@format_option(FORMATS)
@output_file_option
@click.option(
    "--audience",
    type=click.Choice([one.word for one in Audience]),
    default="team",
    show_default=True,
    help="Who will read it.",
)
@click.option(
    "--fail-on",
    metavar="SEVERITY",
    type=click.Choice(LEVELS),
    default="error",
    show_default=True,
    help="From which severity of a new finding on the status is 1: error, warning, info or off.",
)
@click.option(
    "--fail-on-change",
    type=click.Choice(["worse", "any"]),
    help="Status 1 where something got worse, or changed at all.",
)
@common
def command(
    words: tuple[str, ...],
    base: str,
    where: tuple[str, ...],
    form: str,
    output_file: tuple[str, ...],
    audience: str,
    fail_on: str,
    fail_on_change: str | None,
    workspace_dir: pathlib.Path | None,
    as_of: str,
    color: str,
    quiet: bool,
    verbose: bool,
) -> int:
    """Say what a pull request changes: every plan that this branch touches, against where it left --base.

    For each plan: what matters, figures that moved, findings that are new or gone, what to ask, and which
    briefs say something else. A change for the worse that leads has to be accepted in the same pull request,
    by `accepted` on its entry; else it is a finding (KAM711; `review: reason_from` in kamc.yaml). As Markdown
    it fits into a comment of GitHub. Status 3: a plan could not be read (the others are reviewed),
    or git does not know the revision.
    """
    workspace, settings = open_workspace(workspace_dir)
    files = outputs(output_file, FORMATS)
    made = scope(workspace, settings, day(as_of, workspace))
    reader = Audience[audience.upper()]
    wanted = Wanted(audience=reader, formats=(), briefs=BRIEFS)
    fork = git.fork(workspace.root, base)
    found = Review(
        base=base,
        fork=fork,
        as_of=made.as_of,
        plans=tuple(review(made, sides.of_branch(made, base, words, where), wanted)),
        shared=tuple(sorted(SHARED_FILES & git.changed(workspace.root, fork))),
        place=workspace.base,
        verbose=verbose,
    )
    for name, file in files:
        save(file, _report(name)(found))
    say(_report(form)(msgspec.structs.replace(found, style=style(color))))
    if not quiet:
        for path in found.unread:
            remark(f"{path} cannot be read: what changed there is not told")
    return _status(found, fail_on, fail_on_change)


def _report(form: str) -> Callable[[Review], str]:
    report: Callable[[Review], str] = importlib.import_module(f"kamc.report.review_{form}").report
    return report


def _status(found: Review, fail_on: str, fail_on_change: str | None) -> int:
    if found.unread:
        return 3
    limit = Severity[fail_on.upper()]
    if limit is not Severity.OFF and worst(found.found) >= limit:
        return 1
    return int(found.worse if fail_on_change == "worse" else found.changed and fail_on_change == "any")
