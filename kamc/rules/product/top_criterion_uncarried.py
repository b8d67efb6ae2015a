"""What matters most and where we are best is what we speak of.

Why: Rank the criteria by importance times difference, and lead with the top (M26: Le Bon and Herman, chapter
4). Where no communication carries an advantage that serves it, they decide by it without having heard of us.

Why: A communication that is done has said it; one that was dropped has not.

Bad:

    product_knowledge:
      decision_criteria:
        calm-nights: {what: "Who answers at night", family: service, relevance: {user: 6x6}}

Good:

    product_knowledge:
      decision_criteria:
        calm-nights: {what: "Who answers at night", family: service, relevance: {user: 4x6}}

Remedy: Write the advantage that serves it under `advantages`, with its proof, and let a communication to
that role carry it. `limits.top_relevance` in `kamc.yaml` says from which score on this is asked.
"""

from collections.abc import Iterator

from kamc.analysis.relevance import rated
from kamc.diagnostics import Finding, Kind
from kamc.links import Node
from kamc.model.actions import Communication
from kamc.model.fields import Profile
from kamc.model.product import Criterion
from kamc.model.values import Relevance
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import listed, shown

SAYING = frozenset(("advantage", "communication"))


def check(subject: Subject) -> Iterator[Finding]:
    if subject.graph.unsure & SAYING or is_missing(subject.plan.account_as_market.advantages):
        return  # without advantages there is nothing to carry, and their absence is told
    for node in subject.open("criterion"):
        top = best(node.entry) if isinstance(node.entry, Criterion) else None
        if top is not None and top[1].score >= subject.limits.top_relevance:
            serving = advantages(subject, node.id)
            if not any(is_said(subject, id_) for id_ in serving):
                yield unsaid(node, *top, serving)


def unsaid(node: Node, role: str, relevance: Relevance, serving: list[str]) -> Finding:
    """The finding on one criterion, most relevant to `role`, with the advantages that could be spoken of."""
    carry = f"let it carry {listed(serving)}" if serving else "write the advantage first, with its proof"
    return Finding(
        code=RULE.code,
        message=f"nothing we say carries {shown(node.title)}, {relevance.score} of 49 for the {role}",
        at=node.path,
        label=f"{relevance.importance} × {relevance.difference} = {relevance.score}: lead with it",
        help=f"plan a communication to the {role} about it; {carry}",
    )


def best(criterion: Criterion) -> tuple[str, Relevance] | None:
    """The role to which a criterion is most relevant, the first of several alike, and how much."""
    return next(iter(rated(criterion)), None)


def advantages(subject: Subject, criterion: str) -> list[str]:
    """The open advantages that serve a criterion."""
    serving = {edge.source for edge in subject.graph.referred_by(criterion, via="serves")}
    return [node.id for node in subject.open("advantage") if node.id in serving]


def is_said(subject: Subject, advantage: str) -> bool:
    """Whether a communication carries an advantage, or has carried it."""
    for edge in subject.graph.referred_by(advantage, via="carries"):
        node = subject.graph.entries.get(edge.source or "")
        if node and isinstance(node.entry, Communication) and node.entry.state != "dropped":
            return True
    return False


RULE = Rule(
    code="KAM204",
    slug="top-criterion-uncarried",
    kind=Kind.JUDGEMENT,
    methods=(26, 45),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
    limits=("top_relevance",),
)
