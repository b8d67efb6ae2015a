"""Every point of the SWOT is used by a strategy.

Why: Strengths, weaknesses, opportunities and threats are there for the offensive and protective strategies
that come of them (M50: Araujo). A point that no strategy uses is an opinion. One of which we are not sure
yet (`confidence: low`) can wait.

Bad:

    account_as_market:
      swot: {threats: {own-lorries: "They think of thirty lorries of their own."}}

Good:

    account_as_market:
      swot: {threats: {own-lorries: "They think of thirty lorries of their own."}}
    account_plan:
      strategies: {night-first: {uses: [two-nights, hub-moves, open-at-ten, own-lorries]}}

Remedy: Name it in what a strategy `uses`, or write the strategy that it asks for. If nothing follows from
it, leave it out; if it no longer holds, give it `status: gone`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.links import Node
from kamc.links.taken_up import is_taken_up
from kamc.model.fields import Profile
from kamc.model.goals import POINTS
from kamc.model.market import SwotEntry
from kamc.rules.base import Rule, Subject
from kamc.rules.links.help import if_told
from kamc.words import shown

FIELDS = ("uses",)
ASKS = {
    "strength": "which strategy builds on it?",
    "weakness": "which strategy makes up for it?",
    "chance": "which strategy seizes it?",
    "threat": "which strategy protects us from it?",
}


def check(subject: Subject) -> Iterator[Finding]:
    if not subject.open("strategy"):
        return
    points = [node for kind in POINTS for node in subject.open(kind) if is_certain(node)]
    unused = [node for node in points if not is_taken_up(subject.graph, node.id, FIELDS)]
    for node in if_told(subject, unused, ("strategy",), FIELDS):
        yield Finding(
            code=RULE.code,
            message=f"no strategy uses {shown(node.title)}",
            at=node.path,
            label=ASKS[node.kind],
            help="name it in what a strategy `uses`, or write the strategy that it asks for",
        )


def is_certain(node: Node) -> bool:
    return not isinstance(node.entry, SwotEntry) or node.entry.confidence != "low"


RULE = Rule(
    code="KAM611",
    slug="unused-swot-point",
    kind=Kind.JUDGEMENT,
    methods=(50,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
