"""What changed between two plans: one `Change` a fact, and the `Diff` that holds them (M4)."""

from decimal import Decimal
from typing import Any, Literal, TypeAlias

import msgspec

from kamc.diagnostics import Path, Span, pointer

Effect: TypeAlias = Literal["better", "worse", "neutral"]
ChangeKind: TypeAlias = Literal["added", "removed", "ended", "changed", "renamed"]

HEADER = "header"
BLOCKS = {
    "account_knowledge": "Account knowledge",
    "product_knowledge": "Product knowledge",
    "relationships": "Relationships",
    "account_as_market": "Account as a market",
    "account_plan": "Account plan",
}
"""The five blocks of a plan and how they are printed (M1)."""
HOMES = {"selection": "account_knowledge"}
"""Parts outside the five blocks that are read with one of them."""


def block_of(path: Path) -> str:
    """Which of the five blocks a path of a plan leads into, by its key; `header` for what stands above them."""
    top = str(path[0]) if path else ""
    home = HOMES.get(top, top)
    return home if home in BLOCKS else HEADER


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where something stands: a file (relative, forward slashes) and a span in it."""

    path: str
    span: Span


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """How far a value moved, in its field's own terms: up where `by` is above zero, or later.

    `unit` is `points` (shares in percent, marks), `days`, `steps` (words that have an order), or that of the
    amount, empty where it has none; `percent` is the same of the old amount, where that can be said.
    """

    by: Decimal
    unit: str = ""
    percent: Decimal | None = None


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is different in the new plan.

    `subject` is how `message` calls the thing, where it has a name, `name` the same without its kind, `title` how it
    calls the field. `id` names the entry or table line (`member/person` for a contact, `segment/offering` for a cell, the account for
    the plan itself), `field` the keys below it, joined by dots. `old` and `new` are normal form data, the texts are
    how people read them; an absent value is Python's `None` and an empty text. `old_at` and `new_at` are paths; a
    thing that was added has no `old_at`, one that is gone no `new_at`. `topic` says why it leads a report, if it does.
    """

    kind: ChangeKind
    entity: str
    id: str
    message: str
    subject: str = ""
    name: str = ""
    title: str = ""
    field: str | None = None
    old: Any = None
    new: Any = None
    old_text: str = ""
    new_text: str = ""
    old_at: Path | None = None
    new_at: Path | None = None
    difference: Difference | None = None
    effect: Effect = "neutral"
    topic: str = ""
    code: str | None = None
    old_place: Place | None = None
    new_place: Place | None = None

    @property
    def at(self) -> Path:
        """Its path in the new plan, or in the old one where it is gone."""
        return self.old_at or () if self.new_at is None else self.new_at

    @property
    def pointer(self) -> str:
        """`at` as a JSON Pointer."""
        return pointer(self.at)

    @property
    def block(self) -> str:
        """Which of the five blocks it belongs to, by its key; `header` for what stands above them."""
        return block_of(self.at)


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of the two plans that are compared."""

    account: str
    name: str
    period: str
    path: str | None = None


class Diff(msgspec.Struct, frozen=True, kw_only=True):
    """Two plans and what changed from the old one to the new one."""

    old: Side
    new: Side
    changes: tuple[Change, ...]
