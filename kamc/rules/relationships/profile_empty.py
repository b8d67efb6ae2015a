"""We know what moves those who decide and those who lobby for us.

Why: A decision-maker has a business agenda, one of their own, a measure of success, and somebody whose
praise counts (M37: salesxcellence). Who does not know it sells to a title. That a facilitator gains
something, and that we understand what, makes them one (M32).

Bad:

    relationships:
      buying_center:
        jan-ostrow: {profile: ~}

Good:

    relationships:
      buying_center:
        jan-ostrow: {profile: {business_agenda: "A third hub that pays by 2028."}}

Good:

    relationships:
      buying_center:
        jan-ostrow: {profile: unknown}

Remedy: Ask in your next talk what must be delivered this year and what it is measured by, and write it under
`profile`; a line is a beginning. Until then `profile: unknown` keeps it on the list of open questions.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.buying_center import holds
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject, is_missing
from kamc.rules.relationships.people import persons


def check(subject: Subject) -> Iterator[Finding]:
    for node, member in persons(subject):
        if holds(member, "decider", "facilitator") and is_missing(member.profile):
            does = "decides" if holds(member, "decider") else "lobbies for us"
            yield Finding(
                code=RULE.code,
                message=f"{node.title} {does}, and the plan does not say what moves them",
                at=(*node.path, "profile"),
                label="no profile",
                help="write what they must deliver and what they want; `profile: unknown` until you know",
            )


RULE = Rule(
    code="KAM313",
    slug="profile-empty",
    kind=Kind.GAP,
    methods=(37, 32),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
