"""Everybody in the buying centre has a part in it.

Why: Seven roles make a buying centre: gatekeeper, buyer, user, influencer, advisor, facilitator, decider
(M31: Le Bon and Herman, chapter 2). A name without a part is an address book; what we do with somebody
depends on the part they play.

Bad:

    relationships:
      buying_center:
        edda-moor: {title: "Finance", roles: ~, stance: unknown, contacts: {tor-vik: 2026-11-05}}

Good:

    relationships:
      buying_center:
        edda-moor: {title: "Finance", roles: unknown, stance: unknown, contacts: {tor-vik: 2026-11-05}}

Remedy: Ask what happens at their desk when something is bought, and write the part or parts under `roles`;
`unknown` until you know. Leave out who has none.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.rules.base import Rule, Subject, is_missing
from kamc.rules.relationships.people import members


def check(subject: Subject) -> Iterator[Finding]:
    for node, member in members(subject):
        if is_missing(member.roles):
            yield Finding(
                code=RULE.code,
                message=f"the plan does not say which part {node.title} plays when {subject.account} decides",
                at=(*node.path, "roles"),
                label="no role",
                help="write one or several of the seven roles, or `roles: unknown` until you know",
            )


RULE = Rule(code="KAM323", slug="member-without-role", kind=Kind.GAP, methods=(31,), doc=__doc__, check=check)
