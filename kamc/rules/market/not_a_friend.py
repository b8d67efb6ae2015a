"""A key account is a friend: loyal, and profitable.

Why: Loyalty and profitability together say what to do with a customer (M8: Le Bon and Herman, figure 1.3).
Friends have both, and only they become key accounts. A butterfly pays well and flies on; a vulture stays and
does not pay; a stranger does neither.

Why: A vulture may stay key where cross-selling, up-selling or co-creation is planned that can make it pay.
More of the same only adds to the loss.

Bad:

    selection: {criteria: {relationship_method: {loyalty: low}}}

Bad:

    selection:
      criteria:
        lifetime_value: unknown
        unrealised_potential: {cross_sell: 0, up_sell: 0, co_create: 0}
        relationship_method: {profitability: low}
    account_plan: {objectives: {night-sales: {growth: ~}, shared-net: {growth: ~}}}

Good:

    selection: {criteria: {relationship_method: {profitability: low}}}

Good:

    selection: {bucket: key-development, criteria: {relationship_method: {loyalty: low}}}

Remedy: Give it the bucket that fits today: key-development while you win it over, maintenance where it only
pays, opportunistic where it does neither. Or plan the growth that makes a vulture pay.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind, Related
from kamc.model.fields import Profile
from kamc.model.selection import RelationshipMethod
from kamc.model.values import known
from kamc.rules.base import Rule, Subject
from kamc.rules.market import negative_margin
from kamc.rules.market.growth import RICHER_GROWTH, grows

WIN_OVER = "give it the bucket that fits today, such as key-development while you win them over"
MAKE_IT_PAY = "give it the bucket that fits today, or plan the new sales that make it pay"
METHOD = ("selection", "criteria", "relationship_method")


def check(subject: Subject) -> Iterator[Finding]:
    method = subject.plan.selection.criteria.relationship_method
    called = calls(method) if subject.plan.selection.bucket == "key" else None
    is_disloyal = method.loyalty == "low"
    if called and (is_disloyal or not is_excused(subject)):
        yield Finding(
            code=RULE.code,
            message=f"{subject.account} stands as a key account, but is {called}",
            at=("selection", "bucket"),
            on="value",
            label="only friends are key",
            help=WIN_OVER if is_disloyal else MAKE_IT_PAY,
            related=(Related(message="how loyal, how profitable", at=METHOD),),
        )


def calls(method: RelationshipMethod) -> str | None:
    """What such a customer is called, and why; `None` for a friend, or where too little is known."""
    match known(method.loyalty), known(method.profitability):
        case "low", "low":
            return "a stranger: they neither stay nor pay"
        case "low", None:
            return "no friend: they are not loyal"
        case "low", _:
            return "a butterfly: they pay, but are not loyal"
        case None, "low":
            return "no friend: they hardly pay"
        case _, "low":
            return "a vulture: they stay, but hardly pay"
    return None


def is_excused(subject: Subject) -> bool:
    """Whether little profit is no news: growth is planned that can change it, or its loss is told already."""
    return grows(subject, RICHER_GROWTH) or any(negative_margin.check(subject))


RULE = Rule(
    code="KAM406",
    slug="not-a-friend",
    kind=Kind.JUDGEMENT,
    methods=(8,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
