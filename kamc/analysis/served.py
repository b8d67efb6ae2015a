"""What of theirs is served by something of ours: success factors, needs and key people; and what is not (M2).

Entries are given by their ids, in the author's order. What has ended is not asked, nor what a plan says that
nothing of ours can help (`why`). What serves is alive, or ended well.
"""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

import msgspec

from kamc.analysis.needs import needs
from kamc.analysis.people import is_key_person, persons
from kamc.analysis.sums import percent
from kamc.audience import View
from kamc.links import Graph, Node, graph
from kamc.links.taken_up import ACTIONS, TO_NEEDS, counts, is_taken_up, is_told, needs_below
from kamc.model.account import Need, SuccessFactor
from kamc.model.buying_center import Member
from kamc.model.records import is_missing, is_open
from kamc.model.values import each

PRESSING = {"challenge": ("open",), "project": ("running",)}
"""Which needs are theirs today, by kind and status: a plan, and a project on hold, can wait."""
SPOKEN = ("to", "with")
"""The fields that say whom something reaches."""
SPEAKING = ("communication", "meeting")
REACHING = ("activity", *SPEAKING, "co-creation")
"""What reaches people. An opportunity names them, and reaches nobody by itself."""


class Served(msgspec.Struct, frozen=True, kw_only=True):
    """What something of ours serves, and the orphans that nothing does."""

    served: tuple[str, ...]
    orphans: tuple[str, ...]
    told: bool
    """Whether the plan tells all that could serve them; where it does not, an orphan may be none."""

    @property
    def share(self) -> Decimal | None:
        """What is served, in percent; not known where an orphan may be none, or where there is nothing."""
        unsure = self.orphans and not self.told
        return None if unsure else percent(len(self.served), len(self.served) + len(self.orphans))


SERVING = (
    "account_plan.activities.*.answers",
    "account_plan.communications.*.anchored_in",
    "account_plan.opportunities.*.answers",
    "account_plan.meetings.*.about",
)


@needs("account_knowledge.success_factors.*.serves", *SERVING)
def success_factors(view: View) -> Served | None:
    """Their success factors (M16) that something we do, say, sell or pursue serves.

    What answers one of their needs serves the success factor behind it. Not known where none is open.
    """
    found = graph(view.plan)
    return _served(found, open_factors(found), is_factor_served, ACTIONS, TO_NEEDS)


@needs("account_knowledge.challenges.*.what", "account_knowledge.projects.*.what", *SERVING)
def pressing_needs(view: View) -> Served | None:
    """Their open challenges and running projects (M18) that something of ours answers.

    Not known where none is pressing.
    """
    found = graph(view.plan)
    return _served(found, pressing(found), is_need_served, ACTIONS, TO_NEEDS)


@needs(
    "relationships.buying_center.*.roles",
    "relationships.buying_center.*.influence",
    "relationships.buying_center.*.members",
    "account_plan.activities.*.with",
    "account_plan.communications.*.to",
    "account_plan.meetings.*.with",
)
def key_people(view: View) -> Served | None:
    """Who decides, lobbies for us or weighs much, and is in something that we do or say (M2, M31).

    A person is reached through a committee, too. Not known where nobody of that kind is named.
    """
    found = graph(view.plan)
    matter = {id_ for id_, one in persons(view.plan).items() if is_key_person(one)}
    people = (node for node in found.of_kind("member") if node.id in matter)
    return _served(found, people, is_person_served, REACHING, SPOKEN)


def open_factors(found: Graph) -> Iterator[Node]:
    """The open success factors that something of ours could help."""
    for node in found.of_kind("success-factor"):
        if is_open(node.entry) and isinstance(node.entry, SuccessFactor) and is_missing(node.entry.why):
            yield node


def pressing(found: Graph) -> Iterator[Node]:
    """The needs that are theirs today, and that something of ours could answer."""
    for kind, states in PRESSING.items():
        for node in found.of_kind(kind):
            need = node.entry
            if is_open(need) and isinstance(need, Need) and need.state in states and is_missing(need.why):
                yield node


def is_factor_served(found: Graph, node: Node) -> bool:
    """Whether something helps a success factor: itself, or through a need that serves it."""
    return any(is_taken_up(found, id_, TO_NEEDS) for id_ in (node.id, *needs_below(found, node.id)))


def is_need_served(found: Graph, node: Node) -> bool:
    """Whether something answers a need."""
    return is_taken_up(found, node.id, TO_NEEDS)


def is_person_served(found: Graph, node: Node, kinds: tuple[str, ...] = REACHING) -> bool:
    """Whether something of these kinds reaches somebody: themselves, or through a committee."""
    committees = {edge.source for edge in found.referred_by(node.id, via="members") if edge.source}
    seats = each(node.entry.members) if isinstance(node.entry, Member) else ()
    return any(_is_named(found, id_, kinds) for id_ in (node.id, *sorted(committees), *seats))


def _is_named(found: Graph, id_: str, kinds: tuple[str, ...]) -> bool:
    return any(
        edge.via in SPOKEN and counts(found, edge) and found.resolve(edge.source or "", kinds) is not None
        for edge in found.referred_by(id_)
    )


def _served(
    found: Graph,
    nodes: Iterable[Node],
    is_served: Callable[[Graph, Node], bool],
    kinds: tuple[str, ...],
    fields: tuple[str, ...],
) -> Served | None:
    judged = {node.id: is_served(found, node) for node in nodes}
    if not judged:
        return None
    return Served(
        served=tuple(id_ for id_, yes in judged.items() if yes),
        orphans=tuple(id_ for id_, yes in judged.items() if not yes),
        told=is_told(found, kinds, fields),
    )
