"""The plan and the pieces on the reference page are real: `kamc check` has nothing to say of them."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from kamc.loader import load
from kamc.model.market import CELL_WORDS
from kamc.reference.example import OPEN_SPACE, PIECES, PLAN
from kamc.rules.examples import merged
from tests.workspaces import CATALOGUE, PEOPLE, SETTINGS, Place, empty_place
from tests.writing import yaml_text

CHECKOUT = Path(__file__).parents[2]
NAME = "plans/gruenau-heat/2026-Q2.yaml"
END = dt.date(2026, 6, 30)


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Place:
    place = empty_place(tmp_path, monkeypatch, capsys)
    place.write(SETTINGS, "kamc: 1\n")
    for name in (CATALOGUE, PEOPLE):
        place.write(name, (CHECKOUT / name).read_text(encoding="utf-8"))
    return place


def data(text: str) -> Any:
    document = load(text.encode(), "example.yaml")
    assert document.faults == ()
    return document.data


def found(house: Place, text: str) -> list[tuple[str, bool]]:
    """The findings on a plan at the end of its quarter, and whether each is accepted."""
    house.write(NAME, text)
    checked = house.check(NAME, as_of=END)
    return [(one.slug, one.accepted is not None) for one in checked.diagnostics]


def test_the_short_plan_is_without_a_finding(house: Place) -> None:
    assert found(house, PLAN) == []


@pytest.mark.parametrize("key", PIECES)
def test_pieces_fit_the_short_plan(house: Place, key: str) -> None:
    text = yaml_text(merged(data(PLAN), data(PIECES[key])))
    accepted = [("activity-without-reason", True)] if key == "accepted" else []
    assert found(house, text) == accepted


def test_the_short_plan_has_as_many_of_each_as_the_page_says() -> None:
    plan = data(PLAN)
    least = {
        ("account_knowledge", "success_factors"): 2,
        ("relationships", "buying_center"): 3,
        ("account_as_market", "advantages"): 1,
        ("account_as_market", "open_space"): 1,
        ("account_plan", "objectives"): 3,
        ("account_plan", "activities"): 5,
        ("account_plan", "communications"): 3,
    }
    assert {path: len(plan[path[0]][path[1]]) >= least[path] for path in least} == dict.fromkeys(least, True)


def test_the_open_space_shows_every_word_in_its_short_or_long_form() -> None:
    segments = data(OPEN_SPACE)["account_as_market"]["open_space"].values()
    cells = [cell for segment in segments for cell in segment.values()]
    short = {cell for cell in cells if isinstance(cell, str)}
    long = {cell["state"] for cell in cells if isinstance(cell, dict)}
    assert short | long >= set(CELL_WORDS)
    assert short >= {"60k", "kallweit", "open", "in-house", "not-wanted", "unknown"}
