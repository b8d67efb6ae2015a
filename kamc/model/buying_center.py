"""Who decides, who helps, what moves them, and who of ours speaks with them (M31 to M41)."""

from typing import ClassVar

from kamc.model.annotated import Annotated
from kamc.model.fields import (
    CUSTOMER,
    EXTENDED,
    PRIVATE,
    SHORT,
    STANDARD,
    TEAM,
    About,
    Day,
    Link,
    One,
    OneWord,
    Prose,
    SomeWords,
    Stretch,
    Table,
)
from kamc.model.product import ROLES
from kamc.model.records import EMPTY, LEADS_TO, LEVELS, Record, Tracked, is_missing
from kamc.model.values import Date, Keyed, Links, Text, Word, Words, each
from kamc.model.values import Stretch as Cadence


class DecisionMakerProfile(Record, frozen=True):
    about: ClassVar[About] = About(title="decision-maker profile", methods=(37,), bare="business_agenda")

    business_agenda: Annotated[
        Text,
        Prose("Business agenda", "What they must deliver.", "Machine 4 at plan before May.", (37,), STANDARD),
    ] = None
    personal_agenda: Annotated[
        Text,
        Prose(
            "Personal agenda",
            "What they want for themselves. For the account manager and sponsor only, unless you say otherwise.",
            "Wants to speak for the industry.",
            (37,),
            STANDARD,
            PRIVATE,
        ),
    ] = None
    recognised_by: Annotated[
        Text, Prose("Recognised by", "Whose praise counts for them.", "Supervisory board", (37,), EXTENDED)
    ] = None
    measured_by: Annotated[
        Text,
        Prose(
            "Measured by",
            "What their own success is measured by.",
            "Findings closed; no new ones",
            (37,),
            STANDARD,
        ),
    ] = None
    favourable: Annotated[
        Text,
        Prose(
            "Favourable?",
            "Are they for our proposition or not?",
            "Yes if her people measure the trial.",
            (37,),
            EXTENDED,
        ),
    ] = None
    needs: Annotated[
        Text, Prose("Needs", "Which needs do they try to meet?", "Certainty, weekly.", (37,), EXTENDED)
    ] = None
    kept_from_it: Annotated[
        Text,
        Prose(
            "Kept from it",
            "What has kept them from it so far?",
            "Two suppliers blaming each other.",
            (37,),
            EXTENDED,
        ),
    ] = None
    we_can_help: Annotated[
        Text, Prose("We can help", "How we can help.", "One log, signed by both shifts.", (37,), EXTENDED)
    ] = None


class Purchaser(Record, frozen=True):
    about: ClassVar[About] = About(title="purchaser type", methods=(38,))

    interest: Annotated[
        Word,
        OneWord(
            "Interest",
            "How much our product interests them.",
            "medium",
            (38,),
            words=LEVELS,
            better="last-word",
        ),
    ] = None
    involvement: Annotated[
        Word,
        OneWord(
            "Involvement", "How deeply they are involved.", "high", (38,), words=LEVELS, better="last-word"
        ),
    ] = None


CONTACT_LEVELS = ("vendor", "credible-source", "problem-solver", "trusted-advisor")


class Contact(Record, frozen=True):
    """What one of our people keeps up with one of theirs."""

    about: ClassVar[About] = About(title="contact", methods=(40,), bare="last")

    topic: Annotated[Text, Prose("Topic", "What they speak about.", "Audit programme", (40,), STANDARD)] = (
        None
    )
    every: Annotated[Cadence, Stretch("Every", "How often they mean to speak.", "month", (40,), STANDARD)] = (
        None
    )
    last: Annotated[
        Date, Day("Last", "When they last spoke.", "2026-10-08", (40,), SHORT, better="later")
    ] = None
    next: Annotated[Date, Day("Next", "When they speak next.", "2026-12-09", (40,))] = None
    level: Annotated[
        Word,
        OneWord(
            "Level",
            "What we are to them today.",
            "problem-solver",
            (40, 42),
            EXTENDED,
            words=CONTACT_LEVELS,
            better="last-word",
        ),
    ] = None
    wanted: Annotated[
        Word,
        OneWord(
            "Wanted level", "What we want to be to them.", "trusted-advisor", (40, 42), words=CONTACT_LEVELS
        ),
    ] = None
    plan: Annotated[
        Text,
        Prose("Engagement plan", "How we get there.", "Two visits a year, never with a price sheet.", (43,)),
    ] = None


STANCES = ("opponent", "constructive-critic", "conditional-supporter", "supporter")


SOUGHT = "unknown-"
"""How the id of a member begins whom a plan only looks for: `unknown-decider`."""


def is_sought(id_: str) -> bool:
    """Whether a member only stands for somebody whom the plan looks for."""
    return id_.startswith(SOUGHT)


class Member(Tracked, frozen=True):
    """A person, or a committee, with a part in their buying decisions."""

    about: ClassVar[About] = About(
        title="member of the buying centre",
        kind="member",
        ceiling=CUSTOMER,
        open=("active",),
        ended=("left",),
        methods=(31,),
    )

    name: Annotated[
        Text,
        Prose(
            "Name", "Where the id does not spell it.", "Dr. Katrin Voss", (31,), ceiling=CUSTOMER, said=False
        ),
    ] = None
    title: Annotated[
        Text,
        Prose("Title", "What they are there.", "Chief compliance officer", (31, 41), SHORT, ceiling=CUSTOMER),
    ] = None
    company: Annotated[
        Text,
        Prose(
            "Company", "Where they are not the customer's own.", "Veritas Advisory", (31,), ceiling=CUSTOMER
        ),
    ] = None
    members: Annotated[
        Links,
        Link(
            "Members",
            "Who sits in it, where it is a committee; a committee needs roles, stance and influence besides, and no more.",
            ["henrik-dahl", "katrin-voss"],
            (31,),
            ceiling=TEAM,
            to=("member",),
        ),
    ] = None
    roles: Annotated[
        Words,
        SomeWords(
            "Roles",
            "Which part they play in a decision.",
            ["user", "facilitator"],
            (19, 31),
            SHORT,
            ceiling=TEAM,
            words=ROLES,
        ),
    ] = None
    promoter: Annotated[
        Word,
        OneWord(
            "Promoter",
            "How they promote us; only an inner salesperson is a real facilitator.",
            "inner-salesperson",
            (32,),
            ceiling=TEAM,
            words=("information-provider", "good-buddy", "inner-salesperson"),
            better="last-word",
        ),
    ] = None
    favours: Annotated[
        Links,
        Link(
            "Favours",
            "The competitor they speak for.",
            "sentryline",
            (33, 48),
            ceiling=TEAM,
            to=("competitor",),
            many=False,
        ),
    ] = None
    won_through: Annotated[
        Links,
        Link(
            "Won through",
            "The allies through whom we reach them.",
            "aylin-demir",
            (33, 34),
            ceiling=TEAM,
            to=("member",),
        ),
    ] = None
    stance: Annotated[
        Word,
        OneWord(
            "Stance",
            "Where they stand towards us.",
            "conditional-supporter",
            (34, 35),
            SHORT,
            ceiling=TEAM,
            words=STANCES,
            better="last-word",
        ),
    ] = None
    influence: Annotated[
        Word,
        OneWord(
            "Influence",
            "How much weight they carry.",
            "high",
            (31, 35, 41),
            SHORT,
            ceiling=TEAM,
            words=LEVELS,
        ),
    ] = None
    profile: Annotated[
        DecisionMakerProfile,
        One("Profile", "What moves them.", None, (37,), STANDARD, ceiling=TEAM, record=DecisionMakerProfile),
    ] = DecisionMakerProfile()
    purchaser: Annotated[
        Purchaser, One("Purchaser type", "For buyers.", None, (38,), ceiling=TEAM, record=Purchaser)
    ] = Purchaser()
    contacts: Annotated[
        Keyed[Contact],
        Table(
            "Contacts",
            "Who of ours speaks with them; `none` if nobody does.",
            {"jana-wolters": "2026-10-06"},
            (1, 40),
            SHORT,
            ceiling=TEAM,
            keys=Link("Our person", to=("person",), many=False, said=False),
            value=Contact,
        ),
    ] = EMPTY
    reports_to: Annotated[
        Links,
        Link(
            "Reports to",
            "Their superior; `none` at the top.",
            "katrin-voss",
            (1, 41),
            STANDARD,
            ceiling=TEAM,
            to=("member",),
            many=False,
        ),
    ] = None
    influences: Annotated[
        Keyed[Text],
        Table(
            "Influences",
            "Whom they move, and on what.",
            {"katrin-voss": "What the teams can handle"},
            (19, 32, 34, 41),
            ceiling=TEAM,
            keys=Link("Member", to=("member",), many=False, said=False),
            value=Prose("On what", "On what they move them."),
        ),
    ] = EMPTY


def is_committee(member: Member) -> bool:
    """Whether a member is several people."""
    return not is_missing(member.members)


def holds(member: Member, *roles: str) -> bool:
    """Whether a member has one of these roles."""
    return any(role in each(member.roles) for role in roles)


class AnalysisPoint(Record, frozen=True):
    about: ClassVar[About] = About(title="point of the analysis", methods=(36,), bare="what")

    what: Annotated[Text, Prose("What", "What it is for them.", "Being left alone at night", (36,))] = None
    assessment: Annotated[Text, Prose("Assessment", "What we make of it.", "Our best card", (36,))] = None
    leads_to: Annotated[
        Links,
        Link("Leads to", "The activity or communication that follows.", "shift-log", (36,), to=LEADS_TO),
    ] = None


NO_POINT = AnalysisPoint()


class TangibleIntangible(Record, frozen=True):
    about: ClassVar[About] = About(title="tangible and intangible", methods=(36,))

    tangible: Annotated[
        AnalysisPoint, One("Tangible", "What can be counted.", None, (36,), EXTENDED, record=AnalysisPoint)
    ] = NO_POINT
    intangible: Annotated[
        AnalysisPoint, One("Intangible", "What cannot.", None, (36,), EXTENDED, record=AnalysisPoint)
    ] = NO_POINT


class CurrentPossible(Record, frozen=True):
    about: ClassVar[About] = About(title="current and possible", methods=(36,))

    current: Annotated[
        AnalysisPoint, One("Current", "What they expect today.", None, (36,), EXTENDED, record=AnalysisPoint)
    ] = NO_POINT
    possible: Annotated[
        AnalysisPoint,
        One("Possible", "What they could come to expect.", None, (36,), EXTENDED, record=AnalysisPoint),
    ] = NO_POINT


class GroupAnalysis(Record, frozen=True):
    about: ClassVar[About] = About(title="group of the buying centre", methods=(36,))

    preoccupations: Annotated[
        TangibleIntangible,
        One("Preoccupations", "What occupies them.", None, (36,), EXTENDED, record=TangibleIntangible),
    ] = TangibleIntangible()
    consequences: Annotated[
        TangibleIntangible,
        One("Consequences", "What follows for them.", None, (36,), EXTENDED, record=TangibleIntangible),
    ] = TangibleIntangible()
    expectations: Annotated[
        CurrentPossible,
        One("Expectations", "What they expect.", None, (36,), EXTENDED, record=CurrentPossible),
    ] = CurrentPossible()


NO_GROUP = GroupAnalysis()


class BuyingCenterAnalysis(Record, frozen=True):
    about: ClassVar[About] = About(
        title="buying-centre analysis",
        methods=(36,),
        note="Preoccupations are what they have on their minds today; consequences are what follows for them if it stays so. A point can add our `assessment`, and the activity that it `leads_to`.",
    )

    buyers: Annotated[GroupAnalysis, One("Buyers", methods=(36,), ask=EXTENDED, record=GroupAnalysis)] = (
        NO_GROUP
    )
    users: Annotated[GroupAnalysis, One("Users", methods=(36,), ask=EXTENDED, record=GroupAnalysis)] = (
        NO_GROUP
    )
    deciders: Annotated[GroupAnalysis, One("Deciders", methods=(36,), ask=EXTENDED, record=GroupAnalysis)] = (
        NO_GROUP
    )
    promoters: Annotated[
        GroupAnalysis, One("Promoters", methods=(36,), ask=EXTENDED, record=GroupAnalysis)
    ] = NO_GROUP
