"""KAM026: ids that mean two things."""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Related
from kamc.links.graph import Graph
from kamc.links.naming import a_noun
from kamc.model.values import known

OUTSIDE = {
    "co-creation": ("offering", "co-creation"),
    "member": ("person", "theirs"),
}
"""Kinds that share a link with something outside the plan: there, one id could mean either.

With it, what tells the one in the plan from the other when it needs another id.
"""


def clashes(ids: Graph) -> Iterator[Finding]:
    """Ids of two entries, ids that are taken outside the plan, and former ids that still live."""
    yield from _twice(ids)
    yield from _taken_outside(ids)
    yield from _living_names(ids)


def _twice(ids: Graph) -> Iterator[Finding]:
    for id_, (first, *others) in ids.by_id.items():
        for other in others:
            proposal = _free_id(ids, f"{id_}-{other.kind}")
            yield Finding(
                code="KAM026",
                message=f'"{id_}" is the id of two entries: {a_noun(first.kind)} and {a_noun(other.kind)}',
                at=other.path,
                key=id_,
                label="the second one",
                help=f'give one of them another id, such as "{proposal}", and mend the links that mean it',
                related=(Related(message="the first one", at=first.path),),
            )


def _taken_outside(ids: Graph) -> Iterator[Finding]:
    for kind, (outside, ending) in OUTSIDE.items():
        for node in ids.of_kind(kind):
            if node.id in ids.outside(outside):
                proposal = _free_id(ids, f"{node.id}-{ending}")
                yield Finding(
                    code="KAM026",
                    message=f'"{node.id}" is the id of {a_noun(kind)}, and of {a_noun(outside)}',
                    at=node.path,
                    key=node.id,
                    label="a link to it could mean either",
                    help=f'give the one in this plan another id, such as "{proposal}", and mend its links',
                )


def _living_names(ids: Graph) -> Iterator[Finding]:
    """Entries that say they were called what another entry is called today."""
    for node in ids.nodes:
        was = known(node.entry.was) if node.entry else None
        other = ids.entries.get(was) if was else None
        if other is not None:
            yield Finding(
                code="KAM026",
                message=f'"{node.id}" was "{was}", but "{was}" is still {a_noun(other.kind)} of this plan',
                at=(*node.path, "was"),
                on="value",
                key=other.id,
                label="an id is not free while its entry lives",
                help="delete `was` if these are two things; delete the old entry if it was renamed",
                related=(Related(message=f'"{was}" lives here', at=other.path),),
            )


def _free_id(ids: Graph, wish: str) -> str:
    """`wish`, or the first of `wish-2`, `wish-3` … that nobody has."""
    number = 2
    free = wish
    while ids.resolve(free, ("*", "offering", "person")):
        free = f"{wish}-{number}"
        number += 1
    return free
