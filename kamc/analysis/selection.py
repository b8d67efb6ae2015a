"""Why an account is key, in figures: six criteria, four matrices, and the decision beside them (M5 to M13).

From where on an axis counts as high is a house's own (`matrices` in kamc.yaml). No classification is final
(M12): what the figures suggest stands beside what was decided, and takes nobody's place.
"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Literal, TypeAlias

import msgspec

from kamc.analysis.margin import contribution, latest
from kamc.analysis.needs import needs
from kamc.audience import View
from kamc.model.records import LEVELS, Part
from kamc.model.selection import Hardness, Score
from kamc.model.spec import spec
from kamc.model.terms import MatrixTerms
from kamc.model.values import UNKNOWN, Text, known
from kamc.model.wallet import Result
from kamc.speech import message

Decision: TypeAlias = Literal["cease", "reduce", "maintain", "increase"]
Side: TypeAlias = Literal["low", "high"]

CRITERIA = (
    "size",
    "strategic_importance",
    "lifetime_value",
    "unrealised_potential",
    "fit",
    "relationship_method",
)
"""The six selection criteria, by their keys (M5)."""
BUCKETS = ("key", "key-development", "maintenance", "opportunistic")
"""The four buckets (M13)."""
NOT_KEY = frozenset(BUCKETS[2:])
"""Buckets of accounts that are no key accounts. Where nobody says so, an account with a plan is one."""


class Matrix(msgspec.Struct, frozen=True, kw_only=True):
    """What a matrix is called, its axes, its quadrants by low and high on these, and what each suggests."""

    key: str
    across: str
    up: str
    quadrants: dict[tuple[Side, Side], tuple[str, Decision]]


LOYALTY = Matrix(
    key="loyalty_profitability",
    across=message("loyalty"),
    up=message("profitability"),
    quadrants={
        ("low", "low"): (message("stranger"), "reduce"),
        ("low", "high"): (message("butterfly"), "maintain"),
        ("high", "high"): (message("friend"), "increase"),
        ("high", "low"): (message("vulture"), "reduce"),
    },
)
"""Loyalty by profitability (M8: Le Bon and Herman, figure 1.3). Vultures are candidates to stop."""
ATTRACTIVENESS = Matrix(
    key="attractiveness_strength",
    across=message("attractiveness"),
    up=message("relative strength"),
    quadrants={
        ("low", "low"): (message("neither attractive nor ours"), "reduce"),
        ("low", "high"): (message("ours, not attractive"), "maintain"),
        ("high", "high"): (message("attractive and ours"), "increase"),
        ("high", "low"): (message("attractive, not ours"), "increase"),
    },
)
"""Attractiveness by relative strength (M9: salesxcellence)."""
IMPORTANCE = Matrix(
    key="importance_difficulty",
    across=message("strategic importance"),
    up=message("difficulty"),
    quadrants={
        ("low", "low"): (message("non-key easy"), "maintain"),
        ("low", "high"): (message("non-key difficult"), "reduce"),
        ("high", "high"): (message("key difficult"), "increase"),
        ("high", "low"): (message("key easy"), "maintain"),
    },
)
"""Strategic importance by difficulty (M10: Fiocca, in Le Bon and Herman, figure 4.1)."""
PROFIT = Matrix(
    key="present_potential",
    across=message("present profit"),
    up=message("potential profit"),
    quadrants={
        ("low", "low"): (message("undesirable"), "reduce"),
        ("low", "high"): (message("undeveloped"), "increase"),
        ("high", "high"): (message("desirable"), "increase"),
        ("high", "low"): (message("developed"), "maintain"),
    },
)
"""Present by potential profit contribution (M11: Dubinsky and Ingram, in Le Bon and Herman, figure 4.2)."""


class Axis(msgspec.Struct, frozen=True, kw_only=True):
    """Where an account stands on one axis; `None` where that is not known.

    `value` is an average of marks (1 to 5), a share in percent, or a word: low, medium, high. From `least` on
    it is high. Of the `asked` marks, so many are `known`.
    """

    side: Side | None
    value: Decimal | str | None
    least: Decimal | str
    known: int = 1
    asked: int = 1


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """An account in a matrix: its axes, its quadrant where both are known, and what that suggests (M12)."""

    matrix: Matrix
    across: Axis
    up: Axis

    @property
    def quadrant(self) -> str | None:
        """What an account that stands there is called."""
        found = self._found
        return found[0] if found else None

    @property
    def suggests(self) -> Decision | None:
        """What the place suggests for our commitment."""
        found = self._found
        return found[1] if found else None

    @property
    def _found(self) -> tuple[str, Decision] | None:
        if self.across.side is None or self.up.side is None:
            return None
        return self.matrix.quadrants[self.across.side, self.up.side]


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """Why an account is key, in figures. `criteria` tells of each of the six whether it is known."""

    criteria: dict[str, bool]
    matrices: tuple[Placed, ...]
    bucket: str | None
    time: Decimal | None
    decision: str | None

    @property
    def is_key(self) -> bool:
        """Whether it is a key account that we want to keep."""
        return is_key(self.bucket, self.decision)

    @property
    def suggests(self) -> Decision | None:
        """What most of the matrices suggest; `None` where none is known, or as many suggest another thing."""
        match Counter(one.suggests for one in self.matrices if one.suggests).most_common(2):
            case [(first, most), (_, next_)]:
                return first if next_ < most else None
            case [(first, _)]:
                return first
        return None

    @property
    def agrees(self) -> bool | None:
        """Whether the decision is what the figures suggest; `None` where either is not known."""
        return self.decision == self.suggests if self.decision and self.suggests else None


@needs(
    "selection.bucket",
    "selection.decision",
    "selection.criteria.relationship_method",
    "selection.attractiveness",
    "selection.importance",
    "account_as_market.results.*.sales",
)
def chosen(view: View, terms: MatrixTerms) -> Chosen:
    """The selection of an account: criteria (M5), matrices (M8 to M11), bucket (M13) and decision (M12)."""
    selection = view.plan.selection
    return Chosen(
        criteria={key: _is_known(getattr(selection.criteria, key)) for key in CRITERIA},
        matrices=tuple(_matrices(view, terms)),
        bucket=known(selection.bucket),
        time=known(selection.coverage.time),
        decision=known(selection.decision),
    )


def is_key(bucket: Text, decision: Text) -> bool:
    """Whether an account with this bucket and this decision is a key account that we want to keep."""
    return bucket not in NOT_KEY and decision != "cease"


def _is_known(part: Part) -> bool:
    """Whether a criterion is told: `none` is an answer, and one of which all is `unknown` is none."""
    if part.said is not None:
        return part.said is not UNKNOWN
    return any(value is not UNKNOWN for value in _own(part) if value is not None)


def _own(part: Part) -> list[Any]:
    """The values of a part's own fields, without those that every record has."""
    fields = type(part).__annotations__
    return [getattr(part, slot.attr) for slot in spec(type(part)).slots if slot.attr in fields]


def _matrices(view: View, terms: MatrixTerms) -> Iterator[Placed]:
    selection = view.plan.selection
    method, hard = selection.criteria.relationship_method, selection.difficulty
    yield Placed(
        matrix=LOYALTY,
        across=_level(method.loyalty, terms.loyalty),
        up=_level(method.profitability, terms.profitability),
    )
    yield Placed(
        matrix=ATTRACTIVENESS,
        across=_marked(terms.attractiveness, selection.attractiveness),
        up=_marked(terms.strength, selection.relative_strength),
    )
    yield Placed(
        matrix=IMPORTANCE,
        across=_marked(terms.importance, selection.importance),
        up=_marked(terms.difficulty, hard.product, hard.account, hard.competition),
    )
    present, potential = _profits(dict(view.plan.account_as_market.results))
    yield Placed(matrix=PROFIT, across=_over(present, terms.present), up=_over(potential, terms.potential))


def _level(word: object, least: str) -> Axis:
    """An axis of words: low, medium, high."""
    if word not in LEVELS:
        return Axis(side=None, value=None, least=least, known=0)
    side: Side = "high" if LEVELS.index(str(word)) >= LEVELS.index(least) else "low"
    return Axis(side=side, value=str(word), least=least)


def _marked(least: Decimal, *parts: Part) -> Axis:
    """An axis of marks, by the average of those that are known (not weighed: the sources name no weights)."""
    told = [one.score for part in parts for one in _own(part) if isinstance(one, Score | Hardness)]
    marks = [mark for mark in told if isinstance(mark, Decimal)]
    mean = sum(marks, Decimal(0)) / len(marks) if marks else None
    return Axis(side=_side(mean, least), value=mean, least=least, known=len(marks), asked=len(told))


def _over(value: Decimal | None, least: Decimal) -> Axis:
    return Axis(side=_side(value, least), value=value, least=least, known=int(value is not None))


def _side(value: Decimal | None, least: Decimal) -> Side | None:
    if value is None:
        return None
    return "high" if value >= least else "low"


def _profits(results: dict[str, Result]) -> tuple[Decimal | None, Decimal | None]:
    """What the last year left us, and what the last one that is forecast shall, in percent of those sales.

    A forecast in another currency is no figure here, and where nothing was sold yet there is no share.
    """
    found = latest(results)
    sales = known(found[1].sales) if found else None
    if found is None or not sales:
        return None, None
    year, now = found
    ahead = max((one for one in results if one > year and results[one].basis == "expected"), default=None)
    later = results[ahead] if ahead and results[ahead].currency == now.currency else None
    return _percent(contribution(now), sales), _percent(contribution(later) if later else None, sales)


def _percent(part: Decimal | None, whole: Decimal) -> Decimal | None:
    return None if part is None else part * 100 / whole
