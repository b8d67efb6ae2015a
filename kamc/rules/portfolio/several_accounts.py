"""Who leads several key accounts is known.

Why: One account is ideal for a key account manager; with each more, time for the customer goes into changing
over (M14: Le Bon and Herman, chapter 1). Up to the limit it is no fault, but a figure to know when accounts
are given out. The plans below have one owner.

Bad:

    # plans/alster/2026-Q4.yaml
    # plans/berg/2026-Q4.yaml

Good:

    # plans/alster/2026-Q4.yaml
    # plans/berg/2026-Q4.yaml
    selection: {bucket: maintenance}

Remedy: Nothing, as long as the accounts get what they need. See that `coverage` says how much of one
person's time each takes.
"""

from collections.abc import Iterator, Sequence

from kamc.diagnostics import Finding, Kind, Severity
from kamc.rules.base import PEOPLE, Holding, Portfolio, Rule
from kamc.rules.portfolio.accounts import key_accounts, name, shown_at, title
from kamc.words import listed


def check(portfolio: Portfolio) -> Iterator[tuple[str, Finding]]:
    for owner, holdings in key_accounts(portfolio):
        if 1 < len(holdings) <= portfolio.limits.accounts_per_manager:
            yield PEOPLE, several(portfolio, owner, holdings)


def several(portfolio: Portfolio, owner: str, holdings: Sequence[Holding]) -> Finding:
    return Finding(
        code=RULE.code,
        message=f"{name(portfolio, owner)} leads {len(holdings)} key accounts; one is ideal",
        at=("people", owner),
        label=listed([title(one) for one in holdings], "and"),
        help="see that `coverage` says how much of one person's time each of them takes",
        related=tuple(shown_at(one, "one of them", "owner") for one in holdings),
    )


RULE = Rule(
    code="KAM802",
    slug="several-accounts",
    kind=Kind.JUDGEMENT,
    methods=(14,),
    doc=__doc__,
    check_portfolio=check,
    limits=("accounts_per_manager",),
    most=Severity.INFO,
    holder=("people", "mara-lind"),
)
