"""Packs made in memory from the worked example, or from changed copies of its plans."""

import datetime as dt
import functools
import pathlib
from collections.abc import Iterable, Mapping

import msgspec

from kamc.commands.common import open_workspace
from kamc.diagnostics import Severity
from kamc.engine.build import Wanted, build
from kamc.engine.portfolio_brief import portfolio_brief
from kamc.engine.read import Loaded, read_from
from kamc.engine.scope import Scope, scope, with_files
from kamc.engine.status import latest
from kamc.model.fields import Audience
from kamc.model.records import Part

ROOT = pathlib.Path(__file__).resolve().parents[1]
AS_OF = dt.date(2026, 11, 24)
FORMATS = ("md", "html")
PAPERS = ("pdf", "docx", "pptx")


class World(msgspec.Struct, frozen=True, kw_only=True):
    """A workspace whose files are in memory."""

    scope: Scope
    files: tuple[Loaded, ...]

    @property
    def parts(self) -> Mapping[str, Part]:
        """What each file says, by its path."""
        return {one.source.path: one.part for one in self.files}

    def having(self, parts: Mapping[str, Part]) -> "World":
        """The same workspace, some of its files saying something else."""
        files = tuple(
            msgspec.structs.replace(one, part=parts.get(one.source.path, one.part)) for one in self.files
        )
        return World(scope=with_files(self.scope, files), files=files)

    def only(self, wanted: Iterable[str]) -> "World":
        """The same workspace with fewer plans: those whose paths hold one of these; shared files stay."""
        words = tuple(wanted)
        files = tuple(
            one
            for one in self.files
            if one.source.kind != "plan" or any(word in one.source.path for word in words)
        )
        sources = tuple(one.source for one in files)
        return World(scope=msgspec.structs.replace(self.scope, files=sources), files=files)

    def pack(self, audience: Audience, of: str = "") -> dict[str, str]:
        """What is written for an audience, by path: of the plans below `of` alone."""
        plans = [one for one in self.files if one.source.path.startswith(f"plans/{of}")]
        built = build(self.scope, plans, Wanted(audience=audience, formats=FORMATS))
        assert not built.left, [(one.path, each.code) for one in built.left for each in one.diagnostics]
        assert not built.faults
        files = {one.path: one.text for one in built.outputs}
        return files if of or audience is Audience.CUSTOMER else files | self._portfolio(audience)

    def papers(self, audience: Audience) -> dict[str, bytes]:
        """What is written for an audience on paper, by path."""
        plans = [one for one in self.files if one.source.kind == "plan"]
        built = build(self.scope, plans, Wanted(audience=audience, formats=PAPERS))
        assert not built.left
        assert not built.faults
        return {one.path: one.content for one in built.outputs if one.path.rpartition(".")[2] in PAPERS}

    def _portfolio(self, audience: Audience) -> dict[str, str]:
        """The brief over all accounts, for some of us."""
        plans = {one.source.path: one for one in self.files if one.source.kind == "plan"}
        last = [plans[one.path] for one in latest(one.source for one in plans.values())]
        made = portfolio_brief(self.scope, last, audience).document
        return {"portfolio.md": made.markdown, "portfolio.html": made.html}


@functools.cache
def worked(root: pathlib.Path = ROOT) -> World:
    """A workspace, usually the worked example; that marked amounts do not add up is nobody's concern."""
    workspace, settings = open_workspace(root)
    settings = msgspec.structs.replace(settings, rules={"shares-exceed-whole": Severity.OFF})
    made = scope(workspace, settings, AS_OF)
    return World(scope=made, files=tuple(read_from(workspace, one) for one in made.files))
