"""Plans of the tests of briefs, and their documents: the sketches, and pieces of plans."""

import datetime as dt
import pathlib
from typing import Any, TypeVar

from kamc.audience import View, cut
from kamc.brief import BRIEFS, Given, Run, given
from kamc.brief.account_plan import AccountPlanBrief, account_plan
from kamc.loader import load
from kamc.model.build import build
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.model.shared import Catalogue, People
from kamc.render import Rendered
from kamc.render import rendered as documents

P = TypeVar("P", bound=Part)
PLANS = pathlib.Path(__file__).parents[1] / "sketches" / "plans"
SKETCHES = {"short": "hollenbach/2026-Q4.yaml", "extended": "brevik-board/2026-Q4.yaml"}
RUN = Run(
    as_of=dt.date(2026, 10, 20), supplier="Hydrosan", currency="EUR", gaps=2, open_questions=7, kamc="0.0"
)


def read(record: type[P], name: str) -> P:
    """A record of a file of the sketches."""
    return build(record, load((PLANS / name).read_bytes(), name).data)[0]


def view(name: str, audience: Audience = Audience.TEAM) -> View:
    return cut(read(Plan, SKETCHES[name]), audience)


def one(made: Given, name: str = "account-plan") -> Rendered:
    """The only document of a brief."""
    [document] = documents(made, next(held for held in BRIEFS if held.name == name))
    return document


def rendered(name: str, audience: Audience = Audience.TEAM, brief: str = "account-plan") -> Rendered:
    """A document of a sketch."""
    people, catalogue = read(People, "people.yaml"), read(Catalogue, "catalogue.yaml")
    return one(given(view(name, audience), run=RUN, people=people, catalogue=catalogue), brief)


def of(data: dict[str, Any], audience: Audience = Audience.TEAM, run: Run = RUN) -> Given:
    """What the briefs of a plan given as plain data are made from."""
    return given(cut(build(Plan, data)[0], audience), run=run)


def shown(data: dict[str, Any], audience: Audience = Audience.TEAM, run: Run = RUN) -> AccountPlanBrief:
    """What the brief of a plan given as plain data shows."""
    return account_plan(of(data, audience, run))


def document(data: dict[str, Any], audience: Audience = Audience.TEAM) -> Rendered:
    """The account plan of a plan given as plain data."""
    return one(of(data, audience))
