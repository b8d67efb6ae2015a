"""`kamc check`."""

import pathlib
from collections.abc import Callable, Mapping

import click

from kamc.commands import fixing
from kamc.commands.choose import chosen
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
from kamc.diagnostics import Diagnostic, Severity, worst
from kamc.engine.check import Checked, check
from kamc.engine.scope import scope
from kamc.report.findings_concise import findings_concise
from kamc.report.findings_json import findings_json
from kamc.report.findings_text import findings_text, summary
from kamc.report.questions_text import questions_text
from kamc.report.style import Style
from kamc.rules import registry

Report = Callable[[Checked, tuple[Diagnostic, ...], Style, bool], str]


def _text(checked: Checked, shown: tuple[Diagnostic, ...], how: Style, quiet: bool) -> str:
    found = findings_text(shown, checked.texts, how)
    if quiet:
        return found
    last = summary(
        checked.diagnostics,
        plans=checked.plans,
        files=len(checked.texts),
        unread=checked.unread,
        open_questions=checked.open_questions,
    )
    return f"{found}{questions_text(checked.questions)}{last}\n"


def _concise(_: Checked, shown: tuple[Diagnostic, ...], __: Style, ___: bool) -> str:
    return findings_concise(shown)


def _json(checked: Checked, shown: tuple[Diagnostic, ...], _: Style, __: bool) -> str:
    return findings_json(
        checked.diagnostics,
        shown,
        as_of=checked.as_of.isoformat(),
        plans=checked.plans,
        unread=checked.unread,
    )


FORMATS: Mapping[str, Report] = {"text": _text, "concise": _concise, "json": _json}


@click.command("check")
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
    type=click.Choice(LEVELS),
    default="error",
    show_default=True,
    help="The severity from which the status is 1.",
)
@click.option(
    "--show",
    type=click.Choice(LEVELS[:3]),
    default="info",
    show_default=True,
    help="The severity from which findings are shown.",
)
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, then check what is left.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
@click.option("--stdin-filename", metavar="PATH", help="What the file on standard input (-) is called.")
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
    open questions are listed, and what was fixed.
    """
    workspace, settings = open_workspace(workspace_dir)
    files = outputs(output_file, tuple(FORMATS))
    made = scope(
        workspace, settings, day(as_of, workspace), rules=choose_rules(registry.BOOK, select, ignore)
    )
    piped = fixing.from_stdin(words) if fix or diff else None
    loaded = chosen(made, words, where, stdin_filename, piped)
    if loaded is None:
        remark("nothing has changed there: nothing to check")
        return 0
    if diff:
        return fixing.preview(made, loaded, piped, fixing.Telling(quiet, verbose))
    if fix:
        made, loaded = fixing.fixed(made, loaded, piped, fixing.Telling(quiet, verbose))
    checked = check(made, loaded, questions=verbose)
    shown = tuple(one for one in checked.diagnostics if one.severity >= Severity[show.upper()])
    for name, path in files:
        save(path, FORMATS[name](checked, shown, Style(), quiet))
    report = FORMATS[form](checked, shown, style(color), quiet)
    if piped is None:
        say(report)
    else:  # standard output holds the mended text
        click.echo(report, nl=False, err=True)
    if not quiet:
        for note in checked.notes:
            remark(note)
    return status(checked, fail_on)


def status(checked: Checked, fail_on: str) -> int:
    """The exit status of a check."""
    if checked.unread:
        return 3
    limit = Severity[fail_on.upper()]
    return int(limit is not Severity.OFF and worst(checked.diagnostics) >= limit)
