import copy
from pathlib import Path
from typing import Any

import pytest

from kamc.loader import load

ROOT = Path(__file__).parents[2]


def data(path: Path) -> Any:
    return load(path.read_bytes(), path.name).data


PLANS = {f"{path.parent.name}/{path.stem}": data(path) for path in sorted(ROOT.glob("plans/*/*.yaml"))}
HEADER = {
    "kamc": 1,
    "account": "gruenau-heat",
    "name": "Fernwärme Grünau",
    "period": "2026-Q4",
    "status": "draft",
    "profile": "short",
    "owner": "jonas-petri",
}


@pytest.fixture
def plans() -> dict[str, Any]:
    return copy.deepcopy(PLANS)


@pytest.fixture
def header() -> dict[str, Any]:
    return dict(HEADER)
