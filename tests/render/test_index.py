"""The index of a build."""

from kamc.model.fields import Audience
from kamc.render import Document, IndexEntry, Rendered, index
from tests.render.briefs import RUN


def entry(account: str, period: str, name: str = "", **more: object) -> IndexEntry:
    documents = tuple(
        Document(title, {form: f"{account}/{period}/{stem}.{form}" for form in ("md", "html")})
        for title, stem in (("Account plan", "account-plan"), ("A talk", "talk"))
    )
    return IndexEntry(
        account=account,
        name=name or account.title(),
        period=period,
        documents=documents[: 1 if account == "alpha" else 2],
        **more,  # type: ignore[arg-type]
    )


def made(audience: Audience = Audience.TEAM) -> Rendered:
    entries = (
        entry("zeta", "2026-Q3", stand="old"),
        entry("zeta", "2026-Q4", "Zeta <b>", stand="new", status="in-review", owner="Solveig Ås", gaps=2),
        entry("alpha", "2026-Q4", status="draft", gaps=1),
    )
    return index(entries, run=RUN, audience=audience)


def test_accounts_by_name_and_the_latest_quarter_first() -> None:
    assert made().markdown.replace("\u00a0", " ") == (
        "# Hydrosan: account plans\n\nAs of 20 Oct 2026\n\n"
        "## Alpha\n\n- [Q4 2026](./alpha/2026-Q4/account-plan.md) · draft · 1 gap\n\n"
        "## Zeta \\<b\\>\n\nSolveig Ås\n\nnew\n\n"
        "- [Q4 2026](./zeta/2026-Q4/account-plan.md) · in review · 2 gaps\n"
        "  - [A talk](./zeta/2026-Q4/talk.md)\n"
        "- [Q3 2026](./zeta/2026-Q3/account-plan.md)\n"
        "  - [A talk](./zeta/2026-Q3/talk.md)\n"
    )


def test_the_page_links_to_pages() -> None:
    text = made().html
    assert '<a href="./zeta/2026-Q4/account-plan.html">' in text
    assert "Zeta &lt;b&gt;" in text
    assert "<script" not in text


def test_a_customer_reads_neither_status_nor_gaps() -> None:
    text = made(Audience.CUSTOMER).markdown
    assert "gap" not in text
    assert "draft" not in text


def test_no_path_ends_a_link() -> None:
    odd = IndexEntry(
        account="a",
        name="A",
        period="2026-Q4",
        documents=(Document("A", {"md": "a b)/[x](javascript:y).md"}),),
    )
    assert "](./a%20b%29/%5Bx%5D%28javascript%3Ay%29.md)" in index([odd], run=RUN).markdown
