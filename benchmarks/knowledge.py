"""Blocks 1 and 2: what an account needs, and what our offerings do about it."""

from collections.abc import Callable
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
        "other_suppliers",
        "why_us",
        "preferred",
        "relationship_sought",
        "what_could_change",
    ),
}
FORCES = ("new_entrants", "supplier_power", "buyer_power", "substitutes", "rivalry")


def knowledge(one: Account, activities: list[str]) -> Data:
    """Account knowledge; an extended plan leads from their barriers to activities of the quarter."""
    needs = {
        kind: _dated(one, kind, partial(_need, one, purpose))
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
        "shared_future",
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
        "business_objectives": one.entries("aims", lambda: {"what": one.say("objective-theirs"), "by": 2029}),
        "success_factors": _dated(one, "factors", partial(_factor, one)),
        "barriers": _barriers(one, activities),
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


def _dated(one: Account, kind: str, make: Callable[[int], Data]) -> dict[str, Data]:
    """The entries of a kind, made by their place in it, each with its day."""
    return {
        id_: one.kept(id_, partial(make, place)) | {"by": one.due(id_)}
        for place, id_ in enumerate(one.lasting[kind])
    }


def _barriers(one: Account, activities: list[str]) -> Data:
    barriers = one.entries("barriers", lambda: one.say("obstacle-theirs"))
    if not one.extended:
        return barriers
    return {id_: {"what": what, "leads_to": one.link(activities, 1)} for id_, what in barriers.items()}


def _factor(one: Account, place: int) -> Data:
    return one.sourced(
        {
            "what": one.say("factor"),
            "whose": one.rng.choice(one.members),
            "serves": one.lasting["aims"][place % len(one.lasting["aims"])],
            "measured_by": one.say("measured"),
        }
    )


def _need(one: Account, purpose: str, place: int) -> Data:
    data = {
        "what": one.say(purpose),
        "serves": one.lasting["factors"][place % 2 :: 2],
        "whose": one.rng.choice((*one.members, "unknown")),
        "compelling_reason": one.say("reason"),
        "budget": one.rng.choice((one.money(), "unknown")),
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
            "our_answer": one.rng.choice(("change-importance", "accentuate-difference", "facilitator-sells")),
        },
    )
    return {
        "offerings": {
            id_: one.kept(f"fit {id_}", lambda: {"fit": one.say("fit")})
            | {"answers": one.needs[place :: len(one.offerings)]}
            for place, id_ in enumerate(one.offerings)
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
    return {"strength": one.rng.choice(LEVELS), "drivers": [one.say("driver"), one.say("driver")]}
