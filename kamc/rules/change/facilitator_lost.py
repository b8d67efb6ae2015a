"""Who lobbied for us last quarter, and no longer does, is followed by somebody.

Why: Without a facilitator a key account deal is hardly ever won (M32: Le Bon and Herman, chapter 2). Losing
one is the worst thing that can happen to a plan without a sale being lost; a placeholder in the role hides
it.

Bad:

    relationships:
      buying_center:
        ines-bahr: {roles: user}
        unknown-facilitator: {roles: facilitator, stance: unknown}
    # 2026-Q3
    summary: "Third of three carriers."

Good:

    relationships:
      buying_center:
        ines-bahr: {roles: user}
        ole-kamp: {title: "Buyer", roles: [buyer, facilitator], stance: supporter, influence: medium, contacts: {mara-lind: 2026-11-05}}
    # 2026-Q3
    summary: "Third of three carriers."

Remedy: Find out why, and whom buyers and deciders listen to now; plan an activity that wins one of them, and
give that member the role when it is earned.
"""  # noqa: E501

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.rules.base import Rule, Subject
from kamc.rules.change.lost import lost

HELP = "ask whom buyers and deciders listen to now, and plan an activity that wins one of them"


def check(subject: Subject) -> Iterator[Finding]:
    now = "now nobody does whom we can name"
    return lost(subject, "facilitator", code=RULE.code, did="lobbied for us", now=now, remedy=HELP)


RULE = Rule(
    code="KAM705", slug="facilitator-lost", kind=Kind.JUDGEMENT, methods=(4, 32), doc=__doc__, check=check
)
