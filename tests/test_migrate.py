"""Migrations: older files are read as new ones, and findings still point at what their author wrote."""

from collections.abc import Mapping
from typing import Any

import pytest

from kamc import migrate
from kamc.diagnostics import Path
from kamc.migrate import Migrated
from tests.workspaces import PLAN, Place


def from_0_to_1(data: dict[str, Any]) -> Migrated:
    """A version 0 that never was: `customer` for `account`, needs outside their block, stages in capitals."""
    new = {**data, "kamc": 1, "account": data["customer"]}
    new["account_knowledge"] = {"success_factors": new.pop("needs")}
    new["status"] = data["status"].lower()
    del new["customer"]
    return Migrated(
        new, ({("account",): ("customer",), ("account_knowledge", "success_factors"): ("needs",)},)
    )


def from_1_to_2(data: dict[str, Any]) -> Migrated:
    knowledge = data["account_knowledge"]
    new = {**data, "kamc": 2, "knowledge": {"factors": knowledge["success_factors"]}}
    del new["account_knowledge"]
    moved: Mapping[Path, Path] = {
        ("knowledge",): ("account_knowledge",),
        ("knowledge", "factors"): ("account_knowledge", "success_factors"),
    }
    return Migrated(new, (moved,))


OLD: dict[str, Any] = {
    "kamc": 0,
    "customer": "hafen",
    "status": "Draft",
    "needs": {"night-cut": {"what": "Ten"}},
}


def test_data_of_this_version_stays_as_it_is() -> None:
    data = {"kamc": 1, "account": "hafen"}
    done = migrate.migrate(data)
    assert done.data is data
    assert done.origin(("account",)) == ("account",)


@pytest.mark.parametrize("version", [None, "1", [], 7])
def test_a_version_that_nobody_knows_is_left_to_the_schema(version: object) -> None:
    assert migrate.migrate({"kamc": version}, {0: from_0_to_1}).data == {"kamc": version}


def test_one_step() -> None:
    done = migrate.migrate(OLD, {0: from_0_to_1})
    assert done.data == {
        "kamc": 1,
        "account": "hafen",
        "status": "draft",
        "account_knowledge": {"success_factors": {"night-cut": {"what": "Ten"}}},
    }
    assert OLD["customer"] == "hafen"


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (("account",), ("customer",)),
        (("status",), ("status",)),
        (("account_knowledge", "success_factors"), ("needs",)),
        (("account_knowledge", "success_factors", "night-cut", "what"), ("needs", "night-cut", "what")),
    ],
)
def test_places_after_one_step(now: Path, then: Path) -> None:
    assert migrate.migrate(OLD, {0: from_0_to_1}).origin(now) == then


def test_places_after_two_steps_that_moved_the_same_things() -> None:
    done = migrate.migrate(OLD, {0: from_0_to_1, 1: from_1_to_2})
    assert done.data["kamc"] == 2
    assert done.origin(("knowledge", "factors", "night-cut")) == ("needs", "night-cut")
    assert done.origin(("account",)) == ("customer",)


def test_a_finding_in_an_old_file_points_at_what_its_author_wrote(here: Place) -> None:
    here.edit(PLAN, "kamc: 1", "kamc: 0")
    here.edit(PLAN, "account: hafen-spedition", "customer: hafen-spedition")
    here.edit(PLAN, "status: approved", "status: Approved")
    here.edit(PLAN, "account_knowledge:\n  success_factors:", "needs:")
    here.edit(PLAN, "whose: ines-bahr", "whose: ines-bar")
    here.monkeypatch.setitem(migrate.MIGRATIONS, 0, from_0_to_1)
    (found,) = here.call("check", PLAN, "--format", "json").data["findings"]
    assert found["pointer"] == "/needs/night-cut/whose"
    text = (here.root / PLAN).read_text()
    assert text.splitlines()[found["line"] - 1][found["column"] - 1 :].startswith("ines-bar,")
    old_name = found["fingerprint"]
    here.edit(PLAN, "kamc: 0", "kamc: 1")
    here.edit(PLAN, "customer: hafen-spedition", "account: hafen-spedition")
    here.edit(PLAN, "status: Approved", "status: approved")
    here.edit(PLAN, "needs:", "account_knowledge:\n  success_factors:")
    (again,) = here.call("check", PLAN, "--format", "json").data["findings"]
    assert again["fingerprint"] == old_name
