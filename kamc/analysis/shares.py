"""A part of a whole, in percent."""

from decimal import Decimal


def percent(part: Decimal | int, whole: Decimal | int) -> Decimal | None:
    """A part in percent of the whole; not known of nothing."""
    return 100 * Decimal(part) / Decimal(whole) if whole else None
