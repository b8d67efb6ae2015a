"""Two plans in, what changed out: entries by id, all else field by field, on what they mean (M4)."""

import functools
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from kamc.diff.classify import topic
from kamc.diff.fields import of_part
from kamc.diff.life import Lives, of_pair
from kamc.diff.names import Names, called, names
from kamc.diff.special import no_facilitator_left
from kamc.diff.where import Where
from kamc.links.graph import Shared, grouped
from kamc.links.match import Pair, matched
from kamc.model.change import Change, Diff, Side
from kamc.model.plan import Plan
from kamc.model.records import Part, Tracked
from kamc.model.spec import spec
from kamc.model.values import UNKNOWN, each, known
from kamc.model.walk import entries, locate, walk
from kamc.speech import WRITTEN, Speech

HEADINGS = frozenset(("kamc", "period"))
"""What two plans may say differently without anything having changed: the format, and which quarter it is."""


def compare(
    old: Plan, new: Plan, shared: Shared | None = None, speech: Speech = WRITTEN
) -> tuple[Change, ...]:
    """Every change from `old` to `new`, in the format's order; `shared` names offerings and our people."""
    pairs = matched(old, new)
    known_as = names(old, new, pairs, shared, speech)
    found = [*_of_entries(old, new, pairs, known_as), *_of_the_rest(old, new, known_as)]
    told = (no_facilitator_left(one, new, known_as) for one in found)
    return tuple(sorted(told, key=lambda one: (_order(one), one.field or "", one.message)))


def diff(old: Plan, new: Plan, shared: Shared | None = None, speech: Speech = WRITTEN) -> Diff:
    """Two plans side by side with what changed between them."""
    return Diff(old=_side(old), new=_side(new), changes=compare(old, new, shared, speech))


def _side(plan: Plan) -> Side:
    account = known(plan.account) or ""
    return Side(account=account, name=known(plan.name) or account, period=known(plan.period) or "")


def _of_entries(old: Plan, new: Plan, pairs: Iterable[Pair], known_as: Names) -> Iterator[Change]:
    lives = Lives(
        names=known_as,
        unknown=frozenset(step.path for step in walk(old) if getattr(step.value, "said", None) is UNKNOWN),
        became=grouped(_heirs(new, known_as.speech)),
    )
    for pair in pairs:
        for change in of_pair(pair, lives):
            yield msgspec.structs.replace(change, topic=topic(change, pair))


def _heirs(plan: Plan, speech: Speech) -> Iterator[tuple[str, str]]:
    for one in entries(plan):
        for heir in each(one.entry.became) if isinstance(one.entry, Tracked) else ():
            yield heir, called(one.id, one.entry, speech)


def _of_the_rest(old: Plan, new: Plan, known_as: Names) -> Iterator[Change]:
    where = Where(names=known_as, entity="plan", id=known(new.account) or "")
    for change in of_part(old, new, where, HEADINGS):
        yield msgspec.structs.replace(change, topic=topic(change))


def _order(change: Change) -> tuple[str, ...]:
    """Where a change stands in the plan format: fields in the model's order, entries and lines by id."""
    places: list[str] = []
    for depth, key in enumerate(change.at):
        record = locate(Plan, change.at[:depth]).record
        order = _fields(record) if record else {}
        places.append(f"{order[str(key)]:03}" if key in order else str(key))
    return tuple(places)


@functools.cache
def _fields(record: type[Part]) -> Mapping[str, int]:
    """Where each field of a record stands."""
    return {slot.key: place for place, slot in enumerate(spec(record).slots)}
