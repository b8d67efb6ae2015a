"""Which parts of a plan a figure needs, and whether an audience may see them all.

A figure is computed from a cut plan, so it never holds what its reader may not see. But a share or a score
from half of its parts would be wrong, so it is absent where one of the parts that it needs is not its
reader's by the format (law 13). What an author hid by hand does not count here: whether it is there must not
show in anything that the reader gets.
"""

import functools
from collections.abc import Callable, Iterable, Iterator
from typing import ParamSpec, TypeVar

from kamc.audience import View
from kamc.diagnostics import Path
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.model.walk import locate

T = TypeVar("T")
P = ParamSpec("P")
Figure = Callable[P, T | None]


def needs(*parts: str) -> Callable[[Figure[P, T]], Figure[P, T]]:
    """A figure that needs these parts; it is `None` for an audience that may not see one of them.

    A part is a path of keys with `*` for an id: `account_as_market.results.*.sales`. A figure takes a view,
    or several of them (two quarters, all accounts), and what it is judged by: a day, limits, rates.
    """

    def decorate(figure: Figure[P, T]) -> Figure[P, T]:
        @functools.wraps(figure)
        def absent_or_seen(*args: P.args, **terms: P.kwargs) -> T | None:
            audiences = {view.audience for view in _views(args)}
            return figure(*args, **terms) if all(may_see(one, *parts) for one in audiences) else None

        absent_or_seen.parts = parts  # type: ignore[attr-defined]
        return absent_or_seen

    return decorate


def _views(args: Iterable[object]) -> Iterator[View]:
    """The views among what a figure is given, one by one or several together."""
    for one in args:
        if isinstance(one, View):
            yield one
        elif isinstance(one, tuple):
            yield from _views(one)


@functools.cache
def may_see(audience: Audience, *parts: str) -> bool:
    """Whether the format lets an audience read all of these parts, where their author says nothing else."""
    return all(widest(part) >= audience for part in parts)


@functools.cache
def widest(part: str) -> Audience:
    """The widest audience that reads a part by default. Raises `ValueError` where a plan has no such part."""
    path: Path = tuple(part.split("."))
    found = Audience.CUSTOMER
    for end in range(1, len(path) + 1):
        if path[end - 1] == "*":
            continue
        holder: type[Part] | None = locate(Plan, path[: end - 1]).record
        field = locate(Plan, path[:end]).field
        if holder is None or field is None:
            raise ValueError(f"a plan has no {part}")
        if end == len(path):
            found = min(found, holder.about.audience if field.audience is None else field.audience)
        found = min(found, holder.about.ceiling if field.ceiling is None else field.ceiling)
    return found
