"""Where a plan uses which offering of the catalogue, for the rules on offerings that are not there."""

from collections.abc import Iterator
from typing import Any

import msgspec

from kamc.links import Edge, Node
from kamc.model.shared import Offering
from kamc.model.values import When, known
from kamc.rules.base import Subject
from kamc.words import spelled

DATES = {"opportunity": "closes", "activity": "by"}
"""Kinds of entries that use offerings, and the date of each."""


class Use(msgspec.Struct, frozen=True):
    """An open entry, the link with which it names an offering, that offering, and the entry's date."""

    node: Node
    edge: Edge
    offering: Offering
    date: When | None


def uses(subject: Subject, *kinds: str) -> Iterator[Use]:
    """Every use of an offering of the catalogue in an open entry of these kinds."""
    catalogue = subject.shared.catalogue
    if catalogue is None:
        return
    for kind in kinds:
        for node in subject.open(kind):
            for edge in subject.graph.refers_to(node.id):
                offering = catalogue.offerings.get(edge.target) if edge.via == "using" else None
                if offering is not None:
                    date: Any = getattr(node.entry, DATES[kind])
                    yield Use(node, edge, offering, known(date))


def name_of(id_: str, offering: Offering | None) -> str:
    """How an offering is printed."""
    return (known(offering.name) if offering else None) or spelled(id_)
