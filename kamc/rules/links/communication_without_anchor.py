"""A communication is anchored in something of theirs.

Why: They listen when it is about their challenge, plan, project or success factor, and not when it is about
our news (M2: Beachgrass).

Bad:

    account_plan:
      communications: {cold-letter: {anchored_in: ~}}

Good:

    account_plan:
      communications: {cold-letter: {anchored_in: [cold-chain, night-cut]}}

Remedy: Name in `anchored_in` what of theirs the message is about. If nothing fits, it is our news, and can
stay unsaid.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.rules.base import Rule, Subject
from kamc.rules.lacking import lacking


def check(subject: Subject) -> Iterator[Finding]:
    return lacking(
        subject.open("communication"),
        "anchored_in",
        code=RULE.code,
        lacks="is anchored in nothing of theirs",
        label="why should they care?",
        remedy="name in `anchored_in` a challenge, plan, project or success factor of theirs",
    )


RULE = Rule(
    code="KAM604",
    slug="communication-without-anchor",
    kind=Kind.GAP,
    methods=(2, 55),
    doc=__doc__,
    check=check,
)
