"""How the account buys, earns and grows, and the questions that a good account manager can answer (M19 to M21)."""

from typing import ClassVar

from kamc.model.annotated import Annotated
from kamc.model.fields import (
    CUSTOMER,
    EXTENDED,
    STANDARD,
    TEAM,
    About,
    One,
    OneWord,
    ProseList,
)
from kamc.model.records import LEVELS, NO_NOTE, Note, Record
from kamc.model.values import Texts, Word


class CustomerAnalysis(Record, frozen=True):
    about: ClassVar[About] = About(title="customer analysis", methods=(20,), ceiling=CUSTOMER)

    purchasing_strategy: Annotated[
        Note,
        One(
            "Purchasing strategy",
            "How they buy, and who must agree.",
            "Two suppliers a domain at most.",
            (20,),
            STANDARD,
            record=Note,
        ),
    ] = NO_NOTE
    value_drivers: Annotated[
        Note,
        One(
            "Value drivers",
            "What makes or saves them money, or fulfils their task.",
            "One percent of efficiency is worth 2.6M a year.",
            (20, 25),
            STANDARD,
            record=Note,
        ),
    ] = NO_NOTE
    growth_strategy: Annotated[
        Note,
        One(
            "Growth strategy",
            "Where they want to grow.",
            "Corporate clients in Denmark; no acquisitions.",
            (20,),
            STANDARD,
            record=Note,
        ),
    ] = NO_NOTE
    value_chain: Annotated[
        Note,
        One(
            "Value chain",
            "What they buy, make and sell.",
            "Own wood 40 %, pulp 60 % bought.",
            (20,),
            EXTENDED,
            record=Note,
        ),
    ] = NO_NOTE
    activity_cycle: Annotated[
        Note,
        One(
            "Customer activity cycle",
            "Their year: windows, rounds, shutdowns.",
            "Shutdown in July; price round in November.",
            (20,),
            EXTENDED,
            record=Note,
        ),
    ] = NO_NOTE
    shared_future: Annotated[
        Note,
        One(
            "Shared future",
            "Where both of us want to be, told together.",
            "A mill that needs a third less water.",
            (20,),
            STANDARD,
            record=Note,
        ),
    ] = NO_NOTE


class Environment(Record, frozen=True):
    about: ClassVar[About] = About(title="their environment", methods=(19,), ceiling=CUSTOMER)

    political: Annotated[
        Note, One("Political", "Which political change touches them?", None, (19,), EXTENDED, record=Note)
    ] = NO_NOTE
    legal: Annotated[
        Note, One("Legal", "Which laws and rules change for them?", None, (19,), EXTENDED, record=Note)
    ] = NO_NOTE
    economic: Annotated[
        Note, One("Economic", "Which economic change touches them?", None, (19,), EXTENDED, record=Note)
    ] = NO_NOTE
    social: Annotated[
        Note, One("Social", "Which social change touches them?", None, (19,), EXTENDED, record=Note)
    ] = NO_NOTE
    production_technology: Annotated[
        Note,
        One(
            "Technology that changes production",
            "What changes how they make things?",
            None,
            (19,),
            EXTENDED,
            record=Note,
        ),
    ] = NO_NOTE
    demand_technology: Annotated[
        Note,
        One(
            "Technology that changes demand",
            "What changes what their customers want?",
            None,
            (19,),
            EXTENDED,
            record=Note,
        ),
    ] = NO_NOTE


class TheirMarket(Record, frozen=True):
    about: ClassVar[About] = About(title="their market", methods=(19,), ceiling=CUSTOMER)

    size: Annotated[Note, One("Size", "How large is their market?", None, (19,), EXTENDED, record=Note)] = (
        NO_NOTE
    )
    trends: Annotated[Note, One("Trends", "Where is it going?", None, (19,), EXTENDED, record=Note)] = NO_NOTE
    customers: Annotated[
        Note, One("Customers", "Who are their customers?", None, (19,), EXTENDED, record=Note)
    ] = NO_NOTE
    needs: Annotated[
        Note, One("Needs", "What do their customers need?", None, (19,), EXTENDED, record=Note)
    ] = NO_NOTE
    satisfies: Annotated[
        Note,
        One("What satisfies them", "What satisfies their customers?", None, (19,), EXTENDED, record=Note),
    ] = NO_NOTE
    annoys: Annotated[
        Note, One("What annoys them", "What annoys their customers?", None, (19,), EXTENDED, record=Note)
    ] = NO_NOTE
    sensitive_to: Annotated[
        Note,
        One("Sensitive to", "What are their customers sensitive to?", None, (19,), EXTENDED, record=Note),
    ] = NO_NOTE
    demand_moved_by: Annotated[
        Note,
        One("What moves demand", "What moves demand in their market?", None, (19,), EXTENDED, record=Note),
    ] = NO_NOTE


class TheirCompetition(Record, frozen=True):
    about: ClassVar[About] = About(title="their competition", methods=(19,), ceiling=CUSTOMER)

    strategy: Annotated[
        Note,
        One("Strategy", "What is their strategy against competitors?", None, (19,), EXTENDED, record=Note),
    ] = NO_NOTE
    business_model: Annotated[
        Note, One("Business model", "How do they earn money?", None, (19,), EXTENDED, record=Note)
    ] = NO_NOTE
    results: Annotated[Note, One("Results", "How do they do?", None, (19,), EXTENDED, record=Note)] = NO_NOTE
    rivals: Annotated[
        Note,
        One(
            "Rivals",
            "Who competes with them: shares, advantages, image, strengths and weaknesses?",
            None,
            (19,),
            EXTENDED,
            record=Note,
        ),
    ] = NO_NOTE
    entry_barriers: Annotated[
        Note, One("Entry barriers", "What keeps newcomers out?", None, (19,), EXTENDED, record=Note)
    ] = NO_NOTE
    prices_moved_by: Annotated[
        Note, One("What moves prices", "What moves their prices?", None, (19,), EXTENDED, record=Note)
    ] = NO_NOTE


class Position(Record, frozen=True):
    about: ClassVar[About] = About(title="our position", methods=(19,), ceiling=TEAM)

    buying_cycle: Annotated[
        Note,
        One(
            "Buying cycle",
            "When do they plan, ask and decide?",
            "Budget round from May to September.",
            (19,),
            STANDARD,
            record=Note,
        ),
    ] = NO_NOTE
    budget_say: Annotated[
        Note,
        One(
            "Say in the budget",
            "Who has a say in the budget, up to which amount?",
            "Mill manager to 250k, then the board.",
            (19,),
            EXTENDED,
            record=Note,
        ),
    ] = NO_NOTE
    bought_from_us: Annotated[
        Note,
        One(
            "What they buy from us",
            "Volume, value, how recently and how often: what the figures do not tell.",
            None,
            (19,),
            record=Note,
        ),
    ] = NO_NOTE
    why_us: Annotated[
        Note,
        One(
            "Why us", "Why did they choose us?", "Engineers on shift at night.", (19,), EXTENDED, record=Note
        ),
    ] = NO_NOTE
    preferred: Annotated[
        Note,
        One(
            "Preferred?",
            "Are we preferred, where, and why?",
            "In screening yes, in cases no.",
            (19,),
            STANDARD,
            record=Note,
        ),
    ] = NO_NOTE
    other_suppliers: Annotated[
        Note,
        One(
            "Other suppliers",
            "Who else, since when, and how do they support the strategy?",
            None,
            (19,),
            EXTENDED,
            record=Note,
        ),
    ] = NO_NOTE
    relationship_sought: Annotated[
        Note,
        One(
            "Relationship sought",
            "What do they want from suppliers?",
            "Two or three named long-term suppliers.",
            (19, 42),
            STANDARD,
            record=Note,
        ),
    ] = NO_NOTE
    shares_explained_by: Annotated[
        Note, One("What explains the shares", "Why are the shares as they are?", None, (19, 46), record=Note)
    ] = NO_NOTE
    what_could_change: Annotated[
        Note,
        One(
            "What could change it",
            "What could change this relationship, or the one with a competitor?",
            None,
            (19,),
            STANDARD,
            record=Note,
        ),
    ] = NO_NOTE


class Reflection(Record, frozen=True):
    about: ClassVar[About] = About(title="reflection questions", methods=(19,), ceiling=CUSTOMER)

    environment: Annotated[
        Environment,
        One("Environment", "What changes around them.", None, (19,), EXTENDED, record=Environment),
    ] = Environment()
    market: Annotated[
        TheirMarket, One("Market", "Their market.", None, (19,), EXTENDED, record=TheirMarket)
    ] = TheirMarket()
    competition: Annotated[
        TheirCompetition,
        One("Competitive pressure", "Their competition.", None, (19,), EXTENDED, record=TheirCompetition),
    ] = TheirCompetition()
    position: Annotated[
        Position, One("Position", "Where we stand with them.", None, (19,), STANDARD, record=Position)
    ] = Position()


class Force(Record, frozen=True):
    about: ClassVar[About] = About(title="force", methods=(21,))

    strength: Annotated[
        Word, OneWord("Strength", "How strong it is in their industry.", "high", (21,), words=LEVELS)
    ] = None
    drivers: Annotated[Texts, ProseList("Drivers", "What drives it.", ["Capital", "Approvals"], (21,))] = None


NO_FORCE = Force()


class FiveForces(Record, frozen=True):
    about: ClassVar[About] = About(title="five forces", methods=(21,))

    new_entrants: Annotated[Force, One("New entrants", methods=(21,), ask=EXTENDED, record=Force)] = NO_FORCE
    supplier_power: Annotated[Force, One("Supplier power", methods=(21,), ask=EXTENDED, record=Force)] = (
        NO_FORCE
    )
    buyer_power: Annotated[Force, One("Buyer power", methods=(21,), ask=EXTENDED, record=Force)] = NO_FORCE
    substitutes: Annotated[Force, One("Substitutes", methods=(21,), ask=EXTENDED, record=Force)] = NO_FORCE
    rivalry: Annotated[Force, One("Rivalry", methods=(21,), ask=EXTENDED, record=Force)] = NO_FORCE
