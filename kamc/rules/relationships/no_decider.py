"""We know who decides.

Why: Of the seven roles in a buying centre the decider is the one without whom nothing is bought; it may be
a committee (M31: Le Bon and Herman, chapter 2). A plan that cannot name one works on people who may only
say no.

Bad:

    relationships:
      buying_center:
        jan-ostrow: {roles: influencer}

Good:

    relationships:
      buying_center:
        jan-ostrow: {roles: influencer}
        network-board: {members: [jan-ostrow], roles: decider, stance: unknown, influence: high}

Good:

    relationships:
      buying_center:
        jan-ostrow: {roles: influencer}
        unknown-decider: {roles: decider, stance: unknown}

Remedy: Ask the people you know who must say yes, and to what sum. Until you know, write
`unknown-decider: {roles: decider, stance: unknown}`: it stays on the list of open questions.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.rules.base import Rule, Subject
from kamc.rules.relationships.holders import nobody

HELP = (
    "give the role to who must say yes, a person or a committee; if you do not know yet, write "
    "`unknown-decider: {roles: decider, stance: unknown}`"
)


def check(subject: Subject) -> Iterator[Finding]:
    message = f"nobody is known who decides at {subject.account}"
    return nobody(subject, "decider", code=RULE.code, message=message, remedy=HELP)


RULE = Rule(code="KAM302", slug="no-decider", kind=Kind.GAP, methods=(31,), doc=__doc__, check=check)
