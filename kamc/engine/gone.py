"""KAM030: ids that plans refer to and a shared file no longer holds. Shared files only grow (law 5)."""

from collections.abc import Collection, Iterable, Iterator

from kamc.diagnostics import Finding
from kamc.engine.read import Loaded, read_from
from kamc.links import Shared
from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.model.shared import Catalogue, People
from kamc.model.walk import entries, references
from kamc.words import counted
from kamc.workspace import Source, Workspace

MOST_NAMED = 5
"""Plans that a message names; of the others it says how many there are."""
LISTS = {"offering": ("offerings", "withdrawn"), "person": ("people", "left")}
"""By kind: the list in the shared file, and the key with which an entry ends."""


def gone(
    workspace: Workspace, files: Iterable[Source], loaded: Loaded, chosen: Collection[str]
) -> Iterator[Finding]:
    """What a catalogue or people file has lost. Plans of the same run (`chosen`) say so themselves."""
    for kind, held in _held(loaded.part):
        missing: dict[str, list[str]] = {}
        for source in files:
            if source.kind == "plan" and source.path not in chosen:
                for id_ in _outside(read_from(workspace, source).plan, kind, held):
                    missing.setdefault(id_, []).append(source.path)
        yield from (_finding(kind, id_, paths) for id_, paths in sorted(missing.items()))


def _held(part: Part) -> Iterator[tuple[str, frozenset[str]]]:
    """The kind of thing that a shared file holds, with the ids; nothing where they are not known."""
    shared = Shared(
        catalogue=part if isinstance(part, Catalogue) else None,
        people=part if isinstance(part, People) else None,
    )
    for kind in LISTS:
        held = shared.ids(kind)
        if held is not None:
            yield kind, held


def _outside(plan: Plan, kind: str, held: Collection[str]) -> Iterable[str]:
    """Ids that a plan takes from a shared file which does not hold them, each once."""
    own = {one.id for one in entries(plan)}
    taken = (one.id for one in references(plan) if kind in one.to)
    return dict.fromkeys(id_ for id_ in taken if id_ not in held and id_ not in own)


def _finding(kind: str, id_: str, paths: list[str]) -> Finding:
    in_list, end = LISTS[kind]
    verb = "refers" if len(paths) == 1 else "refer"
    more = f" and {len(paths) - MOST_NAMED} more" if len(paths) > MOST_NAMED else ""
    return Finding(
        code="KAM030",
        message=f'"{id_}" is gone, but {counted(len(paths), "plan")} {verb} to it: '
        f"{', '.join(paths[:MOST_NAMED])}{more}",
        at=(in_list,),
        key=id_,
        label=f'no "{id_}" among the {in_list}',
        help=f"put it back, with the day it went: `{id_}: {{{end}: 2026-12-31}}`",
    )
