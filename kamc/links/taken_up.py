"""What helps with what: which entries are taken up by others, and whether a plan tells all of that (M2)."""

from collections.abc import Iterator

from kamc.links.graph import Edge, Graph
from kamc.model.account import NEEDS
from kamc.model.actions import Activity, Communication
from kamc.model.records import GOOD_ENDS, Entry, Tracked, is_missing, is_open
from kamc.model.spec import spec
from kamc.model.values import UNKNOWN

TO_NEEDS = ("answers", "anchored_in", "about")
"""The fields with which what is ours names a need of theirs."""
ASKED = ("to", "carries", "anchored_in")
"""What every communication has to name."""
ACTIONS = ("activity", "communication", "opportunity", "co-creation", "meeting")


def is_taken_up(graph: Graph, id_: str, fields: tuple[str, ...]) -> bool:
    """Whether an entry is named in one of these fields, by something that is alive or ended well."""
    return any(edge.via in fields and counts(graph, edge) for edge in graph.referred_by(id_))


def counts(graph: Graph, edge: Edge) -> bool:
    """Whether a link stands in something that is alive, or that ended well; or in no entry at all."""
    source = graph.entries.get(edge.source or "")
    entry = source.entry if source else None
    return entry is None or is_open(entry) or (isinstance(entry, Tracked) and entry.state in GOOD_ENDS)


def needs_below(graph: Graph, id_: str) -> Iterator[str]:
    """The open needs of theirs that serve what `id_` names."""
    for edge in graph.referred_by(id_, via="serves"):
        source = graph.resolve(edge.source or "", NEEDS)
        if source is not None and is_open(source.entry):
            yield source.id


def is_told(graph: Graph, kinds: tuple[str, ...], fields: tuple[str, ...]) -> bool:
    """Whether a plan tells all that entries of these kinds name in these fields.

    It does not where one of these fields is `unknown`, or where another finding stands on it: a link that
    leads nowhere, a communication or an activity that lacks one.
    """
    if not graph.unsure.isdisjoint(kinds):
        return False
    if any(is_open_question(node.entry, fields) for kind in kinds for node in graph.of_kind(kind)):
        return False
    return all(edge.via not in fields or graph.resolve(edge.target, edge.kinds) for edge in graph.edges)


def is_open_question(entry: Entry | None, fields: tuple[str, ...]) -> bool:
    """Whether an entry leaves open what it names in one of these fields."""
    if entry is None:
        return False
    if entry.said is UNKNOWN or any(_value(entry, key) is UNKNOWN for key in fields):
        return True
    match entry:
        case Communication(is_open=True):
            return any(is_missing(getattr(entry, name)) for name in ASKED if name in fields)
        case Activity(is_open=True):
            return "answers" in fields and is_missing(entry.answers) and not is_missing(entry.using)
    return False


def _value(entry: Entry, key: str) -> object:
    slot = spec(type(entry)).by_key.get(key)
    return getattr(entry, slot.attr) if slot else None
