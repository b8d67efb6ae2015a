"""Block 4: what they spend, with whom, and where there is room."""

from functools import partial
from typing import Any

from benchmarks.account import LASTING, Account, Data

WANTED = LASTING["opportunities"]
"""So many cells would help them, each with an opportunity."""


def market(one: Account, year: int) -> Data:
    """The account as a market."""
    lasting, rng = one.lasting, one.rng
    rivals = {
        id_: one.kept(
            id_,
            lambda: {
                "strengths": [one.say("strength"), one.say("strength")],
                "weaknesses": [one.say("weakness")],
                "strategy": one.say("rival"),
            },
        )
        for id_ in one.rivals
    }
    swot = {
        "strengths": "strengths",
        "weaknesses": "weaknesses",
        "opportunities": "chances",
        "threats": "threats",
    }
    surveyed = {
        id_: {"expectation": rng.randint(6, 9), "perception": rng.randint(4, 10), "what": one.say("point")}
        for id_ in lasting["criteria"][:3]
    }
    return {
        "year": year - 1,
        "advantages": {
            id_: one.kept(id_, partial(_advantage, one, place))
            for place, id_ in enumerate(lasting["advantages"])
        },
        "share_of_wallet": {
            key: one.kept(key, lambda: _wallet(one)) for key in ("machines", "service", "power")
        },
        "results": {
            str(past): one.kept(f"{past}", partial(_result, one, expected=past >= year))
            for past in range(year - 2, year + 2)
        },
        "competitors": rivals,
        "segments": {site.lower(): f"Works {site}" for site in one.sites},
        "open_space": {site.lower(): _row(one, place, site) for place, site in enumerate(one.sites)},
        "swot": {key: one.entries(kind, lambda: one.say("swot")) for key, kind in swot.items()},
        "satisfaction": {
            "surveyed": one.day(-300, -100),
            "responses": rng.randint(8, 60),
            "scale": 10,
            "criteria": surveyed,
            "moments_of_truth": [one.say("moment")],
        },
    }


def _advantage(one: Account, place: int) -> Data:
    """One of the advantages: together they serve every criterion."""
    return one.sourced(
        {
            "what": one.say("advantage"),
            "serves": one.lasting["criteria"][place :: len(one.lasting["advantages"])],
        }
    )


def _row(one: Account, place: int, site: str) -> Data:
    """What one works buys; the first ones hold a cell that an opportunity goes after."""
    return {
        id_: one.kept(f"{site} {id_}", partial(_cell, one, wanted=place == column < WANTED))
        for column, id_ in enumerate(one.offerings)
    }


def _wallet(one: Account) -> Data:
    """Shares that stay within the whole."""
    parts = [one.rng.randint(1, 30) / 10 for _ in range(3)]
    others = dict(zip(one.rivals[:2], (f"{part:.1f}M" for part in parts[1:]), strict=True))
    return {"spend": f"{sum(parts) + 1:.1f}M", "ours": f"{parts[0]:.1f}M", "competitors": others}


def _result(one: Account, *, expected: bool) -> Data:
    sales = one.rng.randint(150, 400)
    return {
        **({"basis": "expected"} if expected else {}),
        "sales": f"{sales / 10:.1f}M",
        "cost_of_goods": f"{sales * 6 / 100:.2f}M",
        "presale": {
            "salary": f"{sales * 2}k",
            "relationship": f"{sales // 2}k",
            "administration": f"{sales // 3}k",
        },
        "postsale": {"delivery": f"{sales}k", "service": f"{sales + 9}k"},
    }


def _cell(one: Account, *, wanted: bool) -> Any:
    if wanted:
        return {"state": "open", "serves": one.link(one.lasting["factors"], 1), "spend": one.money()}
    rng, rival = one.rng, one.rng.choice(one.rivals)
    bound = {"state": "competitor", "who": rival, "until": one.due(f"{rival} leaves"), "spend": one.money()}
    return rng.choices(
        (one.money(1, 5), "open", rival, "in-house", "not-wanted", "unknown", bound), (5, 7, 2, 1, 2, 1, 1)
    )[0]
