"""One of those who lobby for us sells for us, too.

Why: Promoters come as information providers, good buddies and inner salespersons, and only the last is a
real facilitator (M32: Le Bon and Herman, chapter 2). A buddy tells us what was said in the room; an inner
salesperson says it there for us. A political objective that names them says that we are at it.

Bad:

    relationships:
      buying_center:
        ines-bahr: {promoter: good-buddy}

Good:

    relationships:
      buying_center:
        ines-bahr: {promoter: good-buddy}
        ole-kamp: {roles: facilitator, promoter: inner-salesperson, contacts: {mara-lind: 2026-11-05}}

Good:

    relationships:
      buying_center:
        ines-bahr: {promoter: good-buddy}
    account_plan:
      objectives: {new-voice: {what: "Ines speaks up", kind: political, people: ines-bahr, by: 2027-03-31}}

Remedy: Find out what your facilitator would gain if we win, and make it worth speaking up; or win somebody
whom buyers and deciders already listen to. Make that a political objective, and keep the word as it is until
it is true.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind, Related
from kamc.links import Node
from kamc.model.buying_center import holds
from kamc.rules.base import Rule, Subject
from kamc.rules.relationships.people import facilitators, members, named_in

WEAK = {"good-buddy": "a good buddy", "information-provider": "an information provider"}


def check(subject: Subject) -> Iterator[Finding]:
    promoters = [member.promoter for _, member in members(subject) if holds(member, "facilitator")]
    lobby = facilitators(subject)
    if not lobby or any(promoter not in WEAK for promoter in promoters):
        return
    if any(is_to_be_won(subject, node) for node, _ in lobby):
        return
    (first, one), *others = lobby
    kind = WEAK[str(one.promoter)]
    yield Finding(
        code=RULE.code,
        message=f"nobody inside {subject.account} sells for us: {first.title} is only {kind}",
        at=(*first.path, "promoter"),
        on="value",
        label="no inner salesperson",
        help="make it a political objective that they speak up, or that somebody does whom deciders hear",
        related=tuple(
            Related(
                message=f"{node.title} is only {WEAK[str(other.promoter)]}",
                at=(*node.path, "promoter"),
                on="value",
            )
            for node, other in others
        ),
    )


def is_to_be_won(subject: Subject, node: Node) -> bool:
    """Whether winning them is an objective of the plan."""
    return any(
        edge.via == "people" for edge, source in named_in(subject, node.id) if source.kind == "objective"
    )


RULE = Rule(
    code="KAM303", slug="weak-facilitator", kind=Kind.JUDGEMENT, methods=(32,), doc=__doc__, check=check
)
