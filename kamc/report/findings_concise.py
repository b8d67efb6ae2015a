"""Findings, one line each: for editors, grep and people in a hurry."""

from kamc.diagnostics import Diagnostic
from kamc.report.findings import Findings, reason
from kamc.report.source import shown


def report(findings: Findings) -> str:
    """`path:line:column: severity[CODE] slug: message`, one line a finding."""
    return "".join(f"{_line(one)}\n" for one in findings.shown)


def _line(one: Diagnostic) -> str:
    place = f"{shown(one.path)}:{one.span.line}:{one.span.column}"
    accepted = f" (accepted: {shown(reason(one.accepted))})" if one.accepted else ""
    return f"{place}: {one.severity.word}[{one.code}] {one.slug}: {shown(one.message)}{accepted}"
