"""The questions themselves: each finds what it is there to find, and a sound page is left alone."""

import pathlib
from collections.abc import Mapping

import pytest

from tests.browser.nu import complaints
from tests.browser.visit import ASKED, PAPERS, Seen, visit

SOUND = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Sound</title>
<style>.skip{position:absolute;left:-99rem} .skip:focus{left:0} a:focus{outline:2px solid}</style></head>
<body><a class="skip" href="#main">To the content</a>
<header><h1>Sound</h1><nav><a href="#main">Start</a></nav></header>
<main id="main"><p>Words. <a href="#main">Up again</a></p><!-- here --></main></body></html>
"""
SVG = '<figure><svg role="img" viewBox="0 0 400 90" width="400" height="90"><title>One</title>'
LABEL = '<text x="10" y="40" font-size="14">A label</text>'
ROW = "<tr><th>Tall</th>"
TALL = "<br>".join(["line"] * 200)

BROKEN = {
    "console": (
        '<img alt="" src="data:image/png;base64,AA=="><script>console.warn("careful")</script>',
        "careful",
    ),
    "error": ("<script>missing()</script>", "missing is not defined"),
    "network": ('<img alt="" src="beside.png">', "beside.png"),
    "width": ('<p style="width:900px">Wide words</p>', "360 px: the page is"),
    "stacked": (
        "<table><tbody role=none><tr role=none><td>x</td></tr></tbody></table>",
        "a screen reader finds 0 of 1 rows",
    ),
    "overlap": (
        f'{SVG}{LABEL}<text x="30" y="43" font-size="14">Another</text></svg></figure>',
        "lies on “Another”",
    ),
    "outside": (
        f'{SVG}<text x="370" y="40" font-size="14">A label</text></svg></figure>',
        "leaves its figure",
    ),
    "unnamed": ('<svg viewBox="0 0 9 9" width="9" height="9"></svg>', "no text alternative"),
    "light": ('<p style="color:#bbb;background:#fff">Pale</p>', "light: color-contrast"),
    "dark": (
        "<style>@media(prefers-color-scheme:dark){.d{color:#444;background:#000}}</style><p class=d>Dim</p>",
        "dark: color-contrast",
    ),
    "axe": ('<label>a</label><input type="text">', "axe: label"),
    "skip": ('<a href="#main" tabindex="-1">Out of reach</a>', "Tab does not reach"),
    "focus": ('<a href="#x" style="outline:none">Unseen</a>', "the focus is not seen"),
    "order": (
        '<a href="#main" style="display:block" tabindex="1">First</a>',
        "Tab does not follow the order",
    ),
    "trapped": (
        '<div style="overflow-x:auto;width:50px" tabindex="-1"><pre>scrolls on and on</pre></div>',
        "no keyboard",
    ),
    "scripts": (
        '<p id="p"></p><script>document.getElementById("p").append("Late words")</script>',
        "without scripts",
    ),
    "heading": (
        '<h2>Lonely</h2><p style="break-before:page">What it is about</p>',
        "alone at the foot of page 1: <h2>",
    ),
    "row": (
        f"<table><tbody>{ROW}<td>{TALL}</td></tr>{ROW}<td>line</td></tr></tbody></table>",
        ": <tr> “Tall",
    ),
}
"""What stands in a page, and the words that must be said of it."""


@pytest.fixture(scope="module")
def seen(browser: str, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Seen]:
    folder = tmp_path_factory.mktemp("pages")
    bodies = {"sound": ""} | {name: body for name, (body, _) in BROKEN.items()}
    for name, body in bodies.items():
        (folder / f"{name}.html").write_text(SOUND.replace("<!-- here -->", body), encoding="utf-8")
    return {path.stem: one for path, one in visit(sorted(folder.glob("*.html")), browser).items()}


def _said(one: Seen) -> list[str]:
    return [
        *(wrong for question in ASKED for wrong in one.wrong[question]),
        *(wrong for paper in PAPERS for wrong in one.printed[paper].wrong),
    ]


def test_a_sound_page_is_left_alone(seen: Mapping[str, Seen], tmp_path: pathlib.Path) -> None:
    assert not _said(seen["sound"])
    assert [len(seen["sound"].printed[paper].pages) for paper in PAPERS] == [1, 1]
    (tmp_path / "sound.html").write_text(SOUND, encoding="utf-8")
    assert not complaints([tmp_path])


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_is_said(name: str, seen: Mapping[str, Seen]) -> None:
    _, words = BROKEN[name]
    assert [wrong for wrong in _said(seen[name]) if words in wrong], _said(seen[name])


def test_nu_says_what_is_wrong(tmp_path: pathlib.Path) -> None:
    (tmp_path / "broken.html").write_text(
        SOUND.replace("<!-- here -->", "<b><p>Crossed</b>"), encoding="utf-8"
    )
    assert complaints([tmp_path])
