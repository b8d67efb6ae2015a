"""The index of a build: accounts with their quarters, linked, with one line each."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

import msgspec
from markupsafe import Markup

from kamc.brief import Run
from kamc.brief.format import day, quarter, words
from kamc.model.fields import Audience
from kamc.render.brief import Rendered
from kamc.render.markdown import environment, tidy
from kamc.render.page import page


class IndexEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One brief of a build: `owner` is a name, `files` maps `md` and `html` to paths from the index."""

    account: str
    name: str
    period: str
    status: str = ""
    owner: str = ""
    stand: str = ""
    files: Mapping[str, str] = {}
    gaps: int = 0


class Quarter(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the index."""

    period: str
    status: str
    href: str
    gaps: int


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """An account with its quarters, the latest first, and what the latest says of it."""

    name: str
    owner: str
    stand: str
    quarters: tuple[Quarter, ...]


def index(entries: Sequence[IndexEntry], *, run: Run, audience: Audience = Audience.TEAM) -> Rendered:
    """The index over `entries` in both forms, each linking to the files of its own form."""
    title = f"{run.supplier}: account plans" if run.supplier else "Account plans"
    internal = audience is not Audience.CUSTOMER
    shared = {"run": run, "title": title, "as_of": day(run.as_of)}
    markdown = (
        environment(page=False)
        .get_template("index.md.j2")
        .render(accounts=_accounts(entries, "md", internal=internal), **shared)
    )
    html = page(
        "index.html.j2",
        accent=run.accent,
        accounts=_accounts(entries, "html", internal=internal),
        running=f"{title} · as of {shared['as_of']}",
        **shared,
    )
    return Rendered(markdown=tidy(markdown), html=html, title=title)


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
    return Quarter(
        period=quarter(one.period),
        status=words(one.status) if internal else "",
        href=_href(one.files.get(form) or min(one.files.values(), default="")),
        gaps=one.gaps if internal else 0,
    )


def _href(path: str) -> Markup:
    """A path as a relative address; nothing in it can end a link or begin a scheme."""
    return Markup(quote("./" + path, safe="/.-_")) if path else Markup("")  # noqa: S704  quoted: no sign of Markdown or HTML is left
