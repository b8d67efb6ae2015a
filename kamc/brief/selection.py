"""Why this account is key: its place, six criteria, scores with their reasons (M3, M5 to M13, M68)."""

from decimal import Decimal

from kamc.analysis.selection import ATTRACTIVENESS, IMPORTANCE, PROFIT, Axis, Chosen, Placed, chosen
from kamc.brief.given import Given
from kamc.brief.shown import Cell, Fact, Piece, Table, Value, facts, joined
from kamc.model.records import Part
from kamc.model.selection import Criteria, Hardness, Score, Selection
from kamc.model.spec import spec
from kamc.speech import message
from kamc.speech.format import sentence

SCALES = {
    ATTRACTIVENESS.key: message("averages of the scores below"),
    IMPORTANCE.key: message("averages of the scores below"),
    PROFIT.key: message("margin in percent of the last year's sales"),
}
"""What the numbers of a matrix are; that of loyalty has words."""


class Why(Piece, frozen=True, kw_only=True):
    """The selection of an account."""

    why: Value = ""
    place: tuple[Fact, ...] = ()
    criteria: tuple[Fact, ...] = ()
    matrices: Table = Table()
    scores: Table = Table()
    reviewed: str = ""


def why(given: Given) -> Why:
    """Why the account is key."""
    selection, found = given.plan.selection, chosen(given.view, given.run.matrices)
    say = given.speech.say
    return Why(
        why=given.claim(selection, selection.why) if selection.why or selection.said else "",
        place=facts(
            (
                (say("Bucket"), given.word(selection.bucket)),
                (say("Decision"), _decision(given, selection, found)),
                (say("Coverage"), _coverage(given, selection)),
            )
        ),
        criteria=_criteria(given, selection.criteria),
        matrices=_matrices(given, found) if found else Table(),
        scores=_scores(given, selection),
        reviewed=_reviewed(given),
    )


def _decision(given: Given, selection: Selection, found: Chosen | None) -> Value:
    """What was decided for our commitment; what most of the matrices suggest stands beside it (M12)."""
    say, suggested = given.speech.say, found.suggests if found else None
    beside = given.phrase("the figures suggest: {decision}", decision=given.speech.word(suggested or ""))
    if not selection.decision:
        return Cell(say("not decided yet"), (beside,)) if suggested else ""
    if suggested == selection.decision:
        beside = say("as the figures suggest")
    notes = (say("our commitment"), beside) if suggested else (say("our commitment"),)
    return Cell(given.word(selection.decision), notes)


def _matrices(given: Given, found: Chosen) -> Table:
    """The place of the account in each matrix, why it stands there, and what that suggests (M8 to M12)."""
    told = (one for one in found.matrices if one.across.known or one.up.known)
    caption = given.speech.say("No place is final: what it suggests stands beside the decision")
    rows = (_place(given, one) for one in told)
    return given.table(caption, "Place | Why there | High from | Suggests", rows)


def _place(given: Given, one: Placed) -> tuple[Value, ...]:
    say = given.speech.say
    axes = ((say(one.matrix.across), one.across), (say(one.matrix.up), one.up))
    show = _share if one.matrix is PROFIT else _mark
    partly = (_partly(given, name, axis) for name, axis in axes)
    limits = tuple(dict.fromkeys(show(given, axis.least) for _, axis in axes))
    return (
        Cell(sentence(say(one.quadrant)) if one.quadrant else given.unknown, lead=True),
        Cell(
            joined((f"{name} {show(given, axis.value)}" for name, axis in axes), ", "),
            tuple(filter(None, (say(SCALES.get(one.matrix.key, "")), *partly))),
        ),
        say("{one} and {other}", one=limits[0], other=limits[1]) if limits[1:] else limits[0],
        given.speech.word(one.suggests or ""),
    )


def _partly(given: Given, name: str, axis: Axis) -> str:
    """How many marks an average is of, where that is not all of them."""
    if not 0 < axis.known < axis.asked:
        return ""
    return given.speech.say("{what}: {n} of {whole} known", what=name, n=axis.known, whole=axis.asked)


def _mark(given: Given, value: Decimal | str | None) -> str:
    """A word, or an average: two decimals tell on which side of a limit it is."""
    if isinstance(value, Decimal):
        return given.speech.number(round(value, 2))
    return given.speech.word(value or "") or given.unknown.word


def _share(given: Given, value: Decimal | str | None) -> str:
    if not isinstance(value, Decimal):
        return _mark(given, value)
    return given.speech.formats.percent(given.speech.number(round(value, 1)))


def _coverage(given: Given, selection: Selection) -> str:
    one = selection.coverage
    time = (
        given.speech.say("{share} of the account manager's time", share=given.percent(one.time))
        if isinstance(one.time, Decimal)
        else ""
    )
    return joined((str(given.word(one.model)), time), ", ")


def _criteria(given: Given, six: Criteria) -> tuple[Fact, ...]:
    say = given.speech.say
    return facts(
        (
            (say("Size"), given.claim(six.size, six.size.what, joined(_sizes(given, six)))),
            (
                say("Strategic importance"),
                given.claim(six.strategic_importance, six.strategic_importance.what),
            ),
            (
                say("Lifetime value"),
                given.claim(six.lifetime_value, six.lifetime_value.what or _lifetime(given, six) or None),
            ),
            (
                say("Unrealised potential"),
                given.claim(
                    six.unrealised_potential,
                    _potential(given, six) or None,
                    given.text(six.unrealised_potential.limit),
                ),
            ),
            (say("Fit"), _fit(given, six)),
            (say("Loyalty and profitability"), _method(given, six)),
        )
    )


def _sizes(given: Given, six: Criteria) -> tuple[str, ...]:
    value = given.phrase("{amount} a year", amount=given.money(six.size.value))
    return (str(given.quantity(six.size.volume)), value)


def _lifetime(given: Given, six: Criteria) -> str:
    one = six.lifetime_value
    parts = (
        given.phrase("{amount} margin a year", amount=given.money(one.yearly_margin)),
        given.phrase("{n} years", n=given.plain(one.years)),
        given.phrase("{share} retention", share=given.percent(one.retention)),
        given.phrase("{share} discount rate", share=given.percent(one.discount)),
    )
    return joined(parts, ", ")


def _potential(given: Given, six: Criteria) -> str:
    one = six.unrealised_potential
    parts = (
        given.phrase("cross-selling {amount}", amount=given.money(one.cross_sell)),
        given.phrase("up-selling {amount}", amount=given.money(one.up_sell)),
        given.phrase("co-creation {amount}", amount=given.money(one.co_create)),
    )
    return given.phrase("{amounts} margin a year", amounts=joined(parts, ", "))


def _fit(given: Given, six: Criteria) -> str:
    return joined(
        (
            given.phrase("strategic {level}", level=given.word(six.fit.strategic)),
            given.phrase("operational {level}", level=given.word(six.fit.operational)),
            given.phrase("cultural {level}", level=given.word(six.fit.cultural)),
        )
    )


def _method(given: Given, six: Criteria) -> str:
    one = six.relationship_method
    return joined(
        (
            given.phrase("loyalty {level}", level=given.word(one.loyalty)),
            given.phrase("profitability {level}", level=given.word(one.profitability)),
        )
    )


def _scores(given: Given, selection: Selection) -> Table:
    hard, say = selection.difficulty, given.speech.say
    groups: tuple[tuple[str, Part], ...] = (
        (say("Attractiveness"), selection.attractiveness),
        (say("Relative strength"), selection.relative_strength),
        (say("Strategic importance"), selection.importance),
        (say("Difficulty: product"), hard.product),
        (say("Difficulty: account"), hard.account),
        (say("Difficulty: competition"), hard.competition),
    )
    rows = (_score_row(given, title, group) for title, group in groups if group)
    caption = say("1 to 5 each; for difficulty 5 is hardest")
    return given.table(caption, "Scored | >Total | Reasons and factors", rows)


def _score_row(given: Given, title: str, group: Part) -> tuple[Value, ...]:
    scored = [
        (given.speech.title(slot.field.title), one)
        for slot in spec(type(group)).slots
        if isinstance(one := getattr(group, slot.attr), Score | Hardness) and one
    ]
    marks = [one.score for _, one in scored if isinstance(one.score, Decimal)]
    reasons = joined(
        (
            f"{name} {given.plain(one.score)}: {given.text(one.why)}"
            for name, one in scored
            if isinstance(one.why, str)
        ),
        " ",
    )
    others = joined(
        (f"{name} {given.plain(one.score)}" for name, one in scored if not isinstance(one.why, str)), ", "
    )
    sum_ = given.speech.number(sum(marks, Decimal(0)))
    total = given.speech.say("{sum} of {most}", sum=sum_, most=5 * len(marks)) if marks else ""
    return (Cell(title, lead=True), total, Cell(reasons or others, (others,) if reasons and others else ()))


def _reviewed(given: Given) -> str:
    one = given.plan.reviewed
    days = (
        given.phrase("selection {day}", day=given.date(one.selection)),
        given.phrase("success factors {day}", day=given.date(one.success_factors)),
        given.phrase("continuum {day}", day=given.date(one.continuum)),
        given.phrase("open space {day}", day=given.date(one.open_space)),
        given.phrase("buying centre {day}", day=given.date(one.buying_center)),
    )
    return given.phrase("Last reviewed: {days}.", days=joined(days, ", "))
