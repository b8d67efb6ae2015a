"""Why the account is key (M3, M5 to M13, M68), and block 1: what we know of it (M16 to M22)."""

from typing import ClassVar

from kamc.model.annotated import Annotated
from kamc.model.fields import (
    About,
    Amount,
    Audience,
    Day,
    Entries,
    Link,
    Money,
    Number,
    One,
    OneWord,
    Percent,
    Profile,
    Prose,
    ProseList,
)
from kamc.model.records import CURRENCY, EMPTY, LEVELS, Note, Record, Tracked
from kamc.model.values import Date, Keyed, Links, Measure, Text, Texts, Word
from kamc.model.values import Number as Figure

SHORT, STANDARD, EXTENDED = Profile.SHORT, Profile.STANDARD, Profile.EXTENDED
CUSTOMER, TEAM, PRIVATE = Audience.CUSTOMER, Audience.TEAM, Audience.PRIVATE
NEEDS = ("success-factor", "challenge", "plan", "project")
NO_NOTE = Note()


# --- selection -------------------------------------------------------------------------------------------------


class Size(Record, frozen=True):
    about: ClassVar[About] = About(title="size", bare="what")

    what: Annotated[
        Text,
        Prose(
            "In words", "How large they are, by what drives demand.", "Fourth largest of our 37 banks.", (5,)
        ),
    ] = None
    volume: Annotated[
        Measure,
        Amount(
            "Volume",
            "The volume that drives their demand; better than revenue.",
            "4100 tonnes",
            (5,),
            better="higher",
        ),
    ] = None
    value: Annotated[Figure, Money("Value", "What they buy a year.", "9.6M", (5,), better="higher")] = None


class LifetimeValue(Record, frozen=True):
    about: ClassVar[About] = About(title="customer lifetime value", methods=(6,), bare="what")

    what: Annotated[
        Text,
        Prose(
            "In words",
            "Your own estimate in words, where the figures are not known.",
            "Steady for ten years.",
            (6,),
        ),
    ] = None
    yearly_margin: Annotated[
        Figure, Money("Yearly margin", "Contribution margin a year.", "1.2M", (6,), better="higher")
    ] = None
    years: Annotated[
        Figure, Number("Years", "How long we count on them.", 5, (6,), better="higher", least=1, most=50)
    ] = None
    retention: Annotated[
        Figure,
        Percent(
            "Retention",
            "How likely they stay from one year to the next, in percent.",
            93,
            (6,),
            better="higher",
        ),
    ] = None
    discount: Annotated[Figure, Percent("Discount rate", "Our rate a year, in percent.", 9, (6,))] = None
    acquisition: Annotated[
        Figure, Money("Cost of acquiring", "What it still costs to win them.", 0, (6,), better="lower")
    ] = None
    serving: Annotated[
        Figure,
        Money("Cost of serving", "A year, where the margin does not yet hold it.", 0, (6,), better="lower"),
    ] = None


class UnrealisedPotential(Record, frozen=True):
    about: ClassVar[About] = About(title="unrealised potential value", methods=(7,), bare="limit")

    cross_sell: Annotated[
        Figure,
        Money("Cross-selling", "Yearly margin from our other products.", "1.9M", (7,), better="higher"),
    ] = None
    up_sell: Annotated[
        Figure,
        Money(
            "Up-selling",
            "Yearly margin from the same products: better ones, more segments or regions.",
            "0.4M",
            (7,),
            better="higher",
        ),
    ] = None
    co_create: Annotated[
        Figure,
        Money("Co-creation", "Yearly margin from new or adapted products.", "0.3M", (7,), better="higher"),
    ] = None
    limit: Annotated[
        Text,
        Prose(
            "Upper limit",
            "The customer's need, not our catalogue.",
            "They need about 21M a year of all that we could do.",
            (7,),
        ),
    ] = None


class Fit(Record, frozen=True):
    about: ClassVar[About] = About(title="account fit", methods=(5,))

    strategic: Annotated[
        Word,
        OneWord("Strategic", "Do we want the same things?", "high", (5,), words=LEVELS, better="last-word"),
    ] = None
    operational: Annotated[
        Word,
        OneWord(
            "Operational", "Do our ways of working fit?", "medium", (5,), words=LEVELS, better="last-word"
        ),
    ] = None
    cultural: Annotated[
        Word, OneWord("Cultural", "Do our people fit?", "high", (5,), words=LEVELS, better="last-word")
    ] = None


class RelationshipMethod(Record, frozen=True):
    about: ClassVar[About] = About(title="loyalty and profitability", methods=(8,))

    loyalty: Annotated[
        Word,
        OneWord("Loyalty", "How loyal they are to us.", "high", (5, 8), words=LEVELS, better="last-word"),
    ] = None
    profitability: Annotated[
        Word,
        OneWord("Profitability", "How much we earn there.", "high", (5, 8), words=LEVELS, better="last-word"),
    ] = None


class Criteria(Record, frozen=True):
    about: ClassVar[About] = About(title="selection criteria", methods=(5,))

    size: Annotated[
        Size,
        One(
            "Size",
            "By the volume that drives demand.",
            "14.2M transactions a month",
            (5,),
            STANDARD,
            record=Size,
        ),
    ] = Size()
    strategic_importance: Annotated[
        Note,
        One(
            "Strategic importance",
            "What else hangs on them.",
            "Nine peers watch what they do.",
            (5,),
            STANDARD,
            record=Note,
        ),
    ] = NO_NOTE
    lifetime_value: Annotated[
        LifetimeValue,
        One(
            "Customer lifetime value",
            "What they are worth over the years.",
            None,
            (5, 6),
            STANDARD,
            record=LifetimeValue,
        ),
    ] = LifetimeValue()
    unrealised_potential: Annotated[
        UnrealisedPotential,
        One(
            "Unrealised potential",
            "What they could be worth if we had a strategy for it.",
            None,
            (5, 7),
            STANDARD,
            record=UnrealisedPotential,
        ),
    ] = UnrealisedPotential()
    fit: Annotated[
        Fit, One("Account fit", "How well we fit each other.", None, (5,), STANDARD, record=Fit)
    ] = Fit()
    relationship_method: Annotated[
        RelationshipMethod,
        One(
            "Loyalty and profitability",
            "Stranger (low, low), butterfly (low, high), vulture (high, low) or friend (high, high); only friends become key accounts.",
            None,
            (5, 8),
            STANDARD,
            record=RelationshipMethod,
        ),
    ] = RelationshipMethod()


class Score(Record, frozen=True):
    """A mark; its method is that of the field in which it stands."""

    about: ClassVar[About] = About(title="score", bare="score")

    score: Annotated[Figure, Number("Score", "1 to 5.", 4, better="higher", least=1, most=5, whole=True)] = (
        None
    )
    why: Annotated[
        Text, Prose("Why", "What the score rests on.", "No carbon figures for two of five lines.")
    ] = None


class Hardness(Record, frozen=True):
    """A mark for difficulty: a lower one is better."""

    about: ClassVar[About] = About(title="score for difficulty", bare="score")

    score: Annotated[
        Figure, Number("Score", "1 to 5, 5 is hardest.", 4, better="lower", least=1, most=5, whole=True)
    ] = None
    why: Annotated[
        Text, Prose("Why", "What the score rests on.", "Three rivals with a seat in their trials.")
    ] = None


NO_SCORE = Score()
NO_HARDNESS = Hardness()


class Attractiveness(Record, frozen=True):
    about: ClassVar[About] = About(title="attractiveness", methods=(9,))

    size: Annotated[Score, One("Size", methods=(9,), record=Score)] = NO_SCORE
    growth_potential: Annotated[Score, One("Growth potential", methods=(9,), record=Score)] = NO_SCORE
    financial_stability: Annotated[Score, One("Financial stability", methods=(9,), record=Score)] = NO_SCORE
    ease_of_access: Annotated[Score, One("Ease of access", methods=(9,), record=Score)] = NO_SCORE
    closeness: Annotated[Score, One("Closeness of the relationship", methods=(9,), record=Score)] = NO_SCORE
    strategic_fit: Annotated[Score, One("Strategic fit", methods=(9,), record=Score)] = NO_SCORE
    early_adopter: Annotated[Score, One("Early adopter", methods=(9,), record=Score)] = NO_SCORE
    values_our_offer: Annotated[Score, One("Values our offer", methods=(9,), record=Score)] = NO_SCORE
    low_competition: Annotated[
        Score,
        One(
            "Low level of competition", "5 where hardly anybody competes with us.", methods=(9,), record=Score
        ),
    ] = NO_SCORE
    market_standing: Annotated[Score, One("Market standing", methods=(9,), record=Score)] = NO_SCORE


class RelativeStrength(Record, frozen=True):
    about: ClassVar[About] = About(title="relative strength", methods=(9,))

    price: Annotated[Score, One("Price", methods=(9,), record=Score)] = NO_SCORE
    service: Annotated[Score, One("Service", methods=(9,), record=Score)] = NO_SCORE
    quality_of_people: Annotated[Score, One("Quality of people", methods=(9,), record=Score)] = NO_SCORE
    speed: Annotated[Score, One("Speed of response", methods=(9,), record=Score)] = NO_SCORE
    relationships: Annotated[Score, One("Relationships and attitudes", methods=(9,), record=Score)] = NO_SCORE
    innovation: Annotated[Score, One("Innovation", methods=(9,), record=Score)] = NO_SCORE
    value_in_use: Annotated[Score, One("Value in use", methods=(9,), record=Score)] = NO_SCORE
    sustainability: Annotated[Score, One("Long-term sustainability", methods=(9,), record=Score)] = NO_SCORE
    trust: Annotated[Score, One("Trust and confidence", methods=(9,), record=Score)] = NO_SCORE


class Importance(Record, frozen=True):
    about: ClassVar[About] = About(title="strategic importance", methods=(10,))

    volume_or_value: Annotated[Score, One("Volume or value bought", methods=(10,), record=Score)] = NO_SCORE
    potential: Annotated[Score, One("Potential", methods=(10,), record=Score)] = NO_SCORE
    prestige: Annotated[Score, One("Prestige", methods=(10,), record=Score)] = NO_SCORE
    market_leadership: Annotated[Score, One("Market leadership", methods=(10,), record=Score)] = NO_SCORE
    diversification: Annotated[Score, One("Helps us diversify", methods=(10,), record=Score)] = NO_SCORE
    new_markets: Annotated[Score, One("Opens new markets", methods=(10,), record=Score)] = NO_SCORE
    technological_strength: Annotated[Score, One("Technological strength", methods=(10,), record=Score)] = (
        NO_SCORE
    )
    effect_on_others: Annotated[Score, One("Effect on other relationships", methods=(10,), record=Score)] = (
        NO_SCORE
    )


class ProductDifficulty(Record, frozen=True):
    about: ClassVar[About] = About(title="difficulty of the product", methods=(10,))

    novelty: Annotated[Hardness, One("Novelty", methods=(10,), record=Hardness)] = NO_HARDNESS
    complexity: Annotated[Hardness, One("Complexity", methods=(10,), record=Hardness)] = NO_HARDNESS


class AccountDifficulty(Record, frozen=True):
    about: ClassVar[About] = About(title="difficulty of the account", methods=(10,))

    requirements: Annotated[Hardness, One("Needs and requirements", methods=(10,), record=Hardness)] = (
        NO_HARDNESS
    )
    buying_habits: Annotated[Hardness, One("How they buy", methods=(10,), record=Hardness)] = NO_HARDNESS
    technical_competence: Annotated[Hardness, One("Technical competence", methods=(10,), record=Hardness)] = (
        NO_HARDNESS
    )
    commercial_competence: Annotated[
        Hardness, One("Commercial competence", methods=(10,), record=Hardness)
    ] = NO_HARDNESS
    power: Annotated[Hardness, One("Power", methods=(10,), record=Hardness)] = NO_HARDNESS
    wish_for_competition: Annotated[
        Hardness,
        One("Wish for competition", "5 where they want many bidders.", methods=(10,), record=Hardness),
    ] = NO_HARDNESS


class CompetitionDifficulty(Record, frozen=True):
    about: ClassVar[About] = About(title="difficulty of the competition", methods=(10,))

    number: Annotated[Hardness, One("Number", methods=(10,), record=Hardness)] = NO_HARDNESS
    strength: Annotated[Hardness, One("Strength", methods=(10,), record=Hardness)] = NO_HARDNESS
    position: Annotated[Hardness, One("Position with the customer", methods=(10,), record=Hardness)] = (
        NO_HARDNESS
    )


class Difficulty(Record, frozen=True):
    about: ClassVar[About] = About(title="difficulty", methods=(10,))

    product: Annotated[ProductDifficulty, One("Product", methods=(10,), record=ProductDifficulty)] = (
        ProductDifficulty()
    )
    account: Annotated[AccountDifficulty, One("Account", methods=(10,), record=AccountDifficulty)] = (
        AccountDifficulty()
    )
    competition: Annotated[
        CompetitionDifficulty, One("Competition", methods=(10,), record=CompetitionDifficulty)
    ] = CompetitionDifficulty()


class Coverage(Record, frozen=True):
    about: ClassVar[About] = About(title="coverage", methods=(68,), bare="model")

    model: Annotated[
        Word,
        OneWord(
            "Model",
            "milk-runner: regular calls and orders. hunter: winning it. farmer: growing it. rainmaker: one senior person opens it. key-account-team: many of us with many of them.",
            "key-account-team",
            (68,),
            words=("milk-runner", "hunter", "farmer", "rainmaker", "key-account-team"),
        ),
    ] = None
    time: Annotated[
        Figure, Percent("Time", "How much of the account manager's time, in percent.", 45, (13, 14, 68))
    ] = None


class Selection(Record, frozen=True):
    """Why this account is a key account, and how we treat it."""

    about: ClassVar[About] = About(
        title="selection",
        methods=(3, 5),
        note='A mark is 1 to 5, and 5 is best; under `difficulty`, 5 is hardest. `{score: 4, why: "…"}` says what it rests on.',
    )

    bucket: Annotated[
        Word,
        OneWord(
            "Bucket",
            "Where it stands in our portfolio.",
            "key",
            (13,),
            SHORT,
            words=("opportunistic", "maintenance", "key-development", "key"),
        ),
    ] = None
    decision: Annotated[
        Word,
        OneWord(
            "Decision",
            "What we do with our commitment.",
            "increase",
            (12,),
            SHORT,
            words=("cease", "reduce", "maintain", "increase"),
        ),
    ] = None
    why: Annotated[
        Text,
        Prose(
            "Why",
            "What makes it key, or why not. Size alone does not.",
            "Asked us for a joint range plan.",
            (3,),
            SHORT,
        ),
    ] = None
    coverage: Annotated[
        Coverage,
        One("Coverage", "How it is worked, and with how much time.", None, (68,), STANDARD, record=Coverage),
    ] = Coverage()
    criteria: Annotated[
        Criteria, One("Six criteria", "The six selection criteria.", None, (5,), STANDARD, record=Criteria)
    ] = Criteria()
    attractiveness: Annotated[
        Attractiveness, One("Attractiveness", "Ten factors.", None, (9,), EXTENDED, record=Attractiveness)
    ] = Attractiveness()
    relative_strength: Annotated[
        RelativeStrength,
        One(
            "Relative strength",
            "Nine strengths, against the best competitor there.",
            None,
            (9,),
            EXTENDED,
            record=RelativeStrength,
        ),
    ] = RelativeStrength()
    importance: Annotated[
        Importance, One("Strategic importance", "Eight factors.", None, (10,), EXTENDED, record=Importance)
    ] = Importance()
    difficulty: Annotated[
        Difficulty,
        One(
            "Difficulty",
            "What makes it hard: product, account, competition.",
            None,
            (10,),
            EXTENDED,
            record=Difficulty,
        ),
    ] = Difficulty()


# --- block 1: account knowledge ----------------------------------------------------------------------------------


class BusinessObjective(Tracked, frozen=True):
    """What they want to reach in the next three to five years."""

    about: ClassVar[About] = About(
        title="business objective",
        kind="business-objective",
        plural="business objectives",
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
        plural="success factors",
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
        Text, Prose("Now", "Where they are today, in that measure.", "9 of 23 on 30 September", (16,))
    ] = None
    by: Annotated[Date, Day("By", "Until when.", "2027-06-30", (16,), SHORT, CUSTOMER)] = None


class Barrier(Tracked, frozen=True):
    """What stands in their own way."""

    about: ClassVar[About] = About(
        title="barrier",
        kind="barrier",
        plural="barriers",
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


class Enabler(Tracked, frozen=True):
    """What helps them on their way."""

    about: ClassVar[About] = About(
        title="enabler",
        kind="enabler",
        plural="enablers",
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
        plural="challenges",
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
        plural="plans",
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
        plural="projects",
        bare="what",
        ceiling=CUSTOMER,
        open=("running", "planned", "on-hold"),
        ended=("done", "dropped"),
        methods=(18,),
    )


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
