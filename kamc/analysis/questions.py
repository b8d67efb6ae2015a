"""The open questions of a plan, block by block: what it says that it does not know (M19).

They are work to be done and no fault: Le Bon and Herman (chapter 2) ask their questions of a plan so that
what nobody can answer is seen.
"""

from collections.abc import Collection, Iterator, Mapping

import msgspec

from kamc.diagnostics import Path
from kamc.model.change import BLOCKS, HEADER, block_of
from kamc.model.fields import Field
from kamc.model.plan import Plan
from kamc.model.walk import Step, entries


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One fact that is not known: where it should stand, what it is called, and of what it is.

    `of` is the id of the nearest entry around it, or the key of the part that it stands in.
    """

    path: Path
    title: str
    of: str


def open_questions(plan: Plan, unfit: Collection[Path] = ()) -> int:
    """How many facts a plan says it does not know; what does not fit (`unfit`) is a mistake, no question."""
    return sum(1 for _ in _asking(plan, unfit))


def questions(plan: Plan, unfit: Collection[Path] = ()) -> tuple[Question, ...]:
    """The open questions of a plan, in the order of the format."""
    ids = {one.path: one.id for one in entries(plan)}
    return tuple(
        Question(
            path=step.path,
            title=step.field.title if isinstance(step.field, Field) else str(step.path[-1]),
            of=_holder(step.path, ids),
        )
        for step in _asking(plan, unfit)
    )


def by_block(plan: Plan, unfit: Collection[Path] = ()) -> Mapping[str, tuple[Question, ...]]:
    """The open questions under their blocks, `header` first; a block without one is not there."""
    asked = questions(plan, unfit)
    found = {key: tuple(one for one in asked if block_of(one.path) == key) for key in (HEADER, *BLOCKS)}
    return {key: of for key, of in found.items() if of}


def _asking(plan: Plan, unfit: Collection[Path]) -> Iterator[Step]:
    return (step for step in plan.unknown if step.path not in unfit)


def _holder(path: Path, ids: Mapping[Path, str]) -> str:
    """The nearest entry around a path, or the part of the plan that it stands in."""
    around = (path[:length] for length in range(len(path) - 1, 0, -1))
    return next((ids[one] for one in around if one in ids), str(path[-2]) if len(path) > 1 else "")
