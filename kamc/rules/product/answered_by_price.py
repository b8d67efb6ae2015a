"""We do not answer a weakness with a lower price.

Why: Of the answers to a criterion in which we are weak, lowering the price for the same features is not one
(M27: Le Bon and Herman, chapter 4): it costs us every year, the weakness stays, and they learn that the
first price was not meant.

Why: What they or a competitor do with prices is not meant, nor a concession that takes something in return.

Bad:

    account_plan:
      activities: {claims-talk: {what: "Lower the price by day by 4 %"}}

Bad:

    account_plan:
      activities: {claims-talk: {what: "The twelve claims, and a discount of 3 % for 2027"}}

Good:

    account_plan:
      activities: {claims-talk: {what: "The twelve claims one by one, and no discount"}}

Good:

    account_plan:
      activities: {claims-talk: {what: "Lower the price by day if they book a year ahead"}}

Remedy: Change how important the price seems, show the difference that it pays for, or let the facilitator
sell the compromise. If you must give, take something for it, and write both.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind, Path
from kamc.rules.base import Rule, Subject
from kamc.rules.product.price_words import price_cut
from kamc.words import shown

SAID_IN = {
    "criterion": "why",
    "strategy": "what",
    "opportunity": "what",
    "activity": "what",
    "obstacle": "answer",
    "concern": "answer",
    "alarm": "treatment",
}
"""The field of each kind of entry in which we say what we do."""


def check(subject: Subject) -> Iterator[Finding]:
    for path, text in what_we_do(subject):
        words = price_cut(text)
        if words is not None:
            yield Finding(
                code=RULE.code,
                message=f"{shown(words)} is a lower price for the same: we pay for it every year",
                at=path,
                on="value",
                label="is there another answer?",
                help="show what the price pays for, or let the facilitator sell it; give only to take",
            )


def what_we_do(subject: Subject) -> Iterator[tuple[Path, str]]:
    """Each text in which the plan says what we do, with its path."""
    for kind, field in SAID_IN.items():
        for node in subject.open(kind):
            text = getattr(node.entry, field)
            if isinstance(text, str):
                yield (*node.path, field), text


RULE = Rule(
    code="KAM206", slug="answered-by-price", kind=Kind.JUDGEMENT, methods=(27,), doc=__doc__, check=check
)
