"""Figures as images of their own: no class without its colour, none of the page's variables left."""

import re
from xml.etree import ElementTree as ET

import pytest

from kamc.render.standalone import images, sheet
from tests.render.papers import hostile, paper, sketch

STYLE = """
:root{--ink:#111111; --heat:#0a0a0a}
/* .not{fill:red} */
.t-ink,.other{fill:var(--ink);display:block} .c.h1{fill:var(--heat)} svg .deep{fill:#fff}
.k{border:1px solid transparent} .k.c{background:var(--heat)}
@media screen and (prefers-color-scheme:dark){:root{--ink:#eeeeee} .t-ink{fill:#eeeeee}}
@media print{@page{margin:1mm; @top-left{content:"x"}} .t-ink{fill:#00ff00}}
"""


def test_the_light_palette_is_resolved_and_no_other() -> None:
    found = sheet(STYLE)
    assert found.drawn == ".t-ink{fill:#111111}.other{fill:#111111}.c.h1{fill:#0a0a0a}"
    assert found.background("k c h9") == "#0a0a0a"
    assert found.background("nothing") == ""


def test_an_image_tells_what_its_figure_tells() -> None:
    figure = (
        '<figure><div><svg viewBox="0 0 20 10"><title>Share</title><desc>All of it</desc>'
        '<rect class="c h1"/></svg></div><figcaption><i class="k c h1"></i>ours · &lt;b&gt;</figcaption>'
        "</figure>"
    )
    [image] = images(figure, sheet(STYLE))
    assert (image.width, image.height, image.alternative) == (20, 10, "Share. All of it")
    assert "".join(span.text for span in image.key) == "■\u00a0ours · <b>"
    assert image.key[0].colour == "#0a0a0a"


@pytest.mark.parametrize("name", ["short", "extended", "hostile"])
def test_every_class_of_a_shape_has_a_rule(name: str) -> None:
    made = paper(hostile() if name == "hostile" else sketch(name))
    assert made.images
    for image in (one for held in made.images.values() for one in held):
        root = ET.fromstring(image.svg)  # noqa: S314  our own
        style = root.findtext("{http://www.w3.org/2000/svg}style", "")
        known = [set(one.strip(".").split(".")) for one in re.findall(r"([.\w-]+)\{", style)]
        assert "var(" not in image.svg
        for one in root.iter():
            classes = set(one.get("class", "").split())
            assert not classes or any(classes >= rule for rule in known), classes
