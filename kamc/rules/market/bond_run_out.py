"""What has run out is not told as if it still held.

Why: The grid says who is there and how long they are bound (M49), an agreement how long it runs (M67). Once
that day has passed, somebody has the place: those who were there, others, or nobody. The plan should know.

Bad:

    account_as_market:
      open_space: {north: {night-line: {state: competitor, who: rapid-nord, until: 2026-10-31}}}

Bad:

    account_as_market:
      agreements: {cold-frame: {what: "Frame for cold goods", using: cold-line, until: 2026-09-30}}

Good:

    account_as_market:
      open_space: {north: {night-line: {state: competitor, who: rapid-nord, until: 2026-12}}}

Good:

    account_as_market:
      agreements: {cold-frame: {what: "Frame for cold goods", until: 2026-09-30, status: done}}

Remedy: Write what came of it: the new `until`, whose place it is now, or `status: done`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.links import Node
from kamc.model.market import Agreement
from kamc.model.values import each
from kamc.rules.base import Rule, Subject
from kamc.rules.market.cells import Square, gathered, offering, others, places, rivals, squares
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    over = [
        (node, node.entry)
        for node in subject.open("agreement")
        if isinstance(node.entry, Agreement) and subject.is_over(node.entry.until)
    ]
    told = {id_ for _, one in over for id_ in each(one.using)}
    for node, one in over:
        yield ended(node, one)
    left = [
        one
        for one in squares(subject, "ours", "competitor")
        if subject.is_over(one.cell.until) and not (one.cell.state == "ours" and one.offering in told)
    ]
    for found in gathered(
        ((one.offering, one.cell.state, one.cell.until, one.cell.who), one) for one in left
    ):
        yield run_out(subject, found)


def ended(node: Node, one: Agreement) -> Finding:
    """The finding about an agreement whose last day has passed."""
    return Finding(
        code=RULE.code,
        message=f"{shown(node.title)} ran until {one.until}, and stands there as if it held",
        at=(*node.path, "until"),
        on="value",
        label="and since?",
        help="write the new day in `until`, or `status: done` with `ended` and what it `became`",
    )


def run_out(subject: Subject, found: tuple[Square, ...]) -> Finding:
    """The finding about one offering, and all the segments in which the same bond has run out."""
    first = found[0]
    name, where = offering(subject, first.offering), places(subject, found)
    who = "we" if first.cell.state == "ours" else rivals(subject, first.cell.who)
    return Finding(
        code=RULE.code,
        message=f"{who} had {name} in {where} until {first.cell.until}: who has it now?",
        at=(*first.path, "until"),
        on="value",
        label="this day has passed",
        help="write who is there now, and until when",
        related=others(found),
    )


RULE = Rule(code="KAM417", slug="bond-run-out", kind=Kind.CLOCK, methods=(49, 67), doc=__doc__, check=check)
