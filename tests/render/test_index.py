"""The index of a build."""

import base64
import hashlib
import re

import msgspec

from kamc.model.fields import Audience
from kamc.render import Document, IndexEntry, Rendered, index
from kamc.speech import Speech
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
        entry(
            "alpha",
            "2026-Q4",
            status="draft",
            gaps=5,
            bucket="co-create",
            lacks=("One", "Two", "<3>", "Four"),
        ),
    )
    return index(entries, run=RUN, audience=audience)


def test_accounts_by_name_and_the_latest_quarter_first() -> None:
    assert made().markdown.replace("\u00a0", " ") == (
        "# Hydrosan: account plans\n\nAs of 20 Oct 2026\n\n"
        "## Alpha\n\nCo-create\n\nIt lacks:\n\n- One\n- Two\n- \\<3\\>\n- and 2 more\n\nBriefs:\n\n"
        "- [Q4 2026](./alpha/2026-Q4/account-plan.md) · draft · 5 gaps\n\n"
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
    assert "<li>&lt;3&gt;</li>" in text
    assert "<summary>and 2 more</summary>" in text
    assert "<li>Four</li>" in text


def test_the_search_is_the_only_script_and_named_by_its_hash() -> None:
    text = made().html
    [script] = re.findall(r"<script>(.*)</script>", text, re.DOTALL)
    hashed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f'; script-src &#39;sha256-{hashed}&#39;">' in text
    assert '<div class="find" role="search" hidden>' in text


def test_one_account_needs_no_search() -> None:
    assert "<script" not in index([entry("alpha", "2026-Q4")], run=RUN).html


def test_a_customer_reads_neither_status_nor_gaps_and_has_nothing_to_search() -> None:
    document = made(Audience.CUSTOMER)
    for text in (document.markdown, document.html.partition("<body>")[2]):
        for word in ("gap", "draft", "Co-create", "Two", "script", "search"):
            assert word not in text
    assert "script" not in document.html.partition("<style>")[0]


def test_it_speaks_the_languages_of_the_workspace() -> None:
    run = msgspec.structs.replace(RUN, speech=Speech("de"))
    text = index([entry("alpha", "2026-Q4", status="draft", gaps=1)], run=run).html
    assert '<html lang="de">' in text
    assert "20.10.2026" in text


def test_no_path_ends_a_link() -> None:
    odd = IndexEntry(
        account="a",
        name="A",
        period="2026-Q4",
        documents=(Document("A", {"md": "a b)/[x](javascript:y).md"}),),
    )
    assert "](./a%20b%29/%5Bx%5D%28javascript%3Ay%29.md)" in index([odd], run=RUN).markdown
