"""The pack of one plan: every brief that is wanted, in every format, as its reader may see it."""

import datetime as dt
import functools
from collections.abc import Callable, Iterable, Iterator

import msgspec

from kamc import __version__
from kamc.analysis.questions import open_questions
from kamc.audience import Known, View, cut
from kamc.audience import known as known_to
from kamc.brief import Brief, Given, Run, Waived, given
from kamc.brief.book import BRIEFS
from kamc.diagnostics import Diagnostic, Kind, Severity, pointer
from kamc.engine.diff import compare
from kamc.engine.judge import Sitting, judge, told
from kamc.engine.lacking import Gap, lacking, of_diagnostics, of_judged
from kamc.engine.read import Loaded
from kamc.engine.scope import Scope, judged_at
from kamc.engine.withheld import withheld
from kamc.model.change import Diff
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


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader may see of what plans share and of the plan; gaps and waivers that they are told of."""

    shared: Known
    view: View
    gaps: tuple[Gap, ...] = ()
    waived: tuple[Waived, ...] = ()


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
    seen_by = functools.cache(functools.partial(seen_for, sitting, loaded, found))
    given_by = functools.cache(lambda audience: given_for(sitting, loaded, seen_by(audience), wanted.logo))
    held = given_by(wanted.audience)
    faults: dict[str, WrongTemplateError] = {}
    made = tuple(_documents(given_by, wanted, faults))
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
        entry=_entry(loaded, held, seen_by(wanted.audience).gaps, documents),
        as_of=held.run.as_of,
        passes=not reasons(found, strict=True),
        outputs=(*(output for _, outputs in shown for output in outputs), *beside),
        faults=tuple(faults.values()),
        failed=frozenset(faults),
        unset="".join(one.unset for one in made),
        withheld=withheld(loaded.plan, held.plan),
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


def given_for(sitting: Sitting, loaded: Loaded, seen: Seen, logo: str) -> Given:
    """What the briefs of a plan are made from, all of it cut for its reader, what all plans share, too."""
    scope, audience = sitting.scope, seen.view.audience
    before = next(iter(scope.series.before(loaded.source)), None)
    earlier = sitting.shelf.get(before) if before else None
    return given(
        seen.view,
        run=msgspec.structs.replace(
            run(scope),
            logo=logo,
            as_of=judged_at(scope, loaded),
            gaps=len(seen.gaps),
            waived=seen.waived,
            open_questions=0 if audience is Audience.CUSTOMER else open_questions(seen.view.plan),
        ),
        people=seen.shared.people,
        catalogue=seen.shared.catalogue,
        earlier=cut(earlier.plan, audience, seen.shared.hidden) if earlier and earlier.readable else None,
        telling=functools.partial(_whole, sitting, earlier, loaded, audience) if earlier else None,
    )


def _whole(sitting: Sitting, earlier: Loaded, loaded: Loaded, audience: Audience) -> Diff:
    """What changed since the quarter before, in the workspace's language."""
    speech = Speech(sitting.scope.settings.locale)
    return compare(sitting.scope, earlier, loaded, audience=audience, speech=speech, shelf=sitting.shelf)


def seen_for(sitting: Sitting, loaded: Loaded, found: Iterable[Diagnostic], audience: Audience) -> Seen:
    """A plan and what all plans share, as a reader may see them."""
    shared = known_to(sitting.scope.shared.people, sitting.scope.shared.catalogue, audience)
    view = cut(loaded.plan, audience, shared.hidden)
    if audience is Audience.CUSTOMER:  # what a check finds is nothing for them
        return Seen(shared=shared, view=view)
    if audience is Audience.PRIVATE:
        lacks = of_diagnostics(found)
        accepted = [(one.code, one.pointer or "", one.accepted) for one in found]
    else:
        heard = told(msgspec.structs.replace(sitting, reader=audience, seen=shared), loaded, view.plan)
        lacks = of_judged(heard)
        accepted = [(one.finding.code, pointer(one.finding.at), one.accepted) for one in heard]
    rules = sitting.scope.book.by_code
    waived = tuple(Waived(rules[code].title, at, waiver) for code, at, waiver in accepted if waiver)
    return Seen(shared=shared, view=view, gaps=lacks, waived=waived)


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


def _entry(loaded: Loaded, told: Given, gaps: tuple[Gap, ...], documents: tuple[Document, ...]) -> IndexEntry:
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
        gaps=len(gaps),
        lacks=lacking(gaps),
        bucket=(known(told.plan.selection.bucket) or "") if told.internal else "",
    )


def _is_named(loaded: Loaded) -> bool:
    """Whether a plan's account and quarter make safe file names."""
    return loaded.account is not None and matches(ID_SHAPE, loaded.account) and loaded.period is not None
