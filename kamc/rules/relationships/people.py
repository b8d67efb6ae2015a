"""The people on both sides, as the rules of this block see them."""

from collections.abc import Iterator

from kamc.links import Edge, Node
from kamc.model.buying_center import Member, holds, is_committee, is_sought
from kamc.model.records import Entry
from kamc.model.shared import Person
from kamc.model.values import UNKNOWN, each, known
from kamc.rules.base import Subject, is_missing, is_open
from kamc.words import spelled

CENTRE = ("relationships", "buying_center")
SELLERS = ("relationships", "selling_center")
MEETS_THEM = {"activity": "with", "meeting": "with", "communication": "to"}
"""The entries through which somebody of ours meets somebody of theirs, and the field that names them."""


def members(subject: Subject) -> tuple[tuple[Node, Member], ...]:
    """Everybody who still has a part in their decisions: persons, committees, and whom we look for."""
    return tuple((node, node.entry) for node in subject.open("member") if isinstance(node.entry, Member))


def persons(subject: Subject) -> tuple[tuple[Node, Member], ...]:
    """Those among them who are persons with a name."""
    return tuple(one for one in members(subject) if not is_sought(one[0].id) and not is_committee(one[1]))


def facilitators(subject: Subject) -> tuple[tuple[Node, Member], ...]:
    """Those who lobby for us."""
    return tuple(one for one in persons(subject) if holds(one[1], "facilitator"))


def title(id_: str, member: Member) -> str:
    """How a member is called."""
    return flat(known(member.name)) or spelled(id_)


def flat(text: str | None) -> str:
    """A name on one line."""
    return " ".join(text.split()) if text else ""


def is_reached(subject: Subject, node: Node, member: Member) -> bool:
    """Whether somebody of ours speaks with a member, or is going to; what is unknown is answered."""
    return not is_missing(member.contacts) or is_planned(subject, node.id)


def is_planned(subject: Subject, id_: str) -> bool:
    """Whether something that is still to come brings somebody of ours together with a member."""
    return any(MEETS_THEM.get(node.kind) == edge.via for edge, node in named_in(subject, id_))


def named_in(subject: Subject, id_: str) -> Iterator[tuple[Edge, Node]]:
    """The links to something that stand in what is still alive, each with the entry it stands in."""
    for edge in subject.graph.referred_by(id_):
        node = subject.graph.entries.get(edge.source) if edge.source else None
        if node is not None and is_open(node.entry):
            yield edge, node


def entry(subject: Subject, id_: str) -> Entry | None:
    """What an id of the plan names."""
    node = subject.graph.entries.get(id_)
    return node.entry if node else None


def layer(subject: Subject) -> str | None:
    """Where the two houses stand today, where the plan says it."""
    return known(subject.plan.relationships.continuum.layer.now)


def person(subject: Subject, id_: str) -> Person | None:
    """One of our people, as far as people.yaml is there and knows them."""
    people = subject.shared.people
    return people.people.get(id_) if people else None


def our_name(subject: Subject, id_: str) -> str:
    """How one of our people is called."""
    one = person(subject, id_)
    return flat(known(one.name) if one else None) or spelled(id_)


def has_left(subject: Subject, id_: str) -> bool:
    """Whether one of our people is with us no more."""
    one = person(subject, id_)
    return one is not None and subject.is_over(one.left)


def ours_with(subject: Subject, *roles: str) -> tuple[str, ...]:
    """Our people who have one of these parts in the account."""
    centre = subject.plan.relationships.selling_center
    return tuple(id_ for id_, part in centre.items() if any(role in each(part.roles) for role in roles))


def some_contacts_are_unknown(subject: Subject) -> bool:
    """Whether it is an open question who speaks with one of theirs."""
    return any(member.contacts.said is UNKNOWN for _, member in members(subject))
