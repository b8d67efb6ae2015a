"""What can be wrong with ids, links and audiences: KAM026 to KAM029."""

from collections.abc import Iterator

from kamc.diagnostics import Finding
from kamc.links.ceilings import above_ceiling
from kamc.links.clashes import clashes
from kamc.links.cycles import cycles
from kamc.links.dangling import dangling
from kamc.links.graph import Graph, Shared, graph
from kamc.model.plan import Plan


def link_findings(plan: Plan, shared: Shared | None = None, ids: Graph | None = None) -> Iterator[Finding]:
    """Everything that is wrong with a plan's ids and links. `ids`: its graph, where it is at hand."""
    ids = ids or graph(plan, shared)
    yield from clashes(ids)
    yield from dangling(ids)
    yield from cycles(plan.relationships.buying_center)
    yield from above_ceiling(plan)
