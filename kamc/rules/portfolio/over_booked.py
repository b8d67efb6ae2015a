"""Nobody gives more time to accounts than they have.

Why: Each plan says how much of its account manager's time it takes (M68, M13). Plans are written one by one,
and only all of them together show that one person is counted on twice (M14).

Bad:

    selection: {coverage: {model: farmer, time: 60}}
    # plans/alster/2026-Q4.yaml
    owner: mara-lind
    selection: {bucket: maintenance, coverage: {model: hunter, time: 50}}

Good:

    selection: {coverage: {model: farmer, time: 60}}
    # plans/alster/2026-Q4.yaml
    owner: mara-lind
    selection: {bucket: maintenance, coverage: {model: hunter, time: 40}}

Remedy: Decide which account gets less, or give one to somebody else; then mend `coverage` in its plan.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kamc.diagnostics import Finding, Kind
from kamc.rules.base import PEOPLE, Holding, Portfolio, Rule
from kamc.rules.portfolio.accounts import led, name, shown_at, title
from kamc.words import listed, plain

ALL = Decimal(100)


def check(portfolio: Portfolio) -> Iterator[tuple[str, Finding]]:
    for owner, holdings in led(portfolio).items():
        times = list(booked(holdings))
        if len(times) > 1 and sum(time for _, time in times) > ALL:
            yield PEOPLE, over(portfolio, owner, times)


def booked(holdings: Sequence[Holding]) -> Iterator[tuple[Holding, Decimal]]:
    """The plans that say how much of their owner's time they take, with how much."""
    for one in holdings:
        time = one.plan.selection.coverage.time
        if isinstance(time, Decimal):
            yield one, time


def over(portfolio: Portfolio, owner: str, times: Sequence[tuple[Holding, Decimal]]) -> Finding:
    total = sum((time for _, time in times), Decimal(0))
    return Finding(
        code=RULE.code,
        message=f"the accounts of {name(portfolio, owner)} take {plain(total)} % of one person's time",
        at=("people", owner),
        label=listed([f"{title(one)} {plain(time)} %" for one, time in times], "and"),
        help="decide which account gets less, or give one to somebody else; then mend `coverage` in its plan",
        related=tuple(
            shown_at(one, f"{plain(time)} %", "selection", "coverage", "time") for one, time in times
        ),
    )


RULE = Rule(
    code="KAM809",
    slug="over-booked",
    kind=Kind.JUDGEMENT,
    methods=(13, 14, 68),
    doc=__doc__,
    check_portfolio=check,
    holder=("people", "mara-lind"),
)
