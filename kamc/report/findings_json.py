"""Findings as JSON, in the shape that the command-line contract fixes: an absent value is an omitted key."""

from collections.abc import Mapping, Sequence
from typing import Any

from kamc import __version__
from kamc.diagnostics import Diagnostic, Fix, Severity, Span

VERSION = 1


def findings_json(
    diagnostics: Sequence[Diagnostic],
    shown: Sequence[Diagnostic],
    *,
    as_of: str,
    plans: int,
    unread: Sequence[str],
) -> str:
    """The whole report as one JSON document; its summary counts all that was found, `shown` or not."""
    live = [one.severity for one in diagnostics if one.accepted is None]
    counts = {level.word: live.count(level) for level in (Severity.ERROR, Severity.WARNING, Severity.INFO)}
    data = {
        "version": VERSION,
        "kamc": __version__,
        "as_of": as_of,
        "summary": {"plans": plans, **counts},
        "unread": list(unread),
        "findings": [finding(one) for one in shown],
    }
    import json  # noqa: PLC0415

    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def finding(one: Diagnostic) -> dict[str, Any]:
    """One finding as the contract names it."""
    return present(
        {
            "code": one.code,
            "slug": one.slug,
            "kind": one.kind.value,
            "severity": one.severity.word,
            "message": one.message,
            "help": one.help or None,
            "path": one.path,
            **place(one.span),
            "pointer": one.pointer,
            "account": one.account,
            "period": one.period,
            "related": [
                {"path": each.path, **place(each.span), "message": each.message} for each in one.related
            ]
            or None,
            "fingerprint": one.fingerprint,
            "lineage": one.lineage,
            "fix": fix(one.fix) if one.fix else None,
            "accepted": present({"why": one.accepted.why, "by": one.accepted.by, "until": one.accepted.until})
            if one.accepted
            else None,
        }
    )


def fix(one: Fix) -> dict[str, Any]:
    """A fix: what it does, and its edits or the new path of the file."""
    edits = [{**place(edit.span), "text": edit.text} for edit in one.edits]
    return present({"message": one.what, "edits": edits or None, "rename": one.rename})


def place(span: Span) -> dict[str, int]:
    """A span's four ends, from 1, in code points, the end exclusive."""
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def present(values: Mapping[str, Any]) -> dict[str, Any]:
    """What is there: an absent value is an omitted key."""
    return {key: value for key, value in values.items() if value is not None}
