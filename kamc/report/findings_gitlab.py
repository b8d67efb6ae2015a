"""Findings as a Code Quality report of GitLab.

It lists what is open, and GitLab counts each line of it: what is accepted has no place there.
"""

import hashlib
from collections.abc import Mapping

from kamc.diagnostics import UNIT_SEPARATOR, Severity
from kamc.escape import clean
from kamc.report.as_json import dumped
from kamc.report.findings import Findings, sentences

SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.INFO: "info",
}


def report(findings: Findings) -> str:
    """A list of issues; their fingerprints are unique, because GitLab shows only the first of two alike."""
    seen: set[str] = set()
    issues = []
    for one in findings.live:
        name = one.fingerprint
        while name in seen:
            name = hashlib.sha256(UNIT_SEPARATOR.join((name, one.path)).encode()).hexdigest()[:32]
        seen.add(name)
        issues.append(
            {
                "description": clean(" – ".join(sentences(one))),
                "check_name": f"{one.code} {one.slug}",
                "fingerprint": name,
                "severity": SEVERITIES[one.severity],
                "location": {
                    "path": findings.from_top(one.path),
                    "lines": {"begin": one.span.line, "end": one.span.end_line},
                },
            }
        )
    return dumped(issues)
