"""A document for paper: what PDF, Word and PowerPoint are made from, each in its own way."""

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from kamc.brief import Run, Sheet
from kamc.brief.header import Header
from kamc.brief.shown import Mark, Shown
from kamc.escape import clean
from kamc.render.palette import palettes
from kamc.render.standalone import Image, images, sheet
from kamc.render.tree import Block, Line, Span, lines, plain, tree
from kamc.speech import Speech


class House(msgspec.Struct, frozen=True, kw_only=True):
    """What a house gives its papers: its own Word document and presentation, its fonts, its size of paper.

    `fonts` is a folder; `state` tells what all these files held.
    """

    docx: bytes = b""
    pptx: bytes = b""
    fonts: Path | None = None
    is_letter: bool = False
    state: str = ""


class Number(msgspec.Struct, frozen=True):
    """A key figure and what it means."""

    value: Span
    meaning: str


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """Colours, all `#rrggbb`."""

    accent: str
    wash: str
    ink: str = "#1b1f24"
    soft: str = "#59616c"
    rule: str = "#d9dde2"
    good: str = "#1b7446"
    bad: str = "#b0391f"
    open: str = "#8a5f00"

    def colour(self, span: Span) -> str:
        """The colour of a span; empty where it is that of the text around it."""
        if span.colour:
            return span.colour
        return str(getattr(self, span.tone)) if span.tone else self.soft if span.soft else ""


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A document with its head, its body and its images by the names of their slots; no text in it is markup.

    `running` stands at the head of every page, `logo` is a `data:` address, `asks` names the section that
    asks the reader for something.
    """

    brief: str
    title: str
    name: str
    meta: str
    owner: str
    draft: str
    status: str
    reader: str
    industry: Span
    say: Span
    numbers: tuple[Number, ...]
    running: str
    handling: str
    made_by: str
    supplier: str
    logo: str
    language: str
    as_of: dt.date
    asks: str
    look: Look
    speech: Speech
    images: Mapping[str, tuple[Image, ...]]
    blocks: tuple[Block, ...]

    @property
    def headline(self) -> str:
        """What the file is called: `Brevik: account plan`."""
        return titled(self.speech, self.name, self.title)

    @property
    def text(self) -> str:
        """All that it says, one line after the other."""
        head = (self.headline, self.meta, self.owner, self.handling, self.made_by)
        return "\n".join((*head, *map(plain, self.lines())))

    def lines(self, *, pictured: bool = False) -> Iterator[Line]:
        """Every line of it that says something; of images their keys, and what stands instead of them.

        `pictured`: not what stands instead.
        """
        yield from ((span,) for span in (self.industry, self.say) if span.text)
        for one in self.numbers:
            yield (one.value, Span(text=" "), Span(text=one.meaning))
        yield from lines(self.blocks, pictured=pictured)
        yield from (one.key for held in self.images.values() for one in held if one.key)


def titled(speech: Speech, name: str, title: str) -> str:
    """What a document is called, whose and what: `Brevik: account plan`."""
    return speech.say("{name}: {title}", name=name, title=speech.inside(title))


def paper(
    brief: str,
    held: Sheet,
    header: Header,
    run: Run,
    *,
    draft: str,
    running: str,
    markdown: str,
    figures: Mapping[str, str],
    style: str,
) -> Paper:
    """The paper of a sheet: `markdown` with its slots, `figures` and `style` are those of its page."""
    light, _ = palettes(run.accent)
    say = run.speech.say
    resolved = sheet(style)
    return Paper(
        brief=brief,
        title=held.title,
        name=clean(header.name),
        meta=" · ".join(
            part for part in (held.title, header.period, say("as of {day}", day=header.as_of)) if part
        ),
        owner=say("{name}, key account manager", name=clean(header.owner)) if header.owner else "",
        draft=draft,
        status=header.status,
        reader=header.reader,
        industry=_span(header.industry),
        say=_span(held.say),
        numbers=tuple(Number(_span(one.value), clean(str(one.meaning))) for one in held.figures),
        running=running,
        handling=header.handling,
        made_by=" · ".join(part for part in (clean(header.supplier), f"kamc {run.kamc}") if part),
        supplier=clean(header.supplier),
        logo=run.logo,
        language=run.speech.tag,
        as_of=run.as_of,
        asks=say("Decisions wanted"),
        look=Look(accent=light.accent, wash=light.wash),
        speech=run.speech,
        images={name: tuple(images(figure, resolved)) for name, figure in figures.items()},
        blocks=tree(markdown),
    )


def _span(shown: Shown) -> Span:
    return Span(text=clean(str(shown)), tone=shown.tone if isinstance(shown, Mark) else None)
