"""What changed between two plans: one `Change` a fact, and the `Diff` that holds them (M4)."""

from decimal import Decimal
from typing import Any, Literal, TypeAlias

import msgspec

from kamc.diagnostics import Diagnostic, Path, Span, pointer

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
    text: str = ""
    """How people say it; empty where the two values say it themselves."""


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


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A figure of the account before and after; `None` where it is not known (or is not its reader's).

    `unit` is `percent`, `score` (0 to 100), `count`, or a currency.
    """

    key: str
    title: str
    unit: str
    old: Decimal | None
    new: Decimal | None
    old_text: str = ""
    new_text: str = ""
    difference: Difference | None = None
    effect: Effect = "neutral"
    message: str = ""

    @property
    def moved(self) -> bool:
        """Whether it is another one now."""
        return (self.old, self.old_text) != (self.new, self.new_text)


Outcome: TypeAlias = Literal[
    "kept", "late", "undated", "carried-over", "carried-over-again", "dropped", "gone", "unknown"
]
"""Done by its day; done after it; done, nobody says when; still open; still open for a second quarter or longer;
given up with a reason; given up or left out without a word; nobody knows."""


class Promised(msgspec.Struct, frozen=True, kw_only=True):
    """What was to be done or said by the end of the old plan's quarter, and what the new plan makes of it."""

    entity: str
    id: str
    what: str
    by: str
    """The day, as it was written."""
    outcome: Outcome
    message: str
    effect: Effect = "neutral"
    done: str = ""
    moved_to: str = ""


class Likely(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that is gone and one that is new, which look like one: a rename that nobody has written down.

    Nothing is assumed of it: both stand among the changes, as gone and as new.
    """

    entity: str
    old: str
    new: str
    likeness: int
    """How much of what they say is the same, in percent."""
    message: str
    old_at: Path
    new_at: Path


class Diff(msgspec.Struct, frozen=True, kw_only=True):
    """Two plans and what changed from the old one to the new one.

    Beside the changes, what follows from them: figures before and after, findings that are `new` and `gone`,
    what became of promises, what was left alone though it is reviewed each quarter, renames that look likely.
    What was not asked for, or is not its reader's, is empty.
    """

    old: Side
    new: Side
    changes: tuple[Change, ...]
    figures: tuple[Figure, ...] = ()
    found: tuple[Diagnostic, ...] = ()
    """What a check says of the new plan and did not say of the old one."""
    gone: tuple[Diagnostic, ...] = ()
    promises: tuple[Promised, ...] = ()
    left_alone: tuple[str, ...] = ()
    suggested: tuple[Likely, ...] = ()
