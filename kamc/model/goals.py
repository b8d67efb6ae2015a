"""What we want to reach, how we get there, and what it asks for (M53, M54, M60, M63, M65)."""

from typing import ClassVar

from kamc.model.annotated import Annotated
from kamc.model.fields import (
    CUSTOMER,
    EXTENDED,
    SHORT,
    STANDARD,
    About,
    Amount,
    Day,
    Entries,
    Link,
    Money,
    One,
    OneWord,
    Pattern,
    Prose,
    Table,
)
from kamc.model.records import CURRENCY, EMPTY, Record, Tracked
from kamc.model.values import PERIOD, Date, Keyed, Links, Measure, Quantity, Text, Word
from kamc.model.values import Number as Figure


class Journey(Record, frozen=True):
    about: ClassVar[About] = About(title="phase of the journey", methods=(63,), bare="phase")

    phase: Annotated[
        Word,
        OneWord(
            "Phase",
            "excitement: all is new. investment: we put in more than we get. long-tunnel: work without reward. depressive: it has worn us out. productive: it bears fruit.",
            "investment",
            (63,),
            words=("excitement", "investment", "long-tunnel", "depressive", "productive"),
        ),
    ] = None
    since: Annotated[Date, Day("Since", "Since when.", "2026-04", (63,))] = None
    why: Annotated[Text, Prose("Why", "What it rests on.", "Six trials without an order.", (63,))] = None


class Objective(Tracked, frozen=True):
    """What we want to reach here: in money, or with people."""

    about: ClassVar[About] = About(
        title="objective",
        kind="objective",
        bare="what",
        ceiling=CUSTOMER,
        open=("open",),
        ended=("met", "missed", "dropped"),
        methods=(53,),
        note="An economic objective has a `baseline` and a `target`; a political one names `people` instead.",
        either=("baseline", "target", "people"),
    )

    what: Annotated[
        Text, Prose("Objective", "What we want to reach.", "Pump sales a year", (1, 53), SHORT)
    ] = None
    kind: Annotated[
        Word,
        OneWord(
            "Kind",
            "economic, unless it is about people: political.",
            "political",
            (53,),
            words=("economic", "political"),
            or_unknown=False,
            default="economic",
        ),
    ] = None
    growth: Annotated[
        Word,
        OneWord(
            "Growth",
            "Where growth comes from: more-of-the-same, faster than others sell it; up-sell: dearer or better of it; cross-sell: other products; co-create: new ones, made together.",
            "cross-sell",
            (53, 54),
            words=("more-of-the-same", "up-sell", "cross-sell", "co-create"),
        ),
    ] = None
    deepens: Annotated[
        Word,
        OneWord(
            "Deepens",
            "How it deepens the business: enhance: fill up what was cut down; expand: more product lines; extend: new joint business, with executives on both sides.",
            "expand",
            (54,),
            words=("enhance", "expand", "extend"),
        ),
    ] = None
    measure: Annotated[
        Word,
        OneWord(
            "Measure",
            "What is counted.",
            "sales",
            (53,),
            words=("sales", "volume", "price", "margin", "share", "other"),
            or_unknown=False,
            default="sales",
        ),
    ] = None
    baseline: Annotated[Measure, Amount("Baseline", "Where we start.", "1.15M", (53,), SHORT)] = None
    now: Annotated[Measure, Amount("Now", "Where we are.", "1.3M", (53,), better="higher")] = None
    target: Annotated[
        Measure, Amount("Target", "Where we want to be.", "1.6M", (53,), SHORT, better="higher")
    ] = None
    unit: Annotated[
        Text, Prose("Unit", "Of baseline and target, where they are not money.", "grades", (53,), said=False)
    ] = None
    currency: Annotated[Text, CURRENCY] = None
    by: Annotated[Date, Day("By", "Until when.", "2027-12-31", (22, 53), SHORT, better="earlier")] = None
    people: Annotated[
        Links,
        Link("People", "Theirs: whom we want to find, reach or win.", "ralf-kessler", (53,), to=("member",)),
    ] = None
    team: Annotated[
        Links, Link("Team", "Ours: whom we count on.", "paul-gerritsen", (53,), to=("person",))
    ] = None
    agreed_with: Annotated[
        Links,
        Link(
            "Agreed with",
            "Who at the customer agreed to it: it is theirs to read, too.",
            "katrin-voss",
            (53,),
            to=("member",),
        ),
    ] = None

    @property
    def aims_down(self) -> bool:
        """Whether it wants less of something (cost, complaints): its target lies below its baseline."""
        start, end = self.baseline, self.target
        return (
            isinstance(start, Quantity)
            and isinstance(end, Quantity)
            and start.unit == end.unit
            and end.amount < start.amount
        )


POINTS = ("strength", "weakness", "chance", "threat")


class Strategy(Tracked, frozen=True):
    """How we get there: it uses a point of the SWOT and advances a goal."""

    about: ClassVar[About] = About(
        title="strategy",
        kind="strategy",
        bare="what",
        open=("planned", "running"),
        ended=("done", "dropped"),
        methods=(50, 60),
    )

    kind: Annotated[
        Word,
        OneWord("Kind", "Do we attack or protect?", "offensive", (50,), words=("offensive", "protective")),
    ] = None
    what: Annotated[
        Text,
        Prose(
            "Strategy",
            "How we get there.",
            "Lead every talk with the auditor's question.",
            (50, 60),
            STANDARD,
        ),
    ] = None
    uses: Annotated[
        Links,
        Link(
            "Uses",
            "The SWOT point or advantage that it builds on.",
            "auditor-wants-replay",
            (50,),
            STANDARD,
            to=(*POINTS, "advantage"),
        ),
    ] = None
    advances: Annotated[
        Links,
        Link(
            "Advances",
            "The goal behind it.",
            "grow-with-cases",
            (50, 60),
            STANDARD,
            to=("objective", "opportunity"),
        ),
    ] = None
    owner: Annotated[
        Links,
        Link(
            "Owner",
            "Who of ours leads it; the plan's owner, if left out.",
            "tim-oster",
            (50,),
            to=("person",),
            many=False,
        ),
    ] = None
    start: Annotated[Date, Day("Start", "From when.", "2026-11", (50,))] = None
    by: Annotated[Date, Day("By", "Until when.", "2027-03", (50,), STANDARD, better="earlier")] = None
    quarters: Annotated[
        Keyed[Text],
        Table(
            "Quarters",
            "The tactic of each quarter.",
            {"2027-Q1": "Six-week trial"},
            (17, 60),
            EXTENDED,
            keys=Pattern("Quarter", pattern=PERIOD, looks="a quarter: 2027-Q1"),
            value=Prose("Tactic", "What we do in that quarter."),
        ),
    ] = EMPTY


class Resource(Tracked, frozen=True):
    about: ClassVar[About] = About(
        title="resource",
        kind="resource",
        bare="what",
        open=("wanted", "granted"),
        ended=("refused", "done"),
        methods=(65,),
    )

    what: Annotated[
        Text,
        Prose("Resource", "What the plan asks for.", "0.6 application engineer at Brevik", (65,), EXTENDED),
    ] = None
    cost: Annotated[Figure, Money("Cost", "What it costs.", "78k", (65,), better="lower")] = None
    each: Annotated[
        Word,
        OneWord(
            "Each",
            "once, unless it is every year.",
            "year",
            (65,),
            words=("once", "month", "quarter", "year"),
            or_unknown=False,
            default="once",
        ),
    ] = None
    currency: Annotated[Text, CURRENCY] = None


class Returns(Record, frozen=True):
    about: ClassVar[About] = About(title="return", methods=(65,), bare="margin")

    margin: Annotated[Figure, Money("Margin", "What it brings.", "1.4M", (65,), better="higher")] = None
    each: Annotated[
        Word,
        OneWord(
            "Each",
            "once, unless it is every year.",
            "year",
            (65,),
            words=("once", "month", "quarter", "year"),
            or_unknown=False,
            default="once",
        ),
    ] = None
    by: Annotated[Date, Day("By", "From when, at the latest.", 2028, (65,), better="earlier")] = None
    what: Annotated[
        Text, Prose("In words", "What else it brings.", "A reference for barrier board.", (65,))
    ] = None
    currency: Annotated[Text, CURRENCY] = None


class Investment(Record, frozen=True):
    """What the plan asks for, what it returns, and why here and not elsewhere."""

    about: ClassVar[About] = About(title="investment", methods=(65,))

    resources: Annotated[
        Keyed[Resource],
        Entries("Resources", "What the plan asks for.", None, (65,), EXTENDED, record=Resource),
    ] = EMPTY
    returns: Annotated[Returns, One("Return", "What it brings.", None, (65,), EXTENDED, record=Returns)] = (
        Returns()
    )
    instead_of: Annotated[
        Text,
        Prose(
            "Instead of",
            "Why this account and not another.",
            "Skagerak would need the same engineer for a third of the margin.",
            (65,),
            EXTENDED,
        ),
    ] = None
