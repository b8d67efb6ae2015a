"""Joint plans of the worked example: the customer gets what we see, in no words of ours and with no ids."""

import datetime as dt
import pathlib
import re
from collections.abc import Mapping

import pytest

from kamc.brief.book import BRIEFS
from kamc.engine.build import Wanted, build
from kamc.engine.read import read_from
from kamc.engine.scope import Scope, scope
from kamc.model.fields import Audience
from kamc.settings import Settings
from kamc.workspace import find

ROOT = pathlib.Path(__file__).resolve().parents[1]
AS_OF = dt.date(2026, 11, 24)
STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
NAME = "joint-plan"


@pytest.fixture(scope="module")
def example() -> Scope:
    return scope(find(ROOT), Settings(supplier="Fennmark Well Services", currency="USD"), AS_OF)


@pytest.fixture(scope="module")
def packs(example: Scope) -> Mapping[Audience, Mapping[str, str]]:
    """What each audience gets of its joint plans, by path."""
    loaded = [read_from(example.workspace, one) for one in example.files]
    briefs = tuple(one for one in BRIEFS if one.name == NAME)
    made = {
        audience: build(example, loaded, Wanted(audience=audience, formats=("md", "html"), briefs=briefs))
        for audience in Audience
    }
    return {
        audience: {one.path: one.text for one in built.outputs if "index" not in one.path}
        for audience, built in made.items()
    }


def test_we_read_the_joint_plan_that_the_customer_gets(packs: Mapping[Audience, Mapping[str, str]]) -> None:
    customer = packs[Audience.CUSTOMER]
    assert customer
    for audience in (Audience.PRIVATE, Audience.TEAM):
        ours = {path: text for path, text in packs[audience].items() if "joint-plan" in path}
        assert ours == customer


INTERNAL = (
    "facilitator", "decider", "stance", "key account", "KAM", "gap", "finding", "draft", "overdue",
    "in review", "not known", "nobody", "kamc 0", "customer", "opportunity", "◆", "◇", "→",
)  # fmt: skip


def test_a_joint_plan_has_no_words_of_ours(packs: Mapping[Audience, Mapping[str, str]]) -> None:
    for path, text in packs[Audience.CUSTOMER].items():
        if path.endswith(".md"):
            assert [word for word in INTERNAL if word in text] == [], path


def test_a_joint_plan_holds_no_ids(packs: Mapping[Audience, Mapping[str, str]], example: Scope) -> None:
    for source in example.files:
        if source.kind == "plan":
            plan = read_from(example.workspace, source).plan
            said = " ".join(step.value for step in plan.steps if isinstance(step.value, str))
            ids = {one.id for one in plan.entered if "-" in one.id and one.id not in said}
            folder = f"{source.account}/{source.period}/"
            for path, text in packs[Audience.CUSTOMER].items():
                if path.startswith(folder):
                    words = set(re.findall(r"[\w-]+", STYLE.sub("", text)))
                    assert not ids & words, path
