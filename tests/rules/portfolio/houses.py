"""A workspace of a few small plans, for the rules on all accounts together."""

import pytest

from kamc.diagnostics import Diagnostic
from kamc.model.limits import Limits
from kamc.rules import examples
from kamc.settings import Settings
from tests.workspaces import CATALOGUE, PEOPLE, PLAN, SETTINGS, Place
from tests.writing import yaml_text

HEAD = {
    "kamc": "1",
    "status": "draft",
    "profile": "short",
    "owner": "mara-lind",
    "selection": "{bucket: key}",
}


class Houses:
    """The plan of the examples, with others beside it."""

    def __init__(self, place: Place) -> None:
        self.place = place
        place.write(SETTINGS, "kamc: 1\nsupplier: Kühlwerk\ncurrency: EUR\n")
        place.write(CATALOGUE, examples.CATALOGUE)
        place.write(PEOPLE, examples.PEOPLE)
        place.write(PLAN, yaml_text(examples.plan()))

    def plan(self, account: str, period: str = "2026-Q4", **lines: str) -> None:
        """Write a small plan: a line of YAML for each key."""
        known = {**HEAD, "account": account, "name": account.title(), "period": period, **lines}
        text = "".join(f"{key}: {value}\n" for key, value in known.items() if value != "[]")
        self.place.write(f"plans/{account}/{period}.yaml", text)

    def add(self, path: str, line: str) -> None:
        """Add an entry to the catalogue or the people."""
        self.place.write(path, f"{(self.place.root / path).read_text(encoding='utf-8')}  {line}\n")

    def found(self, *paths: str, codes: str = "KAM8", **limits: int) -> list[Diagnostic]:
        """What the portfolio rules say, and what is said of their waivers."""
        checked = self.place.check(*paths, settings=Settings(limits=Limits(**limits)))  # type: ignore[arg-type]
        wanted = (codes, "KAM033", "KAM034")
        return [one for one in checked.diagnostics if one.code.startswith(wanted)]


@pytest.fixture
def houses(nowhere: Place) -> Houses:
    return Houses(nowhere)
