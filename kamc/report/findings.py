"""What a report of `kamc check` is made from, and the formats that it can be written in.

One module a format, each with a function `report(findings) -> str`; it is imported when it is asked for.
"""

import datetime as dt
import importlib
import posixpath
from collections.abc import Callable, Mapping
from functools import cached_property

import msgspec

from kamc.diagnostics import Diagnostic, OpenQuestion, Severity, Waiver
from kamc.git import Lines
from kamc.report.style import Style
from kamc.rules.base import Rule

FORMATS = ("text", "concise", "json", "github", "gitlab", "sarif", "junit", "rdjson", "markdown")


class Findings(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What a check found, and how it may be told.

    `all` counts, `shown` is listed. `texts` are the texts of every file that was looked at. `rules` are those
    that were looked for. `changed` are the lines that count as new, where somebody asked for what changed.
    """

    all: tuple[Diagnostic, ...]
    shown: tuple[Diagnostic, ...]
    as_of: dt.date
    texts: Mapping[str, str]
    plans: int = 0
    unread: tuple[str, ...] = ()
    open_questions: int = 0
    questions: tuple[OpenQuestion, ...] = ()
    rules: tuple[Rule, ...] = ()
    changed: Mapping[str, Lines] = msgspec.field(default_factory=dict)
    limit: Severity = Severity.ERROR
    """The severity from which a finding makes the run fail."""
    base: str = ""
    """The way from the top of the repository to the workspace: empty, or with a slash at its end."""
    aside: tuple[tuple[int, str], ...] = ()
    """How many findings were set aside, and why."""
    style: Style = Style()
    quiet: bool = False

    @property
    def live(self) -> tuple[Diagnostic, ...]:
        """What is shown and not accepted."""
        return tuple(one for one in self.shown if one.accepted is None)

    @property
    def accepted(self) -> tuple[Diagnostic, ...]:
        """What is shown and accepted."""
        return tuple(one for one in self.shown if one.accepted is not None)

    def from_top(self, path: str) -> str:
        """The way to a file from the top of the repository: where the git hosts look for it."""
        return posixpath.normpath(self.base + path)

    @cached_property
    def lines(self) -> Mapping[str, list[str]]:
        """The lines of every file."""
        return {path: lines_of(text) for path, text in self.texts.items()}

    def line(self, path: str, number: int) -> str | None:
        """A line of a file; `None` where there is none."""
        lines = self.lines.get(path, ())
        return lines[number - 1] if number <= len(lines) else None


def lines_of(text: str) -> list[str]:
    """The lines of a file, counted as the loader counts them: only a line feed ends one."""
    return [line.removesuffix("\r") for line in text.split("\n")]


def write(form: str, findings: Findings) -> str:
    """The report in one of `FORMATS`."""
    report: Callable[[Findings], str] = importlib.import_module(f"kamc.report.findings_{form}").report
    return report(findings)


def reason(waiver: Waiver) -> str:
    """Why a finding is accepted, by whom and until when."""
    by = f", by {waiver.by}" if waiver.by else ""
    until = f", until {waiver.until}" if waiver.until else ""
    why = waiver.why.removesuffix(".") if by or until else waiver.why
    return f"{why}{by}{until}"


def mending(one: Diagnostic, call: str = "kamc check --fix") -> str:
    """What `kamc check --fix` would do about a finding, in words; what is accepted is left alone."""
    return f"{call} would {one.fix.what}" if one.fix is not None and one.accepted is None else ""


def sentences(one: Diagnostic) -> tuple[str, ...]:
    """A finding in words: what is wrong, what stands under the caret, what to do, and what kamc can do."""
    notes = (("help", one.help), ("fix", mending(one)))
    told = (one.message, one.label, *(f"{name}: {text}" for name, text in notes if text))
    return tuple(part for part in told if part)
