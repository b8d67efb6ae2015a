"""Blocks 1 and 2: what an account needs, and what our offerings do about it."""

from functools import partial

from benchmarks.account import LEVELS, ROLES, Account, Data
from benchmarks.layout import Folded

REFLECTION = {
    "environment": ("political", "legal", "economic", "social", "production_technology", "demand_technology"),
    "market": (
        "size",
        "trends",
        "customers",
        "needs",
        "satisfies",
        "annoys",
        "sensitive_to",
        "demand_moved_by",
    ),
    "competition": ("strategy", "business_model", "results", "rivals", "entry_barriers", "prices_moved_by"),
    "position": (
        "buying_cycle",
        "budget_say",
        "bought_from_us",
        "why_us",
        "preferred",
        "relationship_sought",
        "what_could_change",
    ),
}
FORCES = ("new_entrants", "supplier_power", "buyer_power", "substitutes", "rivalry")


def knowledge(one: Account) -> Data:
    """Account knowledge."""
    needs = {
        kind: one.entries(kind, partial(_need, one, purpose))
        for kind, purpose in (
            ("challenges", "challenge"),
            ("plans", "plan-theirs"),
            ("projects", "project-theirs"),
        )
    }
    analysis = (
        "purchasing_strategy",
        "value_drivers",
        "growth_strategy",
        *(("value_chain", "activity_cycle") if one.extended else ()),
    )
    parts = REFLECTION if one.extended else {"position": REFLECTION["position"]}
    data: Data = {
        "situation": {
            "what": Folded(" ".join(one.say("note") for _ in range(4))),
            "sources": ["Annual report", f"Visit {one.day(-60, -5)}"],
            "as_of": one.day(-30, 0),
            "confidence": "high",
        },
        "business_objectives": one.entries(
            "aims", lambda: {"what": one.say("objective-theirs"), "by": one.today.year + 3}
        ),
        "success_factors": one.entries("factors", lambda: _factor(one)),
        "barriers": one.entries("barriers", lambda: one.say("obstacle-theirs")),
        "enablers": one.entries("enablers", lambda: one.say("help-theirs")),
        **needs,
        "customer_analysis": {key: one.kept(key, lambda: one.say("note")) for key in analysis},
        "reflection": {
            part: {key: one.kept(f"{part} {key}", lambda: one.say("note")) for key in keys}
            for part, keys in parts.items()
        },
    }
    if one.extended:
        data["five_forces"] = {force: one.kept(force, lambda: _force(one)) for force in FORCES}
    return data


def _factor(one: Account) -> Data:
    return one.sourced({
        "what": one.say("factor"),
        "whose": one.rng.choice(one.members),
        "serves": one.link(one.lasting["aims"]),
        "measured_by": one.say("measured"),
        "by": one.rng.choice((f"{one.today.year + 1}-12-31", one.today.year + 2, f"{one.today.year + 1}-Q2")),
    })  # fmt: skip


def _need(one: Account, purpose: str) -> Data:
    data = {
        "what": one.say(purpose),
        "serves": one.link(one.lasting["factors"]),
        "whose": one.rng.choice((*one.members, "unknown")),
        "compelling_reason": one.say("reason"),
        "budget": one.rng.choice((one.money(), "unknown")),
        "by": one.day(120, 500),
    }
    return one.sourced(
        data
        if purpose == "challenge"
        else data | {"status": one.rng.choice(("running", "planned", "on-hold"))}
    )


def products(one: Account) -> Data:
    """Product knowledge."""
    criteria = one.entries(
        "criteria",
        lambda: {
            "family": one.rng.choice(("core", "service", "process", "fit")),
            "kind": one.rng.choice(("tangible", "intangible")),
            "what": one.say("criterion"),
            "relevance": _relevance(one),
        },
    )
    return {
        "offerings": {
            id_: one.kept(f"fit {id_}", lambda: {"fit": one.say("fit"), "answers": one.link(one.needs)})
            for id_ in one.offerings
        },
        "decision_criteria": criteria,
        "co_creation": one.entries("ideas", lambda: _idea(one)),
    }


def _relevance(one: Account) -> Data:
    return {role: f"{one.rng.randint(2, 7)}x{one.rng.randint(1, 7)}" for role in one.some(ROLES, 2, 4)}


def _idea(one: Account) -> Data:
    return {
        "what": one.say("idea"),
        "answers": one.link(one.lasting["challenges"]),
        "with": one.link(one.members),
        "team": one.link(one.team),
        "we_invest": one.say("invest"),
        "they_invest": one.say("invest"),
        "we_get": one.say("gain"),
        "they_get": one.say("gain"),
        "status": one.rng.choice(("idea", "agreed", "running")),
    }


def _force(one: Account) -> Data:
    return {"strength": one.rng.choice(LEVELS), "drivers": [one.say("note"), one.say("obstacle-theirs")]}
