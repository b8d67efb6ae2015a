"""Check: read, validate, link, judge. Everything that can be known in one run is told in one run."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec

from kamc.diagnostics import Diagnostic, Finding, OpenQuestion, Severity
from kamc.engine.followers import without_followers
from kamc.engine.gone import gone
from kamc.engine.place import Judged, place
from kamc.engine.questions import listed, open_questions
from kamc.engine.read import Loaded, read_from
from kamc.links import Shared, graph, link_findings
from kamc.model.fields import Profile
from kamc.model.shared import Catalogue, People
from kamc.rules import registry
from kamc.rules.base import Rule, Subject, severity
from kamc.rules.waivers import apply_waivers
from kamc.settings import Settings
from kamc.workspace import PLANS, Source, Workspace, successor


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """What a check is made with: the workspace, its settings, its shared files, and the day."""

    workspace: Workspace
    settings: Settings
    shared: Shared
    shared_files: tuple[Loaded, ...]
    files: tuple[Source, ...]
    as_of: dt.date
    rules: tuple[Rule, ...] = registry.RULES


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """The result of a check.

    `open_questions` counts what is unknown, `questions` lists it where that was asked for; `texts` are for
    source lines.
    """

    diagnostics: tuple[Diagnostic, ...]
    plans: int
    unread: tuple[str, ...]
    open_questions: int
    questions: tuple[OpenQuestion, ...]
    as_of: dt.date
    notes: tuple[str, ...]
    texts: Mapping[str, str]


def scope(
    workspace: Workspace, settings: Settings, as_of: dt.date, rules: tuple[Rule, ...] = registry.RULES
) -> Scope:
    """Read the shared files of a workspace and make a scope of it."""
    files = workspace.files() if workspace.marked else ()
    read = tuple(read_from(workspace, one) for one in files if one.kind in {"catalogue", "people"})
    parts = [one.part for one in read if one.readable]
    shared = Shared(
        catalogue=next((part for part in parts if isinstance(part, Catalogue)), None),
        people=next((part for part in parts if isinstance(part, People)), None),
        accounts=frozenset(one.account for one in files if one.account) if workspace.marked else None,
    )
    return Scope(
        workspace=workspace,
        settings=settings,
        shared=shared,
        shared_files=read,
        files=files,
        as_of=as_of,
        rules=rules,
    )


def check(scope: Scope, loaded: Sequence[Loaded], *, questions: bool = False) -> Checked:
    """Judge the files that were chosen and read; list their open questions where `questions` asks for it."""
    paths = {one.source.path for one in loaded}
    broken = tuple(one for one in scope.shared_files if not one.readable and one.source.path not in paths)
    everything = (*broken, *loaded)
    found = [diagnostic for one in everything for diagnostic in judge(scope, one, paths)]
    plans = [one for one in loaded if one.source.kind == "plan"]
    return Checked(
        diagnostics=tuple(sorted(found, key=lambda one: one.sort_key)),
        plans=len(plans),
        unread=tuple(one.source.path for one in everything if not one.readable),
        open_questions=sum(open_questions(one.plan, one.unfit) for one in plans),
        questions=tuple(one for plan in plans for one in listed(plan)) if questions else (),
        as_of=scope.as_of,
        notes=tuple(_notes(scope)),
        texts={one.source.path: one.document.text for one in everything},
    )


def judge(scope: Scope, loaded: Loaded, chosen: Collection[str] = ()) -> tuple[Diagnostic, ...]:
    """Every finding on one file."""
    if loaded.source.kind == "plan" and loaded.readable:
        judged = tuple(_ruled(scope, loaded))
    else:
        findings = (*loaded.findings, *gone(scope.workspace, scope.files, loaded, chosen))
        judged = tuple(_judged(scope, loaded, one) for one in findings)
    wanted = {rule.code for rule in scope.rules}
    return place(
        loaded, [one for one in judged if one.finding.code in wanted and one.severity is not Severity.OFF]
    )


def _ruled(scope: Scope, loaded: Loaded) -> Iterator[Judged]:
    """What the links and rules say of a plan, waivers taken into account.

    Every rule is asked, also those that nobody wants to hear of now: else their waivers would seem to waive
    nothing.
    """
    subject = _subject(scope, loaded)
    findings = [
        *loaded.findings,
        *_twins(scope, loaded),
        *link_findings(subject.plan, scope.shared, subject.graph),
    ]
    for rule in registry.RULES:
        if rule.check is not None and rule.ask <= subject.profile:
            findings += rule.check(subject)
    told = without_followers(findings, type(loaded.part), loaded.migrated.data)
    # A waiver of what follows from another finding waives something all the same, so all are matched.
    followers = frozenset(findings) - frozenset(told)
    for finding, waiver in apply_waivers(findings, loaded.plan, subject.as_of):
        if finding not in followers:
            yield msgspec.structs.replace(_judged(scope, loaded, finding), accepted=waiver)


def _twins(scope: Scope, loaded: Loaded) -> Iterator[Finding]:
    """Other files for the same quarter of the same account: nobody could say which one counts."""
    here = loaded.source
    for other in scope.files:
        same = (other.account, other.period) == (here.account, here.period) and other.path != here.path
        if same and here.account and here.period:
            yield Finding(
                code="KAM031",
                key=other.path,
                message=f"{here.period} of {here.account} has two files: {here.path} and {other.path}",
                help="keep one of them",
            )


def _subject(scope: Scope, loaded: Loaded) -> Subject:
    plan = loaded.plan
    return Subject(
        plan=plan,
        graph=graph(plan, scope.shared),
        shared=scope.shared,
        as_of=judged_at(scope, loaded),
        supplier=scope.settings.supplier,
        profile=Profile[plan.profile.upper()] if isinstance(plan.profile, str) else Profile.SHORT,
    )


def judged_at(scope: Scope, loaded: Loaded) -> dt.date:
    """The day a plan is judged at: the last day of its quarter where it has a successor, else today."""
    if loaded.period is not None and successor(scope.files, loaded.source) is not None:
        return loaded.period.last_day(scope.settings.fiscal_year_start)
    return scope.as_of


def _judged(scope: Scope, loaded: Loaded, finding: Finding) -> Judged:
    rule = rule_of(finding)
    status = loaded.plan.status if loaded.source.kind == "plan" else "approved"
    settled = scope.settings.severity(loaded.source.path, rule.code, rule.slug)
    level = severity(rule, status if isinstance(status, str) else "draft") if settled is None else settled
    return Judged(finding=finding, slug=rule.slug, kind=rule.kind, severity=level)


def _notes(scope: Scope) -> Iterator[str]:
    if not scope.workspace.marked:
        yield "no kamc.yaml here: references to offerings and people were not judged"
        return
    for kind, part in (("catalogue", scope.shared.catalogue), ("people", scope.shared.people)):
        if part is None:
            yield f"{PLANS}/{kind}.yaml is not there or not readable: references into it were not judged"


def rule_of(finding: Finding) -> Rule:
    """The rule behind a finding."""
    return registry.BY_CODE[finding.code]
