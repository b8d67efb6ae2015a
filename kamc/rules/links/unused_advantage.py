"""Every advantage of ours is carried to somebody, or used by a strategy.

Why: The communication plan carries our advantages to the people who should see them (M2, M45: Beachgrass).
An advantage that nobody is told of wins nothing, however well it is proved.

Bad:

    account_as_market:
      advantages: {night-desk: {what: "One number that is picked up at night, 365 nights in 2025", serves: night-cut}}

Good:

    account_as_market:
      advantages: {night-desk: {what: "One number that is picked up at night, 365 nights in 2025", serves: night-cut}}
    account_plan:
      communications: {desk-card: {message: "Ring at three.", to: ines-bahr, carries: night-desk, anchored_in: night-cut, by: 2026-12-11}}

Remedy: Name it in `carries` of what you say to those whom it serves, or in what a strategy `uses`. One that
nobody there cares about is none: give it `status: gone`.
"""  # noqa: E501

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.links.taken_up import is_taken_up
from kamc.rules.base import Rule, Subject
from kamc.rules.links.help import if_told
from kamc.words import shown

FIELDS = ("carries", "uses")


def check(subject: Subject) -> Iterator[Finding]:
    unused = [node for node in subject.open("advantage") if not is_taken_up(subject.graph, node.id, FIELDS)]
    for node in if_told(subject, unused, ("communication", "strategy"), FIELDS):
        yield Finding(
            code=RULE.code,
            message=f"nobody is told of {shown(node.title)}",
            at=node.path,
            label="no communication carries it, no strategy uses it",
            help="name it in `carries` of what you say to those whom it serves",
        )


RULE = Rule(
    code="KAM609", slug="unused-advantage", kind=Kind.JUDGEMENT, methods=(2, 45), doc=__doc__, check=check
)
