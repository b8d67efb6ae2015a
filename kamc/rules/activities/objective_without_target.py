"""An economic objective says where it starts and where it ends.

Why: An objective is a baseline, a target and a date (M53); without the first two nobody can say in a year
whether it was met. Growth that no figure can hold yet, such as something new made together, has `measure:
other`.

Bad:

    account_plan:
      objectives: {night-sales: {target: ~}}

Bad:

    account_plan:
      objectives: {night-sales: {baseline: none}}

Good:

    account_plan:
      objectives: {night-sales: {baseline: 0, target: unknown}}

Good:

    account_plan:
      objectives: {joint-hub: {what: "A hub run by both of us", growth: co-create, measure: other, by: 2028}}

Remedy: Write `baseline` and `target`; a figure that still has to be found out is `unknown`. If it is about
people and not about figures, write `kind: political` and whom you want to win.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.goals import Objective
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import listed, shown

FIGURES = ("baseline", "target")


def check(subject: Subject) -> Iterator[Finding]:
    for node in subject.open("objective"):
        missing = missing_figures(node.entry)
        if missing:
            yield Finding(
                code=RULE.code,
                message=f"{shown(node.title)} has no {listed(missing)}: nobody can say when it is met",
                at=(*node.path, missing[-1]),
                label=f"no {listed(missing)}",
                help="write the figures, or `unknown`; `measure: other` where none can be given, "
                "`kind: political` where it is about people",
            )


def missing_figures(objective: object) -> list[str]:
    """Which of its figures an economic objective lacks."""
    if not isinstance(objective, Objective) or objective.kind == "political" or objective.measure == "other":
        return []
    return [name for name in FIGURES if is_missing(getattr(objective, name))]


RULE = Rule(
    code="KAM501", slug="objective-without-target", kind=Kind.GAP, methods=(53,), doc=__doc__, check=check
)
