"""Our people speak with theirs as often as they mean to.

Why: The contact matrix says who speaks with whom, how often and last when (M40: Amaro Araujo, part 9). A
cadence that is not kept is a promise that nobody made aloud, and the first sign of a relationship going
cold. A next day that is agreed on is a promise, and counts. An open alarm of fewer contacts tells it itself.
Where nobody has written any talk for a month, that is told once, and not for each of them.

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
from typing import TypeAlias

from kamc.analysis.contacts import days_late
from kamc.diagnostics import Finding, Kind
from kamc.links import Node
from kamc.model.buying_center import Contact
from kamc.model.care import Alarm
from kamc.model.values import When, each
from kamc.rules.base import Rule, Subject
from kamc.rules.relationships.people import has_left, members, our_name
from kamc.words import counted

Talk: TypeAlias = tuple[Node, str, Contact, When]
"""With whom of theirs, who of ours, and the last one."""
MONTH = 30


def check(subject: Subject) -> Iterator[Finding]:
    talks = list(_talks(subject))
    alarming = _alarming(subject)
    late = [one for one in talks if one[0].id not in alarming and days_late(one[2], subject.as_of)]
    newest = max(talks, key=lambda talk: (talk[3].last, talk[0].id, talk[1]), default=None)
    if newest and len(late) > 1 and _days(subject, newest[3]) > MONTH:
        yield _nothing_written(subject, newest, len(late))
        return
    for node, ours, contact, last in late:
        yield Finding(
            code=RULE.code,
            message=f"{our_name(subject, ours)} has not spoken with {node.title} for "
            f"{counted(_days(subject, last), 'day')}, as the plan has it",
            at=(*node.path, "contacts", ours, "last"),
            on="value",
            label=f"and means to every {contact.every}",
            help="call and set `last`, or agree on a day and write it as `next`",
        )


def _nothing_written(subject: Subject, newest: Talk, late: int) -> Finding:
    node, ours, _, last = newest
    return Finding(
        code=RULE.code,
        message=f"the plan knows of no talk with {subject.account} after {last}, "
        f"and {late} are overdue by their own cadence",
        at=(*node.path, "contacts", ours, "last"),
        on="value",
        label="the last talk of all",
        help="go through the contacts: set `last`, or agree on a day and write it as `next`",
    )


def _talks(subject: Subject) -> Iterator[Talk]:
    for node, member in members(subject):
        for ours, contact in member.contacts.items():
            if isinstance(contact.last, When) and not has_left(subject, ours):
                yield node, ours, contact, contact.last


def _alarming(subject: Subject) -> frozenset[str]:
    """Of whom the plan says itself that we meet them less."""
    alarms = (node.entry for node in subject.open("alarm"))
    rare = (one for one in alarms if isinstance(one, Alarm) and one.sign == "fewer-contacts")
    return frozenset(id_ for one in rare for id_ in each(one.whose))


def _days(subject: Subject, last: When) -> int:
    return (subject.as_of - last.last).days


RULE = Rule(code="KAM315", slug="contact-overdue", kind=Kind.CLOCK, methods=(40,), doc=__doc__, check=check)
