"""How accounts stand: which plan speaks for an account, the day it is judged at, and when it was changed."""

import datetime as dt

import pytest

from kamc.engine.status import last_changes, latest, status
from kamc.model.terms import HealthTerms
from kamc.settings import Settings
from kamc.workspace import Source
from tests.workspaces import ACCOUNT, AS_OF, BEFORE, DRAFT, PLAN, Place

DAY = dt.date(2026, 11, 20)


def sources(place: Place, *paths: str) -> tuple[Source, ...]:
    workspace = place.workspace()
    return tuple(workspace.source(place.root / path) for path in paths)


def test_the_latest_of_the_chosen_plans_speaks_for_its_account(here: Place) -> None:
    every = here.workspace().files()
    assert [one.path for one in latest(every)] == [DRAFT, PLAN]
    assert [one.path for one in latest(reversed(every))] == [DRAFT, PLAN]
    assert [one.path for one in latest(sources(here, BEFORE, DRAFT))] == [DRAFT, BEFORE]


def test_plans_that_lie_in_no_accounts_folder_stand_alone(here: Place) -> None:
    astray = sources(here, "plans/one.yaml", "plans/two.yaml", PLAN)
    assert [one.path for one in latest(astray)] == ["plans/one.yaml", "plans/two.yaml", PLAN]


def test_a_plan_with_a_successor_is_judged_at_the_end_of_its_quarter(here: Place) -> None:
    # By hand: what was due on 13 November is ten days late on the 23rd, and not yet due on 30 September.
    for path in (BEFORE, PLAN):
        here.edit(path, "by: 2027-01-29", "by: 2026-11-13")
    scope = here.scope(as_of=AS_OF)
    found = {path: status(scope, sources(here, path)).lines[0].overdue for path in (BEFORE, PLAN)}
    assert found == {BEFORE: 0, PLAN: 1}


def test_the_terms_of_the_settings_count(here: Place) -> None:
    strict = Settings(health=HealthTerms(least_known=HealthTerms().least_known * 2))
    scope = here.scope(settings=strict)
    assert status(scope, sources(here, PLAN)).lines[0].health.word == "unknown"


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_told(here: Place) -> None:
    here.write(PLAN, "a: [\n")
    found = status(here.scope(), here.workspace().files())
    assert ([one.path for one in found.lines], found.unread) == ([DRAFT], (PLAN,))


def test_a_plan_with_mistakes_is_told_and_named(here: Place) -> None:
    here.edit(PLAN, "status: approved", "status: aproved")
    found = status(here.scope(), here.workspace().files())
    assert found.flawed == (PLAN,)
    assert [one.status for one in found.lines] == ["draft", "unknown"]


def test_when_a_file_was_last_changed(here: Place) -> None:
    assert last_changes(here.scope()) == {}
    here.commit("2026-09-30T12:00:00+00:00")
    here.edit(PLAN, "status: approved", "status: draft")
    here.commit("2026-11-20T23:30:00+00:00")
    here.edit(DRAFT, "status: draft", "status: in-review")
    days = {one.account: one.changed for one in status(here.scope(), here.workspace().files()).lines}
    assert days == {"alster-hotel": dt.date(2026, 9, 30), ACCOUNT: DAY}


def test_a_workspace_below_the_top_of_its_repository(here: Place) -> None:
    here.commit()
    inner = here.root / "plans"
    here.write("plans/kamc.yaml", "kamc: 1\n")
    here.write("plans/plans/a/2026-Q4.yaml", "kamc: 1\n")
    here.commit("2026-11-21T12:00:00+00:00")
    here.monkeypatch.chdir(inner)
    here.root = inner
    assert last_changes(here.scope()) == {"plans/a/2026-Q4.yaml": dt.date(2026, 11, 21)}


def test_an_odd_name_is_a_name_too(here: Place) -> None:
    here.write("plans/ä b/2026-Q4.yaml", "kamc: 1\n")
    here.commit()
    assert last_changes(here.scope())["plans/ä b/2026-Q4.yaml"] == DAY


@pytest.mark.parametrize("word", ["init", "shallow"])
def test_without_a_history_nobody_knows(here: Place, word: str) -> None:
    here.git("init", "--quiet")
    if word == "shallow":
        here.commit()
        (here.root / ".git/shallow").write_text(here.git("rev-parse", "HEAD"), encoding="utf-8")
    assert last_changes(here.scope()) == {}
