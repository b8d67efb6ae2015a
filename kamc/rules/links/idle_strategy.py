"""Every strategy is carried out by activities or opportunities, or has a tactic for each quarter.

Why: A strategy says how we reach a goal (M50, M60); what makes it happen are activities with an owner and a
day (M55: Beachgrass). One without them is a sentence. What advances the same goal carries it out, too.

Bad:

    account_plan:
      objectives: {south-lanes: {what: "Sales in the south", growth: up-sell, baseline: 0, target: 0.3M, by: 2027-12-31}}
      strategies: {south-too: {what: "Follow the night lanes south.", uses: two-nights, advances: south-lanes, by: 2027-12-31, quarters: ~}}

Good:

    account_plan:
      objectives: {south-lanes: {what: "Sales in the south", growth: up-sell, baseline: 0, target: 0.3M, by: 2027-12-31}}
      strategies: {south-too: {what: "Follow the night lanes south.", uses: two-nights, advances: south-lanes, by: 2027-12-31, quarters: {2027-Q1: "Two lanes tried"}}}

Remedy: Name it in `advances` of the activities and opportunities that carry it out, or write under `quarters`
what is done when.
"""  # noqa: E501

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.links.taken_up import counts
from kamc.model.fields import Profile
from kamc.model.goals import Strategy
from kamc.model.values import each
from kamc.rules.base import Rule, Subject, is_missing
from kamc.rules.links.help import if_told
from kamc.words import shown

FIELDS = ("advances",)
DOING = ("activity", "opportunity")


def check(subject: Subject) -> Iterator[Finding]:
    idle = [
        node
        for node in subject.open("strategy")
        if isinstance(node.entry, Strategy)
        and is_missing(node.entry.quarters)
        and not is_carried_out(subject, node.entry, node.id)
    ]
    for node in if_told(subject, idle, DOING, FIELDS):
        yield Finding(
            code=RULE.code,
            message=f"nobody carries out {shown(node.title)}",
            at=node.path,
            label="no activity advances it, and it has no tactic by quarter",
            help="name it in `advances` of the activities that carry it out, or write its `quarters`",
        )


def is_carried_out(subject: Subject, strategy: Strategy, id_: str) -> bool:
    """Whether an activity or opportunity advances a strategy, or a goal that the strategy advances."""
    return any(
        edge.via in FIELDS
        and counts(subject.graph, edge)
        and subject.graph.resolve(edge.source or "", DOING) is not None
        for goal in (id_, *each(strategy.advances))
        for edge in subject.graph.referred_by(goal)
    )


RULE = Rule(
    code="KAM612",
    slug="idle-strategy",
    kind=Kind.JUDGEMENT,
    methods=(50, 55, 60),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
