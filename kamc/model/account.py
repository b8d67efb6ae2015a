"""Block 1: what we know of the account: its goals, its challenges, plans and projects (M16 to M18)."""

from typing import ClassVar

from kamc.model.annotated import Annotated
from kamc.model.fields import (
    CUSTOMER,
    EXTENDED,
    SHORT,
    STANDARD,
    TEAM,
    About,
    Day,
    Entries,
    Link,
    Money,
    One,
    Prose,
)
from kamc.model.records import CURRENCY, EMPTY, LEADS_TO, NO_NOTE, Note, Record, Tracked
from kamc.model.reflection import CustomerAnalysis, FiveForces, Reflection
from kamc.model.values import Date, Keyed, Links, Text
from kamc.model.values import Number as Figure


class BusinessObjective(Tracked, frozen=True):
    """What they want to reach in the next three to five years."""

    about: ClassVar[About] = About(
        title="business objective",
        kind="business-objective",
        bare="what",
        ceiling=CUSTOMER,
        open=("active",),
        ended=("met", "missed", "dropped"),
        methods=(17,),
    )

    what: Annotated[
        Text,
        Prose(
            "Business objective",
            "What they want to reach, in their words.",
            "Return on capital of 12 % (2025: 7.4).",
            (17,),
            EXTENDED,
        ),
    ] = None
    whose: Annotated[
        Links, Link("Whose", "Who at the customer answers for it.", "jorunn-eide", (17,), to=("member",))
    ] = None
    by: Annotated[Date, Day("By", "Until when.", 2029, (17,))] = None


class SuccessFactor(Tracked, frozen=True):
    """What must go well for them to succeed. Theirs: knowing it needs no knowledge of us."""

    about: ClassVar[About] = About(
        title="success factor",
        kind="success-factor",
        bare="what",
        ceiling=CUSTOMER,
        open=("active",),
        ended=("met", "missed", "dropped"),
        methods=(16,),
    )

    what: Annotated[
        Text,
        Prose(
            "Success factor",
            "What must go well for them, in their words, never naming our products.",
            "Half of heating sales from heat pumps (today 31 %)",
            (16,),
            SHORT,
            CUSTOMER,
        ),
    ] = None
    whose: Annotated[
        Links,
        Link("Whose", "Who at the customer answers for it.", "gerd-hollenbach", (16,), SHORT, to=("member",)),
    ] = None
    serves: Annotated[
        Links,
        Link(
            "Serves",
            "The business objective behind it.",
            "return-on-capital",
            (16, 17),
            EXTENDED,
            to=("business-objective",),
        ),
    ] = None
    measured_by: Annotated[
        Text,
        Prose(
            "Measured by",
            "How the customer measures it.",
            "Findings closed by the external auditor",
            (16,),
            STANDARD,
            CUSTOMER,
        ),
    ] = None
    now: Annotated[
        Text,
        Prose(
            "Now",
            "Where they are today, in that measure.",
            "9 of 23 on 30 September",
            (16,),
            audience=CUSTOMER,
        ),
    ] = None
    by: Annotated[Date, Day("By", "Until when.", "2027-06-30", (16,), SHORT, CUSTOMER)] = None


class Barrier(Tracked, frozen=True):
    """What stands in their own way."""

    about: ClassVar[About] = About(
        title="barrier",
        kind="barrier",
        bare="what",
        ceiling=CUSTOMER,
        open=("active",),
        ended=("gone",),
        welcome=False,
        methods=(17,),
    )

    what: Annotated[
        Text,
        Prose("Barrier", "What stands in their own way.", "No investment above 2M until mid 2027.", (17,)),
    ] = None
    leads_to: Annotated[
        Links,
        Link(
            "Leads to",
            "The activity, communication or strategy that takes it into account.",
            "lease-offer",
            (17,),
            EXTENDED,
            ceiling=TEAM,
            to=(*LEADS_TO, "strategy"),
        ),
    ] = None


class Enabler(Tracked, frozen=True):
    """What helps them on their way."""

    about: ClassVar[About] = About(
        title="enabler",
        kind="enabler",
        bare="what",
        ceiling=CUSTOMER,
        open=("active",),
        ended=("gone",),
        welcome=True,
        methods=(17,),
    )

    what: Annotated[
        Text,
        Prose("Enabler", "What helps them on their way.", "Loan of 120M tied to the water figure.", (17,)),
    ] = None


class Need(Tracked, frozen=True):
    """What challenges, plans and projects have in common."""

    what: Annotated[
        Text,
        Prose(
            "What",
            "What it is, in a sentence a stranger understands.",
            "9 400 open alerts, 96 % of them false.",
            (18,),
            STANDARD,
        ),
    ] = None
    serves: Annotated[
        Links,
        Link(
            "Serves",
            "The success factor or business objective that it matters to.",
            "clean-audit",
            (2, 18),
            STANDARD,
            to=("success-factor", "business-objective"),
        ),
    ] = None
    whose: Annotated[
        Links,
        Link("Whose", "Who at the customer answers for it.", "aylin-demir", (18,), STANDARD, to=("member",)),
    ] = None
    compelling_reason: Annotated[
        Text,
        Prose(
            "Compelling reason",
            "Why they must act, and not later.",
            "Backlog gone by 31 March, or the supervisor steps in.",
            (18,),
            STANDARD,
            ceiling=TEAM,
        ),
    ] = None
    budget: Annotated[Figure, Money("Budget", "What they have set aside.", "6.5M", (18,), ceiling=TEAM)] = (
        None
    )
    currency: Annotated[Text, CURRENCY] = None
    by: Annotated[Date, Day("By", "Until when.", "2027-03-31", (18,), STANDARD)] = None


class Challenge(Need, frozen=True):
    """A problem of theirs."""

    about: ClassVar[About] = About(
        title="challenge",
        kind="challenge",
        bare="what",
        ceiling=CUSTOMER,
        open=("open",),
        ended=("solved", "dropped"),
        methods=(18,),
    )


class TheirPlan(Need, frozen=True):
    """Something they mean to do. `by` is the day it is to be done; where they have yet to decide, that day."""

    about: ClassVar[About] = About(
        title="plan of theirs",
        kind="plan",
        bare="what",
        ceiling=CUSTOMER,
        open=("planned", "running", "on-hold"),
        ended=("done", "dropped"),
        methods=(18,),
    )


class Project(Need, frozen=True):
    """Something they are doing, with people and money on it."""

    about: ClassVar[About] = About(
        title="project",
        kind="project",
        bare="what",
        ceiling=CUSTOMER,
        open=("running", "planned", "on-hold"),
        ended=("done", "dropped"),
        methods=(18,),
    )


class AccountKnowledge(Record, frozen=True):
    """Block 1: the account's situation, its goals, and its challenges, plans and projects."""

    about: ClassVar[About] = About(title="account knowledge", methods=(1,), ceiling=CUSTOMER)

    situation: Annotated[
        Note,
        One(
            "Situation",
            "Where they stand today, in two or three sentences.",
            "Special audit found 23 weaknesses.",
            (17,),
            STANDARD,
            record=Note,
        ),
    ] = NO_NOTE
    business_objectives: Annotated[
        Keyed[BusinessObjective],
        Entries(
            "Business objectives",
            "What they want to reach in three to five years.",
            None,
            (17,),
            EXTENDED,
            record=BusinessObjective,
        ),
    ] = EMPTY
    success_factors: Annotated[
        Keyed[SuccessFactor],
        Entries(
            "Success factors",
            "Two to five things that must go well for them.",
            None,
            (16,),
            SHORT,
            record=SuccessFactor,
        ),
    ] = EMPTY
    barriers: Annotated[
        Keyed[Barrier],
        Entries(
            "Barriers",
            "What stands in their own way.",
            {"spending-stop": "No investment above 2M until mid 2027."},
            (17,),
            EXTENDED,
            record=Barrier,
        ),
    ] = EMPTY
    enablers: Annotated[
        Keyed[Enabler],
        Entries(
            "Enablers",
            "What helps them.",
            {"water-loan": "Loan of 120M tied to the water figure."},
            (17,),
            EXTENDED,
            record=Enabler,
        ),
    ] = EMPTY
    challenges: Annotated[
        Keyed[Challenge], Entries("Challenges", "Their problems.", None, (1, 18), STANDARD, record=Challenge)
    ] = EMPTY
    plans: Annotated[
        Keyed[TheirPlan], Entries("Plans", "What they mean to do.", None, (1, 18), record=TheirPlan)
    ] = EMPTY
    projects: Annotated[
        Keyed[Project],
        Entries(
            "Projects",
            "What they are doing, with people and money on it.",
            None,
            (1, 18),
            STANDARD,
            record=Project,
        ),
    ] = EMPTY
    customer_analysis: Annotated[
        CustomerAnalysis,
        One(
            "Customer analysis",
            "How they buy, earn and grow.",
            None,
            (20,),
            STANDARD,
            record=CustomerAnalysis,
        ),
    ] = CustomerAnalysis()
    reflection: Annotated[
        Reflection,
        One(
            "Reflection questions",
            "What a good account manager can answer; `unknown` is work to be done.",
            None,
            (19,),
            STANDARD,
            record=Reflection,
        ),
    ] = Reflection()
    five_forces: Annotated[
        FiveForces, One("Five forces", "Seen from their industry.", None, (21,), EXTENDED, record=FiveForces)
    ] = FiveForces()


NEEDS = ("success-factor", "challenge", "plan", "project")
