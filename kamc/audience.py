"""Audience by construction: a plan is cut to what its reader may see before any figure or brief looks at it (law 13).

A field is read by its own audience, or by the one its entry chose; never by a wider circle than its ceiling, and never
by a wider one than what holds it chose. What is left without its fields goes, and so does every link to it.
"""

from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

from kamc.model.fields import Audience, Entries, Field, Link, Rows, Table
from kamc.model.plan import Plan
from kamc.model.records import Part, Record
from kamc.model.spec import spec
from kamc.model.values import Keyed
from kamc.model.walk import entries

P = TypeVar("P", bound=Part)
OUTSIDE = frozenset({"person", "offering", "account"})
"""Kinds that live outside a plan: no audience of the plan can cut them."""


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A plan as one audience may see it; the only thing that briefs and their figures accept."""

    plan: Plan
    audience: Audience


def cut(plan: Plan, audience: Audience) -> View:
    """What `audience` may see of `plan`."""
    seen = _cut(plan, audience, Audience.CUSTOMER)
    kept = frozenset(one.id for one in entries(seen)) | frozenset(seen.account_as_market.open_space)
    return View(plan=_unlinked(seen, kept), audience=audience)


def choice(part: Part) -> Audience | None:
    """The audience that an entry chose: its own word, or the customer it was agreed with."""
    word = part.audience if isinstance(part, Record) else None
    if isinstance(word, str):
        return Audience[word.upper()]
    return Audience.CUSTOMER if isinstance(getattr(part, "agreed_with", None), tuple) else None


def level(part: Part, field: Field, cap: Audience) -> Audience:
    """The widest audience that may read one field of `part`, whose holders allow `cap`."""
    about = part.about
    own = about.audience if field.audience is None else field.audience
    chosen = choice(part)
    if chosen is not None:
        own = min(own, chosen) if own < about.audience else chosen
    return min(own, cap, about.ceiling if field.ceiling is None else field.ceiling)


def _cut(part: P, audience: Audience, cap: Audience) -> P:
    chosen = choice(part)
    own = part.about.audience if chosen is None else chosen
    if part.said is not None:
        return part if min(own, cap, part.about.ceiling) >= audience else type(part)()
    # A record that is private from the start keeps what it holds private, too.
    below = cap if chosen is None and own is not Audience.PRIVATE else min(cap, own)
    changes: dict[str, Any] = {slot.attr: new for slot, new in _fields(part, audience, cap, below)}
    if part.extra and audience is Audience.CUSTOMER:
        changes["extra"] = {}
    return msgspec.structs.replace(part, **changes) if changes else part


def _fields(part: Part, audience: Audience, cap: Audience, below: Audience) -> Iterator[tuple[Any, Any]]:
    empty = type(part)()
    for slot in spec(type(part)).slots:
        old = getattr(part, slot.attr)
        new = _value(slot.field, old, audience, _lower(below, slot.field))
        if new is old and not _holds_parts(old) and level(part, slot.field, cap) < audience:
            new = getattr(empty, slot.attr)
        if new is not old:
            yield slot, new


def _lower(cap: Audience, field: Field) -> Audience:
    return cap if field.ceiling is None else min(cap, field.ceiling)


def _holds_parts(value: object) -> bool:
    """Whether a value is cut by what it holds, and not as a whole."""
    if isinstance(value, Keyed):
        return any(_holds_parts(item) for item in value.values())
    return isinstance(value, Part) or (isinstance(value, tuple) and bool(value) and isinstance(value[0], Part))


def _value(field: Any, value: Any, audience: Audience, cap: Audience) -> Any:
    if isinstance(value, Part):
        return _cut(value, audience, cap)
    if isinstance(value, Keyed) and _holds_parts(value):
        inner = field.record if isinstance(field, Entries) else field.value
        items = {key: _value(inner, item, audience, cap) for key, item in value.items()}
        return Keyed({key: item for key, item in items.items() if item or not value[key]}, value.said)
    if isinstance(field, Rows):
        rows = tuple(_cut(item, audience, cap) for item in value)
        return tuple(row for row in rows if row)
    return value


def _unlinked(part: P, kept: frozenset[str]) -> P:
    """`part` without links to entries that were cut away."""
    changes = {
        slot.attr: new
        for slot in spec(type(part)).slots
        if (new := _kept(slot.field, old := getattr(part, slot.attr), kept)) is not old
    }
    return msgspec.structs.replace(part, **changes) if changes else part


def _kept(field: Any, value: Any, kept: frozenset[str]) -> Any:
    if isinstance(value, Part):
        return _unlinked(value, kept)
    if isinstance(field, Link) and isinstance(value, tuple) and OUTSIDE.isdisjoint(field.to):
        ids = tuple(one for one in value if one in kept)
        return value if ids == value else ids or None
    if isinstance(field, Rows):
        return tuple(_unlinked(item, kept) for item in value)
    if isinstance(value, Keyed) and value:
        inner = field.record if isinstance(field, Entries) else field.value
        keys = field.keys if isinstance(field, Table) else None
        inside = isinstance(keys, Link) and OUTSIDE.isdisjoint(keys.to)
        return Keyed({key: _kept(inner, item, kept) for key, item in value.items() if not inside or key in kept}, value.said)
    return value
