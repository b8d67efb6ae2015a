"""An agreement has its last day.

Why: A contract is in the plan for its dates (M49, M67): they say until when the place is ours, and when
others may ask for it. Its text lies elsewhere.

Bad:

    account_as_market:
      agreements: {cold-frame: {what: "Frame for cold goods", using: cold-line}}

Good:

    account_as_market:
      agreements: {cold-frame: {what: "Frame for cold goods", using: cold-line, until: 2028-06-30}}

Good:

    account_as_market:
      agreements: {cold-frame: {what: "Cold frame", using: cold-line, until: none, notice: 2027-06-30}}

Remedy: Look it up in the contract: `until`, and the day of `notice` where there is one. A contract without
an end has `until: none`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.market import Agreement
from kamc.rules.base import Rule, Subject
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    for node in subject.open("agreement"):
        if isinstance(node.entry, Agreement) and node.entry.until is None:
            yield Finding(
                code=RULE.code,
                message=f"{shown(node.title)} has no last day",
                at=(*node.path, "until"),
                label="until when?",
                help="write `until`, and the day of `notice`; `until: none` for one that does not end",
            )


RULE = Rule(
    code="KAM422", slug="agreement-without-end", kind=Kind.GAP, methods=(49, 67), doc=__doc__, check=check
)
