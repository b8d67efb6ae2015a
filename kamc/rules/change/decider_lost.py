"""Who decided last quarter, and no longer does, is followed by somebody whom we know.

Why: The decider is the one without whom nothing is bought (M31: Le Bon and Herman, chapter 2). When that
changes, everything that was built on it has to be looked at again (M4); a placeholder in the role hides it.

Bad:

    relationships:
      buying_center:
        jan-ostrow: {roles: influencer}
        unknown-decider: {roles: decider, stance: unknown}
    # 2026-Q3
    summary: "Third of three carriers."

Good:

    relationships:
      buying_center:
        unknown-decider: {roles: decider, stance: unknown}
    # 2026-Q3
    summary: "Third of three carriers."

Remedy: Ask whoever decided until now who does today, and go through the plan: which of its steps were made
for them?
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.rules.base import Rule, Subject
from kamc.rules.change.lost import lost

HELP = "ask whoever decided until now who does today, and go through what the plan built on them"


def check(subject: Subject) -> Iterator[Finding]:
    now = "now nobody is known who does"
    return lost(subject, "decider", code=RULE.code, did="decided", now=now, remedy=HELP)


RULE = Rule(
    code="KAM708", slug="decider-lost", kind=Kind.JUDGEMENT, methods=(4, 31), doc=__doc__, check=check
)
