"""Audience by construction: a plan is cut to what its reader may see before any figure or brief looks at it.

A field is read by its own audience, or by the one its entry chose; never by a wider circle than its
ceiling, and never by a wider one than what holds it chose. What is left without its fields goes, and so does
every link to it (law 13 of the format). What all plans share, the catalogue and our people, is cut alike.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias, TypeVar

import msgspec

from kamc.model.fields import Audience, Entries, Field, Link, Rows, Table
from kamc.model.normal import absent
from kamc.model.plan import Plan
from kamc.model.records import Part, Record
from kamc.model.shared import Catalogue, People
from kamc.model.spec import spec
from kamc.model.values import Keyed
from kamc.model.walk import entries

P = TypeVar("P", bound=Part)
S = TypeVar("S", Catalogue, People)
Named: TypeAlias = tuple[str, str]
"""A kind and an id: what a link names."""


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A plan as one audience may see it; the only thing that briefs and their figures accept."""

    plan: Plan
    audience: Audience


def cut(plan: Plan, audience: Audience, hidden: frozenset[Named] = frozenset()) -> View:
    """What `audience` may see of `plan`: the account manager and the sponsor see all of it.

    `hidden` is what of the shared files it may not even know the name of: links to it go, too.
    """
    if audience is Audience.PRIVATE:
        return View(plan=plan, audience=audience)
    seen = _cut(plan, audience, Audience.CUSTOMER)
    gone = hidden | frozenset(_named(plan)) - frozenset(_named(seen))
    if not gone:
        return View(plan=seen, audience=audience)
    vars(seen).clear()  # else its steps keep it, though nobody walks through them again
    return View(plan=_unlinked(seen, gone), audience=audience)


def _named(plan: Plan) -> Iterator[Named]:
    """Everything in a plan that a link can name."""
    yield from ((one.entry.about.kind, one.id) for one in entries(plan))
    market = plan.account_as_market
    yield from (("segment", key) for key in (*market.open_space, *market.segments))


def cut_shared(part: S, audience: Audience) -> S:
    """What `audience` may see of the catalogue or of our people; one whose name it may not see is gone."""
    if audience is Audience.PRIVATE:
        return part
    changes = {
        slot.attr: Keyed(
            {
                id: _cut(one, audience, Audience.CUSTOMER)
                for id, one in held.items()
                if _is_named_to(audience, one)
            },
            held.said,
        )
        for slot in spec(type(part)).slots
        if isinstance(held := getattr(part, slot.attr), Keyed)
    }
    return msgspec.structs.replace(part, **changes)


def _is_named_to(audience: Audience, one: Part) -> bool:
    return level(one, spec(type(one)).by_key["name"].field, Audience.CUSTOMER) >= audience


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What an audience may see of the shared files, and what of them it may not even know the name of."""

    people: People | None = None
    catalogue: Catalogue | None = None
    hidden: frozenset[Named] = frozenset()


def known(people: People | None, catalogue: Catalogue | None, audience: Audience) -> Known:
    """The shared files as an audience may see them."""
    ours = cut_shared(people, audience) if people else None
    offered = cut_shared(catalogue, audience) if catalogue else None
    whole, seen = (frozenset((*_shared(a), *_shared(b))) for a, b in ((people, catalogue), (ours, offered)))
    return Known(people=ours, catalogue=offered, hidden=whole - seen)


def _shared(part: Catalogue | People | None) -> Iterator[Named]:
    """Everything in a shared file that a link can name."""
    for slot in spec(type(part)).slots if part else ():
        held = getattr(part, slot.attr)
        if isinstance(held, Keyed):
            yield from ((one.about.kind, id) for id, one in held.items())


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
    if part.said is not None:
        return part if _is_for(audience, part, cap) else type(part)()
    chosen = choice(part)
    own = part.about.audience if chosen is None else chosen
    # A record that is private from the start keeps what it holds private, too.
    below = cap if chosen is None and own is not Audience.PRIVATE else min(cap, own)
    changes: dict[str, Any] = {slot.attr: new for slot, new in _fields(part, audience, cap, below)}
    if part.extra and (audience is Audience.CUSTOMER or not _is_for(audience, part, cap)):
        changes["extra"] = {}
    return msgspec.structs.replace(part, **changes) if changes else part


def _is_for(audience: Audience, part: Part, cap: Audience) -> bool:
    """Whether an audience may know that an entry is there, whatever it may read of it."""
    chosen = choice(part)
    own = part.about.audience if chosen is None else chosen
    return min(own, cap, part.about.ceiling) >= audience


def _fields(part: Part, audience: Audience, cap: Audience, below: Audience) -> Iterator[tuple[Any, Any]]:
    for slot in spec(type(part)).slots:
        old = getattr(part, slot.attr)
        if old is slot.default:  # most fields of most records: there is nothing to cut
            continue
        widest = _lower(below, slot.field) if _holds_parts(old) else level(part, slot.field, cap)
        new = slot.default if widest < audience else _value(slot.field, old, audience, widest)
        if absent(new):  # what was emptied is as if nobody had written it
            new = slot.default
        if new is not old:
            yield slot, new


def _lower(cap: Audience, field: Field) -> Audience:
    return cap if field.ceiling is None else min(cap, field.ceiling)


def _holds_parts(value: object) -> bool:
    """Whether a value is cut by what it holds, and not as a whole."""
    if isinstance(value, Keyed):
        return any(_holds_parts(item) for item in value.values())
    first = value[0] if isinstance(value, tuple) and value else value
    return isinstance(first, Part)


def _value(field: Any, value: Any, audience: Audience, cap: Audience) -> Any:
    if isinstance(value, Part):
        return _cut(value, audience, cap)
    if isinstance(value, Keyed) and _holds_parts(value):
        inner = field.record if isinstance(field, Entries) else field.value
        items = {key: _value(inner, item, audience, cap) for key, item in value.items()}
        left = {key: item for key, item in items.items() if item or _stays(value[key], audience, cap)}
        return Keyed(left, value.said)
    if isinstance(field, Rows):
        rows = tuple(_cut(item, audience, cap) for item in value)
        return tuple(row for row in rows if row)
    return value


def _stays(whole: object, audience: Audience, cap: Audience) -> bool:
    """Whether an entry of which an audience reads nothing is still there for it."""
    return isinstance(whole, Part) and whole.said is None and _is_for(audience, whole, cap)


def _unlinked(part: P, gone: frozenset[Named]) -> P:
    """`part` without links to what was cut away."""
    changes = {
        slot.attr: new
        for slot in spec(type(part)).slots
        if (old := getattr(part, slot.attr)) is not slot.default
        and (new := _kept(slot.field, old, gone)) is not old
    }
    return msgspec.structs.replace(part, **changes) if changes else part


def _kept(field: Any, value: Any, gone: frozenset[Named]) -> Any:
    if isinstance(value, Part):
        return _unlinked(value, gone)
    if isinstance(field, Link) and isinstance(value, tuple):
        ids = tuple(one for one in value if not _is_gone(one, field, gone))
        return value if ids == value else ids or None
    if isinstance(field, Rows):
        return tuple(_unlinked(item, gone) for item in value)
    if isinstance(value, Keyed) and value:
        inner = field.record if isinstance(field, Entries) else field.value
        keys = field.keys if isinstance(field, Table) else None
        left = {key: item for key, item in value.items() if not _is_gone(key, keys, gone)}
        return Keyed({key: _kept(inner, item, gone) for key, item in left.items()}, value.said)
    return value


def _is_gone(id_: str, field: Field | None, gone: frozenset[Named]) -> bool:
    """Whether `id_`, as a link or as a key of a table, names something that was cut away."""
    if not isinstance(field, Link):
        return False
    kinds = {kind for kind, _ in gone} if "*" in field.to else field.to
    return any((kind, id_) in gone for kind in kinds)
