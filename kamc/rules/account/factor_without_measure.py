"""A success factor says how they measure it.

Why: Each says how the customer measures it (M16: Le Bon and Herman, chapter 1). Their measure is the figure
in which our help will be judged; without it we prove things that nobody there counts.

Bad:

    account_knowledge:
      success_factors: {night-cut: {measured_by: ~}}

Good:

    account_knowledge:
      success_factors: {night-cut: {measured_by: "Scans at the hub door, each morning"}}

Remedy: Ask which figure they look at, where it stands and who keeps it, and write it in `measured_by`. Until
you know, write `unknown`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject
from kamc.rules.lacking import lacking


def check(subject: Subject) -> Iterator[Finding]:
    return lacking(
        subject.open("success-factor"),
        "measured_by",
        code=RULE.code,
        lacks="says nothing of how they measure it",
        label="which figure do they look at?",
        remedy="write in `measured_by` the figure that they look at, or `unknown`",
    )


RULE = Rule(
    code="KAM105",
    slug="factor-without-measure",
    kind=Kind.GAP,
    methods=(16,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
