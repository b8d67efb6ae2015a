"""A house's own rule that breaks: told as that rule's fault, on the file it broke on, and the run goes on."""

import sys
from collections.abc import Iterator

import pytest

from kamc.diagnostics import Finding, Kind
from kamc.rules import registry
from kamc.rules.base import Rule
from kamc.rules.book import Book
from tests.houses import SAYS, install, module
from tests.workspaces import BEFORE, CATALOGUE, DRAFT, PEOPLE, PLAN, SETTINGS, Done, Place

NAMED = "kamc: 1\nrule_packages: acme\n"
DANGLING = ("answers: night-cut", "answers: night-cuts")


def installed(here: Place, code: str, settings: str = NAMED) -> None:
    here.write(SETTINGS, settings)
    here.monkeypatch.syspath_prepend(str(install(here, "acme", code)))
    here.monkeypatch.delitem(sys.modules, "acme", raising=False)


def codes(done: Done) -> list[tuple[str, str]]:
    return [(one["path"], one["code"]) for one in done.data["findings"]]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("raise RuntimeError('seven')", "RuntimeError: seven"),
        ("return about.plan.summary.nothing", "AttributeError"),
        ("return None", "TypeError"),
        ("return 7", "TypeError"),
        ("return ['x']", "gave str where a Finding belongs"),
        ("return [Finding(code='ACME002', message='x')]", "gave a finding with the code 'ACME002'"),
        ("return [Finding(code='KAM301', message='x')]", "gave a finding with the code 'KAM301'"),
        ("return [Finding(code='ACME001', message=' ')]", "gave a finding without a message"),
        ("return [Finding(code='ACME001', message=7)]", "Expected `str`, got `int`"),
        ("return [Finding(code='ACME001', message='x', at=(1.5,))]", "Expected `int | str`"),
        ("return [Finding(code='ACME001', message='x', on='line')]", "Invalid enum value 'line'"),
        ("return [Finding(code='ACME001', message=object())]", "unsupported"),
        ("import sys\nsys.exit(7)", "SystemExit: 7"),
        ("return check_1(about)", "RecursionError"),
        ("yield Finding(code='ACME001', message='x')\nraise StopIteration", "generator raised StopIteration"),
    ],
)
def test_whatever_it_does_it_is_that_rules_fault(here: Place, body: str, said: str) -> None:
    installed(here, module(body, SAYS.replace("ACME001", "ACME002")))
    here.edit(PLAN, *DANGLING)
    done = here.call("check", "--format", "json", "-v")
    assert done.status == 1
    assert codes(done) == [
        (DRAFT, "KAM039"),
        (DRAFT, "ACME002"),
        (BEFORE, "KAM039"),
        (BEFORE, "ACME002"),
        (PLAN, "KAM039"),
        (PLAN, "ACME002"),
        (PLAN, "KAM027"),
    ]
    assert said in done.err
    assert done.err.count("Traceback") >= 3


def test_what_is_said_of_it(here: Place) -> None:
    installed(here, module("raise RuntimeError('seven')"))
    done = here.call("check", PLAN)
    assert done.out == (
        "error[KAM039] house-rule-failed: the house's own rule ACME001 own-1 broke on this file, so it has\n"
        "      judged nothing here\n"
        f" --> {PLAN}:1:1\n"
        "  |\n"
        "1 | kamc: 1\n"
        "  | ^^^^\n"
        "  |\n"
        "  = help: this is no fault of the plan: tell whoever keeps the rule; kamc check -v shows where it\n"
        "          broke\n"
        "  = why: kamc explain KAM039\n\n"
        "1 plan checked: 1 error in 1 file.\n"
    )
    assert (done.status, done.err) == (1, "")


def test_in_a_process_of_its_own_with_its_traceback(here: Place) -> None:
    here.write(SETTINGS, NAMED)
    where = install(here, "acme", module("raise RuntimeError('seven')"))
    paths = ":".join((str(where), *filter(None, sys.path)))
    done = here.run("check", PLAN, PYTHONPATH=paths)
    assert (done.status, done.err) == (1, "")
    assert "error[KAM039]" in done.out
    assert "seven" not in done.out
    loud = here.run("check", "-v", PLAN, PYTHONPATH=paths)
    assert (loud.status, loud.out) == (1, done.out)
    assert f"kamc: ACME001 broke on {PLAN}:\nTraceback" in loud.err
    assert "RuntimeError: seven" in loud.err


def test_what_it_prints_does_not_stand_in_the_result(here: Place) -> None:
    installed(here, module("print('seven')\nreturn []"))
    done = here.call("check", PLAN, "--format", "json")
    assert done.data["findings"] == []
    assert done.err == "seven\n"


def test_a_rule_that_breaks_on_one_plan_judges_the_others(here: Place) -> None:
    body = f"if about.plan.status == 'draft':\n    raise RuntimeError\n{SAYS}"
    installed(here, module(body))
    assert codes(here.call("check", "--format", "json")) == [
        (DRAFT, "KAM039"),
        (BEFORE, "ACME001"),
        (PLAN, "ACME001"),
    ]


def test_its_waivers_are_not_called_unused_where_it_broke(here: Place) -> None:
    installed(here, module("raise RuntimeError"))
    here.edit(PLAN, "selection: {", "accepted: {own-1: {why: x}}\nselection: {")
    assert codes(here.call("check", PLAN, "--format", "json")) == [(PLAN, "KAM039")]


def test_two_that_break_are_told_apart(here: Place) -> None:
    installed(here, module("raise RuntimeError", "raise RuntimeError"))
    found = here.call("check", PLAN, "--format", "json").data["findings"]
    assert [one["code"] for one in found] == ["KAM039", "KAM039"]
    assert len({one["fingerprint"] for one in found}) == 2


@pytest.mark.parametrize(
    ("settings", "options", "status"),
    [
        ("", (), 1),
        ("", ("--select", "ACME"), 1),
        ("", ("--select", "KAM3,own-1"), 1),
        ("", ("--select", "KAM"), 0),
        ("", ("--ignore", "own-1"), 0),
        ("", ("--ignore", "KAM039"), 0),
        ("rules: {own-1: off}\n", (), 0),
        ("rules: {house-rule-failed: warning}\n", (), 0),
        ("rules: {own-1: info}\n", (), 1),
        (f"overrides: [{{plans: {PLAN}, rules: {{ACME001: off}}}}]\n", (), 0),
        (f"overrides: [{{plans: {BEFORE}, rules: {{ACME001: off}}}}]\n", (), 1),
    ],
)
def test_its_fault_is_told_where_the_rule_is_wanted(
    here: Place, settings: str, options: tuple[str, ...], status: int
) -> None:
    installed(here, module("raise RuntimeError"), NAMED + settings)
    assert here.call("check", PLAN, *options).status == status


@pytest.mark.parametrize("path", [CATALOGUE, PEOPLE])
def test_one_that_judges_shared_files(here: Place, path: str) -> None:
    installed(here, module("raise RuntimeError", check="check_shared"))
    assert codes(here.call("check", path, "--format", "json")) == [(path, "KAM039")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("raise RuntimeError", [(DRAFT, "KAM039")]),
        ("return [('plans/none.yaml', Finding(code='ACME001', message='x'))]", [(DRAFT, "KAM039")]),
        ("return [Finding(code='ACME001', message='x')]", [(DRAFT, "KAM039")]),
        (f"return [('{PLAN}', Finding(code='ACME001', message='x'))]", [(PLAN, "ACME001")]),
        (
            "return [(one.path, Finding(code='ACME001', message='x')) for one in about.latest]",
            [
                (DRAFT, "ACME001"),
                (PLAN, "ACME001"),
            ],
        ),
    ],
)
def test_one_that_judges_the_portfolio(here: Place, body: str, expected: list[tuple[str, str]]) -> None:
    installed(here, module(body, check="check_portfolio"))
    assert codes(here.call("check", "--format", "json")) == expected


def test_a_brief_is_built_all_the_same(here: Place) -> None:
    installed(here, module("raise RuntimeError"))
    assert here.call("build", PLAN).status == 0
    assert here.call("build", PLAN, "--strict").status == 1


def test_a_built_in_rule_that_raises_is_a_fault_of_kamc(here: Place) -> None:
    def broken(_: object) -> Iterator[Finding]:
        raise RuntimeError("seven")

    rule = Rule(code="KAM899", slug="seven", kind=Kind.JUDGEMENT, doc="", check=broken)
    with pytest.raises(RuntimeError, match="seven"):
        here.check(PLAN, book=Book((*registry.RULES, rule)))
