"""What the rules on a field that somebody left out have in common."""

from collections.abc import Iterable, Iterator

from kamc.diagnostics import Finding
from kamc.links import Node
from kamc.rules.base import is_missing
from kamc.words import shown


def lacking(
    nodes: Iterable[Node], field: str, *, code: str, lacks: str, label: str, remedy: str
) -> Iterator[Finding]:
    """A finding for each entry that leaves `field` out; `lacks` completes the sentence about it."""
    for node in nodes:
        if is_missing(getattr(node.entry, field)):
            yield Finding(
                code=code,
                message=f"{shown(node.title)} {lacks}",
                at=(*node.path, field),
                label=label,
                help=remedy,
            )
