"""The quarterly review: decisions wanted, theirs, promises, value, changes, risks, plan (M4, M22, M53).

Its parts are the same every quarter: one that has nothing to show says so in a line.
"""

from collections.abc import Iterator

from kamc.brief.calendar import Stretch, stretches
from kamc.brief.days import called, days
from kamc.brief.given import Given, alive
from kamc.brief.kept import KEPT, kept, promises_part
from kamc.brief.moved import Moved, moved
from kamc.brief.risks import risk_rows, risks
from kamc.brief.shown import Cell, Mark, Part, Piece, Shown, Table, Value, table
from kamc.brief.standing import Figure
from kamc.brief.value import Ways, delivered, economic, value, ways
from kamc.model.account import BusinessObjective, SuccessFactor
from kamc.model.period import period, quarter_of
from kamc.model.values import When, each, known


class Review(Piece, frozen=True, kw_only=True):
    """The quarterly review, part by part."""

    decisions: tuple[str, ...]
    theirs: Part
    promises: Part
    value: Part
    ways: Ways
    delivered: Table
    moved: Moved
    risks: Part
    ahead: tuple[Stretch, ...]


def review(given: Given) -> Review:
    """The review of a plan against its own and the quarter before."""
    return Review(
        decisions=each(given.plan.decisions_wanted),
        theirs=_theirs(given),
        promises=promises_part(given),
        value=value(given),
        ways=ways(given),
        delivered=delivered(given),
        moved=moved(given),
        risks=risks(given),
        ahead=_ahead(given),
    )


def review_figures(given: Given) -> tuple[Figure, ...]:
    """Promises kept, objectives on their way, what changed, risks that nobody owns."""
    return tuple(_figures(given))


def _figures(given: Given) -> Iterator[Figure]:
    say, count = given.speech.say, given.speech.count
    found = kept(given)
    if found and found.due:
        done = sum(one.outcome in KEPT for one in found.due)
        yield Figure(
            value=say("{n} of {all}", n=done, all=len(found.due)),
            meaning=say(
                "promises due by the end of {quarter} are done, {n} of them on time",
                quarter=given.speech.quarter(found.period),
                n=len(found.of("on-time")),
            ),
        )
    judged = [one for one in economic(given) if one.course]
    if judged:
        good = sum(one.course != "behind" for one in judged)
        yield Figure(
            value=say("{n} of {all}", n=good, all=len(judged)),
            meaning=say("objectives with figures are where they should be by now, or ahead"),
        )
    if held := given.changes:
        better = sum(one.effect == "better" for one in held)
        worse = sum(one.effect == "worse" for one in held)
        yield Figure(
            value=say("{better} better, {worse} worse", better=better, worse=worse),
            meaning=say("of what changed in the plan since the quarter before"),
        )
    if rows := risk_rows(given):
        alone = sum(isinstance(row[3], Mark) for row in rows)
        yield Figure(
            value=str(len(rows)),
            meaning=count(len(rows), "open risk", "open risks")
            + (", " + say("{n} of them without an owner", n=alone) if alone else ""),
        )


def _theirs(given: Given) -> Part:
    """Their success factors and business objectives, as they say them, with where they stand."""
    say, known_ = given.speech.say, given.plan.account_knowledge
    before = given.earlier.plan.account_knowledge.success_factors if given.earlier else {}
    factors = (
        (
            *_of_theirs(given, id, one),
            given.text(one.measured_by),
            _today(given, one, before.get(id)),
            _by(given, one),
        )
        for id, one in alive(known_.success_factors)
    )
    goals = (
        (*_of_theirs(given, id, one), "", "", _by(given, one))
        for id, one in alive(known_.business_objectives)
    )
    heads = (say("In their words"), say("Whose"), say("Measured by"), say("Today"), say("By"))
    held = table("", " | ".join(heads), (*factors, *goals))
    return (
        Part(tables=(held,))
        if held
        else Part(say=say("The plan does not tell yet what decides their success."))
    )


def _of_theirs(given: Given, id: str, one: SuccessFactor | BusinessObjective) -> tuple[Value, Value]:
    return Cell(called(given, id, one), given.life(one), lead=True), given.who(one.whose)


def _today(given: Given, one: SuccessFactor, before: SuccessFactor | None) -> Value:
    """Where they are today, and where they were in the quarter before."""
    was = known(before.now) if before else None
    moved = isinstance(one.now, str) and was and was != one.now
    return Cell(given.text(one.now), (given.speech.say("last quarter: {text}", text=was),) if moved else ())


def _by(given: Given, one: SuccessFactor | BusinessObjective) -> Shown:
    return given.speech.when(one.by) if isinstance(one.by, When) else given.said(one.by)


def _ahead(given: Given) -> tuple[Stretch, ...]:
    """What both houses do until the end of the quarter after this one; regular talks are in the calendar."""
    start = given.run.fiscal_year_start
    own = period(given.plan.period) or quarter_of(given.run.as_of, start)
    last = max(own, quarter_of(given.run.as_of, start)).following.last_day(start)
    held = [one for one in days(given) if one.kind not in {"talk", "answer"} and one.when.last <= last]
    return stretches(given, held, weeks=False)
