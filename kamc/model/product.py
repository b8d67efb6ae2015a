"""Block 2: what our products and services mean to this account (M24 to M30)."""

from typing import ClassVar

from kamc.model.account import NEEDS
from kamc.model.annotated import Annotated
from kamc.model.fields import (
    CUSTOMER,
    STANDARD,
    About,
    Entries,
    Link,
    One,
    OneWord,
    Percent,
    Prose,
    Rating,
    Table,
)
from kamc.model.records import EMPTY, Record, Tracked
from kamc.model.values import Keyed, Links, Text, Word
from kamc.model.values import Number as Figure
from kamc.model.values import Rating as Rated

ROLES = ("gatekeeper", "buyer", "user", "influencer", "advisor", "facilitator", "decider")
USING = ("offering", "co-creation")


class ProductReview(Record, frozen=True):
    about: ClassVar[About] = About(title="review by product", methods=(29,))

    vision: Annotated[
        Text,
        Prose(
            "Vision",
            "Where this offering should be in the account.",
            "Standard on every fast machine.",
            (29,),
        ),
    ] = None
    our_share: Annotated[
        Figure, Percent("Our share", "Of what they buy of this kind, in percent.", 58, (29,), better="higher")
    ] = None
    competition: Annotated[Text, Prose("Competition", "Who else sells it there.", None, (29,))] = None
    growth: Annotated[Text, Prose("Growth", "Where it can grow.", None, (29,))] = None
    challenges: Annotated[Text, Prose("Challenges", "What stands in the way.", None, (29,))] = None
    conclusion: Annotated[
        Text, Prose("Conclusion", "What follows.", "Win machine 4 with people on shift.", (29,))
    ] = None


class OfferingFit(Record, frozen=True):
    """What one offering of the catalogue does for this account."""

    about: ClassVar[About] = About(
        title="offering in this account", bare="fit", ceiling=CUSTOMER, methods=(24,)
    )

    fit: Annotated[
        Text,
        Prose(
            "Fit", "What it does for them.", "Cuts false alerts before people see them.", (24, 25), STANDARD
        ),
    ] = None
    answers: Annotated[
        Links,
        Link(
            "Answers",
            "The challenge, plan, project or success factor that it helps with.",
            "alert-backlog",
            (2, 24),
            STANDARD,
            to=NEEDS,
        ),
    ] = None
    review: Annotated[
        ProductReview,
        One("Review", "The offering's own page in this account.", None, (29,), record=ProductReview),
    ] = ProductReview()


class Criterion(Tracked, frozen=True):
    """What they decide by, and how much it matters to whom."""

    about: ClassVar[About] = About(
        title="decision criterion",
        kind="criterion",
        bare="what",
        open=("active",),
        ended=("gone",),
        methods=(25, 26),
    )

    what: Annotated[
        Text,
        Prose(
            "Criterion",
            "What they look at.",
            "Every decision can be replayed for the auditor.",
            (25,),
            STANDARD,
        ),
    ] = None
    family: Annotated[
        Word,
        OneWord(
            "Family",
            "core: performance, reliability, price. service: recovery, responsiveness, flexibility. process: integration, coordination, innovation. fit: values and people.",
            "core",
            (25,),
            STANDARD,
            words=("core", "service", "process", "fit"),
        ),
    ] = None
    kind: Annotated[
        Word, OneWord("Kind", "Can it be counted?", "tangible", (25,), words=("tangible", "intangible"))
    ] = None
    weight: Annotated[
        Figure,
        Percent(
            "Weight",
            "How much it counts, in percent, where they publish it (the award criteria of a tender).",
            40,
            (25, 59),
        ),
    ] = None
    relevance: Annotated[
        Keyed[Rated],
        Table(
            "Relevance",
            "For each role: importance times difference from competing offers, each 1 to 7.",
            {"decider": "7x5", "buyer": "4x5"},
            (26,),
            STANDARD,
            keys=OneWord("Role", words=ROLES, or_unknown=False),
            value=Rating("Relevance", "Importance times difference.", "7x5", (26,), better="higher"),
        ),
    ] = EMPTY
    our_answer: Annotated[
        Word,
        OneWord(
            "Our answer",
            "Where it matters and we are weak. A lower price is not an answer.",
            "facilitator-sells",
            (27,),
            words=("change-importance", "accentuate-difference", "facilitator-sells"),
        ),
    ] = None


class CoCreation(Tracked, frozen=True):
    """Something new that we develop with them."""

    about: ClassVar[About] = About(
        title="co-creation",
        kind="co-creation",
        bare="what",
        ceiling=CUSTOMER,
        open=("idea", "agreed", "running"),
        ended=("done", "dropped"),
        methods=(30,),
    )

    what: Annotated[
        Text, Prose("What", "What comes out of it.", "Retention paid by efficiency points.", (30,))
    ] = None
    answers: Annotated[
        Links,
        Link(
            "Answers",
            "The challenge, plan, project or success factor that it helps with.",
            "wet-end-breaks",
            (2, 30),
            to=NEEDS,
        ),
    ] = None
    with_: Annotated[Links, Link("With", "Their people in it.", "klara-nyman", (30,), to=("member",))] = None
    team: Annotated[Links, Link("Team", "Our people in it.", "rune-dahlberg", (30,), to=("person",))] = None
    we_invest: Annotated[
        Text, Prose("We invest", "What we put in.", "Two chemists for nine months, 210k", (30,))
    ] = None
    they_invest: Annotated[Text, Prose("They invest", "What they put in.", "Six trial days", (30,))] = None
    we_get: Annotated[
        Text, Prose("We get", "What we get out of it.", "Three years without tender", (30,))
    ] = None
    they_get: Annotated[
        Text, Prose("They get", "What they get out of it.", "18 months alone on the market", (30,))
    ] = None
    agreed_with: Annotated[
        Links,
        Link(
            "Agreed with",
            "Who at the customer agreed: it is theirs to read, too.",
            "klara-nyman",
            (30,),
            to=("member",),
        ),
    ] = None


class ProductKnowledge(Record, frozen=True):
    """Block 2: our offerings here, what they decide by, and what we develop together."""

    about: ClassVar[About] = About(title="product knowledge", methods=(1,), ceiling=CUSTOMER)

    offerings: Annotated[
        Keyed[OfferingFit],
        Table(
            "Offerings",
            "By their id in the catalogue: what each does for this account.",
            None,
            (1, 24),
            STANDARD,
            keys=Link("Offering", to=("offering",), many=False, said=False),
            value=OfferingFit,
        ),
    ] = EMPTY
    decision_criteria: Annotated[
        Keyed[Criterion],
        Entries("Decision criteria", "What they decide by.", None, (25, 26), STANDARD, record=Criterion),
    ] = EMPTY
    co_creation: Annotated[
        Keyed[CoCreation],
        Entries("Co-creation", "What we develop with them.", None, (30,), record=CoCreation),
    ] = EMPTY
