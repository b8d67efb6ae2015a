"""A challenge, plan or project of theirs serves a success factor or a business objective.

Why: Each is tied to what must go well for them (M18: Beachgrass; M2). One that is tied to nothing may be
loud, but nobody at the top will pay for it.

Bad:

    account_knowledge:
      challenges: {warm-docks: {serves: ~}}

Good:

    account_knowledge:
      challenges: {warm-docks: {serves: unknown}}

Remedy: Ask what gets worse for them if it stays so, and name that success factor or business objective in
`serves`. If nothing does, leave the entry out.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.account.needs import open_needs
from kamc.rules.base import Rule, Subject
from kamc.rules.lacking import lacking


def check(subject: Subject) -> Iterator[Finding]:
    return lacking(
        open_needs(subject),
        "serves",
        code=RULE.code,
        lacks="serves nothing that must go well for them",
        label="what of theirs hangs on it?",
        remedy="name in `serves` what it matters to, a success factor or objective of theirs, or `unknown`",
    )


RULE = Rule(
    code="KAM107",
    slug="need-serves-nothing",
    kind=Kind.GAP,
    methods=(2, 18),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
