"""Every challenge of theirs, and every project that runs, has an answer of ours.

Why: The activity plan joins their challenges, plans and projects to what we sell (M2, M18: Beachgrass). One
that no activity, opportunity, offering or co-creation answers and no message is anchored in was written
down and left there.

Bad:

    account_knowledge:
      challenges:
        wet-paper: {what: "Papers arrive wet", serves: cold-chain, whose: ole-kamp, compelling_reason: "Customs sends every tenth lorry back.", by: 2027-05-31}

Good:

    account_knowledge:
      challenges:
        wet-paper: {what: "Papers arrive wet", serves: cold-chain, whose: ole-kamp, compelling_reason: "Customs sends every tenth lorry back.", by: 2027-05-31}
    product_knowledge: {offerings: {cold-line: {answers: [warm-docks, cold-chain, wet-paper]}}}

Good:

    account_knowledge: {projects: {third-site: {what: "A fourth hub", serves: night-cut, whose: ines-bahr, compelling_reason: unknown, by: 2029, status: on-hold}}}

Remedy: Name it in `answers` of an activity or opportunity, with the offering it is `using`, or anchor a
communication in it. If it is no matter for us, say so in its `why`.
"""  # noqa: E501

from collections.abc import Iterator

from kamc.analysis.served import is_need_served, pressing
from kamc.diagnostics import Finding, Kind
from kamc.links import Node
from kamc.links.taken_up import ACTIONS, TO_NEEDS
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject
from kamc.rules.links.factor_unserved import unserved_factors
from kamc.rules.links.help import if_told
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    unanswered = unanswered_needs(subject)
    for node in if_told(subject, unanswered, ACTIONS, TO_NEEDS):
        yield Finding(
            code=RULE.code,
            message=f"nothing answers {shown(node.title)}",
            at=node.path,
            label=f"a {node.kind} of theirs without an answer of ours",
            help="name it where an activity, an opportunity or an offering `answers` something, or anchor in "
            "it what you say; if it is no matter for us, say so in its `why`",
        )


def unanswered_needs(subject: Subject) -> list[Node]:
    """Pressing needs that nothing takes up; not those of a success factor that nothing helps at all."""
    found = [node for node in pressing(subject.graph) if not is_need_served(subject.graph, node)]
    unserved = {node.id for node in unserved_factors(subject)} if found else set()
    return [
        node
        for node in found
        if not any(
            edge.via == "serves" and edge.target in unserved for edge in subject.graph.refers_to(node.id)
        )
    ]


RULE = Rule(
    code="KAM607",
    slug="need-unanswered",
    kind=Kind.JUDGEMENT,
    methods=(2, 18),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
