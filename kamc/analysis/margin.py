"""What a year's sales left us: the contribution margin (M11, M47)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from kamc.model.records import Part
from kamc.model.spec import spec
from kamc.model.values import Number, known
from kamc.model.wallet import Postsale, Presale, Result


def cost(part: Presale | Postsale) -> Number:
    """The cost of a part, in money: its total, or the sum of its items.

    It is open where the part or one of its items is `unknown`, and absent where nobody wrote any (M47).
    """
    if part.total is not None or part.said is not None:
        return part.said if part.said is not None else part.total
    items = [value for value in _items(part) if value is not None]
    amounts = [value for value in items if isinstance(value, Decimal)]
    if len(amounts) < len(items):
        return next(value for value in items if not isinstance(value, Decimal))
    return sum(amounts, Decimal(0)) if amounts else None


def contribution(one: Result) -> Decimal | None:
    """The contribution margin of a year, in the money of its result; not known where one of its parts is not.

    Net sales, less cost of goods sold, less cost before the sale, less cost after the sale (M11: Dubinsky and
    Ingram, in Le Bon and Herman, figure 4.2).
    """
    sales, spent = known(one.sales), costs(one)
    return sales - spent if sales is not None and spent is not None else None


def costs(one: Result) -> Decimal | None:
    """What a year's sales cost us, in the money of its result: goods, before the sale, after it (M11)."""
    parts = [known(value) for value in (one.cost_of_goods, cost(one.presale), cost(one.postsale))]
    told = [value for value in parts if value is not None]
    return sum(told, Decimal(0)) if len(told) == len(parts) else None


def latest(results: Mapping[str, Result]) -> tuple[str, Result] | None:
    """The latest year that has really been, with sales that are known."""
    years = [
        (year, one)
        for year, one in results.items()
        if one.basis != "expected" and known(one.sales) is not None
    ]
    return max(years, key=lambda pair: pair[0], default=None)


def _items(part: Part) -> Iterator[Number]:
    """The items of a cost, by its own fields and not those that every record has."""
    own = type(part).__annotations__
    yield from (
        getattr(part, slot.attr)
        for slot in spec(type(part)).slots
        if slot.attr in own and slot.attr != "total"
    )
