"""The open opportunities, for the rules on them."""

from collections.abc import Iterator

from kamc.links import Node
from kamc.model.opportunities import Negotiation, Opportunity
from kamc.model.values import UNKNOWN
from kamc.rules.base import Subject

DECIDED = frozenset(("go", "pursued", "closing"))
"""Stages after our own yes."""
QUALIFIED = DECIDED | {"qualified"}
"""Stages that an opportunity reaches with CABS."""


def pipeline(subject: Subject, stages: frozenset[str] | None = None) -> Iterator[tuple[Node, Opportunity]]:
    """The open opportunities, all or those at some stages."""
    for node in subject.open("opportunity"):
        if isinstance(node.entry, Opportunity) and (stages is None or node.entry.state in stages):
            yield node, node.entry


def negotiations(subject: Subject) -> Iterator[tuple[Node, Negotiation]]:
    """The negotiation sheets of open opportunities, as far as one is written."""
    for node, opportunity in pipeline(subject):
        if opportunity.negotiation and opportunity.negotiation.said is not UNKNOWN:
            yield node, opportunity.negotiation
