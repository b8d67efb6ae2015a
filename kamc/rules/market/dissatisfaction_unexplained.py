"""Where they see much less than they expect, the plan says why.

Why: Satisfaction is what they see less what they expect (M51). A mark far below is a moment of truth for us:
without the story behind it nobody can mend it, and the next survey shows it again.

Why: How far below is asked is set under `limits.dissatisfaction`, in percent of the scale.

Bad:

    account_as_market:
      satisfaction: {criteria: {claims: {expectation: 9, perception: 5}}}

Good:

    account_as_market:
      satisfaction: {criteria: {claims: {expectation: 9, perception: 5, what: "Three forms a claim."}}}

Good:

    account_as_market:
      satisfaction: {criteria: {claims: {expectation: 9, perception: 5, what: unknown}}}

Remedy: Ask those who answered, and write in `what` they tell you. Then plan the activity that mends it.
"""

from collections.abc import Iterator
from decimal import Decimal

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.market import Satisfied
from kamc.model.values import known
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import plain


def check(subject: Subject) -> Iterator[Finding]:
    satisfaction = subject.plan.account_as_market.satisfaction
    scale = known(satisfaction.scale)
    least = scale * subject.limits.dissatisfaction / 100 if scale is not None else None
    for key, one in satisfaction.criteria.items():
        below = shortfall(one)
        if least is None or below is None or below < least or not is_missing(one.what):
            continue
        yield Finding(
            code=RULE.code,
            message=f"{key} lies {plain(below)} below what they expect, and nobody says why",
            at=("account_as_market", "satisfaction", "criteria", key, "what"),
            key=key,
            label="what lies behind it?",
            help="ask those who answered, and write `what` they tell you",
        )


def shortfall(one: Satisfied) -> Decimal | None:
    """By how much what they see lies below what they expect; not known where one of the two is not."""
    seen, expected = known(one.perception), known(one.expectation)
    return expected - seen if seen is not None and expected is not None else None


RULE = Rule(
    code="KAM421",
    slug="dissatisfaction-unexplained",
    kind=Kind.GAP,
    methods=(51,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
    limits=("dissatisfaction",),
)
