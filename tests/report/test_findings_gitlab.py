"""A Code Quality report: what GitLab's manual asks for, and no two issues of one name."""

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from jsonschema import Draft202012Validator

from kamc.diagnostics import Severity, Waiver
from kamc.report.findings import Findings
from kamc.report.findings_gitlab import report
from tests.findings import MENDED, MIXED, ODD, finding, findings, reports

CONTRACT = Draft202012Validator(
    json.loads((Path(__file__).parent / "schemas" / "gitlab.json").read_text(encoding="utf-8"))
)


def issues(found: Findings) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads(report(found))
    CONTRACT.validate(made)
    return made


@given(reports())
def test_it_keeps_the_contract(found: Findings) -> None:
    made = issues(found)
    assert len(made) == len({one["fingerprint"] for one in made}) == len(found.live)


def test_an_issue() -> None:
    assert issues(findings(finding(), base="sales/")) == [
        {
            "description": (
                "nobody inside Hafen-Spedition lobbies for us – 2 members, none with the role – "
                "help: give the role to the member who speaks for us"
            ),
            "check_name": "KAM301 no-facilitator",
            "fingerprint": "0" * 32,
            "severity": "major",
            "location": {"path": f"sales/{MIXED}", "lines": {"begin": 2, "end": 2}},
        }
    ]


def test_two_findings_of_one_fingerprint_keep_the_first_and_get_a_lasting_second() -> None:
    first, second = issues(findings(finding(), finding(path=ODD)))
    assert first["fingerprint"] == "0" * 32
    assert second["fingerprint"] == issues(findings(finding(), finding(path=ODD)))[1]["fingerprint"]


def test_severities() -> None:
    found = findings(*(finding(severity=one) for one in (Severity.ERROR, Severity.WARNING, Severity.INFO)))
    assert [one["severity"] for one in issues(found)] == ["major", "minor", "info"]


def test_what_is_accepted_is_not_open() -> None:
    assert issues(findings(finding(accepted=Waiver(why="agreed")))) == []


def test_a_fix_stands_in_the_description() -> None:
    (one,) = issues(findings(finding(fix=MENDED)))
    assert one["description"].endswith(' – fix: kamc check --fix would write "wasp"')
