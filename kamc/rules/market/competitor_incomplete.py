"""Of a competitor we know where he is good, where he is not, and what he is after.

Why: A plan that knows only a name fights shadows (M48). His strengths say where not to fight, his weaknesses
where to, and his strategy what comes next.

Bad:

    account_as_market:
      competitors: {frachthaus: "New in the north since May"}

Bad:

    account_as_market:
      competitors: {rapid-nord: {weaknesses: ~}}

Good:

    account_as_market:
      competitors: {frachthaus: {strengths: "Their own rail", weaknesses: unknown, strategy: "All rail"}}

Remedy: Ask those at the customer who work with him, and our own people in other accounts. `unknown` is an
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
                label="good at what, weak where, after what?",
                help="write what he is good at, where weak, and what he is after; `unknown` is an answer",
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
