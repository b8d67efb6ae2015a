"""KAM027: links that name nothing, or the wrong kind of thing."""

import functools
from collections.abc import Iterator, Mapping, Sequence

from kamc.diagnostics import Finding
from kamc.links.graph import Edge, Graph
from kamc.links.naming import a_noun, noun, one_of
from kamc.model.fields import Entries
from kamc.model.plan import Plan
from kamc.model.spec import records_below, spec
from kamc.words import listed, nearest

PRODUCTS = ("offering", "co-creation")
KINDS_OUTSIDE = ("offering", "person", "account", "segment")
WAYS_OUT = {
    "person": "add them to plans/people.yaml",
    "offering": "add it to plans/catalogue.yaml",
    "account": "name the account by its folder in plans/",
    "member": "add them to `buying_center`",
    "segment": "add it to `open_space`",
}
"""What to do where nothing near is there; every other kind goes where the plan holds such entries."""
NO_FIRM = "another firm goes into a text, or into the `partners` of an opportunity"
MOST_NAMED, MOST_HOMES = 6, 4


def dangling(ids: Graph) -> Iterator[Finding]:
    """The links whose id names nothing that may stand there, judged only where all that may is known."""
    for edge in ids.edges:
        if ids.resolve(edge.target, edge.kinds) is not None or _is_anchored_in_product(ids, edge):
            continue
        other = _other_kind(ids, edge.target)
        if other is not None:
            yield _wrong_kind(ids, edge, other)
        elif ids.judges(edge.kinds):
            yield _nothing(ids, edge)


def _is_anchored_in_product(ids: Graph, edge: Edge) -> bool:
    """Whether KAM605 speaks of this link, and says better what is wrong with it."""
    return edge.via == "anchored_in" and ids.resolve(edge.target, PRODUCTS) is not None


def _other_kind(ids: Graph, id_: str) -> str | None:
    """The kind of thing that an id does name."""
    found = ids.resolve(id_, ("*", *KINDS_OUTSIDE))
    return found.kind if found else None


def _wrong_kind(ids: Graph, edge: Edge, other: str) -> Finding:
    near = nearest(edge.target, ids.ids(edge.kinds))
    return _finding(
        edge,
        message=f'"{edge.target}" is {a_noun(other)}; `{edge.via}` wants {one_of(edge.kinds)}',
        label=f"{a_noun(other)}" + (f'; did you mean "{near}"?' if near else ""),
        ways=[_choice(ids, edge.kinds) or _way_out(edge.kinds)],
    )


def _nothing(ids: Graph, edge: Edge) -> Finding:
    near = nearest(edge.target, ids.ids(edge.kinds))
    is_firm = "person" in edge.kinds and not near and not edge.on_key
    return _finding(
        edge,
        message=f'there is no {listed([noun(kind) for kind in edge.kinds])} with the id "{edge.target}"',
        label=f'did you mean "{near}"?' if near else "names nothing",
        ways=[_choice(ids, edge.kinds), _way_out(edge.kinds)],
        more=NO_FIRM if is_firm else "",
    )


def _finding(edge: Edge, *, message: str, label: str, ways: Sequence[str], more: str = "") -> Finding:
    unknown = "" if edge.on_key else "write `unknown` where you do not know"
    remedies = (", or ".join(way for way in ways if way), unknown, more)
    return Finding(
        code="KAM027",
        message=message,
        at=edge.path,
        on="key" if edge.on_key else "value",
        key=edge.target,
        label=label,
        help="; ".join(one for one in remedies if one),
    )


def _way_out(kinds: Sequence[str]) -> str:
    """How an id comes to name something: by an entry where such things stand."""
    for kind in kinds:
        if kind in WAYS_OUT:
            return WAYS_OUT[kind]
    homes = [f"`{home}`" for kind in kinds if (home := _homes().get(kind))]
    return f"add it to {listed(homes)}" if homes and len(homes) <= MOST_HOMES else ""


@functools.cache
def _homes() -> Mapping[str, str]:
    """The keys under which the entries of each kind stand in a plan."""
    fields = ((slot.key, slot.field) for record in records_below(Plan) for slot in spec(record).slots)
    return {field.record.about.kind: key for key, field in fields if isinstance(field, Entries)}


def _choice(ids: Graph, kinds: Sequence[str]) -> str:
    """Which of those that are there to name."""
    there = ids.ids(kinds)
    match len(there):
        case 0:
            return ""
        case 1:
            return f"name {there[0]} (the only one)"
        case count if count <= MOST_NAMED:
            return f"name one of {listed(there)}"
    return f"name {one_of(kinds)} by its id"
