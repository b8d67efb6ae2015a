"""Share of wallet: who gets what of their spend, by category (M46)."""

from collections.abc import Iterator
from decimal import Decimal

from kamc.brief.format import money, percent, quantity, sentence, words
from kamc.brief.given import Given, notes
from kamc.brief.shown import Cell, Piece, Shown, Table, Value, joined, table
from kamc.model.values import Quantity, known
from kamc.model.wallet import Wallet

REST = "not known"


class Slice(Piece, frozen=True, kw_only=True):
    """What one of them gets of a category: `ours`, `competitor`, `in-house` or `rest`; in percent."""

    kind: str
    name: str
    amount: str
    percent: Decimal


class Purse(Piece, frozen=True, kw_only=True):
    """A category of their spend and who gets it; no slices where the whole is not known."""

    name: str
    spend: Shown
    slices: tuple[Slice, ...] = ()


class Share(Piece, frozen=True, kw_only=True):
    """Our share over all categories whose spend and whose part of ours are known, in one currency."""

    percent: Decimal
    spend: str
    categories: int


def purses(given: Given) -> tuple[Purse, ...]:
    """Every category, in the author's order."""
    return tuple(_purse(given, key, one) for key, one in given.plan.account_as_market.share_of_wallet.items())


def _purse(given: Given, key: str, one: Wallet) -> Purse:
    return Purse(
        name=sentence(words(key)),
        spend=given.money(one.spend, one.currency),
        slices=tuple(_slices(given, one)),
    )


def _share(one: Wallet) -> Shown:
    spend, ours = known(one.spend), known(one.ours)
    return percent(ours * 100 / spend) if spend and ours is not None else ""


def _slices(given: Given, one: Wallet) -> Iterator[Slice]:
    spend = known(one.spend)
    if not spend:
        return
    currency = known(one.currency) or given.currency
    others = [("competitor", given.names.full(id), known(amount)) for id, amount in one.competitors.items()]
    others.sort(key=lambda other: -(other[2] or 0))
    parts = [("ours", "Ours", known(one.ours)), *others, ("in-house", "In-house", known(one.in_house))]
    told = sum((amount for _, _, amount in parts if amount), Decimal(0))
    rest = spend - told
    for kind, name, amount in (*parts, ("rest", sentence(REST), rest)):
        if amount and amount > 0:
            # Parts that exceed the whole are a finding of the check; a bar still ends where it ends.
            yield Slice(
                kind=kind, name=name, amount=money(amount, currency), percent=amount * 100 / max(spend, told)
            )


def wallet_table(given: Given) -> Table:
    """Share of wallet as a table."""
    rows = (_row(given, key, one) for key, one in given.plan.account_as_market.share_of_wallet.items())
    return table(
        "What they spend a year, and who gets it",
        "Category | >Spend | >Ours | >Our share | Competitors | >In-house",
        rows,
    )


def _row(given: Given, key: str, one: Wallet) -> tuple[Value, ...]:
    rivals = (
        f"{given.names.full(id)} {given.money(amount, one.currency)}"
        for id, amount in one.competitors.items()
    )
    return (
        Cell(sentence(words(key)), (*_volume(given, one), *notes(one)), lead=True),
        given.money(one.spend, one.currency),
        given.money(one.ours, one.currency),
        _share(one),
        joined(rivals, ", "),
        given.money(one.in_house, one.currency),
    )


def _volume(given: Given, one: Wallet) -> tuple[str, ...]:
    volume = one.volume
    total, ours = known(volume.total), known(volume.ours)
    if total is None or ours is None:
        return ()
    others = (
        f"{given.names.full(id)} {quantity(amount)}"
        for id, amount in volume.competitors.items()
        if isinstance(amount, Quantity)
    )
    return (joined((f"by volume: {quantity(ours)} of {quantity(total)}", *others), ", "),)


def share(given: Given) -> Share | None:
    """Our share of the whole wallet, where it can be told."""
    held = [
        one
        for one in given.plan.account_as_market.share_of_wallet.values()
        if known(one.spend) and known(one.ours) is not None
    ]
    if not held or len({known(one.currency) or given.currency for one in held}) > 1:
        return None
    spend = sum((known(one.spend) or Decimal(0) for one in held), Decimal(0))
    ours = sum((known(one.ours) or Decimal(0) for one in held), Decimal(0))
    return Share(
        percent=ours * 100 / spend,
        spend=money(spend, known(held[0].currency) or given.currency),
        categories=len(held),
    )
