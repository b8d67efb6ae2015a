"""What we do, what we say, and the meetings in which we do it (M2, M55, M61, M64)."""

from typing import ClassVar

from kamc.model.account import NEEDS
from kamc.model.annotated import Annotated
from kamc.model.fields import (
    CUSTOMER,
    EXTENDED,
    SHORT,
    TEAM,
    About,
    Day,
    Link,
    OneWord,
    Prose,
    ProseList,
    Rows,
    Stretch,
)
from kamc.model.product import USING
from kamc.model.records import LEADS_TO, Record, Tracked
from kamc.model.relationships import SALES_STEPS
from kamc.model.values import Date, Links, Text, Texts, Word
from kamc.model.values import Stretch as Cadence

GOALS = ("objective", "strategy", "opportunity")


class Activity(Tracked, frozen=True):
    """Something that one of us does, for a reason."""

    about: ClassVar[About] = About(
        title="activity",
        kind="activity",
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


ABOUT = ("opportunity", "co-creation", "activity", "project", "challenge", "objective")


class Meeting(Tracked, frozen=True):
    """A meeting worth preparing."""

    about: ClassVar[About] = About(
        title="meeting",
        kind="meeting",
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
