"""Money in one currency, by rates of a day: exact, and told with the rate that was used."""

from collections.abc import Mapping
from decimal import Context, Decimal

import msgspec

from kamc.model.values import When


class Rates(msgspec.Struct, frozen=True, kw_only=True):
    """What one of each currency is worth in the base currency, on a day."""

    base: str
    as_of: When
    to_base: Mapping[str, Decimal]


class Converted(msgspec.Struct, frozen=True, kw_only=True):
    """An amount, and the one that it was made from; `rate` and `as_of` are `None` where none was needed."""

    amount: Decimal
    currency: str
    original: Decimal
    original_currency: str
    rate: Decimal | None = None
    as_of: When | None = None


def convert(amount: Decimal, currency: str, rates: Rates | None) -> Converted:
    """An amount in the base currency; as it stands where it is in that, or where no rate is known for it."""
    rate = rates.to_base.get(currency) if rates and currency != rates.base else None
    if rates is None or rate is None:
        return Converted(amount=amount, currency=currency, original=amount, original_currency=currency)
    return Converted(
        amount=_product(amount, rate),
        currency=rates.base,
        original=amount,
        original_currency=currency,
        rate=rate,
        as_of=rates.as_of,
    )


def _product(one: Decimal, other: Decimal) -> Decimal:
    """The product to its last digit, however many there are."""
    digits = len(one.as_tuple().digits) + len(other.as_tuple().digits)
    return Context(prec=digits).multiply(one, other)
