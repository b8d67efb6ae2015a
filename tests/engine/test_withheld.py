"""What a build leaves out because of its readers: silent for them, told to whoever builds."""

import pytest

from kamc.audience import cut
from kamc.engine.withheld import withheld
from kamc.model.build import build
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from tests.test_audience import at
from tests.workspaces import Place

PRIVATE, TEAM, CUSTOMER = Audience
MEMBER = "relationships.buying_center.katrin-voss"
FACTOR = "account_knowledge.success_factors.clean-audit"


@pytest.mark.parametrize(
    ("path", "written", "audience", "titles"),
    [
        ("summary", {"stand": "Second", "because": "Price"}, CUSTOMER, ("summary",)),
        ("summary", {"stand": "Second"}, TEAM, ()),
        (MEMBER, {"profile": {"personal_agenda": "A seat", "needs": "B"}}, TEAM, ("personal agenda",)),
        (MEMBER, {"title": "Head", "profile": {"personal_agenda": "A seat"}}, TEAM, ("profile",)),
        (MEMBER, {"title": "Head", "stance": "opponent", "audience": "customer"}, CUSTOMER, ("stance",)),
        (FACTOR, {"what": "No", "sources": "May", "confidence": "low"}, CUSTOMER, ("sources", "confidence")),
        (FACTOR, {"what": "No finding", "audience": "private"}, PRIVATE, ()),
        ("account_as_market.swot", {"threats": {"late": "A rival"}}, CUSTOMER, ("account as a market",)),
    ],
)  # fmt: skip
def test_each_thing_is_named_once_and_as_whole_as_it_is_missing(
    path: str, written: object, audience: Audience, titles: tuple[str, ...]
) -> None:
    plan, _ = build(Plan, at(path, written))
    assert withheld(plan, cut(plan, audience).plan) == titles


def test_the_last_line_counts_and_v_names(here: Place) -> None:
    done = here.call("build", "--audience", "customer")
    assert done.status == 0
    assert "are not for them (-v names them)" in done.out
    assert "facts that are not for" not in done.err
    told = here.call("build", "--audience", "customer", "-v")
    assert "facts that are not for the customer: " in told.err
    assert "briefs that are not for the customer: " in told.err
    assert all(word in told.err for word in ("summary", "selection", "relationships"))


def test_what_stands_from_before_is_counted_as_what_is_new(here: Place) -> None:
    first = here.call("build", "--audience", "customer").out.partition(";")[2]
    assert here.call("build", "--audience", "customer").out.partition(";")[2] == first


def test_quiet_is_quiet_and_nothing_is_withheld_from_the_account_manager(here: Place) -> None:
    assert here.call("build", "--audience", "customer", "-q").out == ""
    assert "not for them" not in here.call("build", "--audience", "private").out


def test_the_readers_are_not_told(here: Place) -> None:
    here.call("build", "--audience", "customer")
    for path in (here.root / "dist/customer/hafen-spedition").rglob("*.*"):
        assert "not for" not in path.read_text(encoding="utf-8")
