"""The packs, built once, and what was seen of them, looked at once."""

import pathlib
from collections.abc import Mapping

import pytest

from tests.browser import chromium
from tests.browser.packs import PACKS, Built, built
from tests.browser.visit import Seen, visit


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without Chromium, one test stands for all that need it: it says so once, and not ninety times."""
    needing = [item for item in items if "browser" in getattr(item, "fixturenames", ())]
    if needing and not chromium.here():
        config.hook.pytest_deselected(items=needing[1:])
        items[:] = [item for item in items if item not in needing[1:]]


@pytest.fixture(scope="session")
def browser() -> str:
    """Where Chromium is."""
    return chromium.found()


@pytest.fixture(scope="session")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Built]:
    """Every pack by its name."""
    folder = tmp_path_factory.mktemp("packs")
    return {pack.name: built(pack, folder / pack.name) for pack in PACKS}


@pytest.fixture(scope="session")
def seen(browser: str, packs: Mapping[str, Built]) -> Mapping[pathlib.Path, Seen]:
    """Every page of every pack."""
    return visit((page for pack in packs.values() for page in pack.pages), browser)


@pytest.fixture(params=[pack.name for pack in PACKS])
def pack(request: pytest.FixtureRequest, packs: Mapping[str, Built]) -> Built:
    """One pack after the other."""
    return packs[request.param]
