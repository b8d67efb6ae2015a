from pathlib import Path
from typing import Any

import pytest

from kamc.loader import load
from kamc.model.build import build
from kamc.model.normal import normal
from kamc.model.plan import Plan
from kamc.reference.example import PLAN
from kamc.schema import Which, check
from tests.schema.conftest import PLANS, ROOT, data

SKETCHES = sorted((Path(__file__).parents[1] / "sketches" / "plans").glob("*/*.yaml"))
SHARED: list[Which] = ["catalogue", "people", "profiles"]


@pytest.mark.parametrize("name", PLANS)
def test_worked_plans(name: str) -> None:
    assert check(PLANS[name], "plan") == ()


@pytest.mark.parametrize("path", SKETCHES, ids=lambda path: path.parent.name)
def test_sketches_of_the_format(path: Path) -> None:
    assert check(data(path), "plan") == ()


@pytest.mark.parametrize("which", SHARED)
def test_worked_shared_files(which: Which) -> None:
    assert check(data(ROOT / "plans" / f"{which}.yaml"), which) == ()


@pytest.mark.parametrize("name", PLANS)
def test_normal_form_is_a_plan(name: str) -> None:
    plan, _ = build(Plan, PLANS[name])
    assert check(normal(plan), "plan") == ()


def test_example_of_the_reference_page() -> None:
    document = load(PLAN.encode(), "example")
    assert document.faults == ()
    assert check(document.data, "plan") == ()


@pytest.mark.parametrize(
    ("which", "file"),
    [
        (
            "settings",
            {
                "kamc": 1,
                "rules": {"csf-count": "warning", "KAM301": "off"},
                "overrides": [{"plans": "plans/a/*"}],
            },
        ),
        (
            "settings",
            {
                "kamc": 1,
                "requires": ">=0.1, <2",
                "brand": {"accent": "#0b5d66"},
                "build": {"to": ["md", "html"]},
            },
        ),
        ("catalogue", {"kamc": 1, "offerings": {"pumps": "They pump."}}),
        ("people", {"kamc": 1, "people": {"li-wei": "李伟"}}),
    ],
)
def test_short_forms_of_the_other_files(which: Which, file: dict[str, Any]) -> None:
    assert check(file, which) == ()


def test_own_keys_may_hold_anything(header: dict[str, Any]) -> None:
    assert check({**header, "x-crm": {"Any Thing": [None, 1]}, "summary": {"x-colour": "red"}}, "plan") == ()
