"""docs/methods.md: every method, the fields that carry it, and the rules that watch over it."""

from collections.abc import Iterator, Mapping

from kamc.model.common import COMMON, own
from kamc.model.fields import Lifecycle
from kamc.model.records import Part
from kamc.reference.markdown import code, table
from kamc.reference.paths import inside
from kamc.rules import registry
from kamc.schema.roots import ROOTS, Which

TITLES: Mapping[int, str] = {
    1: "Five blocks",
    2: "Actions linked to their needs, messages to our advantages",
    3: "Key is not large",
    4: "One plan a quarter, and what is reviewed when",
    5: "Six selection criteria",
    6: "Customer lifetime value",
    7: "Unrealised potential value",
    8: "Loyalty by profitability",
    9: "Attractiveness by relative strength",
    10: "Strategic importance by difficulty",
    11: "Present by potential profit contribution",
    12: "Portfolio decision",
    13: "Four buckets",
    14: "How many accounts a person can hold",
    15: "Few accounts, most of the sales",
    16: "Critical success factors",
    17: "Strategy charter",
    18: "Challenges, plans and projects",
    19: "Reflection questions",
    20: "Customer analysis",
    21: "Five forces",
    22: "Horizons and the six standing questions",
    23: "More than one source",
    24: "Offerings and roadmaps",
    25: "Value and decision criteria",
    26: "Relevance: importance times difference",
    27: "Answers to a weak spot",
    28: "Value proposition checklist",
    29: "Review by product",
    30: "Co-creation",
    31: "Seven roles of the buying centre",
    32: "Facilitator and promoters",
    33: "Opponents with influence",
    34: "Stance",
    35: "Zones of power, threat and receptiveness",
    36: "Buying-centre analysis",
    37: "Decision-maker profile",
    38: "Purchaser type",
    39: "Eight roles of the selling centre",
    40: "Contact matrix",
    41: "Organisation chart and influence chart",
    42: "Relationship continuum",
    43: "Selling centre alignment",
    44: "Boundary value",
    45: "Competitive advantages",
    46: "Share of wallet",
    47: "Cost to serve",
    48: "Competitors in the account",
    49: "Open space",
    50: "SWOT with strategies",
    51: "Satisfaction and its five measures",
    52: "Alarms: little receptivity, high anxiety",
    53: "Sales objectives, economic and political",
    54: "Four sources of growth, three ways to deepen",
    55: "Activity plan and communication plan",
    56: "Opportunity pipeline and CABS",
    57: "Sales project",
    58: "Expectations and concerns",
    59: "Choices, theirs and ours",
    60: "Development plan by quarter",
    61: "Meeting brief",
    62: "Negotiation sheet",
    63: "Phase of the journey",
    64: "Farming steps",
    65: "Investment and return",
    66: "The account manager's profile",
    67: "Records in reach",
    68: "Coverage model",
}
STATUS = Lifecycle("Status", methods=(4,))
"""The status of entries: it stands in every tracked one, so it is named once."""
INTRO = """\
# Methods

The methods of key account management that a plan can carry, the fields in which each of them lives, and the
rules that watch over it. `<id>` stands for an id or another key that you choose; what lies in the catalogue,
the people file or the profiles has the file's name in front.
"""


def pages() -> Mapping[str, str]:
    """The page of methods."""
    rows = [(f"M{number}", title, homes(number), _rules(number)) for number, title in TITLES.items()]
    return {"docs/methods.md": f"{INTRO}\n{table(('', 'Method', 'Fields', 'Rules'), rows)}"}


def homes(number: int) -> str:
    """The fields that carry a method; a part that carries it as a whole stands for its fields."""
    found = [code(path) for which, root in ROOTS.items() for path in carriers(root, number, _prefix(which))]
    common = [code(key) for key, field in (*COMMON.items(), ("status", STATUS)) if number in field.methods]
    return ", ".join(found) + ("; everywhere " if found else "Everywhere ") * bool(common) + ", ".join(common)


def carriers(record: type[Part], number: int, above: str) -> Iterator[str]:
    """The paths below `record` that carry a method, outermost first."""
    for slot in own(record):
        path, inner = inside(slot.field, f"{above}{slot.key}")
        if number in slot.field.methods or (inner is not None and number in inner.about.methods):
            if not isinstance(slot.field, Lifecycle) or slot.key != "status":
                yield f"{above}{slot.key}"
        elif inner is not None:
            yield from carriers(inner, number, f"{path}.")


def _prefix(which: Which) -> str:
    return "" if which == "plan" else f"{which}: "


def _rules(number: int) -> str:
    found = (rule for rule in registry.RULES if number in rule.methods)
    return ", ".join(f"[{rule.code} {rule.slug}](rules/{rule.page})" for rule in found)
