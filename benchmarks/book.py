"""`python -m benchmarks.book read|check`: read every plan of the workspace here, and judge it or not.

The two beside each other say what the rule book costs: reading alone, and reading with every rule, link and
waiver. Both import the same modules.
"""

import datetime as dt
import gc
import pathlib
import sys

from kamc.engine.check import check
from kamc.engine.read import read_from
from kamc.engine.scope import scope
from kamc.settings import Settings
from kamc.workspace import find


def main(what: str, day: str) -> None:
    """Read all plans; with `check`, judge them as of that day."""
    gc.disable()  # as the command does
    workspace = find(pathlib.Path.cwd())
    made = scope(workspace, Settings(), dt.date.fromisoformat(day))
    loaded = [read_from(workspace, source) for source in workspace.files()]
    if what == "check":
        check(made, loaded)


if __name__ == "__main__":
    main(*sys.argv[1:])
