"""The plan of one account for one quarter: the header, the summary, and the five blocks (M1, M4, M22)."""

from functools import cached_property
from typing import ClassVar

from kamc.model.account import AccountKnowledge
from kamc.model.activities import AccountPlan
from kamc.model.annotated import Annotated
from kamc.model.fields import (
    CUSTOMER,
    EXTENDED,
    SHORT,
    STANDARD,
    About,
    Day,
    Link,
    Number,
    One,
    OneWord,
    Pattern,
    Prose,
    ProseList,
    Table,
)
from kamc.model.market import AccountAsMarket
from kamc.model.product import ProductKnowledge
from kamc.model.records import EMPTY, Record
from kamc.model.relationships import Relationships
from kamc.model.selection import Selection
from kamc.model.values import PERIOD, Date, Keyed, Links, Text, Texts, Word
from kamc.model.values import Number as Figure
from kamc.model.walk import Entered, Step, collect, entered

FORMAT = 1
"""The version of the plan format that this kamc reads and writes."""


class Aim(Record, frozen=True):
    about: ClassVar[About] = About(title="aim", methods=(22,))

    short: Annotated[
        Text, Prose("Short", "In three to six months.", "Trial agreed in writing.", (22,), STANDARD)
    ] = None
    medium: Annotated[
        Text, Prose("Medium", "In six to eighteen months.", "Half of machine 4.", (22,), STANDARD)
    ] = None
    long: Annotated[
        Text, Prose("Long", "Beyond eighteen months.", "Named in their investment plan.", (22,), STANDARD)
    ] = None


class Summary(Record, frozen=True):
    """The answer to six questions: where do we stand, why, where should we be, what to do, what to revise, who helps."""

    about: ClassVar[About] = About(title="summary", methods=(22,), bare="stand")

    stand: Annotated[
        Text,
        Prose(
            "Stand",
            "Where we stand, in a sentence that a director would say.",
            "Second supplier behind Kestrel, 18 % of their pump spend.",
            (22,),
            SHORT,
        ),
    ] = None
    because: Annotated[
        Text,
        Prose(
            "Because",
            "Why we stand there.",
            "Strong with the mills, weak with group technology.",
            (22,),
            STANDARD,
        ),
    ] = None
    aim: Annotated[
        Aim,
        One(
            "Aim", "Where we should be in the short, medium and long term.", None, (22,), STANDARD, record=Aim
        ),
    ] = Aim()
    do: Annotated[
        Text, Prose("Do", "What to do, in a sentence.", "Prove it in two branches before March.", (22,))
    ] = None
    revise: Annotated[
        Text,
        Prose(
            "Revise",
            "Which objectives need revising, and the alternatives.",
            "Volume was set before Lund stopped a shift.",
            (22,),
            STANDARD,
        ),
    ] = None
    supported_by: Annotated[
        Keyed[Text],
        Table(
            "Supported by",
            "Who of theirs and ours helps, how and when.",
            {"marit-fosse": "Opens the trial window"},
            (22,),
            EXTENDED,
            keys=Link("Who", to=("member", "person"), many=False, said=False),
            value=Prose("How", "How they help, and when."),
        ),
    ] = EMPTY


class Reviewed(Record, frozen=True):
    about: ClassVar[About] = About(title="last reviewed", methods=(4,))

    selection: Annotated[
        Date,
        Day(
            "Selection",
            "When the selection criteria were last looked at; each quarter.",
            "2026-10-05",
            (4,),
            STANDARD,
            better="later",
        ),
    ] = None
    success_factors: Annotated[
        Date, Day("Success factors", "Each quarter.", "2026-10-05", (4,), STANDARD, better="later")
    ] = None
    continuum: Annotated[
        Date, Day("Continuum", "Each quarter.", "2026-10-05", (4,), STANDARD, better="later")
    ] = None
    open_space: Annotated[
        Date, Day("Open space", "Each quarter.", "2026-10-12", (4,), STANDARD, better="later")
    ] = None
    buying_center: Annotated[
        Date, Day("Buying centre", "About every six months.", "2026-07-20", (4,), STANDARD, better="later")
    ] = None


class Plan(Record, frozen=True, dict=True):
    """A key account plan: one account, one quarter."""

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every written value of the plan (see `walk`), found once."""
        found: list[Step] = []
        collect(self, (), found)
        return tuple(found)

    @cached_property
    def entered(self) -> tuple[Entered, ...]:
        """Every entry of the plan: see `entries`."""
        return tuple(entered(self.steps))

    @cached_property
    def unknown(self) -> tuple[Step, ...]:
        """The places where it says that it does not know."""
        return tuple(step for step in self.steps if step.is_open_question)

    about: ClassVar[About] = About(title="plan", ceiling=CUSTOMER, methods=(1, 4))

    kamc: Annotated[
        Figure,
        Number(
            "Format",
            "The version of the plan format.",
            FORMAT,
            (4,),
            audience=CUSTOMER,
            said=False,
            least=FORMAT,
            most=FORMAT,
            whole=True,
            required=True,
        ),
    ] = None
    account: Annotated[
        Text,
        Pattern(
            "Account",
            "The account's id: the name of its folder.",
            "hollenbach",
            (4,),
            SHORT,
            CUSTOMER,
            required=True,
        ),
    ] = None
    name: Annotated[
        Text,
        Prose(
            "Name",
            "The account's name, as they write it.",
            "Hollenbach Haustechnik",
            (4,),
            SHORT,
            CUSTOMER,
            said=False,
            required=True,
        ),
    ] = None
    period: Annotated[
        Text,
        Pattern(
            "Period",
            "The quarter: the name of the file.",
            "2026-Q4",
            (4,),
            SHORT,
            CUSTOMER,
            pattern=PERIOD,
            looks="a quarter: 2026-Q4",
            required=True,
        ),
    ] = None
    status: Annotated[
        Word,
        OneWord(
            "Status",
            "Gaps are noted in a draft, warned of in review, errors once it is approved.",
            "draft",
            (4,),
            SHORT,
            words=("draft", "in-review", "approved"),
            or_unknown=False,
            required=True,
        ),
    ] = None
    profile: Annotated[
        Word,
        OneWord(
            "Profile",
            "How much method the account deserves.",
            "short",
            (1,),
            SHORT,
            words=("short", "standard", "extended"),
            or_unknown=False,
            required=True,
        ),
    ] = None
    owner: Annotated[
        Links,
        Link(
            "Owner",
            "The key account manager.",
            "jana-wolters",
            (4, 14),
            SHORT,
            CUSTOMER,
            to=("person",),
            many=False,
            required=True,
            said=False,
        ),
    ] = None
    currency: Annotated[
        Text,
        Pattern(
            "Currency",
            "Of every amount that does not say another; the workspace's, if left out.",
            "EUR",
            (4,),
            None,
            CUSTOMER,
            pattern="[A-Z]{3}",
            looks="three capitals: EUR",
        ),
    ] = None
    industry: Annotated[
        Text, Prose("Industry", "Which industry they are in.", "Wholesale of heating and plumbing", (4, 21))
    ] = None
    competes_with: Annotated[
        Links,
        Link(
            "Competes with",
            "Other accounts of ours that compete with them.",
            "brevik-board",
            (14,),
            to=("account",),
        ),
    ] = None
    summary: Annotated[
        Summary,
        One(
            "Summary",
            "What a director would say about the account, above every figure.",
            "Second supplier behind Kestrel.",
            (22,),
            SHORT,
            record=Summary,
        ),
    ] = Summary()
    decisions_wanted: Annotated[
        Texts,
        ProseList(
            "Decisions wanted",
            "What you want decided: it leads every review.",
            ["Consignment stock of 40k for three branches"],
            (22, 65),
        ),
    ] = None
    reviewed: Annotated[
        Reviewed,
        One(
            "Last reviewed",
            "When each part was last looked at with fresh eyes.",
            None,
            (4,),
            STANDARD,
            record=Reviewed,
        ),
    ] = Reviewed()
    selection: Annotated[
        Selection,
        One("Selection", "Why this account is a key account.", None, (3, 5), SHORT, record=Selection),
    ] = Selection()
    account_knowledge: Annotated[
        AccountKnowledge,
        One("Account knowledge", "What must go well for them.", None, (1,), SHORT, record=AccountKnowledge),
    ] = AccountKnowledge()
    product_knowledge: Annotated[
        ProductKnowledge,
        One(
            "Product knowledge",
            "What our offerings do for them.",
            None,
            (1,),
            STANDARD,
            record=ProductKnowledge,
        ),
    ] = ProductKnowledge()
    relationships: Annotated[
        Relationships,
        One("Relationships", "The people on both sides.", None, (1,), SHORT, record=Relationships),
    ] = Relationships()
    account_as_market: Annotated[
        AccountAsMarket,
        One(
            "Account as a market",
            "Our share, our rivals, our open space.",
            None,
            (1,),
            SHORT,
            record=AccountAsMarket,
        ),
    ] = AccountAsMarket()
    account_plan: Annotated[
        AccountPlan, One("Account plan", "What we want, do and say.", None, (1,), SHORT, record=AccountPlan)
    ] = AccountPlan()
