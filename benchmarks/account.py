"""One invented account, what lasts in it, and the words of those who write about it."""

import datetime as dt
import random
import re
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias, TypeVar

from benchmarks import words

T = TypeVar("T")
Data: TypeAlias = dict[str, Any]

LEVELS = ("low", "medium", "high")
ROLES = ("decider", "facilitator", "user", "buyer", "influencer", "gatekeeper", "advisor")
CADENCES = ("week", "2 weeks", "month", "quarter")
OURS = ("key-account-manager", "sponsor", "executive", "subject-matter", "geographic", "contributor")
MONTHS = ("January", "March", "May", "June", "September", "November")
LASTING = {
    "aims": 3,
    "factors": 4,
    "barriers": 2,
    "enablers": 2,
    "challenges": 4,
    "plans": 3,
    "projects": 3,
    "criteria": 6,
    "ideas": 2,
    "advantages": 4,
    "strengths": 2,
    "weaknesses": 2,
    "chances": 2,
    "threats": 2,
    "objectives": 4,
    "people": 2,
    "strategies": 3,
    "opportunities": 3,
}
"""How many entries of each kind an account has that stay."""
CHANGES = 0.12
"""How likely it is that somebody writes a thing anew in the next quarter."""


class Account:
    """An account and everything in it that lasts. `today` moves on from quarter to quarter."""

    def __init__(self, rng: random.Random, id_: str, name: str, trade: str) -> None:
        self.rng, self.id, self.name, self.trade = rng, id_, name, trade
        self.extended = rng.random() < 0.4
        self.sites = rng.sample(words.SITES, rng.randint(3, 5))
        self.offerings = rng.sample(list(words.OFFERINGS), rng.randint(6, 9))
        self.team = [name.lower().replace(" ", "-") for name in rng.sample(words.OURS, len(OURS))]
        self.rivals = rng.sample(words.RIVALS, 3)
        self.used = {*words.OFFERINGS, *words.RIVALS, *self.sites}
        self.names = self._names(9 if self.extended else 8)
        self.members = list(self.names)
        self.lasting = self._lasting()
        self.before: Data = {}
        self.decks: dict[str, list[str]] = {}
        self.written: dict[str, Any] = {}
        self.today = dt.date(2024, 1, 1)

    def _names(self, count: int) -> dict[str, str]:
        """Members by id: first names and last names, no pair twice."""
        firsts, lasts = self.rng.sample(words.FIRST, count), self.rng.sample(words.LAST, count)
        return {
            f"{first.lower()}-{spelled}": f"{first} {last}"
            for first, (last, spelled) in zip(firsts, lasts, strict=True)
        }

    def say(self, purpose: str) -> str:
        """A sentence for a purpose, its gaps filled; all of them are said before one is said again."""
        if not self.decks.get(purpose):
            self.decks[purpose] = self.rng.sample(words.SENTENCES[purpose], len(words.SENTENCES[purpose]))
        return re.sub(r"\{(\w+)\}", lambda gap: self._fill(gap[1]), self.decks[purpose].pop())

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """What was written under a name in the quarter before, unless it has changed since."""
        if name not in self.written or self.rng.random() < CHANGES:
            self.written[name] = make()
        written: T = self.written[name]
        return written

    def entries(self, kind: str, make: Callable[[], T]) -> dict[str, T]:
        """The lasting entries of a kind, each as it was in the quarter before unless it has changed."""
        return {id_: self.kept(id_, make) for id_ in self.lasting[kind]}

    def due(self, name: str, field: str, make: Callable[[], Data]) -> Data:
        """What was written under a name, with a new day and the reason where its day has come."""
        written = self.kept(name, make)
        if written[field] < self.day(25, 25):
            written = written | {field: self.day(60, 300), "why": self.say("because")}
            self.written[name] = written
        return written

    def _fill(self, gap: str) -> str:
        fillers: dict[str, Callable[[], str]] = {
            "site": lambda: self.rng.choice(self.sites),
            "line": lambda: f"line {self.rng.randint(1, 9)}",
            "percent": lambda: str(self.rng.randint(3, 48)),
            "money": self.money,
            "month": lambda: self.rng.choice(MONTHS),
            "person": lambda: self.rng.choice(list(self.names.values())),
            "figure": lambda: str(self.rng.randint(4, 96)),
        }
        return fillers[gap]()

    def money(self, least: int = 1, most: int = 90) -> str:
        """An amount as people write it."""
        tenths = self.rng.randint(least, most)
        return f"{tenths / 10:.1f}M" if self.rng.random() < 0.7 else f"{tenths * 10}k"

    def id_for(self) -> str:
        """A new id: two or three words that nobody has used in this account."""
        while True:
            parts = [self.rng.choice(words.FIRST_WORDS), self.rng.choice(words.SECOND_WORDS)]
            parts += [str(self.rng.randint(2, 99))] if len(self.used) > 400 else []
            if (id_ := "-".join(parts)) not in self.used:
                self.used.add(id_)
                return id_

    def some(self, items: Sequence[T], least: int, most: int) -> list[T]:
        """From `least` to `most` of `items`, in their order."""
        chosen = set(self.rng.sample(range(len(items)), min(len(items), self.rng.randint(least, most))))
        return [item for place, item in enumerate(items) if place in chosen]

    def link(self, items: Sequence[str], most: int = 2) -> str | list[str]:
        """One id, or a list of ids."""
        chosen = self.some(items, 1, most)
        return chosen[0] if len(chosen) == 1 else chosen

    def day(self, least: int, most: int) -> str:
        """A day from so many to so many days from now."""
        return (self.today + dt.timedelta(days=self.rng.randint(least, most))).isoformat()

    def sourced(self, data: Data) -> Data:
        """`data` with the sources that somebody careful adds."""
        if self.rng.random() < 0.6:
            return data
        sources = [
            f"Visit in {self.rng.choice(self.sites)} {self.day(-80, -5)}",
            f"{self.rng.choice(list(self.names.values()))} {self.day(-60, -2)}",
        ]
        return data | {"sources": sources[: self.rng.randint(1, 2)], "confidence": self.rng.choice(LEVELS)}

    def _lasting(self) -> dict[str, list[str]]:
        """The ids of entries that stay from quarter to quarter."""
        return {kind: [self.id_for() for _ in range(count)] for kind, count in LASTING.items()}

    @property
    def needs(self) -> list[str]:
        """The ids of what activities can answer."""
        return [id_ for kind in ("factors", "challenges", "plans", "projects") for id_ in self.lasting[kind]]
