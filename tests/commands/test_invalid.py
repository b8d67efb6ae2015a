"""Each broken file in tests/invalid beside what `kamc check` says about it.

A file is named by the rule that it breaks, and goes to its place in the small workspace: a plan, or the
shared file that the end of its name says; `our-people` is judged by what it does to the plans. A line such as
`# 2026-Q2` or `# plans/people.yaml` begins a further file. Rules on the portfolio (KAM8) are asked about the
whole workspace. `KAMC_REWRITE=1` writes what is said anew, for a person to read before it is committed.
"""

import os
import pathlib

import pytest

from kamc.loader import SLUGS
from kamc.rules import examples, registry
from tests.workspaces import ACCOUNT, CATALOGUE, PEOPLE, PLAN, Place

INVALID = pathlib.Path(__file__).parents[1] / "invalid"
BROKEN = sorted(path.name.removesuffix(".yaml") for path in INVALID.glob("*.yaml"))
EXPECTED = sorted(path.name.removesuffix(".expected.txt") for path in INVALID.glob("*.expected.txt"))
NO_FAULT_OF_A_FILE = {"KAM039", "KAM041", "KAM711"}
"""A rule of the house's own that broke (tests/engine/test_house.py), a baseline (test_baseline.py),
and what a pull request does (test_review.py)."""
PLACES = {"catalogue": CATALOGUE, "people": PEOPLE, "our-people": PEOPLE}
ALL_PLANS = "our-people"


def pieces(path: pathlib.Path) -> list[tuple[str, str]]:
    """The files that a file here holds, with their paths; the first has none."""
    first, *rest = examples.HEADING.split(path.read_text(encoding="utf-8"))
    step = examples.HEADING.groups + 1
    names = [name if name.endswith(".yaml") else f"plans/{ACCOUNT}/{name}.yaml" for name in rest[::step]]
    return [("", first), *zip(names, (text.lstrip("\n") for text in rest[step - 1 :: step]), strict=True)]


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_said(here: Place, name: str) -> None:
    end = name.partition(".")[2]
    place = PLACES.get(end, PLAN)
    first, *others = pieces(INVALID / f"{name}.yaml")
    if first[1]:
        here.write(place, first[1])
    for path, text in others:
        here.write(path, text)
    asked = () if name.startswith("KAM8") or end == ALL_PLANS else (place,)
    done = here.call("check", *asked, "--select", name[:6])
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
    rules = {rule.code for rule in registry.RULES} - NO_FAULT_OF_A_FILE
    assert rules - set(SLUGS) <= broken <= rules
