"""A target that asks less of us than last quarter says why.

Why: An objective is a baseline, a target and a date (M53). A target that quietly comes down to what is
reached is always met, and teaches nobody anything; a reason shows whether the account or the plan was wrong.

Bad:

    account_plan: {objectives: {night-sales: {target: 0.4M}}}
    # 2026-Q3
    summary: "Third of three carriers."

Good:

    account_plan: {objectives: {night-sales: {target: 0.4M, why: "The hub opens a year later"}}}
    # 2026-Q3
    summary: "Third of three carriers."

Remedy: Say in its `why` what has changed, or put the target back. Where it was set too high from the start,
say that.
"""

from collections.abc import Iterator
from decimal import Decimal

from kamc.diagnostics import Finding, Kind
from kamc.model.goals import Objective
from kamc.model.values import Quantity, known
from kamc.rules.base import Rule, Subject
from kamc.rules.change.before import Kept, kept
from kamc.words import amount

GIVEN_UP = frozenset(("missed", "dropped"))


def check(subject: Subject) -> Iterator[Finding]:
    for one in kept(subject, Objective):
        if is_lowered(one) and one.now.state not in GIVEN_UP and not one.has_new_reason:
            period = subject.earlier[0].period
            yield Finding(
                code=RULE.code,
                message=f"{one.called} asks less of us than in {period}, and nothing says why: {step(one)}",
                at=(*one.at, "target"),
                on="value",
                label="the way down from a target",
                help="say in its `why` what has changed, or put the target back",
                related=(one.stood(subject, f"the target of {period}", "target"),),
            )


def is_lowered(one: Kept[Objective]) -> bool:
    """Whether a target came down; up, where an objective wants less of something. Both in one measure."""
    old, new = one.before.target, one.now.target
    if not isinstance(old, Quantity) or not isinstance(new, Quantity):
        return False
    measures = [(each.currency, each.unit, each.measure) for each in (one.before, one.now)]
    if old.unit != new.unit or measures[0] != measures[1]:
        return False
    return new.amount > old.amount if one.before.aims_down else new.amount < old.amount


def step(one: Kept[Objective]) -> str:
    """`0.6M → 0.4M`, with the unit where there is one."""
    old, new = one.before.target, one.now.target
    figures = [amount(each.amount if isinstance(each, Quantity) else Decimal(0)) for each in (old, new)]
    unit = (new.unit if isinstance(new, Quantity) else "") or known(one.now.unit) or ""
    return f"{' → '.join(figures)} {unit}".rstrip()


RULE = Rule(
    code="KAM706", slug="objective-lowered", kind=Kind.JUDGEMENT, methods=(4, 53), doc=__doc__, check=check
)
