"""What figures are judged by, each with its default: a house sets its own in kamc.yaml.

As with limits, an attribute's default is the figure itself, and never `None`.
"""

from decimal import Decimal
from typing import ClassVar

from kamc.model.annotated import Annotated
from kamc.model.fields import About, Number, One, OneWord, Percent
from kamc.model.records import LEVELS, Part


def _weight(title: str, says: str, default: int, methods: tuple[int, ...]) -> Number:
    told = f"{says}; {default} by default."
    return Number(title, told, default, methods, said=False, least=0, most=100, whole=True)


def _percent(title: str, says: str, default: int, methods: tuple[int, ...]) -> Percent:
    return Percent(title, says, default, methods, said=False)


def _mark(title: str, says: str, methods: tuple[int, ...]) -> Number:
    return Number(title, says, 3, methods, said=False, least=1, most=5)


def _level(title: str, says: str) -> OneWord:
    return OneWord(title, says, "medium", (8,), words=LEVELS[1:], or_unknown=False)


class Weights(Part, frozen=True):
    """How much each part of an account's health counts."""

    about: ClassVar[About] = About(title="weights")

    access: Annotated[
        Decimal, _weight("Access", "Somebody lobbies for us, and those who decide are reached", 20, (31, 32))
    ] = Decimal(20)
    promises: Annotated[
        Decimal, _weight("Promises", "What was due by now is done, and nothing is overdue", 20, (4, 55))
    ] = Decimal(20)
    contact: Annotated[
        Decimal, _weight("Contact", "Both sides speak as often as they mean to", 15, (40,))
    ] = Decimal(15)
    alarms: Annotated[Decimal, _weight("Alarms", "No sign of danger is open", 15, (52,))] = Decimal(15)
    factors: Annotated[
        Decimal, _weight("Success factors", "Something of ours helps each of theirs", 15, (2,))
    ] = Decimal(15)
    satisfaction: Annotated[Decimal, _weight("Satisfaction", "They see what they expect", 10, (51,))] = (
        Decimal(10)
    )
    completeness: Annotated[
        Decimal, _weight("Completeness", "The plan knows what its profile asks for", 5, (19,))
    ] = Decimal(5)


class HealthTerms(Part, frozen=True):
    """How the health of an account is scored, from 0 to 100, and what it is called."""

    about: ClassVar[About] = About(title="health")

    green: Annotated[
        Decimal, _percent("Green", "The score from which on an account is green.", 70, (51,))
    ] = Decimal(70)
    amber: Annotated[
        Decimal, _percent("Amber", "The score from which on it is amber; below, it is red.", 40, (51,))
    ] = Decimal(40)
    least_known: Annotated[
        Decimal,
        _percent(
            "Least known", "How much of the weight must be known before an account gets a word.", 40, (19,)
        ),
    ] = Decimal(40)
    weights: Annotated[
        Weights,
        One(
            "Weights",
            "How much each part counts, against the others; 0 leaves it out.",
            None,
            (51, 52),
            record=Weights,
        ),
    ] = Weights()


class MatrixTerms(Part, frozen=True):
    """From where on an axis of a matrix counts as high. Marks are averages, 1 to 5."""

    about: ClassVar[About] = About(title="matrices")

    attractiveness: Annotated[Decimal, _mark("Attractiveness", "The average of its marks.", (9,))] = Decimal(
        3
    )
    strength: Annotated[Decimal, _mark("Relative strength", "The average of its marks.", (9,))] = Decimal(3)
    importance: Annotated[Decimal, _mark("Strategic importance", "The average of its marks.", (10,))] = (
        Decimal(3)
    )
    difficulty: Annotated[Decimal, _mark("Difficulty", "The average of its marks.", (10,))] = Decimal(3)
    loyalty: Annotated[str, _level("Loyalty", "The word from which on it is high.")] = "medium"
    profitability: Annotated[str, _level("Profitability", "The word from which on it is high.")] = "medium"
    present: Annotated[
        Decimal,
        _percent(
            "Present profit", "Contribution margin of the last year, in percent of its sales.", 15, (11,)
        ),
    ] = Decimal(15)
    potential: Annotated[
        Decimal,
        _percent(
            "Potential profit",
            "Contribution margin forecast for the last year that is told, in percent of the same sales.",
            20,
            (11,),
        ),
    ] = Decimal(20)
