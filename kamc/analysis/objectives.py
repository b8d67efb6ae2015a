"""Objectives: where we started, where we are, where we should be by now (M53).

The expected path is a straight line from the baseline to the target. It ends on the day of `by`, and starts
with the last day of the year that the plan's amounts are of (`account_as_market.year`), the baseline among
them; where the plan tells no year, with the last day before its quarter.
"""

import datetime as dt
from decimal import Decimal
from typing import Literal, TypeAlias

import msgspec

from kamc.analysis.needs import needs
from kamc.analysis.sums import currency_of, percent
from kamc.audience import View
from kamc.model.goals import Objective
from kamc.model.period import Period, period
from kamc.model.plan import Plan
from kamc.model.values import Measure, Quantity, When, each, known

Course: TypeAlias = Literal["ahead", "on-course", "behind"]
IN_MONEY = frozenset(("sales", "margin", "price"))


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of an objective, all in one unit; those in another unit are not known."""

    measure: str
    unit: str
    """A currency where `is_money`, else a unit; empty where none is written."""
    is_money: bool
    baseline: Decimal | None
    now: Decimal | None
    target: Decimal | None

    @property
    def gain(self) -> Decimal | None:
        """Target less baseline: below zero where it wants less of something."""
        if self.baseline is None or self.target is None:
            return None
        return self.target - self.baseline

    @property
    def done(self) -> Decimal | None:
        """How many percent of the way from baseline to target are done; not known where there is no way."""
        if self.baseline is None or self.now is None:
            return None
        return percent(self.now - self.baseline, self.gain)


class Economic(msgspec.Struct, frozen=True, kw_only=True):
    """An economic objective, and how it stands on a day."""

    id: str
    state: str
    figures: Measured
    since: dt.date | None
    """Where its expected path starts."""
    by: When | None
    expected: Decimal | None
    """Where we should be on the day."""
    course: Course | None
    """Whether we are where we should be: of open ones whose figures are known."""
    is_overdue: bool

    @property
    def ahead(self) -> Decimal | None:
        """How far `now` lies beyond what is expected, towards the target; below zero where we are behind."""
        if self.figures.now is None or self.expected is None:
            return None
        far = self.figures.now - self.expected
        return -far if (self.figures.gain or 0) < 0 else far


class Political(msgspec.Struct, frozen=True, kw_only=True):
    """An objective about people: whom to find, reach or win, and on whom of ours we count."""

    id: str
    state: str
    people: tuple[str, ...]
    team: tuple[str, ...]
    by: When | None
    is_overdue: bool


class Objectives(msgspec.Struct, frozen=True, kw_only=True):
    """The objectives of an account, those that have ended too, in the plan's order."""

    economic: tuple[Economic, ...]
    political: tuple[Political, ...]

    def on(self, course: Course) -> tuple[Economic, ...]:
        """The open economic ones that are ahead, on course or behind."""
        return tuple(one for one in self.economic if one.course == course)


@needs("account_plan.objectives.*.baseline", "account_plan.objectives.*.target", "account_as_market.year")
def objectives(view: View, as_of: dt.date, fiscal_year_start: int = 1) -> Objectives | None:
    """How the objectives stand on a day; absent where the plan has none."""
    plan = view.plan
    held = {id: one for id, one in plan.account_plan.objectives.items() if one and one.said is None}
    if not held:
        return None
    since = _since(plan, fiscal_year_start)
    return Objectives(
        economic=tuple(
            _economic(plan, id, one, since, as_of) for id, one in held.items() if one.kind != "political"
        ),
        political=tuple(_political(id, one, as_of) for id, one in held.items() if one.kind == "political"),
    )


def measured(plan: Plan, one: Objective) -> Measured:
    """The figures of an objective in one unit: the one that it names, else that of its target or baseline."""
    measure, told = known(one.measure) or "sales", (one.target, one.baseline, one.now)
    units = (known(one.unit), *(part.unit for part in told if isinstance(part, Quantity)))
    unit = next((part for part in units if part), "")
    is_money = measure in IN_MONEY and not unit
    return Measured(
        measure=measure,
        unit=currency_of(plan, one.currency) if is_money else unit,
        is_money=is_money,
        baseline=_in(unit, one.baseline),
        now=_in(unit, one.now),
        target=_in(unit, one.target),
    )


def _in(unit: str, value: Measure) -> Decimal | None:
    return value.amount if isinstance(value, Quantity) and value.unit in {"", unit} else None


def _economic(plan: Plan, id: str, one: Objective, since: dt.date | None, as_of: dt.date) -> Economic:
    figures, by = measured(plan, one), known(one.by)
    expected = _expected(figures, since, by, as_of) if one.is_open else None
    return Economic(
        id=id,
        state=one.state,
        figures=figures,
        since=since,
        by=by,
        expected=expected,
        course=_course(figures, expected),
        is_overdue=_is_overdue(one, as_of),
    )


def _expected(figures: Measured, since: dt.date | None, by: When | None, day: dt.date) -> Decimal | None:
    """The baseline, and as much of the gain as of the time: none before the path starts, all once it ends."""
    if figures.baseline is None or figures.gain is None or since is None or by is None or by.last <= since:
        return None
    gone = min(max(day, since), by.last) - since
    return figures.baseline + figures.gain * gone.days / (by.last - since).days


def _course(figures: Measured, expected: Decimal | None) -> Course | None:
    if figures.now is None or expected is None:
        return None
    if figures.now == expected:
        return "on-course"
    is_more, aims_down = figures.now > expected, (figures.gain or 0) < 0
    return "ahead" if is_more is not aims_down else "behind"


def _political(id: str, one: Objective, as_of: dt.date) -> Political:
    return Political(
        id=id,
        state=one.state,
        people=each(one.people),
        team=each(one.team),
        by=known(one.by),
        is_overdue=_is_overdue(one, as_of),
    )


def _is_overdue(one: Objective, as_of: dt.date) -> bool:
    return one.is_open and isinstance(one.by, When) and one.by.last < as_of


def _since(plan: Plan, fiscal_year_start: int) -> dt.date | None:
    year, quarter = known(plan.account_as_market.year), period(plan.period)
    if year is not None:
        return Period(int(year), 4).last_day(fiscal_year_start)
    return quarter.before.last_day(fiscal_year_start) if quarter else None
