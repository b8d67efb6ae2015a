"""What a house's own rules in Python are written with: these names stay until the next major version.

The guide is docs/guides/own-rules.md.
"""

from kamc.diagnostics import Finding, Kind, Related, Severity
from kamc.links import Edge, Graph, Node
from kamc.model.fields import Profile
from kamc.model.values import NONE, UNKNOWN, each, known
from kamc.rules.base import (
    Earlier,
    Holding,
    Portfolio,
    Rule,
    SharedSubject,
    Subject,
    is_missing,
    is_open,
)
from kamc.words import amount, counted, listed, shown

__all__ = [
    "NONE",
    "UNKNOWN",
    "Earlier",
    "Edge",
    "Finding",
    "Graph",
    "Holding",
    "Kind",
    "Node",
    "Portfolio",
    "Profile",
    "Related",
    "Rule",
    "Severity",
    "SharedSubject",
    "Subject",
    "amount",
    "counted",
    "each",
    "is_missing",
    "is_open",
    "known",
    "listed",
    "shown",
]
