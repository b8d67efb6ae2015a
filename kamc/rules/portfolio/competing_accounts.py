"""Two customers who compete with each other are not in one person's hands.

Why: Each of them tells their account manager what the other must not know; both dislike to find out that it
is the same person (M14: Le Bon and Herman, chapter 1).

Bad:

    # plans/alster/2026-Q4.yaml
    owner: mara-lind
    competes_with: hafen-spedition
    selection: {bucket: maintenance}

Good:

    # plans/alster/2026-Q4.yaml
    competes_with: hafen-spedition

Remedy: Give one of the two to somebody else. If both customers know and agree, accept it here, with who of
theirs said so.
"""

from collections.abc import Iterator, Sequence

from kamc.diagnostics import Finding, Kind
from kamc.model.values import each
from kamc.rules.base import PEOPLE, Holding, Portfolio, Rule
from kamc.rules.portfolio.accounts import led, name, shown_at, title


def check(portfolio: Portfolio) -> Iterator[tuple[str, Finding]]:
    for owner, holdings in led(portfolio).items():
        for one, other in rivals(holdings):
            yield PEOPLE, both(portfolio, owner, one, other)


def rivals(holdings: Sequence[Holding]) -> Iterator[tuple[Holding, Holding]]:
    """The pairs of accounts that compete, each once; the first is the one whose plan says so."""
    by_account = {one.account: one for one in holdings}
    told: set[frozenset[str]] = set()
    for one in holdings:
        for id_ in each(one.plan.competes_with):
            pair = frozenset((one.account, id_))
            if id_ in by_account and len(pair) > 1 and pair not in told:
                told.add(pair)
                yield one, by_account[id_]


def both(portfolio: Portfolio, owner: str, one: Holding, other: Holding) -> Finding:
    who = name(portfolio, owner)
    return Finding(
        code=RULE.code,
        message=f"{who} leads both {title(one)} and {title(other)}, who compete with each other",
        at=("people", owner),
        key=f"{one.account} {other.account}",
        label="whose plans do they know, and who may not?",
        help="give one of the two to somebody else, or accept it here if both customers agree",
        related=(
            shown_at(one, "they compete", "competes_with"),
            shown_at(other, "in the same hands", "owner"),
        ),
    )


RULE = Rule(
    code="KAM803",
    slug="competing-accounts",
    kind=Kind.JUDGEMENT,
    methods=(14,),
    doc=__doc__,
    check_portfolio=check,
    holder=("people", "mara-lind"),
)
