"""Money in the portfolio brief: how sales concentrate, the pipeline, the open space (M15, M49, M56)."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from kamc.analysis.pooled import Funnel, Room, in_base, room
from kamc.analysis.portfolio import Concentration, Curve
from kamc.analysis.standing import Space, Standing
from kamc.analysis.sums import Sum, percent
from kamc.brief.portfolio.accounts import not_known
from kamc.brief.portfolio.given import MORE_ACCOUNTS, MOST, Made, Part, more
from kamc.brief.shown import Cell, Mark, Piece, Shown, Value, joined, table
from kamc.speech import Speech, message
from kamc.speech.format import sentence

MOST_OF_SALES = 80
SERVE = message("Open cells in line serve one of the customer’s success factors: the best places to grow.")
MOST_CURVES = 3
FEW = 12
"""Up to so many accounts each is a point of a curve."""


class Drawn(Piece, frozen=True, kw_only=True):
    """A curve of concentration: shares so far in percent, by account."""

    title: str
    story: str
    caption: str
    across: str
    up: str
    ticks: tuple[str, str, str]
    """Nothing, half and all of it, on both axes."""
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
    speech, unknown = made.speech, len(known.unknown)
    none = speech.count(unknown, "Of {n} account no sales are known.", "Of {n} accounts no sales are known.")
    curves = known.curves
    return Concentrated(
        said=(
            *(_sentence(one, speech, alone=len(curves) == 1) for one in curves),
            *((none,) * bool(unknown)),
        ),
        curves=tuple(
            _drawn(one, made) for one in curves[:MOST_CURVES] if len(one.points) > 1 and _shares(one)
        ),
        tables=tuple(_sold(one, made) for one in curves[:MOST_CURVES]),
    )


def _shares(curve: Curve) -> bool:
    return curve.points[-1].sales_so_far is not None


def _sentence(curve: Curve, speech: Speech, *, alone: bool) -> str:
    """As in `2 of 5 accounts bring 80 % of sales; key accounts bring 97 %`."""
    count, held, say = curve.reaching(MOST_OF_SALES), len(curve.points), speech.say
    sales = _sales(curve, speech, alone=alone)
    if held == 1:
        return say("One account has {sales}.", sales=sales)
    if count is None:
        return say(
            "Shares of the {sales} are not known: they add up to nothing, or one is below zero.", sales=sales
        )
    told = {"all": held, "sales": sales, "share": speech.percent(Decimal(MOST_OF_SALES))}
    if curve.by_key_accounts is None:
        return speech.count(
            count,
            "{n} of {all} accounts brings {share} of {sales}.",
            "{n} of {all} accounts bring {share} of {sales}.",
            **told,
        )
    return speech.count(
        count,
        "{n} of {all} accounts brings {share} of {sales}; key accounts bring {key}.",
        "{n} of {all} accounts bring {share} of {sales}; key accounts bring {key}.",
        key=speech.percent(curve.by_key_accounts),
        **told,
    )


def _sales(curve: Curve, speech: Speech, *, alone: bool) -> str:
    """What a curve is about; with its currency, where there are several."""
    if alone:
        return speech.say("sales")
    if not curve.currency:
        return speech.say("sales in no currency")
    return speech.say("sales in {currency}", currency=curve.currency)


def _drawn(curve: Curve, made: Made) -> Drawn:
    speech, names = made.speech, {one.account: one.name for one in made.held}
    count = curve.reaching(MOST_OF_SALES) or 1
    at = curve.points[count - 1]
    sales = _sales(curve, speech, alone=not curve.currency)
    return Drawn(
        title=speech.say("How {sales} concentrate", sales=sales),
        story=_sentence(curve, speech, alone=False),
        caption=speech.say(
            "{sales}: the curve: sales of the largest accounts so far · dotted: as if all bought the same",
            sales=sentence(sales),
        ),
        across=speech.say("accounts, the largest first"),
        up=speech.say("sales"),
        ticks=(speech.percent(Decimal(0)), speech.percent(Decimal(50)), speech.percent(Decimal(100))),
        points=tuple((one.accounts_so_far, one.sales_so_far or Decimal(0)) for one in curve.points),
        key=(at.accounts_so_far, at.sales_so_far or Decimal(0)),
        key_words=speech.count(
            count,
            "{n} account: {share}",
            "{n} accounts: {share}",
            share=speech.percent(at.sales_so_far or Decimal(0)),
        ),
        names=tuple(names[one.account] for one in curve.points) if len(curve.points) <= FEW else (),
    )


def _sold(curve: Curve, made: Made) -> Part:
    speech, by_id = made.speech, {one.account: one for one in made.held}
    rows = (
        (
            made.name(by_id[one.account]),
            Cell(
                speech.money(one.sales.amount, one.sales.currency),
                (speech.money(one.sales.original, one.sales.original_currency),) if one.sales.rate else (),
            ),
            one.year,
            "" if one.share is None else speech.percent(one.share),
            "" if one.sales_so_far is None else speech.percent(one.sales_so_far),
        )
        for one in curve.points[:MOST]
    )
    heads = " | ".join(
        (
            speech.say("Account"),
            ">" + speech.say("Sales"),
            ">" + speech.say("Year"),
            ">" + speech.say("Share"),
            ">" + speech.say("So far"),
        )
    )
    return Part(
        table=table("", heads, rows), more=more(speech, len(curve.points), MORE_ACCOUNTS, "kamc export")
    )


def pipeline(flow: Funnel | None, speech: Speech) -> Part:
    """The pipeline by stage (M56)."""
    if flow is None:
        return Part()
    steps, say = (*flow.steps, flow.total), speech.say
    rows = (
        (
            Cell(sentence(speech.word(one.stage)) if one.stage else say("All"), lead=True),
            str(one.count),
            str(one.accounts),
            _summed(one.value, speech),
            _summed(one.weighted, speech),
        )
        for one in steps
    )
    late = speech.count(
        flow.overdue,
        "Of {n} the day of their decision has passed",
        "Of {n} the day of their decision has passed",
    )
    said: tuple[Shown, ...] = (Mark(late),) if flow.overdue else ()
    heads = " | ".join(
        (
            say("Stage"),
            ">" + say("Opportunities"),
            ">" + say("Accounts"),
            ">" + say("Value"),
            ">" + say("Weighted"),
        )
    )
    return Part(said=said, table=table(say("Over the term of what they would buy"), heads, rows))


def _summed(sums: Sequence[Sum], speech: Speech) -> Value:
    """Money by currency, with how many of the amounts are known."""
    of, known = sum(one.of for one in sums), sum(one.known for one in sums)
    notes = (speech.say("{known} of {all} known", known=known, all=of),) if known < of else ()
    return Cell(money(sums, speech) or (not_known(speech) if of else ""), notes)


def money(sums: Iterable[Sum], speech: Speech) -> str:
    """What is known of some sums, each in its currency."""
    return joined((speech.money(one.amount, one.currency) for one in sums if one.amount is not None), " + ")


def space(made: Made) -> Part:
    """Accounts by what they spend in open cells that serve a success factor, the most first."""
    held = [(place, one, one.space) for place, one in enumerate(made.held) if one.space]
    if not held:
        return Part()
    speech, found = made.speech, room(made.held, made.asked.rates, made.currency)

    def key(row: tuple[int, Standing, Space]) -> tuple[Decimal, int]:
        place, _, space = row
        return -(in_base(space.aligned_spend, made.asked.rates).amount or Decimal(0)), place

    order = sorted(held, key=key)
    rows = [_roomy(made.name(one), space, speech) for _, one, space in order[:MOST]]
    if found and len(held) > 1:
        rows.append(_all_of_it(found, speech))
    heads = " | ".join(
        (
            speech.say("Account"),
            ">" + speech.say("Ours"),
            ">" + speech.say("Penetration"),
            ">" + speech.say("Open cells"),
            ">" + speech.say("In line"),
            ">" + speech.say("Competitors lead"),
            ">" + speech.say("To defend"),
        )
    )
    return Part(
        said=(speech.say(SERVE),),
        table=table(speech.say("Money is what is sold and spent there in a year"), heads, rows),
        more=more(speech, len(held), MORE_ACCOUNTS, "kamc export"),
    )


def _all_of_it(found: Room, speech: Speech) -> tuple[Value, ...]:
    return (
        Cell(speech.say("All"), lead=True),
        _summed(found.sales, speech),
        _share(found.penetration, speech),
        str(found.open),
        _cells(found.aligned, found.aligned_spend, speech),
        _cells(found.led, found.led_spend, speech),
        str(found.to_defend),
    )


def _roomy(name: Cell, space: Space, speech: Speech) -> tuple[Value, ...]:
    return (
        name,
        _summed((space.sales,), speech),
        _share(percent(space.ours, space.wanted), speech),
        str(space.open),
        _cells(space.aligned, (space.aligned_spend,), speech),
        _cells(space.led, (space.led_spend,), speech),
        str(space.to_defend),
    )


def _cells(count: int, spent: Sequence[Sum], speech: Speech) -> Value:
    """How many cells, and what they spend there a year; of some of them it may not be known."""
    known, of = sum(one.known for one in spent), sum(one.of for one in spent)
    if not count:
        return Cell("0")
    if not known:
        return Cell(str(count), (speech.say("spend not known"),))
    told = money(spent, speech)
    in_some = speech.count(known, "{money} in {n} of them", "{money} in {n} of them", money=told)
    return Cell(str(count), (in_some if known < of else told,))


def _share(value: Decimal | None, speech: Speech) -> str:
    return "" if value is None else speech.percent(value)
