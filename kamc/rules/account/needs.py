"""The account's challenges, plans and projects, for the rules on them."""

from collections.abc import Iterator

from kamc.diagnostics import Finding
from kamc.links import Node
from kamc.rules.base import Subject, is_missing
from kamc.words import shown

KINDS = ("challenge", "plan", "project")


def open_needs(subject: Subject) -> tuple[Node, ...]:
    """The challenges, plans and projects that are still alive."""
    return tuple(node for kind in KINDS for node in subject.open(kind))


def needs_without(
    subject: Subject, field: str, *, code: str, lacks: str, label: str, remedy: str
) -> Iterator[Finding]:
    """A finding for each open need that leaves `field` out; `lacks` completes the sentence about it."""
    for node in open_needs(subject):
        if is_missing(getattr(node.entry, field)):
            yield Finding(
                code=code,
                message=f"{shown(node.title)} {lacks}",
                at=(*node.path, field),
                label=label,
                help=remedy,
            )
