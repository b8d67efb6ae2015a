"""Share of wallet: who gets what of their spend, by category (M46)."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kamc.analysis.wallet import Category, Split, Wallets, share_of_wallet
from kamc.brief.given import Given
from kamc.brief.shown import Cell, Piece, Shown, Table, Value, joined
from kamc.model.values import Quantity, known
from kamc.model.wallet import Wallet
from kamc.speech.format import sentence


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
    found, held = share_of_wallet(given.priced), given.plan.account_as_market.share_of_wallet
    return tuple(_purse(given, key, held[key], one.value) for key, one in _categories(found))


def _categories(found: Wallets | None) -> Iterable[tuple[str, Category]]:
    return found.categories.items() if found else ()


def _purse(given: Given, key: str, one: Wallet, split: Split) -> Purse:
    return Purse(
        name=sentence(given.speech.word(key)),
        spend=given.money(one.spend, one.currency),
        slices=tuple(_slices(given, split)),
    )


def _slices(given: Given, one: Split) -> Iterator[Slice]:
    if not one.whole:
        return
    say = given.speech.say
    others = [("competitor", given.names.full(id), held.amount) for id, held in one.competitors.items()]
    others.sort(key=lambda other: -(other[2] or 0))
    ours, in_house, rest = (held.amount for held in (one.ours, one.in_house, one.rest))
    parts = [("ours", say("Ours"), ours), *others, ("in-house", say("In-house"), in_house)]
    for kind, name, amount in (*parts, ("rest", say("Not known"), rest)):
        if amount and amount > 0:
            # Parts that exceed the whole are a finding of the check; a bar still ends where it ends.
            yield Slice(
                kind=kind,
                name=name,
                amount=given.speech.money(amount, one.unit),
                percent=amount * 100 / max(one.whole, one.told),
            )


def wallet_table(given: Given) -> Table:
    """Share of wallet as a table."""
    found, held = share_of_wallet(given.priced), given.plan.account_as_market.share_of_wallet
    rows = (_row(given, key, held[key], one.value) for key, one in _categories(found))
    return given.table(
        given.speech.say("What they spend a year, and who gets it"),
        "Category | >Spend | >Ours | >Our share | Competitors | >In-house",
        rows,
    )


def _row(given: Given, key: str, one: Wallet, split: Split) -> tuple[Value, ...]:
    rivals = (
        f"{given.names.full(id)} {given.money(amount, one.currency)}"
        for id, amount in one.competitors.items()
    )
    share = split.ours.percent
    return (
        Cell(sentence(given.speech.word(key)), (*_volume(given, one), *given.notes(one)), lead=True),
        given.money(one.spend, one.currency),
        given.money(one.ours, one.currency),
        given.speech.percent(share) if share is not None else "",
        joined(rivals, ", "),
        given.money(one.in_house, one.currency),
    )


def _volume(given: Given, one: Wallet) -> tuple[str, ...]:
    volume = one.volume
    total, ours = known(volume.total), known(volume.ours)
    if total is None or ours is None:
        return ()
    show = given.speech.quantity
    others = (
        f"{given.names.full(id)} {show(amount)}"
        for id, amount in volume.competitors.items()
        if isinstance(amount, Quantity)
    )
    told = given.speech.say("by volume: {ours} of {total}", ours=show(ours), total=show(total))
    return (joined((told, *others), ", "),)


def share(given: Given) -> Share | None:
    """Our share of the whole wallet, where it can be told."""
    found = share_of_wallet(given.priced)
    if found is None or len(found.totals) != 1:
        return None
    one = found.totals[0]
    part, spend = one.value.ours.percent, one.value.whole
    if part is None or spend is None:
        return None
    return Share(percent=part, spend=given.speech.money(spend, one.value.unit), categories=one.categories)
