"""Block 5, care for what is under way: meetings, expectations, concerns, alarms, investment (M52 to M65)."""

from kamc.analysis.alarms import danger_rank
from kamc.brief.given import Given, alive
from kamc.brief.shown import Cell, Fact, Mark, Piece, Shown, Table, Value, facts, joined
from kamc.model.actions import Meeting
from kamc.model.care import Alarm, Concern, Expectation
from kamc.model.values import Text, each
from kamc.speech import message
from kamc.speech.format import sentence


class Gathering(Piece, frozen=True, kw_only=True):
    """A meeting that is prepared, or what came of it."""

    title: str
    line: Value
    facts: tuple[Fact, ...] = ()
    objectives: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    questions: Table = Table()
    next_steps: tuple[str, ...] = ()


def meeting(given: Given, one: Meeting) -> Gathering:
    """A meeting as its brief needs it (M61)."""
    questions = ((given.text(it.ask), given.who(it.to), given.text(it.learn)) for it in one.questions)
    say = given.speech.say
    kind = joined((str(given.due(one.date, is_open=one.is_open)), str(given.word(one.kind))))
    return Gathering(
        title=str(given.what(one)) or say("Meeting"),
        line=Cell(kind, given.life(one)),
        facts=facts(
            (
                (say("With"), given.who(one.with_)),
                (say("Ours"), given.who(one.team)),
                (say("About"), given.who(one.about_)),
                (say("To validate"), given.text(one.validate)),
                (say("Result"), given.text(one.result)),
                (say("Leads to"), given.who(one.leads_to)),
            )
        ),
        objectives=each(one.objectives),
        agenda=each(one.agenda),
        questions=given.table(say("Questions to go deep with"), "We ask | Whom | To learn", questions),
        next_steps=each(one.next_steps),
    )


def expectations(given: Given) -> Table:
    """What they expect of us, solution or relationship (M58)."""
    rows = (
        (
            given.lead(one),
            *_held(given, one),
        )
        for _, one in alive(given.plan.account_plan.expectations)
    )
    return given.table("", "Expectation | Whose | About | What we do", rows)


def _held(given: Given, one: Expectation | Concern | Alarm) -> tuple[Value, Value, Value]:
    return given.who(one.whose), given.who(one.about_), given.who(one.leads_to)


def concerns(given: Given) -> Table:
    """What they worry about, with our answer (M58)."""
    rows = (
        (
            given.lead(one, *_checked(given, one)),
            given.who(one.whose),
            joined((str(given.text(one.answer)), _leads(given, one)), " "),
            given.who(one.owner),
            given.due(one.by, is_open=one.is_open),
        )
        for _, one in alive(given.plan.account_plan.concerns)
    )
    return given.table("", "Concern | Whose | Our answer | Ours | By", rows)


def _leads(given: Given, one: Concern | Alarm) -> str:
    names = given.names.listed(one.leads_to)
    return f"→ {names}" if names else ""


def _checked(given: Given, one: Concern | Alarm) -> tuple[str, ...]:
    """M52: verify that it is handled."""
    say = given.speech.say
    told = {"yes": (say("checked that it is settled"),), "no": (say("not yet checked"),)}
    return told.get(str(one.verified), ())


def alarms(given: Given) -> Table:
    """Signs that we noticed, the dangerous ones first (M52)."""
    rows = (
        (
            Cell(
                given.said_or(one, given.text(one.what) or sentence(str(given.word(one.sign)))),
                (*_sign(given, one), *given.life(one), *_checked(given, one), *given.notes(one)),
                lead=True,
            ),
            Mark(given.speech.word("high"))
            if one.danger == "high" and one.is_open
            else given.word(one.danger),
            given.who(one.whose),
            joined((str(given.text(one.treatment)), _leads(given, one)), " "),
            given.who(one.owner),
            given.due(one.by, is_open=one.is_open),
        )
        for _, one in sorted(alive(given.plan.account_plan.alarms), key=_danger)
    )
    return given.table("", "Alarm | Danger | Whose | What we do | Ours | By", rows)


def _danger(pair: tuple[str, Alarm]) -> tuple[bool, int]:
    return not pair[1].is_open, danger_rank(pair[1])


def _sign(given: Given, one: Alarm) -> tuple[str, ...]:
    seen = given.phrase("seen {day}", day=given.shown_date(one.seen))
    sign = str(given.word(one.sign)) if one.sign and one.what else ""
    return tuple(part for part in (sign, seen) if part)


def resources(given: Given) -> Table:
    """What the plan asks for (M65)."""
    rows = (
        (
            Cell(given.what(one), lead=True),
            given.speech.word(one.state),
            given.money(one.cost, one.currency),
            _each(given, one.each),
        )
        for _, one in alive(given.plan.account_plan.investment.resources)
    )
    return given.table("", "Resource | Status | >Cost | How often", rows)


EACH = {
    "once": message("once"),
    "month": message("each month"),
    "quarter": message("each quarter"),
    "year": message("each year"),
}
"""How often something is spent or comes back."""


def _each(given: Given, value: Text) -> Shown:
    if value is None or isinstance(value, str):
        return given.speech.say(EACH[value or "once"])
    return given.said(value)


def returns(given: Given) -> tuple[Fact, ...]:
    """What it brings, and why here (M65)."""
    one, say = given.plan.account_plan.investment, given.speech.say
    back = one.returns
    amount, day = str(given.money(back.margin, back.currency)), given.shown_date(back.by)
    if back.each:
        amount = say("{amount} {often}", amount=amount, often=_each(given, back.each)).strip()
    if str(day):
        amount = say("{amount} by {day}", amount=amount, day=day).strip()
    return facts(
        (
            (say("It brings"), given.said_or(back, amount)),
            (say("And"), given.text(back.what)),
            (say("Why here"), given.text(one.instead_of)),
        )
    )
