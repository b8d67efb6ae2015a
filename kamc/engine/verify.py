"""Whether packs are what their manifest says, and still what their plans would make."""

import pathlib
from collections.abc import Container, Iterator

import msgspec

from kamc.brief.book import PORTFOLIO
from kamc.engine.manifest import Made, Manifest, differing
from kamc.engine.pack import Wanted
from kamc.engine.packs import Inputs, leading, plans_of
from kamc.engine.scope import Scope, judged_at_source
from kamc.engine.status import latest
from kamc.model.fields import Audience
from kamc.render.index import NAME as INDEX
from kamc.workspace import Source


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with the packs of a folder.

    `touched` are files that are not what the build wrote, `stale` what would be built otherwise now
    (`account/quarter/brief`, `portfolio`, `index`).
    """

    packs: int
    touched: tuple[str, ...]
    stale: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether all is well."""
        return not (self.touched or self.stale)


def verify(folder: pathlib.Path, scope: Scope, wanted: Wanted, manifest: Manifest) -> Verdict:
    """Compare packs with their manifest, and that with the workspace as it stands, on the day of then."""
    dated = msgspec.structs.replace(scope, as_of=manifest.as_of or scope.as_of)
    inputs = Inputs(dated, wanted)
    hashes = {path: held for one in manifest.packs for path, held in one.outputs.items()}
    across = dict(manifest.portfolio.outputs) if manifest.portfolio else {}
    sources = {(one.account, str(one.period)): one for one in scope.files if one.kind == "plan"}
    stale = {made.key: tuple(_stale(dated, inputs, made, sources.get(made.key))) for made in manifest.packs}
    return Verdict(
        packs=len(manifest.packs),
        touched=tuple(differing(folder, hashes | across | dict(manifest.outputs))),
        stale=(
            *(name for names in stale.values() for name in names),
            *_portfolio(dated, inputs, manifest),
            *_indexes(dated, wanted, manifest, {account for (account, _), names in stale.items() if names}),
        ),
    )


def _portfolio(scope: Scope, inputs: Inputs, manifest: Manifest) -> Iterator[str]:
    """The brief over all accounts, where it would be made of other files or lead elsewhere now."""
    made = manifest.portfolio
    if made is None:
        return
    sources = tuple(latest(scope.files if made.whole else _again(scope, made)))
    now = inputs.over(inputs.across(sources), sources, leading(manifest.packs))
    if any(held != now for held in made.built.values()):
        yield PORTFOLIO


def _again(scope: Scope, made: Made) -> Iterator[Source]:
    """The plans that a brief over some of them was made of, as far as they are there."""
    yield from (one for one in scope.files if one.kind == "plan" and one.path in made.inputs)


def _indexes(scope: Scope, wanted: Wanted, manifest: Manifest, stale: Container[str]) -> Iterator[str]:
    """The indexes that would say something else: a plan came, went, or one that they tell of has changed."""
    now = plans_of(scope)
    accounts = [
        account
        for account in sorted({*now, *manifest.plans} if manifest.plans else ())
        if now.get(account) != manifest.plans.get(account) or account in stale
    ]
    if accounts and wanted.audience is not Audience.CUSTOMER:
        yield INDEX
    elif accounts:
        yield from (f"{account}/{INDEX}" for account in accounts if account)


def _stale(scope: Scope, inputs: Inputs, made: Made, source: Source | None) -> Iterator[str]:
    """The briefs of a pack that are not made from what is there now."""
    now = inputs.built(judged_at_source(scope, source), inputs.of(source)) if source else None
    briefs = {name.rpartition(".")[0] for name, held in made.built.items() if held != now}
    yield from (f"{made.account}/{made.period}/{brief}" for brief in sorted(briefs))
