"""Every page that `kamc build` makes, as a reader meets it: on a desk and a phone, by keyboard, on paper."""

import pathlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from kamc.resources import template_dir
from tests.browser.nu import complaints
from tests.browser.packs import Built
from tests.browser.paper import flat
from tests.browser.visit import ASKED, PAPERS, Seen

Pages = Mapping[pathlib.Path, Seen]

ONE_PAGE = ("account-page",)
"""Briefs that fill one printed side, never two: the ends of their files' names."""
TWO_PAGES = ("meeting-",)
"""Briefs for one sheet of paper, of plans as people write them: the beginnings of their files' names."""


@pytest.fixture(params=PAPERS)
def paper(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("question", ASKED)
def test_nothing_is_wrong(question: str, pack: Built, seen: Pages) -> None:
    _silent(f"{_name(pack, page)}: {wrong}" for page in pack.pages for wrong in seen[page].wrong[question])


def test_every_link_leads_somewhere(pack: Built, seen: Pages) -> None:
    _silent(
        f"{_name(pack, page)}: {link}"
        for page in pack.pages
        for link in seen[page].links
        if not _leads_somewhere(pack, page, link, seen)
    )


def _leads_somewhere(pack: Built, page: pathlib.Path, link: str, seen: Pages) -> bool:
    """To a place in a page of this pack, or to a file of it. What leads out of it is not ours to judge."""
    if urlsplit(link).scheme:
        return True
    path, anchor = map(unquote, urldefrag(link))
    target = (page.parent / path).resolve() if path else page
    inside = target.is_file() and target.is_relative_to(pack.folder)
    return inside and (not anchor or (target in seen and anchor in seen[target].ids))


def test_nu_finds_nothing(packs: Mapping[str, Built]) -> None:
    _silent(complaints(pack.folder for pack in packs.values()))


def test_rows_and_headings_stay_whole(paper: str, pack: Built, seen: Pages) -> None:
    _silent(
        f"{_name(pack, page)}: {wrong}" for page in pack.pages for wrong in seen[page].printed[paper].wrong
    )


def test_each_printed_page_says_what_it_is(paper: str, pack: Built, seen: Pages) -> None:
    _silent(
        f"{_name(pack, page)}: page {number} does not say {words!r}"
        for page in pack.pages
        for number, words in _unsaid(pack.running(page), seen[page].printed[paper].pages)
    )


def _unsaid(running: tuple[str, ...], pages: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    for number, text in enumerate(pages, 1):
        for words in (*map(flat, running), f"{number} / {len(pages)}"):
            if words not in text and _comes_back(words):
                yield number, words


def _comes_back(words: str) -> bool:
    """A PDF gives back Latin letters as they were; others backwards, or not at all where no font has them."""
    return all(unicodedata.name(sign).startswith("LATIN ") for sign in words if sign.isalpha())


def test_a_brief_of_one_page_prints_on_one(paper: str, pack: Built, seen: Pages) -> None:
    counts = {
        _name(pack, page): len(seen[page].printed[paper].pages)
        for page in pack.pages
        if page.stem.endswith(ONE_PAGE)
    }
    assert set(counts.values()) <= {1}, counts


def test_a_brief_of_one_sheet_prints_on_both_of_its_sides_at_most(
    paper: str, pack: Built, seen: Pages
) -> None:
    counts = {
        _name(pack, page): len(seen[page].printed[paper].pages)
        for page in pack.pages
        if page.stem.startswith(TWO_PAGES)
    }
    assert {name: count for name, count in counts.items() if count > 2} == {}


def test_each_brief_of_one_sheet_is_among_them(packs: Mapping[str, Built]) -> None:
    stems = [page.stem for pack in packs.values() for page in pack.pages]
    assert all(any(stem.startswith(name) for stem in stems) for name in TWO_PAGES)


def test_each_brief_of_one_page_is_among_them(packs: Mapping[str, Built]) -> None:
    stems = [page.stem for pack in packs.values() for page in pack.pages]
    written = {name for name in ONE_PAGE for _ in template_dir("briefs").parent.rglob(f"{name}*.j2")}
    assert written == {name for name in ONE_PAGE if any(stem.endswith(name) for stem in stems)}


def _silent(wrong: Iterable[str]) -> None:
    """All that is wrong, each on its line, and not as much of it as fits."""
    told = "\n".join(wrong)
    assert not told, f"\n{told}"


def _name(pack: Built, page: pathlib.Path) -> str:
    return page.relative_to(pack.folder).as_posix()
