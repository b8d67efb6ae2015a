"""Plain data to records: short forms mean what the long ones mean, and what does not fit is lost alone."""

from decimal import Decimal
from typing import Any

import pytest

from kamc.model.build import build, fits
from kamc.model.buying_center import Member
from kamc.model.market import AccountAsMarket, Cell
from kamc.model.normal import normal
from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.model.relationships import Relationships
from kamc.model.selection import LifetimeValue, Size
from kamc.model.spec import records_below, spec
from kamc.model.values import NONE, UNKNOWN, Keyed
from kamc.model.wallet import Result


def read(path: str, value: Any) -> Any:
    """What a plan holds at a path of attributes where its file has `value`."""
    keys = path.split(".")
    for key in reversed(keys):
        value = {key: value}
    found: Any = build(Plan, value)[0]
    for key in keys:
        found = found[key] if isinstance(found, Keyed) else getattr(found, key)
    return found


SHORT_FORMS = (
    ("summary", "Second", {"stand": "Second"}),
    ("account_knowledge.situation", "Alone", {"what": "Alone"}),
    ("account_knowledge.situation", ["Alone", "Old"], {"what": ["Alone", "Old"]}),
    ("account_knowledge.success_factors.clean-audit", "No finding", {"what": "No finding"}),
    ("account_plan.communications.by-ten", "By ten", {"message": "By ten"}),
    ("relationships.selling_center.ida-moe", ["sponsor", "executive"], {"roles": ["sponsor", "executive"]}),
    ("relationships.buying_center.jo.contacts.ida-moe", "2026-10", {"last": "2026-10"}),
    ("account_as_market.share_of_wallet.pumps", "6.4M", {"spend": "6.4M"}),
    ("account_as_market.results.2025", "2.1M", {"sales": "2.1M"}),
    ("account_as_market.results.2025.presale", "180k", {"total": "180k"}),
    ("account_as_market.results.2025.postsale", 90000, {"total": "90k"}),
    ("selection.attractiveness.size", 4, {"score": 4}),
    ("selection.coverage", "hunter", {"model": "hunter"}),
    ("account_as_market.open_space.north.pumps", "9.0M", {"state": "ours", "sales": "9.0M"}),
    ("account_as_market.open_space.north.pumps", 9, {"state": "ours", "sales": 9}),
    ("account_as_market.open_space.north.pumps", Decimal("0.5"), {"state": "ours", "sales": Decimal("0.5")}),
    ("account_as_market.open_space.north.pumps", "kestrel", {"state": "competitor", "who": "kestrel"}),
    ("account_as_market.open_space.north.pumps", "open", {"state": "open"}),
    ("account_as_market.open_space.north.pumps", "in-house", {"state": "in-house"}),
    ("account_as_market.open_space.north.pumps", "not-wanted", {"state": "not-wanted"}),
    ("account_as_market.open_space.north.pumps", "unknown", {"state": "unknown"}),
)


@pytest.mark.parametrize(("path", "short", "long"), SHORT_FORMS)
def test_a_short_form_means_its_long_form(path: str, short: Any, long: Any) -> None:
    assert read(path, short) == read(path, long)
    assert read(path, short)


@pytest.mark.parametrize(
    ("path", "written", "value"),
    [
        ("status", "approved", "approved"),
        ("summary.stand", "unknown", UNKNOWN),
        ("summary.stand", "none", NONE),
        ("account_as_market.results.2025.basis", "actual", None),
        ("account_as_market.results.2025.basis", "expected", "expected"),
        ("account_plan.objectives.more.kind", "economic", None),
        ("account_plan.activities.visit.status", "planned", None),
        ("account_plan.activities.visit.with_", None, None),
        ("account_as_market.results.2025.sales", "2.10M", Decimal(2_100_000)),
        ("account_knowledge.challenges.backlog.serves", "clean-audit", ("clean-audit",)),
        ("account_knowledge.challenges.backlog.serves", ["b", "a", "b"], ("b", "a")),
    ],
)
def test_a_value(path: str, written: Any, value: Any) -> None:
    found = read(path.replace(".with_", ".with"), written) if not path.endswith("with_") else None
    assert found == value


def test_a_key_that_is_a_word_of_python() -> None:
    visit = build(Plan, {"account_plan": {"activities": {"visit": {"with": "jo"}}}})[
        0
    ].account_plan.activities["visit"]
    assert visit.with_ == ("jo",)


def test_an_absent_part_is_an_empty_one() -> None:
    plan, _ = build(Plan, {})
    assert not plan.account_knowledge.customer_analysis.shared_future
    assert plan.account_plan.activities == Keyed()
    assert normal(plan) == {}


@pytest.mark.parametrize("word", ["unknown", "none"])
def test_a_whole_part_that_is_unknown_or_none(word: str) -> None:
    said = {"unknown": UNKNOWN, "none": NONE}[word]
    assert read("account_knowledge.situation", word).said is said
    assert read("relationships.buying_center", word).said is said
    assert not read("relationships.buying_center", word)


RECOVERED: tuple[tuple[str, Any, Any], ...] = (
    # where, what is wrong there, and what is understood instead
    ("summary.stand", 7, UNKNOWN),
    ("summary.stand", {"a": "b"}, UNKNOWN),
    ("status", "aproved", UNKNOWN),
    ("owner", "Ida Moe", UNKNOWN),
    ("selection.coverage.time", "a lot", UNKNOWN),
    ("selection.coverage.time", 120, UNKNOWN),
    ("account_plan.objectives.more.by", "soon", UNKNOWN),
    ("account_plan.objectives.more.target", [], UNKNOWN),
    ("account_knowledge.challenges.backlog.serves", "Clean Audit", UNKNOWN),
    ("account_knowledge.challenges.backlog.serves", ["clean-audit", 7], UNKNOWN),
    ("relationships.buying_center.jo.roles", ["decider", "king"], UNKNOWN),
    ("product_knowledge.decision_criteria.price.relevance.decider", "9x9", UNKNOWN),
)


@pytest.mark.parametrize(("path", "wrong", "understood"), RECOVERED)
def test_a_value_that_does_not_fit_becomes_unknown(path: str, wrong: Any, understood: Any) -> None:
    assert read(path, wrong) is understood


@pytest.mark.parametrize("wrong", [7, None, [], ["a"]])
def test_a_broken_entry_keeps_its_id(wrong: Any) -> None:
    centre, problems = build(Relationships, {"buying_center": {"jo": wrong, "aylin": {"title": "Head"}}})
    assert list(centre.buying_center) == ["jo", "aylin"]
    assert centre.buying_center["jo"] == Member(said=UNKNOWN)
    assert centre.buying_center["aylin"].title == "Head"
    assert not fits(problems)


@pytest.mark.parametrize("wrong", [None, [], ["open"]])
def test_a_broken_cell_is_an_unknown_one(wrong: Any) -> None:
    market, problems = build(AccountAsMarket, {"open_space": {"north": {"pumps": wrong}}})
    assert market.open_space["north"]["pumps"] == Cell(state=UNKNOWN)
    assert not fits(problems)


@pytest.mark.parametrize("wrong", [7, None, [], "north"])
def test_a_broken_mapping_is_unknown(wrong: Any) -> None:
    assert read("account_as_market.open_space", wrong) == Keyed(said=UNKNOWN)


def test_keys_of_ones_own_are_kept_and_others_are_left_out() -> None:
    plan, problems = build(Plan, {"x-crm": {"id": 7}, "crm": 7, "name": "Nordhafen"})
    assert normal(plan) == {"name": "Nordhafen", "x-crm": {"id": 7}}
    assert (("crm",), "") in problems


def test_a_day_that_no_month_has_is_told_in_words() -> None:
    plan, problems = build(Plan, {"reviewed": {"selection": "2027-02-29"}})
    assert plan.reviewed.selection is UNKNOWN
    assert (("reviewed", "selection"), "there is no 2027-02-29 in the calendar") in problems


def test_the_header_has_to_be_there() -> None:
    _, problems = build(Plan, {"name": "Nordhafen"})
    assert {path for path, _ in problems} == {
        (key,) for key in ("kamc", "account", "period", "status", "profile", "owner")
    }


@pytest.mark.parametrize("record", records_below(Plan), ids=lambda record: record.__name__)
def test_the_examples_of_the_model_fit(record: type[Part]) -> None:
    for slot in spec(record).slots:
        if slot.field.example is not None:
            _, problems = build(record, {slot.key: slot.field.example})
            assert not [path for path, _ in problems if path[:1] == (slot.key,)], slot.key


def test_records_of_figures() -> None:
    """Money, shares and quantities, each exact."""
    assert build(LifetimeValue, {"yearly_margin": "1.2M", "retention": "93 %"})[0] == LifetimeValue(
        yearly_margin=Decimal(1_200_000), retention=Decimal(93)
    )
    assert str(build(Size, {"volume": "4100 tonnes"})[0].volume) == "4100 tonnes"
    assert build(Result, "2.1M")[0] == Result(sales=Decimal(2_100_000))
