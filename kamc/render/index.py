"""The index of a build: accounts with their quarters, linked, with what each lacks; a page can be searched.

The search is the only script of all pages: the page's policy names it by its hash, so that no other one runs,
and without it the page shows all that it has.
"""

import base64
import hashlib
from collections.abc import Mapping, Sequence

import msgspec
from markupsafe import Markup

from kamc.brief import Run
from kamc.brief.shown import joined
from kamc.model.fields import Audience
from kamc.render.brief import Rendered
from kamc.render.markdown import document, href
from kamc.render.page import page
from kamc.render.templates import BRIEF_ENDS, PAGE, Templates
from kamc.speech import Speech
from kamc.speech.format import sentence

NAME = "index"
SCRIPT = "index.js"
MOST_LACKS = 3
"""What an account lacks is told first by so many sentences."""


class Document(msgspec.Struct, frozen=True):
    """A document of a pack: what it is called, and its path from the index by `md` and `html`."""

    title: str
    files: Mapping[str, str]


class IndexEntry(msgspec.Struct, frozen=True, kw_only=True):
    """The pack of one plan: `owner` is a name, the first of the documents is the main one.

    `lacks` says what is missing, what matters most first; of the same thing missing twice, `gaps` counts two.
    """

    account: str
    name: str
    period: str
    status: str = ""
    owner: str = ""
    stand: str = ""
    documents: tuple[Document, ...] = ()
    gaps: int = 0
    bucket: str = ""
    lacks: tuple[str, ...] = ()


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
    gaps: str


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """An account with its quarters, the latest first, and what the latest says of it.

    `lacks` are the first sentences on what is missing, `further` the others, which `more` counts.
    """

    name: str
    owner: str
    stand: str
    bucket: str
    lacks: tuple[str, ...]
    further: tuple[str, ...]
    more: str
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
    say = run.speech.say
    title = say("{supplier}: account plans", supplier=run.supplier) if run.supplier else say("Account plans")
    internal = audience is not Audience.CUSTOMER
    as_of = say("As of {day}", day=run.speech.day(run.as_of))
    shared = {"title": title, "as_of": as_of}
    markdown = document(
        templates,
        NAME + BRIEF_ENDS,
        run=run,
        page=False,
        accounts=_accounts(entries, "md", run.speech, internal=internal),
        portfolio=_across(portfolio, "md"),
        **shared,
    )
    accounts = _accounts(entries, "html", run.speech, internal=internal)
    script = templates.used(PAGE, SCRIPT) if internal and len(accounts) > 1 else ""
    html = page(
        templates,
        NAME,
        run=run,
        accounts=accounts,
        portfolio=_across(portfolio, "html"),
        running=joined((title, say("as of {day}", day=run.speech.day(run.as_of)))),
        script=Markup(script),  # noqa: S704  a template's own
        policy=f"; script-src 'sha256-{_hash(script)}'" if script else "",
        **shared,
    )
    return Rendered(stem=NAME, title=title, markdown=markdown, html=html)


def _across(portfolio: Document | None, form: str) -> Linked | None:
    return Linked(portfolio.title, _href(_path(portfolio, form))) if portfolio else None


def _hash(script: str) -> str:
    """What a policy knows a script by."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _accounts(
    entries: Sequence[IndexEntry], form: str, speech: Speech, *, internal: bool
) -> tuple[Account, ...]:
    by_account: dict[str, list[IndexEntry]] = {}
    for one in entries:
        by_account.setdefault(one.account, []).append(one)
    accounts = (
        _account(sorted(held, key=lambda one: one.period, reverse=True), form, speech, internal=internal)
        for held in by_account.values()
    )
    return tuple(sorted(accounts, key=lambda one: one.name.casefold()))


def _account(entries: Sequence[IndexEntry], form: str, speech: Speech, *, internal: bool) -> Account:
    latest = entries[0]
    lacks = latest.lacks if internal else ()
    left = latest.gaps - min(len(lacks), MOST_LACKS)
    return Account(
        name=latest.name,
        owner=latest.owner,
        stand=latest.stand,
        bucket=sentence(speech.word(latest.bucket)) if internal and latest.bucket else "",
        lacks=lacks[:MOST_LACKS],
        further=lacks[MOST_LACKS:],
        more=speech.count(left, "and {n} more", "and {n} more") if lacks and left > 0 else "",
        quarters=tuple(_quarter(one, form, speech, internal=internal) for one in entries),
    )


def _quarter(one: IndexEntry, form: str, speech: Speech, *, internal: bool) -> Quarter:
    linked = [Linked(held.title, _href(_path(held, form))) for held in one.documents]
    return Quarter(
        period=speech.quarter(one.period),
        status=speech.word(one.status) if internal and one.status else "",
        href=linked[0].href if linked else "",
        others=tuple(linked[1:]),
        gaps=speech.count(one.gaps, "{n} gap", "{n} gaps") if internal and one.gaps else "",
    )


def _path(one: Document, form: str) -> str:
    return one.files.get(form) or min(one.files.values(), default="")


def _href(path: str) -> Markup:
    return href(path) if path else Markup("")
