"""Of a competitor we know the strengths, the weaknesses and the strategy.

Why: A plan that knows only a name fights shadows (M48). Their strengths say where not to fight, their
weaknesses where to, and their strategy what comes next.

Bad:

    account_as_market:
      competitors: {frachthaus: "New in the north since May"}

Bad:

    account_as_market:
      competitors: {rapid-nord: {weaknesses: ~}}

Good:

    account_as_market:
      competitors: {frachthaus: {strengths: "Their own rail", weaknesses: unknown, strategy: "All rail"}}

Remedy: Ask those at the customer who work with them, and our own people in other accounts. `unknown` is an
answer, and a question for the next visit.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject, is_missing
from kamc.rules.market.cells import rival
from kamc.words import listed


def check(subject: Subject) -> Iterator[Finding]:
    for node in subject.open("competitor"):
        lacks = [
            key for key in ("strengths", "weaknesses", "strategy") if is_missing(getattr(node.entry, key))
        ]
        if lacks:
            yield Finding(
                code=RULE.code,
                message=f"of {rival(subject, node.id)} we know no {listed(lacks)}",
                at=(*node.path, lacks[0]),
                label="strong where, weak where, after what?",
                help="write where they are strong, where weak, what they are after; `unknown` is an answer",
            )


RULE = Rule(
    code="KAM409",
    slug="competitor-incomplete",
    kind=Kind.GAP,
    methods=(48,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
