"""Block 5, care for what is under way: meetings, expectations, concerns, alarms, investment (M52 to M65)."""

from kamc.analysis.alarms import danger_rank
from kamc.brief.given import Given, alive, labelled, notes, shown_date, text, word
from kamc.brief.knowledge import said_or
from kamc.brief.shown import Cell, Fact, Mark, Piece, Table, Value, facts, joined, table
from kamc.model.actions import Meeting
from kamc.model.care import Alarm, Concern, Expectation
from kamc.model.values import each
from kamc.speech.format import sentence, words


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
    questions = ((text(it.ask), given.who(it.to), text(it.learn)) for it in one.questions)
    kind = joined((str(given.due(one.date, is_open=one.is_open)), str(word(one.kind))))
    return Gathering(
        title=str(said_or(one, text(one.what))) or "Meeting",
        line=Cell(kind, given.life(one)),
        facts=facts(
            (
                ("With", given.who(one.with_)),
                ("Ours", given.who(one.team)),
                ("About", given.who(one.about_)),
                ("To validate", text(one.validate)),
                ("Result", text(one.result)),
                ("Leads to", given.who(one.leads_to)),
            )
        ),
        objectives=each(one.objectives),
        agenda=each(one.agenda),
        questions=table("Questions to go deep with", "We ask | Whom | To learn", questions),
        next_steps=each(one.next_steps),
    )


def expectations(given: Given) -> Table:
    """What they expect of us, solution or relationship (M58)."""
    rows = (
        (Cell(said_or(one, text(one.what)), (*given.life(one), *notes(one)), lead=True), *_held(given, one))
        for _, one in alive(given.plan.account_plan.expectations)
    )
    return table("", "Expectation | Whose | About | What we do", rows)


def _held(given: Given, one: Expectation | Concern | Alarm) -> tuple[Value, Value, Value]:
    return given.who(one.whose), given.who(one.about_), given.who(one.leads_to)


def concerns(given: Given) -> Table:
    """What they worry about, with our answer (M58)."""
    rows = (
        (
            Cell(said_or(one, text(one.what)), (*given.life(one), *_checked(one), *notes(one)), lead=True),
            given.who(one.whose),
            joined((str(text(one.answer)), labelled("→", given.names.listed(one.leads_to))), " "),
            given.who(one.owner),
            given.due(one.by, is_open=one.is_open),
        )
        for _, one in alive(given.plan.account_plan.concerns)
    )
    return table("", "Concern | Whose | Our answer | Ours | By", rows)


def _checked(one: Concern | Alarm) -> tuple[str, ...]:
    """M52: verify that it is handled."""
    return {"yes": ("checked that it is settled",), "no": ("not yet checked",)}.get(str(one.verified), ())


def alarms(given: Given) -> Table:
    """Signs that we noticed, the dangerous ones first (M52)."""
    rows = (
        (
            Cell(
                said_or(one, text(one.what) or sentence(str(word(one.sign)))),
                (*_sign(one), *given.life(one), *_checked(one), *notes(one)),
                lead=True,
            ),
            Mark("high") if one.danger == "high" and one.is_open else word(one.danger),
            given.who(one.whose),
            joined((str(text(one.treatment)), labelled("→", given.names.listed(one.leads_to))), " "),
            given.who(one.owner),
            given.due(one.by, is_open=one.is_open),
        )
        for _, one in sorted(alive(given.plan.account_plan.alarms), key=_danger)
    )
    return table("", "Alarm | Danger | Whose | What we do | Ours | By", rows)


def _danger(pair: tuple[str, Alarm]) -> tuple[bool, int]:
    return not pair[1].is_open, danger_rank(pair[1])


def _sign(one: Alarm) -> tuple[str, ...]:
    seen = labelled("seen", shown_date(one.seen))
    sign = str(word(one.sign)) if one.sign and one.what else ""
    return tuple(part for part in (sign, seen) if part)


def resources(given: Given) -> Table:
    """What the plan asks for (M65)."""
    rows = (
        (
            Cell(said_or(one, text(one.what)), lead=True),
            words(one.state),
            given.money(one.cost, one.currency),
            _each(one.each),
        )
        for _, one in alive(given.plan.account_plan.investment.resources)
    )
    return table("", "Resource | Status | >Cost | How often", rows)


def _each(value: object) -> str:
    return "once" if value is None else f"each {value}"


def returns(given: Given) -> tuple[Fact, ...]:
    """What it brings, and why here (M65)."""
    one = given.plan.account_plan.investment
    back = one.returns
    amount = joined(
        (
            str(given.money(back.margin, back.currency)),
            _each(back.each) if back.each else "",
            labelled("by", shown_date(back.by)),
        ),
        " ",
    )
    return facts(
        (
            ("It brings", said_or(back, amount)),
            ("And", text(back.what)),
            ("Why here", text(one.instead_of)),
        )
    )
