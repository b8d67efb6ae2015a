"""Value delivered: objectives against their plan and the quarter before, results, what was done."""

from decimal import ROUND_HALF_UP, Decimal

from kamc.analysis.margin import contribution
from kamc.analysis.objectives import Course, Economic, objectives
from kamc.analysis.sums import percent
from kamc.brief.days import called
from kamc.brief.given import Given, alive, by_date
from kamc.brief.shown import Cell, Mark, Part, Piece, Shown, Table, Tone, Value, table
from kamc.model.actions import Activity
from kamc.model.goals import Objective
from kamc.model.values import Measure, Quantity, When, known
from kamc.model.wallet import Result

OVER = 5
"""So many percent beyond either end of its line an objective is still shown."""


class Way(Piece, frozen=True, kw_only=True):
    """An objective on its way: places in percent from baseline (0) to target (100), with their amounts."""

    name: str
    start: str
    target: str
    now: int
    now_text: str
    tone: Tone
    before: int | None = None
    before_text: str = ""
    expected: int | None = None
    expected_text: str = ""


class Ways(Piece, frozen=True, kw_only=True):
    """The figure of the objectives, with its words."""

    heading: str = ""
    key: str = ""
    ways: tuple[Way, ...] = ()


def economic(given: Given) -> tuple[Economic, ...]:
    """How the economic objectives stand on the day."""
    found = objectives(given.priced, given.run.as_of, given.run.fiscal_year_start)
    return found.economic if found else ()


def value(given: Given) -> Part:
    """Objectives against their plan and the quarter before, people to win, and the years."""
    say = given.speech.say
    tables = tuple(one for one in (_objectives(given), _people(given), _results(given)) if one)
    return Part(tables=tables) if tables else Part(say=say("The plan has no objective and no result yet."))


def _objectives(given: Given) -> Table:
    say, held = given.speech.say, given.plan.account_plan.objectives
    rows = (_objective(given, one, held[one.id]) for one in sorted(economic(given), key=_has_ended))
    heads = (
        say("Objective"),
        ">" + say("From"),
        ">" + say("Last quarter"),
        ">" + say("Now"),
        ">" + say("Expected by now"),
        ">" + say("Target"),
        say("By"),
    )
    return table(say("Plan, expected path, and where we are"), " | ".join(heads), rows)


def _has_ended(one: Economic) -> bool:
    return one.state != "open"


def _objective(given: Given, one: Economic, entry: Objective) -> tuple[Value, ...]:
    return (
        Cell(called(given, one.id, entry), (*_course(given, one.course), *given.life(entry)), lead=True),
        _amount(given, entry, entry.baseline),
        _amount(given, entry, _before(given, one.id)),
        _amount(given, entry, entry.now),
        _expected(given, one, entry),
        _amount(given, entry, entry.target),
        given.due(entry.by, is_open=entry.is_open),
    )


def _course(given: Given, course: Course | None) -> tuple[Shown, ...]:
    say = given.speech.say
    if course is None:
        return ()
    return (
        {
            "ahead": Mark(say("ahead"), "good"),
            "on-course": Mark(say("on course"), "good"),
            "behind": Mark(say("behind")),
        }[course],
    )


def _before(given: Given, id: str) -> Measure:
    """Where an objective was in the quarter before."""
    one = given.earlier.plan.account_plan.objectives.get(id) if given.earlier else None
    return one.now if one else None


def _expected(given: Given, one: Economic, entry: Objective) -> Shown:
    """Where it should be, to three digits of the way: what is only expected pretends to no more."""
    amount, gain = one.expected, one.figures.gain
    if amount is not None and gain:
        amount = amount.quantize(Decimal(1).scaleb(gain.adjusted() - 2), ROUND_HALF_UP)
    return _amount(given, entry, Quantity(amount) if amount is not None else None)


def _amount(given: Given, one: Objective, value: Measure) -> Shown:
    is_money = one.measure in {None, "sales", "margin", "price"} and one.unit is None
    currency = (known(one.currency) or given.currency) if is_money else ""
    return given.quantity(value, one.unit, currency)


def _people(given: Given) -> Table:
    """The people whom we wanted to win."""
    say = given.speech.say
    rows = (
        (
            Cell(called(given, id, one), given.life(one), lead=True),
            given.who(one.people),
            given.due(one.by, is_open=one.is_open),
        )
        for id, one in alive(given.plan.account_plan.objectives)
        if one.kind == "political"
    )
    return table(say("People"), " | ".join((say("Objective"), say("Who"), say("By"))), rows)


def _results(given: Given) -> Table:
    """The years, with what the plan of the quarter before said of them."""
    say = given.speech.say
    before = given.earlier.plan.account_as_market.results if given.earlier else {}
    held = sorted(given.plan.account_as_market.results.items())
    rows = (_year(given, year, one, before.get(year)) for year, one in held)
    heads = (
        say("Year"),
        ">" + say("Net sales"),
        ">" + say("In the plan of last quarter"),
        ">" + say("Contribution margin"),
    )
    return table(say("Sales and what they left us"), " | ".join(heads), rows)


def _year(given: Given, year: str, one: Result, before: Result | None) -> tuple[Value, ...]:
    left, sales = contribution(one), known(one.sales)
    share = percent(left, sales) if left is not None and sales else None
    return (
        Cell(year, (given.speech.say("expected"),) if one.basis == "expected" else (), lead=True),
        given.money(one.sales, one.currency),
        given.money(before.sales, before.currency) if before else "",
        given.speech.percent(share) if share is not None else "",
    )


def ways(given: Given) -> Ways:
    """The open objectives whose place on the way is known."""
    say, held = given.speech.say, given.plan.account_plan.objectives
    found = (_way(given, one, held[one.id]) for one in economic(given) if one.state == "open")
    return Ways(
        heading=say("Objectives on their way"),
        key=say(
            "● now · ○ last quarter · ▏where we should be by now; each line runs from the start to the target"
        ),
        ways=tuple(one for one in found if one is not None),
    )


def _way(given: Given, one: Economic, entry: Objective) -> Way | None:
    figures = one.figures
    now = _place(one, figures.now)
    if now is None:
        return None
    was, expected = _before(given, one.id), _place(one, one.expected)
    before = _place(one, was.amount) if isinstance(was, Quantity) and was.unit in {"", figures.unit} else None
    tones: dict[Course | None, Tone] = {"ahead": "good", "on-course": "good", "behind": "bad", None: "open"}
    return Way(
        name=called(given, one.id, entry),
        start=str(_amount(given, entry, entry.baseline)),
        target=str(_amount(given, entry, entry.target)),
        now=now,
        now_text=str(_amount(given, entry, entry.now)),
        tone=tones[one.course],
        before=before,
        before_text=str(_amount(given, entry, was)) if before is not None else "",
        expected=expected,
        expected_text=str(_expected(given, one, entry)) if expected is not None else "",
    )


def _place(one: Economic, value: Decimal | None) -> int | None:
    """Where an amount stands between baseline and target, in percent; kept on the line."""
    figures = one.figures
    if value is None or figures.baseline is None:
        return None
    way = percent(value - figures.baseline, figures.gain)
    return None if way is None else min(max(round(way), -OVER), 100 + OVER)


def delivered(given: Given) -> Table:
    """What was done in the quarter, and what came of it for them."""
    say = given.speech.say
    rows = (
        (
            Cell(called(given, id, one), lead=True),
            given.speech.when(one.ended) if isinstance(one.ended, When) else "",
            given.who(one.answers),
            given.text(one.result),
        )
        for id, one in by_date(_new_ends(given), "ended")
    )
    heads = (say("Done"), say("When"), say("Helps with"), say("What came of it"))
    return table("", " | ".join(heads), rows)


def _new_ends(given: Given) -> list[tuple[str, Activity]]:
    """Activities that were not yet done in the quarter before."""
    before = given.earlier.plan.account_plan.activities if given.earlier else {}
    return [
        (id, one)
        for id, one in given.plan.account_plan.activities.items()
        if one.state == "done" and not (id in before and before[id].state == "done")
    ]
