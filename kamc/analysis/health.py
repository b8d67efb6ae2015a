"""The health of an account: a score with its parts, and a word with the reasons that matter most (M51, M52).

Seven parts, each from 0 to 100, weighed against each other; green from 70 and amber from 40 are general
practice. A mean hides what is bad: so no account is green while one of its parts, taken alone, is red.
Weights and thresholds are a house's own (`health` in kamc.yaml). A part that is not known does not count, and
is named; where too much is not known, there is no word. A score is never shown without its reasons.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, TypeAlias

import msgspec

from kamc.analysis import health_parts as parts
from kamc.analysis.health_parts import Sign
from kamc.analysis.needs import needs
from kamc.audience import View
from kamc.model.terms import HealthTerms
from kamc.speech import Message, message, told

Word: TypeAlias = Literal["green", "amber", "red", "unknown"]
SIGNS: Mapping[Word, str] = {"green": "●", "amber": "◆", "red": "▼", "unknown": "○"}
"""What stands beside the word of a health, so that colour alone says nothing."""

MOST_REASONS = 2


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a health: its key in the settings, its weight, and what it says, where that is known."""

    key: str
    weight: Decimal
    sign: Sign | None

    @property
    def lost(self) -> Decimal:
        """What it costs the account: the points that it lacks, by its weight."""
        return self.weight * (100 - self.sign.score) if self.sign else Decimal(0)


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """A score, 0 to 100, with its word. `parts` are all that have a weight, in the order of the settings."""

    score: Decimal | None
    word: Word
    parts: tuple[Weighed, ...]
    leading: tuple[Weighed, ...] = ()
    """The two parts that matter most: what holds the word back, what costs most, what carries most."""

    @property
    def why(self) -> tuple[Message, ...]:
        """The reasons of the parts that matter most."""
        return tuple(one.sign.why for one in self.leading if one.sign)

    @property
    def reasons(self) -> tuple[str, ...]:
        """The same in English."""
        return tuple(map(str, self.why))

    @property
    def unknown(self) -> tuple[str, ...]:
        """The parts that are not known, and so do not count."""
        return tuple(one.key for one in self.parts if one.sign is None)

    @property
    def why_no_word(self) -> Message | None:
        """Why there is no word, where there is none."""
        if self.word != "unknown":
            return None
        if not self.parts:
            return told("no part of a health has a weight in the settings")
        return told(
            "too little is known for a word: nothing on {parts}", parts=tuple(map(told, self.unknown))
        )

    @property
    def no_word(self) -> str:
        """The same in English; empty where there is a word."""
        return str(self.why_no_word or "")


@needs("relationships.buying_center.*.stance", "account_plan.alarms.*.danger")
def health(view: View, as_of: dt.date, terms: HealthTerms) -> Health:
    """The health of an account on a day. A customer gets none: it is about our work and their people."""
    weighed = tuple(one for one in _weighed(view, as_of, terms) if one.weight)
    score = _score(weighed)
    return Health(
        score=score, word=_word(score, weighed, terms), parts=weighed, leading=_leading(weighed, terms)
    )


def _weighed(view: View, as_of: dt.date, terms: HealthTerms) -> Iterator[Weighed]:
    weights = terms.weights
    yield Weighed(key=message("access"), weight=weights.access, sign=parts.access(view))
    yield Weighed(key=message("promises"), weight=weights.promises, sign=parts.kept(view, as_of))
    yield Weighed(key=message("contact"), weight=weights.contact, sign=parts.contact(view, as_of))
    yield Weighed(key=message("alarms"), weight=weights.alarms, sign=parts.alarming(view, as_of))
    yield Weighed(key=message("factors"), weight=weights.factors, sign=parts.factors(view))
    yield Weighed(key=message("satisfaction"), weight=weights.satisfaction, sign=parts.satisfied(view))
    yield Weighed(key=message("completeness"), weight=weights.completeness, sign=parts.complete(view))


def _score(weighed: tuple[Weighed, ...]) -> Decimal | None:
    """The mean of the parts that are known, by their weights; a whole number: what is shown is judged."""
    told = [(one.weight, one.sign.score) for one in weighed if one.sign]
    if not told:
        return None
    mean = sum((weight * score for weight, score in told), Decimal(0)) / sum(weight for weight, _ in told)
    return mean.quantize(Decimal(1), ROUND_HALF_UP)


def _word(score: Decimal | None, weighed: tuple[Weighed, ...], terms: HealthTerms) -> Word:
    told = sum(one.weight for one in weighed if one.sign)
    if score is None or told * 100 < terms.least_known * sum(one.weight for one in weighed):
        return "unknown"
    if score < terms.amber:
        return "red"
    return "green" if score >= terms.green and not any(_is_red(one, terms) for one in weighed) else "amber"


def _is_red(part: Weighed, terms: HealthTerms) -> bool:
    return part.sign is not None and part.sign.score < terms.amber


def _leading(weighed: tuple[Weighed, ...], terms: HealthTerms) -> tuple[Weighed, ...]:
    told = (one for one in weighed if one.sign)
    order = sorted(told, key=lambda one: (not _is_red(one, terms), -one.lost, -one.weight))
    return tuple(order[:MOST_REASONS])
