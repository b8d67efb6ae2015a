"""The account on a page: what is chosen for it, how it moved, what is said of what is left out."""

import pathlib
from typing import Any

import msgspec
import pytest

from kamc.audience import cut
from kamc.brief import Given, given
from kamc.brief.account_page import PAGE, AccountPage, account_page
from kamc.brief.shown import Mark, Signed
from kamc.loader import load
from kamc.model.build import build
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.model.shared import People
from tests.brief.test_account_plan import FACTOR, HEADER, RUN
from tests.render.briefs import of

ROOT = pathlib.Path(__file__).resolve().parents[2]
FULLEST = ROOT / "tests/fullest/plans"


def told(before: dict[str, Any] | None = None, **blocks: Any) -> Given:
    """What the page of a plan is made from, with the quarter before where there is one."""
    made = of({**HEADER, **blocks}, Audience.TEAM, RUN)
    if before is None:
        return made
    earlier = cut(build(Plan, {**HEADER, "period": "2026-Q3", **before})[0], Audience.TEAM)
    return msgspec.structs.replace(made, earlier=earlier)


def page(before: dict[str, Any] | None = None, **blocks: Any) -> AccountPage:
    return account_page(told(before, **blocks)).page


def plain(value: object) -> str:
    return str(value).replace("\u00a0", " ")


def read(record: Any, path: pathlib.Path) -> Any:
    return build(record, load(path.read_bytes(), path.name).data)[0]


def fullest(audience: Audience = Audience.PRIVATE) -> Given:
    now, before = (read(Plan, FULLEST / f"fullest/2026-{quarter}.yaml") for quarter in ("Q4", "Q3"))
    people = read(People, FULLEST / "people.yaml")
    run = msgspec.structs.replace(RUN, logo="data:image/png;base64,")
    return given(cut(now, audience), run=run, people=people, earlier=cut(before, audience))


def test_an_empty_plan_has_an_empty_page() -> None:
    one = page()
    assert not any((one.factors, one.goals, one.steps, one.people, one.gaps, one.wins, one.frictions))


@pytest.mark.parametrize("audience", [Audience.PRIVATE, Audience.TEAM])
def test_the_fullest_plan_fits_and_says_what_it_leaves_out(audience: Audience) -> None:
    laid = account_page(fullest(audience))
    one = laid.page
    assert laid.height <= PAGE
    assert [len(held) for held in (one.factors, one.wins, one.frictions)] == [5, 3, 3]
    assert all((one.goals, one.steps, one.people, one.gaps, one.decisions))
    assert all(one.more.values())
    assert plain(one.more["people"]) == f"{40 - len(one.people)} more people in the full plan"


@pytest.mark.parametrize("path", sorted((ROOT / "plans").glob("*/*.yaml")), ids=lambda path: path.stem)
def test_every_worked_plan_fits(path: pathlib.Path) -> None:
    made = given(cut(read(Plan, path), Audience.PRIVATE), run=RUN)
    assert account_page(made).height <= PAGE


def test_a_factor_says_how_we_serve_it_or_that_we_do_not() -> None:
    plan = {"activities": {"paper": {"what": "Paper", "answers": "backlog"}}}
    [served], [idle] = (
        page(account_knowledge=FACTOR, account_plan=plan).factors,
        page(account_knowledge=FACTOR).factors,
    )
    assert [(fact.label, fact.value) for fact in served.served] == [("We do", "Paper")]
    assert (served.verdict, idle.served) == ("", ())
    assert isinstance(idle.verdict, Mark)


def test_names_that_a_line_does_not_hold_are_counted() -> None:
    names = {
        f"paper-{n}": {"what": f"A paper about the backlog number {n}", "answers": "backlog"}
        for n in range(9)
    }
    [factor] = page(account_knowledge=FACTOR, account_plan={"activities": names}).factors
    assert str(factor.served[0].value).endswith("; and 8 more")


MEMBERS = {
    "ann": {"roles": "user", "stance": "supporter", "contacts": {"per-lunde": "2026-10-08"}},
    "bob": {"roles": "advisor", "stance": "opponent", "contacts": "none"},
    "unknown-decider": {"roles": "decider"},
}


def test_gaps_among_people_are_drawn() -> None:
    one = page(relationships={"buying_center": MEMBERS})
    assert [(who.name, who.stance.sign) for who in one.people] == [("Bob", "■"), ("Ann", "●")]
    assert [plain(gap) for gap in one.gaps] == [
        "? Nobody is known as decider, facilitator",
        "? Nobody of ours speaks with Bob",
    ]
    assert one.people[0].held == Mark("nobody")


def test_no_part_crowds_out_the_others() -> None:
    deciders = {f"boss-{n}": {"roles": "decider", "contacts": "none"} for n in range(9)}
    centre = {**deciders, "ann": {"roles": "facilitator"}}
    assert "Ann" in [who.name for who in page(relationships={"buying_center": centre}).people[:3]]


def wallet(ours: str) -> dict[str, Any]:
    return {"account_as_market": {"share_of_wallet": {"all": {"spend": "10M", "ours": ours}}}}


@pytest.mark.parametrize(
    ("then", "now", "moved"),
    [
        ("1M", "2.5M", Signed("↑", "15 points since Q3 2026", "good")),
        ("2M", "1.9M", Signed("↓", "1 point since Q3 2026", "bad")),
        ("2M", "2M", Signed("", "as in Q3 2026")),
    ],
)
def test_figures_say_how_they_moved(then: str, now: str, moved: Signed) -> None:
    [share] = [one for one in page(wallet(then), **wallet(now)).standing if one.name == "Share of wallet"]
    assert share.moved == moved


def test_nothing_moved_where_there_is_no_quarter_before() -> None:
    assert not any(one.moved for one in page(**wallet("2M")).standing)


def test_health_comes_with_its_two_reasons() -> None:
    [health] = [
        one for one in page(relationships={"buying_center": MEMBERS}).standing if one.name == "Health"
    ]
    assert health.value
    assert 1 <= len(health.meaning) <= 2


def test_wins_and_frictions_are_what_the_entries_say() -> None:
    plan = {
        "opportunities": {
            "frame": {"what": "Frame", "stage": "contract", "ended": "2026-10-09", "why": "Price held"},
            "lease": {"what": "Lease", "stage": "lost", "ended": "2026-10-10"},
        },
        "objectives": {
            "grow": {"what": "Grow", "status": "met"},
            "more": {"what": "More", "status": "missed"},
        },
        "alarms": {"quiet": {"sign": "fewer-contacts", "danger": "high", "seen": "2026-10-01"}},
        "concerns": {"price": {"what": "Price", "whose": "ann"}, "old": {"what": "Old", "status": "settled"}},
    }
    before = {
        "relationships": {"buying_center": {"ann": {"stance": "opponent"}, "bob": {"stance": "supporter"}}}
    }
    one = page(before, account_plan=plan, relationships={"buying_center": MEMBERS})
    assert [(plain(point.text), plain(point.note)) for point in one.wins] == [
        ("Frame", "won 9 Oct 2026 · Price held"),
        ("Grow", "objective met"),
        ("Ann: opponent → supporter", "stance since Q3 2026"),
    ]
    assert [(plain(point.text), plain(point.note)) for point in one.frictions] == [
        ("Lease", "lost 10 Oct 2026"),
        ("Fewer contacts", "alarm, high danger · seen 1 Oct 2026"),
        ("More", "objective missed"),
    ]
    assert one.more["wins"] == "1 more in the full plan"
    assert one.more["frictions"] == "2 more in the full plan"


def test_what_is_overdue_comes_first() -> None:
    activities = {
        "near": {"what": "Near", "by": "2026-11-01"},
        "late": {"what": "Late", "by": "2026-10-01"},
        "far": {"what": "Far", "by": "2028"},
    }
    steps = page(account_plan={"activities": activities}).steps
    assert [(plain(step.when), step.what, step.who) for step in steps] == [
        ("◆ 1 Oct 2026, overdue", "Late", "Ida Moe"),
        ("1 Nov 2026", "Near", "Ida Moe"),
    ]


def test_a_personal_agenda_is_for_the_account_manager_alone() -> None:
    assert [
        bool(any(who.own for who in account_page(fullest(one)).page.people))
        for one in (Audience.PRIVATE, Audience.TEAM)
    ] == [True, False]
