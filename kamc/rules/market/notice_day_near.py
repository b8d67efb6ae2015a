"""Before a contract can be ended, or ends, something is planned with what it holds.

Why: The day of notice is the day on which a competitor may come in (M49, M67). Whoever lets it pass in
silence leaves it to the buyer to think of asking somebody else. How long before it is asked is set under
`limits.notice_ahead`.

Bad:

    account_as_market:
      agreements: {cold-frame: {what: "Cold frame", using: cold-line, until: 2027-06-30, notice: 2026-12-31}}

Good:

    account_as_market:
      agreements: {cold-frame: {what: "Cold frame", using: cold-line, until: 2027-06-30, notice: 2026-12-31}}
    account_plan: {activities: {claims-talk: {using: cold-line, answers: cold-chain}}}

Good:

    account_as_market:
      agreements: {cold-frame: {what: "Cold frame", using: cold-line, until: 2028-06-30, notice: 2027-12-31}}

Remedy: Plan the talk before the day: an activity or an opportunity that is `using` the same offering, with
what we have to show.
"""

from collections.abc import Iterator

from kamc.analysis.pursuit import users
from kamc.diagnostics import Finding, Kind
from kamc.model.market import Agreement
from kamc.model.values import When, each
from kamc.rules.base import Rule, Subject
from kamc.rules.market.days import ahead, is_near
from kamc.words import shown

PLANNED = frozenset({"activity", "opportunity"})


def check(subject: Subject) -> Iterator[Finding]:
    for node in subject.open("agreement"):
        if not isinstance(node.entry, Agreement) or is_planned(subject, node.entry):
            continue
        for key, happens in ends(subject, node.entry):
            day = getattr(node.entry, key)
            yield Finding(
                code=RULE.code,
                message=f"{shown(node.title)} {happens} {day}, and nothing is planned with it",
                at=(*node.path, key),
                on="value",
                label=ahead(subject, day),
                help="plan the talk before that day: an activity or an opportunity `using` the same offering",
            )


def ends(subject: Subject, one: Agreement) -> Iterator[tuple[str, str]]:
    """The key of the next day on which an agreement may end, where it is near, and what happens then."""
    near = subject.limits.notice_ahead
    if isinstance(one.notice, When) and not subject.is_over(one.notice):
        if is_near(subject, one.notice, near):
            yield "notice", "can be ended until"
    elif is_near(subject, one.until, near):
        yield "until", "runs until"


def is_planned(subject: Subject, one: Agreement) -> bool:
    """Whether an open activity or opportunity uses an offering of it, or nobody says what it holds."""
    offerings = each(one.using)
    return not offerings or any(
        node.kind in PLANNED for id_ in offerings for node in users(subject.graph, id_)
    )


RULE = Rule(
    code="KAM416",
    slug="notice-day-near",
    kind=Kind.CLOCK,
    methods=(49, 67),
    doc=__doc__,
    check=check,
    limits=("notice_ahead",),
)
