"""What the verbs share: options, the workspace they work in, the day they judge at, and how they print."""

import datetime as dt
import os
import pathlib
import sys
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click
import msgspec

from kamc import __version__, git
from kamc.diagnostics import Finding, Severity
from kamc.engine.read import Loaded, read_from
from kamc.files import quiet_pipe, write_whole
from kamc.model.settings import SettingsFile
from kamc.report.findings_text import findings_text
from kamc.report.style import Style
from kamc.rules import registry
from kamc.rules.base import Rule
from kamc.rules.book import Book
from kamc.rules.file import house_rule_failed
from kamc.settings import Settings, faults, settings, unmet
from kamc.words import did_you_mean, listed, nearest
from kamc.workspace import SETTINGS, UsageError, Workspace, find

F = TypeVar("F", bound=Callable[..., Any])
WIDTH = 100
NARROW, WIDE = 60, 120
LEVELS = ("error", "warning", "info", "off")


def common(command: F) -> F:
    """The options that every verb takes."""
    options = (
        click.option(
            "--workspace", "workspace_dir", metavar="DIR", type=click.Path(path_type=pathlib.Path),
            help="The workspace, if not the one around this folder.",
        ),
        click.option(
            "--as-of", metavar="DATE|today|commit", default="today", show_default=True,
            envvar="KAMC_AS_OF", show_envvar=True, help="The day to judge at (UTC).",
        ),
        click.option(
            "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
            help="Colour; NO_COLOR is respected.",
        ),
        click.option("-q", "--quiet", is_flag=True, help="Only the result: no last line, no remarks."),
        click.option("-v", "--verbose", is_flag=True, help="More: a traceback for faults of kamc."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


where_option = click.option(
    "--where",
    metavar="KEY:VALUE[,…]",
    multiple=True,
    help="Which plans: account, owner, period, status, bucket, profile, changed; + or, ! not, * any text.",
)
output_file_option = click.option(
    "--output-file",
    metavar="FORMAT=PATH",
    multiple=True,
    help="Write a report to a file as well, as often as given.",
)
words_argument = click.argument("words", metavar="[PATH|ACCOUNT]…", nargs=-1)


def format_option(formats: Iterable[str]) -> Callable[[F], F]:
    """`--format`, for a verb that prints in `formats`."""
    names = tuple(formats)
    return click.option(
        "--format",
        "form",
        metavar="FORMAT",
        type=click.Choice(names),
        default="text",
        show_default=True,
        help=f"How to print: {listed(names, 'or')}.",
    )


def open_workspace(named: pathlib.Path | None) -> tuple[Workspace, Settings]:
    """The workspace to work in, and its settings. Raises `UsageError` where the settings are wrong."""
    workspace = find(pathlib.Path.cwd(), named)
    if not workspace.marked:
        return workspace, Settings()
    loaded = read_from(workspace, workspace.source(workspace.root / SETTINGS))
    part = loaded.part
    found = settings(part) if isinstance(part, SettingsFile) else Settings()
    if unmet(
        found.requires, __version__
    ):  # first of all: a newer kamc may have settings that this one does not know
        raise UsageError(f"this workspace asks for kamc {found.requires}; this is kamc {__version__}")
    if not loaded.sound:
        raise UsageError(f"the settings are wrong\n{_settings_faults(loaded, loaded.findings)}".rstrip())
    if isinstance(part, SettingsFile) and (lacking := tuple(faults(part))):
        raise UsageError(f"the settings are wrong\n{_settings_faults(loaded, lacking)}".rstrip())
    if isinstance(part, SettingsFile) and (part.own_rules or part.rule_packages):
        found = msgspec.structs.replace(found, book=_own_book(loaded, part))
    if found.health.amber > found.health.green:
        raise UsageError(f"{SETTINGS}: health.amber must not be above health.green ({_bounds(found)})")
    for name in found.named_rules():
        if name not in found.book.by_code and name not in found.book.by_slug:
            meant = found.book.meant(name)
            raise UsageError(f"{SETTINGS} names a rule that does not exist: {name}; {meant}")
    return workspace, found


def _bounds(found: Settings) -> str:
    return f"amber from {found.health.amber}, green from {found.health.green}"


def _own_book(loaded: Loaded, part: SettingsFile) -> Book:
    """The rules, with the house's own. Raises `UsageError` where one of these cannot be."""
    from kamc.rules.own import own_rules

    own = own_rules(part)
    if own.faults:
        raise UsageError(f"the settings are wrong\n{_settings_faults(loaded, own.faults)}".rstrip())
    return own.book


def _settings_faults(loaded: Loaded, findings: Iterable[Finding]) -> str:
    from kamc.engine.place import Judged, place

    rules = [(one, registry.BOOK.by_code[one.code]) for one in findings]
    judged = [
        Judged(finding=one, slug=rule.slug, kind=rule.kind, severity=Severity.ERROR) for one, rule in rules
    ]
    return findings_text(place(loaded, judged), {loaded.source.path: loaded.document.text}, Style())


def day(text: str, workspace: Workspace) -> dt.date:
    """The day that `--as-of` names; the clock is read here alone. Raises `UsageError`, `GitError`."""
    if text == "today":
        return dt.datetime.now(dt.UTC).date()
    if text == "commit":
        return git.commit_day(workspace.root)
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--as-of takes a day such as 2026-11-23, today or commit, not {text!r}") from None


def style(color: str) -> Style:
    """How to print: as wide as the terminal, 100 columns elsewhere."""
    terminal = sys.stdout.isatty()
    width = max(NARROW, min(WIDE, os.get_terminal_size(sys.stdout.fileno()).columns)) if terminal else WIDTH
    wanted = color == "always" or (color == "auto" and terminal and not os.environ.get("NO_COLOR"))
    return Style(width=width, color=wanted)


def say(text: str) -> None:
    """Print a result; a reader who has gone is no fault."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        quiet_pipe()


def remark(text: str) -> None:
    """Say something beside the result."""
    click.echo(f"kamc: {text}", err=True)


def choose_rules(book: Book, select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules that `--select` and `--ignore` leave. Raises `UsageError` for a name that is none."""
    wanted = _rules(book, "--select", select) if select else set(book.by_code)
    if any(rule.code in wanted for rule in book.own):
        wanted.add(house_rule_failed.RULE.code)  # one that breaks must not look like one that is silent
    unwanted = _rules(book, "--ignore", ignore)
    return tuple(rule for rule in book.rules if rule.code in wanted and rule.code not in unwanted)


def _rules(book: Book, option: str, names: tuple[str, ...]) -> set[str]:
    found: set[str] = set()
    for name in (part.strip() for text in names for part in text.split(",")):
        codes = {
            rule.code
            for rule in book.rules
            if name == rule.slug or (name.isupper() and rule.code.startswith(name))
        }
        if not codes:
            raise UsageError(f"{option} names a rule that does not exist: {name}; {book.meant(name)}")
        found |= codes
    return found


def outputs(texts: tuple[str, ...], formats: tuple[str, ...]) -> tuple[tuple[str, pathlib.Path], ...]:
    """The `FORMAT=PATH` pairs of `--output-file`. Raises `UsageError`."""
    pairs = []
    for text in texts:
        name, equals, path = text.partition("=")
        if not equals or not path or name not in formats:
            wanted = f"FORMAT=PATH with a format of {', '.join(formats)}"
            raise UsageError(
                f"--output-file takes {wanted}, not {text!r}{did_you_mean(nearest(name, formats))}"
            )
        pairs.append((name, pathlib.Path(path)))
    return tuple(pairs)


def save(path: pathlib.Path, text: str) -> None:
    """Write a result to a file. Raises `UsageError` where the system does not let us."""
    try:
        write_whole(path, text)
    except OSError as fault:
        raise unwritable(path, fault) from None


def unwritable(path: pathlib.Path, fault: OSError) -> UsageError:
    """What to say of a place where the system does not let us write."""
    return UsageError(f"{path} cannot be written: {(fault.strerror or 'no reason given').lower()}")
