"""An objective has a date.

Why: Without one it is a wish, and it belongs to no horizon: short, medium or long (M22, M53).

Bad:

    account_plan:
      objectives: {win-jan: {by: ~}}

Good:

    account_plan:
      objectives: {win-jan: {by: 2027-Q1}}

Good:

    account_plan:
      objectives: {win-jan: {by: unknown}}

Remedy: Write `by` with a day, a month, a quarter or a year; the last day of it is meant.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.goals import Objective
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    for node in subject.open("objective"):
        if isinstance(node.entry, Objective) and is_missing(node.entry.by):
            yield Finding(
                code=RULE.code,
                message=f"{shown(node.title)} has no date",
                at=(*node.path, "by"),
                label="by when?",
                help="write `by` with a day, month, quarter or year, or `unknown`",
            )


RULE = Rule(
    code="KAM502", slug="objective-without-date", kind=Kind.GAP, methods=(22, 53), doc=__doc__, check=check
)
