"""A challenge, plan or project of theirs has a date.

Why: What we know of a need includes its deadline (M18: Beachgrass). Our offer is early, in time or too late,
and only their date says which.

Bad:

    account_knowledge:
      challenges: {warm-docks: {by: ~}}

Good:

    account_knowledge:
      challenges: {warm-docks: {by: 2027-Q1}}

Remedy: Ask until when, and write `by`; a quarter or a year will do. Until you know, write `unknown`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.account.needs import needs_without
from kamc.rules.base import Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    return needs_without(
        subject,
        "by",
        code=RULE.code,
        lacks="has no date",
        label="until when?",
        remedy="write `by` with a day, month, quarter or year, or `unknown`",
    )


RULE = Rule(
    code="KAM129",
    slug="need-without-date",
    kind=Kind.GAP,
    methods=(18,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
