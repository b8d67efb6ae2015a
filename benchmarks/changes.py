"""`python -m benchmarks.changes comparing|parsing DAY`: what a diff costs, beside parsing its plans again.

Both read each plan of the workspace here and the one of the quarter before. Then one compares the two, with
all that follows but what a check says, and the other reads both of them two times more: whichever is faster
has the cheaper rest. Both import the same modules.
"""

import datetime as dt
import gc
import pathlib
import sys

from kamc.audience import cut
from kamc.diff import Basis, whole
from kamc.engine.read import Loaded, read_from
from kamc.engine.scope import Scope, scope
from kamc.model.fields import Audience
from kamc.settings import Settings
from kamc.workspace import Source, find

MORE = 2


def main(what: str, day: str) -> None:
    """Compare each plan with the quarter before, or read both of them twice more."""
    gc.disable()  # as the command does
    workspace = find(pathlib.Path.cwd())
    made = scope(workspace, Settings(), dt.date.fromisoformat(day))
    for source in made.files:
        for before in made.series.before(source)[:1] if source.kind == "plan" else ():
            _pair(made, before, source, what)


def _pair(made: Scope, before: Source, source: Source, what: str) -> None:
    old, new = _read(made, before, source)
    if what == "comparing":
        earlier, now = (cut(one.plan, Audience.PRIVATE) for one in (old, new))
        whole(earlier, now, Basis(then=made.as_of, now=made.as_of, shared=made.shared))
    else:
        for _ in range(MORE):
            _forget(*_read(made, before, source))
    _forget(old, new)


def _read(made: Scope, *sources: Source) -> tuple[Loaded, ...]:
    return tuple(read_from(made.workspace, one) for one in sources)


def _forget(*loaded: Loaded) -> None:
    for one in loaded:
        vars(one.plan).clear()  # its steps keep the plan, and it keeps them: a circle that nobody collects


if __name__ == "__main__":
    main(*sys.argv[1:])
