"""Money in the portfolio brief: how sales concentrate, the pipeline, the open space (M15, M49, M56)."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from kamc.analysis.pooled import Funnel, Room, in_base, room
from kamc.analysis.portfolio import Concentration, Curve
from kamc.analysis.standing import Space, Standing
from kamc.analysis.sums import Sum, percent
from kamc.brief.portfolio.given import MOST, Made, Part, more
from kamc.brief.shown import OPEN, Cell, Mark, Piece, Shown, Value, joined, table
from kamc.speech import format as fmt
from kamc.words import counted

MOST_OF_SALES = 80
MOST_CURVES = 3
FEW = 12
"""Up to so many accounts each is a point of a curve."""


class Drawn(Piece, frozen=True, kw_only=True):
    """A curve of concentration: shares so far in percent, by account."""

    currency: str
    story: str
    points: tuple[tuple[Decimal, Decimal], ...]
    """Share of the accounts, and of the sales."""
    key: tuple[Decimal, Decimal]
    """Where most of the sales are reached."""
    key_words: str
    names: tuple[str, ...]
    """Of the accounts, where they are few enough for each to be a point."""


class Concentrated(Piece, frozen=True, kw_only=True):
    """How sales concentrate: sentences, curves, and the accounts behind them."""

    said: tuple[str, ...] = ()
    curves: tuple[Drawn, ...] = ()
    tables: tuple[Part, ...] = ()


def concentrated(made: Made, known: Concentration | None) -> Concentrated:
    """How few accounts bring most of the sales (M15)."""
    if known is None:
        return Concentrated()
    names = {one.account: one.name for one in made.held}
    unknown = len(known.unknown)
    said = (f"Of {counted(unknown, 'account')} no sales are known.",) if unknown else ()
    curves = known.curves
    return Concentrated(
        said=(*(_sentence(one, alone=len(curves) == 1) for one in curves), *said),
        curves=tuple(
            _drawn(one, names) for one in curves[:MOST_CURVES] if len(one.points) > 1 and _shares(one)
        ),
        tables=tuple(_sold(one, names) for one in curves[:MOST_CURVES]),
    )


def _shares(curve: Curve) -> bool:
    return curve.points[-1].sales_so_far is not None


def _sentence(curve: Curve, *, alone: bool) -> str:
    """As in `2 of 5 accounts bring 80 % of sales; key accounts bring 97 %`."""
    count, held = curve.reaching(MOST_OF_SALES), len(curve.points)
    within = "" if alone else f" in {curve.currency or 'no currency'}"
    if held == 1:
        return f"One account has sales{within}."
    if count is None:
        return f"Shares of the sales{within} are not known: they add up to nothing, or one is below zero."
    key = curve.by_key_accounts
    listed = f"; key accounts bring {fmt.percent(key)}" if key is not None else ""
    bring = "brings" if count == 1 else "bring"
    return f"{count} of {counted(held, 'account')} {bring} {MOST_OF_SALES}\u00a0% of sales{within}{listed}."


def _drawn(curve: Curve, names: dict[str, str]) -> Drawn:
    count = curve.reaching(MOST_OF_SALES) or 1
    at = curve.points[count - 1]
    return Drawn(
        currency=curve.currency,
        story=_sentence(curve, alone=False),
        points=tuple((one.accounts_so_far, one.sales_so_far or Decimal(0)) for one in curve.points),
        key=(at.accounts_so_far, at.sales_so_far or Decimal(0)),
        key_words=f"{counted(count, 'account')}: {fmt.percent(at.sales_so_far or Decimal(0))}",
        names=tuple(names[one.account] for one in curve.points) if len(curve.points) <= FEW else (),
    )


def _sold(curve: Curve, names: dict[str, str]) -> Part:
    rows = (
        (
            Cell(names[one.account], lead=True),
            Cell(
                fmt.money(one.sales.amount, one.sales.currency),
                (fmt.money(one.sales.original, one.sales.original_currency),) if one.sales.rate else (),
            ),
            one.year,
            "" if one.share is None else fmt.percent(one.share),
            "" if one.sales_so_far is None else fmt.percent(one.sales_so_far),
        )
        for one in curve.points[:MOST]
    )
    heads = "Account | >Sales | >Year | >Share | >So far"
    return Part(table=table("", heads, rows), more=more(len(curve.points), "account", "kamc export"))


def pipeline(flow: Funnel | None) -> Part:
    """The pipeline by stage (M56)."""
    if flow is None:
        return Part()
    steps = (*flow.steps, flow.total)
    rows = (
        (
            Cell(fmt.sentence(fmt.words(one.stage)) if one.stage else "All", lead=True),
            str(one.count),
            str(one.accounts),
            _summed(one.value),
            _summed(one.weighted),
        )
        for one in steps
    )
    late = flow.overdue
    said: tuple[Shown, ...] = (Mark(f"Of {late} the day of their decision has passed"),) if late else ()
    heads = "Stage | >Opportunities | >Accounts | >Value | >Weighted"
    return Part(said=said, table=table("Over the term of what they would buy", heads, rows))


def _summed(sums: Sequence[Sum]) -> Value:
    """Money by currency, with how many of the amounts are known."""
    of, known = sum(one.of for one in sums), sum(one.known for one in sums)
    notes = (f"{known} of {of} known",) if known < of else ()
    return Cell(money(sums) or (OPEN if of else ""), notes)


def money(sums: Iterable[Sum]) -> str:
    """What is known of some sums, each in its currency."""
    return joined((fmt.money(one.amount, one.currency) for one in sums if one.amount is not None), " + ")


def space(made: Made) -> Part:
    """Accounts by what they spend in open cells that serve a success factor, the most first."""
    held = [(place, one, one.space) for place, one in enumerate(made.held) if one.space]
    if not held:
        return Part()
    found = room(made.held, made.asked.rates, made.currency)

    def key(row: tuple[int, Standing, Space]) -> tuple[Decimal, int]:
        place, _, space = row
        return -(in_base(space.aligned_spend, made.asked.rates).amount or Decimal(0)), place

    order = sorted(held, key=key)
    rows = [_roomy(one.name, space) for _, one, space in order[:MOST]]
    if found and len(held) > 1:
        rows.append(_all_of_it(found))
    heads = "Account | >Ours | >Penetration | >Open cells | >In line | >Competitors lead | >To defend"
    return Part(
        said=("Open cells in line serve one of the customer’s success factors: the best places to grow.",),
        table=table("Money is what is sold and spent there in a year", heads, rows),
        more=more(len(held), "account", "kamc export"),
    )


def _all_of_it(found: Room) -> tuple[Value, ...]:
    return (
        Cell("All", lead=True),
        _summed(found.sales),
        _share(found.penetration),
        str(found.open),
        _cells(found.aligned, found.aligned_spend),
        _cells(found.led, found.led_spend),
        str(found.to_defend),
    )


def _roomy(name: str, space: Space) -> tuple[Value, ...]:
    return (
        Cell(name, lead=True),
        _summed((space.sales,)),
        _share(percent(space.ours, space.wanted)),
        str(space.open),
        _cells(space.aligned, (space.aligned_spend,)),
        _cells(space.led, (space.led_spend,)),
        str(space.to_defend),
    )


def _cells(count: int, spent: Sequence[Sum]) -> Value:
    """How many cells, and what they spend there a year; of some of them it may not be known."""
    known, of = sum(one.known for one in spent), sum(one.of for one in spent)
    told = joined((money(spent), f"in {known} of them" if known < of else ""), " ")
    return Cell(str(count), (told if known else "spend not known",) if count else ())


def _share(value: Decimal | None) -> str:
    return "" if value is None else fmt.percent(value)
