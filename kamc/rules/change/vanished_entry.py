"""Nothing that was open leaves the plan without a word.

Why: A plan is a series (M4): what ends gets a status, with the day and the reason, and may then be left out.
An open entry that is simply not there any more was given up or forgotten, and nobody can tell which.

Bad:

    account_plan: {activities: {claims-talk: ~}}
    # 2026-Q3
    summary: "Third of three carriers."

Good:

    account_plan: {activities: {claims-talk: {status: dropped, why: "They settled the twelve among themselves"}}}
    # 2026-Q3
    summary: "Third of three carriers."

Good:

    account_plan: {activities: {claims-talk: ~, claims-day: {was: claims-talk, what: "The claims, one by one", advances: win-jan, by: 2026-12-04}}}
    # 2026-Q3
    summary: "Third of three carriers."

Remedy: Put it back for one quarter with how it ended, and `why`. If it only has a new id, write the old one
in its `was`; if it lives on in another entry, say so in `became`.
"""  # noqa: E501

from collections.abc import Iterator, Sequence

from kamc.diagnostics import Finding, Kind, Path, Related
from kamc.links.graph import grouped
from kamc.model.fields import Profile
from kamc.model.period import period
from kamc.model.plan import Plan
from kamc.model.records import Tracked
from kamc.model.values import each
from kamc.model.walk import Entered, locate
from kamc.rules.base import Rule, Subject, is_open
from kamc.rules.change.before import NAMED, called
from kamc.words import listed

APART = 3
"""So many of one list are told one by one; more of them together, and all of them."""
HOME = {"member": "in the buying centre", "competitor": "among the competitors"}


def check(subject: Subject) -> Iterator[Finding]:
    if not subject.earlier or not is_next(subject):
        return
    lists = grouped((one.path[:-1], one) for one in vanished(subject))
    for at, ones in lists.items():
        if len(ones) > APART or (len(ones) > 1 and is_empty(subject, at)):
            yield together(subject, at, ones)
        else:
            yield from (alone(subject, one) for one in ones)


def is_next(subject: Subject) -> bool:
    """Whether the plan before is that of the quarter before: what ended between two others left no trace."""
    quarter = period(subject.plan.period)
    return quarter is None or subject.earlier[0].period == quarter.before


def is_empty(subject: Subject, at: Path) -> bool:
    """Whether nothing is left of a list."""
    return not any(node.path[:-1] == at for node in subject.graph.nodes)


def vanished(subject: Subject) -> Iterator[Entered]:
    """The open entries of the quarter before that are gone, and nothing of which says why."""
    by_path = {pair.old.path: pair.new for pair in subject.pairs if pair.old}
    for pair in subject.pairs:
        old = pair.old
        if (
            old is not None
            and pair.new is None
            and isinstance(old.entry, Tracked)
            and is_open(old.entry)
            and not each(old.entry.became)
            and is_missed(subject, old)
        ):
            holders = (old.path[:end] for end in range(len(old.path) - 1, 0, -1))
            holder = next((path for path in holders if path in by_path), None)
            around = by_path[holder] if holder else None
            if holder is None or (around is not None and is_open(around.entry)):
                yield old


def is_missed(subject: Subject, old: Entered) -> bool:
    """Whether the plan would still hold an entry.

    It need not where a smaller profile no longer asks for its list, or where that list is unknown now; and
    where a link still names it, that link is a finding of its own.
    """
    kind, before = old.entry.about.kind, subject.earlier[0].plan
    if kind in subject.graph.unsure or subject.graph.referred_by(old.id):
        return False
    if not isinstance(before.profile, str) or Profile[before.profile.upper()] <= subject.profile:
        return True
    field = locate(Plan, old.path[:-1]).field
    return field is not None and field.ask is not None and field.ask <= subject.profile


def alone(subject: Subject, one: Entered) -> Finding:
    entry, period = one.entry, subject.earlier[0].period
    state = HOME.get(entry.about.kind) or (entry.state if isinstance(entry, Tracked) else "there")
    return Finding(
        code=RULE.code,
        message=f"{called(one.path, one.entry)} was {state} in {period} and is gone without a word",
        at=one.path[:-1],
        key=one.id,
        label="it is not in this plan",
        help=f"put it back with how it ended ({ends(one)}) and `why`; a new id says `was: {one.id}`",
        related=(stood(subject, one),),
    )


def together(subject: Subject, at: Path, ones: Sequence[Entered]) -> Finding:
    named = [called(one.path, one.entry) for one in ones[:APART]]
    more = [f"{len(ones) - APART} more"] if len(ones) > APART else []
    return Finding(
        code=RULE.code,
        message=f"{len(ones)} entries that were open in {subject.earlier[0].period} are gone without a word: "
        f"{listed([*named, *more], 'and')}",
        at=at,
        label="they are not in this plan",
        help=f"put them back with how they ended ({ends(ones[0])}) and `why`; a new id says what it `was`",
        related=tuple(stood(subject, one) for one in ones[:APART]),
    )


def ends(one: Entered) -> str:
    field = one.entry.status_field if isinstance(one.entry, Tracked) else "status"
    return listed([f"`{field}: {word}`" for word in one.entry.about.ended])


def stood(subject: Subject, one: Entered) -> Related:
    verb = "was named" if one.entry.about.kind in NAMED else "stood"
    before = subject.earlier[0]
    return Related(message=f"{called(one.path, one.entry)} {verb} here", at=one.path, file=before.path)


RULE = Rule(code="KAM701", slug="vanished-entry", kind=Kind.JUDGEMENT, methods=(4,), doc=__doc__, check=check)
