"""What the browser looks at: briefing packs of whole workspaces, and whatever `kamc build` puts into them."""

import pathlib
import re

import msgspec

from kamc import cli
from kamc.brief.room import fitted
from kamc.render.brief import ROOM_OF_A_NAME

ROOT = pathlib.Path(__file__).parents[2]
AS_OF, AS_OF_SHOWN = "2026-11-24", "as of 24 Nov 2026"
JOINT = "joint-plan"
LATEST = "period:2026-Q4"
READERS = {"private": "account manager and sponsor", "team": "team", "customer": "customer"}


class Pack(msgspec.Struct, frozen=True):
    """The briefs of a workspace for one audience; of the example, those of the latest quarter."""

    workspace: str
    audience: str
    options: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{pathlib.Path(self.workspace).name or 'example'}-{self.audience}"


PACKS = (
    *(Pack("", audience, ("--where", LATEST)) for audience in ("team", "customer")),
    Pack("", "private", ("--where", f"{LATEST},account:solvanger-energy")),
    Pack("tests/awkward", "private"),
    Pack("tests/fullest", "private", ("--where", LATEST, "--brief", "account-page")),
    Pack("tests/awkward", "customer"),
)


class Built(msgspec.Struct, frozen=True):
    """A pack as it lies in its folder."""

    pack: Pack
    folder: pathlib.Path

    @property
    def pages(self) -> tuple[pathlib.Path, ...]:
        return tuple(sorted(self.folder.rglob("*.html")))

    def running(self, page: pathlib.Path) -> tuple[str, ...]:
        """What the head of each printed page of `page` must say; an index says less."""
        path = page.relative_to(self.folder)
        quarter = re.search(r"(\d{4})-(Q\d)", path.as_posix())
        if quarter is None:
            return (AS_OF_SHOWN,)
        whole = self._account(path.parts[0])
        name = fitted(whole, ROOM_OF_A_NAME)
        period = f"{quarter[2]} {quarter[1]}"
        if page.stem == JOINT:  # it speaks to its reader
            return (f"for {whole}", period, AS_OF_SHOWN)
        return (name, period, f"for the {READERS[self.pack.audience]}", AS_OF_SHOWN)

    def _account(self, id: str) -> str:
        plan = next((ROOT / self.pack.workspace / "plans" / id).glob("*.yaml")).read_text(encoding="utf-8")
        return next(line.removeprefix("name: ") for line in plan.splitlines() if line.startswith("name: "))


def built(pack: Pack, folder: pathlib.Path) -> Built:
    """Build a pack into a folder."""
    workspace = str(ROOT / pack.workspace)
    wanted = ("--audience", pack.audience, "--as-of", AS_OF, *pack.options)
    assert cli.run(["build", "--workspace", workspace, "--out", str(folder), "--quiet", *wanted]) == 0
    return Built(pack, folder / pack.audience)
