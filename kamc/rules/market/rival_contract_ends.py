"""When a competitor's contract ends where we could help them, something of ours is ready.

Why: A cell in which a competitor stands is theirs until the contract ends (M49): then it is open for a few
weeks. Who begins on the day after reads in the paper who has won. How long before it is asked is set under
`limits.rival_contract_ahead`, and only of cells that serve a success factor.

Bad:

    account_as_market:
      open_space:
        south: {cold-line: {state: competitor, who: rapid-nord, until: 2027-03-31, serves: cold-chain}}
    account_plan: {activities: {one-form: {using: ~, answers: ~}}}

Good:

    account_as_market:
      open_space: {north: {night-line: {until: 2027-03-31}}}

Good:

    account_as_market:
      open_space:
        south: {cold-line: {state: competitor, who: rapid-nord, until: 2028-03-31, serves: cold-chain}}

Remedy: Write an opportunity that is `using` the offering `in` that segment, with the end of the contract as
its compelling reason; or an activity that prepares it.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.values import When
from kamc.rules.base import Rule, Subject
from kamc.rules.market.cells import (
    Square,
    aligned,
    gathered,
    offering,
    others,
    places,
    pursued,
    rivals,
    squares,
)
from kamc.rules.market.days import ahead, is_near


def check(subject: Subject) -> Iterator[Finding]:
    near = subject.limits.rival_contract_ahead
    left = [
        one
        for one in squares(subject, "competitor")
        if is_near(subject, one.cell.until, near) and aligned(subject, one.cell) and not pursued(subject, one)
    ]
    for found in gathered(((one.offering, one.cell.until, one.cell.who), one) for one in left):
        yield ending(subject, found)


def ending(subject: Subject, found: tuple[Square, ...]) -> Finding:
    """The finding about one contract, and all the segments that it covers."""
    first = found[0]
    who, name = rivals(subject, first.cell.who), offering(subject, first.offering)
    return Finding(
        code=RULE.code,
        message=f"{who} is bound with {name} in {places(subject, found)} until {first.cell.until}, "
        "and nothing of ours goes after it",
        at=(*first.path, "until"),
        on="value",
        label=ahead(subject, first.cell.until) if isinstance(first.cell.until, When) else "",
        help=f"write an opportunity `using` {first.offering} there, or an activity that prepares it",
        related=others(found),
    )


RULE = Rule(
    code="KAM418",
    slug="rival-contract-ends",
    kind=Kind.CLOCK,
    methods=(49, 56),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
    limits=("rival_contract_ahead",),
)
