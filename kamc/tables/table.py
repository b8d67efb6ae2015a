"""What a table is: its columns, each with type and meaning, the key of its rows, and where they come from."""

import datetime as dt
import enum
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import TypeAlias

import msgspec

from kamc.audience import View
from kamc.diagnostics import Diagnostic, Path
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.schema import Which

Cell: TypeAlias = str | int | Decimal | dt.date | tuple[str, ...] | None
"""A value; `None` where nothing is known. A yes or no is a `bool`, and so an `int`."""
Row: TypeAlias = tuple[Cell, ...]


class Kind(enum.Enum):
    """What the values of a column are."""

    TEXT = "text"
    LIST = "list"
    DATE = "date"
    NUMBER = "number"
    WHOLE = "whole number"
    MONEY = "money"
    PERCENT = "percent"
    YES_NO = "yes-no"


MEANING: Mapping[Kind, str] = {
    Kind.TEXT: "A text or an id.",
    Kind.LIST: "Texts or ids, in the author's order; empty where the plan says `none`.",
    Kind.DATE: "A day. Of a month, a quarter or a year it is the last day.",
    Kind.NUMBER: "An exact number.",
    Kind.WHOLE: "A number without decimals.",
    Kind.MONEY: "An exact amount, in the `currency` of the row. Never add amounts of different currencies.",
    Kind.PERCENT: "A share, 0 to 100.",
    Kind.YES_NO: "Yes or no.",
}


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A column: its name, what its values are and mean, the field of the plan, and the methods behind it."""

    name: str
    kind: Kind = Kind.TEXT
    meaning: str
    field: str = ""
    methods: tuple[int, ...] = ()


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What the rows of one plan are made from: the plan as its reader may see it, and its findings."""

    view: View
    account: str
    period: str
    findings: tuple[Diagnostic, ...] = ()
    unfit: frozenset[Path] = frozenset()
    """Where something stands that does not fit and so counts as unknown, though nobody asks."""

    @property
    def plan(self) -> Plan:
        """The plan, cut to its reader."""
        return self.view.plan


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A table: what one row of it is, the columns that tell rows apart, and the rows of one plan.

    `of_findings`: the rows come from what `kamc check` finds, which takes longer to find out than the rest.
    `is_of_plans`: they come from plans at all, and are not always the same.
    """

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[Told], Iterable[Row]]
    of_findings: bool = False
    is_of_plans: bool = True


class SharedTable(Table, frozen=True, kw_only=True):
    """A table whose rows come from a file that all plans share; they are the same for all accounts.

    `file` is the sort of that file, `records` its rows as an audience may see them.
    """

    file: Which
    records: Callable[[Part, Audience], Iterable[Row]]


ACCOUNT = Column(name="account", meaning="The id of the account.", field="account", methods=(4,))
PERIOD = Column(
    name="period", meaning="The quarter that the plan is for, such as 2026-Q4.", field="period", methods=(4,)
)
