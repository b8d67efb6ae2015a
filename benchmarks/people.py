"""Block 3: their people, ours, and who speaks with whom."""

from benchmarks import words
from benchmarks.account import CADENCES, LEVELS, OURS, ROLES, Account, Data

STANCES = ("opponent", "constructive-critic", "conditional-supporter", "supporter")
STEPS = (
    *("need-recognition", "characteristic-determination", "specification", "source-identification"),
    *("proposal-request", "proposal-evaluation", "supplier-selection", "post-purchase-evaluation"),
)
CONTACTS = ("vendor", "credible-source", "problem-solver", "trusted-advisor")


def relationships(one: Account, activities: list[str]) -> Data:
    """Relationships; their weak points lead to activities of the quarter."""
    now = one.rng.randrange(2)
    layers = ("transactional", "consultative", "transformative")
    data: Data = {
        "continuum": {
            "layer": {"now": layers[now], "wanted": layers[now + 1]},
            "intent": {"ours": "high", "theirs": one.rng.choice(LEVELS[1:])},
            "why": one.say("because"),
        },
        "buying_center": {id_: _member_now(one, id_, place) for place, id_ in enumerate(one.members)},
        "selling_center": {id_: {"roles": role} for id_, role in zip(one.team, OURS, strict=True)},
    }
    if one.extended:
        interfaces = {
            key: {
                "team": one.link(one.team),
                "with": one.link(one.members),
                "state": "rough",
                "what": one.say("interface"),
                "leads_to": one.link(activities, 1),
            }
            for key in ("ordering", "drawings")
        }
        groups = ("buyers", "users", "deciders", "promoters")
        data["buying_center_analysis"] = {group: _group(one, activities) for group in groups}
        steps = {key: {"team": one.link(one.team, 1), "what": one.say("step")} for key in STEPS}
        data["alignment"] = {"interfaces": interfaces, "sales_steps": steps}
        data["boundary_value"] = {
            key: {
                "what": one.say("joined"),
                "we_gain": one.say("gain"),
                "they_gain": one.say("gain"),
                "cost_to_switch": one.money(1, 9),
            }
            for key in ("parts", "training")
        }
    return data


def _member_now(one: Account, id_: str, place: int) -> Data:
    """A member as they were, with the talks of the quarter; the first one talks with an executive."""
    team = one.some(one.team, 1, 2) if place else [one.team[OURS.index("executive")]]
    return one.kept(id_, lambda: _member(one, place)) | {"contacts": {ours: _contact(one) for ours in team}}


def _member(one: Account, place: int) -> Data:
    boss = {"reports_to": one.members[one.rng.randrange(place)]} if place else {"reports_to": "none"}
    roles = ROLES[place % len(ROLES)]
    others = [id_ for id_ in one.members if id_ != one.members[place]]
    heard_by = one.members[0] if roles == "facilitator" else one.rng.choice(others)
    profile = {
        "business_agenda": "business",
        "personal_agenda": "personal",
        "recognised_by": "recognised",
        "measured_by": "measured-by",
    }
    profile |= (
        {"favourable": "favourable", "needs": "needs", "kept_from_it": "kept", "we_can_help": "help-them"}
        if one.extended
        else {}
    )
    return {
        "name": one.names[one.members[place]],
        "title": words.TITLES[place % len(words.TITLES)],
        "roles": [roles, "influencer"] if roles in {"facilitator", "user"} and place > 6 else roles,
        "stance": one.rng.choice(STANCES),
        "influence": one.rng.choice(LEVELS),
        **boss,
        "profile": {key: one.say(purpose) for key, purpose in profile.items()},
        "contacts": {},
        "influences": {heard_by: one.say("influence")},
    }


def _contact(one: Account) -> Data:
    level = one.rng.randrange(3)
    return {
        "topic": one.say("topic"),
        "every": one.rng.choice(CADENCES),
        "last": one.day(-70, -1),
        "next": one.day(30, 60),
        "level": CONTACTS[level],
        "wanted": CONTACTS[level + 1],
    }


def _group(one: Account, activities: list[str]) -> Data:
    parts = {
        "preoccupations": ("tangible", "intangible"),
        "consequences": ("tangible", "intangible"),
        "expectations": ("current", "possible"),
    }
    return {
        part: {key: _point(one, activities, acts=key == "current") for key in keys}
        for part, keys in parts.items()
    }


def _point(one: Account, activities: list[str], *, acts: bool) -> str | Data:
    """A point; where it `acts`, surely with what follows from it."""
    if one.rng.random() < 0.75 and not acts:
        return one.say("point")
    return {
        "what": one.say("point"),
        "assessment": one.say("assessment"),
        "leads_to": one.link(activities, 1),
    }
