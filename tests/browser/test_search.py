"""The search of the index: typed into, heard, and gone where there are no scripts."""

import base64
import hashlib
import pathlib
import re
from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.browser.chromium import QUIET
from tests.browser.packs import Built

ALL = ("Brackwell Petroleum", "Caldrin Minerals", "Fernwärme Grünau", "Lyrane Energy", "Solvanger Energy")
FOUND = (
    ("caldrin", ("Caldrin Minerals",), "1 of 5 accounts"),
    ("JONAS PETRI", ("Caldrin Minerals", "Fernwärme Grünau"), "2 of 5 accounts"),
    ("grunau", ("Fernwärme Grünau",), "1 of 5 accounts"),
    ("approved", ("Brackwell Petroleum",), "1 of 5 accounts"),
    ("opportunistic", ("Caldrin Minerals",), "1 of 5 accounts"),
    ("sponsor draft", ("Caldrin Minerals",), "1 of 5 accounts"),
    ("swot missing", ("Caldrin Minerals",), "1 of 5 accounts"),
    ("petroleum minerals", (), "No account has all of these words"),
    ("  ", ALL, ""),
)
"""What is typed (name, manager, no accents, status, bucket, what it lacks), who is left, and what is said."""


@pytest.fixture
def index(packs: Mapping[str, Built]) -> pathlib.Path:
    return packs["example-team"].folder / "index.html"


@pytest.fixture
def page(browser: str, index: pathlib.Path) -> Iterator[Page]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=list(QUIET))
        held = chromium.new_page()
        held.goto(index.as_uri())
        yield held
        chromium.close()


def _left(page: Page) -> tuple[str, ...]:
    return tuple(page.locator(".index h2:visible").all_inner_texts())


def test_rows_go_as_words_are_typed(page: Page) -> None:
    assert _left(page) == ALL
    for typed, left, said in FOUND:
        page.get_by_role("searchbox", name="Find accounts").fill(typed)
        assert (_left(page), page.get_by_role("status").inner_text()) == (left, said), typed


def test_a_fold_opens_where_the_words_stand_in_it_alone(page: Page) -> None:
    fold = page.locator(".further")
    for typed, is_open in (("sponsor", False), ("swot", True), ("", False)):
        page.get_by_role("searchbox").fill(typed)
        assert fold.evaluate("one => one.open") is is_open, typed


def test_the_keyboard_is_enough(page: Page) -> None:
    """Skip link, portfolio, box: then words, and Escape takes them back."""
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.type("lyrane")
    page.keyboard.press("Enter")
    assert _left(page) == ("Lyrane Energy",)
    page.keyboard.press("Escape")
    assert _left(page) == ALL
    assert page.get_by_role("status").get_attribute("aria-live") == "polite"


def test_without_scripts_there_is_no_box(browser: str, index: pathlib.Path) -> None:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=list(QUIET))
        plain = chromium.new_context(java_script_enabled=False).new_page()
        plain.goto(index.as_uri())
        assert _left(plain) == ALL
        assert not plain.locator("#find").is_visible()
        chromium.close()


def test_it_is_the_only_script_and_its_page_allows_no_other(packs: Mapping[str, Built]) -> None:
    """Found by its hash; a customer's index, and every other page, has no script and allows none."""
    for pack in packs.values():
        for path in pack.pages:
            text = path.read_text(encoding="utf-8")
            scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
            hashes = [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in scripts]
            assert text.count("<script") == len(scripts)
            assert re.findall(r"sha256-([\w+/]+=)", text.partition("<title>")[0]) == hashes
            assert ("script-src" in text) == bool(scripts)
            is_ours = path.name == "index.html" and pack.pack.audience != "customer"
            assert is_ours or not scripts
