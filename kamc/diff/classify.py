"""Which changes lead a report, and what the quarter left alone though it is reviewed each time (M4)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from kamc.diff.effect import FACILITATOR
from kamc.links.match import Pair
from kamc.model.buying_center import Member
from kamc.model.change import Change
from kamc.model.records import Entry
from kamc.model.values import each
from kamc.speech import WRITTEN, Speech, message

MOST = 7
"""How many changes lead at most: as many as a reader keeps in mind."""
ORDER = (
    "facilitator", "decider", "opportunity", "objective", "competitor", "slip", "success-factor", "share",
)  # fmt: skip
"""Topics that lead, weightiest first."""
WEIGHT = ("worse", "better", "neutral")
Test: TypeAlias = Callable[[Change], bool]
LIFE = frozenset(("added", "removed", "ended"))

TOPICS: Mapping[str, tuple[tuple[str, Test], ...]] = {
    "opportunity": (
        ("opportunity", lambda one: one.kind == "ended" and one.new in {"contract", "lost"}),
        ("slip", lambda one: one.field == "closes" and one.effect == "worse"),
    ),
    "objective": (
        ("objective", lambda one: one.kind == "ended" and one.new in {"met", "missed"}),
        ("objective", lambda one: one.field == "target" and one.effect == "worse"),
        ("slip", lambda one: one.field == "by" and one.effect == "worse"),
    ),
    "competitor": (("competitor", lambda one: one.kind in LIFE or one.field == "status"),),
    "success-factor": (("success-factor", lambda one: one.kind in LIFE or one.field == "status"),),
    "wallet": (("share", lambda one: one.field == "share"),),
}
ROUTINE: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "selection": (message("selection criteria"), ("selection",)),
    "success_factors": (message("success factors"), ("account_knowledge", "success_factors")),
    "continuum": (message("relationship continuum"), ("relationships", "continuum")),
    "open_space": (message("open space"), ("account_as_market", "open_space")),
}
"""What is reviewed at least each quarter: its key below `reviewed`, its name, and where it stands (M4)."""


def topic(change: Change, pair: Pair | None = None) -> str:
    """Why a change of an entry leads a report; empty where it does not."""
    held = [one.entry for one in (pair.old, pair.new) if one] if pair else []
    if change.entity == "member":
        return _of_member(change, held)
    return next((name for name, test in TOPICS.get(change.entity, ()) if test(change)), "")


def _of_member(change: Change, held: Sequence[Entry]) -> str:
    roles = {role for one in held if isinstance(one, Member) for role in each(one.roles)}
    if change.effect == "neutral":
        return ""
    if change.field == "stance":
        return "decider" if "decider" in roles else FACILITATOR if FACILITATOR in roles else ""
    came_or_went = change.kind in LIFE or change.field == "status"
    return "facilitator" if change.field == "roles" or (came_or_went and FACILITATOR in roles) else ""


def leads(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that a reader should know first: worst first, then the best, seven at most."""
    leading = [one for one in changes if one.topic]
    leading.sort(key=lambda one: (WEIGHT.index(one.effect), ORDER.index(one.topic)))
    return tuple(leading[:MOST])


def left_alone(changes: Iterable[Change], speech: Speech = WRITTEN) -> tuple[str, ...]:
    """What should be reviewed each quarter, and neither changed nor has a newer date of review (M4)."""
    paths = [one.at for one in changes]
    return tuple(
        speech.say(name)
        for key, (name, home) in ROUTINE.items()
        if not any(path[: len(home)] == home or path[:2] == ("reviewed", key) for path in paths)
    )
