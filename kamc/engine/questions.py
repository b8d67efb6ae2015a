"""Open questions with their places in the file: for whoever works through them (M19)."""

from kamc.analysis.questions import questions
from kamc.diagnostics import OpenQuestion
from kamc.engine.place import span
from kamc.engine.read import Loaded


def listed(loaded: Loaded) -> tuple[OpenQuestion, ...]:
    """The open questions of a plan, in the order of the file."""
    found = [
        OpenQuestion(
            path=loaded.source.path,
            span=span(loaded, one.path, "key", None),
            title=one.title,
            of=one.of,
        )
        for one in questions(loaded.plan, loaded.unfit)
    ]
    return tuple(sorted(found, key=lambda one: (one.span, one.title)))
