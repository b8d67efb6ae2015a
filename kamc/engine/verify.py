"""Whether packs are what their manifest says, and still what their plans would make."""

import pathlib
from collections.abc import Iterator

import msgspec

from kamc.brief.book import PORTFOLIO
from kamc.engine.manifest import Made, Manifest, differing
from kamc.engine.pack import Wanted
from kamc.engine.packs import Inputs
from kamc.engine.scope import Scope, judged_at_source
from kamc.workspace import Source


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with the packs of a folder.

    `touched` are files that are not what the build wrote, `stale` what would be built otherwise now
    (`account/quarter/brief`).
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
    return Verdict(
        packs=len(manifest.packs),
        touched=tuple(differing(folder, hashes | across | dict(manifest.outputs))),
        stale=(
            *(
                name
                for made in manifest.packs
                for name in _stale(dated, inputs, made, sources.get((made.account, made.period)))
            ),
            *_portfolio(inputs, manifest.portfolio),
        ),
    )


def _portfolio(inputs: Inputs, made: Made | None) -> Iterator[str]:
    """The brief over all accounts, where one of the files that it was made from has changed."""
    if made and any(
        held != inputs.built(made.as_of, inputs.again(made.inputs)) for held in made.built.values()
    ):
        yield PORTFOLIO


def _stale(scope: Scope, inputs: Inputs, made: Made, source: Source | None) -> Iterator[str]:
    """The briefs of a pack that are not made from what is there now."""
    now = inputs.built(judged_at_source(scope, source), inputs.of(source)) if source else None
    briefs = {name.rpartition(".")[0] for name, held in made.built.items() if held != now}
    yield from (f"{made.account}/{made.period}/{brief}" for brief in sorted(briefs))
