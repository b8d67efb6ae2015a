"""A plan with a successor is judged at its quarter's end; only an author's own `until` turns a run red."""

import datetime as dt
import pathlib

import pytest

from kamc.diagnostics import Severity, worst
from kamc.engine.check import check
from kamc.engine.read import read_from
from kamc.engine.scope import judged_at, scope
from kamc.settings import Settings
from kamc.workspace import find
from tests.workspaces import BEFORE, PLAN, Place

WORKED = pathlib.Path(__file__).parents[2]
DAYS = [dt.date(2026, 1, 1), dt.date(2026, 11, 23), dt.date(2036, 1, 1)]


def worst_of_the_worked_plans(day: dt.date) -> Severity:
    workspace = find(WORKED)
    made = scope(workspace, Settings(), day)
    return worst(check(made, [read_from(workspace, one) for one in workspace.files()]).diagnostics)


def test_the_worked_plans_come_to_the_same_in_any_year() -> None:
    assert {worst_of_the_worked_plans(day) >= Severity.ERROR for day in DAYS} == {False}


@pytest.mark.parametrize(
    ("path", "first_month", "as_of", "judged"),
    [
        (BEFORE, 1, "2026-11-23", "2026-09-30"),
        (BEFORE, 4, "2026-11-23", "2025-12-31"),
        (BEFORE, 1, "2036-01-01", "2026-09-30"),
        (BEFORE, 1, "2026-08-01", "2026-09-30"),
        (PLAN, 1, "2026-11-23", "2026-11-23"),
        (PLAN, 4, "2036-01-01", "2036-01-01"),
    ],
)
def test_the_day_that_a_plan_is_judged_at(
    here: Place, path: str, first_month: int, as_of: str, judged: str
) -> None:
    made = here.scope(settings=Settings(fiscal_year_start=first_month), as_of=dt.date.fromisoformat(as_of))
    assert judged_at(made, here.loaded(path)).isoformat() == judged


def test_a_fiscal_year_comes_from_the_settings(here: Place) -> None:
    until_november = "accepted: {no-decider: {why: In November, until: 2025-11-30}}"
    here.edit(BEFORE, "  buying_center:", f"  {until_november}\n  buying_center:")
    here.edit(BEFORE, "roles: decider", "roles: user")
    here.write("kamc.yaml", "kamc: 1\nfiscal_year_start: 4\n")
    assert "KAM034" in here.call("check").out  # 2026-Q3 ended in December 2025
    here.edit(BEFORE, "until: 2025-11-30", "until: 2025-12-31")
    assert here.call("check").status == 0


@pytest.mark.parametrize(
    ("day", "status"), [("2026-12-31", 0), ("2027-01-01", 1), ("2036-01-01", 1), ("2026-01-01", 0)]
)
def test_an_authors_own_until_turns_a_run_red(here: Place, day: str, status: int) -> None:
    waiver = "accepted: {no-decider: {why: Jan comes back in December, until: 2026-12-31}}"
    here.edit(PLAN, "  buying_center:", f"  {waiver}\n  buying_center:")
    here.edit(PLAN, "roles: decider", "roles: user")
    done = here.call("check", "--as-of", day, "--select", "KAM0,KAM3", "--format", "json")
    assert done.status == status
    errors = [one for one in done.data["findings"] if one["severity"] == "error"]
    codes = {one["code"]: "accepted" in one for one in errors}
    assert codes == ({"KAM302": True} if status == 0 else {"KAM302": False, "KAM034": False})
