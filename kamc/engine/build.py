"""Build: every plan to its briefs in Markdown and HTML, with an index; whole files or none."""

import pathlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from kamc import __version__
from kamc.analysis.questions import open_questions
from kamc.audience import Named, View, cut, cut_shared, hidden
from kamc.brief import Brief, Given, Run, given
from kamc.brief.book import BRIEFS, rank, titled
from kamc.diagnostics import Diagnostic, Kind, Severity
from kamc.engine.judge import Sitting, gaps, judge
from kamc.engine.read import Loaded, Shelf
from kamc.engine.scope import Scope, judged_at
from kamc.engine.withheld import Withheld, together, withheld
from kamc.files import write_whole
from kamc.model.fields import Audience, matches
from kamc.model.plan import Plan
from kamc.model.shared import Catalogue, People
from kamc.model.values import ID_SHAPE
from kamc.render import Document, IndexEntry, Rendered, Templates, WrongTemplateError, index, rendered
from kamc.rules.file import house_rule_failed
from kamc.workspace import UsageError


class Output(msgspec.Struct, frozen=True):
    """A file to write: its path below the folder of its readers (forward slashes), and its text."""

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
    faults: tuple[WrongTemplateError, ...] = ()
    """Templates that are wrong; what others make was built."""
    withheld: Withheld = Withheld()
    """What was left out of the packs because their readers may not see it."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What to build: for whom, which briefs, in which formats, whether plans with errors are refused."""

    audience: Audience
    formats: tuple[str, ...]
    briefs: tuple[Brief, ...] = BRIEFS
    templates: Templates = Templates()
    strict: bool = False
    standing: frozenset[str] = frozenset()
    """Documents that stand from earlier builds (paths below the folder of their readers), for the index."""


class _Pack(msgspec.Struct, frozen=True, kw_only=True):
    """The documents of one plan, and its line in an index."""

    entry: IndexEntry
    documents: tuple[Rendered, ...]
    withheld: tuple[str, ...]


class _Desk(msgspec.Struct, frozen=True, kw_only=True):
    """Where packs are made for one audience: what it sees of the shared files, and plans judged for it."""

    sitting: Sitting
    reader: Sitting
    catalogue: Catalogue | None
    people: People | None
    hidden: frozenset[Named]

    @property
    def scope(self) -> Scope:
        return self.sitting.scope

    def cut(self, plan: Plan) -> View:
        return cut(plan, self.reader.reader, self.hidden)


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
    faults: list[WrongTemplateError] = []
    desk = _desk(sitting, wanted.audience)
    packs = [_pack(desk, one, found, wanted, faults) for one, found in judged if one.source.path not in out]
    _once(packs)
    return Built(
        outputs=(*_files(packs, wanted), *_indexes(desk, packs, wanted, faults)),
        left=left,
        plans=len(plans),
        unread=any(not one.readable for one in plans),
        faults=tuple({str(one): one for one in faults}.values()),
        withheld=Withheld(
            briefs=tuple(one.title for one in wanted.briefs if wanted.audience not in one.audiences),
            facts=together(title for one in packs for title in one.withheld),
        ),
    )


def _desk(sitting: Sitting, audience: Audience) -> _Desk:
    shared = sitting.scope.shared
    catalogue = cut_shared(shared.catalogue, audience) if shared.catalogue else None
    people = cut_shared(shared.people, audience) if shared.people else None
    seen = msgspec.structs.replace(shared, catalogue=catalogue, people=people)
    return _Desk(
        sitting=sitting,
        reader=msgspec.structs.replace(
            sitting, reader=audience, scope=msgspec.structs.replace(sitting.scope, shared=seen)
        ),
        catalogue=catalogue,
        people=people,
        hidden=hidden(shared.catalogue, catalogue) | hidden(shared.people, people),
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


def _pack(
    desk: _Desk,
    loaded: Loaded,
    found: tuple[Diagnostic, ...],
    wanted: Wanted,
    faults: list[WrongTemplateError],
) -> _Pack:
    told = _given(desk, loaded, found)
    documents = tuple(_documents(told, wanted, faults))
    folder = f"{loaded.account}/{loaded.period}"
    shown = tuple(
        Document(one.title, {form: f"{folder}/{one.stem}.{form}" for form in wanted.formats})
        for one in documents
    )
    return _Pack(
        entry=_entry(loaded, told, shown),
        documents=documents,
        withheld=tuple(withheld(loaded.plan, told.plan)),
    )


def _given(desk: _Desk, loaded: Loaded, found: Iterable[Diagnostic]) -> Given:
    """What the briefs of a plan are made from, all of it cut for its reader."""
    view = desk.cut(loaded.plan)
    before = next(iter(desk.scope.series.before(loaded.source)), None)
    earlier = desk.sitting.shelf.get(before) if before else None
    return given(
        view,
        run=msgspec.structs.replace(
            _run(desk.scope),
            as_of=judged_at(desk.scope, loaded),
            gaps=_gaps(desk, loaded, view, found),
            open_questions=open_questions(view.plan) if view.audience is not Audience.CUSTOMER else 0,
        ),
        people=desk.people,
        catalogue=desk.catalogue,
        earlier=desk.cut(earlier.plan) if earlier and earlier.readable else None,
    )


def _gaps(desk: _Desk, loaded: Loaded, view: View, found: Iterable[Diagnostic]) -> int:
    """The gaps of a plan that its reader is told of; what a check finds is nothing for a customer."""
    if view.audience is Audience.CUSTOMER:
        return 0
    if view.audience is Audience.PRIVATE:
        return sum(one.kind is Kind.GAP and one.accepted is None for one in found)
    return gaps(desk.reader, loaded, view.plan)


def _documents(told: Given, wanted: Wanted, faults: list[WrongTemplateError]) -> Iterator[Rendered]:
    """The documents of the briefs that are wanted; a template that is wrong stops its own brief alone."""
    for brief in wanted.briefs:
        if wanted.audience in brief.audiences:
            try:
                yield from tuple(rendered(told, brief, wanted.templates))
            except WrongTemplateError as fault:
                faults.append(fault)


def _entry(loaded: Loaded, told: Given, documents: tuple[Document, ...]) -> IndexEntry:
    """The line of a plan in an index."""
    plan = told.plan
    account, period = loaded.account or "", str(loaded.period)
    stand = plan.summary.stand
    return IndexEntry(
        account=account,
        name=plan.name if isinstance(plan.name, str) else account,
        period=period,
        status=plan.status if isinstance(plan.status, str) else "",
        owner=told.owner,
        stand=stand if isinstance(stand, str) else "",
        documents=documents,
        gaps=told.run.gaps,
    )


def _once(packs: Iterable[_Pack]) -> None:
    """Raises `UsageError` where two plans would be written to one file."""
    seen: set[tuple[str, str]] = set()
    for one in packs:
        name = (one.entry.account, one.entry.period)
        if name in seen:
            raise UsageError(f"two of these files are a plan for {name[0]}, {name[1]}: build one of them")
        seen.add(name)


def _run(scope: Scope) -> Run:
    settings = scope.settings
    return Run(
        as_of=scope.as_of,
        supplier=settings.supplier,
        currency=settings.currency,
        accent=settings.accent,
        kamc=__version__,
    )


def _files(packs: Iterable[_Pack], wanted: Wanted) -> Iterator[Output]:
    for pack in packs:
        for document, shown in zip(pack.documents, pack.entry.documents, strict=True):
            texts: Mapping[str, str] = {"md": document.markdown, "html": document.html}
            yield from (Output(shown.files[form], texts[form]) for form in wanted.formats)


def _indexes(
    desk: _Desk, packs: Iterable[_Pack], wanted: Wanted, faults: list[WrongTemplateError]
) -> Iterator[Output]:
    """One index for us; for customers one each, because none may read of another."""
    built = [one.entry for one in packs]
    entries = sorted(_all_entries(desk, built, wanted), key=lambda one: (one.account, one.period))
    called = {one.account: one.name for one in entries if one.name != one.account}
    entries = [msgspec.structs.replace(one, name=called.get(one.account, one.name)) for one in entries]
    folders = (
        [(f"{account}/", account) for account in dict.fromkeys(one.account for one in built)]
        if wanted.audience is Audience.CUSTOMER
        else [("", None)]
    )
    for folder, account in folders:
        try:
            named = [one for one in entries if account in {None, one.account}]
            yield from tuple(_index(desk.scope, folder, named, wanted))
        except WrongTemplateError as fault:
            faults.append(fault)


def _all_entries(desk: _Desk, built: Sequence[IndexEntry], wanted: Wanted) -> Iterator[IndexEntry]:
    """The plans that were built, with what stands of them from earlier, and those that only stand."""
    standing = _standing(wanted)
    new = {(one.account, one.period): one for one in built}
    for one in built:
        others = standing.get((one.account, one.period), ())
        yield msgspec.structs.replace(one, documents=_in_order((*one.documents, *others)))
    for source in desk.scope.files:
        key = (source.account or "", str(source.period))
        if source.kind == "plan" and key in standing and key not in new:
            loaded = desk.sitting.shelf.get(source)
            told = _given(desk, loaded, judge(desk.sitting, loaded))
            yield _entry(loaded, told, _in_order(standing[key]))


def _standing(wanted: Wanted) -> Mapping[tuple[str, str], tuple[Document, ...]]:
    """What stands of each account and quarter from earlier builds, in the formats that are wanted."""
    found: dict[tuple[str, str], dict[str, dict[str, str]]] = {}
    for path in sorted(wanted.standing):
        account, period, name = path.split("/")
        stem, _, form = name.rpartition(".")
        if form in wanted.formats:
            found.setdefault((account, period), {}).setdefault(stem, {})[form] = path
    return {
        key: tuple(Document(titled(stem), files) for stem, files in held.items())
        for key, held in found.items()
    }


def _in_order(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Each document once, the new one before the one that stood, in the order of the briefs."""
    once: dict[str, Document] = {}
    for one in documents:
        once.setdefault(min(one.files.values()), one)
    return tuple(sorted(once.values(), key=lambda one: rank(_stem(one))))


def _stem(one: Document) -> str:
    return min(one.files.values()).rpartition("/")[2].rpartition(".")[0]


def _index(scope: Scope, folder: str, entries: Sequence[IndexEntry], wanted: Wanted) -> Iterator[Output]:
    inside = [msgspec.structs.replace(one, documents=_from(folder, one.documents)) for one in entries]
    made = index(inside, run=_run(scope), audience=wanted.audience, templates=wanted.templates)
    texts = {"md": made.markdown, "html": made.html}
    yield from (Output(f"{folder}index.{form}", texts[form]) for form in wanted.formats)


def _from(folder: str, documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents with their paths as seen from a folder."""
    return tuple(
        Document(one.title, {form: path.removeprefix(folder) for form, path in one.files.items()})
        for one in documents
    )


def write(built: Built, folder: pathlib.Path) -> None:
    """Write every output below `folder`, each whole or not at all. Raises `OSError`."""
    for output in built.outputs:
        write_whole(folder.joinpath(*output.path.split("/")), output.text)


def _named(loaded: Loaded) -> bool:
    """Whether a plan's account and quarter make safe file names."""
    return loaded.account is not None and matches(ID_SHAPE, loaded.account) and loaded.period is not None
