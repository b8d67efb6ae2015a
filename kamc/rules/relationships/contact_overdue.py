"""Our people speak with theirs as often as they mean to.

Why: The contact matrix says who speaks with whom, how often and last when (M40: Amaro Araujo, part 9). A
cadence that is not kept is a promise that nobody made aloud, and the first sign of a relationship going
cold. A next day that is agreed on is a promise, and counts. Nobody writes each talk of a week into the plan:
silence is told after a month, however often they mean to speak, and not where an open alarm tells it.

Bad:

    relationships:
      buying_center:
        jan-ostrow: {contacts: {mara-lind: {every: month, last: 2026-10-14}}}

Good:

    relationships:
      buying_center:
        jan-ostrow: {contacts: {mara-lind: {every: month, last: 2026-10-14, next: 2026-12-02}}}

Good:

    relationships:
      buying_center:
        jan-ostrow: {contacts: {mara-lind: {every: quarter, last: 2026-10-14}}}

Remedy: Call, and set `last`; or agree on a day and write it as `next`. If so much contact is not needed, say
so in `every`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.buying_center import Contact
from kamc.model.care import Alarm
from kamc.model.values import Every, When, each
from kamc.rules.base import Rule, Subject
from kamc.rules.relationships.people import has_left, members, our_name
from kamc.words import counted

MONTH = 30


def check(subject: Subject) -> Iterator[Finding]:
    known = alarming(subject)
    for node, member in members(subject):
        if node.id in known:
            continue
        for ours, contact in member.contacts.items():
            if (days := days_silent(subject, contact)) and not has_left(subject, ours):
                yield Finding(
                    code=RULE.code,
                    message=f"{our_name(subject, ours)} has not spoken with {node.title} for "
                    f"{counted(days, 'day')}, as the plan has it",
                    at=(*node.path, "contacts", ours, "last"),
                    on="value",
                    label=f"and means to every {contact.every}",
                    help="call and set `last`, or agree on a day and write it as `next`",
                )


def alarming(subject: Subject) -> frozenset[str]:
    """Of whom the plan says itself that we meet them less."""
    alarms = (node.entry for node in subject.open("alarm"))
    rare = (one for one in alarms if isinstance(one, Alarm) and one.sign == "fewer-contacts")
    return frozenset(id_ for one in rare for id_ in each(one.whose))


def days_silent(subject: Subject, contact: Contact) -> int:
    """For how many days they have not spoken, where that is too long; none where a next day is agreed on."""
    last, every = contact.last, contact.every
    if not isinstance(last, When) or not isinstance(every, Every) or is_agreed(subject, contact):
        return 0
    days = (subject.as_of - last.last).days
    return days if days > max(every.days, MONTH) else 0


def is_agreed(subject: Subject, contact: Contact) -> bool:
    """Whether a next talk is agreed on."""
    return isinstance(contact.next, When) and not subject.is_over(contact.next)


RULE = Rule(code="KAM315", slug="contact-overdue", kind=Kind.CLOCK, methods=(40,), doc=__doc__, check=check)
