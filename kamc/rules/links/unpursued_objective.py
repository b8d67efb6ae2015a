"""Every objective of ours is advanced by something that we do.

Why: An objective is a promise upwards (M53), and the activity plan is how it is kept (M55: Beachgrass). One
that no activity, opportunity or strategy brings nearer is a wish with a figure.

Why: Where an objective is about people, what we do with them or say to them brings it nearer; where it is
about something new made together, the co-creation does.

Bad:

    account_plan:
      objectives: {south-lanes: {what: "Sales in the south", growth: up-sell, baseline: 0, target: 0.3M, by: 2027-12-31}}

Good:

    account_plan:
      objectives: {south-lanes: {what: "Sales in the south", growth: up-sell, baseline: 0, target: 0.3M, by: 2027-12-31}}
      activities: {south-week: {what: "A week of runs in the south", advances: south-lanes, by: 2027-02-26}}

Good:

    account_plan:
      objectives: {win-ole: {what: "Ole Kamp asks us first", kind: political, people: ole-kamp, by: 2027-06-30}}

Remedy: Name it in `advances` of the activity, opportunity or strategy that brings it nearer, or plan one. If
there is none, give it up with `status: dropped` and say why.
"""  # noqa: E501

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.links import Node
from kamc.links.taken_up import ACTIONS, is_taken_up
from kamc.model.fields import Profile
from kamc.model.goals import Objective
from kamc.model.values import each
from kamc.rules.base import Rule, Subject
from kamc.rules.links.help import if_told
from kamc.words import shown

ADVANCING = (*ACTIONS, "strategy")
FIELDS = ("advances", "about")
WITH_PEOPLE = ("with", "to")


def check(subject: Subject) -> Iterator[Finding]:
    unpursued = [node for node in subject.open("objective") if not is_pursued(subject, node)]
    for node in if_told(subject, unpursued, ADVANCING, FIELDS):
        yield Finding(
            code=RULE.code,
            message=f"nothing that we do brings us nearer to {shown(node.title)}",
            at=node.path,
            label="no activity, opportunity or strategy advances it",
            help="name it in `advances` of the activity, opportunity or strategy that brings it nearer",
        )


def is_pursued(subject: Subject, node: Node) -> bool:
    """Whether something advances an objective: by name, with the people it is about, or as a co-creation."""
    if is_taken_up(subject.graph, node.id, FIELDS):
        return True
    if not isinstance(node.entry, Objective):
        return False
    if node.entry.growth == "co-create" and subject.open("co-creation"):
        return True
    return any(is_taken_up(subject.graph, person, WITH_PEOPLE) for person in each(node.entry.people))


RULE = Rule(
    code="KAM610",
    slug="unpursued-objective",
    kind=Kind.JUDGEMENT,
    methods=(2, 53, 55),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
