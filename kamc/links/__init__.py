"""The id graph of a plan: who refers to whom, and every way in which that can be wrong."""

from kamc.links.findings import link_findings
from kamc.links.graph import Edge, Graph, Node, Shared, graph

__all__ = ["Edge", "Graph", "Node", "Shared", "graph", "link_findings"]
