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
    "challenges": 3,
    "plans": 2,
    "projects": 3,
    "criteria": 5,
    "ideas": 2,
    "advantages": 4,
    "strengths": 2,
    "weaknesses": 2,
    "chances": 2,
    "threats": 2,
    "objectives": 4,
    "people": 2,
    "resources": 2,
    "strategies": 3,
    "opportunities": 2,
}
"""How many entries of each kind an account has that stay."""
TENTHS = 10
LONG, WORDS = 40, 6
"""So many characters and words make a text long."""
CHANGES = 0.12
"""How likely it is that somebody writes a thing anew in the next quarter."""


def id_of(name: str) -> str:
    """The id that a name spells."""
    return name.lower().replace(" ", "-")


class Account:
    """An account and everything in it that lasts. `today` moves on from quarter to quarter."""

    def __init__(self, rng: random.Random, id_: str, name: str, trade: str, owner: str) -> None:
        self.rng, self.id, self.name, self.trade = rng, id_, name, trade
        self.extended = rng.random() < 0.4
        self.sites = rng.sample(words.SITES, 3 if self.extended else rng.randint(3, 5))
        self.offerings = rng.sample(
            list(words.OFFERINGS), rng.randint(5, 6) if self.extended else rng.randint(6, 9)
        )
        others = [name for name in words.OURS if name != owner]
        self.team = [id_of(name) for name in (owner, *rng.sample(others, len(OURS) - 1))]
        self.rivals = rng.sample(words.RIVALS, 3)
        self.used = {*words.OFFERINGS, *words.RIVALS, *self.sites}
        self.names = self._names(6 if self.extended else 8)
        self.members = list(self.names)
        self.lasting = self._lasting()
        self.before: Data = {}
        self.decks: dict[str, list[str]] = {}
        self.written: dict[str, Any] = {}
        self.promised: dict[str, Any] = {}
        self.today = dt.date(2024, 1, 1)

    def _names(self, count: int) -> dict[str, str]:
        """Members by id: first names and last names, no pair twice."""
        firsts, lasts = self.rng.sample(words.FIRST, count), self.rng.sample(words.LAST, count)
        return {
            f"{first.lower()}-{spelled}": f"{first} {last}"
            for first, (last, spelled) in zip(firsts, lasts, strict=True)
        }

    def say(self, purpose: str) -> str:
        """A sentence for a purpose, its gaps filled; all of them are said before one is said again.

        A long one says from whom we have it, and in which of our notes: so no two accounts say the same.
        """
        if not self.decks.get(purpose):
            self.decks[purpose] = self.rng.sample(words.SENTENCES[purpose], len(words.SENTENCES[purpose]))
        said = re.sub(r"\{(\w+)\}", lambda gap: self._fill(gap[1]), self.decks[purpose].pop())
        is_long = len(said) >= LONG and len(said.split()) >= WORDS
        return f"{said} ({self._fill('person')}, {self._notes()})" if is_long else said

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """What was written under a name in the quarter before, unless it has changed since."""
        if name not in self.written or self.rng.random() < CHANGES:
            self.written[name] = make()
        written: T = self.written[name]
        return written

    def entries(self, kind: str, make: Callable[[], T]) -> dict[str, T]:
        """The lasting entries of a kind, each as it was in the quarter before unless it has changed."""
        return {id_: self.kept(id_, make) for id_ in self.lasting[kind]}

    def fixed(self, name: str, make: Callable[[], T]) -> T:
        """What was said once under a name, and holds from then on: a day, a target."""
        if name not in self.promised:
            self.promised[name] = make()
        promised: T = self.promised[name]
        return promised

    def due(self, name: str) -> str:
        """The day for which something was promised: after the last quarter of all, and kept to."""
        return self.fixed(name, lambda: self._late_day().isoformat())

    def _late_day(self) -> dt.date:
        return dt.date(2027, 2, 1) + dt.timedelta(days=self.rng.randint(0, 600))

    def _notes(self) -> str:
        return "notes {} and {}".format(*sorted(self.rng.sample(range(1000, 10000), 2)))

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
        return f"{tenths / 10:.1f}M" if tenths >= TENTHS else f"{tenths * 100}k"

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
        """`data` with its sources; what is sure has two."""
        sources = [
            f"Visit in {self.rng.choice(self.sites)} {self.day(-80, -5)}",
            f"{self.rng.choice(list(self.names.values()))} {self.day(-60, -2)}",
        ]
        count = self.rng.randint(1, 2)
        return data | {"sources": sources[:count], "confidence": LEVELS[count]}

    def _lasting(self) -> dict[str, list[str]]:
        """The ids of entries that stay from quarter to quarter."""
        return {kind: [self.id_for() for _ in range(count)] for kind, count in LASTING.items()}

    @property
    def needs(self) -> list[str]:
        """The ids of what activities can answer."""
        return [id_ for kind in ("factors", "challenges", "plans", "projects") for id_ in self.lasting[kind]]
