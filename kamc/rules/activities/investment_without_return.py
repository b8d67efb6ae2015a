"""Whoever asks for money says what it brings.

Why: A plan that asks for resources says what they return, and why here and not at another account (M65:
AchieveAbility). Without it a director can only compare the asking, and the loudest gets it.

Bad:

    account_plan:
      investment: {resources: {second-crew: {what: "A second night crew", cost: 120k, each: year}}}

Good:

    account_plan:
      investment:
        resources: {second-crew: {what: "A second night crew", cost: 120k, each: year}}
        returns: {margin: 0.3M, each: year, by: 2028}

Good:

    account_plan:
      investment:
        resources: {second-crew: {what: "A second night crew", cost: 120k, status: refused}}

Remedy: Write under `returns` the margin that it brings, each year or once, and from when; or in words what
else it brings. `returns: unknown` keeps the question open.
"""

from collections.abc import Iterator
from decimal import Decimal

from kamc.diagnostics import Finding, Kind
from kamc.links import Node
from kamc.model.fields import Profile
from kamc.model.goals import Resource, Returns
from kamc.model.values import UNKNOWN, known
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import amount, counted, shown

PLACE = ("account_plan", "investment")


def check(subject: Subject) -> Iterator[Finding]:
    asked = [
        (node, node.entry)
        for node in subject.open("resource")
        if isinstance(node.entry, Resource) and isinstance(node.entry.cost, Decimal)
    ]
    investment = subject.plan.account_plan.investment
    if asked and without_return(investment.returns):
        yield told(asked, "what it brings", "returns", "what comes back, and when?")
    elif asked and subject.profile is Profile.EXTENDED and is_missing(investment.instead_of):
        yield told(asked, "why here and not at another account", "instead_of", "why here?")


def told(asked: list[tuple[Node, Resource]], lacks: str, field: str, label: str) -> Finding:
    return Finding(
        code=RULE.code,
        message=f"{costs(*asked)}, and the plan does not say {lacks}",
        at=(*PLACE, field),
        key=field,
        label=label,
        help=f"write `{field}` beside the `resources`, or `{field}: unknown`",
    )


def without_return(returns: Returns) -> bool:
    """Whether neither a margin nor a word says what comes back."""
    return returns.said is not UNKNOWN and is_missing(returns.margin) and is_missing(returns.what)


def costs(first: tuple[Node, Resource], *others: tuple[Node, Resource]) -> str:
    """What is asked for, and what it costs."""
    node, resource = first
    if others:
        return f"{shown(node.title)} and {counted(len(others), 'more resource')} cost money"
    each = known(resource.each) or "once"
    often = "" if each == "once" else f" a {each}"
    return f"{shown(node.title)} costs {amount(known(resource.cost) or Decimal(0))}{often}"


RULE = Rule(
    code="KAM514",
    slug="investment-without-return",
    kind=Kind.GAP,
    methods=(65,),
    doc=__doc__,
    check=check,
)
