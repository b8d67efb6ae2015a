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

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.values import known
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import plain


def check(subject: Subject) -> Iterator[Finding]:
    satisfaction = subject.plan.account_as_market.satisfaction
    scale = known(satisfaction.scale)
    if scale is None:
        return
    least = scale * subject.limits.dissatisfaction / 100
    for key, one in satisfaction.criteria.items():
        expected, seen = known(one.expectation), known(one.perception)
        if expected is None or seen is None or expected - seen < least or not is_missing(one.what):
            continue
        yield Finding(
            code=RULE.code,
            message=f"{key}: they expect {plain(expected)} and see {plain(seen)}, and nobody says why",
            at=("account_as_market", "satisfaction", "criteria", key, "what"),
            label="what lies behind it?",
            help="ask those who answered, and write `what` they tell you",
        )


RULE = Rule(
    code="KAM419",
    slug="dissatisfaction-unexplained",
    kind=Kind.JUDGEMENT,
    methods=(51,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
    limits=("dissatisfaction",),
)
