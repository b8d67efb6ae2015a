"""Somebody of ours speaks with everybody who decides, or is about to.

Why: The contact matrix shows who of ours speaks with whom of theirs, and its gaps are the plan's weak spots
(M40: Amaro Araujo, part 9). Whoever must say yes should have heard us before. A committee is reached through
the people who sit in it.

Bad:

    relationships: {buying_center: {jan-ostrow: {contacts: none}}}
    account_plan:
      communications: {cold-letter: {to: ines-bahr}}

Good:

    relationships: {buying_center: {jan-ostrow: {contacts: none}}}

Good:

    relationships:
      buying_center:
        network-board: {roles: decider, stance: unknown, members: [jan-ostrow], contacts: none}

Remedy: Decide who of ours speaks with them, about what and how often, and write it under `contacts`; or plan
an activity or a meeting `with` them, or a communication `to` them.
"""

from collections.abc import Iterator

from kamc.analysis.people import is_key_person
from kamc.diagnostics import Finding, Kind
from kamc.model.buying_center import Member, holds, is_committee, is_sought
from kamc.model.values import UNKNOWN, each
from kamc.rules.base import Rule, Subject
from kamc.rules.relationships.people import is_reached, members

HELP = (
    "write who of ours speaks with them under `contacts`, or plan a meeting or an activity `with` them or a "
    "communication `to` them"
)


def check(subject: Subject) -> Iterator[Finding]:
    for node, member in members(subject):
        if not holds(member, "decider") or is_sought(node.id) or is_reached(subject, node, member):
            continue
        if is_committee(member) and is_reached_through_members(subject, member):
            continue
        whom = f"anybody in {node.title}, which" if is_committee(member) else f"{node.title}, who"
        yield Finding(
            code=RULE.code,
            message=f"nobody of ours speaks with {whom} decides at {subject.account}",
            at=(*node.path, "contacts"),
            label="decider, no contact of ours",
            help=HELP,
        )


def is_reached_through_members(subject: Subject, committee: Member) -> bool:
    """Whether somebody in a committee is reached, or is a finding already because nobody is."""
    return committee.members is UNKNOWN or any(
        is_key_person(member) or is_reached(subject, node, member)
        for node, member in members(subject)
        if node.id in each(committee.members)
    )


RULE = Rule(
    code="KAM306", slug="decider-unreached", kind=Kind.GAP, methods=(31, 40), doc=__doc__, check=check
)
