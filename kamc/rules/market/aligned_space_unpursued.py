"""Where an open cell serves a success factor of theirs, something of ours goes after it.

Why: An open cell that helps the customer is the best place to grow, and is turned into an opportunity that we
push (M49, M56: Le Bon and Herman, figure 1.2). One that is marked and left alone waits for a competitor.

Why: An open opportunity counts that is `using` the offering, in that segment or in none by name; so does an
open activity that is using it.

Bad:

    account_as_market:
      open_space: {south: {cold-line: {state: open, serves: cold-chain}}}
    account_plan: {activities: {one-form: {using: ~, answers: ~}}}

Good:

    account_as_market:
      open_space: {south: {cold-line: {state: open, serves: cold-chain}}}

Good:

    account_as_market:
      open_space: {south: {night-line: {state: open, serves: night-cut}}}

Remedy: Write an opportunity that is `using` the offering `in` that segment, with `origin: push`. If it must
wait, an activity that prepares it will do.
"""

from collections.abc import Iterator

from kamc.analysis.pursuit import DOING
from kamc.diagnostics import Finding, Kind
from kamc.links.taken_up import is_told
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject
from kamc.rules.market.cells import Square, aligned, gathered, offering, others, places, pursued, squares
from kamc.words import listed

FIELDS = ("using", "in")
"""The fields that say what goes after a cell: what leads nowhere there may be meant for it."""


def check(subject: Subject) -> Iterator[Finding]:
    if not is_told(subject.graph, DOING, FIELDS):
        return
    left = [
        one for one in squares(subject, "open") if aligned(subject, one.cell) and not pursued(subject, one)
    ]
    for found in gathered((one.offering, one) for one in left):
        yield unpursued(subject, found)


def unpursued(subject: Subject, found: tuple[Square, ...]) -> Finding:
    """The finding about one offering, and all the segments in which it is left alone."""
    name, where = offering(subject, found[0].offering), places(subject, found)
    serves = listed(sorted({id_ for one in found for id_ in aligned(subject, one.cell)}), "and")
    return Finding(
        code=RULE.code,
        message=f"{name} would serve {serves} in {where}, and nothing of ours goes after it",
        at=found[0].path,
        label="open, and good for them",
        help=f"write an opportunity `using` {found[0].offering} there, or an activity that prepares it",
        related=others(found),
    )


RULE = Rule(
    code="KAM411",
    slug="aligned-space-unpursued",
    kind=Kind.JUDGEMENT,
    methods=(49, 56),
    doc=__doc__,
    check=check,
    to_win=True,
    ask=Profile.STANDARD,
)
