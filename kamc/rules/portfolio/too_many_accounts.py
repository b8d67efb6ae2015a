"""Nobody leads more key accounts than one person can know.

Why: One account is ideal for a key account manager, five are the upper limit (M14: Le Bon and Herman,
chapter 1). Beyond it, plans are filled in and people are not met. Accounts to be maintained, opportunistic
ones and those that we leave are not counted. The plans below have one owner.

Bad:

    # plans/alster/2026-Q4.yaml
    # plans/berg/2026-Q4.yaml
    # plans/dom/2026-Q4.yaml
    # plans/elbe/2026-Q4.yaml
    # plans/fjord/2026-Q4.yaml
    # plans/gries/2026-Q4.yaml

Good:

    # plans/alster/2026-Q4.yaml
    # plans/berg/2026-Q4.yaml
    selection: {bucket: maintenance}
    # plans/dom/2026-Q4.yaml
    selection: {decision: cease}

Remedy: Give accounts to somebody else, or decide which of them are key: the others need less of one person
(`bucket: maintenance`).
"""

from collections.abc import Iterator, Sequence

from kamc.diagnostics import Finding, Kind
from kamc.rules.base import PEOPLE, Holding, Portfolio, Rule
from kamc.rules.portfolio.accounts import key_accounts, name, shown_at, title
from kamc.words import counted, listed, plain

SHOWN = 3
"""Accounts that a finding shows."""


def check(portfolio: Portfolio) -> Iterator[tuple[str, Finding]]:
    for owner, holdings in key_accounts(portfolio):
        if len(holdings) > portfolio.limits.accounts_per_manager:
            yield PEOPLE, too_many(portfolio, owner, holdings)


def too_many(portfolio: Portfolio, owner: str, holdings: Sequence[Holding]) -> Finding:
    who, most = name(portfolio, owner), portfolio.limits.accounts_per_manager
    titles = [title(one) for one in holdings]
    more = [f"{len(titles) - SHOWN} more"] if len(titles) > SHOWN else []
    return Finding(
        code=RULE.code,
        message=f"{who} leads {counted(len(holdings), 'key account')}; {plain(most)} are the most",
        at=("people", owner),
        label=listed([*titles[:SHOWN], *more], "and"),
        help="give accounts to somebody else, or decide which of them are key (`bucket: maintenance` is not)",
        related=tuple(shown_at(one, "one of them", "owner") for one in holdings[:SHOWN]),
    )


RULE = Rule(
    code="KAM801",
    slug="too-many-accounts",
    kind=Kind.JUDGEMENT,
    methods=(14,),
    doc=__doc__,
    check_portfolio=check,
    limits=("accounts_per_manager",),
    holder=("people", "mara-lind"),
)
