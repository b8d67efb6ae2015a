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
from kamc.brief.book import brief_of, rank
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
from kamc.engine.pack import Left, Output, Pack, Wanted, pack
from kamc.engine.read import Loaded, Shelf
from kamc.engine.scope import Scope, judged_at_source
from kamc.engine.withheld import Withheld
from kamc.files import write_whole
from kamc.git import GitError
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
                *sorted(scope.shared.accounts or ()),
            )
        )

    def of(self, one: Chosen) -> Hashes:
        """Everything that the pack of a plan is made from."""
        source = source_of(one)
        before = [earlier.path for earlier in self._scope.series.before(source)[:QUARTERS]]
        own = {source.path: digest(one.document.text.encode())} if isinstance(one, Loaded) else {}
        return {path: self._hash(path) for path in (source.path, *before, *self._shared)} | own

    def built(self, as_of: dt.date, inputs: Hashes) -> str:
        """One hash of all that a brief is made from."""
        return combined((self._basis, str(as_of), *(f"{path}={inputs[path]}" for path in sorted(inputs))))

    def _hash(self, path: str) -> str:
        if path not in self._known:
            self._known[path] = hash_of(self._scope.workspace.root / path) or ""
        return self._known[path]


def build_into(folder: pathlib.Path, scope: Scope, chosen: Iterable[Chosen], wanted: Wanted) -> Done:
    """Build the packs of some plans into the folder of their readers, with an index over all that stand.

    Raises `OSError` where that cannot be written, `UsageError` where two plans are for one pack.
    """
    old = read_manifest(folder) or Manifest()
    shop = _Shop(folder, scope, wanted, {one.key: one for one in old.packs})
    gc.freeze()  # what is here by now stays: only what an account leaves behind is looked through
    try:
        for group in _accounts(chosen):
            shop.make(group)
            gc.collect()  # a plan keeps its steps, and they keep the plan: a circle that nothing else frees
    finally:
        gc.unfreeze()
    shop.forget_gone()
    manifest = Manifest(
        kamc=__version__,
        audience=wanted.audience.word,
        as_of=scope.as_of,
        revision=_revision(scope),
        packs=tuple(shop.packs[key] for key in sorted(shop.packs)),
        outputs=shop.index(),
    )
    write_manifest(folder, manifest)
    return Done(
        built=shop.built,
        stood=shop.stood,
        left=tuple(shop.left),
        faults=tuple({str(one): one for one in shop.faults}.values()),
        withheld=shop.withheld(),
        manifest=manifest,
    )


class _Shop:
    """A build at work: the packs that stand, those that were made, and what went wrong."""

    def __init__(
        self, folder: pathlib.Path, scope: Scope, wanted: Wanted, packs: dict[tuple[str, str], Made]
    ) -> None:
        self.packs = packs
        self.built = self.stood = 0
        self.left: list[Left] = []
        self.faults: list[WrongTemplateError] = []
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
            withheld=made.withheld,
            passes=made.passes,
        )
        self.built += 1
        self.faults += made.faults

    def _write(self, outputs: Iterable[Output]) -> Iterator[tuple[str, str]]:
        """Write what is not there already; the hash of each."""
        for one in outputs:
            path, content = self._folder.joinpath(*one.path.split("/")), one.text.encode()
            if hash_of(path) != digest(content):
                write_whole(path, one.text)
            yield one.path, digest(content)

    def forget_gone(self) -> None:
        """Take away the packs of plans that are there no more; without a workspace nobody knows."""
        if not self._scope.workspace.marked:
            return
        there = {(one.account or "", str(one.period)) for one in self._scope.files if one.kind == "plan"}
        for key in self.packs.keys() - there - self._seen:
            _remove(self._folder, self.packs.pop(key).outputs)

    def withheld(self) -> Withheld:
        """What is not in the packs that were asked for, because their readers may not see it."""
        packs = [self.packs[key] for key in sorted(self._seen)]
        unread = (one.title for one in self._wanted.briefs if one not in self._wanted.readable)
        facts = dict.fromkeys(title for one in packs for title in one.withheld)
        return Withheld(briefs=tuple(unread), facts=tuple(facts))

    def index(self) -> Hashes:
        """Write the index of all packs that stand."""
        entries = [_entry(one) for one in self.packs.values()]
        return dict(self._write(indexes(self._scope, entries, self._wanted, self.faults)))


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
