"""A success factor belongs to somebody at the customer.

Why: Each says whose it is (M16: Le Bon and Herman, chapter 1). What nobody there answers for is a wish of
the house; who answers for it is whom we must speak with.

Bad:

    account_knowledge:
      success_factors: {night-cut: {whose: ~}}

Good:

    account_knowledge:
      success_factors: {night-cut: {whose: unknown}}

Remedy: Ask who is praised when it goes well and called when it does not, and name that member of the buying
centre in `whose`. Until you know, write `unknown`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.rules.base import Rule, Subject
from kamc.rules.lacking import lacking


def check(subject: Subject) -> Iterator[Finding]:
    return lacking(
        subject.open("success-factor"),
        "whose",
        code=RULE.code,
        lacks="belongs to nobody at the customer",
        label="who answers for it?",
        remedy="name in `whose` the member who answers for it, or write `unknown`",
    )


RULE = Rule(
    code="KAM103",
    slug="factor-without-owner",
    kind=Kind.GAP,
    methods=(16,),
    doc=__doc__,
    check=check,
)
