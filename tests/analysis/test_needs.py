"""A figure is absent for an audience that may not see one of the parts that it needs."""

import pytest

from kamc.analysis.needs import may_see, needs, widest
from kamc.audience import View, cut
from kamc.model.build import build
from kamc.model.fields import Audience, Profile
from kamc.model.plan import Plan
from kamc.rules import examples

PRIVATE, TEAM, CUSTOMER = Audience


@needs("account_as_market.results.*.sales")
def years(view: View) -> int:
    return len(view.plan.account_as_market.results)


@pytest.mark.parametrize(
    ("part", "audience"),
    [
        ("name", CUSTOMER),
        ("account_knowledge.success_factors.*.what", CUSTOMER),
        ("account_knowledge.success_factors.*.whose", TEAM),
        ("account_as_market.results.*.sales", TEAM),
        ("account_plan.opportunities.*.negotiation.space", PRIVATE),
        ("relationships.buying_center.*.profile.personal_agenda", PRIVATE),
        ("relationships.buying_center.*.contacts.*.last", TEAM),
    ],
)
def test_who_reads_a_part(part: str, audience: Audience) -> None:
    assert widest(part) is audience
    assert [may_see(one, part) for one in Audience] == [one <= audience for one in Audience]


def test_a_part_that_no_plan_has() -> None:
    with pytest.raises(ValueError, match=r"a plan has no account_plan\.dreams"):
        widest("account_plan.dreams")


def test_a_figure_for_each_audience() -> None:
    plan = build(Plan, examples.plan(Profile.EXTENDED))[0]
    assert [years(cut(plan, one)) for one in Audience] == [1, 1, None]


@needs("account_as_market.results.*.sales")
def plans(views: tuple[View, ...], least: int) -> int | None:
    return len(views) if len(views) >= least else None


def test_a_figure_of_several_views_is_absent_where_one_of_them_may_not_be_seen() -> None:
    plan = build(Plan, examples.plan(Profile.EXTENDED))[0]
    ours, theirs = cut(plan, TEAM), cut(plan, CUSTOMER)
    assert plans((ours, ours), 1) == 2
    assert plans((ours, theirs), 1) is None
    assert plans((), 0) == 0
