"""A date that has slipped once does not slip again without a reason.

Why: The first new date is planning, the second is hope: a plan that moves its dates each quarter is never
late, and never done (M4). So is a forecast: an opportunity whose close moves on every time is not closing
(M56: salesxcellence).

Bad:

    account_plan: {objectives: {win-jan: {by: 2027-03-31}}}
    # 2026-Q3
    summary: "Third of three carriers."
    account_plan: {objectives: {win-jan: {by: 2026-12-31}}}
    # 2026-Q2
    summary: "Last of three carriers."
    account_plan: {objectives: {win-jan: {by: 2026-09-30}}}

Good:

    account_plan: {objectives: {win-jan: {by: 2027-03-31, why: "Jan Ostrow is ill until January"}}}
    # 2026-Q3
    summary: "Third of three carriers."
    account_plan: {objectives: {win-jan: {by: 2026-12-31}}}
    # 2026-Q2
    summary: "Last of three carriers."
    account_plan: {objectives: {win-jan: {by: 2026-09-30}}}

Remedy: Find out what holds it, and say so in its `why`; then set a date that the reason allows, make it
smaller, or give it up.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind, Related
from kamc.model.records import Tracked
from kamc.model.values import When
from kamc.rules.base import Rule, Subject
from kamc.rules.change.before import Kept, kept

FIELDS = {"activity": "by", "objective": "by", "communication": "by", "opportunity": "closes"}
"""The date that each kind promises."""


def check(subject: Subject) -> Iterator[Finding]:
    for one in kept(subject, Tracked):
        dates = two_slips(subject, one) if one.now.is_open and not one.has_new_reason else None
        if dates is not None:
            field = FIELDS[one.now.about.kind]
            days = (dates[2].last - dates[0].last).days
            yield Finding(
                code=RULE.code,
                message=f"{one.called} slips a second time: {' → '.join(map(str, dates))}",
                at=(*one.at, field),
                on="value",
                label=f"{days} days later than two quarters ago",
                help="say in its `why` what holds it, and set a date that this allows; or make it smaller",
                related=(one.stood(subject, "the first new date", field), promised(subject, one, field)),
            )


def two_slips(subject: Subject, one: Kept[Tracked]) -> tuple[When, When, When] | None:
    """The three dates of an entry that both quarters moved later; `None` where they did not."""
    field = FIELDS.get(one.now.about.kind)
    if field is None:
        return None
    now, then = getattr(one.now, field), getattr(one.before, field, None)
    if not isinstance(now, When) or not isinstance(then, When) or then.last >= now.last:
        return None
    old = subject.long_before.get(str(one.was_at[-1]))
    first = getattr(old.entry, field, None) if old else None
    return (first, then, now) if isinstance(first, When) and first.last < then.last else None


def promised(subject: Subject, one: Kept[Tracked], field: str) -> Related:
    """Where the first date of an entry stood that slipped twice."""
    old = subject.long_before[str(one.was_at[-1])]
    return Related(
        message="the first promise", at=(*old.path, field), on="value", file=subject.earlier[1].path
    )


RULE = Rule(
    code="KAM704", slug="slipped-twice", kind=Kind.JUDGEMENT, methods=(4, 55, 56), doc=__doc__, check=check
)
