"""Workflow commands: at most ten a level, the right ten, and none that a plan could forge."""

import re
from typing import Any

import msgspec
import pytest
from hypothesis import given

from kamc.diagnostics import Diagnostic, Severity, Span, Waiver
from kamc.report.findings import Findings
from kamc.report.findings_github import report
from tests.findings import MENDED, MIXED, ODD, finding, findings, reports

COMMAND = re.compile(
    r"::(?P<level>error|warning|notice) file=(?P<file>[^,:\r\n]+),line=(?P<line>\d+),endLine=\d+"
    r"(,col=\d+,endColumn=\d+)?,title=(?P<title>KAM\d{3} [a-z-]+)::(?P<message>[^\r\n]*)"
)


def lines(found: Findings) -> list[str]:
    return report(found).split("\n")[:-1]


def annotated(found: Findings) -> list[tuple[str, int]]:
    """The level and line of every command."""
    matches = [COMMAND.fullmatch(line) for line in lines(found)]
    return [(match["level"], int(match["line"])) for match in matches if match]


def many(count: int, **changes: Any) -> tuple[Diagnostic, ...]:
    return tuple(finding(span=Span(line, 1, line, 2), **changes) for line in range(1, count + 1))


@given(reports())
def test_no_line_can_be_forged(found: Findings) -> None:
    """A line is one of our commands, or the runner finds no command in it."""
    for line in lines(found):
        assert "\r" not in line
        if not COMMAND.fullmatch(line):
            assert not line.lstrip().startswith("::")
            assert "##[" not in line


@given(reports())
def test_every_open_finding_is_annotated_or_counted(found: Findings) -> None:
    rest = sum(int(line.split()[0]) for line in lines(found) if ", not annotated: " in line)
    assert len(annotated(found)) + rest == len(found.live)


def test_what_is_escaped() -> None:
    one = finding(message="50 % a,b:c", path=ODD, label="two", help="")
    (line, _) = lines(findings(one))
    assert line.startswith("::error file=plans/100%25 grün%2C ja%3A 漢字/2026-Q4.yaml,line=2,")
    assert line.endswith("::50 %25 a,b:c%0Atwo")


def test_columns_only_where_it_is_one_line() -> None:
    (line, _) = lines(findings(finding(span=Span(2, 3, 4, 5))))
    assert ",line=2,endLine=4,title=" in line


def test_ten_a_level_and_the_rest_is_counted() -> None:
    found = findings(*many(13), *many(2, severity=Severity.WARNING), *many(12, severity=Severity.INFO))
    levels = [level for level, _ in annotated(found)]
    assert levels == ["error"] * 10 + ["warning"] * 2 + ["notice"] * 10
    assert lines(found)[-3:-1] == [
        "3 more errors, not annotated: GitHub shows 10 of a level for each step",
        "2 more info, not annotated: GitHub shows 10 of a level for each step",
    ]


def test_changed_lines_come_first_then_the_order_of_the_file() -> None:
    changed = {MIXED: (range(12, 14),), ODD: (range(1, 100),)}
    found = msgspec.structs.replace(findings(*many(13)), changed=changed)
    assert [line for _, line in annotated(found)] == [12, 13, 1, 2, 3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize(("span", "new"), [((3, 4), True), ((4, 6), True), ((5, 6), False), ((2, 2), False)])
def test_a_finding_is_on_changed_lines_when_it_touches_them(span: tuple[int, int], new: bool) -> None:
    first, last = finding(span=Span(1, 1, 1, 2)), finding(span=Span(span[0], 1, span[1], 2))
    found = msgspec.structs.replace(findings(first, last), changed={MIXED: (range(3, 5),)})
    assert annotated(found)[0][1] == (span[0] if new else 1)


def test_what_is_accepted_makes_no_annotation_and_its_reason_is_told() -> None:
    waiver = Waiver(why="Tor asks in January\n::error::forged ##[error]x", by="tor-vik")
    assert lines(findings(finding(accepted=waiver)))[0] == (
        f"accepted: {MIXED}, line 2: KAM301 no-facilitator: "
        "Tor asks in January ::error::forged ##\u2060[error]x, by tor-vik"
    )


def test_quiet_leaves_out_the_sum() -> None:
    assert report(msgspec.structs.replace(findings(), quiet=True)) == ""


def test_a_fix_stands_in_the_message() -> None:
    (line, _) = lines(findings(finding(fix=MENDED)))
    assert line.endswith('%0Afix: kamc check --fix would write "wasp"')
