"""The laws that hold for every plan, whoever wrote it."""

import pathlib
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import example, given

from kamc import schema
from kamc.audience import cut
from kamc.engine.read import read
from kamc.links import link_findings
from kamc.loader import load
from kamc.model.build import build, fits
from kamc.model.fields import Audience
from kamc.model.normal import normal
from kamc.model.period import Period
from kamc.model.plan import Plan
from kamc.workspace import Source
from tests.strategies import SHARED, plan_data, plan_of, shuffled, yaml_text

WORKED = sorted((pathlib.Path(__file__).parents[1] / "plans").glob("*/*.yaml"))
SOURCE = Source(path="plans/a/2026-Q4.yaml", kind="plan", account="a", period=Period(2026, 4))
JUNK = st.recursive(
    st.none() | st.integers(-9, 9) | st.decimals(-9, 9, places=2) | st.text(max_size=6) | st.just("unknown"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=5,
)
"""Data that no author would write, and every author does."""

worked = pytest.mark.parametrize("path", WORKED, ids=lambda path: f"{path.parent.name}-{path.stem}")


def data_of(path: pathlib.Path) -> Any:
    """The data of a worked plan."""
    document = load(path.read_bytes(), path.name)
    assert document.readable, document.faults
    return document.data


# --- Drawn plans are plans ----------------------------------------------------------------------------------


@given(plan_data())
def test_drawn_plans_are_valid(data: Any) -> None:
    assert schema.check(data, "plan") == ()
    assert list(link_findings(plan_of(data), SHARED)) == []


# --- One plan, one normal form ------------------------------------------------------------------------------


@given(plan_data(), st.integers(0, 6))
def test_a_plan_written_as_a_file_is_read_as_the_same_plan(data: Any, blocks: int) -> None:
    document = load(yaml_text(data, blocks=blocks).encode(), "plan.yaml")
    assert document.faults == ()
    assert document.data == data


@given(plan_data(), st.integers(0, 6))
def test_the_normal_form_of_a_plan_is_a_plan_with_that_normal_form(data: Any, blocks: int) -> None:
    form = normal(plan_of(data))
    again = load(yaml_text(form, blocks=blocks).encode(), "plan.yaml").data
    assert schema.check(again, "plan") == ()
    assert normal(plan_of(again)) == form


@worked
def test_the_normal_form_of_a_worked_plan_is_the_same_plan(path: pathlib.Path) -> None:
    form = normal(plan_of(data_of(path)))
    again = load(yaml_text(form).encode(), path.name).data
    assert normal(plan_of(again)) == form


@given(st.data())
def test_the_order_of_a_mapping_means_nothing(data: st.DataObject) -> None:
    drawn = data.draw(plan_data())
    other = data.draw(shuffled(drawn))
    assert plan_of(other) == plan_of(drawn)
    assert normal(plan_of(other)) == normal(plan_of(drawn))


# --- Nothing that anybody writes breaks anything ------------------------------------------------------------


def survives(source: bytes) -> None:
    """Whatever is in the file, reading it gives a plan, and findings that can be shown."""
    loaded = read(SOURCE, source)
    assert loaded.readable or loaded.findings
    assert all(one.message for one in loaded.findings)
    sound(loaded.plan)


def sound(plan: Plan) -> None:
    """The stages that follow take every plan, too."""
    list(link_findings(plan, SHARED))
    for audience in Audience:
        normal(cut(plan, audience).plan)


@given(st.binary(max_size=200))
@example(b"")
@example(b"\xef\xbb\xbf")
@example(b"kamc: 1\r\naccount:")
def test_no_bytes_raise(source: bytes) -> None:
    survives(source)


@given(st.text(st.sampled_from("kamc: 1-{}[]\"'#&*!|>%@`,?\n\t\\x~é\u2028"), max_size=60))
@example("- kamc: 1\n")
@example("{" * 60)
def test_no_text_raises(text: str) -> None:
    survives(text.encode())


@given(st.data())
def test_no_slip_in_a_plan_raises(data: st.DataObject) -> None:
    text = yaml_text(data.draw(plan_data()), blocks=data.draw(st.integers(1, 4)))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 5)))
    slip = data.draw(st.text(st.sampled_from(" :,-#\"'{}[]\n&ax1"), max_size=4))
    survives((text[:start] + slip + text[end:]).encode())


@given(st.data())
def test_a_value_in_the_wrong_place_is_noticed_and_breaks_nothing(data: st.DataObject) -> None:
    drawn = data.draw(plan_data())
    holder = drawn
    while inner := [one for one in _items(holder) if isinstance(one, dict | list) and one]:
        if data.draw(st.booleans()):
            break
        holder = data.draw(st.sampled_from(inner))
    holder[data.draw(st.sampled_from(sorted(_keys(holder))))] = data.draw(JUNK)
    plan, problems = build(Plan, drawn)
    sound(plan)
    assert fits(problems) == (schema.check(drawn, "plan") == ())
    form = normal(plan)
    assert normal(build(Plan, form)[0]) == form


def _items(holder: Any) -> list[Any]:
    return list(holder.values()) if isinstance(holder, dict) else holder


def _keys(holder: Any) -> list[Any]:
    return list(holder) if isinstance(holder, dict) else list(range(len(holder)))
