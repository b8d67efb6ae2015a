"""Findings as JUnit's XML, which every CI server shows: a suite a file, a case a finding.

A server turns red for a failure. So a failure is what makes the run fail (`--fail-on`); other findings are
cases that passed and say what was found. A file that could not be read is an error. What is accepted is a
case that was skipped for the reason given.
"""

from collections.abc import Iterable, Iterator, Mapping
from xml.etree import ElementTree as ET

from kamc.diagnostics import Diagnostic, Severity
from kamc.escape import clean
from kamc.report.findings import Findings, reason, sentences


def report(findings: Findings) -> str:
    """The suites, in the order of the files; a file without a finding has one case, and it passed."""
    by_path: dict[str, list[Diagnostic]] = {path: [] for path in sorted(findings.texts)}
    for one in findings.shown:
        by_path.setdefault(one.path, []).append(one)
    suites = [_suite(path, found, findings) for path, found in by_path.items()]
    total = {key: sum(int(suite.attrib[key]) for suite in suites) for key in ("tests", "failures", "errors")}
    top = ET.Element("testsuites", {"name": "kamc check", **_written(total)})
    top.extend(suites)
    ET.indent(top)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(top, encoding="unicode")}\n'


def _written(counts: Mapping[str, int]) -> dict[str, str]:
    return {key: str(count) for key, count in counts.items()}


def _suite(path: str, found: Iterable[Diagnostic], findings: Findings) -> ET.Element:
    cases = list(_cases(path, found, findings)) or [_case(path, "kamc check")]
    counts = {
        "tests": len(cases),
        "failures": _with(cases, "failure"),
        "errors": _with(cases, "error"),
        "skipped": _with(cases, "skipped"),
    }
    suite = ET.Element("testsuite", {"name": clean(path), **_written(counts)})
    suite.extend(cases)
    return suite


def _with(cases: Iterable[ET.Element], outcome: str) -> int:
    return sum(case.find(outcome) is not None for case in cases)


def _cases(path: str, found: Iterable[Diagnostic], findings: Findings) -> Iterator[ET.Element]:
    """A case a finding; two of one name would be one for a server."""
    seen: dict[str, int] = {}
    for one in found:
        name = f"{one.code} {one.slug} ({one.span.line}:{one.span.column})"
        seen[name] = seen.get(name, 0) + 1
        case = _case(path, name if seen[name] == 1 else f"{name} {seen[name]}")
        _outcome(case, one, findings)
        yield case


def _case(path: str, name: str) -> ET.Element:
    """A case; servers split the name of its class at dots into a package and a class."""
    stem = path.rpartition(".")[0] or path
    dotted = ".".join(part for part in stem.replace(".", "-").split("/") if part.strip("-"))
    return ET.Element("testcase", {"classname": clean(dotted), "name": clean(name)})


def _outcome(case: ET.Element, one: Diagnostic, findings: Findings) -> None:
    place = f"{one.path}:{one.span.line}:{one.span.column}: {one.severity.word}[{one.code}] {one.slug}"
    text = "\n".join(map(clean, (place, *sentences(one))))
    if one.accepted:
        ET.SubElement(case, "skipped", {"message": clean(f"accepted: {reason(one.accepted)}")}).text = text
    elif one.path in findings.unread or _fails(one, findings):
        sort = "error" if one.path in findings.unread else "failure"
        ET.SubElement(case, sort, {"message": clean(one.message), "type": one.severity.word}).text = text
    else:
        ET.SubElement(case, "system-out").text = text


def _fails(one: Diagnostic, findings: Findings) -> bool:
    return findings.limit is not Severity.OFF and one.severity >= findings.limit
