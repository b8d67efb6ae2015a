"""Block 5: what we want to reach, what we do, what we say, and what comes of it (M53 to M65)."""

from typing import ClassVar

from kamc.model.account import NEEDS
from kamc.model.annotated import Annotated
from kamc.model.fields import (
    About,
    Amount,
    Audience,
    Day,
    Entries,
    Lifecycle,
    Link,
    Money,
    One,
    OneWord,
    Pattern,
    Percent,
    Profile,
    Prose,
    ProseList,
    Rows,
    Stretch,
    Table,
)
from kamc.model.product import USING
from kamc.model.records import CURRENCY, EMPTY, Record, Tracked
from kamc.model.relationships import LEADS_TO, SALES_STEPS
from kamc.model.values import PERIOD, Date, Keyed, Links, Measure, Quantity, Text, Texts, Word
from kamc.model.values import Number as Figure
from kamc.model.values import Stretch as Cadence

SHORT, STANDARD, EXTENDED = Profile.SHORT, Profile.STANDARD, Profile.EXTENDED
CUSTOMER, TEAM, PRIVATE = Audience.CUSTOMER, Audience.TEAM, Audience.PRIVATE
GOALS = ("objective", "strategy", "opportunity")
POINTS = ("strength", "weakness", "chance", "threat")
YES_NO = ("yes", "no")
ABOUT = ("opportunity", "co-creation", "activity", "project", "challenge", "objective")


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
        plural="objectives",
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


class Strategy(Tracked, frozen=True):
    """How we get there: it uses a point of the SWOT and advances a goal."""

    about: ClassVar[About] = About(
        title="strategy",
        kind="strategy",
        plural="strategies",
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


class Activity(Tracked, frozen=True):
    """Something that one of us does, for a reason."""

    about: ClassVar[About] = About(
        title="activity",
        kind="activity",
        plural="activities",
        bare="what",
        ceiling=CUSTOMER,
        open=("planned", "running"),
        ended=("done", "dropped"),
        methods=(55,),
        note="An activity has a reason: it `answers` a need `using` an offering, or it `advances` a goal, or a finding names it in `leads_to`.",
        either=("answers", "using", "advances"),
    )

    what: Annotated[
        Text,
        Prose(
            "Activity",
            "What is done, beginning with what comes out of it.",
            "Joint ABC analysis in all branches",
            (1, 55),
            SHORT,
        ),
    ] = None
    answers: Annotated[
        Links,
        Link(
            "Answers",
            "The need of theirs that it helps with.",
            "counter-availability",
            (2, 55),
            SHORT,
            to=NEEDS,
        ),
    ] = None
    using: Annotated[
        Links, Link("Using", "What of ours does it.", "service-kits", (2, 55), SHORT, to=USING)
    ] = None
    advances: Annotated[
        Links,
        Link(
            "Advances",
            "The goal of ours that it brings nearer: reason enough by itself.",
            "pump-share",
            (55,),
            ceiling=TEAM,
            to=GOALS,
        ),
    ] = None
    owner: Annotated[
        Links,
        Link(
            "Owner",
            "Who of ours does it; the plan's owner, if left out.",
            "tim-oster",
            (55,),
            to=("person",),
            many=False,
        ),
    ] = None
    with_: Annotated[Links, Link("With", "Their people in it.", "aylin-demir", (55,), to=("member",))] = None
    team: Annotated[
        Links, Link("Team", "Our other people in it.", "jo-lindqvist", (39, 55), to=("person",))
    ] = None
    by: Annotated[Date, Day("By", "The day it is done.", "2026-11-30", (55,), SHORT, better="earlier")] = None
    result: Annotated[
        Text, Prose("Result", "What came out of it.", "Two branches signed the same week.", (55,))
    ] = None
    farming: Annotated[
        Word,
        OneWord(
            "Farming step",
            "Which step of farming it is: cultivate, prepare, plant, seed, water (look after what grows), weed (keep competitors out), harvest, keep-harvesting.",
            "water",
            (64,),
            ceiling=TEAM,
            words=("cultivate", "prepare", "plant", "seed", "water", "weed", "harvest", "keep-harvesting"),
        ),
    ] = None


class Communication(Tracked, frozen=True):
    """Something that we say, to whom, and why it should matter to them."""

    about: ClassVar[About] = About(
        title="communication",
        kind="communication",
        plural="communications",
        bare="message",
        ceiling=CUSTOMER,
        open=("planned", "running"),
        ended=("done", "dropped"),
        methods=(55,),
        note="A communication is said once, `by` a day, or again and again, `every` so often.",
        either=("by", "every"),
    )

    message: Annotated[
        Text,
        Prose(
            "Message",
            "What we say, in one sentence they would repeat.",
            "By ten or we pay the freight",
            (1, 55),
            SHORT,
        ),
    ] = None
    from_: Annotated[
        Links,
        Link(
            "From",
            "Who of ours says it; the plan's owner, if left out.",
            "frank-tervo",
            (55,),
            to=("person",),
        ),
    ] = None
    to: Annotated[Links, Link("To", "To whom of theirs.", "simone-aust", (2, 55), SHORT, to=("member",))] = (
        None
    )
    carries: Annotated[
        Links,
        Link(
            "Carries",
            "The advantage that it carries.",
            "next-day-spares",
            (2, 55),
            SHORT,
            ceiling=TEAM,
            to=("advantage",),
        ),
    ] = None
    anchored_in: Annotated[
        Links,
        Link(
            "Anchored in",
            "Their challenge, plan, project or success factor: never our product.",
            "counter-availability",
            (2, 55),
            SHORT,
            to=(*NEEDS, "business-objective"),
        ),
    ] = None
    step: Annotated[
        Word,
        OneWord(
            "Step",
            "The step of their decision that it reaches.",
            "specification",
            (2, 43),
            ceiling=TEAM,
            words=SALES_STEPS,
        ),
    ] = None
    channel: Annotated[
        Word,
        OneWord(
            "Channel",
            "How it reaches them.",
            "executive-review",
            (55,),
            words=(
                "meeting",
                "call",
                "letter",
                "report",
                "account-review",
                "executive-review",
                "hospitality",
                "their-newsletter",
                "their-staff-conference",
                "industry-conference",
                "seminar",
            ),
        ),
    ] = None
    by: Annotated[Date, Day("By", "The day it is said.", "2026-11-18", (55,), SHORT, better="earlier")] = None
    every: Annotated[Cadence, Stretch("Every", "How often.", "month", (55,), SHORT)] = None
    result: Annotated[
        Text, Prose("Result", "What they answered.", "She asked for the figures of May.", (55,))
    ] = None


class CabsBudget(Record, frozen=True):
    about: ClassVar[About] = About(title="budget", methods=(56,), bare="amount")

    state: Annotated[
        Word,
        OneWord(
            "State",
            "Is there money?",
            "planned",
            (56,),
            words=("none", "planned", "approved"),
            better="last-word",
        ),
    ] = None
    amount: Annotated[Figure, Money("Amount", "How much.", "1.8M", (56,))] = None


class Cabs(Record, frozen=True):
    """What makes an opportunity a qualified one."""

    about: ClassVar[About] = About(title="CABS", methods=(56,))

    compelling_reason: Annotated[
        Text,
        Prose(
            "Compelling reason",
            "Why they must buy, and not later.",
            "Backlog gone by 31 March 2027.",
            (56,),
            STANDARD,
        ),
    ] = None
    authority: Annotated[
        Links, Link("Authority", "Who can say yes.", "management-board", (56,), STANDARD, to=("member",))
    ] = None
    budget: Annotated[
        CabsBudget,
        One(
            "Budget",
            "Is there money?",
            {"state": "planned", "amount": "1.8M"},
            (56,),
            STANDARD,
            record=CabsBudget,
        ),
    ] = CabsBudget()
    allies: Annotated[
        Links, Link("Allies", "Who speaks for us.", "aylin-demir", (56,), STANDARD, to=("member",))
    ] = None


class PropositionCheck(Record, frozen=True):
    """Four questions before we propose; no, no, no, yes means trouble."""

    about: ClassVar[About] = About(title="value proposition checklist", methods=(28,))

    needs_justify_price: Annotated[
        Word,
        OneWord(
            "Needs justify the price",
            "Do their needs justify our price?",
            "yes",
            (28,),
            words=("no", "yes"),
            better="last-word",
        ),
    ] = None
    strengths_beat_rivals: Annotated[
        Word,
        OneWord(
            "Strengths beat rivals",
            "Are our strengths developed against their needs better than the competitors'?",
            "yes",
            (28,),
            words=("no", "yes"),
            better="last-word",
        ),
    ] = None
    benefits_shown: Annotated[
        Word,
        OneWord(
            "Benefits shown",
            "Have we shown the benefits to the key members well enough?",
            "no",
            (28,),
            words=("no", "yes"),
            better="last-word",
        ),
    ] = None
    dearer_than_rivals: Annotated[
        Word,
        OneWord(
            "Dearer than rivals",
            "Are we more expensive than the competitors?",
            "yes",
            (28,),
            words=("yes", "no"),
            better="last-word",
        ),
    ] = None


class OurChoice(Record, frozen=True):
    about: ClassVar[About] = About(title="our choice", methods=(59,), bare="margin")

    margin: Annotated[Figure, Percent("Margin", "In percent.", 61, (59,), better="higher")] = None
    quota: Annotated[Word, OneWord("Quota", "Does it count for our quota?", "yes", (59,), words=YES_NO)] = (
        None
    )
    competition: Annotated[
        Text,
        Prose("Competition", "How we stand against others with it.", "Sentryline weak on replay.", (59,)),
    ] = None


class Choices(Record, frozen=True):
    about: ClassVar[About] = About(title="choices", methods=(59,))

    theirs: Annotated[
        Keyed[Keyed[Figure]],
        Table(
            "Theirs",
            "Each member's decision criteria, weighted in percent.",
            {"katrin-voss": {"audit-evidence": 60, "price": 40}},
            (59,),
            EXTENDED,
            keys=Link("Member", to=("member",), many=False, said=False),
            value=Table(
                "Criteria",
                keys=Link("Criterion", to=("criterion",), many=False, said=False),
                value=Percent("Weight", "In percent.", 60),
            ),
        ),
    ] = EMPTY
    ours: Annotated[
        Keyed[OurChoice],
        Table(
            "Ours",
            "Which solution we push, and why.",
            None,
            (59,),
            EXTENDED,
            keys=Link("Offering", to=USING, many=False, said=False),
            value=OurChoice,
        ),
    ] = EMPTY


class Obstacle(Tracked, frozen=True):
    about: ClassVar[About] = About(
        title="obstacle",
        kind="obstacle",
        plural="obstacles",
        bare="what",
        open=("open",),
        ended=("gone",),
        welcome=False,
        methods=(57,),
    )

    what: Annotated[
        Text, Prose("Obstacle", "What could stand in the way.", "Trial window moves again", (57,))
    ] = None
    answer: Annotated[
        Text, Prose("Answer", "What we do then.", "Second window in week 34 reserved", (57,))
    ] = None
    owner: Annotated[
        Links, Link("Owner", "Who of ours watches it.", "per-lunde", (57,), to=("person",), many=False)
    ] = None


class Control(Record, frozen=True):
    about: ClassVar[About] = About(title="control", methods=(57,), bare="what")

    every: Annotated[Cadence, Stretch("Every", "How often we look.", "2 weeks", (57,))] = None
    last: Annotated[Date, Day("Last", "When we last looked.", "2026-10-12", (57,), better="later")] = None
    what: Annotated[
        Text, Prose("What", "What we look at.", "Log against plan; go or stop in week 7", (57,))
    ] = None


class SalesProject(Record, frozen=True):
    """The opportunity led as a project."""

    about: ClassVar[About] = About(title="sales project", methods=(57,), bare="phase")

    phase: Annotated[
        Word,
        OneWord(
            "Phase",
            "Where the project is.",
            "execution",
            (57,),
            words=("initiation", "objectives", "planning", "execution", "control"),
            better="last-word",
        ),
    ] = None
    started: Annotated[Date, Day("Started", "Since when.", "2026-04-01", (57,))] = None
    objectives: Annotated[
        Texts,
        ProseList(
            "Objectives", "What the project must reach.", ["Six weeks of trial with their measurement"], (57,)
        ),
    ] = None
    obstacles: Annotated[
        Keyed[Obstacle],
        Entries("Obstacles", "What could stand in the way, with our answer.", None, (57,), record=Obstacle),
    ] = EMPTY
    control: Annotated[Control, One("Control", "How we keep it on course.", None, (57,), record=Control)] = (
        Control()
    )


class Space(Record, frozen=True):
    about: ClassVar[About] = About(title="our space", methods=(62,))

    start: Annotated[Measure, Amount("Start", "What we ask first.", 2190, (62,))] = None
    target: Annotated[Measure, Amount("Target", "What we want.", 2140, (62,))] = None
    breaking_point: Annotated[Measure, Amount("Breaking point", "Where we leave the table.", 2060, (62,))] = (
        None
    )
    unit: Annotated[Text, Prose("Unit", "Of the three.", "EUR a tonne", (62,), said=False)] = None


class TheirSpace(Record, frozen=True):
    about: ClassVar[About] = About(title="their space", methods=(62,))

    start: Annotated[Measure, Amount("Start", "What they ask first.", 2050, (62,))] = None
    believed_limit: Annotated[
        Measure, Amount("Believed limit", "Where we believe they leave.", 2150, (62,))
    ] = None
    unit: Annotated[Text, Prose("Unit", "Of both.", "EUR a tonne", (62,), said=False)] = None


class Concession(Record, frozen=True):
    about: ClassVar[About] = About(title="concession", methods=(62,))

    we_can: Annotated[Text, Prose("We can", "What we can give …", "keep the price until 2028", (62,))] = None
    if_you_can: Annotated[
        Text, Prose("If you can", "… if they can give this.", "give us three years without tender", (62,))
    ] = None


class Negotiation(Record, frozen=True):
    """The sheet to negotiate from; for the account manager and sponsor only, unless you say otherwise."""

    about: ClassVar[About] = About(title="negotiation", methods=(62,), audience=PRIVATE)

    space: Annotated[
        Keyed[Space],
        Table(
            "Our space",
            "Per term (price, payment …): start, target, breaking point.",
            {"price": {"start": 2190, "target": 2140, "breaking_point": 2060}},
            (62,),
            value=Space,
        ),
    ] = EMPTY
    their_space: Annotated[
        Keyed[TheirSpace],
        Table(
            "Their space",
            "Per term: where they start, where we believe they stop.",
            None,
            (62,),
            value=TheirSpace,
        ),
    ] = EMPTY
    frame: Annotated[
        Text,
        Prose(
            "Frame",
            "What each side does not know of the other's limit.",
            "They do not know what Skive pays.",
            (62,),
        ),
    ] = None
    strategy: Annotated[
        Word,
        OneWord(
            "Strategy",
            "Competitive or collaborative.",
            "collaborative",
            (62,),
            words=("competitive", "collaborative"),
        ),
    ] = None
    style: Annotated[
        Word,
        OneWord(
            "Style",
            "How we speak.",
            "integrator",
            (62,),
            words=("direct", "evasive", "consensus", "transactional", "integrator"),
        ),
    ] = None
    concessions: Annotated[
        tuple[Concession, ...],
        Rows(
            "Concessions",
            "We can … if you can …",
            [{"we_can": "keep the price", "if_you_can": "give us three years"}],
            (62,),
            record=Concession,
        ),
    ] = ()
    value_argument: Annotated[
        Text,
        Prose(
            "Value argument",
            "What it is worth to them; never what it costs us.",
            "One point of efficiency is worth a month of chemicals.",
            (25, 62),
        ),
    ] = None


class Opportunity(Tracked, frozen=True):
    """Something that they may buy."""

    about: ClassVar[About] = About(
        title="opportunity",
        kind="opportunity",
        plural="opportunities",
        bare="what",
        open=("identified", "qualified", "go", "pursued", "closing"),
        ended=("lost", "no-go", "contract"),
        methods=(56,),
    )
    status_field: ClassVar[str] = "stage"

    what: Annotated[
        Text,
        Prose(
            "Opportunity", "What they may buy.", "Case handling for the corporate stream.", (56,), STANDARD
        ),
    ] = None
    using: Annotated[
        Links, Link("Using", "The offerings or co-creation in it.", "case-desk", (56,), STANDARD, to=USING)
    ] = None
    answers: Annotated[
        Links,
        Link(
            "Answers",
            "The challenge, plan, project or success factor behind it.",
            "alert-backlog",
            (2, 56),
            STANDARD,
            to=NEEDS,
        ),
    ] = None
    in_: Annotated[
        Links,
        Link(
            "In",
            "The segments of the open space that it fills.",
            "corporate-clients",
            (49, 56),
            to=("segment",),
        ),
    ] = None
    advances: Annotated[
        Links,
        Link(
            "Advances",
            "The goal of ours that it brings nearer.",
            "grow-with-cases",
            (56,),
            to=("objective", "strategy"),
        ),
    ] = None
    origin: Annotated[
        Word,
        OneWord(
            "Origin", "push: we found the need. pull: they asked.", "push", (56,), words=("push", "pull")
        ),
    ] = None
    stage: Annotated[
        Word,
        Lifecycle("Stage", "Where it is; its status.", "qualified", (51, 56), STANDARD, better="last-word"),
    ] = None
    status: None = None
    buying_step: Annotated[
        Word,
        OneWord(
            "Buying step",
            "The step of their buying process.",
            "proposal-request",
            (43, 56),
            words=SALES_STEPS,
            better="last-word",
        ),
    ] = None
    value: Annotated[
        Figure,
        Money("Value", "What it is worth over its term.", "1.6M", (56,), STANDARD, better="higher", least=0),
    ] = None
    currency: Annotated[Text, CURRENCY] = None
    term: Annotated[Cadence, Stretch("Term", "For how long.", "3 years", (56,))] = None
    probability: Annotated[
        Figure, Percent("Probability", "Of winning it, in percent.", 55, (56,), STANDARD, better="higher")
    ] = None
    closes: Annotated[
        Date, Day("Closes", "When they decide; a forecast.", "2027-02-26", (56,), STANDARD, better="earlier")
    ] = None
    calendar: Annotated[
        Keyed[Date],
        Table(
            "Calendar",
            "The dates of their process, under keys of your choice: publication, questions, bids, award …",
            {"bids": "2027-03-12"},
            (43, 56),
            value=Day("Day", "The day."),
        ),
    ] = EMPTY
    partners: Annotated[
        Texts,
        ProseList(
            "Partners",
            "Other firms that offer with us, or work under us.",
            "Kessler Tiefbau for the ground work",
            (56,),
        ),
    ] = None
    competitors: Annotated[
        Links, Link("Competitors", "Who else is after it.", "sentryline", (48, 56), to=("competitor",))
    ] = None
    cabs: Annotated[
        Cabs,
        One(
            "CABS",
            "Compelling reason, authority, budget, supporting allies: only with these it is qualified.",
            None,
            (56,),
            STANDARD,
            record=Cabs,
        ),
    ] = Cabs()
    proposition_check: Annotated[
        PropositionCheck,
        One(
            "Value proposition checklist",
            "Four questions before we propose.",
            None,
            (28,),
            record=PropositionCheck,
        ),
    ] = PropositionCheck()
    choices: Annotated[
        Choices, One("Choices", "What each of them decides by; what we push.", None, (57, 59), record=Choices)
    ] = Choices()
    sales_project: Annotated[
        SalesProject,
        One("Sales project", "The opportunity led as a project.", None, (57,), record=SalesProject),
    ] = SalesProject()
    negotiation: Annotated[
        Negotiation, One("Negotiation", "The sheet to negotiate from.", None, (62,), record=Negotiation)
    ] = Negotiation()


class Held(Tracked, frozen=True):
    """What expectations, concerns and alarms have in common."""

    whose: Annotated[Links, Link("Whose", "Who of theirs.", "aylin-demir", (58,), to=("member",))] = None
    about_: Annotated[Links, Link("About", "What it is about.", "case-desk-wave-1", (52, 58), to=ABOUT)] = (
        None
    )
    leads_to: Annotated[
        Links,
        Link(
            "Leads to",
            "The activity or communication that answers it.",
            "faster-paper",
            (52, 58),
            to=LEADS_TO,
        ),
    ] = None


class Expectation(Held, frozen=True):
    """What somebody expects of us."""

    about: ClassVar[About] = About(
        title="expectation",
        kind="expectation",
        plural="expectations",
        bare="what",
        open=("open",),
        ended=("met", "dropped"),
        methods=(57, 58),
    )

    what: Annotated[
        Text,
        Prose("Expectation", "What they expect.", "Jo and Tom stay until wave 1 is live.", (58,), EXTENDED),
    ] = None
    kind: Annotated[
        Word,
        OneWord(
            "Kind",
            "About the solution or the relationship?",
            "relational",
            (58,),
            words=("solution", "relational"),
        ),
    ] = None


class Concern(Held, frozen=True):
    """What somebody worries about, and said so."""

    about: ClassVar[About] = About(
        title="concern",
        kind="concern",
        plural="concerns",
        bare="what",
        open=("open",),
        ended=("settled", "dropped"),
        welcome=False,
        methods=(57, 58),
    )

    what: Annotated[
        Text,
        Prose("Concern", "What they said.", "After signature we only see the ticket desk.", (58,), EXTENDED),
    ] = None
    kind: Annotated[
        Word,
        OneWord(
            "Kind",
            "About the solution or the relationship?",
            "relational",
            (58,),
            words=("solution", "relational"),
        ),
    ] = None
    owner: Annotated[
        Links, Link("Owner", "Who of ours answers it.", "paul-gerritsen", (58,), to=("person",), many=False)
    ] = None
    answer: Annotated[
        Text, Prose("Answer", "What we answer.", "Quarterly review with Paul, dates fixed.", (58,))
    ] = None
    by: Annotated[Date, Day("By", "When it is answered.", "2026-12-15", (58,), better="earlier")] = None
    verified: Annotated[
        Word,
        OneWord(
            "Verified",
            "Have we checked that it is settled?",
            "no",
            (58,),
            words=("no", "yes"),
            better="last-word",
        ),
    ] = None


class Alarm(Held, frozen=True):
    """A sign that we noticed: something may go wrong here."""

    about: ClassVar[About] = About(
        title="alarm",
        kind="alarm",
        plural="alarms",
        bare="what",
        open=("open",),
        ended=("settled", "dropped"),
        welcome=False,
        methods=(52,),
    )

    sign: Annotated[Word, OneWord("Sign", "The first seven come early and mean little receptivity; the last six later and mean anxiety.", "fewer-contacts", (51, 52), EXTENDED, words=(
        "information-withheld", "unreliable", "contradictory", "unrealistic-requests", "fewer-contacts", "no-compelling-reason", "needs-stay-implied",
        "many-information-requests", "many-meeting-requests", "old-objections", "contradicting-objections", "poor-reception", "credibility-doubts",
    ))] = None  # fmt: skip
    what: Annotated[
        Text, Prose("What", "What we saw, in a sentence.", "Two visits cancelled within an hour.", (52,))
    ] = None
    seen: Annotated[Date, Day("Seen", "When we noticed.", "2026-10-12", (52,))] = None
    danger: Annotated[
        Word,
        OneWord(
            "Danger",
            "How dangerous it is.",
            "high",
            (52,),
            words=("high", "medium", "low"),
            better="last-word",
        ),
    ] = None
    owner: Annotated[
        Links, Link("Owner", "Who of ours treats it.", "paul-gerritsen", (52,), to=("person",), many=False)
    ] = None
    treatment: Annotated[
        Text, Prose("Treatment", "What we do about it.", "Visit before the architecture board.", (52,))
    ] = None
    by: Annotated[Date, Day("By", "Until when.", "2026-12-04", (52,), better="earlier")] = None
    verified: Annotated[
        Word,
        OneWord(
            "Verified",
            "Have we checked that it is handled?",
            "no",
            (52,),
            words=("no", "yes"),
            better="last-word",
        ),
    ] = None


class Question(Record, frozen=True):
    about: ClassVar[About] = About(title="deep-dive question", methods=(61,), bare="ask")

    ask: Annotated[
        Text,
        Prose("Ask", "The question, as we ask it.", "What would stop in the group if it stays so?", (61,)),
    ] = None
    to: Annotated[Links, Link("To", "Whom.", "katrin-voss", (61,), to=("member",))] = None
    learn: Annotated[
        Text, Prose("Learn", "What we want to learn from it.", "Her measure of success, in her words.", (61,))
    ] = None


class Meeting(Tracked, frozen=True):
    """A meeting worth preparing."""

    about: ClassVar[About] = About(
        title="meeting",
        kind="meeting",
        plural="meetings",
        bare="what",
        ceiling=CUSTOMER,
        open=("planned",),
        ended=("held", "cancelled"),
        methods=(61,),
    )

    what: Annotated[
        Text,
        Prose("Purpose", "What it is for, in a sentence.", "Agree the proof on their data.", (61,), EXTENDED),
    ] = None
    date: Annotated[Date, Day("Date", "When.", "2026-12-09", (61,), EXTENDED)] = None
    kind: Annotated[
        Word,
        OneWord(
            "Kind",
            "What sort of meeting.",
            "executive-review",
            (43, 61),
            words=("first-meeting", "working", "account-review", "executive-review", "negotiation"),
        ),
    ] = None
    with_: Annotated[
        Links, Link("With", "Their people.", ["katrin-voss"], (61,), EXTENDED, to=("member",))
    ] = None
    team: Annotated[Links, Link("Team", "Our people.", ["anika-sperling"], (61,), to=("person",))] = None
    about_: Annotated[
        Links, Link("About", "What it is about.", "case-desk-wave-1", (61,), ceiling=TEAM, to=ABOUT)
    ] = None
    objectives: Annotated[
        Texts,
        ProseList(
            "Objectives",
            "What we want to come out with.",
            ["Trial window in writing"],
            (61,),
            EXTENDED,
            ceiling=TEAM,
        ),
    ] = None
    agenda: Annotated[
        Texts, ProseList("Agenda", "In order.", ["Your objectives, what changed", "Next steps"], (61,))
    ] = None
    questions: Annotated[
        tuple[Question, ...],
        Rows(
            "Deep-dive questions",
            "Two or three, with what we want to learn.",
            None,
            (61,),
            EXTENDED,
            ceiling=TEAM,
            record=Question,
        ),
    ] = ()
    validate: Annotated[
        Texts,
        ProseList(
            "To validate",
            "Initiatives and solutions that we want to test on them.",
            ["Paid by efficiency"],
            (61,),
            ceiling=TEAM,
        ),
    ] = None
    result: Annotated[
        Text, Prose("Result", "What came out of it.", "Window confirmed for weeks 3 to 6.", (61,))
    ] = None
    leads_to: Annotated[
        Links,
        Link("Leads to", "The activities or communications that follow.", "shift-log", (61,), to=LEADS_TO),
    ] = None
    next_steps: Annotated[
        Texts,
        ProseList(
            "Next steps", "With people of both sides.", ["Dr. Voss names the sample by 27 November"], (61,)
        ),
    ] = None


class Resource(Tracked, frozen=True):
    about: ClassVar[About] = About(
        title="resource",
        kind="resource",
        plural="resources",
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


class AccountPlan(Record, frozen=True):
    """Block 5: objectives, activities, communications and opportunities."""

    about: ClassVar[About] = About(title="account plan", methods=(1,), ceiling=CUSTOMER)

    journey: Annotated[
        Journey,
        One(
            "Journey",
            "The phase we are in with this account.",
            None,
            (63,),
            EXTENDED,
            ceiling=TEAM,
            record=Journey,
        ),
    ] = Journey()
    objectives: Annotated[
        Keyed[Objective],
        Entries(
            "Objectives",
            "Grow faster than the rest, sell what was never sold there, co-create something new; and people to win.",
            None,
            (1, 53),
            SHORT,
            record=Objective,
        ),
    ] = EMPTY
    strategies: Annotated[
        Keyed[Strategy],
        Entries(
            "Strategies", "How we get there.", None, (17, 50, 60), STANDARD, ceiling=TEAM, record=Strategy
        ),
    ] = EMPTY
    opportunities: Annotated[
        Keyed[Opportunity],
        Entries(
            "Opportunities", "What they may buy.", None, (51, 56), STANDARD, ceiling=TEAM, record=Opportunity
        ),
    ] = EMPTY
    activities: Annotated[
        Keyed[Activity],
        Entries("Activities", "What we do, each for a reason.", None, (1, 2, 55), SHORT, record=Activity),
    ] = EMPTY
    communications: Annotated[
        Keyed[Communication],
        Entries(
            "Communications",
            "What we say, to whom, carrying which advantage, anchored in what of theirs.",
            None,
            (1, 2, 55),
            SHORT,
            record=Communication,
        ),
    ] = EMPTY
    meetings: Annotated[
        Keyed[Meeting],
        Entries("Meetings", "Meetings worth preparing.", None, (61,), EXTENDED, record=Meeting),
    ] = EMPTY
    expectations: Annotated[
        Keyed[Expectation],
        Entries(
            "Expectations",
            "What they expect of us.",
            None,
            (57, 58),
            EXTENDED,
            ceiling=TEAM,
            record=Expectation,
        ),
    ] = EMPTY
    concerns: Annotated[
        Keyed[Concern],
        Entries(
            "Concerns",
            "What they worry about and said.",
            None,
            (52, 57, 58),
            EXTENDED,
            ceiling=TEAM,
            record=Concern,
        ),
    ] = EMPTY
    alarms: Annotated[
        Keyed[Alarm],
        Entries("Alarms", "Signs that we noticed.", None, (51, 52), EXTENDED, ceiling=TEAM, record=Alarm),
    ] = EMPTY
    investment: Annotated[
        Investment,
        One(
            "Investment",
            "What the plan asks for, what it returns, and why here.",
            None,
            (65,),
            EXTENDED,
            ceiling=TEAM,
            record=Investment,
        ),
    ] = Investment()
