"""Findings for readers who may not see all of a plan: a message must not tell what was cut away."""

from collections.abc import Iterable, Iterator

import msgspec

from kamc.diagnostics import Diagnostic, Path, pointer
from kamc.model.fields import Prose, ProseList, Rows
from kamc.model.plan import Plan
from kamc.model.records import Entry
from kamc.model.values import each
from kamc.model.walk import Step
from kamc.words import spelled

SHORTEST, LONGEST = 4, 24
"""How many letters a text has at least to be a secret, and how many are looked for: messages cut texts."""


class Hidden(msgspec.Struct, frozen=True):
    """What was cut away from a plan: JSON Pointers to it, and the ids and texts in it."""

    pointers: frozenset[str]
    words: frozenset[str]


def discreet(whole: Plan, seen: Plan, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings that tell nothing, by place or words, of what is in `whole` and not in `seen`."""
    if seen is whole:
        yield from found
        return
    gone = hidden(whole, seen)
    for one in found:
        if not _is_inside(one.pointer or "", gone.pointers) and not any(
            word in _told(one) for word in gone.words
        ):
            yield one


def hidden(whole: Plan, seen: Plan) -> Hidden:
    """What is in `whole` and not in `seen`."""
    left = {step.path: step.value for step in seen.steps}
    gone = [step for step in whole.steps if step.path not in left or _lost_rows(step, left[step.path])]
    around = {step.path for step in gone}
    words = (word for step in whole.steps if _is_below(step.path, around) for word in _words(step))
    return Hidden(frozenset(map(pointer, around)), frozenset(words))


def _lost_rows(step: Step, left: object) -> bool:
    """Whether a list lost some of its records: the others have moved up, so that no path in it is sure."""
    return isinstance(step.field, Rows) and isinstance(left, tuple) and len(left) < len(step.value)


def _is_below(path: Path, around: set[Path]) -> bool:
    return any(path[:end] in around for end in range(1, len(path) + 1))


def _words(step: Step) -> Iterator[str]:
    """What a message could tell of a value: the id of an entry, or the beginning of a text."""
    if isinstance(step.value, Entry):
        yield str(step.path[-1])
        yield spelled(str(step.path[-1]))
    elif isinstance(step.field, Prose | ProseList):
        texts = (step.value,) if isinstance(step.value, str) else each(step.value)
        yield from (flat[:LONGEST] for text in texts if len(flat := _flat(text)) >= SHORTEST)


def _told(one: Diagnostic) -> str:
    """All the words of a finding, as one line."""
    return _flat(" ".join((one.message, one.label, one.help, one.accepted.why if one.accepted else "")))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _is_inside(place: str, pointers: frozenset[str]) -> bool:
    """Whether a JSON Pointer leads to one of some places, or into one."""
    parts = place.split("/")
    return any("/".join(parts[:end]) in pointers for end in range(2, len(parts) + 1))
