"""What a declared rule speaks of: the things that it is asked of, and their fields, as the model has them."""

import functools
from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeAlias

import msgspec

from kamc.diagnostics import Path
from kamc.links import Node
from kamc.model.fields import Entries, Field, Link, One, OneWord, Rows, Scalar, Table
from kamc.model.own_rules import ACCOUNT, NAMED_BY
from kamc.model.plan import Plan
from kamc.model.records import Entry, Part
from kamc.model.spec import Slot, records_below, short_form, spec
from kamc.model.values import UNKNOWN, Keyed, Said
from kamc.rules.base import Subject, is_open
from kamc.rules.own.faults import refused, unknown

On: TypeAlias = Literal["key", "value"]
NAMERS = Link("Named by", to=("*",))


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a rule is asked of: where it stands, how it is called, and what it says."""

    path: Path
    id: str
    title: str
    part: Part


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """A field of a thing, or (`of_account`) of the plan that it stands in."""

    name: str
    slots: tuple[Slot, ...]
    of_account: bool = False

    @property
    def field(self) -> Field:
        """What it is."""
        return self.slots[-1].field if self.slots else NAMERS

    @property
    def is_status(self) -> bool:
        """Whether it is the status of the thing itself."""
        return not self.of_account and len(self.slots) == 1 and getattr(self.field, "ended", ()) != ()

    @property
    def plain(self) -> "Target":
        """The field that a value is compared with: in a part that has a short form, what that fills."""
        inner = self.field.record if isinstance(self.field, One) else None
        if inner is None or not inner.about.bare or short_form(inner) is None:
            return self
        return msgspec.structs.replace(self, slots=(*self.slots, spec(inner).by_key[inner.about.bare]))

    def path(self, thing: Thing) -> Path:
        """Where it stands in the plan, or would."""
        keys = tuple(slot.key for slot in self.slots)
        return keys if self.of_account else (*thing.path, *keys)

    def value(self, thing: Thing, subject: Subject) -> Any:
        """What a thing says there: `UNKNOWN`, `NONE` and Python's `None` as everywhere in a plan."""
        if not self.slots:
            return _namers(thing, subject)
        here: Any = subject.plan if self.of_account else thing.part
        for slot in self.slots:
            said = getattr(here, "said", None)
            if isinstance(said, Said):
                return said
            here = getattr(here, slot.attr)
        meant = self.field.default if isinstance(self.field, OneWord) else ""
        return meant if here is None and meant else here


def _namers(thing: Thing, subject: Subject) -> tuple[str, ...] | None:
    """The ids of the open entries that name a thing."""
    named = (edge.source for edge in subject.graph.referred_by(thing.id))
    found = (subject.graph.entries.get(one) for one in named if one and one != thing.id)
    return tuple(dict.fromkeys(node.id for node in found if node and is_open(node.entry))) or None


class Each(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule is asked of: the entries of a kind, or what stands at a path of the model."""

    word: str
    record: type[Part]
    keys: tuple[str, ...] | None = None
    """The keys down to a part; `None` for the entries of a kind, which may stand in several places."""

    @property
    def title(self) -> str:
        """How one of them is called."""
        return self.word if self.keys is None or not self.keys else self.record.about.title

    def things(self, subject: Subject, *, ended: bool) -> Iterator[Thing]:
        """All of them in a plan, those that have ended only where they are wanted."""
        if self.keys == ():
            name = " ".join(subject.account.split())
            yield Thing(path=(), id="", title=name, part=subject.plan)
        elif self.keys is None:
            yield from map(_entry, _nodes(subject, self.word, ended=ended))
        else:
            yield from _below(subject.plan, self.keys, (), ended=ended)


def _nodes(subject: Subject, kind: str, *, ended: bool) -> Iterator[Node]:
    if not ended:
        return iter(subject.open(kind))
    return (one for one in subject.graph.of_kind(kind) if getattr(one.entry, "said", None) is not UNKNOWN)


def _entry(node: Node) -> Thing:
    return Thing(path=node.path, id=node.id, title=node.title, part=node.entry or Entry())


def _below(part: Part, keys: tuple[str, ...], path: Path, *, ended: bool) -> Iterator[Thing]:
    """The records at the end of a way through a plan, every entry and row of what lies on it."""
    slot = spec(type(part)).by_key[keys[0]]
    for key, one in _held(getattr(part, slot.attr)):
        here = (*path, slot.key, *key)
        if not one or one.said or not (ended or is_open(one)):
            continue
        if keys[1:]:
            yield from _below(one, keys[1:], here, ended=ended)
        else:
            yield _thing(one, here)


def _held(value: Any) -> Iterator[tuple[Path, Part]]:
    """The records in a field, each with the key or place under which it stands there."""
    if isinstance(value, Part):
        yield (), value
    elif isinstance(value, Keyed):
        for key, inner in value.items():
            yield from (((key, *below), one) for below, one in _held(inner))
    else:
        yield from (((place,), one) for place, one in enumerate(value))


def _thing(part: Part, path: Path) -> Thing:
    key = next((one for one in reversed(path) if isinstance(one, str)), "")
    if isinstance(part, Entry):
        return _entry(Node(key, part.about.kind, path, part))
    place = f" {path[-1] + 1}" if isinstance(path[-1], int) else ""
    return Thing(path=path, id=key, title=f"{key}{place}", part=part)


@functools.cache
def kinds() -> Mapping[str, type[Part]]:
    """The record of every kind of entry."""
    return {one.about.kind: one for one in records_below(Plan) if one.about.kind}


def each(word: str, at: Path) -> Each:
    """What a selector names. Raises `Wrong`."""
    if word == ACCOUNT:
        return Each(word=word, record=Plan, keys=())
    if word in kinds():
        return Each(word=word, record=kinds()[word])
    keys = tuple(word.split("."))
    if len(keys) == 1 and keys[0] not in spec(Plan).by_key:
        blocks = [slot.key for slot in spec(Plan).slots if _inner(slot.field)]
        raise unknown(
            word, at, "anything that a rule can be asked of", (ACCOUNT, *sorted(kinds()), *blocks), on="value"
        )
    record: type[Part] = Plan
    for key in keys:
        slot = _slot(record, key, at, on="value")
        inner = _inner(slot.field)
        if inner is None:
            raise refused(
                f'"{word}" is a plain field: nothing can be asked of it',
                at,
                f"ask what holds it, and name `{key}` under `must`",
            )
        record = inner
    return Each(word=word, record=record, keys=keys)


def target(name: str, of: Each, at: Path, *, on: On = "key") -> Target:
    """The field that a name names in each of these. Raises `Wrong`."""
    if name == NAMED_BY and issubclass(of.record, Entry):
        return Target(name=name, slots=())
    first, *rest = name.split(".")
    of_account = first == ACCOUNT and bool(rest)
    record = Plan if of_account else of.record
    return Target(
        name=name,
        slots=tuple(_slots(record, rest if of_account else [first, *rest], at, on)),
        of_account=of_account,
    )


def _slots(record: type[Part], keys: list[str], at: Path, on: On) -> Iterator[Slot]:
    for place, key in enumerate(keys, 1):
        slot = _slot(record, key, at, on=on)
        yield slot
        if place == len(keys):
            return
        if not isinstance(slot.field, One):
            several = not isinstance(slot.field, Scalar)
            told = "holds several things" if several else "is a plain field"
            raise refused(
                f'"{key}" {told}: nothing below it can be named here',
                at,
                "ask of each of them in a rule of its own, or count them"
                if several
                else f"write `{key}` alone",
                on=on,
            )
        record = slot.field.record


def _slot(record: type[Part], key: str, at: Path, *, on: On) -> Slot:
    slot = spec(record).by_key.get(key)
    if slot is None:
        of = "the account" if record is Plan else f'"{record.about.title}"'
        raise unknown(key, at, f"a field of {of}", tuple(spec(record).by_key), on=on)
    return slot


def _inner(field: Any) -> type[Part] | None:
    """The record that stands in a field, through tables of tables."""
    if isinstance(field, Table):
        return _inner(field.value)
    if isinstance(field, One | Entries | Rows):
        record: type[Part] = field.record
        return record
    return None if isinstance(field, Field) else field
