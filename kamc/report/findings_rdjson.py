"""Findings in reviewdog's diagnostic format (rdjson), for comments on pull requests of many hosts.

Paths go from the workspace, where reviewdog should run, too. Its columns count the bytes of UTF-8. Every
diagnostic becomes a comment: what is accepted makes none.
"""

from collections.abc import Mapping
from typing import Any

from kamc.diagnostics import Diagnostic, Severity, Span
from kamc.escape import clean
from kamc.report.as_json import dumped, present
from kamc.report.findings import Findings, sentences

SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: "ERROR",
    Severity.WARNING: "WARNING",
    Severity.INFO: "INFO",
}


def report(findings: Findings) -> str:
    """One `DiagnosticResult`."""
    return dumped(
        {
            "source": {"name": "kamc"},
            "diagnostics": [_diagnostic(one, findings) for one in findings.live],
        }
    )


def _diagnostic(one: Diagnostic, findings: Findings) -> dict[str, Any]:
    related = [
        {"message": clean(each.message), "location": _location(each.path, each.span, findings)}
        for each in one.related
    ]
    return present(
        {
            "message": "\n".join(map(clean, sentences(one))),
            "location": _location(one.path, one.span, findings),
            "severity": SEVERITIES[one.severity],
            "code": {"value": f"{one.code} {one.slug}"},
            "suggestions": _suggestions(one, findings),
            "related_locations": related or None,
        }
    )


def _suggestions(one: Diagnostic, findings: Findings) -> list[dict[str, Any]] | None:
    """What would mend it. reviewdog offers each suggestion alone, and half a fix would be worse than none."""
    if one.fix is None or len(one.fix.edits) != 1 or one.path not in findings.texts:
        return None
    (edit,) = one.fix.edits
    return [{"range": _range(one.path, edit.span, findings), "text": edit.text}]


def _location(path: str, span: Span, findings: Findings) -> dict[str, Any]:
    return {"path": path, "range": _range(path, span, findings)}


def _range(path: str, span: Span, findings: Findings) -> dict[str, Any]:
    start = _position(path, span.line, span.column, findings)
    end = _position(path, span.end_line, span.end_column, findings)
    return {"start": start, "end": end}


def _position(path: str, number: int, column: int, findings: Findings) -> dict[str, int]:
    """A line and a column in bytes; the line alone, where nobody has its text."""
    line = findings.line(path, number)
    if line is None:
        return {"line": number}
    return {"line": number, "column": len(line[: column - 1].encode(errors="surrogatepass")) + 1}
