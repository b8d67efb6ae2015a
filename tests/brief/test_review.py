"""The quarterly review: the same parts every quarter, what was kept, what changed, and who owns risks."""

from typing import Any

import pytest

from kamc.audience import cut
from kamc.brief import Given, given
from kamc.brief.review import Review, review, review_figures
from kamc.brief.shown import Cell, Mark, Part
from kamc.model.build import build
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from tests.render.briefs import RUN

HEAD = {"account": "brevik-board", "name": "Brevik Board", "owner": "ida-moe"}


def told(now: Any, before: Any = None, audience: Audience = Audience.TEAM) -> Given:
    """A plan of the fourth quarter and, where there is one, that of the third."""
    view = cut(build(Plan, HEAD | {"period": "2026-Q4"} | now)[0], audience)
    earlier = (
        cut(build(Plan, HEAD | {"period": "2026-Q3"} | before)[0], audience) if before is not None else None
    )
    return given(view, run=RUN, earlier=earlier)


def made(now: Any, before: Any = None, audience: Audience = Audience.TEAM) -> Review:
    return review(told(now, before, audience))


def rows(part: Part, place: int = 0) -> list[list[str]]:
    return [[str(value).replace("\u00a0", " ") for value in row] for row in part.tables[place].rows]


def notes(part: Part, place: int = 0) -> list[tuple[str, ...]]:
    return [
        tuple(str(one).replace("\u00a0", " ") for one in row[0].notes)
        for row in part.tables[place].rows
        if isinstance(row[0], Cell)
    ]


def test_a_part_with_nothing_to_show_says_so() -> None:
    shown = made({})
    assert shown.promises.say == "No promises to look back on: there is no plan of an earlier quarter."
    assert shown.moved.say == "There is no plan of an earlier quarter to compare with."
    assert all(part.say and not part.tables for part in (shown.theirs, shown.value, shown.risks))


def test_promises_missed_come_first_with_what_became_of_them() -> None:
    def due(**more: str) -> dict[str, str]:
        return {"what": "Runs", "by": "2026-08-31", **more}

    before = {"a": due(), "b": due(), "c": due(), "d": due()}
    now = {
        "a": due(status="done", ended="2026-08-30", result="All four ran"),
        "b": due(by="2026-12-01", why="No crew"),
        "c": due(status="done"),
    }
    shown = made({"account_plan": {"activities": now}}, {"account_plan": {"activities": before}}).promises
    assert shown.say == (
        "Of 4 promises due by the end of Q3 2026, 2 are done: 1 on time, 1 on a day that nobody says."
    ).replace("Q3 2026", "Q3\u00a02026").replace("\u00a0", shown.say[shown.say.index("Q3") + 2])
    assert [row[2] for row in rows(shown)] == ["◆ carried over to 1 Dec 2026", "◆ gone without a word"]
    assert [row[2] for row in rows(shown, 1)] == ["✓ done 30 Aug 2026", "◇ done, nobody says when"]
    became = shown.tables[0].rows[0][2]
    assert isinstance(became, Cell)
    assert became.notes == ("No crew",)


GOALS: dict[str, dict[str, Any]] = {
    "grow": {"what": "Grow", "baseline": "1M", "now": "1.2M", "target": "2M", "by": "2027-12-31"},
    "cut": {
        "what": "Cut",
        "measure": "other",
        "unit": "hours",
        "baseline": 40,
        "now": 10,
        "target": 20,
        "by": 2027,
    },
    "won": {"what": "Won", "baseline": "1M", "target": "2M", "by": "2026-12-31", "status": "met"},
}
BEFORE: dict[str, Any] = {"grow": {**GOALS["grow"], "now": "1.1M"}}


def test_objectives_stand_against_their_path_and_last_quarter() -> None:
    shown = made({"account_plan": {"objectives": GOALS}}, {"account_plan": {"objectives": BEFORE}}).value
    assert rows(shown)[0][:6] == ["Grow", "EUR 1.0 M", "EUR 1.1 M", "EUR 1.2 M", "EUR 1.04 M", "EUR 2.0 M"]
    assert [row[0] for row in rows(shown)] == ["Grow", "Cut", "Won"]
    assert notes(shown) == [("✓ ahead",), ("✓ ahead",), ("✓ met",)]


def test_ways_are_kept_on_their_line() -> None:
    shown = made({"account_plan": {"objectives": GOALS}}, {"account_plan": {"objectives": BEFORE}}).ways
    assert [(one.name, one.before, one.now, one.expected) for one in shown.ways] == [
        ("Grow", 10, 20, 4),
        ("Cut", None, 105, 4),
    ]


def test_an_objective_that_does_not_move_expects_what_it_has() -> None:
    flat = {"what": "Price", "baseline": 15650, "now": 15650, "target": 15650, "by": "2027-12-31"}
    shown = made({"account_plan": {"objectives": {"price": flat}}})
    assert rows(shown.value)[0][3] == "EUR 15 650"
    assert shown.ways.ways == ()


def test_results_stand_beside_what_last_quarter_expected() -> None:
    year = {"basis": "expected", "sales": "2M"}
    shown = made(
        {"account_as_market": {"results": {"2026": year}}},
        {"account_as_market": {"results": {"2026": year | {"sales": "3M"}}}},
    ).value
    assert rows(shown) == [["2026", "EUR 2.0 M", "EUR 3.0 M"]]


def test_what_changed_says_why_and_leaves_to_other_parts_what_they_tell() -> None:
    def plan(by: str, **more: str) -> dict[str, Any]:
        goal = {"what": "Grow", "baseline": "1M", "target": "2M", "by": by, **more}
        return {
            "account_plan": {"objectives": {"grow": goal}, "activities": {"a": {"what": "Run", "by": by}}}
        }

    shown = made(plan("2027-03-31", why="They stopped a shift"), plan("2026-12-31")).moved
    assert [(one.notes, "slips by 90 days" in str(one)) for one in shown.worse] == [
        (("They stopped a shift",), True)
    ]
    assert (shown.better, shown.rest) == ((), "")


def test_only_so_many_changes_are_told_and_the_rest_is_counted() -> None:
    strengths = {f"s-{at}": {"what": f"Strength {at}"} for at in range(11)}
    shown = made({"account_as_market": {"swot": {"strengths": strengths}}}, {}).moved
    assert len(shown.better) == 8
    assert shown.rest == "The weightiest; 3 more changes are for the better or worse."


def test_risks_have_owners_the_most_dangerous_first() -> None:
    plan = {
        "alarms": {
            "low": {"what": "Few calls", "danger": "low"},
            "high": {"sign": "fewer-contacts", "danger": "high", "leads_to": "visit"},
        },
        "concerns": {"price": {"what": "Too dear", "owner": "per-lunde", "answer": "Less waste"}},
        "activities": {"visit": {"what": "Visit", "owner": "tom-holt"}},
    }
    threats = {"swot": {"threats": {"merger": {"what": "Merger"}}}}
    shown = made({"account_plan": plan, "account_as_market": threats}).risks
    assert [(row[0], row[-1]) for row in rows(shown)] == [
        ("Fewer contacts", "Tom Holt"),
        ("Few calls", "◆ nobody"),
        ("Too dear", "Per Lunde"),
        ("Merger", "◆ nobody"),
    ]


def test_the_plan_ahead_ends_with_the_next_quarter() -> None:
    plan = {
        "a": {"what": "Now", "by": "2026-11-01"},
        "b": {"what": "Next", "by": "2027-03-31"},
        "c": {"what": "Far", "by": "2027-04-01"},
    }
    shown = made({"account_plan": {"activities": plan}}).ahead
    assert [str(row[1]) for one in shown for row in one.table.rows] == ["Now", "Next"]


def test_its_figures_say_what_they_mean() -> None:
    done = {"what": "Run", "by": "2026-08-31", "status": "done", "ended": "2026-08-30"}
    now = {
        "account_plan": {
            "activities": {"a": done},
            "objectives": GOALS,
            "alarms": {"x": {"what": "Few calls"}},
        }
    }
    before = {
        "account_plan": {"activities": {"a": {"what": "Run", "by": "2026-08-31"}}, "objectives": BEFORE}
    }
    values = [str(one.value) for one in review_figures(told(now, before))]
    assert values[:2] == ["1 of 1", "2 of 2"]
    assert values[2].endswith("worse")
    assert values[3] == "1"


@pytest.mark.parametrize("audience", [Audience.PRIVATE, Audience.TEAM])
def test_a_change_that_a_reader_may_not_see_is_not_told(audience: Audience) -> None:
    def plan(what: str) -> dict[str, Any]:
        return {"account_plan": {"objectives": {"grow": {"what": "Grow", "by": what, "audience": "private"}}}}

    shown = made(plan("2027-03-31"), plan("2026-12-31"), audience).moved
    assert bool(shown.worse) is (audience is Audience.PRIVATE)


def test_nobody_is_a_mark() -> None:
    shown = made({"account_plan": {"alarms": {"x": {"what": "Few calls"}}}}).risks
    assert isinstance(shown.tables[0].rows[0][-1], Mark)
