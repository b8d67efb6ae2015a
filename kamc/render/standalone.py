"""The figures of a page as images of their own, which need no page around them.

On a page, a figure's colours are classes and variables of the style sheet. Here those that its SVG can use
are resolved for the light palette and put into it: selectors of classes alone, which every library knows.
"""

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

import msgspec

from kamc.render.tree import Line, Span

SVG = "http://www.w3.org/2000/svg"
SWATCH = "■\u00a0"
FAMILY = "Libertinus Serif"
"""What Typst carries; a font of the house's stands in for the letters that it does not have."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_BRACES = re.compile(r"[{}]")
_CLASSES = re.compile(r"(?:\.[\w-]+)+")
_VARIABLE = re.compile(r"var\((--[\w-]+)\)")
_DRAWN = re.compile(r"fill|fill-opacity|stroke|stroke-[a-z]+|opacity|font-weight")


class Image(msgspec.Struct, frozen=True, kw_only=True):
    """A figure by itself: its SVG, its size in pixels, what it is called, what it tells, and its key."""

    svg: str
    width: float
    height: float
    title: str
    story: str
    key: Line = ()

    @property
    def alternative(self) -> str:
        """The figure in words."""
        return f"{self.title}. {self.story}" if self.story else self.title


class Sheet(msgspec.Struct, frozen=True):
    """What a style sheet says in the light: declarations by the classes that they are for, in their order."""

    rules: Mapping[str, Mapping[str, str]]

    @property
    def drawn(self) -> str:
        """The rules that figures use."""
        found = (
            (classes, ";".join(f"{key}:{value}" for key, value in held.items() if _DRAWN.fullmatch(key)))
            for classes, held in self.rules.items()
        )
        return "".join(f"{classes}{{{held}}}" for classes, held in found if held)

    def background(self, classes: str) -> str:
        """The colour that a key of these classes is filled with; that of its border, where it is empty."""
        wanted = set(classes.split())
        held: dict[str, str] = {}
        for name, says in self.rules.items():
            if wanted.issuperset(name.strip(".").split(".")):
                held |= says
        colours = re.findall("#[0-9a-fA-F]{6}", held.get("background", "") or held.get("border", ""))
        return colours[0] if colours else ""


def sheet(style: str) -> Sheet:
    """A style sheet, as far as figures need it: nothing for the dark, for print, for narrow screens."""
    flat = _plain_rules(_COMMENT.sub("", style))
    rules = [(names.strip(), _declared(held)) for names, held in _RULE.findall(flat)]
    variables = {key: value for names, held in rules if names == ":root" for key, value in held.items()}
    found: dict[str, dict[str, str]] = {}
    for names, held in rules:
        for name in filter(_CLASSES.fullmatch, map(str.strip, names.split(","))):
            found.setdefault(name, {}).update((key, _known(value, variables)) for key, value in held.items())
    return Sheet(found)


def _plain_rules(style: str) -> str:
    """A style sheet without its `@` blocks."""
    kept, depth, start = [], 0, 0
    for brace in _BRACES.finditer(style):
        depth += 1 if brace.group() == "{" else -1
        if depth == 0:
            block = style[start : brace.end()]
            kept.append("" if block.lstrip().startswith("@") else block)
            start = brace.end()
    return "".join(kept)


def _declared(text: str) -> dict[str, str]:
    pairs = (one.partition(":") for one in text.split(";") if ":" in one)
    return {key.strip(): value.strip() for key, _, value in pairs}


def _known(value: str, variables: Mapping[str, str]) -> str:
    return _VARIABLE.sub(lambda match: variables.get(match[1], match[0]), value)


def images(figure: str, style: Sheet) -> Iterator[Image]:
    """The images of a slot, from the HTML that a page shows there."""
    page = ET.fromstring(f"<page>{figure}</page>")  # noqa: S314  drawn by us, with every text in it escaped
    for held in page.iter("figure"):
        for svg in held.iter("svg"):
            yield _image(svg, style, _key(held.find("figcaption"), style))


def _image(svg: ET.Element, style: Sheet, key: Line) -> Image:
    _, _, width, height = svg.get("viewBox", "0 0 1 1").split()
    title, story = svg.findtext("title", ""), svg.findtext("desc", "")
    svg.attrib = {
        "xmlns": SVG,
        "width": width,
        "height": height,
        "viewBox": svg.get("viewBox", ""),
        "font-family": FAMILY,
    }
    svg.tail = None
    look = ET.Element("style")
    look.text = style.drawn
    svg.insert(0, look)
    text = ET.tostring(svg, encoding="unicode")
    return Image(svg=text, width=float(width), height=float(height), title=title, story=story, key=key)


def _key(caption: ET.Element | None, style: Sheet) -> Line:
    """The key below a figure: a square in its colour where the page has one."""
    return () if caption is None else tuple(_parts(caption, style))


def _parts(caption: ET.Element, style: Sheet) -> Iterator[Span]:
    if caption.text:
        yield Span(text=caption.text, soft=True)
    for child in caption:
        if child.tag == "i":
            yield Span(text=SWATCH, colour=style.background(child.get("class", "")), soft=True)
        yield from _parts(child, style)
        if child.tail:
            yield Span(text=child.tail, soft=True)
