"""JUnit: well-formed whatever a plan holds, and red exactly where the run is red."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import xmlschema
from hypothesis import given

from kamc.diagnostics import Severity, Waiver
from kamc.report.findings import Findings
from kamc.report.findings_junit import report
from tests.findings import MIXED, ODD, finding, findings, reports

CONTRACT = xmlschema.XMLSchema(Path(__file__).parent / "schemas" / "junit.xsd")


def suites(found: Findings) -> ET.Element:
    text = report(found)
    CONTRACT.validate(text)
    return ET.fromstring(text)  # noqa: S314 - our own output


def outcomes(found: Findings) -> list[str]:
    """What came of every case: the name of the element in it, or that there is none."""
    return [next((part.tag for part in case), "passed") for case in suites(found).iter("testcase")]


@given(reports())
def test_it_keeps_the_contract_and_counts_what_it_holds(found: Findings) -> None:
    top = suites(found)
    cases = list(top.iter("testcase"))
    assert int(top.attrib["tests"]) == len(cases)
    assert len({(case.attrib["classname"], case.attrib["name"]) for case in cases}) >= len({*found.texts})
    for suite in top:
        names = [case.attrib["name"] for case in suite]
        assert len(names) == len(set(names)) == int(suite.attrib["tests"])
        for tag, key in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
            assert int(suite.attrib[key]) == len(suite.findall(f"testcase/{tag}"))
    assert sum(case.find("skipped") is not None for case in cases) == len(found.accepted)


@pytest.mark.parametrize(
    ("limit", "wanted"),
    [
        (Severity.ERROR, ["failure", "system-out", "system-out"]),
        (Severity.WARNING, ["failure", "failure", "system-out"]),
        (Severity.INFO, ["failure"] * 3),
        (Severity.OFF, ["system-out"] * 3),
    ],
)
def test_a_failure_is_what_makes_the_run_fail(limit: Severity, wanted: list[str]) -> None:
    levels = (Severity.ERROR, Severity.WARNING, Severity.INFO)
    assert outcomes(findings(*(finding(severity=one) for one in levels), limit=limit)) == wanted


def test_a_clean_file_has_a_case_that_passed() -> None:
    assert outcomes(findings(finding(), texts={MIXED: "", ODD: ""})) == ["passed", "failure"]


def test_what_could_not_be_read_is_an_error_whatever_fails() -> None:
    assert outcomes(findings(finding(), unread=(MIXED,), limit=Severity.OFF)) == ["error"]


def test_what_is_accepted_is_skipped_for_its_reason() -> None:
    top = suites(
        findings(finding(accepted=Waiver(why="Tor asks in January", by="tor-vik", until="2027-03-31")))
    )
    (skipped,) = top.iter("skipped")
    assert skipped.attrib["message"] == "accepted: Tor asks in January, by tor-vik, until 2027-03-31"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (MIXED, "plans.hafen-spedition.2026-Q4"),
        ("standard-input.yaml", "standard-input"),
        ("../mail/v1.2/2026-Q4.yaml", "mail.v1-2.2026-Q4"),
    ],
)
def test_the_class_is_the_file_in_the_package_of_its_folder(path: str, name: str) -> None:
    (case,) = suites(findings(finding(path=path), texts={path: ""})).iter("testcase")
    assert case.attrib["classname"] == name


def test_what_xml_forbids_is_left_out() -> None:
    one = finding(message="a\x00b\ufffec\ud800d]]>", help="")
    (failure,) = suites(findings(one)).iter("failure")
    assert failure.attrib["message"] == "abc\N{REPLACEMENT CHARACTER}d]]>"
