"""KAM027: links that name nothing, or the wrong kind of thing."""

from collections.abc import Iterator, Sequence

from kamc.diagnostics import Finding
from kamc.links.graph import Edge, Graph
from kamc.links.naming import a_noun, noun, one_of
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
"""What to do where nothing near is there."""
MOST_NAMED = 6


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
        help=_help(ids, edge),
    )


def _nothing(ids: Graph, edge: Edge) -> Finding:
    near = nearest(edge.target, ids.ids(edge.kinds))
    return _finding(
        edge,
        message=f'there is no {listed([noun(kind) for kind in edge.kinds])} with the id "{edge.target}"',
        label=f'did you mean "{near}"?' if near else "names nothing",
        help=_help(ids, edge),
    )


def _finding(edge: Edge, *, message: str, label: str, help: str) -> Finding:  # noqa: A002
    return Finding(
        code="KAM027",
        message=message,
        at=edge.path,
        on="key" if edge.on_key else "value",
        key=edge.target,
        label=label,
        help=help,
    )


def _help(ids: Graph, edge: Edge) -> str:
    """What may stand there, where it is little enough to say; and the way out."""
    ways = [
        _choice(ids.ids(edge.kinds), edge.kinds),
        *(WAYS_OUT[kind] for kind in edge.kinds if kind in WAYS_OUT),
    ]
    unknown = "" if edge.on_key else "; write `unknown` where you do not know"
    return f"{listed([way for way in ways[:2] if way])}{unknown}"


def _choice(there: Sequence[str], kinds: Sequence[str]) -> str:
    """Which of those that are there to name; where there is none, to write one."""
    match len(there):
        case 0:
            return "" if set(kinds) & WAYS_OUT.keys() else f"add {one_of(kinds)}: there is none yet"
        case 1:
            return f"name {there[0]} (the only one)"
        case count if count <= MOST_NAMED:
            return f"name one of {listed(there)}"
    return f"name {one_of(kinds)} by its id"
