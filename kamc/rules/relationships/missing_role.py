"""The buying centre holds the roles that a relationship like this one lives on.

Why: Seven roles make a buying centre (M31: Le Bon and Herman, chapter 2), and the closer two houses work
together, the more of them a sale passes through (M42). Deciders and facilitators are asked for everywhere
(KAM301, KAM302). A transactional relationship needs the buyer besides; a consultative one also a user, and
somebody who shapes their opinion, an influencer or an advisor; a transformative one an influencer and an
advisor, since what is built together is judged from outside, too. Gatekeepers are good to know and never
missed.

Bad:

    relationships:
      buying_center:
        ole-kamp: {roles: gatekeeper}

Good:

    relationships:
      continuum: {layer: {now: transactional}}
      buying_center:
        dora-wiek: {roles: gatekeeper}

Good:

    relationships:
      buying_center:
        ole-kamp: {roles: gatekeeper}
        unknown-buyer: {roles: buyer, stance: unknown}

Remedy: Ask the people you know who else takes part when something is bought, and give each of them a role.
Until you know the name, write for example `unknown-buyer: {roles: buyer, stance: unknown}`.
"""

from collections.abc import Iterator, Mapping

from kamc.diagnostics import Finding, Kind
from kamc.model.buying_center import holds
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject
from kamc.rules.relationships.people import CENTRE, layer, members
from kamc.words import a, listed

WANTED: Mapping[str | None, tuple[tuple[str, ...], ...]] = {
    "transactional": (("buyer",),),
    "consultative": (("buyer",), ("user",), ("influencer", "advisor")),
    "transformative": (("buyer",), ("user",), ("influencer",), ("advisor",)),
}
"""What each layer asks for: of every group one role."""


def check(subject: Subject) -> Iterator[Finding]:
    everybody, now = members(subject), layer(subject)
    missing = [
        roles
        for roles in WANTED.get(now, ())
        if everybody and not any(holds(member, *roles) for _, member in everybody)
    ]
    if missing:
        wanted = listed([a(listed(roles)) for roles in missing], "and")
        names = listed([f'"{role}"' for roles in missing for role in roles])
        first = missing[0][0]
        yield Finding(
            code=RULE.code,
            message=f"a {now} relationship lives on {wanted}, too: none is known at {subject.account}",
            at=CENTRE,
            label=f"nobody with the role {names}",
            help=f"ask who else takes part when they buy; until you know, write "
            f"`unknown-{first}: {{roles: {first}, stance: unknown}}`",
        )


RULE = Rule(
    code="KAM307",
    slug="missing-role",
    kind=Kind.GAP,
    methods=(31, 42),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
