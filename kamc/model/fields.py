"""What a field of a plan is: its title and help in sales words, its shape, and what the compiler needs to know of it.

A field stands in the annotation of an attribute: `by: Annotated[Date, Day("Due", "The day it is done.")] = None`.
Everything else is derived from here: the JSON Schemas, the reference page, completeness, audiences, diff directions.
"""

import enum
import functools
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, ClassVar, Literal, TypeAlias

import msgspec

from kamc.model import values
from kamc.model.values import Every, Quantity, Relevance, When

Better: TypeAlias = Literal["higher", "lower", "earlier", "later", "last-word"]
"""Which way a field moves when the account moves our way; `last-word`: its words are listed from worse to better."""


class Profile(enum.IntEnum):
    """How much method an account deserves; each asks for all that the one before asks for."""

    SHORT = 1
    STANDARD = 2
    EXTENDED = 3

    @property
    def word(self) -> str:
        """The profile as plans write it."""
        return self.name.lower()


class Audience(enum.IntEnum):
    """Who may read a part of a plan; a larger number is a wider circle."""

    PRIVATE = 0
    TEAM = 1
    CUSTOMER = 2

    @property
    def word(self) -> str:
        """The audience as plans and options write it."""
        return self.name.lower()


SHORT, STANDARD, EXTENDED = Profile
PRIVATE, TEAM, CUSTOMER = Audience


class Field(msgspec.Struct, frozen=True):
    """What every field has. `methods` are numbers of `methods.md`; `ask` is the profile from which it is expected.

    `audience` is who reads it unless its author says otherwise, `ceiling` the widest circle that its author may
    choose; both default to those of the record that it stands in.
    """

    title: str
    help: str = ""
    example: Any = None
    methods: tuple[int, ...] = ()
    ask: Profile | None = None
    audience: Audience | None = None
    ceiling: Audience | None = None
    better: Better | None = None
    required: bool = False
    """The file is not a plan without it: a few header fields only. Everything else is a gap, not an error."""

    shape: ClassVar[str] = ""


class Scalar(Field, frozen=True):
    """A field whose value is one thing. `read` gives Python's `None` for what does not fit its shape."""

    said: bool = True
    """Whether `unknown` and `none` may stand instead of a value."""

    def read(self, raw: Any) -> Any:
        """The value of `raw`, or `None` where it does not fit; `ValueError` says what is wrong with what seems to."""
        raise NotImplementedError

    def write(self, value: Any) -> Any:
        """The value as plain data in normal form: what `read` reads back."""
        return str(value)


class Prose(Scalar, frozen=True):
    """Free text, one line or many."""

    shape: ClassVar[str] = "text"

    def read(self, raw: Any) -> str | None:
        return (
            raw
            if isinstance(raw, str) and raw.strip() and (self.said or raw not in {"unknown", "none"})
            else None
        )


class ProseList(Scalar, frozen=True):
    """One text or several, in the author's order."""

    shape: ClassVar[str] = "text, or a list of texts"

    def read(self, raw: Any) -> tuple[str, ...] | None:
        items = raw if isinstance(raw, list) else [raw]
        if not items or not all(isinstance(item, str) and item.strip() for item in items):
            return None
        return tuple(items)

    def write(self, value: tuple[str, ...]) -> Any:
        return list(value)


class OneWord(Scalar, frozen=True):
    """One of a few words."""

    words: tuple[str, ...] = ()
    said: bool = False
    or_unknown: bool = True
    default: str = ""
    """The word that is meant where none is written; a plan that writes it means the same."""
    shape: ClassVar[str] = "one of a few words"

    @property
    def choices(self) -> tuple[str, ...]:
        """Every word that may stand here."""
        return (*self.words, "unknown") if self.or_unknown else self.words

    def read(self, raw: Any) -> str | None:
        return raw if isinstance(raw, str) and raw in self.words else None


class SomeWords(OneWord, frozen=True):
    """One or several of a few words, in no order."""

    shape: ClassVar[str] = "one or several of a few words"

    def read(self, raw: Any) -> tuple[str, ...] | None:  # type: ignore[override]
        items = raw if isinstance(raw, list) else [raw]
        return tuple(dict.fromkeys(items)) if items and all(item in self.words for item in items) else None

    def write(self, value: tuple[str, ...]) -> Any:
        return sorted(value, key=self.words.index)


class Lifecycle(OneWord, frozen=True):
    """Where an entry is in its life: the open words, then the ended ones, come from the entry's own record."""

    open: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()
    shape: ClassVar[str] = "a status word"


class Day(Scalar, frozen=True):
    """A day, month, quarter or year; the last day is meant."""

    shape: ClassVar[str] = "a date: 2028-06-30, 2028-06, 2028-Q2 or 2028"

    def read(self, raw: Any) -> When | None:
        return values.read_date(raw)


class Number(Scalar, frozen=True):
    """A plain number, from `least` to `most` where these are given."""

    least: int | None = None
    most: int | None = None
    whole: bool = False
    shape: ClassVar[str] = "a number"

    def read(self, raw: Any) -> Decimal | None:
        fits = (
            values.is_whole(raw)
            if self.whole
            else isinstance(raw, int | Decimal) and not isinstance(raw, bool)
        )
        return self.within(Decimal(raw)) if fits else None

    def within(self, number: Decimal) -> Decimal | None:
        """The number, if it lies within the limits."""
        too_small = self.least is not None and number < self.least
        too_large = self.most is not None and number > self.most
        return None if too_small or too_large else values.exact(number)

    def write(self, value: Decimal) -> int | Decimal:
        return int(value) if value == value.to_integral_value() else value


class Money(Number, frozen=True):
    """An amount as people write it: `12M`, `250k`, `410000`, in the plan's currency unless the entry says another."""

    shape: ClassVar[str] = "an amount: 12M, 250k or 410000"

    def read(self, raw: Any) -> Decimal | None:
        number = values.read_amount(raw)
        return None if number is None else self.within(number)


class CellValue(Money, frozen=True):
    """What stands in a cell of the open space: our sales, one of `words`, or the id of who is there."""

    words: tuple[str, ...] = ()
    shape: ClassVar[str] = "our sales, a competitor's id or a word"


class Percent(Number, frozen=True):
    """A share in percent, 0 to 100: `25` or `25 %`."""

    least: int | None = 0
    most: int | None = 100
    shape: ClassVar[str] = "a share in percent, 0 to 100"

    def read(self, raw: Any) -> Decimal | None:
        number = values.read_percent(raw)
        return None if number is None else self.within(number)


class Amount(Scalar, frozen=True):
    """A number with or without a unit: `10`, `1.2M`, `4100 tonnes`."""

    shape: ClassVar[str] = "a number, an amount or a quantity: 10, 1.2M or 4100 tonnes"

    def read(self, raw: Any) -> Quantity | None:
        return values.read_quantity(raw)

    def write(self, value: Quantity) -> Any:
        whole = value.amount == value.amount.to_integral_value()
        return str(value) if value.unit else int(value.amount) if whole else value.amount


class Stretch(Scalar, frozen=True):
    """How often, or how long: `month`, `2 weeks`, `3 years`."""

    shape: ClassVar[str] = "a stretch of time: week, 2 weeks, month, quarter, half-year, 3 years"

    def read(self, raw: Any) -> Every | None:
        return values.read_stretch(raw)


class Value(Scalar, frozen=True):
    """A word, a text or a number as written: what it means, the field says that it is compared with."""

    many: bool = False
    shape: ClassVar[str] = "a word, a text or a number"

    def read(self, raw: Any) -> tuple[str | Decimal, ...] | None:
        items = raw if isinstance(raw, list) and self.many else [raw]
        if not items or not all(map(_is_plain, items)):
            return None
        return tuple(one if isinstance(one, str) else values.exact(Decimal(one)) for one in items)

    def write(self, value: tuple[str | Decimal, ...]) -> Any:
        return list(value) if len(value) > 1 else value[0]


def _is_plain(raw: Any) -> bool:
    """Whether something is a text that is not blank, or a number."""
    return bool(raw.strip()) if isinstance(raw, str) else isinstance(raw, int | Decimal)


class Rating(Scalar, frozen=True):
    """Importance times difference, each 1 to 7: `7x5`."""

    shape: ClassVar[str] = "importance times difference, each 1 to 7: 7x5"

    def read(self, raw: Any) -> Relevance | None:
        return values.read_relevance(raw)


class Pattern(Scalar, frozen=True):
    """Text of a fixed shape: an id, a period, a currency."""

    pattern: str = values.ID
    said: bool = False
    looks: str = "an id: small letters, digits and hyphens"
    shape: ClassVar[str] = "text of a fixed shape"

    def read(self, raw: Any) -> str | None:
        fits = (
            values.is_id(raw)
            if self.pattern == values.ID
            else isinstance(raw, str) and matches(self.pattern, raw)
        )
        return raw if isinstance(raw, str) and fits else None


class Link(Scalar, frozen=True):
    """One id or a list of ids of other entries, of our people or of catalogue offerings; in no order.

    `to` names the kinds that may stand here.
    """

    to: tuple[str, ...] = ()
    many: bool = True
    shape: ClassVar[str] = "an id, or a list of ids"

    def read(self, raw: Any) -> tuple[str, ...] | None:
        items = raw if isinstance(raw, list) and self.many else [raw]
        if not items or not all(map(values.is_id, items)):
            return None
        return tuple(dict.fromkeys(items))

    def write(self, value: tuple[str, ...]) -> Any:
        return sorted(value) if self.many else value[0]


class One(Field, frozen=True):
    """A record of its own: a mapping with fixed keys."""

    record: Any = None
    shape: ClassVar[str] = "a few fields of its own"


class Entries(Field, frozen=True):
    """Entries under ids that their author chose; the ids are unique in the whole plan."""

    record: Any = None
    shape: ClassVar[str] = "entries, each under an id of your choice"


class Table(Field, frozen=True):
    """A mapping under local keys (words, years, ids of other things) to a value or a record."""

    keys: Any = None
    value: Any = None
    """A `Field` for plain values, or a record class."""
    shape: ClassVar[str] = "a table"


class Rows(Field, frozen=True):
    """Records in order that nothing refers to."""

    record: Any = None
    shape: ClassVar[str] = "a list"


Expand: TypeAlias = Callable[[Any], Mapping[str, Any] | None]


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What a record is: how people call it, what its short form means, and who may read it.

    `bare` names the field that a bare value fills (an entry may be a bare string: it is its `what`); `expand` does
    it where the meaning depends on the value. `open` and `ended` are the words of its status. `welcome` says whether
    the account stands better or worse with one more of them; `None` where that tells nothing. `note` is what a writer
    must know of its fields together; of the fields in `either` it says which of them are asked for.
    """

    title: str
    kind: str = ""
    bare: str = ""
    expand: Expand | None = None
    bare_shape: Scalar | None = None
    audience: Audience = Audience.TEAM
    ceiling: Audience = Audience.TEAM
    open: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()
    welcome: bool | None = None
    methods: tuple[int, ...] = ()
    note: str = ""
    either: tuple[str, ...] = ()


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def matches(pattern: str, text: str) -> bool:
    """Whether all of `text` has the shape of `pattern`."""
    return _compiled(pattern).fullmatch(text) is not None
