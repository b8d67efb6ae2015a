"""The documents of a brief, each in Markdown and HTML from one view."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from markupsafe import Markup

from kamc.brief import Brief, Given, Run, Sheet
from kamc.brief.header import Header, header
from kamc.brief.room import fitted
from kamc.brief.shown import joined
from kamc.render.beside import beside
from kamc.render.figures import figures
from kamc.render.forms import FORMS, comes_as, missing, written
from kamc.render.html import body
from kamc.render.markdown import document
from kamc.render.page import page, style
from kamc.render.paper import House, Paper, paper, titled
from kamc.render.templates import BRIEF_ENDS, Templates

ROOM_OF_A_NAME = 40.0
"""How wide a name may be at the head of a printed page, in em: what else stands there has to fit, too."""


class Rendered(msgspec.Struct, frozen=True, kw_only=True):
    """A document in both of its forms: what it is called, and the name of its file without an ending.

    `beside` holds further files of the same name, `papers` its forms for paper, both by their ending; `unset`
    has the letters in these that no font has.
    """

    stem: str
    title: str
    markdown: str
    html: str
    beside: Mapping[str, str] = {}
    papers: Mapping[str, bytes] = {}
    unset: str = ""


def rendered(
    given: Given,
    brief: Brief,
    templates: Templates = Templates(),  # noqa: B008  frozen
    *,
    forms: Iterable[str] = (),
    house: House = House(),  # noqa: B008  frozen
) -> Iterator[Rendered]:
    """Every document of a brief: Markdown for a Git host, a self-contained HTML page, and `forms` for paper.

    Raises `WrongTemplateError`, and `UsageError` where the library of a form is not installed.
    """
    head = header(given)
    for sheet in brief.sheets(given):
        yield document_of(brief.name, sheet, head, given.run, templates, forms=forms, house=house)


def document_of(
    name: str,
    sheet: Sheet,
    head: Header,
    run: Run,
    templates: Templates,
    *,
    forms: Iterable[str] = (),
    house: House = House(),  # noqa: B008  frozen
) -> Rendered:
    """The document of one sheet, by the templates of its brief. Raises `WrongTemplateError`, `UsageError`."""
    held = _Held(sheet=sheet, header=head, run=run)
    wanted = [form for form in forms if form in FORMS and comes_as(name, form)]
    made = _paper(name, held, templates) if wanted else None
    return Rendered(
        stem=f"{name}-{sheet.part}" if sheet.part else name,
        title=sheet.title,
        markdown=_markdown(name, held, templates),
        html=_html(name, held, templates),
        beside=beside(sheet.shown),
        papers={form: written(form, made, house, templates) for form in wanted} if made else {},
        unset="".join(missing(made, house)) if made else "",
    )


def papers(given: Given, brief: Brief, templates: Templates = Templates()) -> Iterator[Paper]:  # noqa: B008  frozen
    """What the papers of a brief are made from, document by document. Raises `WrongTemplateError`."""
    head = header(given)
    for sheet in brief.sheets(given):
        yield _paper(brief.name, _Held(sheet=sheet, header=head, run=given.run), templates)


class _Held(msgspec.Struct, frozen=True, kw_only=True):
    """What the templates of a document are given, beside `brief`, which is what its sheet shows."""

    sheet: Sheet
    header: Header
    run: Run

    @property
    def draft(self) -> str:
        """What marks a draft, with how much is missing; nothing where the plan is none."""
        speech, gaps = self.run.speech, self.run.gaps
        if not self.header.is_draft:
            return ""
        return speech.count(gaps, "draft, {n} gap", "draft, {n} gaps") if gaps else speech.say("draft")

    def values(self) -> dict[str, Any]:
        return {
            "sheet": self.sheet,
            "brief": self.sheet.shown,
            "header": self.header,
            "draft": self.draft,
            "run": self.run,
        }


def _markdown(name: str, held: _Held, templates: Templates, slots: Iterable[str] | None = None) -> str:
    """The Markdown of a document; for a page where it has `slots` for figures."""
    return document(
        templates, name + BRIEF_ENDS, page=slots is not None, slots=tuple(slots or ()), **held.values()
    )


def _html(name: str, held: _Held, templates: Templates) -> str:
    head, speech = held.header, held.run.speech
    drawn = figures(held.sheet.shown, held.run.speech)
    inner = body(_markdown(name, held, templates, drawn), drawn, speech)
    return page(
        templates,
        name,
        title=titled(speech, joined((head.name, head.period), ", "), held.sheet.title),
        figures={slot: Markup(figure) for slot, figure in drawn.items()},  # noqa: S704  every text in it is escaped
        body=Markup(inner.html),  # noqa: S704  made by markdown-it with raw HTML off, from text that is escaped
        headings=inner.headings,
        running=_running(held),
        **held.values(),
    )


def _paper(name: str, held: _Held, templates: Templates) -> Paper:
    drawn, running = figures(held.sheet.shown, held.run.speech), _running(held)
    return paper(
        name,
        held.sheet,
        held.header,
        held.run,
        draft=held.draft,
        running=running,
        markdown=_markdown(name, held, templates, drawn),
        figures=drawn,
        style=style(templates, name, running=running, **held.values()),
    )


def _running(held: _Held) -> str:
    """What stands at the head of each printed page; a draft says there that it is one."""
    head, say = held.header, held.run.speech.say
    name = fitted(head.name, ROOM_OF_A_NAME)
    readers, day = say("for the {readers}", readers=head.reader), say("as of {day}", day=head.as_of)
    return joined((name, head.period, held.draft, readers, day))
