"""Why this account is key: its place, six criteria, scores with their reasons (M3, M5 to M13, M68)."""

from collections.abc import Mapping
from decimal import Decimal

from kamc.brief import format as fmt
from kamc.brief.given import Given, claim, date, percent, plain, text, word
from kamc.brief.shown import Cell, Fact, Piece, Table, Value, facts, joined, table
from kamc.model.records import Part
from kamc.model.selection import Criteria, Hardness, Score, Selection
from kamc.model.spec import spec
from kamc.model.values import Text

QUADRANTS: Mapping[tuple[Text, Text], str] = {
    ("low", "low"): "stranger",
    ("low", "high"): "butterfly",
    ("high", "high"): "friend",
    ("high", "low"): "vulture",
}
"""Loyalty and profitability (M8)."""


class Why(Piece, frozen=True, kw_only=True):
    """The selection of an account."""

    why: Value = ""
    place: tuple[Fact, ...] = ()
    criteria: tuple[Fact, ...] = ()
    scores: Table = Table()
    reviewed: str = ""


def why(given: Given) -> Why:
    """Why the account is key."""
    selection = given.plan.selection
    return Why(
        why=claim(selection, selection.why) if selection.why or selection.said else "",
        place=facts(
            (
                ("Bucket", word(selection.bucket)),
                (
                    "Decision",
                    Cell(word(selection.decision), ("our commitment",)) if selection.decision else "",
                ),
                ("Coverage", _coverage(selection)),
            )
        ),
        criteria=_criteria(given, selection.criteria),
        scores=_scores(selection),
        reviewed=_reviewed(given),
    )


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


def _method(six: Criteria) -> Cell:
    """Loyalty and profitability, and what such an account is called."""
    one = six.relationship_method
    found = QUADRANTS.get((one.loyalty, one.profitability))
    return Cell(
        _rated(("loyalty", one.loyalty), ("profitability", one.profitability)),
        (f"a {found}",) if found else (),
    )


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
