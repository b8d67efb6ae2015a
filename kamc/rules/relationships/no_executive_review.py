"""An executive of ours meets them.

Why: Executives on both sides who know each other keep an account through a bad year; reviews among them
belong to a selling centre that is aligned (M43: Le Bon and Herman, chapter 1). A talk now and then under
`contacts` is one, a meeting in which our executive sits is one, and so is an executive review. A relationship
that is transactional, and is to stay so, does without (M42).

Bad:

    relationships:
      selling_center:
        tor-vik: {roles: subject-matter}
        nele-brahms: {roles: [sponsor, executive]}
    account_plan: {communications: {board-hour: {channel: letter}}}
    # plans/people.yaml
    people: {nele-brahms: "Nele Brahms"}

Good:

    relationships:
      selling_center:
        tor-vik: {roles: subject-matter}
        nele-brahms: {roles: [sponsor, executive]}
    account_plan: {meetings: {hub-evening: {team: [mara-lind, nele-brahms]}}}
    # plans/people.yaml
    people: {nele-brahms: "Nele Brahms"}

Remedy: Ask our executive or sponsor for one talk in the half-year, with somebody of the same rank, and
write it under that person's `contacts`; or plan a meeting of the kind `executive-review`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.values import known
from kamc.rules.base import Rule, Subject
from kamc.rules.relationships.people import (
    SELLERS,
    layer,
    members,
    named_in,
    our_name,
    ours_with,
    some_contacts_are_unknown,
)
from kamc.words import listed

CLOSE = ("consultative", "transformative")
REVIEW = "executive-review"


def check(subject: Subject) -> Iterator[Finding]:
    executives = ours_with(subject, "executive", "sponsor")
    if (
        not is_wanted_close(subject)
        or not executives
        or some_contacts_are_unknown(subject)
        or is_reviewed(subject)
    ):
        return
    if any(meets_them(subject, id_) for id_ in executives):
        return
    names = listed([our_name(subject, id_) for id_ in executives])
    yield Finding(
        code=RULE.code,
        message=f"no executive of ours meets anybody at {subject.account}",
        at=(*SELLERS, executives[0]),
        label="speaks with nobody of theirs",
        help=f"agree on a talk of {names} with somebody of the same rank, or plan an executive review",
    )


def is_wanted_close(subject: Subject) -> bool:
    """Whether we want more than a transactional relationship, where the plan says what we want."""
    wanted = known(subject.plan.relationships.continuum.layer.wanted) or layer(subject)
    return wanted in CLOSE


def is_reviewed(subject: Subject) -> bool:
    """Whether an executive review is planned."""
    meetings = (getattr(node.entry, "kind", None) for node in subject.open("meeting"))
    channels = (getattr(node.entry, "channel", None) for node in subject.open("communication"))
    return REVIEW in (*meetings, *channels)


def meets_them(subject: Subject, id_: str) -> bool:
    """Whether one of ours has a contact, or sits in a meeting to come."""
    return any(id_ in member.contacts for _, member in members(subject)) or any(
        node.kind == "meeting" and edge.via == "team" for edge, node in named_in(subject, id_)
    )


RULE = Rule(
    code="KAM319",
    slug="no-executive-review",
    kind=Kind.GAP,
    methods=(43, 40),
    doc=__doc__,
    check=check,
    to_win=True,
    ask=Profile.STANDARD,
)
