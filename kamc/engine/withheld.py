"""What a build leaves out because its readers may not see it: silent for them, told to whoever builds."""

from collections.abc import Iterable, Iterator

import msgspec

from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.model.values import Keyed
from kamc.model.walk import Step

MEANS = frozenset(("audience", "agreed_with"))
"""Fields that say who may read an entry: nobody misses them."""


class Withheld(msgspec.Struct, frozen=True, kw_only=True):
    """The briefs that are not for a reader, by their titles, and what of the plans these readers do not get.

    `facts` are titles of fields and of kinds of entries, each once and as whole as it is missing: a block,
    entries of a kind, or one field of entries that are there.
    """

    briefs: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.briefs or self.facts)


def withheld(whole: Plan, seen: Plan) -> Iterator[str]:
    """What is in `whole` and not in `seen`, by its titles, in the model's order."""
    if seen is whole:
        return
    left = {step.path for step in seen.steps if not _is_empty(step.value)} | {()}
    titles: dict[tuple[str | int, ...], str] = {}
    for step in whole.steps:
        titles[step.path] = _title(step, titles)
        if step.path not in left and step.path[:-1] in left and step.path[-1] not in MEANS:
            yield titles[step.path]


def _is_empty(value: object) -> bool:
    """Whether nothing is left in what was there for what is in it."""
    return isinstance(value, Part | Keyed | tuple) and not value and getattr(value, "said", None) is None


def _title(step: Step, titles: dict[tuple[str | int, ...], str]) -> str:
    """What people call a value: by its field; an entry by its kind; what stands in a table by the table."""
    if step.slot is not None:
        return step.slot.field.title
    kind = step.value.about.title if isinstance(step.value, Part) else ""
    return kind or titles[step.path[:-1]]


def together(facts: Iterable[str]) -> tuple[str, ...]:
    """Titles of several plans, each once, in small letters but for what has more than one capital."""
    return tuple(dict.fromkeys(one if one[1:] != one[1:].lower() else one.lower() for one in facts))
