"""A visit to built pages: each is opened once, and every question is asked of it there.

The answer to a question is what is wrong, in words, so that a test has only to hope for silence. Pages are
visited a few at a time: a browser has a process for each, and a machine has several cores.
"""

import asyncio
import functools
import os
import pathlib
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any

import axe_playwright_python
import msgspec
from playwright.async_api import Browser, Page, ViewportSize, async_playwright

from tests.browser.chromium import started
from tests.browser.paper import Printed, printed

PHONE, TABLET, DESK = (360, 780), (768, 1024), (1280, 900)
PAPERS = ("A4", "Letter")
CONTRAST = "color-contrast"

Question = Callable[[Page], Awaitable[list[str]]]


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """What was seen of a page: what is wrong by question, where it leads, and what a printer makes of it."""

    path: pathlib.Path
    wrong: Mapping[str, Sequence[str]]
    links: tuple[str, ...]
    ids: frozenset[str]
    printed: Mapping[str, Printed]


def visit(paths: Iterable[pathlib.Path], chromium: str) -> dict[pathlib.Path, Seen]:
    """Every page, as Chromium shows and prints it."""
    return asyncio.run(_visit(tuple(paths), chromium))


async def _visit(paths: Sequence[pathlib.Path], chromium: str) -> dict[pathlib.Path, Seen]:
    ahead = iter(paths)
    async with async_playwright() as playwright:
        browser = await started(playwright, chromium)
        workers = (_worker(browser, ahead) for _ in range(os.cpu_count() or 1))
        seen = [one for held in await asyncio.gather(*workers) for one in held]
        await browser.close()
    return {one.path: one for one in sorted(seen, key=lambda one: one.path)}


async def _worker(browser: Browser, ahead: Iterable[pathlib.Path]) -> list[Seen]:
    return [await _seen(browser, path) for path in ahead]


async def _seen(browser: Browser, path: pathlib.Path) -> Seen:
    context = await browser.new_context()
    page = await context.new_page()
    told = _listening(page, path.as_uri())
    await _open(page, path.as_uri())
    wrong = {name: await ask(page) for name, ask in QUESTIONS.items()}
    one = Seen(
        path=path,
        wrong=wrong | told,
        links=tuple(await page.evaluate("probes.links()")),
        ids=frozenset(await page.evaluate("probes.ids()")),
        printed=await _on_paper(page),
    )
    await context.close()
    return one


async def _open(page: Page, address: str) -> None:
    await page.set_viewport_size(_size(DESK))
    await page.goto(address)
    await page.evaluate(_script("probes.js"))


def _listening(page: Page, address: str) -> dict[str, list[str]]:
    """What the page says on its console, and what it asks of anybody, from now on."""
    console: list[str] = []
    network: list[str] = []
    page.on("console", lambda one: console.append(one.text))
    page.on("pageerror", lambda one: console.append(str(one)))
    page.on("request", lambda one: None if one.url.partition("#")[0] == address else network.append(one.url))
    return {"console": console, "network": network}


@functools.cache
def _script(name: str) -> str:
    return pathlib.Path(__file__).with_name(name).read_text(encoding="utf-8")


def _size(size: tuple[int, int]) -> ViewportSize:
    return ViewportSize(width=size[0], height=size[1])


# --- The questions ------------------------------------------------------------------------------------------


async def _keyboard(page: Page) -> list[str]:
    """Tab goes through all that can be used, in order, and is seen; the skip link leads to the content."""
    for _ in range(await page.evaluate("probes.watch()")):
        await page.keyboard.press("Tab")
    wrong: list[str] = await page.evaluate("[...probes.walked(), ...probes.scrolling()]")
    await _open(page, page.url.partition("#")[0])
    await page.evaluate("probes.watch()")
    for key in ("Tab", "Enter", "Tab"):
        await page.keyboard.press(key)
    return wrong + list(await page.evaluate("probes.skipped()"))


async def _scripts(page: Page) -> list[str]:
    """Without its scripts, where it has any, the page shows the same words."""
    browser = page.context.browser
    if browser is None or not await page.evaluate("probes.scripts()"):
        return []
    context = await browser.new_context(java_script_enabled=False)
    plain = await context.new_page()
    await _open(plain, page.url.partition("#")[0])
    same = await plain.evaluate("probes.words()") == await page.evaluate("probes.words()")
    await context.close()
    return [] if same else ["without scripts the page does not show the same words"]


async def _width(page: Page) -> list[str]:
    """No page scrolls sideways, with all its folds open; and what is a table stays one on a phone."""
    await page.evaluate("probes.unfold()")
    wrong = []
    for size in (DESK, TABLET, PHONE):
        await page.set_viewport_size(_size(size))
        wrong += [f"{size[0]} px: {one}" for one in await page.evaluate("probes.tooWide()")]
    return wrong + await _rows(page)


async def _rows(page: Page) -> list[str]:
    """Rows that are rows no more for who hears the page: a style sheet that stacks cells can do that."""
    session = await page.context.new_cdp_session(page)
    root = (await session.send("DOM.getDocument", {"depth": 0}))["root"]["nodeId"]
    told = await session.send("Accessibility.queryAXTree", {"nodeId": root, "role": "row"})
    heard, shown = len(told["nodes"]), await page.evaluate("probes.rows()")
    return [] if heard == shown else [f"a screen reader finds {heard} of {shown} rows of tables on a phone"]


async def _figures(page: Page) -> list[str]:
    """The words of figures lie beside each other and inside, and other words stand for each figure."""
    await page.set_viewport_size(_size(DESK))
    return list(await page.evaluate("[...probes.figures(), ...probes.unnamedFigures()]"))


async def _axe(page: Page) -> list[str]:
    """axe-core: every rule on a phone, and contrast in light and in dark, with all folds open."""
    source = pathlib.Path(axe_playwright_python.__file__).with_name("axe.min.js")
    await page.evaluate(source.read_text(encoding="utf-8"))
    await page.evaluate("probes.unfold()")
    await page.set_viewport_size(_size(PHONE))
    wrong = _told(await page.evaluate(f"axe.run({{rules: {{'{CONTRAST}': {{enabled: false}}}}}})"), "axe")
    await page.set_viewport_size(_size(DESK))
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme)
        found = await page.evaluate(f"axe.run({{include: probes.looks()}}, {{runOnly: ['{CONTRAST}']}})")
        wrong += _told(found, scheme)
    return wrong


def _told(found: Mapping[str, Any], when: str) -> list[str]:
    return [
        f"{when}: {one['id']}: {node['html']}: {node['failureSummary']}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


QUESTIONS: Mapping[str, Question] = {
    "keyboard": _keyboard,
    "scripts": _scripts,
    "width": _width,
    "figures": _figures,
    "axe": _axe,
}
"""In this order: later ones open folds and change the size."""
ASKED = (*QUESTIONS, "console", "network")
"""Whatever a page is asked, and what is listened for all the while."""


async def _on_paper(page: Page) -> dict[str, Printed]:
    """As it comes out of a printer; marks in it tell where rows break and headings stand."""
    await page.emulate_media(media="print", color_scheme="light")
    marks = await page.evaluate("probes.mark()")
    return {
        paper: printed(await page.pdf(format=paper), headings=marks["headings"], rows=marks["rows"])
        for paper in PAPERS
    }
