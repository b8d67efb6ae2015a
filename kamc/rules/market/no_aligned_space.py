"""The open space shows which cells would serve a success factor of theirs.

Why: Every empty cell is open space, and there are always too many (M49: Le Bon and Herman, figures 1.1 and
1.2). Those that help the customer with what they must achieve are the best places to grow. Unmarked, the grid
is a list of what we do not sell.

Bad:

    account_as_market:
      open_space:
        north: {cold-line: 1.6M, night-line: rapid-nord}
        south: {cold-line: not-wanted, night-line: open}

Good:

    account_as_market:
      open_space: {south: {night-line: {state: open, serves: [night-cut]}}}

Good:

    account_as_market:
      open_space:
        north: {cold-line: 1.6M, night-line: not-wanted}
        south: {cold-line: not-wanted, night-line: in-house}

Remedy: Go through the cells that are not ours and ask of each: which success factor would it bring nearer?
Write that into `serves`. A grid in which none does is a grid of the wrong offerings.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject, is_missing
from kamc.rules.market.cells import PLACE, squares
from kamc.words import counted


def check(subject: Subject) -> Iterator[Finding]:
    factors = subject.open("success-factor")
    rows = subject.plan.account_as_market.open_space.values()
    told = any(not is_missing(cell.serves) for row in rows for cell in row.values())
    to_win = sum(1 for _ in squares(subject, "open", "competitor"))
    if factors and to_win and not told:
        yield Finding(
            code=RULE.code,
            message="no cell of the open space serves a success factor: nobody sees where to grow first",
            at=PLACE,
            label=f"{counted(to_win, 'cell')} to win, none marked",
            help=f"mark the cells that would help them, such as `{{state: open, serves: {factors[0].id}}}`",
        )


RULE = Rule(
    code="KAM410",
    slug="no-aligned-space",
    kind=Kind.GAP,
    methods=(49,),
    doc=__doc__,
    check=check,
    to_win=True,
    ask=Profile.STANDARD,
)
