"""Whoever works against us, and carries weight, has an answer in the plan.

Why: An opponent who speaks for a competitor or against the change is known, weighed by power, and answered
through allies (M33: Le Bon and Herman, chapter 2). An ally's influence, something done with the opponent or
said to them, or a worry of theirs that is answered: any of these is a plan. Silence is none.

Bad:

    relationships:
      buying_center:
        ole-kamp: {roles: buyer, stance: opponent, influence: high, contacts: {mara-lind: 2026-11-05}}

Good:

    relationships:
      buying_center:
        ole-kamp: {roles: buyer, stance: opponent, influence: high, contacts: {mara-lind: 2026-11-05}}
        ines-bahr: {influences: {ole-kamp: "Which lanes need a late door"}}

Good:

    relationships:
      buying_center:
        ole-kamp: {roles: buyer, stance: opponent, influence: low, contacts: {mara-lind: 2026-11-05}}

Remedy: Ask who among our supporters is heard by them, and name that person under `won_through`; or plan a
meeting that takes up what they fear.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.links import Edge, Node
from kamc.model.buying_center import Member, holds
from kamc.model.care import Alarm, Concern
from kamc.model.market import Competitor
from kamc.model.values import each, known
from kamc.rules.base import Rule, Subject, is_missing
from kamc.rules.relationships.people import MEETS_THEM, entry, flat, is_reached, named_in, persons
from kamc.words import spelled

WEIGHTY = ("medium", "high")
ANSWERS = ("answer", "treatment", "leads_to")


def check(subject: Subject) -> Iterator[Finding]:
    for node, member in persons(subject):
        if member.stance != "opponent" or member.influence not in WEIGHTY:
            continue
        told_elsewhere = holds(member, "decider") and not is_reached(subject, node, member)
        if is_missing(member.won_through) and not is_answered(subject, node) and not told_elsewhere:
            yield Finding(
                code=RULE.code,
                message=f"{node.title} {does(subject, member)}, and nothing in the plan answers it",
                at=(*node.path, "won_through"),
                label=f"opponent, influence {member.influence}",
                help="name the ally who reaches them for us under `won_through`, or plan a meeting with them",
            )


def is_answered(subject: Subject, node: Node) -> bool:
    """Whether something in the plan answers an opponent."""
    return any(is_an_answer(edge, source) for edge, source in named_in(subject, node.id))


def does(subject: Subject, member: Member) -> str:
    """What an opponent does, as far as the plan knows."""
    for id_ in each(member.favours):
        competitor = entry(subject, id_)
        name = known(competitor.name) if isinstance(competitor, Competitor) else None
        return f"speaks for {flat(name) or spelled(id_)}"
    return "works against us"


def is_an_answer(edge: Edge, source: Node) -> bool:
    """Whether what names an opponent is something that we do about it."""
    if isinstance(source.entry, Member):
        return edge.via == "influences" and source.entry.stance != "opponent"
    if isinstance(source.entry, Concern | Alarm):
        return any(not is_missing(getattr(source.entry, field, None)) for field in ANSWERS)
    return MEETS_THEM.get(source.kind) == edge.via


RULE = Rule(
    code="KAM310", slug="opponent-unanswered", kind=Kind.JUDGEMENT, methods=(33, 34), doc=__doc__, check=check
)
