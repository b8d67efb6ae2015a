"""What holds of every two plans: none differs from itself, back mirrors forth, order means nothing."""

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kamc.diff import compare
from kamc.model.build import build
from kamc.model.buying_center import STANCES
from kamc.model.change import Change
from kamc.model.normal import normal
from kamc.model.plan import Plan

Data = dict[str, Any]
ENOUGH = settings(max_examples=40, deadline=None)
MIRROR = {"better": "worse", "worse": "better", "neutral": "neutral"}
HEADER = {
    "kamc": 1, "account": "gruenau-heat", "name": "Fernwärme Grünau", "status": "draft", "profile": "short",
    "owner": "jonas-petri",
}  # fmt: skip
PEOPLE = ("lena-berg", "otto-kern", "ada-lind")
PRODUCTS = ("drilling", "pumps")


def some(ids: tuple[str, ...], values: st.SearchStrategy[Any]) -> st.SearchStrategy[Data]:
    return st.dictionaries(st.sampled_from(ids), values, max_size=len(ids))


def fields(**kinds: st.SearchStrategy[Any]) -> st.SearchStrategy[Data]:
    return st.fixed_dictionaries({"what": st.sampled_from(("One thing", "Another"))}, optional=kinds)


def sets(words: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(words), min_size=1, max_size=3, unique=True)


MONEY = st.sampled_from(("0.4M", "1M", 1_000_000, "250k"))
DATES = st.sampled_from(("2027", "2027-Q4", "2027-12-31", "2026-06", "unknown"))
MEMBER = st.fixed_dictionaries(
    {"title": st.just("Director")},
    optional={
        "roles": sets(("user", "buyer", "decider")),
        "stance": st.sampled_from((*STANCES, "unknown")),
        "influence": st.sampled_from(("low", "high")),
        "contacts": some(("jonas-petri", "priya-nair"), DATES),
    },
)
GOAL = fields(target=MONEY, by=DATES, people=sets(PEOPLE))
DEED = fields(by=DATES, status=st.sampled_from(("planned", "running")), owner=st.just("jonas-petri"))
DEAL = fields(
    value=MONEY, probability=st.integers(0, 100), closes=DATES, stage=st.sampled_from(("go", "pursued"))
)
CELL = st.sampled_from(("open", "in-house", "not-wanted", "ostrevik", "0.2M", "0.9M", "unknown"))
PLANS = st.fixed_dictionaries(
    {
        **{key: st.just(value) for key, value in HEADER.items()},
        "period": st.sampled_from(("2026-Q3", "2026-Q4")),
        "account_knowledge": st.fixed_dictionaries(
            {"success_factors": some(("warm", "clean"), fields(by=DATES))}
        ),
        "relationships": st.fixed_dictionaries({"buying_center": some(PEOPLE, MEMBER)}),
        "account_as_market": st.fixed_dictionaries(
            {
                "share_of_wallet": some(PRODUCTS, st.fixed_dictionaries({"spend": MONEY, "ours": MONEY})),
                "open_space": some(("north", "south"), some(PRODUCTS, CELL)),
            }
        ),
        "account_plan": st.fixed_dictionaries(
            {
                "objectives": some(("grow", "win"), GOAL),
                "opportunities": some(("deal",), DEAL),
                "activities": some(("visit", "call"), DEED),
            }
        ),
    }
)  # fmt: skip


def plan(data: Data) -> Plan:
    """A plan of what was drawn; a mapping without entries is a gap in a file, so it is left out."""
    read, problems = build(Plan, filled(data))
    assert not problems
    return read


def filled(data: Any) -> Any:
    if not isinstance(data, dict):
        return data
    return {key: inner for key, value in data.items() if (inner := filled(value)) != {}}


def shuffled(data: Any, chance: random.Random) -> Any:
    if isinstance(data, dict):
        items = [(key, shuffled(value, chance)) for key, value in data.items()]
        chance.shuffle(items)
        return dict(items)
    return chance.sample(data, len(data)) if isinstance(data, list) else data


@ENOUGH
@given(PLANS)
def test_nothing_differs_from_itself(data: Data) -> None:
    assert compare(plan(data), plan(data)) == ()


@ENOUGH
@given(PLANS, st.randoms(use_true_random=False))
def test_order_means_nothing(data: Data, chance: random.Random) -> None:
    assert compare(plan(data), plan(shuffled(data, chance))) == ()


@ENOUGH
@given(PLANS)
def test_normal_form_means_the_same(data: Data) -> None:
    assert compare(plan(data), plan(normal(plan(data)))) == ()  # type: ignore[arg-type]


@ENOUGH
@given(PLANS, PLANS, st.randoms(use_true_random=False))
def test_order_changes_no_change(old: Data, new: Data, chance: random.Random) -> None:
    told = compare(plan(shuffled(old, chance)), plan(shuffled(new, chance)))
    assert told == compare(plan(old), plan(new))


def turned(one: Change) -> tuple[Any, ...]:
    kind = {"added": "removed", "removed": "added"}.get(one.kind, one.kind)
    return (kind, one.entity, one.id, one.field, str(one.new), str(one.old), MIRROR[one.effect])


def as_it_is(one: Change) -> tuple[Any, ...]:
    return (one.kind, one.entity, one.id, one.field, str(one.old), str(one.new), one.effect)


def moved_by(one: Change) -> tuple[str, str, float]:
    return (one.id, one.field or "", float(one.difference.by) if one.difference else 0.0)


@ENOUGH
@given(PLANS, PLANS)
def test_back_is_the_mirror_of_forth(old: Data, new: Data) -> None:
    forth = compare(plan(old), plan(new))
    back = compare(plan(new), plan(old))
    assert sorted(map(as_it_is, forth)) == sorted(map(turned, back))
    assert sorted(map(moved_by, forth)) == sorted((id, field, -by) for id, field, by in map(moved_by, back))


@ENOUGH
@given(PLANS, PLANS)
def test_nothing_told_only_where_the_plans_mean_the_same(old: Data, new: Data) -> None:
    same = normal(plan({**old, "period": "2026-Q3"})) == normal(plan({**new, "period": "2026-Q3"}))
    assert (not compare(plan(old), plan(new))) is same
