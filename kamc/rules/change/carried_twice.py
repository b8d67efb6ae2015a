"""What was due is done, or is given up, before it is carried over a second time.

Why: The activity plan holds promises with a day (M55: Beachgrass), and each quarter shows which were kept
(M4). One that was due two quarters ago and is still open will most likely not be done next quarter either.

Bad:

    account_plan: {activities: {dock-talk: {what: "A morning on the dock", advances: win-jan, by: 2026-05-29}}}
    # 2026-Q3
    summary: "Third of three carriers."
    account_plan: {activities: {dock-talk: {what: "A morning on the dock", advances: win-jan, by: 2026-05-29}}}

Good:

    account_plan: {activities: {dock-talk: {what: "A morning on the dock", advances: win-jan, by: 2027-01-29, why: "The dock is shut until January"}}}
    # 2026-Q3
    summary: "Third of three carriers."
    account_plan: {activities: {dock-talk: {what: "A morning on the dock", advances: win-jan, by: 2026-05-29}}}

Remedy: Do it this week, make it smaller, or drop it and say why. If it has to wait, say in its `why` for what.
"""  # noqa: E501

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.actions import Activity
from kamc.model.values import When
from kamc.rules.base import Rule, Subject
from kamc.rules.change.before import Kept, first_day, kept
from kamc.rules.change.slipped_twice import two_slips


def check(subject: Subject) -> Iterator[Finding]:
    for one in kept(subject, Activity):
        due = first_due(subject, one) if one.before.is_open and one.now.is_open else None
        if due is not None and not one.has_new_reason and two_slips(subject, one) is None:
            yield Finding(
                code=RULE.code,
                message=f"{one.called} was due on {due} and is carried over a second time",
                at=(*one.at, "by"),
                label=f"still {one.now.state}",
                help="do it now, make it smaller, or drop it; if it has to wait, say in its `why` for what",
                related=(one.stood(subject, "open in the quarter before, too"),),
            )


def first_due(subject: Subject, one: Kept[Activity]) -> When | None:
    """The day on which an activity was due that was not done in two quarters; `None` for all others."""
    last, due = subject.earlier[0], one.before.by
    if not isinstance(due, When) or due.last > last.last_day:
        return None
    if due.last < first_day(last.last_day):
        return due
    first = subject.long_before.get(str(one.was_at[-1]))
    entry = first.entry if first else None
    was_due = entry.by if isinstance(entry, Activity) and entry.is_open else None
    return was_due if isinstance(was_due, When) and was_due.last <= subject.earlier[1].last_day else None


RULE = Rule(
    code="KAM703", slug="carried-twice", kind=Kind.JUDGEMENT, methods=(4, 55), doc=__doc__, check=check
)
