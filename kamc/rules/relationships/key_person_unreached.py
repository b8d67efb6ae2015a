"""Somebody of ours speaks with everybody whose word weighs, and with those who lobby for us.

Why: An influential member with whom nobody speaks is the classic gap of a contact matrix (M40: Amaro Araujo,
part 9): decisions are prepared there, and we hear of them last. Somebody who is won through allies is
reached that way. Of deciders tells KAM306, of opponents KAM310.

Bad:

    relationships:
      buying_center:
        ole-kamp: {title: "Finance", roles: user, influence: high, contacts: none}

Good:

    relationships:
      buying_center:
        ole-kamp: {title: "Finance", roles: user, influence: high, contacts: {tor-vik: 2026-11-05}}

Good:

    relationships:
      buying_center:
        ole-kamp: {title: "Finance", roles: user, influence: high, contacts: none, won_through: ines-bahr}

Remedy: Decide who of ours could speak with them, function by function, and write it under `contacts`; or
plan an activity, a meeting or a communication that reaches them, or name an ally under `won_through`.
"""

from collections.abc import Iterator

from kamc.analysis.people import is_key_person
from kamc.diagnostics import Finding, Kind
from kamc.model.buying_center import holds
from kamc.rules.base import Rule, Subject, is_missing
from kamc.rules.relationships.people import is_reached, persons

HELP = (
    "write who of ours speaks with them under `contacts`, plan something `with` or `to` them, or name an "
    "ally under `won_through`"
)


def check(subject: Subject) -> Iterator[Finding]:
    for node, member in persons(subject):
        told_elsewhere = holds(member, "decider") or member.stance == "opponent"
        if told_elsewhere or not is_key_person(member) or not is_missing(member.won_through):
            continue
        if is_reached(subject, node, member):
            continue
        why = "lobbies for us" if holds(member, "facilitator") else f"weighs much at {subject.account}"
        yield Finding(
            code=RULE.code,
            message=f"nobody of ours speaks with {node.title}, who {why}",
            at=(*node.path, "contacts"),
            label="no contact of ours",
            help=HELP,
        )


RULE = Rule(
    code="KAM308", slug="key-person-unreached", kind=Kind.GAP, methods=(40,), doc=__doc__, check=check
)
