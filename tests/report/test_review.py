"""A review as its readers see it: a bad quarter told, hostile words, a pull request that is too large."""

import datetime as dt
import pathlib
import re
import shutil

import msgspec
import pytest
from markdown_it import MarkdownIt
from pytest_regressions.file_regression import FileRegressionFixture

from kamc.diagnostics import Waiver
from kamc.model.change import Change, Diff, Figure, Promised, Side
from kamc.report import review_json, review_markdown, review_text
from kamc.report.review import Briefs, Called, Decision, Review, Reviewed
from kamc.report.review_questions import MOST, questions
from tests.engine.test_hostile_text import WORST
from tests.findings import finding
from tests.workspaces import Place

ROOT = pathlib.Path(__file__).parents[2]
LEFT = 'status: left\n      ended: 2026-11-20\n      why: "Took the package; gone since 20 November."'
REASON = (
    'accepted: {objective-lowered: {why: "Hollin Bank is offered, and nobody signs before the sale", '
    "by: david-okoro, until: 2027-03-31}}"
)
RIVAL = 'quayline: {strengths: ["A warehouse beside the heliport"], strategy: "Parts and crews in one hand."}'
STORY: dict[str, tuple[tuple[str, str], ...]] = {
    "plans/brackwell-petroleum/2026-Q4.yaml": (
        ("      promoter: inner-salesperson\n", f"      promoter: inner-salesperson\n      {LEFT}\n"),
        ("decider\n      stance: constructive-critic", "decider\n      stance: opponent"),
        ("target: 180k, by: 2027-07-31}", f"target: 90k, by: 2027-12-31, {REASON}}}"),
        ("probability: 30, closes: 2027-03-31", "probability: 10, closes: 2027-09-30"),
        ("ours: 2.3M, competitors: {ostrevik: 0.8M}", "ours: 1.6M, competitors: {ostrevik: 1.5M}"),
        ("    ostrevik: {strengths:", f"    {RIVAL}\n    ostrevik: {{strengths:"),
    ),
    "plans/gruenau-heat/2026-Q4.yaml": (("status: in-review", "status: approved"),),
    "plans/lyrane-energy/2026-Q4.yaml": (("retention: 94", "retention: 95"),),
}
"""A bad quarter, as its account manager would write it down, and two plans that hardly change."""

SIDE = Side(account="hafen-spedition", name="Hafen-Spedition", period="2026-Q4", path="plans/a/2026-Q4.yaml")
LOST = Change(
    kind="changed", entity="member", id="jan-ostrow",
    message="Jan Ostrow (decider), stance: supporter → opponent",
    subject="Jan Ostrow (decider)", name="Jan Ostrow", field="stance", effect="worse", topic="decider",
    old="supporter", new="opponent", new_at=("relationships", "buying_center", "jan-ostrow", "stance"),
)  # fmt: skip
PARSER = MarkdownIt("gfm-like", {"html": True, "linkify": False})
OURS = re.compile(
    r"<summary>[\w ,:▼▲·]*</summary>|</?details>|</?sub>|<br>|<!-- kamc-review( [0-9a-f]{12})? -->|\s"
)


def plan(*changes: Change, **more: object) -> Reviewed:
    told = Reviewed(fate="changed", side=SIDE, diff=Diff(old=SIDE, new=SIDE, changes=changes))
    return msgspec.structs.replace(told, **more)


def review(*plans: Reviewed, **more: object) -> Review:
    told = Review(base="origin/main", fork="0" * 40, as_of=dt.date(2026, 11, 24), plans=plans)
    return msgspec.structs.replace(told, **more)


@pytest.fixture
def story(nowhere: Place) -> Place:
    """The worked example on a branch where a bad quarter was written down."""
    shutil.copytree(ROOT / "plans", nowhere.root / "plans")
    shutil.copy2(ROOT / "kamc.yaml", nowhere.root)
    nowhere.commit()
    nowhere.git("update-ref", "refs/remotes/origin/main", "HEAD")
    for path, edits in STORY.items():
        for edit in edits:
            nowhere.edit(path, *edit)
    return nowhere


@pytest.mark.parametrize(("form", "ending"), [("markdown", ".md"), ("text", ".txt"), ("json", ".json")])
def test_a_bad_quarter(story: Place, form: str, ending: str, file_regression: FileRegressionFixture) -> None:
    fork = story.git("rev-parse", "HEAD").strip()
    done = story.call("review", "--base", "origin/main", "--as-of", "2026-11-24", "--format", form)
    assert done.status == 1
    told = done.out.replace(fork, "0" * 40).replace(fork[:12], "0" * 12)
    file_regression.check(told, basename="bad-quarter", extension=ending)


@pytest.mark.parametrize("worst", WORST)
def test_words_of_a_plan_are_words(worst: str) -> None:
    """No HTML but ours, no link, no picture, no heading of theirs; nothing that a host would follow up."""
    change = msgspec.structs.replace(LOST, message=f"{worst} (decider)", name=worst, subject=worst)
    other = msgspec.structs.replace(change, topic="", field="influence", effect="neutral")
    side = msgspec.structs.replace(SIDE, name=worst, path=worst.replace("\n", " "))
    waiver = Waiver(why=worst, by="x", until="2027-03-31")
    promise = Promised(entity="activity", id="a", what=worst, by=worst, outcome="gone", message=worst)
    one = Reviewed(
        fate="renamed", side=side, old_path=worst, status=("draft", "approved"),
        diff=Diff(
            old=side, new=side, changes=(change, other), left_alone=(worst,),
            figures=(Figure(key="k", title=worst, unit="count", old=None, new=None, old_text=worst),),
            promises=(promise,),
        ),
        found=(finding(message=worst), finding(code="KAM301", slug="no-facilitator", message="x")),
        gone=(finding(message=worst),),
        decisions=(Decision(change=change, reason=waiver, who=worst),),
        briefs=Briefs(changed=(Called(name="joint-plan", title=worst),)),
    )  # fmt: skip
    text = review_markdown.report(review(one, plan(LOST), base=f"origin/{worst}", shared=(worst,)))
    tokens = [each for token in PARSER.parse(text) for each in (token, *(token.children or ()))]
    assert {token.type for token in tokens} & {"link_open", "image", "fence", "code_block", "hr"} == set()
    for token in tokens:
        if token.type in {"html_block", "html_inline"}:
            assert OURS.sub("", token.content) == "", token.content
    assert {token.tag for token in tokens if token.type == "heading_open"} <= {"h2", "h3"}
    assert not re.search(r"(?<![\w`])@\w|(?<!\w)#\d", text)
    assert text.count("<details>") == text.count("</details>")
    assert review_text.report(review(one, plan(LOST))).isprintable() is False  # it has lines
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x1b]", review_text.report(review(one)))


def test_a_comment_has_room_for_what_matters_of_every_plan() -> None:
    small = [
        msgspec.structs.replace(LOST, id=f"p{n}", topic="", message="Somebody moved " * 9) for n in range(40)
    ]
    plans = [
        plan(
            LOST,
            *small,
            side=msgspec.structs.replace(SIDE, name=f"Account {n:03}", path=f"plans/{n:03}.yaml"),
        )
        for n in range(60)
    ]
    text = review_markdown.report(review(*plans))
    assert len(text.encode("utf-16-le")) // 2 < 65_536
    assert text.count("### ▼") == 60, "every plan is told"
    assert text.count("<details>") == text.count("</details>")
    assert text.count("\n**What matters**\n") == 60
    assert re.search(
        r"\*\*\d+ sections more, for which a comment has no room:\*\* `kamc review --base`", text
    )
    assert text.endswith("as of 2026-11-24.</sub>\n")


def test_where_even_that_has_no_room_the_gravest_are_told() -> None:
    plans = [
        plan(
            msgspec.structs.replace(LOST, message=f"Jan Ostrow 😀 {'turned away ' * 40}"),
            side=msgspec.structs.replace(SIDE, name=f"Account {n:03}", path=f"plans/{n:03}.yaml"),
            decisions=(Decision(change=LOST),) * (n == 299),
        )
        for n in range(300)
    ]
    text = review_markdown.report(review(*plans))
    assert len(text.encode("utf-16-le")) // 2 < 65_536
    assert "### ▼ Account 299, 2026" in text
    assert "sections more" in text


def test_the_json_says_whether_there_is_news() -> None:
    assert '"plans": []' in review_json.report(review(plan()))
    assert '"plans": []' not in review_json.report(review(plan(LOST)))


def asked(*changes: Change, **more: object) -> tuple[str, ...]:
    return questions(plan(*changes, **more))


@pytest.mark.parametrize(
    ("change", "question"),
    [
        ({}, "What turned Jan Ostrow, and who of ours speaks with them next?"),
        (
            {"topic": "facilitator", "field": "roles"},
            (
                "Who at Hafen-Spedition speaks for us when we are not in the room, and by when do we have"
                " somebody new?"
            ),
        ),
        (
            {"entity": "opportunity", "topic": "slip", "field": "closes", "name": '"Night lanes"'},
            (
                "What has to happen at Hafen-Spedition before “Night lanes” can close, and who there makes it"
                " happen?"
            ),
        ),
        (
            {"entity": "objective", "topic": "slip", "field": "by", "name": '"Night sales."'},
            "What do we do differently from now on, so that “Night sales” does not slip again?",
        ),
        (
            {"entity": "objective", "topic": "objective", "field": "target", "name": '"Night sales"'},
            "What made us ask less of “Night sales”, and what would bring the old target back?",
        ),
        (
            {"entity": "objective", "topic": "objective", "field": "status", "name": '"Night sales"'},
            "Why was “Night sales” missed, and what takes its place?",
        ),
        (
            {"entity": "opportunity", "topic": "opportunity", "kind": "ended", "name": '"Night lanes"'},
            "What did losing “Night lanes” teach us, and where else does it count?",
        ),
        (
            {"entity": "competitor", "topic": "competitor", "kind": "added", "name": "Rapid Nord"},
            "What does Rapid Nord do for the success factors of Hafen-Spedition that we do not?",
        ),
        (
            {"entity": "wallet", "topic": "share", "field": "share"},
            "Where did the share go: to whom, for which of their needs, and why?",
        ),
        (
            {"entity": "success-factor", "topic": "success-factor", "kind": "ended", "name": '"Cold"'},
            "Did Hafen-Spedition tell us that “Cold” no longer matters, or do we assume it?",
        ),
        (
            {"entity": "success-factor", "topic": "success-factor", "kind": "added", "name": '"Cold"'},
            "What of ours helps Hafen-Spedition with “Cold”?",
        ),
    ],
    ids=lambda value: "" if isinstance(value, str) else "-".join(map(str, value.values())) or "decider",
)
def test_what_changed_is_asked_about(change: dict[str, str], question: str) -> None:
    assert asked(msgspec.structs.replace(LOST, **change)) == (question,)


def test_good_news_are_not_questioned() -> None:
    assert asked(msgspec.structs.replace(LOST, effect="better")) == ()


def test_findings_promises_and_what_was_left_alone_are_asked_about() -> None:
    promise = Promised(
        entity="activity", id="a", what="Send the log.", by="2026-09-30", outcome="gone", message="m"
    )
    diff = Diff(old=SIDE, new=SIDE, changes=(), promises=(promise,), left_alone=("open space", "selection"))
    told = asked(
        diff=diff,
        found=(finding(code="KAM301", slug="no-facilitator"),),
        briefs=Briefs(changed=(Called(name="joint-plan", title="Joint plan"),)),
    )
    assert told == (
        "Who at Hafen-Spedition could speak for us when we are not in the room?",
        "What do we tell them about “Send the log”, which was due 2026-09-30?",
        "Did anybody look at the open space and selection this quarter? Nothing is said anew.",
        "The page that Hafen-Spedition gets says something else now: has somebody read it as they will?",
    )


def test_an_approval_is_asked_about_before_its_findings() -> None:
    first, *_ = asked(
        status=("in-review", "approved"), found=(finding(code="KAM301", slug="no-facilitator"),)
    )
    assert first == "It is to be approved with 1 new finding: who answers for that?"


def test_few_questions_and_none_twice() -> None:
    members = [msgspec.structs.replace(LOST, id=f"p{n}", name=f"Person {n}") for n in range(7)]
    assert len(asked(*members)) == MOST
    assert len(asked(LOST, msgspec.structs.replace(LOST, field="x"))) == 1
