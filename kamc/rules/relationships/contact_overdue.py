"""Our people speak with theirs as often as they mean to.

Why: The contact matrix says who speaks with whom, how often and last when (M40: Amaro Araujo, part 9). A
cadence that is not kept is a promise that nobody made aloud, and the first sign of a relationship going
cold. A next day that is agreed on is a promise, and counts.

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

from kamc.analysis.contacts import days_late
from kamc.diagnostics import Finding, Kind
from kamc.rules.base import Rule, Subject
from kamc.rules.relationships.people import has_left, members, our_name
from kamc.words import counted


def check(subject: Subject) -> Iterator[Finding]:
    for node, member in members(subject):
        for ours, contact in member.contacts.items():
            if (late := days_late(contact, subject.as_of)) and not has_left(subject, ours):
                yield Finding(
                    code=RULE.code,
                    message=f"{our_name(subject, ours)} should have spoken with {node.title} "
                    f"{counted(late, 'day')} ago",
                    at=(*node.path, "contacts", ours, "last"),
                    on="value",
                    label=f"and means to every {contact.every}",
                    help="call and set `last`, or agree on a day and write it as `next`",
                )


RULE = Rule(code="KAM315", slug="contact-overdue", kind=Kind.CLOCK, methods=(40,), doc=__doc__, check=check)
