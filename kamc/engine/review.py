"""Review: what a pull request makes of each plan, for one reader; what got worse with the reasons given."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from kamc.audience import cut
from kamc.audience import known as known_to
from kamc.brief import Brief, Sheet
from kamc.diagnostics import Diagnostic, Path, Severity, Waiver
from kamc.engine.diff import compare, side_of, unread_sides
from kamc.engine.discreet import discreet
from kamc.engine.judge import Sitting, as_judged, heard, judge
from kamc.engine.pack import Wanted, given_for, seen_for
from kamc.engine.place import place
from kamc.engine.read import Loaded, Shelf
from kamc.engine.scope import Scope, judged_at
from kamc.engine.sides import Sides
from kamc.model.change import Change, Diff
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.model.values import known
from kamc.report.review import Briefs, Called, Decision, Reviewed
from kamc.rules.change.got_worse import finding, regressions
from kamc.rules.waivers import CHANGE, Reasons
from kamc.words import spelled

SEEN = 24
"""How many letters of a reason tell whether a sentence holds it: sentences cut texts."""


def review(scope: Scope, sides: Iterable[Sides], wanted: Wanted) -> Iterator[Reviewed]:
    """What became of each plan, as the readers of `wanted` may see it."""
    for one in sides:
        yield _reviewed(scope, one, wanted)
        for each in (one.old, one.new):
            if each:
                vars(each.plan).clear()  # its steps keep the plan, and it keeps them


def _reviewed(scope: Scope, sides: Sides, wanted: Wanted) -> Reviewed:
    old, new = sides.old, sides.new
    unread = tuple(unread_sides(scope, sides))
    for_us = wanted.audience is not Audience.CUSTOMER
    told = Reviewed(
        fate=sides.fate,
        side=side_of(sides.main),
        old_path=old.source.path if old else None,
        status=(_status(old if sides.fate != "added" else None), _status(new)) if for_us else ("", ""),
        unread=unread,
        for_us=for_us,
    )
    if unread or new is None:
        return told
    faults = _faults(scope, new, wanted.audience)
    if old is None:
        alone = (*_alone(scope, new, wanted.audience), *faults)
        return msgspec.structs.replace(told, found=_gravest_first(alone))
    diff = compare(scope, old, new, audience=wanted.audience)
    before = _faults(scope, old, wanted.audience)
    diff = msgspec.structs.replace(
        diff, found=(*diff.found, *_only_in(faults, before)), gone=(*diff.gone, *_only_in(before, faults))
    )
    told = _decided(scope, (old, new), diff, told, wanted.audience)
    if sides.fate == "added":
        return told
    return msgspec.structs.replace(told, briefs=_briefs(scope, old, new, wanted))


def _faults(scope: Scope, loaded: Loaded, audience: Audience) -> tuple[Diagnostic, ...]:
    """What is wrong with the file itself, for a reader who is told else only what follows from what they see.

    A finding whose words or place would tell of something that they may not see is left out.
    """
    codes = {one.code for one in loaded.findings}
    if audience is not Audience.TEAM or not codes:
        return ()
    sitting = Sitting(scope=scope, shelf=Shelf(scope.workspace, (*scope.shared_files, loaded)))
    found = heard(sitting, loaded, loaded.plan)
    own = (one for one in found if one.code in codes and one.accepted is None)
    return tuple(discreet(loaded.plan, _seen(scope, loaded, audience), own))


def _only_in(those: Iterable[Diagnostic], others: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings that others do not have, by what lasts of them."""
    there = {one.lineage for one in others}
    return tuple(one for one in those if one.lineage not in there)


def _gravest_first(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(found, key=lambda one: (-one.severity, one.sort_key)))


def _status(loaded: Loaded | None) -> str:
    return (known(loaded.plan.status) or "") if loaded and loaded.readable else ""


def _alone(scope: Scope, new: Loaded, audience: Audience) -> tuple[Diagnostic, ...]:
    """What a check says of an account's first plan: all of it is new."""
    if audience is Audience.CUSTOMER:
        return ()
    seen = known_to(scope.shared.people, scope.shared.catalogue, audience)
    sitting = Sitting(
        scope=scope,
        shelf=Shelf(scope.workspace, (*scope.shared_files, new)),
        reader=audience,
        seen=None if audience is Audience.PRIVATE else seen,
    )
    found = heard(sitting, new, cut(new.plan, audience, seen.hidden).plan)
    return tuple(one for one in found if one.accepted is None)


def _seen(scope: Scope, loaded: Loaded, audience: Audience) -> Plan:
    hidden = known_to(scope.shared.people, scope.shared.catalogue, audience).hidden
    return cut(loaded.plan, audience, hidden).plan


def _decided(
    scope: Scope, pair: tuple[Loaded, Loaded], diff: Diff, told: Reviewed, audience: Audience
) -> Reviewed:
    """What got worse with who accepts it, and a finding where nobody does; nobody tells a customer."""
    old, new = (_seen(scope, one, audience) for one in pair)
    reasons = Reasons.of(old, new, scope.book)
    whys, day = (_whys(old), _whys(new)), judged_at(scope, pair[1])
    decisions = tuple(
        _decision(scope, one, reasons.reason(finding(one), one.code, day), _says(one, *whys))
        for one in regressions(diff.changes, scope.settings.reason_from)
    )
    open_ = [one.change for one in decisions if one.reason is None and not _is_told(one.change, diff.found)]
    lacking = [as_judged(scope, pair[1], finding(one)) for one in open_]
    placed = place(pair[1], [one for one in lacking if one.severity is not Severity.OFF])
    return msgspec.structs.replace(
        told,
        diff=diff,
        found=_gravest_first((*diff.found, *placed)),
        gone=diff.gone,
        decisions=decisions,
    )


def _whys(plan: Plan) -> Mapping[Path, str]:
    """What each entry of a plan says of why it stands as it does, by its path."""
    steps = (step for step in plan.steps if step.path[-1:] == ("why",))
    return {step.path[:-1]: step.value for step in steps if isinstance(step.value, str)}


def _says(change: Change, old: Mapping[Path, str], new: Mapping[Path, str]) -> str:
    """The reason that an entry gives itself, where it is a new one, and the change does not tell it."""
    depth = len(change.field.split(".")) if change.field else 0
    before, now = (at[: len(at) - depth] if at else () for at in (change.old_at, change.new_at))
    why = new.get(now, "")
    is_told = why[:SEEN] in change.message
    return "" if is_told or why == old.get(before) else why


def _is_told(change: Change, found: Iterable[Diagnostic]) -> bool:
    """Whether another rule on change says it already: one cause is told once."""
    there = [f"{one.pointer}/" for one in found if one.code.startswith(CHANGE) and one.pointer]
    here = f"{change.pointer}/"
    return any(one.startswith(here) or here.startswith(one) for one in there)


def _decision(scope: Scope, change: Change, reason: Waiver | None, says: str) -> Decision:
    """A change with its reason, and the name of whoever answers for it."""
    by = reason.by if reason else None
    person = scope.shared.people.people.get(by) if by and scope.shared.people else None
    name = known(person.name) if person else None
    return Decision(change=change, reason=reason, who=name or spelled(by or ""), says=says)


def _briefs(scope: Scope, old: Loaded, new: Loaded, wanted: Wanted) -> Briefs:
    """Which briefs say something else: compared by what they show, so that none has to be printed."""
    before, after = (dict(_sheets(scope, one, wanted)) for one in (old, new))
    return Briefs(
        changed=tuple(name for name in after if name in before and before[name] != after[name]),
        new=tuple(name for name in after if name not in before),
        gone=tuple(name for name in before if name not in after),
    )


def _sheets(scope: Scope, loaded: Loaded, wanted: Wanted) -> Iterator[tuple[Called, Sheet]]:
    """The sheets of every brief, by how they are called."""
    sitting = Sitting(scope=scope, shelf=Shelf(scope.workspace, (*scope.shared_files, loaded)))
    found = judge(sitting, loaded)
    for brief in wanted.readable:
        seen = seen_for(sitting, loaded, found, brief.of or wanted.audience)
        given = given_for(sitting, loaded, seen, "")
        for sheet in brief.sheets(given):
            yield _called(brief, sheet), sheet


def _called(brief: Brief, sheet: Sheet) -> Called:
    if not sheet.part:
        return Called(name=brief.name, title=brief.title)
    return Called(name=f"{brief.name}-{sheet.part}", title=sheet.title)
