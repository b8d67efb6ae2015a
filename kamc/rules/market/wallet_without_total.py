"""Where we know who gets how much of a category, we know what they spend on it.

Why: A share of wallet is a part of a whole (M46): our 1.6M are little of eight and nearly all of two. Without
the whole nobody can say whether to grow or to guard.

Bad:

    account_as_market:
      share_of_wallet: {storage: {spend: ~, ours: 40k}}

Bad:

    account_as_market:
      share_of_wallet: {storage: {spend: 0.9M, ours: 40k, in_house: 0.7M, volume: {ours: 300 pallets}}}

Good:

    account_as_market:
      share_of_wallet: {storage: {spend: 0.9M, ours: 40k, in_house: 0.7M}}

Good:

    account_as_market:
      share_of_wallet: {storage: {spend: unknown, ours: 40k}}

Remedy: Ask the user or the buyer what they spend on it in a year, or take it from their annual report. A
guess with `confidence: low` is better than nothing; `unknown` keeps the question open.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.values import known
from kamc.model.wallet import Wallet, WalletVolume
from kamc.rules.base import Rule, Subject, is_missing


def check(subject: Subject) -> Iterator[Finding]:
    for category, wallet in subject.plan.account_as_market.share_of_wallet.items():
        place = ("account_as_market", "share_of_wallet", category)
        if is_missing(wallet.spend) and is_shared(wallet):
            yield without_whole(category, "what they spend on it", (*place, "spend"))
        if is_missing(wallet.volume.total) and is_shared(wallet.volume):
            yield without_whole(category, "how much of it they buy", (*place, "volume", "total"))


def is_shared(one: Wallet | WalletVolume) -> bool:
    """Whether it is known what somebody gets of it."""
    return any(known(part) is not None for part in (one.ours, *one.competitors.values()))


def without_whole(category: str, lacks: str, at: tuple[str, ...]) -> Finding:
    return Finding(
        code=RULE.code,
        message=f"we know who gets a part of {category}, but not {lacks} in all",
        at=at,
        label="a part of how much?",
        help=f"write `{at[-1]}`, for all suppliers together: a guess with `confidence: low`, or `unknown`",
    )


RULE = Rule(
    code="KAM402",
    slug="wallet-without-total",
    kind=Kind.GAP,
    methods=(46,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
