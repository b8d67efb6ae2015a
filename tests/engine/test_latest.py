"""Rules that hold what others say today against a plan: a closed quarter does not turn red by it."""

import pytest

from kamc.rules import registry
from tests.workspaces import BEFORE, CATALOGUE, PEOPLE, PLAN, Place

ASKED = {rule.slug for rule in registry.RULES if rule.latest}
CHANGES = [
    (CATALOGUE, 'what: "Collected', 'withdrawn: 2026-08-31, what: "Collected', "KAM208"),
    (PEOPLE, 'title: "Managing', 'left: 2026-08-31, title: "Managing', "KAM321"),
]


def told(here: Place, code: str) -> list[str]:
    return [one.path for one in here.check().diagnostics if one.code == code]


@pytest.mark.parametrize(("file", "old", "new", "code"), CHANGES, ids=[code for *_, code in CHANGES])
def test_the_latest_plan_alone_is_asked(here: Place, file: str, old: str, new: str, code: str) -> None:
    here.edit(file, old, new)
    assert BEFORE not in told(here, code)
    assert PLAN in told(here, code)
    (here.root / PLAN).unlink()
    assert BEFORE in told(here, code)


def test_what_was_accepted_while_a_plan_was_the_latest_stays_accepted(here: Place) -> None:
    here.edit(CATALOGUE, 'what: "Collected', 'withdrawn: 2026-08-31, what: "Collected')
    waiver = 'accepted: {withdrawn-offering: {why: "Three runs are paid", by: mara-lind}}'
    here.edit(BEFORE, "  activities:\n", f"  {waiver}\n  activities:\n")
    assert [one.code for one in here.check().diagnostics if one.path == BEFORE] == []


def test_four_rules_ask_the_latest_plan_alone() -> None:
    assert sorted(ASKED) == ["incomplete-plan", "left-us", "sold-before-its-time", "withdrawn-offering"]
