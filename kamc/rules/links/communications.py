"""What the rules on missing links of a communication have in common."""

from collections.abc import Iterator

from kamc.diagnostics import Finding
from kamc.rules.base import Subject, is_missing
from kamc.words import shown


def without(
    subject: Subject, field: str, *, code: str, lacks: str, label: str, remedy: str
) -> Iterator[Finding]:
    """A finding for each communication that leaves `field` out; `lacks` completes the sentence about it."""
    for node in subject.open("communication"):
        if is_missing(getattr(node.entry, field)):
            yield Finding(
                code=code,
                message=f"{shown(node.title)} {lacks}",
                at=(*node.path, field),
                label=label,
                help=remedy,
            )
