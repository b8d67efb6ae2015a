"""What we say reaches everybody who decides, and every opponent with weight.

Why: The communication plan joins people to our advantages (M2: Beachgrass). Who must say yes, or can say no,
and hears nothing of them from us hears of us from others (M33: Le Bon and Herman, chapter 2).

Why: A committee is reached through its members, and an opponent through the allies that he is `won_through`.
A planned meeting with them counts as well.

Bad:

    account_plan:
      communications: {cold-letter: {to: ines-bahr}}

Good:

    account_plan:
      communications: {cold-letter: {to: [ines-bahr, jan-ostrow]}}

Good:

    relationships:
      buying_center: {net-board: {title: "Board of the net", roles: decider, stance: unknown, influence: high, members: [jan-ostrow]}}

Remedy: Say in the `to` of a communication that it is for them, with the advantage that should matter to them
and the need of theirs that it is anchored in.
"""  # noqa: E501

from collections.abc import Iterator

from kamc.analysis.served import SPEAKING, SPOKEN, is_person_served
from kamc.diagnostics import Finding, Kind
from kamc.links import Node
from kamc.model.buying_center import Member, is_sought
from kamc.model.values import UNKNOWN, each
from kamc.rules.base import Rule, Subject, is_missing
from kamc.rules.links.help import if_told

WEIGHT = frozenset(("medium", "high"))
WORKED_ON = frozenset(("with", "people"))


def check(subject: Subject) -> Iterator[Finding]:
    people = [node for node in subject.open("member") if not is_sought(node.id) and matters(subject, node)]
    unaddressed = [one for one in people if not is_person_served(subject.graph, one, SPEAKING)]
    for node in if_told(subject, unaddressed, SPEAKING, SPOKEN):
        who = "who decides" if decides(node) else "who is against us"
        yield Finding(
            code=RULE.code,
            message=f"no message of ours is for {node.title}, {who}",
            at=node.path,
            label="in no communication's `to`",
            help="name them in the `to` of what should reach them, or plan a communication of their own",
        )


def matters(subject: Subject, node: Node) -> bool:
    """Whether somebody decides, or is an opponent with weight whom we work on ourselves.

    A decider with whom nobody speaks at all, and an opponent without any answer, are findings of their own.
    """
    member = node.entry
    if not isinstance(member, Member):
        return False
    if decides(node):
        return bool(member.contacts or each(member.members)) or member.contacts.said is UNKNOWN
    if member.stance != "opponent" or member.influence not in WEIGHT or not is_missing(member.won_through):
        return False
    links = subject.graph.referred_by(node.id)
    return any(one.via in WORKED_ON for one in links) and not any(one.via == "influences" for one in links)


def decides(node: Node) -> bool:
    return isinstance(node.entry, Member) and "decider" in each(node.entry.roles)


RULE = Rule(
    code="KAM608",
    slug="key-person-unaddressed",
    kind=Kind.JUDGEMENT,
    methods=(2, 31, 33),
    doc=__doc__,
    check=check,
)
