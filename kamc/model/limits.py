"""The figures that rules judge by, each with its default: a house sets its own under `limits` in kamc.yaml.

Here an attribute's default is the figure itself, and never `None`: a rule computes with it as it stands.
"""

from decimal import Decimal
from typing import ClassVar

from kamc.model.annotated import Annotated
from kamc.model.fields import About, Number, Percent, Stretch
from kamc.model.records import Part
from kamc.model.values import Every


def _count(title: str, says: str, default: int, methods: tuple[int, ...], most: int | None = None) -> Number:
    return Number(title, says, default, methods, said=False, least=1, most=most, whole=True)


def _percent(title: str, says: str, default: int, methods: tuple[int, ...]) -> Percent:
    return Percent(title, says, default, methods, said=False)


def _stretch(title: str, says: str, default: str, methods: tuple[int, ...]) -> Stretch:
    return Stretch(title, says, default, methods, said=False)


class Limits(Part, frozen=True):
    """Figures that rules judge by."""

    about: ClassVar[About] = About(title="limits")

    accounts_per_manager: Annotated[
        Decimal, _count("Accounts a manager", "How many key accounts one person may lead.", 5, (14,))
    ] = Decimal(5)
    buying_center_age: Annotated[
        Every, _stretch("Age of the buying centre", "How long a look at it holds.", "6 months", (4,))
    ] = Every(6, "month")
    claim_age: Annotated[
        Every, _stretch("Age of a claim", "How long what has an `as_of` holds.", "year", (23,))
    ] = Every(1, "year")
    completeness: Annotated[
        Decimal,
        _percent(
            "Completeness",
            "How much of what its profile asks for an approved plan knows; an `unknown` does not count.",
            0,
            (19,),
        ),
    ] = Decimal(0)
    dissatisfaction: Annotated[
        Decimal,
        _percent(
            "Dissatisfaction",
            "From how far below what they expect on, in percent of the scale, a survey needs a word.",
            25,
            (51,),
        ),
    ] = Decimal(25)
    facilitator_silence: Annotated[
        Every,
        _stretch("Silence", "How long nobody of ours need have spoken with a facilitator.", "quarter", (32,)),
    ] = Every(1, "quarter")
    horizon: Annotated[
        Every,
        _stretch("Horizon", "How far beyond its quarter the activities of a plan reach.", "18 months", (22,)),
    ] = Every(18, "month")
    importance: Annotated[
        Decimal,
        _count("Importance", "From which importance on a criterion matters to a role.", 5, (26, 27), 7),
    ] = Decimal(5)
    likeness: Annotated[
        Decimal, _percent("Likeness", "How alike texts of two accounts may be.", 90, (1,))
    ] = Decimal(90)
    notice_ahead: Annotated[
        Every,
        _stretch(
            "Day of notice",
            "How long before a contract of ours can be ended something is planned with it.",
            "quarter",
            (49,),
        ),
    ] = Every(1, "quarter")
    rival_contract_ahead: Annotated[
        Every,
        _stretch(
            "A competitor's contract",
            "How long before it ends something of ours goes after it.",
            "half-year",
            (49,),
        ),
    ] = Every(1, "half-year")
    survey_age: Annotated[
        Every, _stretch("Age of a survey", "How long a satisfaction survey holds.", "year", (4, 51))
    ] = Every(1, "year")
    text_length: Annotated[
        Decimal, _count("Length of a text", "How many characters of one text a brief can show.", 600, ())
    ] = Decimal(600)
    top_relevance: Annotated[
        Decimal,
        _count(
            "Top relevance",
            "From which product of importance and difference on we lead with it.",
            30,
            (26,),
            49,
        ),
    ] = Decimal(30)
    tunnel: Annotated[
        Every,
        _stretch("Tunnel", "How long we put more into an account that gives nothing back.", "year", (63,)),
    ] = Every(1, "year")
    wallet_age: Annotated[
        Every,
        _stretch("Age of the wallet", "How long the amounts of a year hold after its end.", "year", (46,)),
    ] = Every(1, "year")
    weakness: Annotated[
        Decimal,
        _count("Weakness", "Up to which difference from others a criterion is a weakness.", 3, (27,), 7),
    ] = Decimal(3)
