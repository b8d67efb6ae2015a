"""The browser of the tests: the system's Chromium, found and started; nothing is downloaded."""

import os
import shutil

import pytest
from playwright.async_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""It opens files that we have just made, and asks the network for nothing."""
MISSING = (
    "no Chromium (chromium, chromium-browser or google-chrome on the PATH, or KAMC_CHROMIUM): "
    "no page was seen in a browser"
)


def here() -> str | None:
    """Where Chromium is, if it is."""
    return os.environ.get("KAMC_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def found() -> str:
    """Where Chromium is. Without one the test is skipped, or fails if KAMC_REQUIRE_CHROMIUM is set."""
    path = here()
    if path:
        return path
    if os.environ.get("KAMC_REQUIRE_CHROMIUM"):
        pytest.fail(MISSING, pytrace=False)
    pytest.skip(MISSING)


async def started(playwright: Playwright, path: str) -> Browser:
    """Chromium without a window."""
    return await playwright.chromium.launch(executable_path=path, args=list(QUIET))
