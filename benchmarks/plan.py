"""An account's plan as it stands in one quarter: the header, the summary, the selection, the five blocks."""

import datetime as dt

from benchmarks import doing, goals, knowledge, market, people
from benchmarks.account import LEVELS, Account, Data
from benchmarks.layout import Folded, Noted

ATTRACTIVENESS = (
    *("size", "growth_potential", "financial_stability", "ease_of_access", "closeness"),
    *("strategic_fit", "early_adopter", "values_our_offer", "low_competition", "market_standing"),
)
IMPORTANCE = (
    *("volume_or_value", "potential", "prestige", "market_leadership", "diversification", "new_markets"),
    *("technological_strength", "effect_on_others"),
)
DIFFICULTY = {
    "product": ("novelty", "complexity"),
    "account": ("requirements", "buying_habits", "technical_competence", "commercial_competence", "power"),
    "competition": ("number", "strength", "position"),
}
STRENGTHS = (
    *("price", "service", "quality_of_people", "speed", "relationships"),
    *("innovation", "value_in_use", "sustainability", "trust"),
)


def plan(one: Account, year: int, quarter: int, *, is_last: bool) -> Data:
    """The plan of a quarter; quarters are asked for in their order."""
    one.today = dt.date(year, quarter * 3, 10)
    done = doing.doing(one)
    activities = list(done["activities"])
    header = {
        "kamc": 1,
        "account": one.id,
        "name": one.name,
        "period": f"{year}-Q{quarter}",
        "status": one.rng.choice(("draft", "in-review", "in-review")) if is_last else "approved",
        "profile": "extended" if one.extended else "standard",
        "owner": one.team[0],
        "industry": one.trade.capitalize(),
    }
    reviewed = ("selection", "success_factors", "continuum", "open_space", "buying_center")
    data = header | {
        "summary": _summary(one),
        "decisions_wanted": [one.say("decision") for _ in range(2)],
        "reviewed": {key: one.day(-60, -3) for key in reviewed},
        "selection": _selection(one),
        "account_knowledge": knowledge.knowledge(one, activities),
        "product_knowledge": knowledge.products(one),
        "relationships": people.relationships(one, activities),
        "account_as_market": market.market(one, year),
        "account_plan": goals.goals(one) | done,
    }
    one.before = done
    return data


def _summary(one: Account) -> Data:
    supporters = [*one.some(one.members, 2, 3), one.rng.choice(one.team)]
    return {
        "stand": one.say("stand"),
        "because": one.say("because"),
        "aim": {key: one.say("aim") for key in ("short", "medium", "long")},
        "revise": one.say("revise"),
        "supported_by": {id_: one.say("support") for id_ in supporters},
    }


def _selection(one: Account) -> Data:
    rng = one.rng
    data: Data = {
        "bucket": rng.choice(("key", "key-development")),
        "decision": rng.choice(("maintain", "increase")),
        "why": one.kept("why", lambda: Folded(f"{one.say('why')} {one.say('why')}")),
    }
    data |= {
        "criteria": one.kept("criteria", lambda: _criteria(one)),
        "coverage": {"model": "key-account-team", "time": rng.randint(20, 80)},
    }
    if one.extended:
        data["attractiveness"] = Noted(
            "1 to 5 each", {key: one.kept(f"attractive {key}", lambda: _score(one)) for key in ATTRACTIVENESS}
        )
        data["relative_strength"] = Noted(
            "1 to 5 each, against the best of the others",
            {key: one.kept(f"strong {key}", lambda: _score(one)) for key in STRENGTHS},
        )
        data["importance"] = {key: one.kept(f"important {key}", lambda: _score(one)) for key in IMPORTANCE}
        data["difficulty"] = {
            part: {key: one.kept(f"hard {part} {key}", lambda: _score(one)) for key in keys}
            for part, keys in DIFFICULTY.items()
        }
    return data


def _score(one: Account) -> int | Data:
    score = one.rng.randint(1, 5)
    return score if one.rng.random() < 0.8 else {"score": score, "why": one.say("note")}


def _criteria(one: Account) -> Data:
    rng = one.rng
    return {
        "size": {"volume": f"{rng.randint(20, 900)} motors", "what": one.say("note")},
        "strategic_importance": one.say("note"),
        "lifetime_value": {
            "yearly_margin": one.money(10, 40),
            "years": rng.randint(4, 9),
            "retention": rng.randint(80, 97),
            "discount": 9,
            "acquisition": 0,
        },
        "unrealised_potential": {
            "cross_sell": one.money(50, 90),
            "up_sell": one.money(20, 90),
            "co_create": one.money(20, 90),
            "limit": one.say("why"),
        },
        "fit": {key: rng.choice(LEVELS) for key in ("strategic", "operational", "cultural")},
        "relationship_method": {"loyalty": "high", "profitability": rng.choice(("medium", "high"))},
    }
