"""The open space, cell by cell, for the rules that ask what is planned there."""

from collections.abc import Hashable, Iterable, Iterator

import msgspec

from kamc.analysis.pursuit import pursuing
from kamc.diagnostics import Path, Related
from kamc.links.graph import grouped
from kamc.model.market import Cell
from kamc.model.values import each, known
from kamc.rules.base import Subject, is_open
from kamc.words import listed, spelled

PLACE = ("account_as_market", "open_space")
MOST_NAMED, NAMED = 5, 3
"""So many segments are named; of more, so many."""


class Square(msgspec.Struct, frozen=True):
    """A cell, and where it stands."""

    segment: str
    offering: str
    cell: Cell

    @property
    def path(self) -> Path:
        """Where it stands in the plan."""
        return (*PLACE, self.segment, self.offering)


def squares(subject: Subject, *states: str) -> Iterator[Square]:
    """The cells in one of these states, in the file's order."""
    for segment, row in subject.plan.account_as_market.open_space.items():
        for offering, cell in row.items():
            if cell.state in states:
                yield Square(segment, offering, cell)


def gathered(found: Iterable[tuple[Hashable, Square]]) -> Iterable[tuple[Square, ...]]:
    """Cells under the same key, by segment: the order of a file gives no finding another place or name."""
    return (tuple(sorted(group, key=lambda one: one.segment)) for group in grouped(found).values())


def aligned(subject: Subject, cell: Cell) -> tuple[str, ...]:
    """The success factors, still alive, that a cell serves."""
    entries = subject.graph.entries
    return tuple(id_ for id_ in each(cell.serves) if id_ in entries and is_open(entries[id_].entry))


def pursued(subject: Subject, square: Square) -> bool:
    """Whether something open goes after a cell, or defends it: an opportunity, or an activity at least."""
    return any(pursuing(subject.graph, square.segment, square.offering))


def others(found: Iterable[Square]) -> tuple[Related, ...]:
    """The further cells of a finding that stands at the first of them."""
    return tuple(Related(message="here, too", at=one.path) for one in tuple(found)[1:])


def offering(subject: Subject, id_: str) -> str:
    """How we call an offering."""
    catalogue = subject.shared.catalogue
    one = catalogue.offerings.get(id_) if catalogue else None
    return known(one.name if one else None) or id_


def places(subject: Subject, found: Iterable[Square]) -> str:
    """How the plan calls the segments of cells."""
    titles = subject.plan.account_as_market.segments
    names = [known(titles.get(one.segment)) or one.segment for one in found]
    return listed(
        names if len(names) <= MOST_NAMED else [*names[:NAMED], f"{len(names) - NAMED} more"], "and"
    )


def rivals(subject: Subject, ids: object) -> str:
    """How the plan calls competitors; `a competitor` where it does not say who."""
    named = ids if isinstance(ids, tuple) else ()
    return listed([rival(subject, id_) for id_ in named], "and") or "a competitor"


def rival(subject: Subject, id_: str) -> str:
    """How the plan calls a competitor."""
    one = subject.plan.account_as_market.competitors.get(id_)
    return known(one.name if one else None) or spelled(id_)
