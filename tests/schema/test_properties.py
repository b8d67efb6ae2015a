"""Laws: the model's verdict and the schema's agree on whole and on damaged plans; every mistake is worded."""

import copy
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamc.model.build import build, fits
from kamc.model.plan import Plan
from kamc.schema import check
from kamc.schema.ids import proposal
from kamc.schema.mistakes import mistakes
from kamc.words import distance, nearest
from tests.schema.conftest import PLANS

LINES = st.characters(codec="utf-8", exclude_characters="\r\n")
KEYS = st.sampled_from(
    ["what", "stance", "x-own", "by", "Serves", "whose ", "con", "2026", "kamc", "a-b"]
) | st.text(LINES, max_size=8)
TEXTS = st.sampled_from(
    ["12M", "12 M", "2028-Q2", "2028-13", "yes", "open", "unknown", "none", "7x5", "a-b", "1e5"]
) | st.text(LINES, max_size=12)
NUMBERS = (
    st.integers(-(10**20), 10**20)
    | st.decimals(-10000, 10000, places=2)
    | st.sampled_from([Decimal("2.0"), Decimal("1E+2")])
)
VALUES = st.recursive(
    st.none() | TEXTS | NUMBERS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=2),
    max_leaves=4,
)


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every key or index below `data`, with what holds it."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in list(inner):
        yield data, key
        yield from places(value)


@st.composite
def damaged(draw: st.DrawFn) -> Any:
    """A worked plan in which up to three places are replaced, renamed, removed or added to."""
    plan = copy.deepcopy(PLANS[draw(st.sampled_from(sorted(PLANS)))])
    for _ in range(draw(st.integers(0, 3))):
        holder, key = draw(st.sampled_from(list(places(plan))))
        how = draw(st.sampled_from(["replace", "rename", "remove", "add"]))
        if how == "replace":
            holder[key] = draw(VALUES)
        elif how == "remove":
            del holder[key]
        elif isinstance(holder, dict):
            name = draw(KEYS)
            holder[name] = holder.pop(key) if how == "rename" else draw(VALUES)
    return plan


@settings(max_examples=150, deadline=None)
@given(damaged())
def test_model_and_schema_give_one_verdict_and_every_mistake_is_worded(plan: Any) -> None:
    found = check(plan, "plan")
    assert fits(build(Plan, plan)[1]) == (not mistakes(plan, "plan")) == (not found)
    assert len({(one.at, one.code, one.on) for one in found}) == len(found)
    words = " ".join(f"{one.message} {one.help}" for one in found)
    assert not re.search(r"#/|\$defs|Decimal\(|NoneType|\(\?|\[0-9\]", words)


@pytest.mark.parametrize(
    ("key", "value", "holds"),
    [
        ("score", Decimal("4.0"), True),
        ("score", Decimal("4.5"), False),
        ("score", Decimal("0.4E+1"), True),
        ("date", Decimal("2028.0"), True),
        ("date", Decimal("2028.5"), False),
        ("share", Decimal("100.00"), True),
        ("share", Decimal("100.0000000000000000000001"), False),
    ],
)
def test_exact_numbers_get_one_verdict(key: str, value: Decimal, *, holds: bool) -> None:
    plan = copy.deepcopy(PLANS["gruenau-heat/2026-Q2"])
    plan["selection"]["attractiveness"] = {"size": value if key == "score" else 4}
    plan["selection"]["coverage"] = {"time": value if key == "share" else 4}
    plan["reviewed"] = {"selection": value if key == "date" else 2026}
    assert fits(build(Plan, plan)[1]) == (not mistakes(plan, "plan")) == holds


@given(st.text())
def test_a_proposed_id_can_be_one(text: str) -> None:
    near = proposal(text, "member")
    assert near is None or proposal(near, "member") == near


@given(st.text(max_size=8), st.text(max_size=8), st.text(max_size=8))
def test_distance_is_one(one: str, other: str, third: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
    assert distance(one, third) <= distance(one, other) + distance(other, third) + min(
        map(len, (one, other, third))
    )


def test_neighbours_swapped_are_one_slip() -> None:
    assert distance("stnace", "stance") == 1


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Stance", "stance"),
        ("stnace", "stance"),
        ("summer", None),
        ("due_by", None),
        ("b", None),
        ("SERVE", "serves"),
    ],
)
def test_nearest(word: str, meant: str | None) -> None:
    assert nearest(word, ["by", "serves", "stance"]) == meant
