"""Block 4: what they spend, with whom, and where there is room."""

from functools import partial
from typing import Any

from benchmarks.account import Account, Data


def market(one: Account, year: int) -> Data:
    """The account as a market."""
    lasting, rng = one.lasting, one.rng
    reasons = [*lasting["factors"], *lasting["criteria"]]
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
        id_: {"expectation": rng.randint(6, 9), "perception": rng.randint(4, 10)}
        for id_ in lasting["criteria"][:3]
    }
    return {
        "year": year - 1,
        "advantages": one.entries(
            "advantages", lambda: one.sourced({"what": one.say("advantage"), "serves": one.link(reasons)})
        ),
        "share_of_wallet": {
            key: one.kept(key, lambda: _wallet(one)) for key in ("machines", "service", "power")
        },
        "results": {
            str(past): one.kept(f"{past}", partial(_result, one, expected=past >= year))
            for past in range(year - 2, year + 2)
        },
        "competitors": rivals,
        "segments": {site.lower(): f"Works {site}" for site in one.sites},
        "open_space": {
            site.lower(): {id_: one.kept(f"{site} {id_}", lambda: _cell(one)) for id_ in one.offerings}
            for site in one.sites
        },
        "swot": {key: one.entries(kind, lambda: one.say("swot")) for key, kind in swot.items()},
        "satisfaction": {
            "surveyed": one.day(-300, -100),
            "responses": rng.randint(8, 60),
            "scale": 10,
            "criteria": surveyed,
            "moments_of_truth": [one.say("moment")],
        },
    }


def _wallet(one: Account) -> Data:
    """Shares that stay within the whole."""
    parts = [one.rng.randint(1, 30) / 10 for _ in range(3)]
    others = dict(zip(one.rivals[:2], (f"{part:.1f}M" for part in parts[1:]), strict=True))
    return {"spend": f"{sum(parts) + 1:.1f}M", "ours": f"{parts[0]:.1f}M", "competitors": others}


def _result(one: Account, *, expected: bool) -> Data:
    sales = one.rng.randint(20, 90)
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


def _cell(one: Account) -> Any:
    rng, rival = one.rng, one.rng.choice(one.rivals)
    bound = {"state": "competitor", "who": rival, "until": one.day(200, 900), "spend": one.money()}
    wanted = {"state": "open", "serves": one.link(one.lasting["factors"], 1), "spend": one.money()}
    return rng.choices(
        (one.money(), "open", rival, "in-house", "not-wanted", "unknown", bound, wanted),
        (5, 6, 2, 1, 2, 1, 1, 1),
    )[0]
