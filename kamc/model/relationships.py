"""Block 3: the people on both sides, and how close the two houses are (M31, M39, M42 to M44)."""

from typing import ClassVar

from kamc.model.annotated import Annotated
from kamc.model.buying_center import BuyingCenterAnalysis, Member
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
    Number,
    One,
    OneWord,
    Prose,
    SomeWords,
    Table,
)
from kamc.model.records import EMPTY, LEADS_TO, LEVELS, Record
from kamc.model.values import Date, Keyed, Links, Text, Word, Words
from kamc.model.values import Number as Figure

OUR_ROLES = (
    "sponsor",
    "executive",
    "key-account-manager",
    "subject-matter",
    "geographic",
    "supply-chain",
    "administrative",
    "contributor",
)


class Assignment(Record, frozen=True):
    """The part one of our people plays for this account."""

    about: ClassVar[About] = About(
        title="role in our selling centre", methods=(39,), bare="roles", ceiling=CUSTOMER
    )

    roles: Annotated[
        Words,
        SomeWords(
            "Roles",
            "Their part. Sponsor, executive and key account manager are in every account.",
            "key-account-manager",
            (39,),
            SHORT,
            words=OUR_ROLES,
        ),
    ] = None
    until: Annotated[Date, Day("Until", "Where it is for a time only.", "2027-06", (39,))] = None


class NowWanted(Record, frozen=True):
    """A step on a scale: now, and where we want to be. Each scale below names its own words."""

    about: ClassVar[About] = About(title="now and wanted", methods=(42,))


class Layer(NowWanted, frozen=True):
    about: ClassVar[About] = About(title="layer of the relationship", methods=(42,))

    now: Annotated[
        Word,
        OneWord(
            "Now",
            "Where we are.",
            "consultative",
            (42,),
            words=("transactional", "consultative", "transformative"),
            better="last-word",
        ),
    ] = None
    wanted: Annotated[
        Word,
        OneWord(
            "Wanted",
            "Where we want to be.",
            "transformative",
            (42,),
            words=("transactional", "consultative", "transformative"),
        ),
    ] = None


class VendorTier(NowWanted, frozen=True):
    about: ClassVar[About] = About(title="vendor tier", methods=(42,))

    now: Annotated[
        Figure,
        Number("Now", "Where we are: 3, 2 or 1.", 2, (42,), least=1, most=3, whole=True, better="lower"),
    ] = None
    wanted: Annotated[
        Figure, Number("Wanted", "Where we want to be.", 1, (42,), least=1, most=3, whole=True)
    ] = None


class RelationshipLevel(NowWanted, frozen=True):
    about: ClassVar[About] = About(title="level of the relationship", methods=(42,))

    now: Annotated[
        Word,
        OneWord(
            "Now",
            "Where we are.",
            "value-add",
            (42,),
            words=("commodity", "product-provider", "value-add", "partner"),
            better="last-word",
        ),
    ] = None
    wanted: Annotated[
        Word,
        OneWord(
            "Wanted",
            "Where we want to be.",
            "partner",
            (42,),
            words=("commodity", "product-provider", "value-add", "partner"),
        ),
    ] = None


class RelationshipStep(NowWanted, frozen=True):
    about: ClassVar[About] = About(title="step of the relationship", methods=(42,))

    now: Annotated[
        Word,
        OneWord(
            "Now",
            "Where we are.",
            "early-key-account",
            (42,),
            words=("one-to-one", "all-departments", "early-key-account", "diamond"),
            better="last-word",
        ),
    ] = None
    wanted: Annotated[
        Word,
        OneWord(
            "Wanted",
            "Where we want to be.",
            "diamond",
            (42,),
            words=("one-to-one", "all-departments", "early-key-account", "diamond"),
        ),
    ] = None


class Intent(Record, frozen=True):
    about: ClassVar[About] = About(title="intent", methods=(42,))

    ours: Annotated[Word, OneWord("Ours", "How close we want to be.", "high", (42,), words=LEVELS)] = None
    theirs: Annotated[
        Word,
        OneWord(
            "Theirs",
            "How close they want to be: match the investment to it.",
            "medium",
            (42,),
            words=LEVELS,
            better="last-word",
        ),
    ] = None


class Continuum(Record, frozen=True):
    """How close the two companies are, on the scales that you use."""

    about: ClassVar[About] = About(
        title="relationship continuum",
        methods=(42,),
        bare="why",
        note="`layer` fits every account. Add `vendor_tier` where they rank their suppliers, `level` for what they buy us as, `step` for who of both houses talks with whom.",
    )

    layer: Annotated[
        Layer,
        One(
            "Layer",
            "Transactional, consultative or transformative.",
            {"now": "consultative", "wanted": "transformative"},
            (42,),
            STANDARD,
            record=Layer,
        ),
    ] = Layer()
    vendor_tier: Annotated[
        VendorTier,
        One("Vendor tier", "3, 2 or 1 in their eyes.", {"now": 2, "wanted": 1}, (42,), record=VendorTier),
    ] = VendorTier()
    level: Annotated[
        RelationshipLevel, One("Level", "From commodity to partner.", None, (42,), record=RelationshipLevel)
    ] = RelationshipLevel()
    step: Annotated[
        RelationshipStep,
        One("Step", "Who of both houses talks with whom.", None, (42,), record=RelationshipStep),
    ] = RelationshipStep()
    intent: Annotated[
        Intent,
        One(
            "Intent",
            "How close each side wants to be.",
            {"ours": "high", "theirs": "medium"},
            (42,),
            STANDARD,
            record=Intent,
        ),
    ] = Intent()
    why: Annotated[
        Text,
        Prose(
            "Why",
            "What the position rests on.",
            "Mills want it; group purchasing still counts drums.",
            (42,),
            STANDARD,
        ),
    ] = None


class Interface(Record, frozen=True):
    about: ClassVar[About] = About(title="interface", methods=(43,), bare="state")

    team: Annotated[Links, Link("Ours", "Who of ours is there.", "ida-moe", (43,), to=("person",))] = None
    with_: Annotated[Links, Link("Theirs", "Who of theirs.", "elin-sjoberg", (43,), to=("member",))] = None
    state: Annotated[
        Word,
        OneWord(
            "State", "How it works.", "rough", (43,), words=("broken", "rough", "smooth"), better="last-word"
        ),
    ] = None
    what: Annotated[Text, Prose("What", "What is wrong with it.", "Lund gets mixed loads", (43,))] = None
    leads_to: Annotated[
        Links, Link("Leads to", "The activity that mends it.", "lund-tank", (43,), to=LEADS_TO)
    ] = None


class SalesStep(Record, frozen=True):
    about: ClassVar[About] = About(title="step of the sales process", methods=(43,), bare="what")

    team: Annotated[Links, Link("Ours", "Our resource at this step.", "per-lunde", (43,), to=("person",))] = (
        None
    )
    with_: Annotated[Links, Link("Theirs", "Who of theirs.", "tor-hagen", (43,), to=("member",))] = None
    what: Annotated[Text, Prose("What", "What we do there.", "Shift log shows the loss", (43,))] = None


SALES_STEPS = (
    "need-recognition", "characteristic-determination", "specification", "source-identification", "proposal-request",
    "proposal-evaluation", "supplier-selection", "post-purchase-evaluation",
)  # fmt: skip


class Alignment(Record, frozen=True):
    about: ClassVar[About] = About(title="selling centre alignment", methods=(43,))

    interfaces: Annotated[
        Keyed[Interface],
        Table(
            "Interfaces",
            "Functions of both houses that must fit: ordering, shipping, invoicing …",
            None,
            (43,),
            EXTENDED,
            value=Interface,
        ),
    ] = EMPTY
    sales_steps: Annotated[
        Keyed[SalesStep],
        Table(
            "Sales steps",
            "The right resource at each of the eight steps.",
            None,
            (43,),
            EXTENDED,
            keys=OneWord("Step", words=SALES_STEPS, or_unknown=False),
            value=SalesStep,
        ),
    ] = EMPTY


class BoundaryValue(Record, frozen=True):
    about: ClassVar[About] = About(title="boundary value", methods=(44,), bare="what", ceiling=CUSTOMER)

    what: Annotated[
        Text, Prose("What", "What is joined.", "Our tanks in three mills, refilled by level signal", (44,))
    ] = None
    we_gain: Annotated[Text, Prose("We gain", "What it brings us.", "Full loads", (44,), ceiling=TEAM)] = None
    they_gain: Annotated[Text, Prose("They gain", "What it brings them.", "No stock on the books", (44,))] = (
        None
    )
    cost_to_switch: Annotated[
        Figure,
        Money(
            "Cost to switch", "What leaving us would cost them.", "180k", (44,), ceiling=TEAM, better="higher"
        ),
    ] = None


class Relationships(Record, frozen=True):
    """Block 3: the people on both sides, and how close the two houses are."""

    about: ClassVar[About] = About(title="relationships", methods=(1,), ceiling=CUSTOMER)

    continuum: Annotated[
        Continuum,
        One(
            "Relationship continuum",
            "How close the two houses are, now and wanted.",
            None,
            (42,),
            STANDARD,
            record=Continuum,
        ),
    ] = Continuum()
    buying_center: Annotated[
        Keyed[Member],
        Entries(
            "Buying centre",
            "Everybody with a part in their decisions, under an id made of the name.",
            None,
            (1, 31),
            SHORT,
            record=Member,
        ),
    ] = EMPTY
    buying_center_analysis: Annotated[
        BuyingCenterAnalysis,
        One(
            "Buying-centre analysis",
            "What occupies buyers, users, deciders and promoters.",
            None,
            (36,),
            EXTENDED,
            record=BuyingCenterAnalysis,
        ),
    ] = BuyingCenterAnalysis()
    selling_center: Annotated[
        Keyed[Assignment],
        Table(
            "Selling centre",
            "Our people on this account, and their part.",
            {"anika-sperling": "key-account-manager"},
            (39,),
            SHORT,
            keys=Link("Our person", to=("person",), many=False, said=False),
            value=Assignment,
        ),
    ] = EMPTY
    alignment: Annotated[
        Alignment,
        One("Alignment", "Where the functions of both houses meet.", None, (43,), EXTENDED, record=Alignment),
    ] = Alignment()
    boundary_value: Annotated[
        Keyed[BoundaryValue],
        Table(
            "Boundary value",
            "Work that is joined across the boundary: supply chain, training, field service …",
            None,
            (44,),
            EXTENDED,
            value=BoundaryValue,
        ),
    ] = EMPTY
