"""Build: every plan to its brief in Markdown and HTML, with an index; whole files or none."""

import pathlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from kamc import __version__
from kamc.audience import cut
from kamc.diagnostics import Diagnostic, Kind, Severity
from kamc.engine.check import Scope, judge, judged_at, open_questions
from kamc.engine.read import Loaded
from kamc.files import write_whole
from kamc.model.fields import Audience, matches
from kamc.model.plan import Plan
from kamc.model.values import ID_SHAPE
from kamc.render import IndexEntry, Rendered, Run, brief, index


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


class _Brief(msgspec.Struct, frozen=True, kw_only=True):
    entry: IndexEntry
    rendered: Rendered


def build(scope: Scope, loaded: Sequence[Loaded], wanted: Wanted) -> Built:
    """Compile every chosen plan. A plan that is left out does not stop the others."""
    plans = [one for one in loaded if one.source.kind == "plan"]
    judged = [(one, judge(scope, one)) for one in plans]
    left = tuple(
        Left(one.source.path, bad)
        for one, found in judged
        if (bad := _reasons(found, strict=wanted.strict)) or not _named(one)
    )
    out = {one.path for one in left}
    briefs = [_brief(scope, one, found, wanted) for one, found in judged if one.source.path not in out]
    return Built(
        outputs=tuple(_files(briefs, wanted, _run(scope, Plan(), ()))),
        left=left,
        plans=len(plans),
        unread=any(not one.readable for one in plans),
    )


def _reasons(found: Iterable[Diagnostic], *, strict: bool) -> tuple[Diagnostic, ...]:
    """Why a plan cannot be built: what is wrong with the file might be missing from the brief, unnoticed."""
    live = [one for one in found if one.accepted is None and one.severity is Severity.ERROR]
    return tuple(live if strict else (one for one in live if one.kind is Kind.STRUCTURE))


def _brief(scope: Scope, loaded: Loaded, found: tuple[Diagnostic, ...], wanted: Wanted) -> _Brief:
    view = cut(loaded.plan, wanted.audience)
    run = _run(scope, view.plan, found, loaded)
    rendered = brief(view, run=run, people=scope.shared.people, catalogue=scope.shared.catalogue)
    plan = loaded.plan
    account, period = loaded.account or "", str(loaded.period)
    files = {form: f"{account}/{period}.{form}" for form in wanted.formats}
    entry = IndexEntry(
        account=account,
        name=plan.name if isinstance(plan.name, str) else account,
        period=period,
        status=plan.status if isinstance(plan.status, str) else "draft",
        owner=rendered.owner,
        stand=view.plan.summary.stand if isinstance(view.plan.summary.stand, str) else "",
        files=files,
        gaps=run.gaps,
    )
    return _Brief(entry=entry, rendered=rendered)


def _run(scope: Scope, plan: Plan, found: Iterable[Diagnostic], loaded: Loaded | None = None) -> Run:
    settings = scope.settings
    return Run(
        as_of=judged_at(scope, loaded) if loaded else scope.as_of,
        supplier=settings.supplier,
        currency=settings.currency,
        accent=settings.accent,
        gaps=sum(one.kind is Kind.GAP and one.accepted is None for one in found),
        open_questions=open_questions(plan),
        kamc=__version__,
    )


def _files(briefs: Sequence[_Brief], wanted: Wanted, run: Run) -> Iterator[Output]:
    for one in briefs:
        texts: Mapping[str, str] = {"md": one.rendered.markdown, "html": one.rendered.html}
        for form, path in one.entry.files.items():
            yield Output(path, texts[form])
    for folder, entries in _indexes([one.entry for one in briefs], wanted.audience):
        rendered = index(entries, run=run, audience=wanted.audience)
        for form, text in (("md", rendered.markdown), ("html", rendered.html)):
            if form in wanted.formats:
                yield Output(f"{folder}index.{form}", text)


def _indexes(
    entries: Sequence[IndexEntry], audience: Audience
) -> Iterator[tuple[str, tuple[IndexEntry, ...]]]:
    """One index for us; for customers one each, because none may read of another."""
    if audience is not Audience.CUSTOMER:
        yield "", tuple(entries)
        return
    for account in dict.fromkeys(one.account for one in entries):
        yield (
            f"{account}/",
            tuple(
                msgspec.structs.replace(
                    one, files={form: path.partition("/")[2] for form, path in one.files.items()}
                )
                for one in entries
                if one.account == account
            ),
        )


def write(built: Built, folder: pathlib.Path) -> tuple[pathlib.Path, ...]:
    """Write every output below `folder`, each whole or not at all. Raises `OSError`."""
    paths = []
    for output in built.outputs:
        path = folder.joinpath(*output.path.split("/"))
        write_whole(path, output.text)
        paths.append(path)
    return tuple(paths)


def _named(loaded: Loaded) -> bool:
    """Whether a plan's account and quarter make safe file names."""
    return loaded.account is not None and matches(ID_SHAPE, loaded.account) and loaded.period is not None
