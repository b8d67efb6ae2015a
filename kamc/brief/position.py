"""Where we stand, in a few figures: health with its reasons, closeness, wallet, sales, open space.

Each with its unit, its meaning, and how it moved since the quarter before, where there is a plan of that.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

import msgspec

from kamc.analysis.closeness import Position, intent, positions
from kamc.analysis.health import SIGNS, Word, health
from kamc.analysis.margin import contribution, latest
from kamc.brief.given import Given
from kamc.brief.shown import Piece, Shown, Signed
from kamc.brief.space import count
from kamc.brief.wallet import share
from kamc.model.period import period
from kamc.model.values import known
from kamc.speech import message
from kamc.speech.format import sentence

UP, DOWN = "↑", "↓"
GRADES: Mapping[Word, Signed] = {
    "green": Signed(SIGNS["green"], message("Green"), "good"),
    "amber": Signed(SIGNS["amber"], message("Amber"), "warn"),
    "red": Signed(SIGNS["red"], message("Red"), "bad"),
}
TENTH = Decimal("0.1")


class Standing(Piece, frozen=True, kw_only=True):
    """A figure: what it is called, its value, what it means, and how it moved."""

    name: str
    value: Shown | Signed
    meaning: tuple[str, ...] = ()
    moved: Signed = Signed("", "")


def standing(given: Given) -> tuple[Standing, ...]:
    """Where we stand; a figure of which the plan says nothing is absent."""
    return tuple(_standing(given, _before(given)))


def _before(given: Given) -> Given | None:
    """The quarter before, as it stood on its last day."""
    if given.earlier is None:
        return None
    quarter = period(given.earlier.plan.period)
    day = quarter.last_day(given.run.fiscal_year_start) if quarter else given.run.as_of
    run = msgspec.structs.replace(given.run, as_of=day)
    return msgspec.structs.replace(given, view=given.earlier, earlier=None, run=run)


def _standing(given: Given, before: Given | None) -> Iterator[Standing]:
    yield from _health(given, before)
    yield from _closeness(given, before)
    yield from _wallet(given, before)
    yield from _sales(given)
    yield from _space(given, before)


def _quarter(given: Given) -> str:
    return given.speech.quarter(known(given.plan.period) or "")


def _moved(given: Given, before: Given, by: Decimal, word: str) -> Signed:
    """A change for the better or the worse; none is said, too."""
    if not by:
        return Signed("", given.speech.say("as in {quarter}", quarter=_quarter(before)))
    return Signed(UP, word, "good") if by > 0 else Signed(DOWN, word, "bad")


def _health(given: Given, before: Given | None) -> Iterator[Standing]:
    found, say = _scored(given), given.speech.say
    if found is None:
        return
    word, score, reasons = found
    name = say("Health")
    if score is None or word == "unknown":
        yield Standing(name=name, value=given.unknown, meaning=reasons or (say("too little is known"),))
        return
    sign = GRADES[word]
    value = say("{word}, {score} of 100", word=say(sign.word), score=given.speech.number(score))
    then = _scored(before) if before else None
    moved = Signed("", "")
    if before and then and then[1] is not None:
        was = given.speech.number(then[1])
        told = say("{score} in {quarter}", score=was, quarter=_quarter(before))
        moved = _moved(given, before, score - then[1], told)
    yield Standing(name=name, value=Signed(sign.sign, value, sign.tone), meaning=reasons, moved=moved)


def _scored(given: Given) -> tuple[Word, Decimal | None, tuple[str, ...]] | None:
    found = health(given.view, given.run.as_of, given.run.health)
    return (found.word, found.score, tuple(map(given.speech.tell, found.why))) if found else None


def _closeness(given: Given, before: Given | None) -> Iterator[Standing]:
    one, say, word = _scale(given), given.speech.say, given.speech.word
    if one is None:
        return
    wish = intent(given.view)
    theirs = say("they wish: {level}", level=word(wish.theirs)) if wish and wish.theirs else ""
    wanted = say("wanted: {step}", step=word(str(one.wanted))) if one.wanted else ""
    then = _scale(before, one.scale) if before else None
    moved = Signed("", "")
    if before and then:
        told = say("{step} in {quarter}", step=word(str(then.now)), quarter=_quarter(before))
        moved = Signed("", told) if then.now != one.now else _moved(given, before, Decimal(0), "")
    yield Standing(
        name=say("Closeness"),
        value=sentence(word(str(one.now))),
        meaning=tuple(part for part in (wanted, theirs) if part),
        moved=moved,
    )


def _scale(given: Given, wanted: str = "") -> Position | None:
    """The scale of closeness that the plan places itself on in words; `wanted` where it is a certain one."""
    told = [one for one in positions(given.view) or () if isinstance(one.now, str)]
    return next((one for one in told if wanted in {"", one.scale}), None)


def _wallet(given: Given, before: Given | None) -> Iterator[Standing]:
    found, then, say = share(given), share(before) if before else None, given.speech.say
    if found is None:
        return
    of = say("ours of {spend} that they spend a year", spend=found.spend)
    moved = Signed("", "")
    if before and then:
        by = found.percent.quantize(TENTH) - then.percent.quantize(TENTH)
        points = given.speech.number(abs(by))
        since = {"points": points, "quarter": _quarter(before)}
        told = given.speech.count(
            int(abs(by)) if abs(by) == 1 else 2,
            "{points} point since {quarter}",
            "{points} points since {quarter}",
            **since,
        )
        moved = _moved(given, before, by, told)
    yield Standing(
        name=say("Share of wallet"), value=given.speech.percent(found.percent), meaning=(of,), moved=moved
    )


def _sales(given: Given) -> Iterator[Standing]:
    """Our sales in the last year that is over, against the year before: no quarter has sales of its own."""
    results, say = given.plan.account_as_market.results, given.speech.say
    found = latest(results)
    if found is None:
        return
    year, one = found
    sales, left = known(one.sales), contribution(one)
    if sales is None:
        return
    currency = known(one.currency) or given.currency
    margin = given.speech.percent(left * 100 / sales) if left is not None and sales else ""
    old = results.get(str(int(year) - 1)) if year.isdecimal() else None
    base = known(old.sales) if old and (known(old.currency) or given.currency) == currency else None
    moved = Signed("", "")
    if base:
        by = ((sales - base) * 100 / base).quantize(Decimal(1))
        told = say("{percent} on {year}", percent=given.speech.percent(abs(by)), year=str(int(year) - 1))
        still = Signed("", say("as in {quarter}", quarter=str(int(year) - 1)))
        moved = (Signed(UP, told, "good") if by > 0 else Signed(DOWN, told, "bad")) if by else still
    yield Standing(
        name=say("Sales in {year}", year=year),
        value=given.speech.money(sales, currency),
        meaning=(say("contribution margin {percent}", percent=margin),) if margin else (),
        moved=moved,
    )


def _space(given: Given, before: Given | None) -> Iterator[Standing]:
    found, then, say = count(given), count(before) if before else None, given.speech.say
    if found is None or not found.open:
        return
    serving = (
        given.speech.count(
            found.aligned,
            "{n} serves a success factor, {spend} a year",
            "{n} serve a success factor, {spend} a year",
            spend=found.aligned_spend,
        )
        if found.aligned_spend
        else given.speech.count(found.aligned, "{n} serves a success factor", "{n} serve a success factor")
        if found.aligned
        else say("none serves a success factor yet")
    )
    moved = Signed("", "")
    if before and then:
        told = say("{n} open in {quarter}", n=then.open, quarter=_quarter(before))
        moved = Signed("", told) if then.open != found.open else _moved(given, before, Decimal(0), "")
    yield Standing(
        name=say("Open space"),
        value=say("{n} of {all} open", n=found.open, all=found.squares),
        meaning=(serving,),
        moved=moved,
    )
