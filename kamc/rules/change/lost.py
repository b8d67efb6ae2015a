"""Whether a role of the buying centre had a name last quarter, and has only a placeholder now."""

from collections.abc import Iterator, Sequence

from kamc.diagnostics import Finding, Related
from kamc.model.buying_center import Member, is_sought
from kamc.model.values import UNKNOWN, each
from kamc.rules.base import Subject
from kamc.rules.relationships.people import CENTRE
from kamc.words import listed, spelled


def lost(subject: Subject, role: str, *, code: str, did: str, now: str, remedy: str) -> Iterator[Finding]:
    """The finding that nobody who was known to hold `role` does any more, and a placeholder stands there.

    `did` completes the sentence on whom we had, `now` that on what is. That nobody holds the role at all is a
    finding of its own.
    """
    holders = [node.id for node in subject.open("member") if holds(node.entry, role)]
    if not subject.earlier or not holders or not all(map(is_sought, holders)):
        return
    before = subject.earlier[0]
    had = {
        id_: member
        for id_, member in before.plan.relationships.buying_center.items()
        if member.is_open and holds(member, role) and not is_sought(id_)
    }
    if had and not any(is_unsure(subject, id_) for id_ in had):
        names = [member.name if isinstance(member.name, str) else spelled(id_) for id_, member in had.items()]
        yield Finding(
            code=code,
            message=f"{listed(names, 'and')} {did} in {before.period}; {now}",
            at=(*CENTRE, holders[0]),
            label="a place without a name",
            help=remedy,
            related=places(tuple(had), role, before.path),
        )


def holds(entry: object, role: str) -> bool:
    return isinstance(entry, Member) and role in each(entry.roles)


def is_unsure(subject: Subject, id_: str) -> bool:
    """Whether nobody says which roles somebody has now."""
    member = subject.plan.relationships.buying_center.get(id_)
    return member is not None and (member.said is UNKNOWN or member.roles is UNKNOWN)


def places(ids: Sequence[str], role: str, file: str) -> tuple[Related, ...]:
    return tuple(
        Related(message=f"{role} then", at=(*CENTRE, id_, "roles"), on="value", file=file) for id_ in ids
    )
