"""Who refers to whom in a plan: its entries, what lies outside it, and the links between them (M2)."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import msgspec

from kamc.diagnostics import Path
from kamc.model.fields import Entries, Field, One, Rows, Table
from kamc.model.plan import Plan
from kamc.model.records import Entry, Part
from kamc.model.shared import Catalogue, People
from kamc.model.spec import records_below
from kamc.model.values import UNKNOWN, known
from kamc.model.walk import MAY_REFER, Reference, Step, locate, named, walk
from kamc.words import spelled

ANY = "*"
"""A link that may name any entry of the plan."""

HOLDERS_OF_SEGMENTS = frozenset({"account_as_market", "open_space", "segments"})


class Shared(msgspec.Struct, frozen=True, dict=True):
    """What all plans share. `None` where a file is missing or unreadable: links into it are not judged."""

    catalogue: Catalogue | None = None
    people: People | None = None
    accounts: frozenset[str] | None = None

    def ids(self, kind: str) -> frozenset[str] | None:
        """The ids of offerings, people or accounts; `None` where they are not known."""
        return self._ids.get(kind)

    @cached_property
    def _ids(self) -> Mapping[str, frozenset[str] | None]:
        ids = {"account": self.accounts}
        if self.catalogue and self.catalogue.offerings.said is not UNKNOWN:
            ids["offering"] = frozenset(self.catalogue.offerings)
        if self.people and self.people.people.said is not UNKNOWN:
            ids["person"] = frozenset(self.people.people)
        return ids


class Node(msgspec.Struct, frozen=True):
    """Something that a link can name: an entry with its path, or (path empty, no entry) something outside."""

    id: str
    kind: str
    path: Path = ()
    entry: Entry | None = None

    @property
    def title(self) -> str:
        """How its author calls it: its name or its main text, or the id where there is neither."""
        for attr in ("name", "what", "message"):
            text = known(getattr(self.entry, attr, None))
            if isinstance(text, str):
                return " ".join(text.split())
        return spelled(self.id) if self.kind in {"member", "person"} else self.id


class Edge(msgspec.Struct, frozen=True):
    """One link as written. `via` is the field it stands in; `source` the entry around it, if there is one."""

    source: str | None
    via: str
    target: str
    kinds: tuple[str, ...]
    path: Path
    on_key: bool


class Graph(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The entries and links of one plan. Where an id is used twice (KAM026), `entries` holds the first."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    shared: Shared
    segments: frozenset[str]
    unsure: frozenset[str]
    """Kinds whose entries are not all known, because what holds them could not be read or is `unknown`."""

    @cached_property
    def by_id(self) -> Mapping[str, tuple[Node, ...]]:
        """Every entry under its id; more than one only where ids clash."""
        return grouped((node.id, node) for node in self.nodes)

    @cached_property
    def entries(self) -> Mapping[str, Node]:
        """The entries of the plan by id."""
        return {id_: nodes[0] for id_, nodes in self.by_id.items()}

    def of_kind(self, kind: str) -> tuple[Node, ...]:
        """The entries of one kind, in the file's order."""
        return self._by_kind.get(kind, ())

    def refers_to(self, id_: str) -> tuple[Edge, ...]:
        """The links that stand in an entry."""
        return self._by_source.get(id_, ())

    def referred_by(self, id_: str, via: str | None = None) -> tuple[Edge, ...]:
        """The links that name an entry, all or those of one field."""
        found = self._by_target.get(id_, ())
        return found if via is None else tuple(edge for edge in found if edge.via == via)

    def resolve(self, id_: str, kinds: Collection[str]) -> Node | None:
        """What an id names among the kinds that are wanted; `None` where there is no such thing."""
        for node in self.by_id.get(id_, ()):
            if node.kind in kinds or ANY in kinds:
                return node
        return next((Node(id_, kind) for kind in kinds if id_ in self.outside(kind)), None)

    def outside(self, kind: str) -> frozenset[str]:
        """The known ids of a kind that is not an entry: segments, offerings, people, accounts."""
        return self.segments if kind == "segment" else self.shared.ids(kind) or frozenset()

    def ids(self, kinds: Iterable[str]) -> tuple[str, ...]:
        """Every id that a link to these kinds may name."""
        found: dict[str, None] = {}
        for kind in kinds:
            named = self.entries if kind == ANY else (node.id for node in self.of_kind(kind))
            found.update(dict.fromkeys((*named, *sorted(self.outside(kind)))))
        return tuple(found)

    def judges(self, kinds: Iterable[str]) -> bool:
        """Whether everything that a link to these kinds may name is known."""
        wanted = frozenset(kinds)
        if self.unsure and (ANY in wanted or self.unsure & wanted):
            return False
        return all(self.shared.ids(kind) is not None for kind in wanted & {"offering", "person", "account"})

    @cached_property
    def _by_kind(self) -> Mapping[str, tuple[Node, ...]]:
        return grouped((node.kind, node) for node in self.nodes)

    @cached_property
    def _by_source(self) -> Mapping[str | None, tuple[Edge, ...]]:
        return grouped((edge.source, edge) for edge in self.edges)

    @cached_property
    def _by_target(self) -> Mapping[str, tuple[Edge, ...]]:
        return grouped((edge.target, edge) for edge in self.edges)


def graph(plan: Plan, shared: Shared | None = None) -> Graph:
    """The graph of a plan among what all plans share."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    around: list[Node] = []  # the entries that hold the step, the innermost last: holders come first
    for step in walk(plan):
        while around and len(around[-1].path) >= len(step.path):
            around.pop()
        if step.slot is None and isinstance(step.value, Entry):
            around.append(Node(str(step.path[-1]), step.value.about.kind, step.path, step.value))
            nodes.append(around[-1])
        elif type(step.field) in MAY_REFER:
            source = around[-1].id if around else None
            edges += [
                Edge(source, _via(one, step), one.id, one.to, one.path, one.on_key) for one in named(step)
            ]
    market = plan.account_as_market
    return Graph(
        nodes=tuple(nodes),
        edges=tuple(edges),
        shared=shared or Shared(),
        segments=frozenset(market.open_space) | frozenset(market.segments),
        unsure=frozenset(_unsure(plan.unknown)),
    )


def grouped(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, tuple[Any, ...]]:
    """Values under their keys, in the order in which they came."""
    groups: dict[Any, list[Any]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _via(one: Reference, step: Step) -> str:
    """The field that a link stands in: the mapping's own key where the id is a key."""
    if one.on_key:
        return step.slot.key if step.slot else locate(Plan, step.path).key
    return next(key for key in reversed(one.path) if isinstance(key, str))


def _unsure(steps: Iterable[Step]) -> Iterator[str]:
    """The kinds that could stand in what is unknown."""
    for step in steps:
        if step.value is UNKNOWN or isinstance(step.value, Entry):
            continue
        if (record := _record(step.field)) is not None:
            yield from (below.about.kind for below in records_below(record) if below.about.kind)
        if step.path[-1] in HOLDERS_OF_SEGMENTS:
            yield "segment"


def _record(field: Any) -> type[Part] | None:
    """The record class that stands in a field, through tables of tables."""
    if isinstance(field, Table):
        return _record(field.value)
    if isinstance(field, One | Entries | Rows):
        record: type[Part] = field.record
        return record
    return None if isinstance(field, Field) else field
