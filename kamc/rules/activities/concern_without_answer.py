"""A concern or an alarm has one of us who takes it on, and an answer.

Why: What they worry about gets an owner, an answer and a check (M58), and a sign that we notice is assessed,
given to the right person and treated (M52: Le Bon and Herman, chapters 2 and 3). One that is only written
down grows in silence.

Bad:

    account_plan:
      concerns: {one-risk: {answer: ~, leads_to: ~}}

Bad:

    account_plan:
      alarms: {fewer-bids: {owner: ~}}

Good:

    account_plan:
      concerns: {one-risk: {answer: ~, leads_to: board-hour}}

Good:

    account_plan:
      alarms: {fewer-bids: {owner: unknown, treatment: unknown, leads_to: ~}}

Remedy: Name the `owner`, and what we do: in words (`answer` of a concern, `treatment` of an alarm), or in
`leads_to` the activity or communication that does it.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.links import Node
from kamc.model.care import Alarm, Concern
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import listed, shown

REMEDIES = {
    "owner": "name who of ours is the `owner`",
    "answer": "write our `answer`, or in `leads_to` which activity is one",
    "treatment": "write in `treatment` what we do, or in `leads_to` which activity does it",
}
WORDS = {"concern": "answer", "alarm": "treatment"}


def check(subject: Subject) -> Iterator[Finding]:
    for kind, field in WORDS.items():
        for node in subject.open(kind):
            missing = list(what_is_missing(node, field))
            if missing:
                names = listed(missing)
                yield Finding(
                    code=RULE.code,
                    message=f"the {kind} {shown(node.title)} has no {names} of ours",
                    at=node.path,
                    label=f"no {names}",
                    help=listed([REMEDIES[name] for name in missing], "and"),
                )


def what_is_missing(node: Node, field: str) -> Iterator[str]:
    """Owner, answer or both."""
    entry = node.entry
    if not isinstance(entry, Concern | Alarm):
        return
    if is_missing(entry.owner):
        yield "owner"
    if is_missing(getattr(entry, field)) and is_missing(entry.leads_to):
        yield field


RULE = Rule(
    code="KAM527",
    slug="concern-without-answer",
    kind=Kind.GAP,
    methods=(52, 58),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
