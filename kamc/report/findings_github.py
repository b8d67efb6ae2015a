"""Findings as annotations of GitHub Actions: workflow commands, which its runner reads off standard output.

GitHub shows ten annotations of each level for a step and drops the others unseen. So the worst come first,
then those on changed lines, and what is left is counted aloud.
"""

from collections.abc import Iterator, Mapping, Sequence

from kamc.diagnostics import Diagnostic, Severity
from kamc.escape import JOINER, clean
from kamc.report.findings import Findings, reason, sentences
from kamc.report.findings_text import last_line
from kamc.words import counted

MOST = 10
LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}
DATA: Mapping[str, str] = {"%": "%25", "\r": "%0D", "\n": "%0A"}
PROPERTY: Mapping[str, str] = {**DATA, ":": "%3A", ",": "%2C"}
OLD_COMMAND = "##["
"""With this the runner begins a command wherever it stands in a line; `::` only at its beginning."""


def report(findings: Findings) -> str:
    """At most ten commands a level, then plain lines: what is not annotated, what is accepted, the sum."""
    return "".join(f"{line}\n" for line in _lines(findings))


def _lines(findings: Findings) -> Iterator[str]:
    left = []
    for severity, level in LEVELS.items():
        found = sorted(
            (one for one in findings.live if one.severity is severity),
            key=lambda one: not _is_new(one, findings),
        )
        yield from (_command(level, one, findings) for one in found[:MOST])
        left += found[MOST:]
    yield from _uncommanded(left)
    for one in findings.accepted:
        waiver = reason(one.accepted) if one.accepted else ""
        yield _plain(f"accepted: {one.path}, line {one.span.line}: {one.code} {one.slug}: {waiver}")
    if not findings.quiet:
        yield _plain(last_line(findings))


def _is_new(one: Diagnostic, findings: Findings) -> bool:
    """Whether a finding stands on a line that was changed."""
    lines = findings.changed.get(one.path, ())
    return any(new.start <= one.span.end_line and one.span.line < new.stop for new in lines)


def _command(level: str, one: Diagnostic, findings: Findings) -> str:
    span = one.span
    on_one_line = span.line == span.end_line
    properties = {
        "file": findings.from_top(one.path),
        "line": span.line,
        "endLine": span.end_line,
        **({"col": span.column, "endColumn": span.end_column} if on_one_line else {}),
        "title": f"{one.code} {one.slug}",
    }
    told = ",".join(f"{name}={_escaped(str(value), PROPERTY)}" for name, value in properties.items())
    message = "\n".join(map(clean, sentences(one)))
    return f"::{level} {told}::{_escaped(message, DATA)}"


def _escaped(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)


def _uncommanded(left: Sequence[Diagnostic]) -> Iterator[str]:
    for severity in LEVELS:
        count = sum(one.severity is severity for one in left)
        if count:
            more = counted(count, f"more {severity.word}", "more info" if severity is Severity.INFO else "")
            yield f"{more}, not annotated: GitHub shows {MOST} of a level for each step"


def _plain(text: str) -> str:
    """A line of the log in which the runner finds no command."""
    return clean(text).replace(OLD_COMMAND, f"##{JOINER}[")
