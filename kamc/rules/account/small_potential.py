"""A key account has more to give than it gives.

Why: What an account could be worth if we had a strategy for it is almost always more than what it is worth
as it is (M7: Le Bon and Herman, chapter 1), because the limit is their need and not our catalogue. A plan
that says otherwise has counted our products; or the account is not one to invest in.

Why: Where the years, the retention and the discount rate of the lifetime value are told, both are counted
over them, and what it costs to serve and to win them is taken off (M6).

Bad:

    selection:
      criteria: {unrealised_potential: {cross_sell: 50k}}

Good:

    selection:
      criteria: {unrealised_potential: {cross_sell: unknown}}

Good:

    selection:
      bucket: maintenance
      criteria: {unrealised_potential: {cross_sell: 50k}}

Remedy: Ask what else they need, also what we do not sell yet, and count it. If little is left indeed, the
account may be one to maintain.
"""

from collections.abc import Iterator
from decimal import Decimal

from kamc.analysis.value import lifetime_value, potential_value, yearly_potential
from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.selection import Criteria, UnrealisedPotential
from kamc.model.values import known
from kamc.rules.base import Rule, Subject
from kamc.words import amount

TO_GROW = frozenset(("key", "key-development"))


def check(subject: Subject) -> Iterator[Finding]:
    criteria = subject.plan.selection.criteria
    today, left = known(criteria.lifetime_value.yearly_margin), parts(criteria.unrealised_potential)
    if subject.plan.selection.bucket not in TO_GROW or today is None or not left or not is_less(criteria):
        return
    yield Finding(
        code=RULE.code,
        message=f"{amount(Decimal(sum(left)))} a year is left to win at {subject.account}, less than the "
        f"{amount(today)} of today: that is rare where an account is to grow",
        at=("selection", "criteria", "unrealised_potential"),
        label=" + ".join(map(amount, left)),
        help="ask what else they need beyond our catalogue, and count it; or maintain the account",
    )


def is_less(criteria: Criteria) -> bool:
    """Whether what is left is worth less than what there is: over the years, or in one."""
    today, left = criteria.lifetime_value, criteria.unrealised_potential
    worth, could = lifetime_value(today), potential_value(left, today)
    if worth is None or could is None:
        worth, could = known(today.yearly_margin), yearly_potential(left)
    return worth is not None and could is not None and could < worth


def parts(left: UnrealisedPotential) -> list[Decimal]:
    """What is left to win, where all of it is known."""
    amounts = [known(part) for part in (left.cross_sell, left.up_sell, left.co_create)]
    return [one for one in amounts if one is not None] if None not in amounts else []


RULE = Rule(
    code="KAM120",
    slug="small-potential",
    kind=Kind.JUDGEMENT,
    methods=(6, 7),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
