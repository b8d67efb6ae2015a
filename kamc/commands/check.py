"""`kamc check`."""

import functools
import pathlib
from collections.abc import Iterable, Mapping

import click
import msgspec

from kamc.commands import fixing
from kamc.commands.choose import changed_lines, chosen
from kamc.commands.common import (
    LEVELS,
    choose_rules,
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
from kamc.commands.narrow import Narrowing, narrowed, narrowing
from kamc.commands.sections import Sectioned
from kamc.diagnostics import Severity, worst
from kamc.engine.check import Checked, check
from kamc.engine.house import Fault
from kamc.engine.scope import Scope, scope
from kamc.git import Lines
from kamc.report.findings import FORMATS, Findings, write
from kamc.report.style import Style

SECTIONS = {
    "What is checked": ("where", "stdin_filename", "select", "ignore", "as_of"),
    "What is told": ("form", "output_file", "show", "quiet", "verbose", "color"),
    "What makes it fail": ("fail_on",),
    "What is set aside": ("baseline", "write_baseline", "grow_baseline", "since"),
    "What is mended": ("fix", "diff"),
}


@click.command("check", cls=Sectioned, sections=SECTIONS)
@words_argument
@where_option
@format_option(FORMATS)
@output_file_option
@click.option(
    "--select",
    metavar="RULE[,…]",
    multiple=True,
    help="Only these rules: a code, the start of one, or a name.",
)
@click.option("--ignore", metavar="RULE[,…]", multiple=True, help="Not these rules.")
@click.option(
    "--fail-on",
    metavar="SEVERITY",
    type=click.Choice(LEVELS),
    default="error",
    show_default=True,
    help="From which severity on the status is 1: error, warning, info or off.",
)
@click.option(
    "--show",
    metavar="SEVERITY",
    type=click.Choice(LEVELS[:3]),
    default="info",
    show_default=True,
    help="From which severity on findings are shown: error, warning or info.",
)
@narrowing
@click.option("--fix", is_flag=True, help="Mend what can mean only one thing, then check what is left.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
@click.option("--stdin-filename", metavar="PATH", help="What the plan on standard input (-) is called.")
@common
def command(
    words: tuple[str, ...],
    where: tuple[str, ...],
    form: str,
    output_file: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    show: str,
    baseline: pathlib.Path | None,
    write_baseline: bool,
    grow_baseline: bool,
    since: str | None,
    fix: bool,
    diff: bool,
    stdin_filename: str | None,
    workspace_dir: pathlib.Path | None,
    as_of: str,
    color: str,
    quiet: bool,
    verbose: bool,
) -> int:
    """Check plans: the file, its links, and what a good plan must not lack. Only --fix writes to a plan.

    Without a path, every plan of the workspace is checked. Status 0: nothing at or above --fail-on;
    1: findings (with --diff: something to fix); 2: wrong usage; 3: a file could not be read. With -v,
    open questions are listed, and what was fixed, and where rules of the house's own broke.
    """
    workspace, settings = open_workspace(workspace_dir)
    files = outputs(output_file, FORMATS)
    made = scope(
        workspace, settings, day(as_of, workspace), rules=choose_rules(settings.book, select, ignore)
    )
    piped = fixing.from_stdin(words) if fix or diff else None
    loaded = chosen(made, words, where, stdin_filename, piped)
    told = functools.partial(_tell, form, files, style(color), aside=piped is not None)
    if loaded is None:
        remark("nothing has changed there: nothing to check")
        told(Findings(all=(), shown=(), as_of=made.as_of, texts={}, quiet=True))
        return 0
    if diff:
        return fixing.preview(made, loaded, piped, fixing.Telling(quiet, verbose))
    if fix:
        made, loaded = fixing.fixed(made, loaded, piped, fixing.Telling(quiet, verbose))
    wanted = Narrowing(baseline=baseline, write=write_baseline, grow=grow_baseline, since=since)
    checked = narrowed(check(made, loaded, questions=verbose), made, loaded, wanted)
    annotated = "github" in {form, *(name for name, _ in files)}
    changed = changed_lines(made, where, since) if annotated else {}
    told(_findings(checked, made, show=show, fail_on=fail_on, changed=changed, quiet=quiet))
    if not quiet:
        for note in checked.notes:
            remark(note)
    if verbose:
        show_faults(checked.faults)
    return status(checked, fail_on)


def _findings(
    checked: Checked, made: Scope, *, show: str, fail_on: str, changed: Mapping[str, Lines], quiet: bool
) -> Findings:
    """What reports are made from: all that was found, and what of it is shown."""
    return Findings(
        all=checked.diagnostics,
        shown=tuple(one for one in checked.diagnostics if one.severity >= Severity[show.upper()]),
        as_of=checked.as_of,
        texts=checked.texts,
        plans=checked.plans,
        unread=checked.unread,
        open_questions=checked.open_questions,
        questions=checked.questions,
        aside=checked.aside,
        rules=made.rules,
        changed=changed,
        limit=Severity[fail_on.upper()],
        base=made.workspace.base,
        quiet=quiet,
    )


def _tell(
    form: str, files: tuple[tuple[str, pathlib.Path], ...], how: Style, found: Findings, *, aside: bool
) -> None:
    """Write every report that was asked for: the files first, so that a broken pipe loses none.

    `aside`: standard output holds the mended text, so the report goes beside it.
    """
    for name, path in files:
        save(path, write(name, found))
    report = write(form, msgspec.structs.replace(found, style=how))
    if aside:
        click.echo(report, nl=False, err=True)
    else:
        say(report)


def show_faults(faults: Iterable[Fault]) -> None:
    """Where the house's own rules broke, for whoever keeps them."""
    for one in faults:
        import traceback

        remark(f"{one.code} broke on {one.path}:")
        traceback.print_exception(one.error)


def status(checked: Checked, fail_on: str) -> int:
    """The exit status of a check."""
    if checked.unread:
        return 3
    limit = Severity[fail_on.upper()]
    return int(limit is not Severity.OFF and worst(checked.diagnostics) >= limit)
