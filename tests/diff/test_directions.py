"""Every field that knows a direction: its values from worse to better, told forth and back.

The table is made from the model, so a field that gets a direction is asked here without a line of test.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

import pytest

from kamc.diff.effect import MIRROR, of_values
from kamc.diff.fields import of_part
from kamc.diff.names import Names
from kamc.diff.where import Where
from kamc.diff.wording import MINUS, difference
from kamc.model import fields as shapes
from kamc.model.build import build
from kamc.model.change import Effect
from kamc.model.fields import Field, Table
from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.model.shared import Catalogue
from kamc.model.spec import Slot, records_below, spec
from kamc.speech import WRITTEN as AS_WRITTEN

NOBODY = Names(outside={}, entries={}, segments={}, renamed={})


class Directed(NamedTuple):
    """A field with a direction, where it stands, and two values of it: the worse one first."""

    record: type[Part]
    slot: Slot
    field: Field
    worse: Any
    better: Any


def directed() -> Iterator[Directed]:
    records = {*records_below(Plan), *records_below(Catalogue)}
    for record in sorted(records, key=lambda one: one.__name__):
        for slot in spec(record).slots:
            inner = slot.field.value if isinstance(slot.field, Table) else slot.field
            if isinstance(inner, Field) and inner.better and not isinstance(inner, shapes.Lifecycle):
                low, high = pair(inner)
                down = inner.better in {"lower", "earlier"}
                yield Directed(record, slot, inner, *((high, low) if down else (low, high)))


def pair(field: Field) -> tuple[Any, Any]:
    """Two values of a field, as plans write them: the lower, or earlier, or first one before the other."""
    if isinstance(field, shapes.OneWord):
        return field.words[0], field.words[-1]
    if isinstance(field, shapes.Day):
        return "2026-03-31", "2026-06-30"
    if isinstance(field, shapes.Rating):
        return "2x2", "7x5"
    return 1, 2


def named(ones: Iterable[Directed]) -> list[Any]:
    return [pytest.param(one, id=f"{one.record.__name__}.{one.slot.key}") for one in ones]


TOLD_WHOLE = frozenset(("Cell.sales",))
"""Fields that say nothing without another one: what we sell in a cell is told with whose it is."""
ALL = named(directed())
WRITTEN = named(
    one
    for one in directed()
    if not isinstance(one.slot.field, Table) and f"{one.record.__name__}.{one.slot.key}" not in TOLD_WHOLE
)


def test_the_model_knows_many_directions() -> None:
    assert len(ALL) > 80


@pytest.mark.parametrize("one", ALL)
@pytest.mark.parametrize("effect", ["better", "worse"])
def test_a_field_and_its_mirror(one: Directed, effect: Effect) -> None:
    values = [read(one.field, raw) for raw in (one.worse, one.better)]
    old, new = values if effect == "better" else values[::-1]
    assert of_values(one.field, old, new) == effect
    assert of_values(one.field, new, old) == MIRROR[effect]
    assert of_values(one.field, old, old) == "neutral"


@pytest.mark.parametrize("one", ALL)
def test_a_movement_is_told_in_its_own_terms(one: Directed) -> None:
    old, new = (read(one.field, raw) for raw in (one.worse, one.better))
    forth, back = (difference(one.field, *pair_, AS_WRITTEN) for pair_ in ((old, new), (new, old)))
    assert forth is not None
    assert back is not None
    assert (forth.by, forth.unit) == (-back.by, back.unit)
    up = one.field.better in {"higher", "later", "last-word"}
    assert (forth.by > 0) is up


@pytest.mark.parametrize("one", WRITTEN)
@pytest.mark.parametrize("unsure", ["unknown", None])
def test_a_question_answered_is_better_and_one_more_is_worse(one: Directed, unsure: str | None) -> None:
    old, new = (record(one, raw) for raw in (unsure, one.better))
    expected = ("better", "worse") if unsure else ("neutral", "neutral")
    assert tuple(effect_of(one, *both) for both in ((old, new), (new, old))) == expected


@pytest.mark.parametrize("one", WRITTEN)
def test_records_tell_what_their_fields_do(one: Directed) -> None:
    """Through the comparison itself, where nothing but this field is written."""
    old, new = (record(one, raw) for raw in (one.worse, one.better))
    assert effect_of(one, old, new) == "better"
    assert effect_of(one, new, old) == "worse"


def effect_of(one: Directed, old: Part, new: Part) -> Effect:
    where = Where(names=NOBODY, entity="thing", id="thing", subject="Thing")
    found = [change for change in of_part(old, new, where) if change.field == one.slot.key]
    assert len(found) == 1
    return found[0].effect


def record(one: Directed, raw: Any) -> Part:
    made, problems = build(one.record, {} if raw is None else {one.slot.key: raw})
    assert not problems
    return made


def read(field: Field, raw: Any) -> Any:
    assert isinstance(field, shapes.Scalar)
    value = field.read(raw)
    assert value is not None
    return value


# --- directions that depend on the record that holds the field ---

MEMBER = {"roles": ["user"], "influence": "low"}
CELL = {"until": "2026-12-31"}
GOAL = {"what": "Cost", "baseline": "90k", "target": "60k", "now": "80k"}


@pytest.mark.parametrize(
    ("kind", "base", "key", "value", "expected"),
    [
        ("Member", {**MEMBER, "stance": "supporter"}, "influence", "high", "better"),
        ("Member", {**MEMBER, "stance": "conditional-supporter"}, "influence", "high", "better"),
        ("Member", {**MEMBER, "stance": "constructive-critic"}, "influence", "high", "worse"),
        ("Member", {**MEMBER, "stance": "opponent"}, "influence", "high", "worse"),
        ("Member", MEMBER, "influence", "high", "neutral"),
        ("Cell", {**CELL, "state": "ours"}, "until", "2027-12-31", "better"),
        ("Cell", {**CELL, "state": "competitor", "who": "ostrevik"}, "until", "2027-12-31", "worse"),
        ("Cell", {**CELL, "state": "in-house"}, "until", "2027-12-31", "neutral"),
        ("Objective", GOAL, "now", "70k", "better"),
        ("Objective", GOAL, "target", "70k", "worse"),
        ("Objective", {**GOAL, "target": "120k"}, "now", "85k", "better"),
    ],
)
def test_what_holds_a_field_decides(
    kind: str, base: dict[str, Any], key: str, value: str, expected: Effect
) -> None:
    holder = next(one for one in records_below(Plan) if one.__name__ == kind)
    old, new = (build(holder, data)[0] for data in (base, {**base, key: value}))
    where = Where(names=NOBODY, entity="thing", id="thing", subject="Thing", units=("", ""))
    forth, back = (
        [one.effect for one in of_part(*both, where) if one.field == key] for both in ((old, new), (new, old))
    )
    assert forth == [expected]
    assert back == [MIRROR[expected]]


def test_points_have_one_decimal_and_a_true_minus() -> None:
    share = shapes.Percent("Share", better="higher")
    up, down = (
        difference(share, Decimal(one), Decimal(other), AS_WRITTEN) for one, other in ((22, 25), (25, 22))
    )
    assert up is not None
    assert down is not None
    assert (up.text, down.text) == ("+3.0 points", f"{MINUS}3.0 points")
