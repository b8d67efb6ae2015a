"""Block 4: the account as a market: our advantages, our rivals, our open space (M45, M48 to M51)."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from kamc.model.annotated import Annotated
from kamc.model.fields import (
    CUSTOMER,
    SHORT,
    STANDARD,
    TEAM,
    About,
    CellValue,
    Day,
    Entries,
    Link,
    Money,
    Number,
    One,
    OneWord,
    Pattern,
    Prose,
    ProseList,
    Table,
)
from kamc.model.records import CURRENCY, EMPTY, Record, Tracked
from kamc.model.values import Date, Keyed, Links, Text, Texts, Word
from kamc.model.values import Number as Figure
from kamc.model.wallet import Result, Wallet


class Advantage(Tracked, frozen=True):
    """What we do better than others here, with the proof."""

    about: ClassVar[About] = About(
        title="advantage",
        kind="advantage",
        bare="what",
        ceiling=CUSTOMER,
        open=("active",),
        ended=("gone",),
        welcome=True,
        methods=(45,),
    )

    what: Annotated[
        Text,
        Prose(
            "Advantage",
            "What we do better, with a figure.",
            "Spares on the counter by ten next morning (99.2 % in 2025)",
            (1, 45),
            SHORT,
        ),
    ] = None
    serves: Annotated[
        Links,
        Link(
            "Serves",
            "The success factor or decision criterion that it serves.",
            "counter-availability",
            (2, 45),
            SHORT,
            to=("success-factor", "criterion"),
        ),
    ] = None


class Competitor(Tracked, frozen=True):
    """Who competes with us in this account."""

    about: ClassVar[About] = About(
        title="competitor",
        kind="competitor",
        bare="what",
        open=("active",),
        ended=("gone",),
        welcome=False,
        methods=(48,),
    )

    name: Annotated[
        Text, Prose("Name", "Where the id does not spell it.", "Kestrel Pumps", (48,), said=False)
    ] = None
    what: Annotated[
        Text,
        Prose(
            "What",
            "In a sentence: what they do here.",
            "Year-end bonus of 6 % but spares take four days",
            (1, 48),
        ),
    ] = None
    strengths: Annotated[
        Texts, ProseList("Strengths", "Where they are good.", ["Lowest price in sizing"], (48,), STANDARD)
    ] = None
    weaknesses: Annotated[
        Texts, ProseList("Weaknesses", "Where they are not.", ["Nobody on site at night"], (48,), STANDARD)
    ] = None
    strategy: Annotated[
        Text, Prose("Strategy", "What they are after.", "Bundle with the new core.", (48,), STANDARD)
    ] = None


CELL_WORDS = ("ours", "competitor", "open", "in-house", "not-wanted", "unknown")


def cell(raw: Any) -> Mapping[str, Any] | None:
    """A cell's short form: a number is our sales, a word its state, any other id the competitor who is there."""
    if isinstance(raw, int | Decimal) or (isinstance(raw, str) and raw[:1].isdigit()):
        return {"state": "ours", "sales": raw}
    if isinstance(raw, str) and raw != "none":
        return {"state": raw} if raw in CELL_WORDS else {"state": "competitor", "who": raw}
    return None


class Cell(Record, frozen=True):
    """One segment by one offering: ours, a competitor's, open, done in-house, not wanted, or unknown."""

    about: ClassVar[About] = About(
        title="cell",
        methods=(49,),
        expand=cell,
        bare_shape=CellValue(
            "Cell",
            "Our sales there, the competitor who is there, or open, in-house, not-wanted, unknown.",
            "9.0M",
            words=CELL_WORDS,
        ),
    )

    state: Annotated[
        Word,
        OneWord(
            "State",
            "Whose it is.",
            "open",
            (49,),
            words=("competitor", "not-wanted", "in-house", "open", "ours"),
            better="last-word",
        ),
    ] = None
    sales: Annotated[
        Figure,
        Money(
            "Our sales",
            "What we sold there in the year above; left out where it is ours but nothing was sold yet.",
            "0.9M",
            (49,),
            better="higher",
            least=0,
        ),
    ] = None
    spend: Annotated[
        Figure, Money("Spend", "What they spend there a year, with anybody.", "1.1M", (49,), least=0)
    ] = None
    who: Annotated[
        Links,
        Link(
            "Who",
            "The competitor who is there; beside our sales, who has the rest.",
            "oaktree",
            (48, 49),
            to=("competitor",),
        ),
    ] = None
    what: Annotated[
        Text,
        Prose(
            "In words",
            "What is there, or what became of it.",
            "Won in November; first order in March.",
            (49,),
        ),
    ] = None
    until: Annotated[Date, Day("Until", "How long whoever is there is bound.", "2028-06", (49,))] = None
    serves: Annotated[
        Links,
        Link(
            "Serves",
            "The success factor that it would serve.",
            "clean-audit",
            (2, 49),
            to=("success-factor",),
        ),
    ] = None


class Agreement(Tracked, frozen=True):
    """A contract that binds both houses: its dates matter here, its text lies where `records` points."""

    about: ClassVar[About] = About(
        title="agreement",
        kind="agreement",
        bare="what",
        ceiling=CUSTOMER,
        open=("running", "planned"),
        ended=("done", "dropped"),
        methods=(49, 67),
    )

    what: Annotated[
        Text,
        Prose(
            "Agreement",
            "What is agreed: frame, price clause, bonus, terms of payment.",
            "Frame for case handling, prices fixed to 2028",
            (49, 67),
        ),
    ] = None
    using: Annotated[Links, Link("Using", "The offerings in it.", "case-desk", (49,), to=("offering",))] = (
        None
    )
    value: Annotated[
        Figure, Money("Value", "A year.", "1.8M", (49,), ceiling=TEAM, better="higher", least=0)
    ] = None
    currency: Annotated[Text, CURRENCY] = None
    start: Annotated[Date, Day("Start", "From when.", "2025-01-01", (49,))] = None
    until: Annotated[Date, Day("Until", "The last day.", "2027-12-31", (49,), better="later")] = None
    notice: Annotated[
        Date, Day("Notice", "The last day on which either side can end it.", "2027-06-30", (49,))
    ] = None


class SwotEntry(Tracked, frozen=True):
    about: ClassVar[About] = About(
        title="point of the SWOT", bare="what", open=("active",), ended=("gone",), methods=(50,)
    )

    what: Annotated[
        Text, Prose("What", "In a sentence.", "Four old tools lose support in September 2027.", (50,))
    ] = None


class Strength(SwotEntry, frozen=True):
    about: ClassVar[About] = About(
        title="strength",
        kind="strength",
        bare="what",
        open=("active",),
        ended=("gone",),
        welcome=True,
        methods=(50,),
    )


class Weakness(SwotEntry, frozen=True):
    about: ClassVar[About] = About(
        title="weakness",
        kind="weakness",
        bare="what",
        open=("active",),
        ended=("gone",),
        welcome=False,
        methods=(50,),
    )


class Chance(SwotEntry, frozen=True):
    about: ClassVar[About] = About(
        title="chance",
        kind="chance",
        bare="what",
        open=("active",),
        ended=("gone",),
        methods=(50,),
    )


class Threat(SwotEntry, frozen=True):
    about: ClassVar[About] = About(
        title="threat",
        kind="threat",
        bare="what",
        open=("active",),
        ended=("gone",),
        welcome=False,
        methods=(50,),
    )


class Swot(Record, frozen=True):
    about: ClassVar[About] = About(title="SWOT", methods=(50,))

    strengths: Annotated[
        Keyed[Strength],
        Entries(
            "Strengths",
            "Ours, towards this customer.",
            {"night-shift": "Our engineers are there at night."},
            (50,),
            STANDARD,
            record=Strength,
        ),
    ] = EMPTY
    weaknesses: Annotated[
        Keyed[Weakness],
        Entries(
            "Weaknesses",
            "Ours, towards this customer.",
            {"no-local-stock": "Spares come from 600 km away."},
            (50,),
            STANDARD,
            record=Weakness,
        ),
    ] = EMPTY
    opportunities: Annotated[
        Keyed[Chance],
        Entries(
            "Opportunities",
            "What opens up outside.",
            {"tools-expire": "Four old tools lose support in September 2027."},
            (50,),
            STANDARD,
            record=Chance,
        ),
    ] = EMPTY
    threats: Annotated[
        Keyed[Threat],
        Entries(
            "Threats",
            "What threatens from outside.",
            {"early-tender": "The tender may come a year early."},
            (50,),
            STANDARD,
            record=Threat,
        ),
    ] = EMPTY


class Satisfied(Record, frozen=True):
    about: ClassVar[About] = About(title="satisfaction with one thing", methods=(51,), bare="what")

    expectation: Annotated[
        Figure, Number("Expectation", "What they expect, on the survey's scale.", 9, (51,), least=0, most=100)
    ] = None
    perception: Annotated[
        Figure, Number("Perception", "What they see.", 7, (51,), better="higher", least=0, most=100)
    ] = None
    what: Annotated[
        Text, Prose("What", "What lies behind it.", "Night tickets wait until morning.", (51,))
    ] = None


class Satisfaction(Record, frozen=True):
    about: ClassVar[About] = About(title="satisfaction", methods=(51,))

    surveyed: Annotated[
        Date, Day("Surveyed", "When we last asked; yearly.", "2026-05-12", (4, 51), STANDARD, better="later")
    ] = None
    responses: Annotated[
        Figure, Number("Responses", "How many answered.", 41, (51,), least=0, whole=True)
    ] = None
    scale: Annotated[
        Figure, Number("Scale", "The highest mark.", 10, (51,), least=1, most=100, whole=True)
    ] = None
    criteria: Annotated[
        Keyed[Satisfied],
        Table(
            "Criteria",
            "Per criterion: what they expect and what they see.",
            None,
            (51,),
            STANDARD,
            value=Satisfied,
        ),
    ] = EMPTY
    moments_of_truth: Annotated[
        Texts,
        ProseList(
            "Moments of truth",
            "What they will remember.",
            ["List release on Easter Monday: live in three hours."],
            (51,),
        ),
    ] = None


class AccountAsMarket(Record, frozen=True):
    """Block 4: our advantages, our share, the cost to serve, our competitors and our open space."""

    about: ClassVar[About] = About(title="account as a market", methods=(1,), ceiling=CUSTOMER)

    year: Annotated[
        Figure,
        Number(
            "Year",
            "The year of the amounts below.",
            2025,
            (46, 49),
            SHORT,
            ceiling=TEAM,
            least=1990,
            most=2100,
            whole=True,
        ),
    ] = None
    advantages: Annotated[
        Keyed[Advantage],
        Entries(
            "Advantages",
            "What we do better than others here, with the proof.",
            None,
            (1, 45),
            SHORT,
            record=Advantage,
        ),
    ] = EMPTY
    share_of_wallet: Annotated[
        Keyed[Wallet],
        Table(
            "Share of wallet",
            "Per category: what they spend, what we get, what others get.",
            None,
            (1, 46),
            STANDARD,
            ceiling=TEAM,
            value=Wallet,
        ),
    ] = EMPTY
    results: Annotated[
        Keyed[Result],
        Table(
            "Results",
            "Per year: sales, cost of goods, cost to serve; expected years too.",
            None,
            (1, 11, 47),
            STANDARD,
            ceiling=TEAM,
            keys=Pattern("Year", "", "2025", pattern="[12][0-9]{3}", looks="a year: 2025"),
            value=Result,
        ),
    ] = EMPTY
    competitors: Annotated[
        Keyed[Competitor],
        Entries(
            "Competitors",
            "Who competes with us here.",
            None,
            (1, 48),
            STANDARD,
            ceiling=TEAM,
            record=Competitor,
        ),
    ] = EMPTY
    agreements: Annotated[
        Keyed[Agreement],
        Entries(
            "Agreements",
            "Contracts that bind both houses, with their dates.",
            None,
            (49, 67),
            record=Agreement,
        ),
    ] = EMPTY
    segments: Annotated[
        Keyed[Text],
        Table(
            "Segment names",
            "The printed name of a segment of the open space, where its key does not say it.",
            {"asia-middle-east": "Asia and Middle East"},
            (49,),
            ceiling=TEAM,
            value=Prose("Name", "", "Asia and Middle East", said=False),
        ),
    ] = EMPTY
    open_space: Annotated[
        Keyed[Keyed[Cell]],
        Table(
            "Open space",
            "Their segments by our offerings. A number is ours, a competitor's id is theirs; or open, in-house, not-wanted, unknown.",
            {
                "north": {
                    "circulators": "0.80M",
                    "booster-sets": "open",
                    "service-kits": {"state": "open", "spend": "0.4M", "serves": "web-orders"},
                },
                "south": {
                    "circulators": {"state": "ours", "sales": "90k", "spend": "0.5M", "who": "kestrel"}
                },
            },
            (49,),
            SHORT,
            ceiling=TEAM,
            value=Table(
                "Segment", keys=Link("Offering", to=("offering",), many=False, said=False), value=Cell
            ),
        ),
    ] = EMPTY
    swot: Annotated[
        Swot,
        One(
            "SWOT",
            "Ours, towards this customer; each point is used by a strategy.",
            None,
            (50,),
            STANDARD,
            ceiling=TEAM,
            record=Swot,
        ),
    ] = Swot()
    satisfaction: Annotated[
        Satisfaction,
        One(
            "Satisfaction",
            "What they expect, what they see.",
            None,
            (51,),
            STANDARD,
            ceiling=TEAM,
            record=Satisfaction,
        ),
    ] = Satisfaction()
