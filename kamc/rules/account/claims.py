"""What a plan claims about the account and its suppliers, for the rules on how sure that is (M23)."""

from collections.abc import Iterator

import msgspec

from kamc.diagnostics import Path
from kamc.model.fields import One
from kamc.model.records import Note, Part, Record
from kamc.model.spec import spec
from kamc.rules.base import Subject
from kamc.words import shown

KINDS = (
    "business-objective",
    "success-factor",
    "barrier",
    "enabler",
    "challenge",
    "plan",
    "project",
    "competitor",
)
"""Entries about them and those who compete with us. What we say of ourselves proves itself another way."""


class Claim(msgspec.Struct, frozen=True):
    """A record that makes a claim: what it is called in a message, and where it stands."""

    name: str
    path: Path
    record: Record


def sure_claims(subject: Subject) -> Iterator[Claim]:
    """What the plan says of them with `confidence: high`."""
    for kind in KINDS:
        for node in subject.open(kind):
            if isinstance(node.entry, Record) and node.entry.confidence == "high":
                yield Claim(shown(node.title), node.path, node.entry)
    known = subject.plan.account_knowledge
    place = ("account_knowledge",)
    if known.situation.confidence == "high":
        yield Claim("their situation", (*place, "situation"), known.situation)
    for key, part in (("customer_analysis", known.customer_analysis), ("reflection", known.reflection)):
        yield from _sure_notes(part, (*place, key))


def _sure_notes(part: Part, at: Path) -> Iterator[Claim]:
    """The notes below a part that are said to be sure; parts that hold nothing are passed over."""
    if not part:
        return
    for slot in spec(type(part)).slots:
        value = getattr(part, slot.attr)
        if isinstance(value, Note):
            if value.confidence == "high":
                yield Claim(f'"{slot.field.title}"', (*at, slot.key), value)
        elif isinstance(slot.field, One):
            yield from _sure_notes(value, (*at, slot.key))
