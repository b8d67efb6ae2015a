"""A SWOT keeps a strategy that draws on it.

Why: A SWOT is half of the work (M50): strengths and openings become offensive strategies, weaknesses and
threats protective ones, each with its time. Alone, it is four lists that everybody nods at.

Bad:

    account_plan:
      strategies: {night-first: {status: done}, hold-cold: {status: dropped}}

Good:

    account_plan:
      strategies: {night-first: {status: done}}

Good:

    account_plan:
      strategies: unknown
      activities: {hub-trial: {advances: hub-nights}, one-form: {advances: cold-growth}}

Remedy: Take the point that matters most, and write the strategy that `uses` it: offensive or protective, the
objective that it `advances`, and by when. A point that is settled gets `status: gone`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.goals import POINTS
from kamc.model.values import NONE
from kamc.rules.base import Rule, Subject
from kamc.words import counted


def check(subject: Subject) -> Iterator[Finding]:
    points = sum(len(subject.open(kind)) for kind in POINTS)
    strategies = subject.plan.account_plan.strategies
    # Strategies that nobody wrote at all are a gap of the plan, and told as one.
    is_told = bool(strategies) or strategies.said is NONE
    if points and is_told and not any(one.is_open for one in strategies.values()):
        yield Finding(
            code=RULE.code,
            message=f"the SWOT has {counted(points, 'point')}, and no strategy comes of it",
            at=("account_as_market", "swot"),
            label="all strategies have ended" if strategies else "no strategies, says the plan",
            help="write a strategy that `uses` the point that matters most, with the goal that it `advances`",
        )


RULE = Rule(
    code="KAM413",
    slug="swot-without-strategies",
    kind=Kind.GAP,
    methods=(50,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
