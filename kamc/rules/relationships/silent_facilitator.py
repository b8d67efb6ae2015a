"""Somebody of ours has spoken with a facilitator not long ago.

Why: Trust and closeness make a facilitator (M32: Le Bon and Herman, chapter 2), and both fade. Somebody who
has not heard from us for a quarter does not speak for us. How long is too long is a setting,
`limits: facilitator_silence`. A contact with a cadence of its own is judged by that (KAM315).

Bad:

    relationships:
      buying_center:
        ines-bahr: {contacts: {mara-lind: 2026-08-12}}

Good:

    relationships:
      buying_center:
        ines-bahr: {contacts: {mara-lind: 2026-08-12, tor-vik: 2026-11-05}}

Remedy: Call today, and not to ask for something. Then set `last`.
"""

from collections.abc import Iterator

from kamc.analysis.contacts import days_late, is_agreed
from kamc.diagnostics import Finding, Kind
from kamc.model.buying_center import Contact
from kamc.model.values import When
from kamc.rules.base import Rule, Subject
from kamc.rules.relationships.people import facilitators


def check(subject: Subject) -> Iterator[Finding]:
    lobby = facilitators(subject)
    talks = [
        (contact.last, node, id_)
        for node, member in lobby
        for id_, contact in member.contacts.items()
        if isinstance(contact.last, When) and not is_told_elsewhere(subject, contact)
    ]
    if not talks or len(talks) < sum(len(member.contacts) for _, member in lobby):
        return
    last, node, id_ = max(talks, key=lambda talk: talk[0].last)
    if subject.is_over(last, subject.limits.facilitator_silence):
        days = (subject.as_of - last.last).days
        yield Finding(
            code=RULE.code,
            message=f"nobody of ours has spoken with {node.title}, who lobbies for us, for {days} days",
            at=(*node.path, "contacts", id_, "last"),
            on="value",
            label="the last talk with any facilitator",
            help="call today, and not to ask for something; then set `last`",
        )


def is_told_elsewhere(subject: Subject, contact: Contact) -> bool:
    """Whether a contact is overdue by its own cadence, or the next talk is agreed on."""
    return days_late(contact, subject.as_of) > 0 or is_agreed(contact, subject.as_of)


RULE = Rule(
    code="KAM320",
    slug="silent-facilitator",
    kind=Kind.CLOCK,
    methods=(32, 40),
    doc=__doc__,
    check=check,
    limits=("facilitator_silence",),
)
