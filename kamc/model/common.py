"""Which fields make a record what it is, and which most records have: sources, audience, how an entry ended."""

from collections.abc import Mapping

from kamc.model.fields import Field, Lifecycle
from kamc.model.records import Entry, Part, Record, Tracked
from kamc.model.spec import Slot, spec

COMMON: Mapping[str, Field] = {
    key: field
    for base in (Record, Entry, Tracked)
    for key, annotation in base.__annotations__.items()
    for field in getattr(annotation, "__metadata__", ())
    if not isinstance(field, Lifecycle)
}
"""The fields that most records have, in the order in which they are told."""


def is_common(slot: Slot) -> bool:
    """Whether a field is one that most records have."""
    return slot.field is COMMON.get(slot.key)


def own(record: type[Part]) -> tuple[Slot, ...]:
    """The fields that make a record what it is: all but the common ones; its status is its own."""
    return tuple(slot for slot in spec(record).slots if not is_common(slot))
