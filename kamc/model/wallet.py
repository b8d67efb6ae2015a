"""What they spend, what we get of it, and what it costs us (M11, M46, M47)."""

from typing import ClassVar

from kamc.model.annotated import Annotated
from kamc.model.fields import (
    STANDARD,
    About,
    Amount,
    Link,
    Money,
    One,
    OneWord,
    Table,
)
from kamc.model.records import CURRENCY, EMPTY, Record
from kamc.model.values import Keyed, Measure, Text, Word
from kamc.model.values import Number as Figure


class WalletVolume(Record, frozen=True):
    about: ClassVar[About] = About(title="share of wallet by volume", methods=(46,), bare="total")

    total: Annotated[Measure, Amount("Total", "All that they buy of it a year.", "5200 tonnes", (46,))] = None
    ours: Annotated[
        Measure, Amount("Ours", "What they buy from us.", "2900 tonnes", (46,), better="higher")
    ] = None
    competitors: Annotated[
        Keyed[Measure],
        Table(
            "Competitors",
            "What they buy from each competitor.",
            {"kemtron": "2000 tonnes"},
            (46,),
            keys=Link("Competitor", to=("competitor",), many=False, said=False),
            value=Amount("Volume", better="lower"),
        ),
    ] = EMPTY
    in_house: Annotated[Measure, Amount("In-house", "What they make themselves.", None, (46,))] = None


class Wallet(Record, frozen=True):
    """What they spend in one category, and who gets it."""

    about: ClassVar[About] = About(title="share of wallet", methods=(46,), bare="spend")

    spend: Annotated[
        Figure, Money("Spend", "All that they spend on it a year.", "6.4M", (1, 46), STANDARD, least=0)
    ] = None
    ours: Annotated[
        Figure, Money("Ours", "What we get of it.", "1.15M", (46,), STANDARD, better="higher", least=0)
    ] = None
    competitors: Annotated[
        Keyed[Figure],
        Table(
            "Competitors",
            "What each competitor gets.",
            {"kestrel": "3.9M"},
            (46,),
            keys=Link("Competitor", to=("competitor",), many=False, said=False),
            value=Money("Spend", "What they get of it.", "3.9M", (46,), better="lower", least=0),
        ),
    ] = EMPTY
    in_house: Annotated[Figure, Money("In-house", "What they do themselves.", "1M", (46,), least=0)] = None
    volume: Annotated[
        WalletVolume, One("By volume", "The same in volume.", None, (46,), record=WalletVolume)
    ] = WalletVolume()
    currency: Annotated[Text, CURRENCY] = None


class Presale(Record, frozen=True):
    about: ClassVar[About] = About(title="cost before the sale", methods=(11, 47), bare="total")

    total: Annotated[
        Figure, Money("Total", "Where the items are not known.", "180k", (11, 47), better="lower")
    ] = None
    salary: Annotated[Figure, Money("Salary", methods=(11, 47), better="lower")] = None
    bonus: Annotated[Figure, Money("Bonus", methods=(11, 47), better="lower")] = None
    commission: Annotated[Figure, Money("Commission", methods=(11, 47), better="lower")] = None
    relationship: Annotated[Figure, Money("Relationship expenses", methods=(11, 47), better="lower")] = None
    administration: Annotated[Figure, Money("Administration", methods=(11, 47), better="lower")] = None
    trade_credit: Annotated[Figure, Money("Trade credit", methods=(11, 47), better="lower")] = None


class Postsale(Record, frozen=True):
    about: ClassVar[About] = About(title="cost after the sale", methods=(11, 47), bare="total")

    total: Annotated[
        Figure, Money("Total", "Where the items are not known.", "90k", (11, 47), better="lower")
    ] = None
    delivery: Annotated[Figure, Money("Delivery", methods=(11, 47), better="lower")] = None
    service: Annotated[Figure, Money("Service", methods=(11, 47), better="lower")] = None


class Result(Record, frozen=True):
    """What we sold there in one year, and what it cost us."""

    about: ClassVar[About] = About(title="result of a year", methods=(11, 15, 47), bare="sales")

    basis: Annotated[
        Word,
        OneWord(
            "Basis",
            "actual, unless it is expected.",
            "expected",
            (11,),
            words=("actual", "expected"),
            or_unknown=False,
            default="actual",
        ),
    ] = None
    volume: Annotated[
        Measure, Amount("Volume", "What we sold, in their measure.", "4100 tonnes", (11,), better="higher")
    ] = None
    sales: Annotated[
        Figure, Money("Net sales", "What they paid us.", "2.1M", (11, 15), STANDARD, better="higher")
    ] = None
    cost_of_goods: Annotated[
        Figure,
        Money("Cost of goods sold", "What it cost us to make.", "0.61M", (11, 47), STANDARD, better="lower"),
    ] = None
    presale: Annotated[
        Presale,
        One(
            "Cost before the sale", "One amount, or its items.", "180k", (1, 11, 47), STANDARD, record=Presale
        ),
    ] = Presale()
    postsale: Annotated[
        Postsale,
        One(
            "Cost after the sale", "One amount, or its items.", "90k", (1, 11, 47), STANDARD, record=Postsale
        ),
    ] = Postsale()
    currency: Annotated[Text, CURRENCY] = None
