"""Findings as JSON, in the shape that the command-line contract fixes: an absent value is an omitted key."""

from typing import Any

from kamc import __version__
from kamc.diagnostics import Diagnostic, Fix, Severity
from kamc.report.as_json import dumped, place, present
from kamc.report.findings import Findings

VERSION = 1


def report(findings: Findings) -> str:
    """The whole report as one JSON document; its summary counts all that was found, shown or not."""
    live = [one.severity for one in findings.all if one.accepted is None]
    counts = {level.word: live.count(level) for level in (Severity.ERROR, Severity.WARNING, Severity.INFO)}
    data = {
        "version": VERSION,
        "kamc": __version__,
        "as_of": findings.as_of.isoformat(),
        "summary": {
            "plans": findings.plans,
            **counts,
            "set_aside": sum(count for count, _ in findings.aside),
        },
        "unread": list(findings.unread),
        "findings": [finding(one) for one in findings.shown],
    }
    return dumped(data)


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
