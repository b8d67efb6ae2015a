"""What a customer could still become is more than what they are.

Why: The limit of what an account could buy is the customer's need, not our catalogue; so its unrealised
potential is almost always larger than its lifetime value (M7: Le Bon and Herman, chapter 1). Where a plan
says otherwise, most often only the next sale has been counted.

Why: The potential is told as a margin a year; kamc counts it over the years, with the retention and the
discount rate, of the lifetime value, so that the two compare (M6).

Bad:

    selection:
      criteria: {unrealised_potential: {cross_sell: 0.2M, up_sell: 0.1M, co_create: 0}}

Good:

    selection:
      criteria: {unrealised_potential: {cross_sell: 0.2M, up_sell: unknown}}

Good:

    selection:
      decision: reduce
      criteria: {unrealised_potential: {cross_sell: 0.2M, up_sell: 0.1M, co_create: 0}}

Remedy: Ask what they need and buy elsewhere, make themselves, or cannot buy yet, and what of it could be
ours. If there really is no more, maintaining the account may be the better decision.
"""

from collections.abc import Iterator

from kamc.analysis.value import lifetime_value, potential_value, yearly_potential
from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject
from kamc.words import amount, rounded


def check(subject: Subject) -> Iterator[Finding]:
    selection = subject.plan.selection
    terms, potential = selection.criteria.lifetime_value, selection.criteria.unrealised_potential
    worth, could, yearly = (
        lifetime_value(terms),
        potential_value(potential, terms),
        yearly_potential(potential),
    )
    if worth is None or could is None or yearly is None or selection.decision in {"reduce", "cease"}:
        return
    if could < worth:
        yield Finding(
            code=RULE.code,
            message=f"what {subject.account} could become is put below what it is: "
            f"{amount(rounded(could))} of potential, {amount(rounded(worth))} of lifetime value",
            at=("selection", "criteria", "unrealised_potential"),
            label=f"{amount(yearly)} a year, over the same years",
            help="count what they need and buy elsewhere or nowhere: the limit is their need, not our range",
        )


RULE = Rule(
    code="KAM416",
    slug="potential-below-lifetime",
    kind=Kind.JUDGEMENT,
    methods=(6, 7),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
