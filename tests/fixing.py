"""A plan mended in memory, beside the shared files of the examples: for tables of before and after."""

import pathlib

from kamc.engine.mend import Mended, mend
from kamc.engine.read import Loaded, read
from kamc.engine.scope import Scope, with_files
from kamc.links import Shared
from kamc.model.period import Period
from kamc.rules import examples
from kamc.settings import Settings
from kamc.workspace import Source, Workspace
from tests.workspaces import ACCOUNT, AS_OF, CATALOGUE, PEOPLE, PLAN

SOURCE = Source(path=PLAN, kind="plan", account=ACCOUNT, period=Period(2026, 4))
NOWHERE = Workspace(root=pathlib.Path("nowhere"), marked=True)


def scope(
    catalogue: str = examples.CATALOGUE, people: str = examples.PEOPLE, accounts: tuple[str, ...] = ()
) -> Scope:
    """What such a plan is judged with."""
    shared = (
        read(Source(path=CATALOGUE, kind="catalogue"), catalogue.encode()),
        read(Source(path=PEOPLE, kind="people"), people.encode()),
    )
    made = Scope(
        workspace=NOWHERE,
        settings=Settings(),
        shared=Shared(None, None, frozenset((ACCOUNT, *accounts))),
        shared_files=shared,
        files=(*(one.source for one in shared), SOURCE),
        as_of=AS_OF,
    )
    return with_files(made, ())


def loaded(text: str) -> Loaded:
    return read(SOURCE, text.encode())


def mended(text: str, within: Scope | None = None) -> tuple[Mended, ...]:
    """What a fix changes in a plan of that text."""
    return mend(within or scope(), [loaded(text)])


def fixed(text: str, within: Scope | None = None) -> str:
    """The plan after a fix; as it is where nothing is fixed."""
    return next((one.after for one in mended(text, within)), text)
