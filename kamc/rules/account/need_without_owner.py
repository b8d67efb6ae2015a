"""A challenge, plan or project of theirs belongs to somebody at the customer.

Why: What we know of a need includes who has it (M18: Beachgrass): that member signs for the remedy, or sends
us to who does.

Bad:

    account_knowledge:
      challenges: {warm-docks: {whose: ~}}

Good:

    account_knowledge:
      challenges: {warm-docks: {whose: unknown}}

Remedy: Ask who answers for it, and name that member of the buying centre in `whose`. Until you know, write
`unknown`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.account.needs import needs_without
from kamc.rules.base import Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    return needs_without(
        subject,
        "whose",
        code=RULE.code,
        lacks="belongs to nobody at the customer",
        label="who has to solve it?",
        remedy="name in `whose` the member who answers for it, or write `unknown`",
    )


RULE = Rule(
    code="KAM128",
    slug="need-without-owner",
    kind=Kind.GAP,
    methods=(18,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
