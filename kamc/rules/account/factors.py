"""What the rules on a success factor that lacks something have in common."""

from collections.abc import Iterator

from kamc.diagnostics import Finding
from kamc.rules.base import Subject, is_missing
from kamc.words import shown


def factors_without(
    subject: Subject, field: str, *, code: str, lacks: str, label: str, remedy: str
) -> Iterator[Finding]:
    """A finding for each open success factor that leaves `field` out; `lacks` ends the sentence about it."""
    for node in subject.open("success-factor"):
        if is_missing(getattr(node.entry, field)):
            yield Finding(
                code=code,
                message=f"{shown(node.title)} {lacks}",
                at=(*node.path, field),
                label=label,
                help=remedy,
            )
