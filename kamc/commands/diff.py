"""`kamc diff`."""

import gc
import pathlib
from collections.abc import Callable, Iterable, Mapping

import click
import msgspec

from kamc.commands import sides
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
)
from kamc.engine.diff import compare, compared
from kamc.engine.read import Loaded
from kamc.engine.scope import Scope, scope
from kamc.engine.sides import Sides
from kamc.model.change import Diff
from kamc.model.fields import Audience
from kamc.report import comparison_json, comparison_markdown, comparison_text
from kamc.report.changes_json import changes_json
from kamc.report.changes_markdown import changes_markdown
from kamc.report.changes_text import changes_text
from kamc.report.comparison import Compared, Comparison, shortened
from kamc.report.style import Style
from kamc.words import listed
from kamc.workspace import TEMPLATES, UsageError

Report = Callable[[Diff, Style, bool], str]
REPORTS: Mapping[str, Report] = {
    "text": lambda found, how, verbose: changes_text(found, how, verbose=verbose),
    "markdown": lambda found, _, verbose: changes_markdown(found, verbose=verbose),
    "json": lambda found, _, __: changes_json(found),
}
HTML = "html"
FORMATS = (*REPORTS, HTML)
OF_US = frozenset(("json", HTML))
"""Formats that hold ids and verdicts: a customer gets neither."""
OF_SEVERAL: Mapping[str, Callable[[Comparison], str]] = {
    "text": comparison_text.report,
    "markdown": comparison_markdown.report,
    "json": comparison_json.report,
}


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be printed, and what makes the status 1."""

    form: str
    files: tuple[tuple[str, pathlib.Path], ...]
    audience: Audience
    style: Style
    fail_on_change: str | None
    quiet: bool
    verbose: bool


@click.command("diff")
@click.argument("words", metavar="[ACCOUNT [OLD NEW] | OLD NEW | PATH…]", nargs=-1)
@click.option(
    "--base", metavar="REVISION", help="Compare plans with what they were where this branch left it."
)
@click.option(
    "--all", "everything", is_flag=True, help="Compare every account's latest plan with its quarter before."
)
@where_option
@format_option(FORMATS)
@output_file_option
@click.option(
    "--fail-on-change",
    type=click.Choice(["worse", "any"]),
    help="Status 1 where something got worse, or changed at all.",
)
@click.option(
    "--audience",
    type=click.Choice(tuple(one.word for one in Audience)),
    default="private",
    help="Who will read it: both plans are cut for them first.  [default: private]",
)
@common
def command(
    words: tuple[str, ...],
    base: str | None,
    everything: bool,
    where: tuple[str, ...],
    form: str,
    output_file: tuple[str, ...],
    fail_on_change: str | None,
    audience: str,
    workspace_dir: pathlib.Path | None,
    as_of: str,
    color: str,
    quiet: bool,
    verbose: bool,
) -> int:
    """Show what changed between two quarters of an account, by meaning: its last two, or two that you name.

    OLD and NEW may also be two files; REVISION:path takes a file as it was in git. With --base, every plan
    that this branch touches is compared with what it was, or those that PATH names; new, deleted and moved
    plans are told, too. With --all or --where, each account's latest plan is compared with its quarter
    before, and all are summed up. With -v, changes that are neither better nor worse are shown as well, and
    of several accounts every change. Status 3: a plan could not be read (the others are compared), or git
    does not know the revision.
    """
    workspace, settings = open_workspace(workspace_dir)
    files = outputs(output_file, tuple(FORMATS))
    made = scope(workspace, settings, day(as_of, workspace))
    wanted = Wanted(
        form=form,
        files=files,
        audience=Audience[audience.upper()],
        style=style(color),
        fail_on_change=fail_on_change,
        quiet=quiet,
        verbose=verbose,
    )
    _refuse(wanted, several=base is not None or everything or bool(where))
    if base is not None and everything:
        raise UsageError("--base and --all are two questions: ask one")
    if base is not None:
        found = sides.of_branch(made, base, words, where)
        return _several(made, found, wanted, f"Since this branch left {base}", of_files=True)
    if words and (everything or where):
        raise UsageError("--all and --where choose the accounts themselves: leave out what else is named")
    if everything or where:
        return _several(made, sides.of_accounts(made, where), wanted, "Each account since its quarter before")
    return _two(made, words, wanted)


def _two(made: Scope, words: tuple[str, ...], wanted: Wanted) -> int:
    """Compare two plans."""
    old, new = sides.two(made, words)
    unread = [one.source.path for one in (old, new) if not one.readable]
    for path in unread:
        remark(f"{path} cannot be read; kamc check {path} says why")
    if unread:
        return 3
    if not wanted.quiet:
        _remark_mistakes(old, new)
    found = compare(made, old, new, audience=wanted.audience)
    for name, file in wanted.files:
        save(file, _told(made, found, (old, new), msgspec.structs.replace(wanted, form=name, style=Style())))
    say(_told(made, found, (old, new), wanted))
    return int(_fails(found, wanted.fail_on_change))


def _told(made: Scope, found: Diff, sides: tuple[Loaded, Loaded], wanted: Wanted) -> str:
    """What changed, in the form that is wanted."""
    if wanted.form != HTML:
        # To a customer nothing is good or bad.
        all_of_it = wanted.verbose or wanted.audience is Audience.CUSTOMER
        return REPORTS[wanted.form](found, wanted.style, all_of_it)
    from kamc.engine.changes_page import changes_page
    from kamc.render import templates_in

    workspace = made.workspace
    templates = templates_in(workspace.root / TEMPLATES if workspace.marked else None)
    return changes_page(made, *sides, audience=wanted.audience, templates=templates)


def _refuse(wanted: Wanted, *, several: bool) -> None:
    """Raises `UsageError` for what cannot be told in a form, or to a reader."""
    forms = (wanted.form, *(name for name, _ in wanted.files))
    for name in forms:
        if several and name not in OF_SEVERAL:
            raise UsageError(f"several plans are told as {listed(tuple(OF_SEVERAL))}, not as {name}")
        if wanted.audience is Audience.CUSTOMER and name in OF_US:
            raise UsageError(f"{name} holds ids and verdicts: a customer gets text or markdown")


def _several(
    made: Scope, found: Iterable[Sides], wanted: Wanted, title: str, *, of_files: bool = False
) -> int:
    """Compare many plans, each with its own; those that can be read, where some cannot."""
    forms = {wanted.form, *(name for name, _ in wanted.files)}
    whole = (of_files or wanted.verbose) and forms != {"json"}
    told = (_freed(made, one, wanted.audience) for one in found)
    if "json" in forms:
        told = (msgspec.structs.replace(one, json=comparison_json.plan(one)) for one in told)
    comparison = Comparison(
        title=title,
        compared=tuple(one if whole else shortened(one) for one in told),
        of_files=of_files,
        verbose=wanted.verbose,
    )
    for name, file in wanted.files:
        save(file, OF_SEVERAL[name](comparison))
    say(OF_SEVERAL[wanted.form](msgspec.structs.replace(comparison, style=wanted.style)))
    for path in comparison.unread:
        remark(f"{path} cannot be read: what changed there is not told")
    if comparison.unread:
        return 3
    anything = any(one.is_change for one in comparison.compared)
    return int(
        comparison.worse if wanted.fail_on_change == "worse" else anything and wanted.fail_on_change == "any"
    )


def _freed(made: Scope, one: Sides, audience: Audience) -> Compared:
    """What became of one plan; what it was worked out with is given up, circles and all."""
    found = compared(made, one, audience)
    gc.collect(1)  # of what is new alone: a run over a thousand accounts would hold a gigabyte of circles
    return found


def _remark_mistakes(*sides: Loaded) -> None:
    for one in sides:
        if not one.sound:
            remark(f"{one.source.path} has mistakes; what they touch counts as unknown here (see kamc check)")


def _fails(found: Diff, fail_on_change: str | None) -> bool:
    worse = any(one.effect == "worse" for one in found.changes)
    return worse if fail_on_change == "worse" else bool(found.changes) and fail_on_change == "any"
