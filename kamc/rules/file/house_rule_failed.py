"""A rule of the house's own runs to its end.

Why: A house can have rules of its own, declared in `kamc.yaml` or written in Python. Where one of them breaks
on a plan, nobody knows what it would have said, so the run is not green: but it goes on, every other rule
speaks, and the fault is told as what it is. The plan need not be changed for it.

Bad:

    (a rule that reads the value of an opportunity as a number, where the plan says that it is unknown)

Good:

    (the same rule, once it leaves alone what is unknown)

Remedy: Tell whoever keeps the rule which plan it was; `kamc check -v` shows where it broke. Until it is
mended, `kamc check --ignore` with its code goes without it, or set the rule to `off` in kamc.yaml.
"""

from kamc.diagnostics import Finding, Kind
from kamc.rules.base import Rule

RULE = Rule(code="KAM039", slug="house-rule-failed", kind=Kind.STRUCTURE, doc=__doc__)


def failed(rule: Rule, on: str) -> Finding:
    """What is said of a file on which a house's own rule broke: `on` is what it was asked about."""
    return Finding(
        code=RULE.code,
        key=rule.code,
        message=f"the house's own rule {rule.code} {rule.slug} broke on {on}, so it has judged nothing here",
        help="this is no fault of the plan: tell whoever keeps the rule; kamc check -v shows where it broke",
    )
