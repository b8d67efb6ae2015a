"""The joint plan: what is agreed, for them, and nothing that only we may know."""

from typing import Any

from hypothesis import HealthCheck, given, settings

from kamc.audience import cut
from kamc.brief import given as told
from kamc.brief.joint import JointPlan, joint_plan
from kamc.model.fields import Audience
from tests.render.briefs import RUN, of, one
from tests.strategies import SHARED, plan_data, plan_of

OURS = {"audience": "customer"}


def made(**blocks: Any) -> JointPlan:
    head = {"account": "brevik-board", "name": "Brevik Board", "owner": "ida-moe"}
    return joint_plan(of({**head, **blocks}, Audience.CUSTOMER))


def test_who_it_is_between() -> None:
    shown = made()
    assert (shown.us, shown.you, shown.contact, shown.is_agreed) == (
        "Hydrosan",
        "Brevik Board",
        "Ida Moe",
        False,
    )


def test_aims_are_theirs_and_those_that_are_over_are_gone() -> None:
    factors = {
        "a": {"what": "Clean water", "measured_by": "Samples", "now": "unknown", "by": 2027},
        "b": {"what": "Old", "status": "met", **OURS},
        "c": {"what": "Ours alone", "audience": "team"},
    }
    needs = {"n": {"what": "Ninety wells", **OURS}, "m": {"what": "Hidden"}}
    shown = made(account_knowledge={"success_factors": factors, "challenges": needs})
    assert [one.what for one in shown.aims] == ["Clean water", "Ninety wells"]
    assert [(fact.label, str(fact.value)) for fact in shown.aims[0].facts] == [
        ("How you measure it", "Samples"),
        ("By when", "2027"),
    ]


def test_what_both_do_has_people_of_both_sides() -> None:
    shown = made(
        relationships={
            "buying_center": {
                "ann-lee": {"title": "Buyer", "stance": "opponent", **OURS},
                "bob-roy": {"title": "X"},
            }
        },
        account_plan={
            "activities": {
                "a": {"what": "Trial", "by": "2026-10-01", "with": ["ann-lee", "bob-roy"], **OURS},
                "b": {"what": "Inside", "by": "2026-11-01"},
                "c": {"what": "Over", "status": "done", "ended": "2026-09-14", "result": "It held", **OURS},
            }
        },
    )
    (quarter,) = shown.stretches
    assert [one.title for one in quarter.table.columns] == ["When", "What", "From us", "On your side"]
    assert [[str(value).replace("\u00a0", " ") for value in row] for row in quarter.table.rows] == [
        ["1 Oct 2026", "Trial", "Ida Moe", "Ann Lee"]
    ]
    assert [str(value) for value in shown.delivered.rows[0]][::2] == ["Over", "It held"]
    assert shown.is_agreed


def test_what_both_build_says_what_each_side_brings_and_gets() -> None:
    idea = {
        "what": "A log",
        "we_invest": "Six weeks",
        "they_get": "One log",
        "agreed_with": "ann-lee",
        "status": "agreed",
    }
    (found,) = made(product_knowledge={"co_creation": {"log": idea, "own": {"what": "Ours"}}}).ideas
    assert [[str(value) for value in row] for row in found.sides.rows] == [
        ["You", "", "One log"],
        ["We", "Six weeks", ""],
    ]


def test_a_meeting_that_is_agreed_shows_its_agenda_and_no_more() -> None:
    meeting = {"date": "2026-12-09", "agenda": ["Your aims"], "objectives": ["Sign"], **OURS}
    made_of = {"name": "Brevik Board", "account_plan": {"meetings": {"eve": meeting}}}
    text = one(of(made_of, Audience.CUSTOMER), "joint-plan").markdown
    assert "Your aims" in text
    assert "Sign" not in text
    assert "Eve" not in text


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(plan_data())
def test_what_a_customer_may_not_see_leaves_the_bytes_as_they_are(data: dict[str, Any]) -> None:
    """The joint plan of a plan, and of the same plan with more that is not the customer's."""
    more = {**data, "summary": {"stand": "Hidden"}, "decisions_wanted": ["Hidden"], "status": "approved"}
    whole = one_of(data)
    assert one_of(more) == whole
    assert "Hidden" not in whole.markdown + whole.html + "".join(whole.beside.values())


def one_of(data: Any) -> Any:
    view = cut(plan_of(data), Audience.CUSTOMER)
    return one(told(view, run=RUN, people=SHARED.people, catalogue=SHARED.catalogue), "joint-plan")
