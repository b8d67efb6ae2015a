"""Block 5, what lasts: objectives, strategies, opportunities."""

from functools import partial

from benchmarks.account import Account, Data


def goals(one: Account) -> Data:
    """Objectives, strategies and opportunities, mostly as they were in the quarter before."""
    lasting, rng = one.lasting, one.rng
    economic = {
        id_: one.kept(id_, partial(_objective, one, growth)) | one.fixed(id_, partial(_target, one))
        for id_, growth in zip(
            lasting["objectives"], ("more-of-the-same", "up-sell", "cross-sell", "co-create"), strict=True
        )
    }
    political = {
        id_: one.kept(id_, partial(_political, one)) | {"by": one.due(id_)} for id_ in lasting["people"]
    }
    points = [id_ for kind in ("strengths", "weaknesses", "chances", "threats") for id_ in lasting[kind]]
    strategies = {
        id_: one.kept(id_, partial(_strategy, one, points, place)) | {"by": one.due(id_)}
        for place, id_ in enumerate(lasting["strategies"])
    }
    return {
        "journey": {
            "phase": rng.choice(("investment", "long-tunnel", "productive")),
            "since": f"{one.today.year}-01",
            "why": one.say("because"),
        },
        "objectives": economic | political,
        "strategies": strategies,
        "opportunities": {
            id_: _looked_at(one, one.kept(id_, partial(_opportunity, one, place))) | _promised(one, id_)
            for place, id_ in enumerate(lasting["opportunities"])
        },
    }


def _political(one: Account) -> Data:
    return {
        "what": one.say("people"),
        "kind": "political",
        "people": one.link(one.members),
        "team": one.link(one.team),
    }


def _strategy(one: Account, points: list[str], place: int) -> Data:
    """One of the strategies: together they use every point and advance every objective."""
    count = len(one.lasting["strategies"])
    return {
        "kind": one.rng.choice(("offensive", "protective")),
        "what": one.say("strategy"),
        "uses": points[place::count],
        "advances": one.lasting["objectives"][place::count],
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
    return {"what": one.say("objective"), "growth": growth, "measure": "sales"}


def _target(one: Account) -> Data:
    start = one.rng.randint(0, 40)
    figures = {"baseline": start, "now": start + 2, "target": start + 12}
    return {key: f"{tenths / 10:.1f}M" for key, tenths in figures.items()} | {"by": "2028-12-31"}


def _promised(one: Account, id_: str) -> Data:
    """How far an opportunity is and when it closes: once said, it stays so."""
    stage = one.fixed(f"stage {id_}", lambda: one.rng.choice(("identified", "qualified", "go", "pursued")))
    return {"stage": stage, "closes": one.due(id_)}


def _opportunity(one: Account, place: int) -> Data:
    rng, lasting = one.rng, one.lasting
    data = {
        "what": one.say("opportunity"),
        "using": one.offerings[place],
        "answers": one.link(one.needs),
        "in": one.sites[place].lower(),
        "advances": one.link(lasting["objectives"]),
        "origin": rng.choice(("push", "pull")),
        "value": one.money(),
        "term": rng.choice(("year", "2 years", "3 years")),
        "probability": rng.randrange(10, 90, 5),
        "competitors": one.link(one.rivals),
        "cabs": {
            "compelling_reason": one.say("reason"),
            "authority": one.members[0],
            "budget": {"state": "planned", "amount": one.money()},
            "allies": one.link(one.members[1:]),
        },
        "proposition_check": {
            key: rng.choice(("yes", "no"))
            for key in ("needs_justify_price", "strengths_beat_rivals", "dearer_than_rivals")
        }
        | {"benefits_shown": "yes"},
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
