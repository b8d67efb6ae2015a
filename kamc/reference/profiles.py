"""What each profile asks for: the short one spelled out, the others in addition to the one before."""

from collections.abc import Iterator

from kamc.model.common import own
from kamc.model.fields import One, Profile
from kamc.model.records import Part
from kamc.model.spec import Slot
from kamc.reference.markdown import code
from kamc.reference.rows import holds, keys

NOWHERE = 9
"""Later than every profile: never asked for."""


def asked(root: type[Part], profile: Profile) -> str:
    """What `profile` asks for that the one before does not: the header, then the parts of the plan."""
    slots = own(root)
    header = [slot for slot in slots if not isinstance(slot.field, One) and level(slot) == profile]
    lines = [f"- the header: {keys(header)}"] if header else []
    for slot in slots:
        if isinstance(slot.field, One) and level(slot) <= profile:
            inner = ", ".join(_asked(slot.field.record, profile, level(slot)))
            lines += [f"- {code(slot.key)}: {inner}{_notes(slot.field.record, profile)}"] if inner else []
    return "".join(f"{line}\n" for line in lines)


def level(slot: Slot) -> int:
    """The number of the profile from which a field is asked."""
    return Profile.SHORT if slot.field.required else NOWHERE if slot.field.ask is None else slot.field.ask


def _asked(record: type[Part], profile: Profile, above: int) -> Iterator[str]:
    """The fields of a part that this profile adds, each with those of its own."""
    for slot in own(record):
        when = max(level(slot), above)
        if when > profile or slot.key in record.about.either:
            continue
        inner = holds(slot.field)
        below = () if inner is None else tuple(_asked(inner, profile, when))
        if inner is not None and when == profile > Profile.SHORT and len(below) == len(own(inner)):
            below = ()  # all of it
        if when == profile or below:
            inside = f" ({', '.join(below)})" if below else ""
            yield f"{code(slot.key)}{inside}"


def _notes(record: type[Part], profile: Profile) -> str:
    """What is asked one way or the other, in a sentence for each part that this profile adds."""
    found = [
        inner.about.note
        for slot in own(record)
        if level(slot) == profile and (inner := holds(slot.field)) is not None and inner.about.either
    ]
    return "".join(f". {note.rstrip('.')}" for note in found)
