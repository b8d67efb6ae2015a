"""An advantage serves something that matters to them.

Why: We can be better at a hundred things; those count that bring a success factor of theirs nearer, or decide
when they choose (M2, M45: Beachgrass). The rest is our pride.

Bad:

    account_as_market:
      advantages: {logged-degrees: {serves: ~}}

Good:

    account_as_market:
      advantages: {logged-degrees: {serves: night-cut}}

Good:

    account_as_market:
      advantages: {logged-degrees: {serves: unknown}}

Remedy: Name in `serves` the success factor or the decision criterion that it helps. If there is none, ask
them; and if there is none then, leave it out.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.market import Advantage
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    for node in subject.open("advantage"):
        if isinstance(node.entry, Advantage) and is_missing(node.entry.serves):
            yield Finding(
                code=RULE.code,
                message=f"{shown(node.title)} serves nothing that matters to {subject.account}",
                at=(*node.path, "serves"),
                label="what is it to them?",
                help="name in `serves` the success factor or the decision criterion that it helps",
            )


RULE = Rule(
    code="KAM408",
    slug="advantage-serves-nothing",
    kind=Kind.GAP,
    methods=(2, 45),
    doc=__doc__,
    check=check,
)
