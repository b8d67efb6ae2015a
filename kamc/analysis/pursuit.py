"""What in a plan goes after a place of the open space, or defends it (M49, M56)."""

from collections.abc import Iterator

from kamc.links import Graph, Node
from kamc.model.opportunities import Opportunity
from kamc.model.records import is_open
from kamc.model.values import each

DOING = ("activity", "opportunity")
"""What goes after a place, by the kind of its entry."""


def pursuing(graph: Graph, segment: str, offering: str) -> Iterator[Node]:
    """The open entries that go after a segment with an offering, in the author's order.

    An opportunity does that names the segment, or none; so does an activity that is using the offering.
    """
    for node in users(graph, offering):
        if node.kind in DOING and _reaches(node, segment):
            yield node


def users(graph: Graph, offering: str) -> Iterator[Node]:
    """The open entries that are `using` an offering."""
    for edge in graph.referred_by(offering, via="using"):
        node = graph.entries.get(edge.source or "")
        if node is not None and is_open(node.entry):
            yield node


def _reaches(node: Node, segment: str) -> bool:
    named = each(node.entry.in_) if isinstance(node.entry, Opportunity) else ()
    return not named or segment in named
