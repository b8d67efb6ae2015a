"""`python -m benchmarks.book rules|parsing`: what the rule book costs, beside parsing all files once more.

Both read every plan of the workspace here and judge its links and waivers. Then one asks every rule, and the
other reads all plans a second time: whichever is faster has the cheaper rest. Both import the same modules.
"""

import datetime as dt
import gc
import pathlib
import sys

from kamc.engine.check import check
from kamc.engine.read import read_from
from kamc.engine.scope import scope
from kamc.rules import registry
from kamc.rules.book import Book
from kamc.settings import Settings
from kamc.workspace import find

WITHOUT = Book(tuple(rule for rule in registry.RULES if not rule.judges))
"""The codes of the loader, the schema, the links and the waivers alone."""


def main(what: str, day: str) -> None:
    """Read and judge all plans as of that day: with every rule, or reading them twice."""
    gc.disable()  # as the command does
    workspace = find(pathlib.Path.cwd())
    book = registry.BOOK if what == "rules" else WITHOUT
    made = scope(workspace, Settings(), dt.date.fromisoformat(day), book=book)
    loaded = [read_from(workspace, source) for source in made.files]
    check(made, loaded)
    if what == "parsing":
        for source in made.files:
            read_from(workspace, source)


if __name__ == "__main__":
    main(*sys.argv[1:])
