"""Whoever answers for something in the plan is in the selling centre.

Why: The selling centre is the list of our people on whom the account may count (M39: Le Bon and Herman,
chapter 1). Somebody who has a task there and is not on the list was not asked, or is missing on every
picture of the team.

Bad:

    relationships:
      selling_center: {tor-vik: ~, mara-lind: {roles: [sponsor, executive, key-account-manager]}}
    account_plan: {activities: {hub-trial: {owner: tor-vik}}}

Good:

    account_plan: {activities: {hub-trial: {owner: tor-vik}}}

Good:

    relationships: {selling_center: unknown}
    account_plan: {activities: {hub-trial: {owner: tor-vik}}}

Remedy: Put the person into `selling_center` with a role, `contributor` for a task or two; or give the task
to somebody who is in it.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind, Related
from kamc.links import Edge, Node
from kamc.model.values import each, known
from kamc.rules.base import Rule, Subject
from kamc.words import counted, shown, spelled

KINDS = ("strategy", "obstacle", "activity", "communication", "concern", "alarm")
ANSWERS = frozenset(("owner", "from"))


def check(subject: Subject) -> Iterator[Finding]:
    centre = subject.plan.relationships.selling_center
    if not centre:
        return
    inside = {*centre, *each(subject.plan.owner)}
    outside: dict[str, list[tuple[Node, Edge]]] = {}
    for node in (node for kind in KINDS for node in subject.open(kind)):
        for edge in subject.graph.refers_to(node.id):
            if edge.via in ANSWERS and edge.target not in inside:
                outside.setdefault(edge.target, []).append((node, edge))
    for person, tasks in outside.items():
        if subject.graph.resolve(person, ("person",)):
            yield told(person, name(subject, person), *tasks)


def name(subject: Subject, person: str) -> str:
    """The name of one of our people."""
    people = subject.shared.people.people if subject.shared.people else {}
    return (known(people[person].name) if person in people else None) or spelled(person)


def told(person: str, called: str, first: tuple[Node, Edge], *others: tuple[Node, Edge]) -> Finding:
    """One finding a person, however many tasks they have: they are to be put on the list once."""
    more = f" and {counted(len(others), 'other task')}" if others else ""
    return Finding(
        code=RULE.code,
        message=f"{called} answers for {shown(first[0].title)}{more}, but is not in the selling centre",
        at=first[1].path,
        on="value",
        key=person,
        label="not in the selling centre",
        help=f"write `{person}` under `selling_center` with a role, such as `contributor`, "
        "or name somebody who is there",
        related=tuple(Related(message="and here", at=edge.path, on="value") for _, edge in others),
    )


RULE = Rule(code="KAM504", slug="owner-outside", kind=Kind.JUDGEMENT, methods=(39,), doc=__doc__, check=check)
