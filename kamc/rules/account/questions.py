"""Which questions that a profile asks a part of the plan leaves without a word."""

from kamc.model.records import Part
from kamc.model.spec import Slot, spec
from kamc.rules.base import Subject


def unanswered(subject: Subject, part: Part) -> tuple[Slot, ...]:
    """The fields of `part` that the profile asks for and that say nothing.

    Here `none` is an answer as good as any: no law changes for them. A part that is `unknown` answers all.
    """
    if part.said is not None:
        return ()
    return tuple(
        slot
        for slot in spec(type(part)).slots
        if slot.field.ask is not None
        and slot.field.ask <= subject.profile
        and getattr(part, slot.attr) == slot.default
    )


def titles(slots: tuple[Slot, ...]) -> list[str]:
    """How fields are called in the middle of a sentence."""
    return [slot.field.title[:1].lower() + slot.field.title[1:] for slot in slots]
