"""Who lobbies for us is heard by somebody who buys, decides, uses or advises.

Why: A facilitator is worth as much as the ears it reaches: wanted are reputation with buyers, deciders,
users and advisors, and a connection to them (M32: Le Bon and Herman, chapter 2). Who decides, or sits among
those who do, is heard there without a line.

Bad:

    relationships:
      buying_center:
        ines-bahr: {influences: ~}
        ole-kamp: {won_through: ~}

Good:

    relationships:
      buying_center:
        ines-bahr: {influences: ~}
        ole-kamp: {won_through: ines-bahr}

Good:

    relationships:
      buying_center:
        ines-bahr: {influences: unknown}
        ole-kamp: {won_through: ~}

Remedy: Ask your facilitator who listens to them, and on what; write it under `influences`. If nobody does,
look for another one.
"""

from collections.abc import Iterator

from kamc.analysis.people import EARS, listeners
from kamc.diagnostics import Finding, Kind
from kamc.links import Node
from kamc.model.buying_center import Member, holds
from kamc.model.fields import Profile
from kamc.model.values import UNKNOWN
from kamc.rules.base import Rule, Subject
from kamc.rules.relationships.people import facilitators, members


def check(subject: Subject) -> Iterator[Finding]:
    lobby = facilitators(subject)
    if not lobby or any(is_heard(subject, node, member) for node, member in lobby):
        return
    node, _ = lobby[0]
    yield Finding(
        code=RULE.code,
        message=f"{node.title} lobbies for us, and no buyer, decider, user or advisor is said to listen",
        at=(*node.path, "influences"),
        label="whom do they move, and on what?",
        help="write whom they move under `influences`, or who is won through them under `won_through`",
    )


def is_heard(subject: Subject, node: Node, member: Member) -> bool:
    """Whether a facilitator has a line to somebody who counts, or is one of those who decide."""
    if member.influences.said is UNKNOWN or holds(member, "decider"):
        return True
    there = {ear.id: other for ear, other in members(subject)}
    heard = listeners(there, node.id, member)
    return any(other.roles is UNKNOWN or holds(other, *EARS) for other in heard.values())


RULE = Rule(
    code="KAM305",
    slug="facilitator-without-influence",
    kind=Kind.JUDGEMENT,
    methods=(32,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
