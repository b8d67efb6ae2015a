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

from kamc.diagnostics import Finding, Kind
from kamc.rules.base import Rule, Subject
from kamc.rules.relationships.holders import nobody

HELP = (
    "give the role to the member who speaks for us to buyers and deciders; if nobody is in sight, write "
    "`unknown-facilitator: {roles: facilitator, stance: unknown}` and plan an activity that wins one"
)


def check(subject: Subject) -> Iterator[Finding]:
    message = f"nobody inside {subject.account} lobbies for us"
    return nobody(subject, "facilitator", code=RULE.code, message=message, remedy=HELP)


RULE = Rule(code="KAM301", slug="no-facilitator", kind=Kind.GAP, methods=(31, 32), doc=__doc__, check=check)
