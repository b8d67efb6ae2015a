"""A need that we pursue says why they must act, and not later.

Why: We know of each challenge, plan and project its deadline, its budget and its compelling reason (M18:
Beachgrass). What can wait does wait, and our work on it with it: no compelling reason is the first sign of
a sale that will not happen (M52).

Bad:

    account_knowledge:
      challenges: {warm-docks: {compelling_reason: ~}}

Good:

    account_knowledge:
      challenges: {warm-docks: {compelling_reason: unknown}}

Remedy: Ask what happens to them if nothing happens, and when it starts to cost. Write that in
`compelling_reason`. If it is nothing, put your time where it is something.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind, Related
from kamc.links import Node
from kamc.model.account import Need
from kamc.model.fields import Profile
from kamc.rules.account.needs import open_needs
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import shown

PURSUED_BY = ("opportunity", "activity")


def check(subject: Subject) -> Iterator[Finding]:
    for need in open_needs(subject):
        pursuer = first_pursuer(subject, need) if lacks_a_reason(need) else None
        if pursuer is not None:
            yield Finding(
                code=RULE.code,
                message=f"we work on {shown(need.title)}, and nothing says why it cannot wait",
                at=(*need.path, "compelling_reason"),
                label="what happens to them if nothing happens?",
                help="write in `compelling_reason` what it costs them to wait, or `unknown`",
                related=(Related(message=f"this {pursuer.kind} answers it", at=pursuer.path),),
            )


def lacks_a_reason(need: Node) -> bool:
    return isinstance(need.entry, Need) and is_missing(need.entry.compelling_reason)


def first_pursuer(subject: Subject, need: Node) -> Node | None:
    """The first open opportunity of ours that answers the need, or else the first open activity."""
    answering = {edge.source for edge in subject.graph.referred_by(need.id, via="answers")}
    pursuers = (node for kind in PURSUED_BY for node in subject.open(kind) if node.id in answering)
    return next(pursuers, None)


RULE = Rule(
    code="KAM112",
    slug="need-without-reason",
    kind=Kind.GAP,
    methods=(18, 52),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
