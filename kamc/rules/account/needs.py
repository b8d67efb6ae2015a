"""The account's challenges, plans and projects, for the rules on them."""

from kamc.links import Node
from kamc.rules.base import Subject

KINDS = ("challenge", "plan", "project")


def open_needs(subject: Subject) -> tuple[Node, ...]:
    """The challenges, plans and projects that are still alive."""
    return tuple(node for kind in KINDS for node in subject.open(kind))
