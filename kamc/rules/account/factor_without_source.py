"""A success factor says how we know of it.

Why: Each says how we know (M16: Le Bon and Herman, chapter 1; M23). The whole plan hangs on the success
factors: one that we made up makes a plan for a customer who does not exist.

Bad:

    account_knowledge:
      success_factors: {night-cut: {sources: ~}}

Good:

    account_knowledge:
      success_factors: {night-cut: {sources: "Ines Bahr 2026-11-04"}}

Remedy: Write in `sources` who told us or where it is printed, with the day. If nobody has, ask them: it is
the best question of the next meeting.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject
from kamc.rules.lacking import lacking


def check(subject: Subject) -> Iterator[Finding]:
    return lacking(
        subject.open("success-factor"),
        "sources",
        code=RULE.code,
        lacks="does not say how we know of it",
        label="who told us, and when?",
        remedy="write in `sources` who told us or where it is printed, with the day, or `unknown`",
    )


RULE = Rule(
    code="KAM106",
    slug="factor-without-source",
    kind=Kind.GAP,
    methods=(16, 23),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
