"""Block 5, what lasts: objectives, strategies, opportunities."""

from functools import partial

from benchmarks.account import Account, Data


def goals(one: Account) -> Data:
    """Objectives, strategies and opportunities, mostly as they were in the quarter before."""
    lasting, rng = one.lasting, one.rng
    economic = {
        id_: one.kept(id_, partial(_objective, one, growth))
        for id_, growth in zip(
            lasting["objectives"], ("more-of-the-same", "up-sell", "cross-sell", "co-create"), strict=True
        )
    }
    political = {id_: one.due(id_, "by", partial(_political, one)) for id_ in lasting["people"]}
    points = [id_ for kind in ("strengths", "weaknesses", "chances", "threats") for id_ in lasting[kind]]
    strategies = {id_: one.due(id_, "by", partial(_strategy, one, points)) for id_ in lasting["strategies"]}
    return {
        "journey": {
            "phase": rng.choice(("investment", "long-tunnel", "productive")),
            "since": f"{one.today.year}-01",
            "why": one.say("because"),
        },
        "objectives": economic | political,
        "strategies": strategies,
        "opportunities": {
            id_: _looked_at(one, one.due(id_, "closes", partial(_opportunity, one, place)))
            for place, id_ in enumerate(lasting["opportunities"])
        },
    }


def _political(one: Account) -> Data:
    return {
        "what": one.say("people"),
        "kind": "political",
        "people": one.link(one.members),
        "team": one.link(one.team),
        "by": one.day(60, 300),
    }


def _strategy(one: Account, points: list[str]) -> Data:
    return {
        "kind": one.rng.choice(("offensive", "protective")),
        "what": one.say("strategy"),
        "uses": one.link(points),
        "advances": one.link(one.lasting["objectives"]),
        "by": one.day(90, 400),
        "status": "running",
        "quarters": _quarters(one),
    }


def _looked_at(one: Account, opportunity: Data) -> Data:
    """An opportunity; where it is led as a project, with a look at it in this quarter."""
    project = opportunity.get("sales_project")
    if project is None:
        return opportunity
    control = {"every": "2 weeks", "last": one.day(-7, -1)}
    return opportunity | {"sales_project": project | {"control": control}}


def _quarters(one: Account) -> Data:
    return {f"{one.today.year + 1}-Q{number}": one.say("tactic") for number in (1, 2, 3)}


def _objective(one: Account, growth: str) -> Data:
    start = one.rng.randint(0, 40)
    return {
        "what": one.say("objective"),
        "growth": growth,
        "measure": "sales",
        "baseline": f"{start / 10:.1f}M",
        "now": f"{(start + 2) / 10:.1f}M",
        "target": f"{(start + 12) / 10:.1f}M",
        "by": f"{one.today.year + 2}-12-31",
    }


def _opportunity(one: Account, place: int) -> Data:
    rng, lasting = one.rng, one.lasting
    data = {
        "what": one.say("opportunity"),
        "using": one.link(one.offerings),
        "answers": one.link(one.needs),
        "in": rng.choice(one.sites).lower(),
        "advances": one.link(lasting["objectives"]),
        "origin": rng.choice(("push", "pull")),
        "stage": rng.choice(("identified", "qualified", "go", "pursued")),
        "value": one.money(),
        "term": rng.choice(("year", "2 years", "3 years")),
        "probability": rng.randrange(10, 90, 5),
        "closes": one.day(40, 400),
        "competitors": one.link(one.rivals),
        "cabs": {
            "compelling_reason": one.say("reason"),
            "authority": one.members[0],
            "budget": {"state": "planned", "amount": one.money()},
            "allies": one.link(one.members[1:]),
        },
        "proposition_check": {
            key: rng.choice(("yes", "no"))
            for key in (
                "needs_justify_price",
                "strengths_beat_rivals",
                "benefits_shown",
                "dearer_than_rivals",
            )
        },
    }
    return data | _led(one, place) if one.extended and place == 0 else data


def _led(one: Account, place: int) -> Data:
    """The first opportunity of an extended plan, led as a project."""
    obstacles = {
        f"{one.lasting['opportunities'][place]}-{word}": {
            "what": one.say("obstacle"),
            "answer": one.say("answer"),
            "owner": one.rng.choice(one.team),
        }
        for word in ("slips", "splits")
    }
    weights = {
        id_: dict(zip(one.lasting["criteria"][:3], (50, 30, 20), strict=True)) for id_ in one.members[:3]
    }
    ours = {
        id_: {"margin": one.rng.randint(10, 60), "quota": "yes", "competition": one.say("rival")}
        for id_ in one.offerings[:2]
    }
    return {
        "choices": {"theirs": weights, "ours": ours},
        "sales_project": {
            "phase": "planning",
            "started": one.day(-90, -40),
            "objectives": [one.say("project-goal"), one.say("project-goal")],
            "obstacles": obstacles,
        },
        "negotiation": {
            "space": {
                "price": {"start": 2190, "target": 2140, "breaking_point": 2060, "unit": "EUR a drive"}
            },
            "frame": one.say("frame"),
            "strategy": "collaborative",
            "style": "integrator",
            "concessions": [
                {"we_can": one.say("we-can"), "if_you_can": one.say("if-you-can")} for _ in range(2)
            ],
        },
    }
