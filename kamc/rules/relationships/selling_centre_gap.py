"""Our team holds the roles that a relationship like this one asks for.

Why: Sponsor, executive and key account manager are in every account (KAM304); which of the other five roles
are needed depends on the position on the continuum (M39: Le Bon and Herman, chapter 1). A transactional
relationship does without them. In a consultative one somebody leads on the subject matter, because advice is
what they come for. In a transformative one the houses work into each other, so somebody also runs supply or
administration.

Bad:

    relationships:
      selling_center:
        tor-vik: {roles: [sponsor, executive]}

Good:

    relationships:
      continuum: {layer: {now: transactional}}
      selling_center:
        tor-vik: {roles: [sponsor, executive]}

Remedy: Ask for the missing person where decisions on your plan are made, and put it under `decisions_wanted`
until you have a name. Part of somebody's time is often enough.
"""

from collections.abc import Iterator, Mapping

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.values import UNKNOWN
from kamc.rules.base import Rule, Subject
from kamc.rules.relationships.people import SELLERS, layer, ours_with
from kamc.words import listed

SUBJECT_MATTER = (("subject-matter",), "leads on the subject matter")
SUPPLY = (("supply-chain", "administrative"), "runs supply or administration")
WANTED: Mapping[str | None, tuple[tuple[tuple[str, ...], str], ...]] = {
    "consultative": (SUBJECT_MATTER,),
    "transformative": (SUBJECT_MATTER, SUPPLY),
}
"""What each layer asks for: one of these roles, and what it does there."""


def check(subject: Subject) -> Iterator[Finding]:
    centre, now = subject.plan.relationships.selling_center, layer(subject)
    for roles, does in WANTED.get(now, ()):
        if centre and centre.said is not UNKNOWN and not ours_with(subject, *roles):
            names = listed([f'"{role}"' for role in roles])
            yield Finding(
                code=RULE.code,
                message=f"{subject.account} has nobody of ours who {does}: a {now} relationship asks for one",
                at=SELLERS,
                key=roles[0],
                label=f"nobody with the role {names}",
                help=f"give one of our people the role `{roles[0]}`, or ask for one under `decisions_wanted`",
            )


RULE = Rule(
    code="KAM316",
    slug="selling-centre-gap",
    kind=Kind.GAP,
    methods=(39, 42),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
