"""The values that plans hold, exact and immutable: what people write (`12M`, `2028-Q2`, `7x5`), read once.

Two things that are not values have names of their own, so that nobody can compute with them by accident: a fact may
be `UNKNOWN` (an open question) or `NONE` (there is none); a fact that nobody wrote is Python's `None`.
"""

import datetime as dt
import enum
import re
from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from decimal import Decimal
from typing import Generic, TypeAlias, TypeGuard, TypeVar

import msgspec

from kamc.words import plain

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Said(enum.Enum):
    """What a plan says where it states no value."""

    UNKNOWN = "unknown"
    NONE = "none"

    def __repr__(self) -> str:
        return self.name


UNKNOWN = Said.UNKNOWN
NONE = Said.NONE


class When(msgspec.Struct, frozen=True):
    """A date as its author wrote it (`2028-06-30`, `2028-06`, `2028-Q2`, `2028`) and the last day that it means."""

    text: str
    last: dt.date

    def __str__(self) -> str:
        return self.text


class Quantity(msgspec.Struct, frozen=True):
    """An amount and, where one is written, its unit: `4100 tonnes`."""

    amount: Decimal
    unit: str = ""

    def __str__(self) -> str:
        return f"{plain(self.amount)} {self.unit}".rstrip()


class Relevance(msgspec.Struct, frozen=True):
    """Importance (1 to 7) times difference from competing offers (1 to 7), written `7x5` (M26)."""

    importance: int
    difference: int

    @property
    def score(self) -> int:
        """1 to 49: what relevance is ranked by."""
        return self.importance * self.difference

    def __str__(self) -> str:
        return f"{self.importance}x{self.difference}"


class Every(msgspec.Struct, frozen=True):
    """A stretch of time as people say it: `2 weeks`, `quarter`, `3 years`; a cadence or a term."""

    count: int
    unit: str

    @property
    def days(self) -> int:
        """The stretch in days, months taken as 30.44 days and rounded up."""
        return -(-self.count * _HUNDREDTH_DAYS[self.unit] // 100)

    def __str__(self) -> str:
        return self.unit if self.count == 1 else f"{self.count} {self.unit}s"


_HUNDREDTH_DAYS = {"day": 100, "week": 700, "month": 3044, "quarter": 9131, "half-year": 18263, "year": 36525}


class Keyed(Mapping[str, T_co], Generic[T_co]):
    """An immutable mapping in the author's order. `said` tells an `unknown` or `none` from an absent one.

    Two are equal when they hold the same, in whatever order: order never carries meaning in a plan's mappings.
    """

    __slots__ = ("_items", "said")

    def __init__(self, items: Mapping[str, T_co] | None = None, said: Said | None = None) -> None:
        self._items: dict[str, T_co] = dict(items or {})
        self.said = said

    def __getitem__(self, key: str) -> T_co:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, key: object) -> bool:
        return key in self._items

    # Mapping's own views and `get` go through the methods above, one call an item; rules read thousands.
    def items(self) -> ItemsView[str, T_co]:
        return self._items.items()

    def keys(self) -> KeysView[str]:
        return self._items.keys()

    def values(self) -> ValuesView[T_co]:
        return self._items.values()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Keyed) and self.said == other.said and self._items == other._items

    def __hash__(self) -> int:
        return hash((self.said, frozenset(self._items)))

    def __repr__(self) -> str:
        return f"Keyed({self._items!r}, {self.said!r})" if self.said else f"Keyed({self._items!r})"


Text: TypeAlias = str | Said | None
Texts: TypeAlias = tuple[str, ...] | Said | None
Word: TypeAlias = str | Said | None
Words: TypeAlias = tuple[str, ...] | Said | None
Links: TypeAlias = tuple[str, ...] | Said | None
Number: TypeAlias = Decimal | Said | None
Date: TypeAlias = When | Said | None
Measure: TypeAlias = Quantity | Said | None
Stretch: TypeAlias = Every | Said | None
Rating: TypeAlias = Relevance | Said | None
Facts: TypeAlias = tuple[str | Decimal, ...] | Said | None


def each(value: tuple[T, ...] | Said | None) -> tuple[T, ...]:
    """The items of a list; none where it is unknown, none or absent."""
    return value if isinstance(value, tuple) else ()


def known(value: T | Said | None) -> T | None:
    """The value, or Python's `None` where it is unknown, none or absent."""
    return None if isinstance(value, Said) else value


AMOUNT = r"-?[0-9]+(\.[0-9]+)?(k|M|bn)?"
DATE = r"[12][0-9]{3}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
PERIOD = r"[12][0-9]{3}-Q[1-4]"
STRETCH = r"([1-9][0-9]? )?(day|week|month|quarter|half-year|year)s?"
RELEVANCE = r"[1-7]x[1-7]"
PERCENT = r"(100(\.0+)?|[0-9]{1,2}(\.[0-9]+)?)( ?%)?"
QUANTITY = AMOUNT + r"( (?!(k|K|m|M|bn|mio|Mio|mrd|Mrd|million|billion)( |$))[^ \t\r\n][^\t\r\n]*)?"
"""An amount with or without a unit; a scale (`12 M`) is no unit: it stands close to its number."""
BLANKS = r"\t-\r\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""What is no letter and no sign, for a class of a pattern: exactly what `str.strip` takes away."""
ID_SHAPE = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
RESERVED = ("unknown", "none", "open", "ours", "in-house", "not-wanted", "competitor")
"""Words of the format that cannot be ids."""
DEVICES = ("con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(10)))
"""Names that an operating system keeps for devices: no file or folder can be called so."""
ID = rf"(?!x-|({'|'.join((*RESERVED, *DEVICES))})$){ID_SHAPE}"
LONGEST_ID = 64
OWN_CODE = "(?!KAM)[A-Z]{2,6}[0-9]{3}"
"""The code of a house's own rule."""
RULE_NAME = rf"{ID_SHAPE}|[A-Z]{{2,6}}[0-9]{{3}}"
"""The name or the code of a rule, kamc's or a house's own."""

_SCALE = {"k": 1_000, "M": 1_000_000, "bn": 1_000_000_000}
_AMOUNT = re.compile(r"(?P<number>-?[0-9]+(\.[0-9]+)?)(?P<scale>k|M|bn)?( (?P<unit>.*))?")
_QUANTITY = re.compile(QUANTITY)
_ID = re.compile(ID)
_DATE = re.compile(DATE)
_STRETCH = re.compile(r"(?:(?P<count>[1-9][0-9]?) )?(?P<unit>day|week|month|quarter|half-year|year)s?")


def is_id(raw: object) -> bool:
    """Whether `raw` can be an id."""
    return isinstance(raw, str) and len(raw) <= LONGEST_ID and _ID.fullmatch(raw) is not None


def read_quantity(raw: object) -> Quantity | None:
    """`4100 tonnes`, `1.2M`, `0` as a quantity; Python's `None` for anything else."""
    if isinstance(raw, int | Decimal):
        return Quantity(Decimal(raw))
    match = _AMOUNT.fullmatch(raw) if isinstance(raw, str) and _QUANTITY.fullmatch(raw) else None
    if match is None:
        return None
    amount = Decimal(match["number"]) * _SCALE.get(match["scale"] or "", 1)
    return Quantity(exact(amount), (match["unit"] or "").strip())


def read_amount(raw: object) -> Decimal | None:
    """`12M`, `250k`, `410000` as an exact number; Python's `None` for anything else."""
    if isinstance(raw, int):
        return Decimal(raw)
    quantity = read_quantity(raw)
    return quantity.amount if quantity and not quantity.unit else None


def read_percent(raw: object) -> Decimal | None:
    """`25`, `12.5` or `25 %` as a number of percent."""
    return read_amount(raw.rstrip("% ") if isinstance(raw, str) else raw)


def is_whole(raw: object) -> TypeGuard[int | Decimal]:
    """Whether `raw` is a whole number, however it is written: `2` and `2.0` are the same."""
    return (isinstance(raw, int) and not isinstance(raw, bool)) or (
        isinstance(raw, Decimal) and raw == raw.to_integral_value()
    )


def exact(number: Decimal) -> Decimal:
    """The same number in one form, so that equal amounts are written alike (`12M` is `12000000`)."""
    return Decimal(plain(number))


def read_date(raw: object) -> When | None:
    """A date with the last day that it means; `None` for a wrong shape; `ValueError` for a day that no month has."""
    text = str(int(raw)) if is_whole(raw) else raw
    if not isinstance(text, str) or not _DATE.fullmatch(text):
        return None
    return When(text, last_day(text))


def last_day(text: str) -> dt.date:
    """The last day that a date of any precision means. Raises `ValueError` where there is no such day."""
    year = int(text[:4])
    if len(text) == len("2028-06-30"):
        return dt.date.fromisoformat(text)
    month = {4: 12}.get(len(text)) or (int(text[6]) * 3 if text[5] == "Q" else int(text[5:7]))
    first_of_next = dt.date(year + month // 12, month % 12 + 1, 1)
    return first_of_next - dt.timedelta(days=1)


def read_stretch(raw: object) -> Every | None:
    """`2 weeks`, `month`, `3 years`; Python's `None` for anything else."""
    match = _STRETCH.fullmatch(raw) if isinstance(raw, str) else None
    return Every(int(match["count"] or 1), match["unit"]) if match else None


def read_relevance(raw: object) -> Relevance | None:
    """`7x5` as importance and difference; Python's `None` for anything else."""
    if isinstance(raw, str) and re.fullmatch(RELEVANCE, raw):
        return Relevance(int(raw[0]), int(raw[2]))
    return None
