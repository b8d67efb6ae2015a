"""Our value is argued with what they gain, never with what it costs us.

Why: "Our costs are high" is no reason to pay more (M62: Business Leadership): it invites the other side to
mend our costs, and says nothing of what they get. The value argument speaks of their money, time and risk.

Bad:

    account_plan:
      communications: {cold-letter: {message: "Our costs have risen by a tenth."}}

Bad:

    account_plan:
      communications: {cold-letter: {message: "Unsere Energiekosten steigen."}}

Good:

    account_plan:
      communications: {cold-letter: {message: "Each claim that you do not have saves you 400."}}

Good:

    account_plan:
      communications: {cold-letter: {message: "We log every pallet at our cost, never at yours."}}

Remedy: Ask what it is worth to them, in their own figures, and say that. Our costs belong into our own
calculation.
"""

import re
from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind, Path
from kamc.model.actions import Communication
from kamc.rules.activities.pipeline import negotiations
from kamc.rules.base import Rule, Subject
from kamc.rules.late import Late
from kamc.words import shown

OURS = Late(
    r"""\b(?:
    our\s+(?:(?:own|high|higher|rising|fixed|production|energy|fuel|(?:raw[\s-])?material|labou?r|wage)\s+)*
        (?:costs|cost\s+(?:base|price|structure)|overheads?)(?!\s+(?:you|nothing|less|[0-9]))
    | unsere[nr]?\s+(?:(?:eigenen|hohen|höheren|steigenden|gestiegenen)\s+)?(?-i:Kosten|\w{3,}kosten)
    | nos\s+(?:propres\s+)?(?:coûts|charges)
    | (?:nuestros|los\s+nuestros)\s+(?:costes|costos|gastos)
    | nossos\s+custos
    | nostri\s+costi
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
NOT_SO = frozenset(
    (
        *("at", "not", "never", "no", "without", "instead", "than"),
        *("auf", "zu", "nicht", "nie", "niemals", "ohne", "statt"),
        *("jamais", "pas", "sans", "nunca", "não", "sem", "sin", "mai", "non", "senza"),
    )
)
"""Words shortly before that turn it round: "at our costs", "never our costs"."""
NEAR = 60
"""In how many characters before they stand."""


def check(subject: Subject) -> Iterator[Finding]:
    for at, text in arguments(subject):
        ours = our_costs(text)
        if ours:
            yield Finding(
                code=RULE.code,
                message=f"{shown(text)} argues with what it costs us, not with what they gain",
                at=at,
                on="value",
                label=f'"{ours}"',
                help="say what it is worth to them, in their own figures",
            )


def arguments(subject: Subject) -> Iterator[tuple[Path, str]]:
    """The texts with which we argue, and where they stand."""
    for node, negotiation in negotiations(subject):
        if isinstance(negotiation.value_argument, str):
            yield (*node.path, "negotiation", "value_argument"), negotiation.value_argument
    for node in subject.open("communication"):
        if isinstance(node.entry, Communication) and isinstance(node.entry.message, str):
            yield (*node.path, "message"), node.entry.message


def our_costs(text: str) -> str | None:
    """The words with which a text speaks of our costs, unless it does so to leave them out."""
    for match in OURS.finditer(text):
        before = re.findall(r"\w+", text[max(0, match.start() - NEAR) : match.start()].casefold())[-3:]
        if NOT_SO.isdisjoint(before):
            return match[0]
    return None


RULE = Rule(
    code="KAM513",
    slug="argues-with-our-costs",
    kind=Kind.JUDGEMENT,
    methods=(25, 62),
    doc=__doc__,
    check=check,
)
