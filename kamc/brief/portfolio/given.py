"""What the portfolio brief is made from, and small things that all of its parts need."""

from collections.abc import Iterable, Sequence

import msgspec

from kamc.analysis.rates import Rates
from kamc.analysis.standing import Standing
from kamc.brief.given import Run
from kamc.brief.shown import Piece, Shown, Table, joined
from kamc.model.fields import Audience
from kamc.model.limits import Limits
from kamc.model.shared import People
from kamc.words import counted

MOST = 20
"""Rows of a table; the rest is counted."""
FEW_NAMES = 6


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

    def who(self, owners: Iterable[str | None]) -> str:
        """Names of our people."""
        return joined((self.owners.get(one or "", one or "nobody named") for one in owners), ", ")


def some(found: Iterable[str]) -> str:
    """A few names, and how many more there are."""
    held = list(found)
    return joined(held[:FEW_NAMES], ", ") + and_more(held)


def and_more(held: Sequence[str]) -> str:
    """How many names are left out after the first few."""
    return f" and {len(held) - FEW_NAMES} more" if len(held) > FEW_NAMES else ""


def more(held: int, what: str, where: str) -> str:
    """What stands below a table that shows only the first rows."""
    left = held - MOST
    return f"And {counted(left, what)} more: {where} has all of them." if left > 0 else ""
