"""Every account has a sponsor, an executive and a key account manager of ours.

Why: Of the eight roles in a selling centre these three are in every account: who opens doors and pays, who
meets their executives, who leads (M39: Le Bon and Herman, chapter 1). One person may hold two of them.

Bad:

    relationships:
      selling_center:
        tor-vik: {roles: executive}

Good:

    relationships:
      selling_center:
        tor-vik: {roles: [executive, sponsor]}

Remedy: Ask for the missing person where decisions on your plan are made, and put it under
`decisions_wanted` until you have a name.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.values import UNKNOWN, each
from kamc.rules.base import Rule, Subject, is_missing

WANTED = {
    "sponsor": "opens doors and stands up for this plan in our house",
    "executive": "meets their executives as one of them",
    "key-account-manager": "leads this account",
}


def check(subject: Subject) -> Iterator[Finding]:
    centre = subject.plan.relationships.selling_center
    if is_missing(centre):
        yield nobody(subject)
        return
    filled = {role for part in centre.values() for role in each(part.roles)}
    for role, does in WANTED.items():
        if role not in filled and centre.said is not UNKNOWN:
            yield Finding(
                code=RULE.code,
                message=f"{subject.account} has no {role.replace('-', ' ')} of ours, who {does}",
                at=("relationships", "selling_center"),
                key=role,
                label=f'nobody with the role "{role}"',
                help=f"give one of our people the role `{role}`; one person may hold two",
            )


def nobody(subject: Subject) -> Finding:
    """One finding where the whole selling centre is missing."""
    return Finding(
        code=RULE.code,
        message=f"{subject.account} has no selling centre: "
        "no sponsor, executive or key account manager of ours",
        at=("relationships", "selling_center"),
        label="who of ours works on this account?",
        help="name our people in `selling_center`, each with their `roles`; one person may hold several",
    )


RULE = Rule(code="KAM304", slug="selling-centre-role", kind=Kind.GAP, methods=(39,), doc=__doc__, check=check)
