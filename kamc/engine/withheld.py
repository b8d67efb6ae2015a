"""What a build leaves out because its readers may not see it: silent for them, told to whoever builds."""

from collections.abc import Iterator

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


def withheld(whole: Plan, seen: Plan) -> tuple[str, ...]:
    """What is in `whole` and not in `seen`, by its titles in a sentence, each once, in the model's order."""
    return () if seen is whole else tuple(dict.fromkeys(map(_in_a_sentence, _lost(whole, seen))))


def _lost(whole: Plan, seen: Plan) -> Iterator[str]:
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


def _in_a_sentence(title: str) -> str:
    """A title in small letters, unless it has capitals of its own."""
    return title if title[1:] != title[1:].lower() else title.lower()
