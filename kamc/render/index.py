"""The index of a build: accounts with their quarters, linked, with one line each."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

import msgspec
from markupsafe import Markup

from kamc.brief import Run
from kamc.model.fields import Audience
from kamc.render.brief import Rendered
from kamc.render.markdown import document
from kamc.render.page import page
from kamc.render.templates import BRIEF_ENDS, Templates
from kamc.speech.format import quarter, words

NAME = "index"


class Document(msgspec.Struct, frozen=True):
    """A document of a pack: what it is called, and its path from the index by `md` and `html`."""

    title: str
    files: Mapping[str, str]


class IndexEntry(msgspec.Struct, frozen=True, kw_only=True):
    """The pack of one plan: `owner` is a name, the first of the documents is the main one."""

    account: str
    name: str
    period: str
    status: str = ""
    owner: str = ""
    stand: str = ""
    documents: tuple[Document, ...] = ()
    gaps: int = 0


class Linked(msgspec.Struct, frozen=True):
    """A document as the index links to it."""

    title: str
    href: str


class Quarter(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the index: the main document behind the quarter, the others by name."""

    period: str
    status: str
    href: str
    others: tuple[Linked, ...]
    gaps: int


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """An account with its quarters, the latest first, and what the latest says of it."""

    name: str
    owner: str
    stand: str
    quarters: tuple[Quarter, ...]


def index(
    entries: Sequence[IndexEntry],
    *,
    run: Run,
    audience: Audience = Audience.TEAM,
    templates: Templates = Templates(),  # noqa: B008  frozen
    portfolio: Document | None = None,
) -> Rendered:
    """The index over `entries` in both forms, each linking to the files of its own form.

    `portfolio` is the brief over all accounts, where there is one beside the index.
    """
    title = f"{run.supplier}: account plans" if run.supplier else "Account plans"
    internal = audience is not Audience.CUSTOMER
    shared = {"title": title, "as_of": run.speech.day(run.as_of)}
    markdown = document(
        templates,
        NAME + BRIEF_ENDS,
        run=run,
        page=False,
        accounts=_accounts(entries, "md", internal=internal),
        portfolio=_across(portfolio, "md"),
        **shared,
    )
    html = page(
        templates,
        NAME,
        run=run,
        accounts=_accounts(entries, "html", internal=internal),
        portfolio=_across(portfolio, "html"),
        running=f"{title} · as of {shared['as_of']}",
        **shared,
    )
    return Rendered(stem=NAME, title=title, markdown=markdown, html=html)


def _across(portfolio: Document | None, form: str) -> Linked | None:
    return Linked(portfolio.title, _href(_path(portfolio, form))) if portfolio else None


def _accounts(entries: Sequence[IndexEntry], form: str, *, internal: bool) -> tuple[Account, ...]:
    by_account: dict[str, list[IndexEntry]] = {}
    for one in entries:
        by_account.setdefault(one.account, []).append(one)
    accounts = (
        _account(sorted(held, key=lambda one: one.period, reverse=True), form, internal=internal)
        for held in by_account.values()
    )
    return tuple(sorted(accounts, key=lambda one: one.name.casefold()))


def _account(entries: Sequence[IndexEntry], form: str, *, internal: bool) -> Account:
    latest = entries[0]
    return Account(
        name=latest.name,
        owner=latest.owner,
        stand=latest.stand,
        quarters=tuple(_quarter(one, form, internal=internal) for one in entries),
    )


def _quarter(one: IndexEntry, form: str, *, internal: bool) -> Quarter:
    linked = [Linked(held.title, _href(_path(held, form))) for held in one.documents]
    return Quarter(
        period=quarter(one.period),
        status=words(one.status) if internal else "",
        href=linked[0].href if linked else "",
        others=tuple(linked[1:]),
        gaps=one.gaps if internal else 0,
    )


def _path(one: Document, form: str) -> str:
    return one.files.get(form) or min(one.files.values(), default="")


def _href(path: str) -> Markup:
    """A path as a relative address; nothing in it can end a link or begin a scheme."""
    return Markup(quote("./" + path, safe="/.-_")) if path else Markup("")  # noqa: S704  quoted: no sign of Markdown or HTML is left
