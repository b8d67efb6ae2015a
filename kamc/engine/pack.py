"""The pack of one plan: every brief that is wanted, in every format, as its reader may see it."""

import datetime as dt
import functools
from collections.abc import Callable, Iterable, Iterator

import msgspec

from kamc import __version__
from kamc.analysis.questions import open_questions
from kamc.audience import View, cut
from kamc.audience import known as known_to
from kamc.brief import Brief, Given, Run, Waived, given
from kamc.brief.book import BRIEFS
from kamc.diagnostics import Diagnostic, Kind, Severity
from kamc.engine.judge import Sitting, Told, judge, told
from kamc.engine.read import Loaded
from kamc.engine.scope import Scope, judged_at
from kamc.engine.withheld import withheld
from kamc.model.fields import Audience, matches
from kamc.model.values import ID_SHAPE, known
from kamc.render import Document, House, IndexEntry, Rendered, Templates, WrongTemplateError, rendered
from kamc.rules.file import house_rule_failed
from kamc.speech import Speech


class Output(msgspec.Struct, frozen=True):
    """A file to write: its path below the folder of its readers (forward slashes), and its bytes."""

    path: str
    content: bytes

    @property
    def text(self) -> str:
        """What it holds, where that is text."""
        return self.content.decode()


def texted(path: str, text: str) -> Output:
    """A file of text to write: UTF-8, with LF."""
    return Output(path, text.encode())


class Left(msgspec.Struct, frozen=True, kw_only=True):
    """A plan that was left out, and why; its text, for the places of what is wrong."""

    path: str
    diagnostics: tuple[Diagnostic, ...]
    text: str
    readable: bool


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What to build: for whom, which briefs, in which formats, whether plans with errors are refused."""

    audience: Audience
    formats: tuple[str, ...]
    briefs: tuple[Brief, ...] = BRIEFS
    templates: Templates = Templates()
    house: House = House()
    portfolio: bool | None = None
    """Whether to make the brief over all accounts; `None`: where the latest plan of each is built."""
    strict: bool = False
    logo: str = ""
    """The house's, as a `data:` address."""

    @property
    def readable(self) -> tuple[Brief, ...]:
        """The briefs that are for these readers."""
        return tuple(one for one in self.briefs if self.audience in one.audiences)


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """The documents of one plan, its line in an index, and the templates that were wrong."""

    entry: IndexEntry
    as_of: dt.date
    passes: bool
    """Whether the plan passes `kamc check`."""
    outputs: tuple[Output, ...]
    faults: tuple[WrongTemplateError, ...]
    failed: frozenset[str] = frozenset()
    """The briefs whose template was wrong."""
    unset: str = ""
    """The letters that no font has, on paper."""
    withheld: tuple[str, ...] = ()
    """What the plan holds and the readers do not get, by its titles."""


def pack(sitting: Sitting, loaded: Loaded, wanted: Wanted) -> Pack | Left:
    """Compile one plan; a template that is wrong stops its own brief alone."""
    found = judge(sitting, loaded)
    why = reasons(found, strict=wanted.strict)
    if why or not (loaded.readable and _is_named(loaded)):
        return Left(
            path=loaded.source.path,
            diagnostics=why,
            text=loaded.document.text,
            readable=loaded.readable,
        )
    given_for = functools.cache(functools.partial(_given, sitting, loaded, found, wanted.logo))
    seen = given_for(wanted.audience)
    faults: dict[str, WrongTemplateError] = {}
    made = tuple(_documents(given_for, wanted, faults))
    folder = f"{loaded.account}/{loaded.period}"
    shown = [(one, tuple(in_formats(one, f"{folder}/{one.stem}", wanted.formats))) for one in made]
    documents = tuple(
        Document(one.title, {output.path.rpartition(".")[2]: output.path for output in outputs})
        for one, outputs in shown
        if outputs
    )
    beside = (
        texted(f"{folder}/{one.stem}.{ending}", text) for one in made for ending, text in one.beside.items()
    )
    return Pack(
        entry=_entry(loaded, seen, documents),
        as_of=seen.run.as_of,
        passes=not reasons(found, strict=True),
        outputs=(*(output for _, outputs in shown for output in outputs), *beside),
        faults=tuple(faults.values()),
        failed=frozenset(faults),
        unset="".join(one.unset for one in made),
        withheld=withheld(loaded.plan, seen.plan),
    )


def reasons(found: Iterable[Diagnostic], *, strict: bool) -> tuple[Diagnostic, ...]:
    """Why a plan cannot be built: what is wrong with the file might be missing from the brief, unnoticed.

    A rule of the house's own that broke is no fault of the plan's.
    """
    live = [one for one in found if one.accepted is None and one.severity is Severity.ERROR]
    plans_own = (
        one for one in live if one.kind is Kind.STRUCTURE and one.code != house_rule_failed.RULE.code
    )
    return tuple(live if strict else plans_own)


def _given(
    sitting: Sitting, loaded: Loaded, found: Iterable[Diagnostic], logo: str, audience: Audience
) -> Given:
    """What the briefs of a plan are made from, all of it cut for its reader, what all plans share, too."""
    scope, shared = sitting.scope, sitting.scope.shared
    seen = known_to(shared.people, shared.catalogue, audience)
    view = cut(loaded.plan, audience, seen.hidden)
    findings = tuple(_told(sitting, loaded, view, found))
    before = next(iter(scope.series.before(loaded.source)), None)
    earlier = sitting.shelf.get(before) if before else None
    return given(
        view,
        run=msgspec.structs.replace(
            run(scope),
            logo=logo,
            as_of=judged_at(scope, loaded),
            gaps=sum(one.kind is Kind.GAP and one.accepted is None for one in findings),
            waived=tuple(
                Waived(scope.book.by_code[one.code].title, one.pointer, one.accepted)
                for one in findings
                if one.accepted
            ),
            open_questions=0 if audience is Audience.CUSTOMER else open_questions(view.plan),
        ),
        people=seen.people,
        catalogue=seen.catalogue,
        earlier=cut(earlier.plan, audience, seen.hidden) if earlier and earlier.readable else None,
    )


def _told(sitting: Sitting, loaded: Loaded, view: View, found: Iterable[Diagnostic]) -> Iterator[Told]:
    """What a plan's reader is told of the findings on it; what a check finds is nothing for a customer."""
    if view.audience is Audience.PRIVATE:
        yield from (Told(one.code, one.kind, one.pointer or "", one.accepted) for one in found)
    elif view.audience is not Audience.CUSTOMER:
        yield from told(msgspec.structs.replace(sitting, reader=view.audience), loaded, view.plan)


def run(scope: Scope) -> Run:
    """What a run states in all briefs."""
    settings = scope.settings
    return Run(
        as_of=scope.as_of,
        supplier=settings.supplier,
        currency=settings.currency,
        accent=settings.accent,
        fiscal_year_start=settings.fiscal_year_start,
        speech=Speech(settings.locale),
        health=settings.health,
        matrices=settings.matrices,
        kamc=__version__,
    )


def _documents(
    told: Callable[[Audience], Given], wanted: Wanted, faults: dict[str, WrongTemplateError]
) -> Iterator[Rendered]:
    """The documents of every brief, from what its reader may see, or of what the brief is made of."""
    for brief in wanted.readable:
        try:
            held, forms = told(brief.of or wanted.audience), wanted.formats
            yield from tuple(rendered(held, brief, wanted.templates, forms=forms, house=wanted.house))
        except WrongTemplateError as fault:
            faults[brief.name] = fault


def in_formats(one: Rendered, path: str, formats: Iterable[str]) -> Iterator[Output]:
    """A document in those of the formats that it comes in; its files are called `path` and their ending."""
    made = {"md": one.markdown.encode(), "html": one.html.encode(), **one.papers}
    yield from (Output(f"{path}.{form}", made[form]) for form in formats if form in made)


def _entry(loaded: Loaded, told: Given, documents: tuple[Document, ...]) -> IndexEntry:
    """The line of a plan in an index."""
    account = loaded.account or ""
    return IndexEntry(
        account=account,
        name=known(told.plan.name) or account,
        period=str(loaded.period),
        status=known(told.plan.status) or "",
        owner=told.owner,
        stand=known(told.plan.summary.stand) or "",
        documents=documents,
        gaps=told.run.gaps,
    )


def _is_named(loaded: Loaded) -> bool:
    """Whether a plan's account and quarter make safe file names."""
    return loaded.account is not None and matches(ID_SHAPE, loaded.account) and loaded.period is not None
