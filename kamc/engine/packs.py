"""Building into a folder, account by account; what did not change is not built again.

Each file is written whole. What a plan no longer has goes from its pack; a plan that cannot be built keeps
the pack that it had.
"""

import datetime as dt
import gc
import pathlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TypeAlias

import msgspec

from kamc import __version__, git
from kamc.brief.book import PORTFOLIO, brief_of, rank
from kamc.brief.portfolio.given import Leads
from kamc.engine.build import indexes, once
from kamc.engine.judge import QUARTERS, Sitting
from kamc.engine.manifest import (
    Hashes,
    Made,
    Manifest,
    Named,
    combined,
    differing,
    digest,
    hash_of,
    read_manifest,
    write_manifest,
)
from kamc.engine.pack import Left, Output, Pack, Wanted, in_formats, pack
from kamc.engine.portfolio_brief import portfolio_brief, streamed
from kamc.engine.read import Loaded, Shelf
from kamc.engine.scope import Scope, judged_at_source
from kamc.engine.status import latest
from kamc.engine.withheld import Withheld
from kamc.files import write_bytes_whole
from kamc.git import GitError
from kamc.model.fields import Audience
from kamc.render import ENDINGS, Document, IndexEntry, WrongTemplateError
from kamc.workspace import SETTINGS, Source

Chosen: TypeAlias = Source | Loaded
"""A plan to build: where it lies, or what was read on standard input."""


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What a build did: packs built anew, packs that stood, plans left out, templates that were wrong."""

    built: int
    stood: int
    left: tuple[Left, ...]
    faults: tuple[WrongTemplateError, ...]
    withheld: Withheld
    manifest: Manifest
    unset: Mapping[str, str] = {}
    """By account and quarter, the letters of its papers that no font has."""
    accounts: int | None = None
    """Of how many the portfolio tells, where one was asked for."""
    unread: tuple[str, ...] = ()
    """Plans that the portfolio could not read."""


class Inputs:
    """The hashes of a workspace's files, each read once."""

    def __init__(self, scope: Scope, wanted: Wanted) -> None:
        self._scope = scope
        self._known: dict[str, str] = {}
        self._shared = [one.path for one in scope.files if one.kind != "plan"]
        if scope.workspace.marked:
            self._shared.append(SETTINGS)
        self._basis = combined(
            (
                __version__,
                wanted.audience.word,
                wanted.templates.state,
                wanted.house.state,
                wanted.logo,
                *sorted(scope.shared.accounts or ()),
            )
        )

    def of(self, one: Chosen) -> Hashes:
        """Everything that the pack of a plan is made from."""
        source = source_of(one)
        before = [earlier.path for earlier in self._scope.series.before(source)[: QUARTERS + 1]]
        own = {source.path: digest(one.document.text.encode())} if isinstance(one, Loaded) else {}
        return {path: self._hash(path) for path in (source.path, *before, *self._shared)} | own

    def across(self, sources: Iterable[Source]) -> Hashes:
        """Everything that the brief over several plans is made from."""
        return {path: held for one in sources for path, held in self.of(one).items()}

    def built(self, as_of: dt.date, inputs: Hashes) -> str:
        """One hash of all that a brief is made from."""
        return combined((self._basis, str(as_of), *(f"{path}={inputs[path]}" for path in sorted(inputs))))

    def over(self, inputs: Hashes, sources: Iterable[Source], leads: Leads) -> str:
        """One hash of all that the brief over several plans is made from, where their briefs lie, too."""
        to = (leads.get((one.account or "", str(one.period)), {}) for one in sources)
        links = (f"{form}={path}" for one in to for form, path in sorted(one.items()))
        return combined((self.built(self._scope.as_of, inputs), *links))

    def _hash(self, path: str) -> str:
        if path not in self._known:
            self._known[path] = hash_of(self._scope.workspace.root / path) or ""
        return self._known[path]


def build_into(folder: pathlib.Path, scope: Scope, chosen: Iterable[Chosen], wanted: Wanted) -> Done:
    """Build the packs of some plans into the folder of their readers, with an index over all that stand.

    Raises `OSError` where that cannot be written, `UsageError` where two plans are for one pack.
    """
    old = read_manifest(folder) or Manifest()
    chosen = tuple(chosen)
    shop = _Shop(folder, scope, wanted, {one.key: one for one in old.packs}, old.portfolio)
    gc.freeze()  # what is here by now stays: only what an account leaves behind is looked through
    try:
        for group in _accounts(chosen) if wanted.briefs else ():
            shop.make(group)
            gc.collect()  # a plan keeps its steps, and they keep the plan: a circle that nothing else frees
    finally:
        gc.unfreeze()
    shop.forget_gone()
    if is_portfolio_wanted(scope, chosen, wanted):
        shop.across(chosen)
    manifest = Manifest(
        kamc=__version__,
        audience=wanted.audience.word,
        as_of=scope.as_of,
        revision=_revision(scope),
        packs=tuple(shop.packs[key] for key in sorted(shop.packs)),
        portfolio=shop.portfolio,
        outputs=shop.index(),
        plans=plans_of(scope),
    )
    write_manifest(folder, manifest)
    return Done(
        built=shop.built,
        stood=shop.stood,
        left=tuple(shop.left),
        accounts=shop.accounts,
        unread=shop.unread,
        faults=tuple({str(one): one for one in shop.faults}.values()),
        withheld=shop.withheld(),
        manifest=manifest,
        unset=shop.unset,
    )


class _Shop:
    """A build at work: the packs that stand, those that were made, and what went wrong."""

    def __init__(
        self,
        folder: pathlib.Path,
        scope: Scope,
        wanted: Wanted,
        packs: dict[tuple[str, str], Made],
        portfolio: Made | None,
    ) -> None:
        self.packs, self.portfolio = packs, portfolio
        self.accounts: int | None = None
        self.unread: tuple[str, ...] = ()
        self.built = self.stood = 0
        self.left: list[Left] = []
        self.faults: list[WrongTemplateError] = []
        self.unset: dict[str, str] = {}
        self._folder, self._scope, self._wanted = folder, scope, wanted
        self._inputs = Inputs(scope, wanted)
        self._seen: set[tuple[str, str]] = set()

    def make(self, plans: Iterable[Chosen]) -> None:
        """Build the packs of one account, as far as they are not there yet."""
        sitting = Sitting(scope=self._scope, shelf=Shelf(self._scope.workspace))
        for one in plans:
            source = source_of(one)
            inputs = self._inputs.of(one)
            stands = self.packs.get((source.account or "", str(source.period)))
            if stands and self._is_fresh(stands, judged_at_source(self._scope, source), inputs):
                once(*stands.key, self._seen)
                self.stood += 1
                continue
            loaded = one if isinstance(one, Loaded) else sitting.shelf.get(one)
            made = pack(sitting, loaded, self._wanted)
            if isinstance(made, Left):
                self.left.append(made)
            else:
                self._put(made, inputs)

    def _is_fresh(self, made: Made, as_of: dt.date, inputs: Hashes) -> bool:
        """Whether a pack holds all that is wanted, made from just these files, and nobody touched it."""
        now = self._inputs.built(as_of, inputs)
        wanted = [f"{brief.name}.{form}" for brief in self._wanted.readable for form in self._wanted.formats]
        return (
            not self._scope.settings.rule_packages  # nobody knows what these would say now
            and (made.passes or not self._wanted.strict)
            and all(made.built.get(name) == now for name in wanted)
            and not any(differing(self._folder, made.outputs))
        )

    def _put(self, made: Pack, inputs: Hashes) -> None:
        """Write what is new of a pack, and take out of its folder what its plan no longer has."""
        entry, wanted = made.entry, self._wanted
        once(entry.account, entry.period, self._seen)
        now = self._inputs.built(made.as_of, inputs)
        old = self.packs.get((entry.account, entry.period))
        done = {one.name for one in wanted.readable} - made.failed
        outputs = dict(self._write(made.outputs))
        kept = {
            path: held
            for path, held in (old.outputs if old else {}).items()
            if path not in outputs and not _replaced(path, done, wanted)
        }
        _remove(self._folder, (path for path in (old.outputs if old else {}) if path not in kept | outputs))
        stems = {_stem(path) for path in kept | outputs}
        titles = {one.stem: one.title for one in old.documents} if old else {}
        titles |= {_stem(min(one.files.values())): one.title for one in entry.documents}
        self.packs[entry.account, entry.period] = Made(
            account=entry.account,
            period=entry.period,
            as_of=made.as_of,
            inputs=inputs,
            built=dict(old.built if old else {})
            | {f"{name}.{form}": now for name in done for form in wanted.formats},
            outputs=kept | outputs,
            documents=tuple(Named(one, titles[one]) for one in sorted(stems & titles.keys(), key=rank)),
            name=entry.name,
            status=entry.status,
            owner=entry.owner,
            stand=entry.stand,
            gaps=entry.gaps,
            bucket=entry.bucket,
            lacks=entry.lacks,
            withheld=made.withheld,
            passes=made.passes,
        )
        self.built += 1
        self._note_letters(f"{entry.account}/{entry.period}", made.unset)
        self.faults += made.faults

    def _write(self, outputs: Iterable[Output]) -> Iterator[tuple[str, str]]:
        """Write what is not there already; the hash of each."""
        for one in outputs:
            path, now = self._folder.joinpath(*one.path.split("/")), digest(one.content)
            if hash_of(path) != now:
                write_bytes_whole(path, one.content)
            yield one.path, now

    def _note_letters(self, name: str, letters: str) -> None:
        if letters:
            self.unset[name] = letters

    def forget_gone(self) -> None:
        """Take away the packs of plans that are there no more; without a workspace nobody knows."""
        if not self._scope.workspace.marked:
            return
        there = {(one.account or "", str(one.period)) for one in self._scope.files if one.kind == "plan"}
        for key in self.packs.keys() - there - self._seen:
            _remove(self._folder, self.packs.pop(key).outputs)

    def across(self, chosen: Iterable[Chosen]) -> None:
        """Write the brief over all accounts, as far as it is not there yet; no plan is held for it."""
        held = {source_of(one).path: one for one in chosen}
        sources = tuple(latest(map(source_of, held.values())))
        inputs, leads = self._inputs.across(sources), leading(self.packs.values())
        now = self._inputs.over(inputs, sources, leads)
        self.accounts = len(sources)
        if self._stands(now):
            return
        try:
            made = portfolio_brief(
                self._scope,
                streamed(self._scope, (held[one.path] for one in sources)),
                self._wanted.audience,
                self._wanted.templates,
                forms=self._wanted.formats,
                house=self._wanted.house,
                logo=self._wanted.logo,
                leads=leads,
            )
        except WrongTemplateError as fault:
            self.faults.append(fault)
            return
        self.accounts, self.unread = made.accounts, made.unread
        self._note_letters(PORTFOLIO, made.document.unset)
        old = self.portfolio
        fresh = "" if made.unread else now  # what could not be read may be readable next time
        self.portfolio = Made(
            account="",
            period="",
            as_of=self._scope.as_of,
            inputs=inputs,
            built=dict(old.built if old else {})
            | {f"{PORTFOLIO}.{form}": fresh for form in self._wanted.formats},
            outputs=dict(old.outputs if old else {})
            | dict(self._write(in_formats(made.document, PORTFOLIO, self._wanted.formats))),
            documents=(Named(PORTFOLIO, made.document.title),),
            whole={one.path for one in sources} == {one.path for one in latest(self._scope.files)},
        )

    def _stands(self, now: str) -> bool:
        """Whether the brief over all accounts is there, made from just these files, and untouched."""
        made = self.portfolio
        wanted = [f"{PORTFOLIO}.{form}" for form in self._wanted.formats]
        return (
            made is not None
            and all(made.built.get(name) == now for name in wanted)
            and not any(differing(self._folder, made.outputs))
        )

    def withheld(self) -> Withheld:
        """What is not in the packs that were asked for, because their readers may not see it."""
        packs = [self.packs[key] for key in sorted(self._seen)]
        unread = (one.title for one in self._wanted.briefs if one not in self._wanted.readable)
        facts = dict.fromkeys(title for one in packs for title in one.withheld)
        return Withheld(briefs=tuple(unread), facts=tuple(facts))

    def index(self) -> Hashes:
        """Write the index of all packs that stand."""
        entries = [_entry(one) for one in self.packs.values()]
        made = self.portfolio
        across = Document(made.documents[0].title, _files(made, PORTFOLIO)) if made else None
        return dict(self._write(indexes(self._scope, entries, self._wanted, self.faults, across)))


def leading(packs: Iterable[Made]) -> Leads:
    """Where the first brief of each pack lies, by its forms: where the name of the account leads to."""
    return {one.key: _first(one) for one in packs}


def _first(made: Made) -> Mapping[str, str]:
    """The first document of a pack in each form that people read on a screen."""
    found = (_files(made, one.stem) for one in reversed(made.documents))
    return {form: path for files in found for form, path in files.items() if form in {"md", "html"}}


def plans_of(scope: Scope) -> Hashes:
    """One hash of the paths of the plans that there are, by account."""
    paths: dict[str, list[str]] = {}
    for one in scope.files:
        if one.kind == "plan":
            paths.setdefault(one.account or "", []).append(one.path)
    return {account: combined(sorted(held)) for account, held in sorted(paths.items())}


def is_portfolio_wanted(scope: Scope, chosen: Iterable[Chosen], wanted: Wanted) -> bool:
    """Whether to make the brief over all accounts: asked for, or the latest plan of each is built.

    Customers get none: nobody reads of another's account.
    """
    if wanted.audience is Audience.CUSTOMER or wanted.portfolio is not None:
        return wanted.audience is not Audience.CUSTOMER and bool(wanted.portfolio)
    paths = {source_of(one).path for one in chosen}
    needed = [one.path for one in latest(scope.files) if one.account]
    return bool(needed) and all(path in paths for path in needed)


def _accounts(chosen: Iterable[Chosen]) -> Iterator[list[Chosen]]:
    """The plans, account by account."""
    for _, group in groupby(chosen, key=lambda one: source_of(one).account or source_of(one).path):
        yield list(group)


def source_of(one: Chosen) -> Source:
    """Where a plan lies."""
    return one.source if isinstance(one, Loaded) else one


def _entry(made: Made) -> IndexEntry:
    return IndexEntry(
        account=made.account,
        name=made.name,
        period=made.period,
        status=made.status,
        owner=made.owner,
        stand=made.stand,
        documents=tuple(Document(one.title, _files(made, one.stem)) for one in made.documents),
        gaps=made.gaps,
        bucket=made.bucket,
        lacks=made.lacks,
    )


def _files(made: Made, stem: str) -> Mapping[str, str]:
    """The files of a document by `md` and `html`."""
    return {path.rpartition(".")[2]: path for path in sorted(made.outputs) if _stem(path) == stem}


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


def _replaced(path: str, done: set[str], wanted: Wanted) -> bool:
    """Whether a file is of a brief that was built anew, in a format that was; what lies beside always is."""
    ending = path.rpartition(".")[2]
    return brief_of(_stem(path)) in done and (ending in wanted.formats or ending in ENDINGS)


def _remove(folder: pathlib.Path, paths: Iterable[str]) -> None:
    """Take files of a pack away, and the folder that is empty then; never one that lies elsewhere."""
    for path in paths:
        parts = path.split("/")
        if ".." not in parts and not pathlib.PurePath(path).is_absolute():
            target = folder.joinpath(*parts)
            target.unlink(missing_ok=True)
            if target.parent != folder and target.parent.is_dir() and not any(target.parent.iterdir()):
                target.parent.rmdir()


def _revision(scope: Scope) -> str | None:
    """The commit that the workspace stands at, where there is one."""
    root = scope.workspace.root
    try:
        return None if git.root(root) is None else git.head(root)
    except GitError:
        return None
