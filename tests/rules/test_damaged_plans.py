"""Whatever is wrong in plans, in the quarters before them and in what they share: every rule takes it.

The plans are those of the examples and drawn ones, damaged: values of the wrong kind, parts that are gone,
copied to another place or put under another key.
"""

import copy
import datetime as dt
import pathlib
from collections.abc import Callable, Iterator
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from kamc.engine.check import Checked, check
from kamc.engine.read import read_from
from kamc.engine.scope import scope
from kamc.model.fields import Profile
from kamc.rules import examples
from kamc.settings import Settings
from kamc.workspace import Workspace
from tests.strategies import plan_data, shuffled, yaml_text

QUARTERS = ("2026-Q2", "2026-Q3", "2026-Q4")
DAYS = (examples.AS_OF, dt.date(2036, 1, 1), dt.date(1, 1, 1), dt.date(9999, 12, 31))
WHOLE = [examples.plan(ask) for ask in (Profile.SHORT, Profile.EXTENDED)]
SHARED = {
    examples.CATALOGUE_FILE: examples.files("")[examples.CATALOGUE_FILE],
    examples.PEOPLE_FILE: examples.files("")[examples.PEOPLE_FILE],
}
JUNK: tuple[Any, ...] = (
    *("unknown", "none", "jan-ostrow", "cold-line", "done", "week", "yes", "x", "7x5", "12M", "-3", "0"),
    *("2026-Q4", "2028", "2026-02-30", "9999-12-31", "0001-01-01", 0, -5, 10**30, [], {}),
    *(
        ["unknown"],
        ["a", "b", "a"],
        ["none"],
        {"what": "none"},
        {"unknown": "x"},
        {"x-a": 1},
        [{"what": "x"}],
    ),
)
KEYS = ("unknown", "unknown-decider", "x", "jan-ostrow", "night-sales", "2025")
BROKEN = ("None", "Keyed", "Said.", "Decimal(", "When(")
"""What no manager should read in a message."""

bounded = settings(max_examples=40)


@st.composite
def damaged(draw: st.DrawFn, data: Any) -> Any:
    """The same data with up to eight damages, or with none."""
    data = copy.deepcopy(data)
    for _ in range(draw(st.sampled_from((0, 1, 2, 3, 8)))):
        places = list(_places(data))
        if not places:
            break
        holder, key = draw(st.sampled_from(places))
        draw(st.sampled_from((_replaced, _gone, _copied, _moved)))(draw, places, holder, key)
    return data


def _places(holder: Any) -> Iterator[tuple[Any, Any]]:
    """Every value in some data: what holds it, and its key or place there."""
    keys = (
        list(holder) if isinstance(holder, dict) else range(len(holder)) if isinstance(holder, list) else ()
    )
    for key in keys:
        yield holder, key
        yield from _places(holder[key])


def _replaced(draw: Callable[..., Any], _: Any, holder: Any, key: Any) -> None:
    holder[key] = copy.deepcopy(draw(st.sampled_from(JUNK)))


def _gone(_draw: Any, _: Any, holder: Any, key: Any) -> None:
    del holder[key]


def _copied(draw: Callable[..., Any], places: list[tuple[Any, Any]], holder: Any, key: Any) -> None:
    other, there = draw(st.sampled_from(places))
    holder[key] = copy.deepcopy(other[there])


def _moved(draw: Callable[..., Any], places: list[tuple[Any, Any]], holder: Any, key: Any) -> None:
    other, _ = draw(st.sampled_from(places))
    if isinstance(other, dict):
        other[draw(st.sampled_from(KEYS))] = copy.deepcopy(holder[key])


@st.composite
def houses(draw: st.DrawFn, accounts: int) -> dict[str, Any]:
    """The data of every file of a workspace, all of them damaged, by path."""
    files = {path: draw(damaged(data)) for path, data in SHARED.items()}
    for account in (examples.ACCOUNT, "other", "third")[:accounts]:
        base = draw(st.one_of(st.sampled_from(WHOLE), plan_data()))
        for quarter in QUARTERS[draw(st.integers(0, 2)) :]:
            files[f"plans/{account}/{quarter}.yaml"] = draw(damaged(base | {"period": quarter}))
    return files


def told(files: dict[str, Any], day: dt.date, *paths: str) -> Checked:
    """What a check says of the files at `paths`; of all files without them."""
    tree = {path: yaml_text(data).encode() for path, data in files.items()}
    workspace = Workspace(root=pathlib.Path(__file__).parent, marked=True, tree=tree)
    sources = [one for one in workspace.files() if not paths or one.path in paths]
    made = scope(workspace, Settings(), day)
    return check(made, [read_from(workspace, one) for one in sources])


@bounded
@given(houses(1), st.sampled_from(DAYS))
def test_no_rule_raises_whatever_stands_in_a_plan_and_the_quarters_before(
    files: dict[str, Any], day: dt.date
) -> None:
    latest = max(files.keys() - SHARED.keys())
    once = told(files, day, latest)
    assert told(files, day, latest) == once
    for one in once.diagnostics:
        texts = (one.message, one.label, one.help, *(place.message for place in one.related))
        assert one.message
        assert not [word for text in texts for word in BROKEN if word in (text or "")], one


@bounded
@given(houses(3), st.sampled_from(DAYS))
def test_no_rule_over_the_portfolio_raises(files: dict[str, Any], day: dt.date) -> None:
    once = told(files, day)
    assert once.over_all == (not once.unread)
    assert told(files, day) == once


@bounded
@given(st.data())
def test_the_order_of_entries_does_not_change_what_is_found(data: st.DataObject) -> None:
    files = data.draw(houses(1))
    other = {path: data.draw(shuffled(one)) for path, one in files.items()}
    day = data.draw(st.sampled_from(DAYS))
    assert found(other, day) == found(files, day)


def found(files: dict[str, Any], day: dt.date) -> set[tuple[str, str, str | None]]:
    return {(one.code, one.pointer or "", one.path) for one in told(files, day).diagnostics}


@pytest.mark.parametrize("ask", [Profile.SHORT, Profile.EXTENDED])
def test_the_examples_are_clean_in_such_a_workspace(ask: Profile) -> None:
    files = SHARED | {examples.PLAN_FILE: examples.plan(ask)}
    assert told(files, examples.AS_OF).diagnostics == ()
