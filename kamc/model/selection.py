"""Why the account is key, and how we treat it (M3, M5 to M13, M68)."""

from typing import ClassVar

from kamc.model.annotated import Annotated
from kamc.model.fields import (
    EXTENDED,
    SHORT,
    STANDARD,
    About,
    Amount,
    Money,
    Number,
    One,
    OneWord,
    Percent,
    Prose,
)
from kamc.model.records import LEVELS, NO_NOTE, Note, Record
from kamc.model.values import Measure, Text, Word
from kamc.model.values import Number as Figure


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


NO_HARDNESS = Hardness()


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
