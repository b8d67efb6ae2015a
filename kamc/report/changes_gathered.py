"""Changes as lines to read: one thing is named once, and what happens every quarter is told in one line."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from kamc.model.change import Change, Effect

ENOUGH = 2
"""From so many on, changes of one sort are told together."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """What a report prints for a change, or for several; `subject` is the part of `text` that names it."""

    effect: Effect
    text: str
    subject: str = ""

    @classmethod
    def of(cls, change: Change, before: Change | None = None) -> "Line":
        """A change as a line; its subject is left out where the line before speaks of the same thing."""
        text = f"{change.message}  {change.code}" if change.code else change.message
        same = before is not None and (before.entity, before.id) == (change.entity, change.id)
        if same and change.subject and text.startswith(change.subject):
            return cls(effect=change.effect, text=f"… {text.removeprefix(change.subject).lstrip(',: ')}")
        return cls(effect=change.effect, text=text, subject=change.subject)


def listed_lines(changes: Iterable[Change]) -> list[Line]:
    """Every change as a line of its own."""
    lines: list[Line] = []
    before: Change | None = None
    for one in changes:
        lines.append(Line.of(one, before))
        before = one
    return lines


def gathered(changes: Sequence[Change]) -> list[Line]:
    """Changes as lines, the routine ones first, those of a sort together."""
    sorts: dict[str, list[Change]] = {}
    for one in changes:
        if key := _sort(one):
            sorts.setdefault(key, []).append(one)
    together = {key: several for key, several in sorts.items() if len(several) >= ENOUGH}
    single = [one for one in changes if _sort(one) not in together]
    routine = [_together(key, several) for key, several in together.items()]
    return [*routine, *listed_lines(single)]


def _sort(change: Change) -> str:
    """Which routine a change belongs to, if it is good news of one; empty for all others."""
    found = (name for name, (fits, _) in ROUTINES.items() if change.effect == "better" and fits(change))
    return next(found, "")


def _together(name: str, changes: Sequence[Change]) -> Line:
    called = dict.fromkeys(ROUTINES[name][1](one) for one in changes)
    return Line(effect="better", text=f"{name}: {', '.join(called)}", subject=name)


ROUTINES: Mapping[str, tuple[Callable[[Change], bool], Callable[[Change], str]]] = {
    "Spoken with since": (
        lambda one: one.entity == "contact" and one.field == "last",
        lambda one: one.subject.partition(" with ")[2],
    ),
    "Reviewed since": (
        lambda one: one.entity == "plan" and str(one.field).startswith("reviewed."),
        lambda one: str(one.field).partition(".")[2].replace("_", " ").replace("center", "centre"),
    ),
}
"""What moves in every quarter that is worked with: how it is told together, and how each is called there."""
