"""The portfolio brief: all accounts on one page, each by its latest plan, and no plan kept."""

from collections.abc import Iterable, Iterator

import msgspec

from kamc.analysis.standing import Standing, standing
from kamc.analysis.sums import priced
from kamc.audience import Known, cut, known
from kamc.brief import Run, Sheet
from kamc.brief.book import PORTFOLIO
from kamc.brief.portfolio import Asked, PortfolioBrief, portfolio
from kamc.brief.portfolio.given import Leads
from kamc.engine.pack import run
from kamc.engine.read import Loaded, read_from
from kamc.engine.scope import Scope, judged_at
from kamc.model.fields import Audience
from kamc.render import House, Rendered, Templates, document_of
from kamc.workspace import Source


class Portfolio(msgspec.Struct, frozen=True, kw_only=True):
    """The document, of how many accounts it tells, and the plans that could not be read."""

    document: Rendered
    accounts: int
    unread: tuple[str, ...]


def portfolio_brief(
    scope: Scope,
    plans: Iterable[Loaded],
    audience: Audience,
    templates: Templates = Templates(),  # noqa: B008  frozen
    *,
    forms: Iterable[str] = (),
    house: House = House(),  # noqa: B008  frozen
    logo: str = "",
    leads: Leads | None = None,
) -> Portfolio:
    """The brief over some plans, one an account. Each is told and forgotten before the next one is asked for.

    `leads` says where the briefs of accounts lie, for their names to lead there.

    Raises `WrongTemplateError`, and `ValueError` for a customer.
    """
    seen = known(scope.shared.people, scope.shared.catalogue, audience)
    standings: list[Standing] = []
    unread: list[str] = []
    flawed: list[str] = []
    for loaded in plans:
        if not loaded.readable:
            unread.append(loaded.source.path)
            continue
        if not loaded.sound:
            flawed.append(loaded.source.path)
        standings.append(_standing(scope, loaded, audience, seen))
    asked = Asked(
        audience=audience,
        rates=scope.settings.rates,
        limits=scope.settings.limits,
        people=seen.people,
        accounts=len(scope.shared.accounts) if scope.shared.accounts else None,
        unread=tuple(unread),
        flawed=tuple(flawed),
        leads=leads or {},
    )
    told, shown = _shown(scope, standings, asked, logo)
    sheet = Sheet(title=shown.scope, shown=shown, say=shown.stand, figures=shown.figures)
    made = document_of(PORTFOLIO, sheet, shown.header, told, templates, forms=forms, house=house)
    return Portfolio(
        document=msgspec.structs.replace(made, title=told.speech.say("Portfolio")),
        accounts=len(standings),
        unread=tuple(unread),
    )


def streamed(scope: Scope, plans: Iterable[Source | Loaded]) -> Iterator[Loaded]:
    """Plans, each read when it is asked for, and emptied once the next one is."""
    for one in plans:
        loaded = one if isinstance(one, Loaded) else read_from(scope.workspace, one)
        yield loaded
        vars(loaded.plan).clear()  # its steps keep the plan, and it keeps them: a circle that nobody collects


def _standing(scope: Scope, loaded: Loaded, audience: Audience, shared: Known) -> Standing:
    """How an account stands. Its file's place says whose plan it is, where there is no header to say so."""
    settings, seen = scope.settings, cut(loaded.plan, audience, shared.hidden)
    view = priced(seen, settings.currency or "")
    found = standing(view, judged_at(scope, loaded), settings.health, settings.matrices)
    for plan in (seen.plan, view.plan):
        vars(plan).clear()  # as in `streamed`
    account = loaded.account or loaded.source.path
    return msgspec.structs.replace(
        found, account=account, name=found.name or account, period=str(loaded.period or "")
    )


def _shown(
    scope: Scope, standings: Iterable[Standing], asked: Asked, logo: str
) -> tuple[Run, PortfolioBrief]:
    told = msgspec.structs.replace(run(scope), logo=logo)
    return told, portfolio(tuple(standings), run=told, asked=asked)
