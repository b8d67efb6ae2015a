"""Why this account is key: its place, six criteria, scores with their reasons (M3, M5 to M13, M68)."""

from decimal import Decimal

from kamc.analysis.selection import ATTRACTIVENESS, IMPORTANCE, PROFIT, Axis, Chosen, Placed, chosen
from kamc.brief.given import Given, claim, date, percent, plain, text, word
from kamc.brief.shown import OPEN, Cell, Fact, Piece, Table, Value, facts, joined, table
from kamc.model.records import Part
from kamc.model.selection import Criteria, Hardness, Score, Selection
from kamc.model.spec import spec
from kamc.model.values import Text
from kamc.speech import format as fmt

SCALES = {
    ATTRACTIVENESS.key: "averages of the scores below",
    IMPORTANCE.key: "averages of the scores below",
    PROFIT.key: "margin in percent of the last year's sales",
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
    return Why(
        why=claim(selection, selection.why) if selection.why or selection.said else "",
        place=facts(
            (
                ("Bucket", word(selection.bucket)),
                ("Decision", _decision(selection, found)),
                ("Coverage", _coverage(selection)),
            )
        ),
        criteria=_criteria(given, selection.criteria),
        matrices=_matrices(found) if found else Table(),
        scores=_scores(selection),
        reviewed=_reviewed(given),
    )


def _decision(selection: Selection, found: Chosen | None) -> Value:
    """What was decided for our commitment; what most of the matrices suggest stands beside it (M12)."""
    suggested = found.suggests if found else None
    if not selection.decision:
        return Cell("not decided yet", (f"the figures suggest: {suggested}",)) if suggested else ""
    beside = (
        "as the figures suggest" if suggested == selection.decision else f"the figures suggest: {suggested}"
    )
    return Cell(word(selection.decision), ("our commitment", beside) if suggested else ("our commitment",))


def _matrices(found: Chosen) -> Table:
    """The place of the account in each matrix, why it stands there, and what that suggests (M8 to M12)."""
    told = (one for one in found.matrices if one.across.known or one.up.known)
    heads = "Place | Why there | High from | Suggests"
    return table("No place is final: what it suggests stands beside the decision", heads, map(_place, told))


def _place(one: Placed) -> tuple[Value, ...]:
    axes = ((one.matrix.across, one.across), (one.matrix.up, one.up))
    show = _share if one.matrix is PROFIT else _mark
    return (
        Cell(fmt.sentence(one.quadrant) if one.quadrant else OPEN, lead=True),
        Cell(
            joined((f"{name} {show(axis.value)}" for name, axis in axes), ", "),
            tuple(filter(None, (SCALES.get(one.matrix.key, ""), *(_partly(*pair) for pair in axes)))),
        ),
        joined(dict.fromkeys(show(axis.least) for _, axis in axes), " and "),
        one.suggests or "",
    )


def _partly(name: str, axis: Axis) -> str:
    """How many marks an average is of, where that is not all of them."""
    return f"{name}: {axis.known} of {axis.asked} known" if 0 < axis.known < axis.asked else ""


def _mark(value: Decimal | str | None) -> str:
    """A word, or an average: two decimals tell on which side of a limit it is."""
    return fmt.plain_number(round(value, 2)) if isinstance(value, Decimal) else value or OPEN.word


def _share(value: Decimal | str | None) -> str:
    return f"{_mark(round(value, 1))}{fmt.GAP}%" if isinstance(value, Decimal) else _mark(value)


def _coverage(selection: Selection) -> str:
    one = selection.coverage
    time = f"{percent(one.time)} of the account manager's time" if isinstance(one.time, Decimal) else ""
    return joined((str(word(one.model)), time), ", ")


def _criteria(given: Given, six: Criteria) -> tuple[Fact, ...]:
    return facts(
        (
            ("Size", claim(six.size, six.size.what, joined(_sizes(given, six)))),
            ("Strategic importance", claim(six.strategic_importance, six.strategic_importance.what)),
            (
                "Lifetime value",
                claim(six.lifetime_value, six.lifetime_value.what or _lifetime(given, six) or None),
            ),
            (
                "Unrealised potential",
                claim(
                    six.unrealised_potential,
                    _potential(given, six) or None,
                    text(six.unrealised_potential.limit),
                ),
            ),
            ("Fit", _fit(six)),
            ("Loyalty and profitability", _method(six)),
        )
    )


def _sizes(given: Given, six: Criteria) -> tuple[str, ...]:
    value = f"{given.money(six.size.value)} a year" if six.size.value else ""
    return (str(given.quantity(six.size.volume)), value)


def _lifetime(given: Given, six: Criteria) -> str:
    one = six.lifetime_value
    parts = (
        (one.yearly_margin, f"{given.money(one.yearly_margin)} margin a year"),
        (one.years, f"{plain(one.years)} years"),
        (one.retention, f"{percent(one.retention)} retention"),
        (one.discount, f"{percent(one.discount)} discount rate"),
    )
    return joined((shown for value, shown in parts if value is not None), ", ")


def _potential(given: Given, six: Criteria) -> str:
    one = six.unrealised_potential
    parts = (("cross-selling", one.cross_sell), ("up-selling", one.up_sell), ("co-creation", one.co_create))
    shown = joined((f"{label} {given.money(value)}" for label, value in parts if value is not None), ", ")
    return f"{shown} margin a year" if shown else ""


def _fit(six: Criteria) -> str:
    fit = six.fit
    return _rated(("strategic", fit.strategic), ("operational", fit.operational), ("cultural", fit.cultural))


def _method(six: Criteria) -> str:
    one = six.relationship_method
    return _rated(("loyalty", one.loyalty), ("profitability", one.profitability))


def _rated(*parts: tuple[str, Text]) -> str:
    return joined(f"{label} {word(value)}" for label, value in parts if value)


def _scores(selection: Selection) -> Table:
    hard = selection.difficulty
    groups: tuple[tuple[str, Part], ...] = (
        ("Attractiveness", selection.attractiveness),
        ("Relative strength", selection.relative_strength),
        ("Strategic importance", selection.importance),
        ("Difficulty: product", hard.product),
        ("Difficulty: account", hard.account),
        ("Difficulty: competition", hard.competition),
    )
    rows = (_score_row(title, group) for title, group in groups if group)
    return table("1 to 5 each; for difficulty 5 is hardest", "Scored | >Total | Reasons and factors", rows)


def _score_row(title: str, group: Part) -> tuple[Value, ...]:
    scored = [
        (slot.field.title, one)
        for slot in spec(type(group)).slots
        if isinstance(one := getattr(group, slot.attr), Score | Hardness) and one
    ]
    marks = [one.score for _, one in scored if isinstance(one.score, Decimal)]
    reasons = joined(
        (f"{name} {plain(one.score)}: {text(one.why)}" for name, one in scored if isinstance(one.why, str)),
        " ",
    )
    others = joined(
        (f"{name} {plain(one.score)}" for name, one in scored if not isinstance(one.why, str)), ", "
    )
    total = f"{fmt.plain_number(sum(marks, Decimal(0)))} of {5 * len(marks)}" if marks else ""
    return (Cell(title, lead=True), total, Cell(reasons or others, (others,) if reasons and others else ()))


def _reviewed(given: Given) -> str:
    one = given.plan.reviewed
    days = (
        ("selection", one.selection),
        ("success factors", one.success_factors),
        ("continuum", one.continuum),
        ("open space", one.open_space),
        ("buying centre", one.buying_center),
    )
    shown = joined((f"{label} {date(value)}" for label, value in days if date(value)), ", ")
    return f"Last reviewed: {shown}." if shown else ""
