"""An advantage has its proof: a figure, or a source.

Why: An advantage is what we do better in this account, with evidence (M45). Without it, it is what every
supplier says, and the buyer has heard it this week already.

Bad:

    account_as_market:
      advantages: {open-at-ten: {what: "Our doors close later than theirs", sources: ~}}

Good:

    account_as_market:
      advantages: {open-at-ten: {what: "Our doors close at 11, theirs at 8", sources: ~}}

Good:

    account_as_market:
      advantages: {open-at-ten: {what: "Our doors close later than theirs", sources: "Ines Bahr 2026-11-04"}}

Remedy: Count it, and put the figure into the text; or name in `sources` who says so, best of all one of
theirs. What can be neither counted nor quoted is better left out.
"""

import re
from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.market import Advantage
from kamc.model.values import UNKNOWN
from kamc.rules.base import Rule, Subject, is_missing
from kamc.rules.late import Late
from kamc.words import shown

FIGURE = Late(
    r"[0-9]|\b("
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundred|thousand|half|twice|"
    "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|hundert|tausend|halb|hälfte|doppelt|"
    "deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|vingt|cent|mille|moitié|"
    "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|veinte|cien|mitad|"
    "dois|duas|três|quatro|sete|oito|nove|dez|doze|vinte|cem|mil|metade|"
    "tre|quattro|cinque|sette|otto|dieci|undici|dodici|venti|cento|metà"
    r")\b",
    re.IGNORECASE,
)
"""A number in digits, or the usual ones in words: English, German, French, Spanish, Portuguese, Italian."""


def check(subject: Subject) -> Iterator[Finding]:
    for node in subject.open("advantage"):
        if isinstance(node.entry, Advantage) and not has_proof(node.entry):
            yield Finding(
                code=RULE.code,
                message=f"{shown(node.title)} is only claimed: no figure, no source",
                at=(*node.path, "sources"),
                label="how much, or who says so?",
                help="put the figure into the text, or name in `sources` where we know it from",
            )


def has_proof(one: Advantage) -> bool:
    """Whether it can be counted or looked up, or its author still looks for the proof."""
    if not (is_missing(one.sources) and is_missing(one.records)) or one.what is UNKNOWN:
        return True
    return isinstance(one.what, str) and FIGURE.search(one.what) is not None


RULE = Rule(
    code="KAM407",
    slug="advantage-without-evidence",
    kind=Kind.GAP,
    methods=(45,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
