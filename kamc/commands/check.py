"""`kamc check`."""

import pathlib
from collections.abc import Callable, Iterable, Mapping

import click

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
from kamc.engine.house import Fault
from kamc.engine.scope import scope
from kamc.report.findings_concise import findings_concise
from kamc.report.findings_json import findings_json
from kamc.report.findings_text import findings_text, summary
from kamc.report.questions_text import questions_text
from kamc.report.style import Style

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
    stdin_filename: str | None,
    workspace_dir: pathlib.Path | None,
    as_of: str,
    color: str,
    quiet: bool,
    verbose: bool,
) -> int:
    """Check plans: the file, its links, and what a good plan must not lack. Never writes to a plan.

    Without a path, every plan of the workspace is checked. Status 0: nothing at or above --fail-on;
    1: findings; 2: wrong usage; 3: a file could not be read. With -v, open questions are listed, and where
    rules of the house's own broke.
    """
    workspace, settings = open_workspace(workspace_dir)
    files = outputs(output_file, tuple(FORMATS))
    made = scope(
        workspace, settings, day(as_of, workspace), rules=choose_rules(settings.book, select, ignore)
    )
    loaded = chosen(made, words, where, stdin_filename)
    if loaded is None:
        remark("nothing has changed there: nothing to check")
        return 0
    checked = check(made, loaded, questions=verbose)
    shown = tuple(one for one in checked.diagnostics if one.severity >= Severity[show.upper()])
    for name, path in files:
        save(path, FORMATS[name](checked, shown, Style(), quiet))
    say(FORMATS[form](checked, shown, style(color), quiet))
    if not quiet:
        for note in checked.notes:
            remark(note)
    if verbose:
        show_faults(checked.faults)
    return status(checked, fail_on)


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
