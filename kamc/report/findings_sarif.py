"""Findings as SARIF 2.1.0, with all that GitHub's code scanning asks for.

Columns are in code points, as ours are, and the format says so. Fingerprints have names of our own:
`primaryLocationLineHash` belongs to GitHub, whose upload warns of every value in it that is not its own.
"""

import re
import urllib.parse
from collections.abc import Mapping, Sequence
from typing import Any

from kamc import __version__
from kamc.diagnostics import Diagnostic, Severity, Span
from kamc.escape import JOINER, clean
from kamc.report.as_json import dumped, present
from kamc.report.findings import Findings, reason, sentences
from kamc.rules.base import GAPS, Rule, severity
from kamc.rules.explain import explain, page

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}
_PLACEHOLDER = re.compile(r"\{(?P<index>[0-9]+)\}")


def report(findings: Findings) -> str:
    """One run; its rules are those that found something."""
    codes = {one.code for one in findings.shown}
    rules = [rule for rule in findings.rules if rule.code in codes]
    run = {
        "tool": {"driver": _driver(rules)},
        "invocations": [
            {
                "executionSuccessful": not findings.unread,
                "toolExecutionNotifications": [_unread(path, findings) for path in findings.unread],
            }
        ],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The top of the repository."}}},
        "artifacts": [{"location": _artifact(path, findings)} for path in sorted(findings.texts)],
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, rules, findings) for one in findings.shown],
    }
    return dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(rules: Sequence[Rule]) -> dict[str, Any]:
    return {
        "name": "kamc",
        "version": __version__,
        "semanticVersion": __version__,
        "language": "en",
        "rules": [_rule(rule) for rule in rules],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    """What there is to say about a rule. Its level is that of an approved plan: each result has its own."""
    return {
        "id": rule.code,
        "name": rule.slug,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": " ".join((rule.title, *rule.text.why))},
        "help": {"text": explain(rule), "markdown": page(rule, linked=False)},
        "defaultConfiguration": {"level": LEVELS[severity(rule, max(GAPS, key=GAPS.__getitem__))]},
        "properties": {
            "kind": rule.kind.value,
            "methods": [f"M{number}" for number in rule.methods],
            "tags": ["key-account-plan", rule.kind.value],
        },
    }


def _result(one: Diagnostic, rules: Sequence[Rule], findings: Findings) -> dict[str, Any]:
    related = [
        {"id": number, **_location(each.path, each.span, findings), "message": _message(each.message)}
        for number, each in enumerate(one.related, 1)
    ]
    return present(
        {
            "ruleId": one.code,
            "ruleIndex": [rule.code for rule in rules].index(one.code),
            "level": LEVELS[one.severity],
            "message": _message(*sentences(one)),
            "locations": [_location(one.path, one.span, findings, one.pointer)],
            "relatedLocations": related or None,
            "partialFingerprints": {"kamcFingerprint/v1": one.fingerprint, "kamcLineage/v1": one.lineage},
            "suppressions": _suppressions(one),
            "fixes": _fixes(one, findings),
            "properties": present({"account": one.account, "period": one.period}) or None,
        }
    )


def _suppressions(one: Diagnostic) -> list[dict[str, str]]:
    """The waiver of a plan's author; an empty list says that there is none."""
    if one.accepted is None:
        return []
    return [{"kind": "inSource", "status": "accepted", "justification": clean(reason(one.accepted))}]


def _fixes(one: Diagnostic, findings: Findings) -> list[dict[str, Any]] | None:
    """The edits that mend it, as one fix; a new path, for which SARIF has no word, stands in the message."""
    if one.fix is None or not one.fix.edits or one.accepted is not None:
        return None
    replacements = [
        present(
            {
                "deletedRegion": _region(edit.span),
                "insertedContent": {"text": edit.text} if edit.text else None,
            }
        )
        for edit in one.fix.edits
    ]
    change = {"artifactLocation": _artifact(one.path, findings), "replacements": replacements}
    return [{"description": _message(one.fix.what), "artifactChanges": [change]}]


def _message(*lines: str) -> dict[str, str]:
    """Plain text in which nothing is a placeholder or a link: SARIF has both in its plain texts."""
    text = "\n".join(map(clean, lines))
    text = _PLACEHOLDER.sub(lambda match: f"{{{{{match['index']}}}}}", text)
    return {"text": text.replace("](", f"]{JOINER}(")}


def _location(path: str, span: Span, findings: Findings, pointer: str | None = None) -> dict[str, Any]:
    physical = present(
        {
            "artifactLocation": _artifact(path, findings),
            "region": present({**_region(span), "snippet": _snippet(path, span, findings)}),
            "contextRegion": _context(path, span, findings),
        }
    )
    logical = [{"fullyQualifiedName": pointer, "kind": "member"}] if pointer else None
    return present({"physicalLocation": physical, "logicalLocations": logical})


def _artifact(path: str, findings: Findings) -> dict[str, str]:
    """Where a file lies, from the top of the repository: a relative address."""
    return {"uri": urllib.parse.quote(findings.from_top(path)), "uriBaseId": ROOT}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _snippet(path: str, span: Span, findings: Findings) -> dict[str, str] | None:
    """The text of a span, as the file has it; none where nobody has the text."""
    numbers = range(span.line, span.end_line + 1)
    lines = [line for number in numbers if (line := findings.line(path, number)) is not None]
    if len(lines) < len(numbers):
        return None
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return {"text": "\n".join(lines)}


def _context(path: str, span: Span, findings: Findings) -> dict[str, Any] | None:
    """The whole line around a span that fits on one."""
    line = findings.line(path, span.line)
    if line is None or span.line != span.end_line:
        return None
    whole = Span(span.line, 1, span.line, len(line) + 1)
    return {**_region(whole), "snippet": {"text": line}}


def _unread(path: str, findings: Findings) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": "This file could not be read: what it says was not checked."},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(path, findings)}}],
    }
