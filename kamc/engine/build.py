"""Build: every plan to its brief in Markdown and HTML, with an index; whole files or none."""

import pathlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from kamc import __version__
from kamc.analysis.questions import open_questions
from kamc.audience import cut
from kamc.brief.names import names
from kamc.diagnostics import Diagnostic, Kind, Severity
from kamc.engine.judge import Sitting, judge
from kamc.engine.read import Loaded, Shelf
from kamc.engine.scope import Scope, judged_at
from kamc.files import write_whole
from kamc.model.fields import Audience, matches
from kamc.model.plan import Plan
from kamc.model.values import ID_SHAPE
from kamc.render import IndexEntry, Rendered, Run, brief, index
from kamc.rules.file import house_rule_failed
from kamc.workspace import UsageError


class Output(msgspec.Struct, frozen=True):
    """A file to write: its path below the output folder (forward slashes), and its text."""

    path: str
    text: str


class Left(msgspec.Struct, frozen=True):
    """A plan that was left out, and why."""

    path: str
    diagnostics: tuple[Diagnostic, ...]


class Built(msgspec.Struct, frozen=True, kw_only=True):
    """What a build made: the files, the plans that were left out, and how many plans there were."""

    outputs: tuple[Output, ...]
    left: tuple[Left, ...]
    plans: int
    unread: bool


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What to build: for whom, in which formats (`md`, `html`), and whether plans with errors are refused."""

    audience: Audience
    formats: tuple[str, ...]
    strict: bool = False
    standing: frozenset[str] = frozenset()
    """Briefs that stand from earlier builds (paths below the output folder): an index names them, too."""


class _Brief(msgspec.Struct, frozen=True, kw_only=True):
    entry: IndexEntry
    rendered: Rendered


def build(scope: Scope, loaded: Sequence[Loaded], wanted: Wanted) -> Built:
    """Compile every chosen plan. A plan that is left out does not stop the others."""
    plans = [one for one in loaded if one.source.kind == "plan"]
    sitting = Sitting(scope=scope, shelf=Shelf(scope.workspace, loaded))
    judged = [(one, judge(sitting, one)) for one in plans]
    left = tuple(
        Left(one.source.path, bad)
        for one, found in judged
        if (bad := reasons(found, strict=wanted.strict)) or not (one.readable and _named(one))
    )
    out = {one.path for one in left}
    briefs = [_brief(scope, one, found, wanted) for one, found in judged if one.source.path not in out]
    _once(briefs)
    return Built(
        outputs=(*_files(briefs, wanted), *_indexes(sitting, briefs, wanted)),
        left=left,
        plans=len(plans),
        unread=any(not one.readable for one in plans),
    )


def reasons(found: Iterable[Diagnostic], *, strict: bool) -> tuple[Diagnostic, ...]:
    """Why a plan cannot be built: what is wrong with the file might be missing from the brief, unnoticed.

    A rule of the house's own that broke is no fault of the plan's.
    """
    live = [one for one in found if one.accepted is None and one.severity is Severity.ERROR]
    plans_own = (
        one for one in live if one.kind is Kind.STRUCTURE and one.code != house_rule_failed.RULE.code
    )
    return tuple(live if strict else plans_own)


def _brief(scope: Scope, loaded: Loaded, found: tuple[Diagnostic, ...], wanted: Wanted) -> _Brief:
    view = cut(loaded.plan, wanted.audience)
    run = _run(scope, view.plan, found, loaded)
    rendered = brief(view, run=run, people=scope.shared.people, catalogue=scope.shared.catalogue)
    return _Brief(
        entry=_entry(loaded, view.plan, rendered.owner, run.gaps, wanted.formats), rendered=rendered
    )


def _entry(loaded: Loaded, seen: Plan, owner: str, gaps: int, formats: tuple[str, ...]) -> IndexEntry:
    """The line of a plan in an index; `seen` is the plan as its reader may see it."""
    plan = loaded.plan
    account, period = loaded.account or "", str(loaded.period)
    return IndexEntry(
        account=account,
        name=plan.name if isinstance(plan.name, str) else account,
        period=period,
        status=plan.status if isinstance(plan.status, str) else "",
        owner=owner,
        stand=seen.summary.stand if isinstance(seen.summary.stand, str) else "",
        files={form: f"{account}/{period}.{form}" for form in formats},
        gaps=gaps,
    )


def _once(briefs: Iterable[_Brief]) -> None:
    """Raises `UsageError` where two plans would be written to one file."""
    seen: set[tuple[str, str]] = set()
    for one in briefs:
        name = (one.entry.account, one.entry.period)
        if name in seen:
            raise UsageError(f"two of these files are a plan for {name[0]}, {name[1]}: build one of them")
        seen.add(name)


def _run(scope: Scope, plan: Plan, found: Iterable[Diagnostic], loaded: Loaded | None = None) -> Run:
    settings = scope.settings
    return Run(
        as_of=judged_at(scope, loaded) if loaded else scope.as_of,
        supplier=settings.supplier,
        currency=settings.currency,
        accent=settings.accent,
        gaps=sum(one.kind is Kind.GAP and one.accepted is None for one in found),
        open_questions=open_questions(plan),
        health=settings.health,
        fiscal_year_start=settings.fiscal_year_start,
        kamc=__version__,
    )


def _files(briefs: Iterable[_Brief], wanted: Wanted) -> Iterator[Output]:
    for one in briefs:
        texts: Mapping[str, str] = {"md": one.rendered.markdown, "html": one.rendered.html}
        for form in wanted.formats:
            yield Output(one.entry.files[form], texts[form])


def _indexes(sitting: Sitting, briefs: Iterable[_Brief], wanted: Wanted) -> Iterator[Output]:
    """One index for us; for customers one each, because none may read of another."""
    built = [one.entry for one in briefs]
    entries = sorted([*built, *_standing(sitting, built, wanted)], key=lambda one: (one.account, one.period))
    called = {one.account: one.name for one in entries if one.name != one.account}
    entries = [msgspec.structs.replace(one, name=called.get(one.account, one.name)) for one in entries]
    if wanted.audience is not Audience.CUSTOMER:
        yield from _index(sitting.scope, "", entries, wanted)
        return
    for account in dict.fromkeys(one.account for one in built):
        yield from _index(
            sitting.scope, f"{account}/", [one for one in entries if one.account == account], wanted
        )


def _standing(sitting: Sitting, built: Sequence[IndexEntry], wanted: Wanted) -> Iterator[IndexEntry]:
    """The plans that were not built now, but whose briefs stand from earlier."""
    scope = sitting.scope
    now = {path for one in built for path in one.files.values()}
    for source in scope.files:
        formats = tuple(
            form
            for form in wanted.formats
            if (path := f"{source.account}/{source.period}.{form}") in wanted.standing and path not in now
        )
        if formats and source.kind == "plan":
            loaded = sitting.shelf.get(source)
            found = judge(sitting, loaded)
            seen = cut(loaded.plan, wanted.audience)
            run = _run(scope, seen.plan, found, loaded)
            owner = names(seen.plan, scope.shared.people, scope.shared.catalogue).listed(seen.plan.owner)
            yield _entry(loaded, seen.plan, owner, run.gaps, formats)


def _index(scope: Scope, folder: str, entries: Sequence[IndexEntry], wanted: Wanted) -> Iterator[Output]:
    inside = [
        msgspec.structs.replace(
            one, files={form: path.removeprefix(folder) for form, path in one.files.items()}
        )
        for one in entries
    ]
    rendered = index(inside, run=_run(scope, Plan(), ()), audience=wanted.audience)
    texts = {"md": rendered.markdown, "html": rendered.html}
    yield from (Output(f"{folder}index.{form}", texts[form]) for form in wanted.formats)


def write(built: Built, folder: pathlib.Path) -> None:
    """Write every output below `folder`, each whole or not at all. Raises `OSError`."""
    for output in built.outputs:
        write_whole(folder.joinpath(*output.path.split("/")), output.text)


def _named(loaded: Loaded) -> bool:
    """Whether a plan's account and quarter make safe file names."""
    return loaded.account is not None and matches(ID_SHAPE, loaded.account) and loaded.period is not None
