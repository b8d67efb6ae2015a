"""Where a competitor stands beside us in a cell, something of ours defends it.

Why: The grid shows cells to win and cells to defend (M49). Somebody who already delivers a part of it knows
the people, the dock and our price, and needs no tender to take the rest.

Why: An open activity or opportunity defends a cell that is `using` the offering; so does a communication or a
protective strategy that speaks for what the offering does for them.

Bad:

    account_as_market:
      advantages: {logged-degrees: {serves: degrees-shown}}
      open_space: {north: {cold-line: {who: rapid-nord}}}
    account_plan:
      activities: {one-form: {using: ~, answers: ~}}
      communications: {cold-letter: {anchored_in: third-hub}}

Good:

    account_as_market:
      open_space: {north: {cold-line: {who: rapid-nord}}}

Remedy: Plan what keeps them out: an activity that is `using` the offering there, a message that shows what it
does for them, or a protective strategy with an advantage that they lack.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.actions import Communication
from kamc.model.fields import Profile
from kamc.model.goals import Strategy
from kamc.model.market import Advantage
from kamc.model.values import each
from kamc.rules.base import Rule, Subject, is_open
from kamc.rules.market.cells import Square, offering, places, pursued, rivals, squares


def check(subject: Subject) -> Iterator[Finding]:
    for one in squares(subject, "ours"):
        beside = rivals_beside(subject, one)
        if beside and not pursued(subject, one) and not spoken_for(subject, one):
            who, where = rivals(subject, beside), places(subject, [one])
            name = offering(subject, one.offering)
            yield Finding(
                code=RULE.code,
                message=f"{who} stands beside us with {name} in {where}, and nothing defends it",
                at=(*one.path, "who"),
                label="there beside us",
                help="plan an activity, a message or a protective strategy that speaks for what we do there",
            )


def rivals_beside(subject: Subject, square: Square) -> tuple[str, ...]:
    """The competitors in a cell of ours who are still there."""
    entries = subject.graph.entries
    return tuple(id_ for id_ in each(square.cell.who) if id_ not in entries or is_open(entries[id_].entry))


def spoken_for(subject: Subject, square: Square) -> bool:
    """Whether a communication or a protective strategy speaks for what an offering does for them."""
    needs = needs_of(subject, square)
    return any(
        isinstance(node.entry, Communication)
        and (needs & {*each(node.entry.anchored_in)} or carries(subject, node.entry.carries, needs))
        for node in subject.open("communication")
    ) or any(
        isinstance(node.entry, Strategy)
        and node.entry.kind == "protective"
        and (not needs or carries(subject, node.entry.uses, needs))
        for node in subject.open("strategy")
    )


def needs_of(subject: Subject, square: Square) -> frozenset[str]:
    """The needs that an offering answers, as far as the plan says."""
    fit = subject.plan.product_knowledge.offerings.get(square.offering)
    return frozenset((*each(square.cell.serves), *(each(fit.answers) if fit else ())))


def carries(subject: Subject, ids: object, needs: frozenset[str]) -> bool:
    """Whether one of the advantages among `ids` serves one of these needs."""
    named = (subject.graph.entries.get(id_) for id_ in (ids if isinstance(ids, tuple) else ()))
    return any(
        node is not None
        and isinstance(node.entry, Advantage)
        and not needs.isdisjoint(each(node.entry.serves))
        for node in named
    )


RULE = Rule(
    code="KAM412",
    slug="cell-undefended",
    kind=Kind.JUDGEMENT,
    methods=(49, 50),
    doc=__doc__,
    check=check,
    to_win=True,
    ask=Profile.STANDARD,
)
