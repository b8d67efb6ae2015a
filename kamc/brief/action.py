"""Block 5: what we want to reach, what we do and say, and what comes of it (M52 to M65)."""

from kamc.brief.care import Gathering, alarms, concerns, expectations, meeting, resources, returns
from kamc.brief.given import Given, alive, by_date
from kamc.brief.opportunities import Chance, chances, overview
from kamc.brief.shown import Cell, Fact, Piece, Shown, Table, Value, joined, table
from kamc.model.actions import Activity, Communication
from kamc.model.goals import Objective, Strategy
from kamc.model.values import known
from kamc.speech.format import sentence


class Action(Piece, frozen=True, kw_only=True):
    """The account plan proper."""

    journey: Value = ""
    objectives: Table = Table()
    people_objectives: Table = Table()
    strategies: Table = Table()
    quarters: Table = Table()
    opportunities: Table = Table()
    chances: tuple[Chance, ...] = ()
    activities: Table = Table()
    finished: Table = Table()
    communications: Table = Table()
    meetings: tuple[Gathering, ...] = ()
    expectations: Table = Table()
    concerns: Table = Table()
    alarms: Table = Table()
    resources: Table = Table()
    returns: tuple[Fact, ...] = ()


def action(given: Given) -> Action:
    """Block 5 of the brief."""
    plan = given.plan.account_plan
    activities = alive(plan.activities)
    return Action(
        journey=_journey(given),
        objectives=_objectives(given),
        people_objectives=_people_objectives(given),
        strategies=_strategies(given),
        quarters=_quarters(given),
        opportunities=overview(given),
        chances=chances(given),
        activities=_activities(given, [one for one in activities if one[1].is_open]),
        finished=_finished(given, [one for one in activities if not one[1].is_open]),
        communications=_communications(given),
        meetings=tuple(meeting(given, one) for _, one in by_date(alive(plan.meetings), "date")),
        expectations=expectations(given),
        concerns=concerns(given),
        alarms=alarms(given),
        resources=resources(given),
        returns=returns(given),
    )


def _journey(given: Given) -> Value:
    one = given.plan.account_plan.journey
    phase, since = sentence(str(given.word(one.phase))), given.shown_date(one.since)
    whole = given.phrase("{phase} since {day}", phase=phase, day=since)
    head = whole or phase or given.phrase("since {day}", day=since)
    told = given.said_or(one, joined((head, str(given.text(one.why))), ". "))
    return Cell(told, given.notes(one)) if one else ""


def _growth(given: Given, one: Objective) -> tuple[str, ...]:
    return tuple(str(given.word(value)) for value in (one.growth, one.deepens) if value)


def _objectives(given: Given) -> Table:
    held = [one for _, one in alive(given.plan.account_plan.objectives) if one.kind != "political"]
    rows = (
        (
            given.lead(one, *_growth(given, one), *_team(given, one)),
            *(_measured(given, one, value) for value in (one.baseline, one.now, one.target)),
            given.due(one.by, is_open=one.is_open),
        )
        for one in held
    )
    return given.table("", "Objective | >From | >Now | >Target | By", rows)


def _measured(given: Given, one: Objective, value: object) -> Shown:
    is_money = one.measure in {None, "sales", "margin", "price"} and one.unit is None
    currency = (known(one.currency) or given.currency) if is_money else ""
    return given.quantity(value, one.unit, currency)  # type: ignore[arg-type]


def _team(given: Given, one: Objective) -> tuple[str, ...]:
    parts = (
        given.phrase("with {names}", names=given.names.listed(one.team)),
        given.phrase("agreed with {names}", names=given.names.listed(one.agreed_with)),
    )
    return tuple(part for part in parts if part)


def _people_objectives(given: Given) -> Table:
    held = [one for _, one in alive(given.plan.account_plan.objectives) if one.kind == "political"]
    rows = (
        (
            given.lead(one, *_team(given, one)),
            given.who(one.people),
            given.due(one.by, is_open=one.is_open),
        )
        for one in held
    )
    return given.table("", "Objective | Who | By", rows)


def _strategies(given: Given) -> Table:
    rows = (
        (
            Cell(
                given.what(one),
                (*_kind(given, one), *given.life(one), *given.notes(one)),
                lead=True,
            ),
            given.who(one.uses),
            given.who(one.advances),
            given.ours(one.owner),
            given.due(one.by, is_open=one.is_open),
        )
        for _, one in alive(given.plan.account_plan.strategies)
    )
    return given.table("", "Strategy | Builds on | Advances | Led by | By", rows)


def _kind(given: Given, one: Strategy) -> tuple[str, ...]:
    return (str(given.word(one.kind)),) if one.kind else ()


def _quarters(given: Given) -> Table:
    held = [(id, one) for id, one in alive(given.plan.account_plan.strategies) if one.quarters]
    quarters = sorted({key for _, one in held for key in one.quarters})
    rows = (
        (Cell(given.names.of(id), lead=True), *(given.text(one.quarters.get(key)) for key in quarters))
        for id, one in held
    )
    say = given.speech.say
    heads = " | ".join((say("Strategy"), *map(given.speech.quarter, quarters)))
    return table(say("Tactics by quarter"), heads, rows)


def _activities(given: Given, held: list[tuple[str, Activity]]) -> Table:
    """By date, so that what is overdue comes first."""
    rows = (
        (
            given.due(one.by) or given.speech.say("no date"),
            given.lead(one, *_farming(given, one)),
            _reason(given, one),
            given.who(one.using),
            joined((str(given.ours(one.owner)), given.names.listed(one.team)), ", "),
            given.who(one.with_),
        )
        for _, one in by_date(held, "by")
    )
    return given.table(
        given.speech.say("The earliest first"), "By | Activity | Why | Using | Ours | Theirs", rows
    )


def _farming(given: Given, one: Activity) -> tuple[str, ...]:
    if not isinstance(one.farming, str):
        return ()
    return (given.speech.say("farming: {kind}", kind=given.speech.word(one.farming)),)


def _reason(given: Given, one: Activity) -> Shown:
    """What it answers, and what it advances."""
    answers, advances = given.who(one.answers), given.who(one.advances)
    if answers and advances:
        return given.speech.say("{answers}; towards: {objectives}", answers=answers, objectives=advances)
    towards = isinstance(advances, str) and given.phrase("towards: {objectives}", objectives=advances)
    return answers or towards or advances


def _finished(given: Given, held: list[tuple[str, Activity]]) -> Table:
    rows = (
        (
            Cell(
                given.what(one),
                (given.names.listed(one.owner) or given.owner,),
                lead=True,
            ),
            *_how_it_ended(given, one),
        )
        for _, one in by_date(held, "ended")
    )
    return given.table("", "Activity | How it ended | What came of it", rows)


def _how_it_ended(given: Given, one: Activity | Communication) -> tuple[Value, Value]:
    head, *rest = given.life(one) or ("",)
    return head, joined((str(given.text(one.result)), *(str(part) for part in rest)), " · ")


def _communications(given: Given) -> Table:
    rows = (
        (
            _time(given, one),
            Cell(
                given.speech.say("“{message}”", message=one.message)
                if isinstance(one.message, str)
                else given.said_or(one, given.text(one.message)),
                (*given.life(one), *_answer(given, one), *given.notes(one)),
                lead=True,
            ),
            given.who(one.to),
            given.ours(one.from_),
            given.who(one.anchored_in),
            given.who(one.carries),
            Cell(given.word(one.channel), _step(given, one)),
        )
        for _, one in by_date(alive(given.plan.account_plan.communications), "by")
    )
    return given.table("", "When | Message | To | From | Matters because of | Carries | How", rows)


def _step(given: Given, one: Communication) -> tuple[str, ...]:
    step = given.phrase("at {step}", step=given.word(one.step))
    return (step,) if step else ()


def _time(given: Given, one: Communication) -> Shown:
    return given.every(one.every) or given.due(one.by, is_open=one.is_open) or given.speech.say("no date")


def _answer(given: Given, one: Communication) -> tuple[str, ...]:
    if not isinstance(one.result, str):
        return ()
    return (given.speech.say("Answer: {what}", what=one.result),)
