"""One file judged: what its links, the rules and its waivers say; each finding with severity and place."""

from collections.abc import Iterator, Mapping

import msgspec

from kamc.analysis.completeness import profile
from kamc.audience import Known, cut
from kamc.diagnostics import Delete, Diagnostic, Finding, Severity
from kamc.engine.fix import offered
from kamc.engine.followers import without_followers
from kamc.engine.gone import gone
from kamc.engine.house import Fault, hear
from kamc.engine.place import Judged, place
from kamc.engine.read import Loaded, Shelf
from kamc.engine.scope import Scope, judged_at
from kamc.links import Shared, graph, link_findings
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.model.shared import Catalogue, People
from kamc.rules.base import Earlier, Rule, SharedSubject, Subject, severity
from kamc.rules.file import house_rule_failed
from kamc.rules.waivers import apply_waivers

QUARTERS = 2
"""How many earlier quarters a rule can look back."""


class Sitting(msgspec.Struct, frozen=True, kw_only=True):
    """What the files of a run are judged with.

    `chosen` are the paths of the run's files; `over_all` holds what the portfolio says of each file, where it
    was asked. Where a rule of the house's own breaks, it is noted in `faults`. `reader` is for whom it is
    judged: of plans, only what they may see, and of what plans share, only `seen`.
    """

    scope: Scope
    shelf: Shelf
    chosen: frozenset[str] = frozenset()
    over_all: Mapping[str, tuple[Finding, ...]] | None = None
    faults: list[Fault] = msgspec.field(default_factory=list)
    reader: Audience = Audience.PRIVATE
    seen: Known | None = None
    """`None` for who may see all of it."""

    @property
    def shared(self) -> Shared:
        """What the plans share, as the reader may see it."""
        held = self.scope.shared
        if self.seen is None:
            return held
        return msgspec.structs.replace(held, people=self.seen.people, catalogue=self.seen.catalogue)


def judge(sitting: Sitting, loaded: Loaded) -> tuple[Diagnostic, ...]:
    """Every finding on one file that is wanted."""
    return offered(loaded, place(loaded, _wanted(sitting, loaded), sitting.shelf.known))


def heard(sitting: Sitting, loaded: Loaded, plan: Plan) -> tuple[Diagnostic, ...]:
    """What a reader who sees of a file no more than `plan` is told of it, without the fixes.

    For a reader who sees all of it, that is what a check says; for another one, it is judged as in `told`.
    """
    apart = msgspec.structs.replace(sitting, faults=[])
    if sitting.reader is not Audience.PRIVATE:
        loaded = msgspec.structs.replace(loaded, part=plan, findings=())
    return place(loaded, _wanted(apart, loaded), sitting.shelf.known)


def told(sitting: Sitting, loaded: Loaded, plan: Plan) -> tuple[Judged, ...]:
    """What a reader is told of who sees of a file no more than `plan`, waived or not.

    It is judged as if there were nothing else. So neither the number nor the words of it tell of something
    that they may not see, and what the format keeps from them is not asked.
    """
    apart = msgspec.structs.replace(sitting, faults=[])
    return tuple(_wanted(apart, msgspec.structs.replace(loaded, part=plan, findings=())))


def _wanted(sitting: Sitting, loaded: Loaded) -> list[Judged]:
    """The findings of which somebody wants to hear."""
    return [
        one
        for one in _judged(sitting, loaded)
        if one.finding.code in sitting.scope.wanted
        and one.severity is not Severity.OFF
        and not _broke_unwanted(sitting.scope, loaded, one.finding)
    ]


def _broke_unwanted(scope: Scope, loaded: Loaded, finding: Finding) -> bool:
    """Whether a finding tells that a rule broke of which nobody wants to hear in that file."""
    if finding.code != house_rule_failed.RULE.code:
        return False
    rule = scope.book.by_code[finding.key]
    level = scope.settings.severity(loaded.source.path, rule.code, rule.slug)
    return rule not in scope.rules or level is Severity.OFF


def _judged(sitting: Sitting, loaded: Loaded) -> Iterator[Judged]:
    """What is said of a file, waivers taken into account.

    Every rule is asked, also those that nobody wants to hear of now: else their waivers would seem to waive
    nothing.
    """
    scope = sitting.scope
    findings = [*loaded.findings, *_found(sitting, loaded)]
    roots = without_followers(findings, type(loaded.part), loaded.migrated.data, scope.wanted)
    # A waiver of what follows from another finding waives something all the same, so all are matched.
    followers = frozenset(findings) - frozenset(roots)
    for finding, waiver in apply_waivers(
        findings, loaded.part, judged_at(scope, loaded), scope.book, _looked_for(sitting, loaded)
    ):
        if finding not in followers:
            unsure = isinstance(finding.fix, Delete) and not _sees_all(sitting, loaded)
            told = msgspec.structs.replace(finding, fix=None) if unsure else finding
            yield msgspec.structs.replace(as_judged(scope, loaded, told), accepted=waiver)


def _sees_all(sitting: Sitting, loaded: Loaded) -> bool:
    """Whether all was read that a finding could come from: else nobody knows that a waiver waives nothing."""
    scope, source = sitting.scope, loaded.source
    beside = [*scope.shared_files, *map(sitting.shelf.get, scope.series.before(source)[:QUARTERS])]
    if sitting.over_all is not None:
        beside += [one for path in sitting.chosen if (one := sitting.shelf.known(path)) is not None]
    is_placed = source.kind != "plan" or (source.account is not None and source.period is not None)
    is_linked = scope.shared.catalogue is not None and scope.shared.people is not None
    return loaded.sound and is_placed and is_linked and all(one.readable for one in beside)


def _looked_for(sitting: Sitting, loaded: Loaded) -> frozenset[str]:
    """The codes of the rules that were asked of a file: those over the portfolio only where all of it is."""
    over_all = sitting.over_all is not None
    broken = {one.code for one in sitting.faults if one.path == loaded.source.path}
    asked = (
        rule.code
        for rule in sitting.scope.book.rules
        if (over_all or rule.check_portfolio is None) and _asks(sitting.scope, rule, loaded)
    )
    return frozenset(asked) - broken


def _asks(scope: Scope, rule: Rule, loaded: Loaded) -> bool:
    """Whether a rule asks such a plan: some ask the latest one of its account, or a pull request, alone."""
    return not rule.on_review and (not rule.latest or scope.series.successor(loaded.source) is None)


def _found(sitting: Sitting, loaded: Loaded) -> Iterator[Finding]:
    """What there is to say of a file beside what was noticed when it was read."""
    if not loaded.readable:
        return
    if loaded.source.kind == "plan":
        yield from _on_plan(sitting, loaded)
    else:
        yield from _on_shared(sitting, loaded)
    yield from (sitting.over_all or {}).get(loaded.source.path, ())


def _on_plan(sitting: Sitting, loaded: Loaded) -> Iterator[Finding]:
    scope = sitting.scope
    subject = _subject(sitting, loaded)
    yield from _twins(scope, loaded)
    yield from link_findings(subject.plan, subject.shared, subject.graph)
    for rule in scope.book.rules:
        if rule.check is not None and rule.asks(subject) and _asks(scope, rule, loaded):
            yield from hear(rule, rule.check, subject, loaded.source.path, sitting.faults)


def _on_shared(sitting: Sitting, loaded: Loaded) -> Iterator[Finding]:
    scope = sitting.scope
    yield from gone(scope.workspace, scope.files, loaded, sitting.chosen)
    if isinstance(loaded.part, Catalogue | People):
        subject = SharedSubject(part=loaded.part, as_of=scope.as_of)
        for rule in scope.book.rules:
            if rule.check_shared is not None:
                yield from hear(rule, rule.check_shared, subject, loaded.source.path, sitting.faults)


def _twins(scope: Scope, loaded: Loaded) -> Iterator[Finding]:
    """Other files for the same quarter of the same account: nobody could say which one counts."""
    here = loaded.source
    for other in scope.series.beside(here):
        yield Finding(
            code="KAM031",
            key=other.path,
            message=f"{here.period} of {here.account} has two files: {here.path} and {other.path}",
            help="keep one of them",
        )


def _subject(sitting: Sitting, loaded: Loaded) -> Subject:
    scope, plan = sitting.scope, loaded.plan
    first_month = scope.settings.fiscal_year_start
    return Subject(
        plan=plan,
        graph=graph(plan, sitting.shared),
        shared=sitting.shared,
        as_of=judged_at(scope, loaded),
        supplier=scope.settings.supplier,
        profile=profile(plan),
        limits=scope.settings.limits,
        last_day=loaded.period.last_day(first_month) if loaded.period else None,
        earlier=tuple(_earlier(sitting, loaded)),
        reader=sitting.reader,
    )


def _earlier(sitting: Sitting, loaded: Loaded) -> Iterator[Earlier]:
    """The quarters before, the latest first, as far back as one can be read."""
    first_month = sitting.scope.settings.fiscal_year_start
    hidden = sitting.seen.hidden if sitting.seen else frozenset()
    for source in sitting.scope.series.before(loaded.source)[:QUARTERS]:
        before = sitting.shelf.get(source)
        if not before.readable or source.period is None:
            return
        yield Earlier(
            plan=cut(before.plan, sitting.reader, hidden).plan,
            path=source.path,
            period=source.period,
            last_day=source.period.last_day(first_month),
        )


def as_judged(scope: Scope, loaded: Loaded, finding: Finding) -> Judged:
    """A finding with its rule's name and kind, and its severity in that file."""
    rule = scope.book.by_code[finding.code]
    status = loaded.plan.status if loaded.source.kind == "plan" else "approved"
    settled = scope.settings.severity(loaded.source.path, rule.code, rule.slug)
    level = severity(rule, status if isinstance(status, str) else "draft") if settled is None else settled
    return Judged(finding=finding, slug=rule.slug, kind=rule.kind, severity=level)
