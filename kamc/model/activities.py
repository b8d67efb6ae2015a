"""Block 5: the account plan, which holds goals, actions, opportunities and cares (M53 to M65)."""

from typing import ClassVar

from kamc.model.actions import Activity, Communication, Meeting
from kamc.model.annotated import Annotated
from kamc.model.care import Alarm, Concern, Expectation
from kamc.model.fields import (
    CUSTOMER,
    EXTENDED,
    SHORT,
    STANDARD,
    TEAM,
    About,
    Entries,
    One,
)
from kamc.model.goals import Investment, Journey, Objective, Strategy
from kamc.model.opportunities import Opportunity
from kamc.model.records import EMPTY, Record
from kamc.model.values import Keyed


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
