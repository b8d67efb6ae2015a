"""What the portfolio brief is made from, and small things that all of its parts need."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import msgspec

from kamc.analysis.rates import Rates
from kamc.analysis.standing import Standing
from kamc.brief.given import Run
from kamc.brief.shown import NAMES, Cell, Piece, Row, Shown, Table, Where, joined
from kamc.model.fields import Audience
from kamc.model.limits import Limits
from kamc.model.shared import People
from kamc.speech import Speech, plural

MOST = 20
"""Rows of a table; the rest is counted."""
FEW_NAMES = 6
AND_MORE = plural("{names} and {n} more", "{names} and {n} more")
MORE_ACCOUNTS = plural(
    "And {n} more account: {command} has all of them.", "And {n} more accounts: {command} has all of them."
)
MORE_DECISIONS = plural(
    "And {n} more decision: {command} has all of them.", "And {n} more decisions: {command} has all of them."
)
MORE_MANAGERS = plural(
    "And {n} more manager: {command} has all of them.", "And {n} more managers: {command} has all of them."
)
Leads: TypeAlias = Mapping[tuple[str, str], Where]
"""Where the brief of an account lies, by account and quarter."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What the brief is made with, beside the accounts."""

    audience: Audience
    rates: Rates | None = None
    limits: Limits = Limits()
    people: People | None = None
    accounts: int | None = None
    """How many accounts the workspace has, where the brief is made of some of them."""
    unread: tuple[str, ...] = ()
    """Plans that could not be read, by their paths: their accounts are not counted."""
    flawed: tuple[str, ...] = ()
    """Plans with mistakes: what these touch counts as unknown."""
    leads: Leads = {}


class Part(Piece, frozen=True, kw_only=True):
    """A table with what is to be said before it and of what it leaves out."""

    said: tuple[Shown, ...] = ()
    table: Table = Table()
    more: str = ""


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """The accounts, the largest first, with what all parts need of the run."""

    held: tuple[Standing, ...]
    run: Run
    asked: Asked
    owners: dict[str, str]

    @property
    def currency(self) -> str:
        return self.run.currency or ""

    @property
    def speech(self) -> Speech:
        """How the brief speaks."""
        return self.run.speech

    def who(self, owners: Iterable[str | None]) -> str:
        """Names of our people."""
        nobody = self.speech.say("nobody named")
        return joined((self.owners.get(one or "", one or nobody) for one in owners), ", ")

    def name(self, one: Standing, *, lead: bool = True) -> Cell:
        """An account by its name, which leads to its own brief."""
        return Cell(one.name, lead=lead, to=self.asked.leads.get((one.account, one.period), {}))

    def some(self, accounts: Iterable[str]) -> Row:
        """A few accounts by their ids, and how many more there are."""
        by_id = {one.account: one for one in self.held}
        held = [self.name(by_id[one], lead=False) for one in accounts]
        return Row(tuple(held[:FEW_NAMES]), and_more(self.speech, held))

    def few(self, names: Sequence[str]) -> str:
        """A few names, and how many more there are."""
        return str(Row(tuple(Cell(one) for one in names[:FEW_NAMES]), and_more(self.speech, names)))


def and_more(speech: Speech, held: Sequence[object]) -> str:
    """What is said of names of which only the first few are shown."""
    left = len(held) - FEW_NAMES
    return speech.count(left, *AND_MORE, names=NAMES) if left > 0 else NAMES


def more(speech: Speech, held: int, says: tuple[str, str], command: str) -> str:
    """What stands below a table that shows only the first rows: which command has all of them."""
    left = held - MOST
    return speech.count(left, *says, command=command) if left > 0 else ""
