"""What the brief makes of a plan, part by part."""

import datetime as dt
from typing import Any

import msgspec
import pytest

from kamc.audience import View, cut
from kamc.brief import Run
from kamc.brief.account_plan import AccountPlanBrief
from kamc.brief.given import Given
from kamc.brief.names import names
from kamc.brief.shown import Cell, Mark, Table
from kamc.brief.standing import figures
from kamc.model.build import build
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.model.terms import HealthTerms, MatrixTerms, Weights
from kamc.speech.format import MINUS
from tests.render.briefs import shown

RUN = Run(as_of=dt.date(2026, 10, 20), currency="EUR", gaps=1, open_questions=3)
HEADER = {
    "kamc": 1,
    "account": "a-house",
    "name": "A House",
    "period": "2026-Q4",
    "status": "in-review",
    "profile": "short",
    "owner": "ida-moe",
}
FACTOR = {
    "success_factors": {"clean-audit": "A clean audit"},
    "challenges": {"backlog": {"what": "Backlog", "serves": "clean-audit"}},
}


def made(audience: Audience = Audience.TEAM, **blocks: Any) -> AccountPlanBrief:
    return shown({**HEADER, **blocks}, audience, RUN)


def rows(table: Table) -> list[list[str]]:
    """A table as plain words, its numbers and units one space apart."""
    return [[str(cell).replace("\u00a0", " ") for cell in row] for row in table.rows]


def heads(table: Table) -> list[str]:
    return [column.title for column in table.columns]


def test_parts_that_a_plan_does_not_have_are_false() -> None:
    plan = made()
    assert not any(
        (
            plan.summary,
            plan.why,
            plan.knowledge,
            plan.product,
            plan.relations,
            plan.market,
            plan.action,
            plan.coming,
            plan.questions,
        )
    )


def test_the_header_names_and_dates() -> None:
    head = made().header
    assert (head.name, head.period, head.status, head.owner, head.reader) == (
        "A House",
        "Q4 2026",
        "in review",
        "Ida Moe",
        "team",
    )


@pytest.mark.parametrize(
    ("blocks", "kinds"),
    [
        ({}, []),
        (
            {"account_plan": {"activities": {"paper": {"what": "Paper", "answers": "backlog"}}}},
            ["Activities"],
        ),
        (
            {
                "account_plan": {
                    "activities": {"paper": {"what": "Paper", "answers": "clean-audit", "status": "dropped"}}
                }
            },
            [],
        ),
        (
            {"account_as_market": {"advantages": {"log": {"what": "One log", "serves": "clean-audit"}}}},
            ["Advantages"],
        ),
        ({"product_knowledge": {"offerings": {"pumps": {"answers": "backlog"}}}}, ["Offerings"]),
    ],
)
def test_a_success_factor_says_what_serves_it(blocks: dict[str, Any], kinds: list[str]) -> None:
    factor = made(account_knowledge=FACTOR, **blocks).knowledge.factors[0]
    assert [fact.label for fact in factor.served] == kinds
    assert bool(factor.verdict) == (not kinds)


def test_the_customer_reads_no_verdict_about_a_factor() -> None:
    factor = made(Audience.CUSTOMER, account_knowledge=FACTOR).knowledge.factors[0]
    assert (factor.served, factor.verdict) == ((), "")


@pytest.mark.parametrize(("audience", "led_to"), [(Audience.TEAM, ("→ Lease",)), (Audience.CUSTOMER, ())])
def test_a_barrier_says_what_we_do_about_it(audience: Audience, led_to: tuple[str, ...]) -> None:
    barrier = {"what": "No money", "audience": "customer", "leads_to": "lease"}
    plan = made(
        audience,
        account_knowledge={"audience": "customer", "barriers": {"no-money": barrier}},
        account_plan={"activities": {"lease": {"what": "Lease", "audience": "customer"}}},
    )
    (shown_barrier,) = plan.knowledge.barriers
    assert (str(shown_barrier), shown_barrier.notes) == ("No money", led_to)


def test_criteria_by_relevance_highest_first() -> None:
    criteria = {
        "price": {"what": "Price", "relevance": {"buyer": "6x2"}},
        "speed": {"what": "Speed", "relevance": {"user": "6x6", "buyer": "2x5"}},
    }
    table = made(product_knowledge={"decision_criteria": criteria}).product.criteria
    assert [row[:3] for row in rows(table)] == [
        ["Speed", "36", "user 6×6, buyer 2×5"],
        ["Price", "12", "buyer 6×2"],
    ]


def test_activities_by_date_overdue_first() -> None:
    activities = {
        "later": {"what": "Later", "by": "2026-12-01"},
        "someday": {"what": "Someday"},
        "late": {"what": "Late", "by": "2026-10-19", "owner": "per-lunde"},
        "done": {"what": "Done", "by": "2026-09-01", "status": "done", "result": "It works"},
    }
    action = made(account_plan={"activities": activities}).action
    assert [row[:2] for row in rows(action.activities)] == [
        ["◆ 19 Oct 2026, overdue", "Late"],
        ["1 Dec 2026", "Later"],
        ["no date", "Someday"],
    ]
    assert [row[2] for row in rows(action.activities)] == ["Per Lunde", "Ida Moe", "Ida Moe"]
    assert rows(action.finished) == [["Done", "✓ done", "It works"]]


def test_what_comes_next() -> None:
    plan = {
        "activities": {
            "far": {"what": "Far", "by": 2028},
            "near": {"what": "Near", "by": "2026-11-01"},
            "late": {"what": "Late", "by": "2026-10-01"},
        },
        "meetings": {"talk": {"what": "Talk", "date": "2026-10-30"}},
    }
    assert [row[1] for row in rows(made(account_plan=plan).coming)] == ["Late", "Talk", "Near"]


def test_satisfaction_is_perception_less_expectation_worst_first() -> None:
    criteria = {
        "advice": {"expectation": 7, "perception": 8},
        "delivery": {"expectation": 9, "perception": 5},
        "speed": {"expectation": "unknown"},
    }
    table = made(account_as_market={"satisfaction": {"criteria": criteria}}).market.satisfaction
    assert [row[3] for row in rows(table)] == [f"◆ {MINUS}4", "+1", ""]


def test_contribution_is_sales_less_every_cost() -> None:
    year = {
        "sales": "2.1M",
        "cost_of_goods": "0.6M",
        "presale": {"salary": "100k", "bonus": "20k"},
        "postsale": "80k",
    }
    table = made(account_as_market={"results": {"2025": year}}).market.results
    assert rows(table) == [["2025", "2.10", "0.60", "0.12", "0.08", "1.30", "62 %"]]


def test_contribution_is_open_where_a_cost_is() -> None:
    year = {
        "sales": "2.1M",
        "cost_of_goods": "0.6M",
        "presale": {"salary": "100k", "bonus": "unknown"},
        "postsale": "80k",
    }
    row = rows(made(account_as_market={"results": {"2025": year}}).market.results)[0]
    assert row[-1] == "◇ not known"


def test_nobody_and_nobody_known_are_not_the_same() -> None:
    members = {
        "ann": {"contacts": "none"},
        "bob": {"contacts": "unknown"},
        "cid": {"contacts": {"per-lunde": "2026-10-08"}},
    }
    table = made(relationships={"buying_center": members}).relations.people
    held = heads(table).index("Held by")
    assert [row[held] for row in rows(table)] == ["◆ nobody", "◇ not known", "Per Lunde"]


def test_a_contact_is_late_by_its_own_rhythm() -> None:
    contacts = {"per-lunde": {"every": "month", "last": "2026-09-01"}}
    table = made(relationships={"buying_center": {"ann": {"contacts": contacts}}}).relations.people
    assert rows(table)[0][-1] == "◆ 1 Sep 2026, overdue"


@pytest.mark.parametrize(
    ("audience", "seen"),
    [(Audience.PRIVATE, ("Wants the post",)), (Audience.TEAM, ()), (Audience.CUSTOMER, None)],
)
def test_personal_agendas_are_private(audience: Audience, seen: tuple[str, ...] | None) -> None:
    member = {"roles": "decider", "profile": {"business_agenda": "Cost", "personal_agenda": "Wants the post"}}
    table = made(audience, relationships={"buying_center": {"ann": member}}).relations.people
    assert ("Wants the post" in str(table)) == bool(seen)
    assert bool(table) == (seen is not None)


UNTOLD = "too little is known for a word: nothing on access, promises, contact, alarms, satisfaction"


def test_key_figures_say_what_they_mean() -> None:
    market = {
        "results": {"2025": {"sales": "2M"}, "2026": {"sales": "9M", "basis": "expected"}},
        "share_of_wallet": {
            "a": {"spend": "4M", "ours": "1M"},
            "b": {"spend": "4M", "ours": "1M"},
            "c": {"spend": "unknown", "ours": "1M"},
        },
        "open_space": {
            "north": {"pumps": "open", "rods": {"state": "open", "serves": "clean-audit"}, "nuts": "1M"}
        },
    }
    told = [
        (str(one.value), one.meaning)
        for one in made(account_as_market=market, account_knowledge=FACTOR).figures
    ]
    assert [tuple(part.replace("\u00a0", " ") for part in one) for one in told] == [
        (
            "○ Not known",
            f"health: {UNTOLD}",
        ),
        ("25 %", "share of wallet: ours of EUR 8.0 M that they spend a year, 2 categories"),
        ("EUR 2.0 M", "our sales in 2025"),
        ("2 open", "of 3 spaces; 1 serves a success factor"),
        ("◇ 3 open questions", "1 gap"),
    ]


LOBBY = {"roles": ["user", "facilitator"], "contacts": {"mara-lind": "2026-10-10"}}
DECIDER = {"roles": "decider", "contacts": {"mara-lind": "2026-10-10"}}
REACHED = "somebody inside lobbies for us, and the one decider is reached"
MISSED = "nobody inside lobbies for us, and the one decider is still to be reached"


def only(*parts: str, **terms: int) -> Run:
    """A run in which these parts of a health count, and no others."""
    weights = {key: int(key in parts) for key in Weights.__annotations__ if key != "about"}
    return msgspec.structs.replace(RUN, health=build(HealthTerms, {**terms, "weights": weights})[0])


@pytest.mark.parametrize(
    ("centre", "alarms", "terms", "value", "tone", "meaning"),
    [
        (
            {"ann": LOBBY, "bob": DECIDER},
            {"a": {"danger": "high"}, "b": {"danger": "medium"}},
            {},
            "◆ Amber",
            "open",
            "health: 2 alarms are open, 1 of high danger; " + REACHED,
        ),
        (
            {"ann": LOBBY, "bob": DECIDER},
            {"a": {"danger": "low"}},
            {},
            "● Green",
            "good",
            "health, though 1 alarm is open",
        ),
        (
            {"ann": LOBBY, "bob": DECIDER},
            {"a": {"danger": "low"}},
            {"green": 99},
            "◆ Amber",
            "open",
            "health: 1 alarm is open; " + REACHED,
        ),
        (
            {"bob": DECIDER | {"contacts": "none"}},
            {"a": {"danger": "high"}, "b": {"danger": "high"}},
            {},
            "▼ Red",
            "bad",
            f"health: {MISSED}; 2 alarms are open, both of high danger",
        ),
    ],
)
def test_health_has_a_sign_and_the_reasons_that_matter_most(
    centre: Any, alarms: Any, terms: dict[str, int], value: str, tone: str, meaning: str
) -> None:
    data = {**HEADER, "relationships": {"buying_center": centre}, "account_plan": {"alarms": alarms}}
    first = shown(data, Audience.TEAM, only("access", "alarms", **terms)).figures[0]
    assert (str(first.value).replace("\u00a0", " "), first.meaning) == (value, meaning)
    assert isinstance(first.value, Mark)
    assert first.value.tone == tone


def test_a_house_that_weighs_nothing_and_a_customer_read_of_no_health() -> None:
    assert not [one for one in shown(HEADER, Audience.TEAM, only()).figures if "health" in one.meaning]
    assert made(Audience.CUSTOMER, account_plan={"alarms": {"a": {"danger": "high"}}}).figures == ()


def earlier_and_now(audience: Audience) -> tuple[View, Given]:
    before = {name: {"what": name, "by": "2026-09-10"} for name in ("one", "two", "three", "four")}
    ended = {
        "one": {"status": "done", "ended": "2026-09-09"},
        "two": {"status": "done", "ended": "2026-09-12"},
        "three": {"by": "2026-11-02"},
    }
    now = {name: before[name] | more for name, more in ended.items()}
    views = [
        cut(build(Plan, HEADER | {"period": period, "account_plan": {"activities": held}})[0], audience)
        for period, held in (("2026-Q3", before), ("2026-Q4", now))
    ]
    return views[0], Given(view=views[1], run=RUN, names=names(views[1].plan, None, None))


def test_promises_of_the_quarter_before() -> None:
    # By hand: one of four was done by its day; the second two days after it, the third has a new day, and of
    # the fourth nobody says a word.
    earlier, given = earlier_and_now(Audience.TEAM)
    (found,) = (one for one in figures(given, earlier) if "promises of" in one.meaning)
    assert (found.value, found.meaning.replace("\u00a0", " ")) == (
        "1 of 4",
        "promises of Q3 2026 kept on time; 1 late, 1 carried over, 1 gone without a word",
    )


@pytest.mark.parametrize(
    ("ended", "value", "meaning"),
    [
        ("2026-09-09", "✓ 1 of 1", "promises of Q3 2026 kept on time"),
        ("unknown", "◇ 0 of 1 at least", "promises of Q3 2026 kept on time; 1 done without a date"),
    ],
)
def test_a_promise_of_which_nobody_says_when_it_was_done_is_not_broken(
    ended: str, value: str, meaning: str
) -> None:
    views = [
        cut(build(Plan, HEADER | {"period": period, "account_plan": {"activities": held}})[0], Audience.TEAM)
        for period, held in (
            ("2026-Q3", {"one": {"by": "2026-09-10"}}),
            ("2026-Q4", {"one": {"by": "2026-09-10", "status": "done", "ended": ended}}),
        )
    ]
    told = figures(Given(view=views[1], run=RUN, names=names(views[1].plan, None, None)), views[0])
    found = [(str(one.value), one.meaning) for one in told if "promises of" in one.meaning]
    assert [tuple(part.replace("\u00a0", " ") for part in one) for one in found] == [(value, meaning)]


def test_without_the_quarter_before_or_for_a_customer_no_promises_are_told() -> None:
    _, given = earlier_and_now(Audience.TEAM)
    assert not [one for one in figures(given) if "promises of" in one.meaning]
    earlier, given = earlier_and_now(Audience.CUSTOMER)
    assert figures(given, earlier) == ()


RESULTS = {
    "2025": {"sales": "1M", "cost_of_goods": "0.8M", "presale": 0, "postsale": "0.1M"},
    "2027": {"sales": "1.4M", "basis": "expected", "cost_of_goods": "0.8M", "presale": 0, "postsale": 0},
}
SELECTED = {
    "decision": "increase",
    "criteria": {"relationship_method": {"loyalty": "high", "profitability": "low"}},
    "attractiveness": {"size": 5, "closeness": 2, "strategic_fit": 4},
    "relative_strength": {"price": "unknown"},
}


def test_the_place_in_each_matrix_says_why_and_from_where_it_is_high() -> None:
    # By hand: (5 + 2 + 4) ÷ 3 = 3.67; 1 000 000 less 900 000 is 10 % of sales, 1 400 000 less 800 000 is 60 %
    # of the same. Two matrices are known: one suggests to reduce, one to increase, so most suggest nothing.
    table = made(selection=SELECTED, account_as_market={"results": RESULTS}).why.matrices
    assert heads(table) == ["Place", "Why there", "High from", "Suggests"]
    assert rows(table) == [
        ["Vulture", "loyalty high, profitability low", "medium", "reduce"],
        ["◇ not known", "attractiveness 3.67, relative strength not known", "3", ""],
        ["Undeveloped", "present profit 10 %, potential profit 60 %", "15 % and 20 %", "increase"],
    ]
    notes = [cell.notes for _, cell, *_ in table.rows if isinstance(cell, Cell)]
    assert notes == [
        (),
        ("averages of the scores below", "attractiveness: 3 of 10 known"),
        ("margin in percent of the last year's sales",),
    ]


def test_a_house_says_from_where_on_an_axis_is_high() -> None:
    run = msgspec.structs.replace(RUN, matrices=build(MatrixTerms, {"present": 10, "loyalty": "high"})[0])
    data = {**HEADER, "selection": SELECTED, "account_as_market": {"results": RESULTS}}
    table = shown(data, Audience.TEAM, run).why.matrices
    assert [[row[0], row[2]] for row in rows(table)] == [
        ["Vulture", "high and medium"],
        ["◇ not known", "3"],
        ["Desirable", "10 % and 20 %"],
    ]


@pytest.mark.parametrize(
    ("decision", "loyalty", "told"),
    [
        ("increase", "high", "increase (our commitment, as the figures suggest)"),
        ("cease", "high", "cease (our commitment, the figures suggest: increase)"),
        ("increase", "unknown", "increase (our commitment)"),
        (None, "high", "not decided yet (the figures suggest: increase)"),
        (None, None, ""),
    ],
)
def test_what_the_figures_suggest_stands_beside_the_decision(
    decision: str | None, loyalty: str | None, told: str
) -> None:
    method = {"loyalty": loyalty, "profitability": "high"} if loyalty else {}
    selection = {"criteria": {"relationship_method": method}} | ({"decision": decision} if decision else {})
    found = {one.label: one.value for one in made(selection=selection).why.place}.get("Decision", "")
    notes = f" ({', '.join(map(str, found.notes))})" if isinstance(found, Cell) else ""
    assert f"{found}{notes}" == told


def test_a_customer_reads_of_no_matrix() -> None:
    assert not made(Audience.CUSTOMER, selection=SELECTED).why.matrices


def test_amounts_in_two_currencies_are_not_added() -> None:
    wallet = {"a": {"spend": "4M", "ours": "1M"}, "b": {"spend": "4M", "ours": "1M", "currency": "USD"}}
    assert not any(
        "wallet" in one.meaning for one in made(account_as_market={"share_of_wallet": wallet}).figures
    )


def test_open_questions_go_by_name() -> None:
    blocks: dict[str, Any] = {
        "account_knowledge": {**FACTOR, "reflection": {"competition": {"business_model": "unknown"}}},
        "relationships": {
            "buying_center": {"ann-lee": {"stance": "unknown", "profile": {"needs": "unknown"}}}
        },
    }
    told = [
        (block.title, fact.label, str(fact.value))
        for block in made(**blocks).questions
        for fact in block.facts
    ]
    assert told == [
        ("Account knowledge", "Reflection: competition", "business model"),
        ("Relationships", "Ann Lee", "stance, profile, needs"),
    ]


def test_what_has_ended_says_how() -> None:
    goals = {
        "grow": {"what": "Grow", "status": "met", "ended": "2026-11-06", "why": "Signed"},
        "more": {"what": "More"},
    }
    table = made(account_plan={"objectives": goals}).action.objectives
    assert [str(row[0]) for row in table.rows] == ["More", "Grow"]
    met = table.rows[1][0]
    assert isinstance(met, Cell)
    assert [str(one).replace("\u00a0", " ") for one in met.notes] == ["✓ met 6 Nov 2026", "Signed"]
