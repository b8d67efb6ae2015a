"""Each broken file in tests/invalid beside what `kamc check` says about it.

A file is named by the rule that it breaks, and goes to its place in the small workspace: a plan, or the
shared file that the end of its name says; `our-people` is judged by what it does to the plans. A catalogue
that it needs lies in `beside`, under its name.
`KAMC_REWRITE=1` writes what is said anew, for a person to read before it is committed.
"""

import os
import pathlib

import pytest

from kamc.loader import SLUGS
from kamc.rules import registry
from tests.workspaces import CATALOGUE, FILES, PEOPLE, PLAN, SETTINGS, Place

INVALID = pathlib.Path(__file__).parents[1] / "invalid"
BROKEN = sorted(path.name.removesuffix(".yaml") for path in INVALID.glob("*.yaml"))
EXPECTED = sorted(path.name.removesuffix(".expected.txt") for path in INVALID.glob("*.expected.txt"))
SETTLED = {"KAM035": "limits: {text_length: 80}\n", "KAM040": "limits: {completeness: 95}\n"}
"""What kamc.yaml says besides, for rules that speak only where a house asks."""
PLACES = {"catalogue": CATALOGUE, "people": PEOPLE, "our-people": PEOPLE}
ALL_PLANS = "our-people"


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_said(here: Place, name: str) -> None:
    end = name.partition(".")[2]
    place = PLACES.get(end, PLAN)
    here.write(place, (INVALID / f"{name}.yaml").read_text(encoding="utf-8"))
    here.write(SETTINGS, FILES[SETTINGS] + SETTLED.get(name[:6], ""))
    beside = INVALID / "beside" / f"{name}.yaml"
    if beside.exists():
        here.write(CATALOGUE, beside.read_text(encoding="utf-8"))
    done = here.call("check", *(() if end == ALL_PLANS else (place,)), "--select", name[:6])
    expected = INVALID / f"{name}.expected.txt"
    if "KAMC_REWRITE" in os.environ:
        expected.write_text(done.out, encoding="utf-8", newline="\n")
    assert done.out == expected.read_text(encoding="utf-8")
    assert f"[{name[:6]}]" in done.out
    assert done.err == ""


def test_no_orphans() -> None:
    assert BROKEN == EXPECTED


def test_every_rule_has_a_file_that_breaks_it() -> None:
    broken = {name[:6] for name in BROKEN}
    rules = {rule.code for rule in registry.RULES}
    assert rules - set(SLUGS) - {"KAM041"} <= broken <= rules  # a baseline is no plan: see test_baseline
