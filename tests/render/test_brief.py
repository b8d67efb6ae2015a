"""Whole briefs: what they must hold for any plan, and how two of them look."""

import html.parser
import itertools
import re

import pytest
from hypothesis import HealthCheck, given, settings
from pytest_regressions.file_regression import FileRegressionFixture

from kamc.audience import cut
from kamc.brief import given as told
from kamc.model.fields import Audience
from kamc.render import Rendered
from tests.render.briefs import RUN, document, one, rendered
from tests.strategies import SHARED, plan_data, plan_of

PRIVATE, TEAM, CUSTOMER = Audience
STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
"""The style is the same on every page: it has no place in what is compared."""
VOID = {"meta", "br", "hr", "img", "link", "input"}
HEADER = {
    "kamc": 1,
    "account": "brevik-board",
    "name": "Brevik Board",
    "period": "2026-Q4",
    "status": "draft",
    "profile": "short",
    "owner": "solveig-aas",
}
circles = pytest.mark.parametrize("audience", Audience, ids=lambda one: one.word)


class Page(html.parser.HTMLParser):
    """A page, read strictly: every element is closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def count(self, tag: str) -> int:
        return sum(1 for one, _ in self.tags if one == tag)

    def ids(self) -> list[str]:
        return [one for _, attrs in self.tags if (one := attrs.get("id"))]


def sound(made: Rendered) -> Page:
    """A page that is what every page must be."""
    page = Page(made.html)
    assert page.count("h1") == 1
    assert page.count("script") == page.count("iframe") == page.count("img") == 0
    assert len(set(page.ids())) == len(page.ids())
    assert {attrs["href"][1:] for tag, attrs in page.tags if tag == "a" and attrs["href"]} <= set(page.ids())
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert page.count("table") == page.count("caption")
    assert not any(name.startswith("on") for _, attrs in page.tags for name in attrs)
    return page


@pytest.mark.parametrize("form", ["markdown", "html"])
@pytest.mark.parametrize(
    ("name", "audience"),
    [("short", TEAM), ("extended", PRIVATE), ("extended", TEAM), ("extended", CUSTOMER)],
    ids=lambda one: getattr(one, "word", one),
)
def test_a_brief_looks_so(
    name: str, audience: Audience, form: str, file_regression: FileRegressionFixture
) -> None:
    text = getattr(rendered(name, audience), form)
    extension = {"markdown": ".md", "html": ".html"}[form]
    file_regression.check(
        STYLE.sub("<style></style>", text), basename=f"{name}-{audience.word}", extension=extension
    )


@circles
@pytest.mark.parametrize("name", ["short", "extended"])
def test_a_page_is_sound(name: str, audience: Audience) -> None:
    page = sound(rendered(name, audience))
    policy = [
        attrs["content"] for tag, attrs in page.tags if attrs.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(plan_data())
def test_every_plan_has_a_brief(data: object) -> None:
    for audience in Audience:
        view = cut(plan_of(data), audience)
        made = one(told(view, run=RUN, people=SHARED.people, catalogue=SHARED.catalogue))
        sound(made)
        assert made.markdown.startswith("# ")


@circles
def test_the_same_plan_makes_the_same_bytes(audience: Audience) -> None:
    assert rendered("extended", audience) == rendered("extended", audience)


def test_markdown_holds_no_markup_and_no_figures() -> None:
    text = rendered("extended", PRIVATE).markdown
    assert "```" not in text
    assert not re.search(r"<[a-z/]", text)


def test_readers_see_names_and_never_ids() -> None:
    for text in (rendered("extended", PRIVATE).markdown, rendered("short").markdown):
        assert not re.search(
            r"\b(solveig-aas|machine-4-ramp|retention-aid|jorunn-eide|kemtron|gerd-hollenbach)\b", text
        )


HOSTILE = "<script>x</script> | `x` [y](javascript:z) {{ 7007*7007 }} ```kamc-end```\n# h\n\u202eabc"


def test_hostile_text_stays_text() -> None:
    data = {
        **HEADER,
        "name": HOSTILE,
        "summary": {"stand": HOSTILE, "because": HOSTILE},
        "decisions_wanted": [HOSTILE],
        "account_knowledge": {
            "success_factors": {"one": {"what": HOSTILE, "measured_by": HOSTILE}},
            "situation": HOSTILE,
        },
        "relationships": {
            "buying_center": {
                "a": {"name": HOSTILE, "influences": {"b": HOSTILE}},
                "b": {"name": HOSTILE, "reports_to": "a"},
            }
        },
        "account_as_market": {
            "segments": {"north": HOSTILE},
            "competitors": {"rival": {"name": HOSTILE}},
            "open_space": {"north": {"pumps": "rival"}},
            "share_of_wallet": {"all": {"spend": "1M", "competitors": {"rival": "0.5M"}}},
        },
        "account_plan": {"activities": {"act": {"what": HOSTILE}}},
    }
    page = sound(document(data))
    plain = sound(document({**HEADER, "name": "x"}))
    assert "<script>x</script>" in "".join(page.words)
    assert {attrs.get("href") for tag, attrs in page.tags if tag == "a"} >= {
        attrs.get("href") for tag, attrs in plain.tags if tag == "a"
    }
    assert "7007*7007" in "".join(page.words)
    assert "49098049" not in "".join(page.words)


def test_a_name_cannot_leave_the_style_sheet() -> None:
    page = sound(document({**HEADER, "name": '"}</style><script>x</script>'}))
    assert page.count("style") == 1


def test_the_customer_reads_no_verdicts() -> None:
    made = rendered("extended", CUSTOMER)
    for word in ("◆", "◇", "overdue", "Open questions", "Nothing of ours", "Source:", "in review", "gap"):
        assert word not in made.markdown
