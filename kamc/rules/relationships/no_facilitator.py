"""Somebody inside the account lobbies for us.

Why: Without a facilitator a key account deal is hardly ever won (M32: Le Bon and Herman, chapter 2). It
takes somebody whom buyers, deciders and users trust, who is close to us, and who gains something by it that
we understand.

Why: If nobody is in sight, say so, and the plan asks on your behalf: a member `unknown-facilitator` with
the role counts as an answer, and stays on the list of open questions until it has a name.

Bad:

    relationships:
      buying_center:
        ines-bahr: {roles: user}

Bad:

    relationships:
      buying_center:
        ines-bahr: {status: left}

Good:

    relationships:
      buying_center:
        ines-bahr: {roles: [user, facilitator]}

Good:

    relationships:
      buying_center:
        ines-bahr: {roles: user}
        unknown-facilitator: {roles: facilitator, stance: unknown}

Remedy: Give the role to the member who speaks for us when we are not in the room. If there is none, plan an
activity that wins one, and write `unknown-facilitator: {roles: facilitator, stance: unknown}` meanwhile.
"""

from collections.abc import Iterator

import msgspec

from kamc.diagnostics import Finding, Kind, Related
from kamc.model.buying_center import holds, is_sought
from kamc.model.period import period
from kamc.rules.base import Earlier, Rule, Subject
from kamc.rules.relationships.holders import nobody
from kamc.rules.relationships.people import CENTRE, title

HELP = (
    "give the role to the member who speaks for us to buyers and deciders; if nobody is in sight, write "
    "`unknown-facilitator: {roles: facilitator, stance: unknown}` and plan an activity that wins one"
)


def check(subject: Subject) -> Iterator[Finding]:
    message = f"nobody inside {subject.account} lobbies for us"
    for finding in nobody(subject, "facilitator", code=RULE.code, message=message, remedy=HELP):
        once = (were_there(subject, plan) for plan in subject.earlier)
        yield msgspec.structs.replace(finding, related=next(filter(None, once), ()))


def were_there(subject: Subject, earlier: Earlier) -> tuple[Related, ...]:
    """Those who lobbied for us in an earlier quarter."""
    now = period(subject.plan.period)
    when = "last quarter" if now and now.before == earlier.period else f"in {earlier.period}"
    return tuple(
        Related(
            message=f"{title(id_, member)} was one {when}",
            at=(*CENTRE, id_, "roles"),
            on="value",
            file=earlier.path,
        )
        for id_, member in earlier.plan.relationships.buying_center.items()
        if member.is_open and holds(member, "facilitator") and not is_sought(id_)
    )


RULE = Rule(code="KAM301", slug="no-facilitator", kind=Kind.GAP, methods=(31, 32), doc=__doc__, check=check)
