"""What they may buy: qualified, led as a project, negotiated (M28, M56, M57, M59, M62)."""

from typing import ClassVar

from kamc.model.account import NEEDS
from kamc.model.annotated import Annotated
from kamc.model.fields import (
    EXTENDED,
    PRIVATE,
    STANDARD,
    About,
    Amount,
    Day,
    Entries,
    Lifecycle,
    Link,
    Money,
    One,
    OneWord,
    Percent,
    Prose,
    ProseList,
    Rows,
    Stretch,
    Table,
)
from kamc.model.product import USING
from kamc.model.records import CURRENCY, EMPTY, Record, Tracked
from kamc.model.relationships import SALES_STEPS
from kamc.model.values import Date, Keyed, Links, Measure, Text, Texts, Word
from kamc.model.values import Number as Figure
from kamc.model.values import Stretch as Cadence


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


YES_NO = ("yes", "no")


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
