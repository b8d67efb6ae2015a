"""Rules of a house's own, as `kamc.yaml` declares them: of what each asks, what must be so, and what it says."""

from typing import ClassVar

from kamc.model import values
from kamc.model.annotated import Annotated
from kamc.model.fields import About, OneWord, Pattern, Profile, Prose, ProseList, Table, Value
from kamc.model.plan import Plan
from kamc.model.records import EMPTY, Part
from kamc.model.spec import records_below
from kamc.model.values import Facts, Keyed, Text, Texts, Word

ACCOUNT = "account"
"""The selector of a whole plan, and the beginning of its fields where something smaller is asked."""
NAMED_BY = "named_by"
"""What no plan writes down: the open entries that name the one that is asked."""
BY_STATUS = "by-status"


class Selector(Pattern, frozen=True):
    """What a rule is asked of: a kind of entry, the whole account, or a part of the plan by its keys."""

    @property
    def words(self) -> tuple[str, ...]:
        """What an editor offers."""
        return (ACCOUNT, *sorted({one.about.kind for one in records_below(Plan) if one.about.kind}))


FIELD_NAME = Pattern(
    "Field",
    "A field, or a field of a part, by its keys.",
    "cabs.budget",
    pattern=r"[a-z_]+(\.[a-z_]+)*",
    looks="the name of a field: records or cabs.budget",
)


class Condition(Part, frozen=True):
    """What must be so of a field."""

    about: ClassVar[About] = About(
        title="condition",
        bare="is",
        note=(
            "Where the plan says `unknown`, only `given`, `missing`, `known` and `unknown` judge: "
            "the rest is an open question."
        ),
    )

    is_: Annotated[
        Facts,
        Value(
            "Is",
            "given, missing, known, unknown, or what it may be; of several things, one is enough.",
            "given",
            many=True,
        ),
    ] = None
    not_: Annotated[Facts, Value("Is not", "What it may not be.", "opponent", many=True)] = None
    at_least: Annotated[
        Facts,
        Value("At least", "The least amount, earliest date, lowest word, or smallest number of things.", 2),
    ] = None
    at_most: Annotated[
        Facts, Value("At most", "The largest amount, latest date, highest word, or number of things.", "250k")
    ] = None
    contains: Annotated[
        Texts, ProseList("Contains", "Words or signs of which one stands in its text.", "approval")
    ] = None
    without: Annotated[
        Texts, ProseList("Without", "Words or signs of which none stands in its text.", "discount")
    ] = None
    kind: Annotated[
        Texts,
        ProseList("Kind", "Of which kind is what it names; one of several is enough.", "success-factor"),
    ] = None


def _conditions(title: str, says: str, example: dict[str, object]) -> Table:
    return Table(title, says, example, keys=FIELD_NAME, value=Condition)


class OwnRule(Part, frozen=True):
    """A rule of the house's own."""

    about: ClassVar[About] = About(
        title="rule of the house",
        note="It needs `code`, `each`, `must` and `message`.",
    )

    code: Annotated[
        Text,
        Pattern(
            "Code",
            "Capitals of your own (not KAM) and three digits; never used again for another rule.",
            "ACME001",
            pattern=values.OWN_CODE,
            looks="two to six capitals and three digits, not KAM: ACME001",
        ),
    ] = None
    each: Annotated[
        Text,
        Selector(
            "Each",
            "Of what it is asked: a kind of entry, account, or a part of the plan by its keys.",
            "opportunity",
            pattern=r"(?!(unknown|none)$)[a-z_]+(-[a-z]+)*(\.[a-z_]+)*",
            looks="what it is asked of: opportunity, account or account_as_market.share_of_wallet",
        ),
    ] = None
    where: Annotated[
        Keyed[Condition],
        _conditions(
            "Where",
            "Only of those for which all of this is so. What has ended is asked only where its status is named.",
            {"stage": ["go", "pursued", "closing"]},
        ),
    ] = EMPTY
    must: Annotated[
        Keyed[Condition], _conditions("Must", "What must be so of each.", {"records": "given"})
    ] = EMPTY
    message: Annotated[
        Text,
        Prose(
            "Message",
            "What is said where it is not so. {name}, {account}, {id} and fields in braces are filled in.",
            "{name} has no CRM record",
            said=False,
        ),
    ] = None
    help: Annotated[
        Text, Prose("Help", "What to do then.", "put the number of the CRM record under records", said=False)
    ] = None
    why: Annotated[
        Text, Prose("Why", "Why the house wants it.", "The forecast is made from the CRM.", said=False)
    ] = None
    severity: Annotated[
        Word,
        OneWord(
            "Severity",
            "How bad it is; by-status: info in a draft, warning in review, error once approved.",
            "by-status",
            words=("error", "warning", "info", BY_STATUS),
            or_unknown=False,
            default="warning",
        ),
    ] = None
    from_: Annotated[
        Word,
        OneWord(
            "From",
            "The profile from which on it is asked.",
            "standard",
            words=tuple(one.word for one in Profile),
            or_unknown=False,
            default=Profile.SHORT.word,
        ),
    ] = None
