"""Ten stories of a quarter at Lyrane Energy, each with the sentences that a director would write of it.

Each is an edit of the worked plan. The sentences were written first; what is expected is all that leads, and
what stands beside it.
"""

import copy
import datetime as dt
import pathlib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pytest

from kamc.audience import cut
from kamc.commands.common import open_workspace
from kamc.diff import Basis, leads, whole
from kamc.engine.scope import Scope, scope
from kamc.loader import load
from kamc.model.build import build
from kamc.model.change import Diff
from kamc.model.fields import Audience
from kamc.model.plan import Plan

ROOT = pathlib.Path(__file__).parents[2]
PLANS = ROOT / "plans" / "lyrane-energy"
THEN, NOW = dt.date(2026, 9, 30), dt.date(2026, 11, 24)
GONE = object()
CENTER = "relationships.buying_center"
FACTORS = "account_knowledge.success_factors"
MARKET = "account_as_market"
GOALS, DEALS, DEEDS = (f"account_plan.{key}" for key in ("objectives", "opportunities", "activities"))
MINUS = "\N{MINUS SIGN}"

CELIA = "Celia Norwood (influencer and facilitator)"
SAND = "No day shut in for sand. 2025 cost them 19 days."
AGAIN = "it slipped in the quarter before, too"
SALES = "Yearly sales, twice as fast as our other …"
ROOM = "Sand and pressure of all Orrin wells brought …"
SEAL = "Sealed completion for the eight Vaya wells."
TOOLS = "Orrin tools and spares on their quay, checked …"


class Story(NamedTuple):
    """What happened: edits of the plan by dotted paths. `leads` is all that leads; `beside` is told, too."""

    name: str
    edits: Mapping[str, Any]
    leads: tuple[str, ...]
    beside: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


STORIES = (
    Story(
        "our voice inside leaves",
        {
            f"{CENTER}.celia-norwood.status": "left",
            f"{CENTER}.celia-norwood.why": "Went to a rival.",
            f"{CENTER}.celia-norwood.ended": "2026-11-20",
        },
        (f"▼ {CELIA} left the buying centre (Went to a rival.); Mirela Doss still is",),
        figures=("· People that matter whom we reach: 5 of 5 → 4 of 4",),
    ),
    Story(
        "nobody inside speaks for us any more",
        {f"{CENTER}.celia-norwood.roles": "influencer", f"{CENTER}.mirela-doss.roles": "user"},
        (
            "▼ Celia Norwood is no longer a facilitator; nobody else is one  KAM301",
            "▼ Mirela Doss is no longer a facilitator; nobody else is one  KAM301",
        ),
        figures=(f"▼ Health: 95 (green) → 85 (green) ({MINUS}10)",),
    ),
    Story(
        "a decider turns",
        {f"{CENTER}.rosalind-achebe.stance": "constructive-critic"},
        ("▼ Rosalind Achebe (decider), stance: supporter → constructive critic",),
    ),
    Story(
        "they want something else now",
        {
            f"{FACTORS}.sand-free": GONE,
            f"{FACTORS}.fewer-trips": {"what": "Half the helicopter trips by 2028", "whose": "leopold-andry"},
        },
        (
            '· Success factor added: "Half the helicopter trips by 2028"',
            f'· Success factor "{SAND}" is no longer in the plan, though it was still active',
        ),
    ),
    Story(
        "we ask less of ourselves",
        {f"{GOALS}.grow-lyrane.target": "12M", f"{GOALS}.grow-lyrane.by": "2028-06-30"},
        (
            f'▼ Objective "{SALES}", target: 13M → 12M ({MINUS}8 %)',
            f'▼ Objective "{SALES}" slips by 182 days: 2027-12-31 → 2028-06-30',
        ),
    ),
    Story(
        "a competitor comes",
        {f"{MARKET}.competitors.hydrarc": {"what": "Watches wells for a fee a day."}},
        ("▼ Hydrarc is a new competitor here",),
    ),
    Story(
        "the monitor is won",
        {
            f"{DEALS}.room-monitor.stage": "contract",
            f"{DEALS}.room-monitor.ended": "2026-11-24",
            f"{DEALS}.room-monitor.why": "Their analysts read it themselves.",
            f"{MARKET}.open_space.orrin.well-monitor": "0.2M",
            f"{MARKET}.share_of_wallet.monitoring.ours": "0.6M",
        },
        (
            f'▲ Opportunity won: "{ROOM}" (Their analysts read it themselves.)',
            "▲ Share of wallet, monitoring: 36.4 % → 54.5 % (+18.1 points)",
        ),
        beside=("▲ Open space, Orrin subsea wells × Well Monitor: open → ours 200k",),
        figures=(
            "▲ Share of wallet: 31.1 % → 31.8 % (+0.7 points)",
            "▲ Open space that is ours: 9 of 19 → 10 of 19 (+1)",
            "· Pipeline: 10.2M USD → 9M USD (1.2M USD of it won)",
        ),
    ),
    Story(
        "a forecast slips",
        {f"{DEALS}.vaya-seal.closes": "2028-03-31", f"{DEALS}.vaya-seal.probability": 20},
        (f'▼ Opportunity "{SEAL}" slips by 91 days: 2027-12-31 → 2028-03-31; {AGAIN}',),
        beside=(f'▼ Opportunity "{SEAL}", probability: 30 % → 20 % ({MINUS}10.0 points)',),
    ),
    Story(
        "an entry moves under another name",
        {
            f"{DEEDS}.tool-list": GONE,
            f"{DEEDS}.quay-check": {
                "what": "Orrin tools and spares on their quay, checked by both",
                "answers": ["orrin-phase-2"],
                "owner": "ewa-malik",
                "by": "2027-01-22",
            },
        },
        (),
        beside=(
            f'· Activity added: "{TOOLS}"',
            f'· Activity "{TOOLS}" is no longer in the plan, though it was still planned',
        ),
    ),
    Story(
        "nothing but the order of lines",
        {f"{CENTER}.rosalind-achebe.title": "Vice president wells"},
        (),
    ),
)


def read(period: str) -> Any:
    return load((PLANS / f"{period}.yaml").read_bytes(), period).data


def edited(data: Any, edits: Mapping[str, Any]) -> Any:
    made = copy.deepcopy(data)
    for path, value in edits.items():
        *way, last = path.split(".")
        holder = made
        for key in way:
            holder = holder[key]
        if value is GONE:
            del holder[last]
        else:
            holder[last] = value
    return made


def plan(data: Any) -> Plan:
    made, problems = build(Plan, data)
    assert not problems
    return made


@pytest.fixture(scope="module")
def worked() -> Scope:
    return scope(*open_workspace(ROOT), NOW)


def told(story: Story, worked: Scope) -> Diff:
    data = read("2026-Q4")
    old, new = (cut(plan(one), Audience.PRIVATE) for one in (data, edited(data, story.edits)))
    older = cut(plan(read("2026-Q3")), Audience.PRIVATE)
    return whole(old, new, Basis(then=NOW, now=NOW, shared=worked.shared, older=older, currency="USD"))


def sentences(found: Diff) -> Iterator[tuple[str, str]]:
    signs = {"better": "▲", "worse": "▼", "neutral": "·"}
    first = leads(found.changes)
    for one in (*first, *(one for one in found.changes if one not in first)):
        code = f"  {one.code}" if one.code else ""
        yield "leads" if one in first else "beside", f"{signs[one.effect]} {one.message}{code}"
    for figure in found.figures:
        if figure.moved:
            yield "figures", f"{signs[figure.effect]} {figure.message}"


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_a_story(story: Story, worked: Scope) -> None:
    said = list(sentences(told(story, worked)))
    assert tuple(text for part, text in said if part == "leads") == story.leads
    for part in ("beside", "figures"):
        assert set(getattr(story, part)) <= {text for where, text in said if where == part}


def test_a_new_name_is_a_question() -> None:
    [story] = [one for one in STORIES if one.name.startswith("an entry moves")]
    [one] = told(story, scope(*open_workspace(ROOT), NOW)).suggested
    assert (one.old, one.new) == ("tool-list", "quay-check")


def test_there_are_ten() -> None:
    assert len(STORIES) == 10
