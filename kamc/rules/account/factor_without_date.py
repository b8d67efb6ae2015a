"""A success factor has a date.

Why: Each says until when (M16: Le Bon and Herman, chapter 1). Without a date nobody can tell whether our help
comes in time, nor in a year whether they got there.

Bad:

    account_knowledge:
      success_factors: {night-cut: {by: ~}}

Good:

    account_knowledge:
      success_factors: {night-cut: {by: 2027-Q2}}

Remedy: Ask by when they must have reached it, and write `by`; a year will do. Until you know, write
`unknown`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.rules.base import Rule, Subject
from kamc.rules.lacking import lacking


def check(subject: Subject) -> Iterator[Finding]:
    return lacking(
        subject.open("success-factor"),
        "by",
        code=RULE.code,
        lacks="has no date",
        label="by when must they have it?",
        remedy="write `by` with a day, month, quarter or year, or `unknown`",
    )


RULE = Rule(
    code="KAM104",
    slug="factor-without-date",
    kind=Kind.GAP,
    methods=(16,),
    doc=__doc__,
    check=check,
)
