"""At each of the eight sales steps somebody of ours is there.

Why: A selling centre is aligned where the right resource stands at each step of their decision, from the
moment they see a need to the look back afterwards (M43: Le Bon and Herman, figure 1.6). A step without
somebody of ours is one that a competitor has to himself.

Bad:

    relationships:
      alignment:
        sales_steps:
          specification: {what: "Doors and minutes", team: ~}
          proposal-request: ~

Good:

    relationships:
      alignment:
        sales_steps:
          specification: {what: "Doors and minutes", team: unknown}

Remedy: Ask for each step who of theirs does it, and who of ours they would like to have beside them; write
that person under `team`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.relationships import SALES_STEPS, SalesStep
from kamc.model.values import UNKNOWN
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import listed

AT = ("relationships", "alignment", "sales_steps")


def check(subject: Subject) -> Iterator[Finding]:
    steps = subject.plan.relationships.alignment.sales_steps
    empty = [named(step) for step in SALES_STEPS if not is_staffed(steps.get(step))]
    if steps and empty:
        yield Finding(
            code=RULE.code,
            message=f"nobody of ours is there when {subject.account} comes to {listed(empty, 'and')}",
            at=AT,
            label=f"{len(empty)} of {len(SALES_STEPS)} steps without a person",
            help="ask who of ours they would like to have beside them there, and write it under `team`",
        )


def named(step: str) -> str:
    """A step as people say it."""
    return step.replace("-", " ").replace("post ", "post-")


def is_staffed(step: SalesStep | None) -> bool:
    """Whether somebody of ours is there; `unknown` is an answer."""
    return step is not None and (step.said is UNKNOWN or not is_missing(step.team))


RULE = Rule(
    code="KAM327",
    slug="sales-step-unstaffed",
    kind=Kind.GAP,
    methods=(43,),
    doc=__doc__,
    check=check,
    ask=Profile.EXTENDED,
)
