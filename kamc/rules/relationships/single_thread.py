"""More than one of ours speaks with them.

Why: Where one person holds every contact, the account leaves with that person, and a single falling-out ends
the conversation (M40: Amaro Araujo, part 9). Functions should speak with functions. Two people of theirs are
few enough for one of ours.

Bad:

    relationships:
      buying_center:
        jan-ostrow: {contacts: {tor-vik: ~}}
        ines-bahr: {contacts: {tor-vik: ~}}
        dora-wiek: {contacts: {tor-vik: ~, mara-lind: {topic: "Hubs", last: 2026-11-12}}}
    account_plan: {communications: {board-hour: {status: done}}}

Good:

    relationships:
      buying_center:
        jan-ostrow: {contacts: {tor-vik: ~}}
        ines-bahr: {contacts: {tor-vik: ~}}

Remedy: Bring a second person in where the subject asks for one: service with their users, supply with their
supply, your executive with theirs. Write the first talk under `contacts`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject
from kamc.rules.relationships.people import CENTRE, members, our_name, some_contacts_are_unknown

MANY = 3
"""From how many people of theirs on a second one of ours should speak with them."""


def check(subject: Subject) -> Iterator[Finding]:
    matrix = [member.contacts for _, member in members(subject) if member.contacts]
    ours = {id_ for contacts in matrix for id_ in contacts}
    if len(matrix) < MANY or len(ours) != 1 or some_contacts_are_unknown(subject):
        return
    name = our_name(subject, ours.pop())
    yield Finding(
        code=RULE.code,
        message=f"{name} alone speaks with all {len(matrix)} people whom we know at {subject.account}",
        at=CENTRE,
        label="every contact in one hand",
        help="bring in a second person of ours where the subject asks for one, and write it under `contacts`",
    )


RULE = Rule(
    code="KAM309",
    slug="single-thread",
    kind=Kind.JUDGEMENT,
    methods=(40,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
