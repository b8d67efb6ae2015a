"""A concern or an alarm has a day on which we check that it is handled.

Why: The last step of a treatment is to verify it (M52: Le Bon and Herman, chapters 2 and 3; M58). What has an
owner and an answer but no day is taken for done by everybody, and comes back as an objection.

Bad:

    account_plan:
      alarms: {fewer-bids: {by: ~, verified: ~}}

Bad:

    account_plan:
      concerns: {one-risk: {by: ~, verified: ~}}

Good:

    account_plan:
      alarms: {fewer-bids: {by: 2026-12-18, verified: ~}}

Good:

    account_plan:
      concerns: {one-risk: {by: ~, verified: yes}}

Remedy: Write in `by` until when its owner has asked them again. Once they say that it is settled, write
`verified: yes`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.care import Alarm, Concern
from kamc.model.fields import Profile
from kamc.model.values import UNKNOWN
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    for node in (*subject.open("concern"), *subject.open("alarm")):
        if isinstance(node.entry, Concern | Alarm) and is_undated(node.entry):
            yield Finding(
                code=RULE.code,
                message=f"nobody checks whether the {node.kind} {shown(node.title)} is handled",
                at=(*node.path, "by"),
                label="until when?",
                help="write in `by` when its owner asks them again; `verified: yes` once it is settled",
            )


def is_undated(one: Concern | Alarm) -> bool:
    """Whether somebody has it, and nobody says until when. One without an owner is told elsewhere."""
    return not is_missing(one.owner) and is_missing(one.by) and one.verified not in {"yes", UNKNOWN}


RULE = Rule(
    code="KAM415",
    slug="care-without-day",
    kind=Kind.GAP,
    methods=(52, 58),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
