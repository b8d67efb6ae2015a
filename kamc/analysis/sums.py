"""Sums, shares and counts: several currencies stay apart, and nothing is divided by nothing."""

from collections.abc import Iterable
from decimal import Decimal

import msgspec

from kamc.audience import View
from kamc.model.plan import Plan
from kamc.model.values import NONE, Keyed, Number, Text, known


class Sum(msgspec.Struct, frozen=True, kw_only=True):
    """What amounts of one currency come to: the `known` ones `of` all; `None` where none is known."""

    currency: str
    """Empty where neither the entry nor the plan names one: it is the workspace's (see `priced`)."""
    amount: Decimal | None
    known: int
    of: int


def priced(view: View, currency: str) -> View:
    """The view with the currency of its workspace, where its plan names none."""
    if known(view.plan.currency) or not currency:
        return view
    return msgspec.structs.replace(view, plan=msgspec.structs.replace(view.plan, currency=currency))


def currency_of(plan: Plan, own: Text = None) -> str:
    """The currency of an amount: its entry's own, else the plan's."""
    return known(own) or known(plan.currency) or ""


def amount(value: Number) -> Decimal | None:
    """An amount; nothing (`none`) is zero, what is `unknown` or was never written is not known."""
    return Decimal(0) if value is NONE else known(value)


def total(amounts: Iterable[Decimal | None], currency: str) -> Sum:
    """The sum of amounts of one currency; that of no amounts at all is zero."""
    held = list(amounts)
    told = [one for one in held if one is not None]
    return Sum(
        currency=currency,
        amount=sum(told, Decimal(0)) if told or not held else None,
        known=len(told),
        of=len(held),
    )


def totals(amounts: Iterable[tuple[str, Decimal | None]]) -> tuple[Sum, ...]:
    """The sum of each currency, for amounts with theirs."""
    by_currency: dict[str, list[Decimal | None]] = {}
    for currency, one in amounts:
        by_currency.setdefault(currency, []).append(one)
    return tuple(total(held, currency) for currency, held in sorted(by_currency.items()))


def counted(found: Iterable[str], words: Iterable[str]) -> Keyed[int]:
    """How often each of these words was found, in their order; those that were not are left out."""
    held = list(found)
    return Keyed({word: held.count(word) for word in words if word in held})


def percent(part: Decimal | int | None, whole: Decimal | int | None) -> Decimal | None:
    """How many percent of a whole a part is; not known where one is not, or where the whole is nothing."""
    return 100 * Decimal(part) / whole if part is not None and whole else None
