"""A document as PDF, set by Typst from `templates/pdf/`: data goes in, and no text is ever source."""

import base64
from collections.abc import Iterator
from typing import Any

import msgspec

from kamc.render.paper import House, Paper
from kamc.render.templates import PDF, Templates
from kamc.render.tree import Heading, plain
from kamc.render.typeset import pdf, uncovered

TEMPLATE, KIT = "brief.typ", "kit.typ"
"""The template of every brief that has none of its own, and what templates import."""


def written(paper: Paper, house: House, templates: Templates) -> bytes:
    """The PDF of a paper, by the template of its brief or that of all briefs. Raises `WrongTemplateError`.

    It keeps to PDF/UA, which screen readers understand; where a letter has no font, which that forbids, it is
    tagged all the same.
    """
    files = {
        _file(name, place): image.svg.encode()
        for name, held in paper.images.items()
        for place, image in enumerate(held)
    }
    logo = _logo(paper.logo)
    name = f"{paper.brief}.typ" if templates.has(PDF, f"{paper.brief}.typ") else TEMPLATE
    return pdf(
        templates.used(PDF, name),
        f"{PDF}/{name}",
        {
            KIT: templates.used(PDF, KIT).encode(),
            "doc.json": msgspec.json.encode(_told(paper, house) | {"logo": min(logo, default="")}),
            **logo,
            **files,
        },
        house.fonts,
        paper.as_of,
        tagged=not uncovered(paper.text, house.fonts),
    )


def _logo(address: str) -> dict[str, bytes]:
    """The house's logo as a file, by its name; none where there is no logo."""
    head, _, data = address.partition(";base64,")
    return {f"logo.{'png' if head.endswith('png') else 'svg'}": base64.b64decode(data)} if data else {}


def _told(paper: Paper, house: House) -> dict[str, Any]:
    """The paper as a template gets it: its fields, `size` of the sheet, and where each image lies."""
    shown = {
        name: [
            {
                "file": _file(name, place),
                "width": image.width,
                "alternative": image.alternative,
                "key": msgspec.to_builtins(image.key),
            }
            for place, image in enumerate(held)
        ]
        for name, held in paper.images.items()
    }
    size = "us-letter" if house.is_letter else "a4"
    told: dict[str, Any] = msgspec.to_builtins(paper)
    alternative = paper.speech.say("{company} logo", company=paper.supplier)
    return told | {
        "headline": paper.headline,
        "logo_alternative": alternative,
        "images": shown,
        "size": size,
        "sources": {title: paper.speech.source(title) for title in _headings(paper)},
    }


def _headings(paper: Paper) -> Iterator[str]:
    """The headings of a paper: a template knows a section by what its heading is in our own English."""
    yield from (plain(one.line) for one in paper.blocks if isinstance(one, Heading))


def _file(name: str, place: int) -> str:
    return f"{name}-{place}.svg"
