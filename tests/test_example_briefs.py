"""The briefs of the worked example: golden, the same bytes each time, and true to the account map."""

import csv
import datetime as dt
import pathlib
import re
from collections.abc import Mapping
from decimal import Decimal

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from kamc.engine.build import Built, Wanted, build
from kamc.engine.packs import build_into
from kamc.engine.read import read_from
from kamc.engine.scope import Scope, scope
from kamc.model.fields import Audience
from kamc.model.market import Cell
from kamc.model.plan import Plan
from kamc.settings import Settings
from kamc.workspace import Source, Workspace, find

ROOT = pathlib.Path(__file__).resolve().parents[1]
GOLDEN = pathlib.Path(__file__).with_suffix("")
AS_OF = dt.date(2026, 11, 23)
LATEST = "2026-Q4"
STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
TEAM, CUSTOMER = Audience.TEAM, Audience.CUSTOMER


@pytest.fixture(scope="module")
def example() -> Scope:
    workspace: Workspace = find(ROOT)
    return scope(workspace, Settings(supplier="Fennmark Well Services", currency="USD"), AS_OF)


def _plans(example: Scope) -> list[Source]:
    return [one for one in example.files if one.kind == "plan"]


def _built(example: Scope, audience: Audience) -> Built:
    loaded = [read_from(example.workspace, one) for one in _plans(example) if str(one.period) == LATEST]
    return build(example, loaded, Wanted(audience=audience, formats=("md", "html")))


@pytest.fixture(scope="module")
def outputs(example: Scope) -> Mapping[str, str]:
    """What is golden: for each audience, the latest quarter in Markdown, and the pages of one account."""
    return {
        f"{audience.word}/{one.path}": STYLE.sub("<style></style>", str(one.text))
        for audience in Audience
        for one in _built(example, audience).outputs
        if not one.path.endswith(".html") or "lyrane-energy" in one.path or one.path == "index.html"
    }


NAMES = sorted(path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.*"))


@pytest.mark.parametrize("name", NAMES)
def test_briefs_are_golden(
    name: str, outputs: Mapping[str, str], file_regression: FileRegressionFixture
) -> None:
    file_regression.check(outputs[name], fullpath=GOLDEN / name, newline="")


def test_every_brief_has_its_golden_and_no_golden_is_an_orphan(outputs: Mapping[str, str]) -> None:
    assert sorted(outputs) == NAMES


def test_the_same_bytes_each_time(example: Scope, tmp_path: pathlib.Path) -> None:
    for folder in ("one", "two"):
        build_into(tmp_path / folder, example, _plans(example), Wanted(audience=TEAM, formats=("md", "html")))
    one, two = (
        {path.relative_to(tmp_path / folder): path.read_bytes() for path in (tmp_path / folder).rglob("*.*")}
        for folder in ("one", "two")
    )
    assert one == two
    assert not any(str(ROOT).encode() in text for text in one.values())


def test_nothing_is_left_out(example: Scope) -> None:
    assert _built(example, Audience.PRIVATE).left == ()


# --- the account map: figures that were published, and that the example must hold ---

BY_OFFERING = ["1.00", "2.70", "2.00", "4.20", "3.30", "36.00", "0", "0", "1.00", "1.00"]
BY_SEGMENT = ["9.6", "12.6", "2.6", "7.6", "6.6", "2.6", "2.5", "2.8", "2.0", "2.3"]
MILLION = 1_000_000


def _cells(plan: Plan) -> list[list[Cell]]:
    return [list(row.values()) for row in plan.account_as_market.open_space.values()]


def _sales(cell: Cell) -> Decimal:
    return cell.sales / MILLION if isinstance(cell.sales, Decimal) else Decimal(0)


@pytest.mark.parametrize("period", ["2026-Q2", "2026-Q3", "2026-Q4"])
def test_the_example_holds_the_published_account_map(period: str, example: Scope) -> None:
    plan = read_from(
        example.workspace, example.workspace.source(ROOT / f"plans/solvanger-energy/{period}.yaml")
    ).plan
    rows = _cells(plan)
    assert [sum(map(_sales, row), Decimal(0)) for row in rows] == [Decimal(one) for one in BY_SEGMENT]
    assert [sum(map(_sales, column), Decimal(0)) for column in zip(*rows, strict=True)] == list(
        map(Decimal, BY_OFFERING)
    )
    assert sum(_sales(cell) == 0 for row in rows for cell in row) == 79
    open_and_aligned = [
        cell for row in rows for cell in row if cell.state == "open" and isinstance(cell.serves, tuple)
    ]
    assert len(open_and_aligned) == 3


def test_the_map_beside_the_tests_is_the_published_one() -> None:
    """The check figures, computed by hand from the map: 51.20 in all."""
    table = pathlib.Path(__file__).parent / "data" / "account-map.csv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = [list(map(Decimal, (one or "0" for one in row[1:]))) for row in list(csv.reader(file))[1:]]
    assert sum(map(sum, rows)) == Decimal("51.20")
    assert [sum(row) for row in rows] == [Decimal(one) for one in BY_SEGMENT]
