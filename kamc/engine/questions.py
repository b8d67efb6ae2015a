"""Open questions: what a plan says it does not know, which is work to be done and no fault (M19)."""

from collections.abc import Collection

from kamc.diagnostics import OpenQuestion, Path
from kamc.engine.place import span
from kamc.engine.read import Loaded
from kamc.model.fields import Field
from kamc.model.plan import Plan
from kamc.model.walk import entries


def open_questions(plan: Plan, unfit: Collection[Path] = ()) -> int:
    """How many facts a plan says it does not know; what does not fit (`unfit`) is a mistake, no question."""
    return sum(1 for step in plan.unknown if step.path not in unfit)


def listed(loaded: Loaded) -> tuple[OpenQuestion, ...]:
    """The open questions of a plan, in the order of the file."""
    ids = {one.path: one.id for one in entries(loaded.plan)}
    found = [
        OpenQuestion(
            path=loaded.source.path,
            span=span(loaded, step.path, "key", None),
            title=step.field.title if isinstance(step.field, Field) else str(step.path[-1]),
            of=_holder(step.path, ids),
        )
        for step in loaded.plan.unknown
        if step.path not in loaded.unfit
    ]
    return tuple(sorted(found, key=lambda one: (one.span, one.title)))


def _holder(path: Path, ids: dict[Path, str]) -> str:
    """The nearest entry around a path, or the part of the plan that it stands in."""
    around = (path[:length] for length in range(len(path) - 1, 0, -1))
    return next((ids[one] for one in around if one in ids), str(path[-2]) if len(path) > 1 else "")
