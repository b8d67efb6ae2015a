"""Plans in which everything that can be marked is: a mark tells where it stands and who may read it at most.

Who that is, is worked out here from what the fields declare and not by `kamc.audience`, which is on trial: a
field's own audience or the one that its entry chose, never above its ceiling or above what holds it (law 13).

Words become words of their own, amounts and dates values that stand nowhere else, ids other ids. What has few
values (words of the format, percents, ratings, stretches) cannot be marked: changing it must change nothing,
see `test_non_interference`.
"""

import datetime as dt
import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import msgspec

from kamc.diagnostics import Path
from kamc.model import values
from kamc.model.fields import (
    Amount,
    Audience,
    Day,
    Entries,
    Field,
    Link,
    Number,
    Pattern,
    Percent,
    Prose,
    ProseList,
    Rows,
    Table,
)
from kamc.model.records import Entry, Part, Record
from kamc.model.spec import spec
from kamc.model.values import Keyed, Quantity, When

PRIVATE, TEAM, CUSTOMER = Audience
LETTERS = "abcdefghiklmnoprstuvwx"
LENGTH = 4
WORD = re.compile(rf"zq[{LETTERS}]{{{LENGTH}}}")
FIRST_DAY = dt.date(2041, 1, 1)
DAYS = 21_487
"""A prime: so many days until 2099."""
FIRST_NUMBER = 710_000
GAPS = "[\u00a0\u202f ,.’']"
NUMBER = re.compile(rf"(?<![\d#.,])[78]\d{{2}}{GAPS}?\d{{3}}(?!\d)")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAY = re.compile(rf"(\d{{1,2}})\.?\s({'|'.join(MONTHS)})[a-z.]*\s(20\d\d)")
ISO = re.compile(r"(20[4-9]\d)-?(\d\d)-?(\d\d)")
FOLD = "\r\n "
"""Where a line of a calendar file goes on."""
SHARED = frozenset(("Offerings", "People"))
"""Tables of the shared files whose keys are ids."""
SEGMENTS = frozenset(("Open space", "Segment names"))
"""Tables whose keys a link can name."""
STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


class Mark(msgspec.Struct, frozen=True):
    """Where a mark stands (a file and the path in it), and the widest circle that may read it."""

    file: str
    path: Path
    widest: Audience

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.path))} of {self.file} (for {self.widest.word} at most)"


class Marks:
    """The marks of several files, by the form in which they are looked for; other ones for another `seed`."""

    def __init__(self, seed: int = 0) -> None:
        self.known: dict[str, Mark] = {}
        self.ids: dict[str, str] = {}
        self._count = itertools.count(seed)
        self._step = 10_007 if seed else 7_919

    def word(self, mark: Mark) -> str:
        """A word that stands nowhere else, as long as any other."""
        number, letters = next(self._count), ""
        for _ in range(LENGTH):
            number, at = divmod(number, len(LETTERS))
            letters += LETTERS[at]
        self.known[f"zq{letters}"] = mark
        return f"Zq{letters}"

    def number(self, mark: Mark) -> Decimal:
        """An amount that no rounding and no scale takes anything from."""
        amount = FIRST_NUMBER + 7 * next(self._count)
        if amount % 1000 == 0:
            return self.number(mark)
        self.known[str(amount)] = mark
        return Decimal(amount)

    def day(self, mark: Mark) -> When:
        """A day that stands nowhere else, and as far from the one before as others are not."""
        day = FIRST_DAY + dt.timedelta(self._step * next(self._count) % DAYS)
        self.known[day.isoformat()] = mark
        return When(day.isoformat(), day)

    def id(self, id_: str) -> str:
        """What an id is called now: its every letter is a mark."""
        if id_ not in self.ids:
            self.ids[id_] = self.word(Mark("", (id_,), PRIVATE)).lower()
        return self.ids[id_]

    def seen(self, text: str) -> set[str]:
        """The marks that stand in a text, in whatever form."""
        plain = STYLE.sub("", text).replace(FOLD, "")
        found = set(WORD.findall(plain.lower()))
        found |= {re.sub(r"\D", "", one) for one in NUMBER.findall(plain)}
        found |= {
            f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}" for day, month, year in DAY.findall(plain)
        }
        found |= {"-".join(one) for one in ISO.findall(plain)}
        return found & self.known.keys()


# --- Who may read what, from the declarations alone ---------------------------------------------------------


def chosen(part: Part) -> Audience | None:
    """The circle that an entry chose by a word, or by whom it was agreed with."""
    if isinstance(part, Record) and isinstance(part.audience, str):
        return Audience[part.audience.upper()]
    return CUSTOMER if isinstance(getattr(part, "agreed_with", None), tuple) else None


def readers(part: Part, field: Field, cap: Audience) -> Audience:
    """The widest circle that may read a value in `field` of `part`, whose holders allow `cap`."""
    usual = part.about.audience
    own = usual if field.audience is None else field.audience
    choice = chosen(part)
    if choice is not None:
        own = choice if own >= usual else min(own, choice)
    return min(own, cap, part.about.ceiling if field.ceiling is None else field.ceiling)


def within(part: Part, field: Field, cap: Audience) -> Audience:
    """The widest circle that what a field holds can be opened to."""
    choice = chosen(part)
    own = choice if choice is not None else PRIVATE if part.about.audience is PRIVATE else cap
    return min(cap, own, CUSTOMER if field.ceiling is None else field.ceiling)


class Leaf(msgspec.Struct, frozen=True):
    """A field of a record: where it stands, its value (which may be absent), and who may read it at most."""

    path: Path
    field: Any
    value: Any
    widest: Audience


def leaves(part: Part, cap: Audience = CUSTOMER, path: Path = ()) -> Iterator[Leaf]:
    """Every field of `part` and of all that is in it that holds no records, written or not."""
    for slot in spec(type(part)).slots:
        value, here = getattr(part, slot.attr), (*path, slot.key)
        inside = list(_inside(slot.field, value, here))
        if not inside:
            yield Leaf(here, slot.field, value, readers(part, slot.field, cap))
        for below, one in inside:
            yield from leaves(one, within(part, slot.field, cap), below)


def _inside(field: Any, value: Any, path: Path) -> Iterator[tuple[Path, Part]]:
    """The records in a value, however deep in tables."""
    if isinstance(value, Part):
        yield path, value
    elif isinstance(value, Keyed):
        for key, one in value.items():
            yield from _inside(None, one, (*path, key))
    elif isinstance(field, Rows) and isinstance(value, tuple):
        yield from (((*path, place), one) for place, one in enumerate(value))


# --- Marking ------------------------------------------------------------------------------------------------

Change = Callable[[Field, Any, Mark], Any]
"""Another value in place of one, given its field."""


def marked(part: Part, file: str, change: Change, cap: Audience = CUSTOMER, path: Path = ()) -> Any:
    """`part` with every value changed."""
    changes: dict[str, Any] = {}
    for slot in spec(type(part)).slots:
        here, caps = (*path, slot.key), (readers(part, slot.field, cap), within(part, slot.field, cap))
        changes[slot.attr] = _marked(slot.field, getattr(part, slot.attr), file, change, caps, here)
    return msgspec.structs.replace(part, **changes)


def _marked(
    field: Any, value: Any, file: str, change: Change, caps: tuple[Audience, Audience], path: Path
) -> Any:
    if isinstance(value, Part):
        return marked(value, file, change, caps[1], path)
    if isinstance(value, Keyed):
        inner = field.record if isinstance(field, Entries) else field.value
        items = {key: _marked(inner, one, file, change, caps, (*path, key)) for key, one in value.items()}
        return Keyed(items, value.said)
    if isinstance(field, Rows) and isinstance(value, tuple):
        return tuple(marked(one, file, change, caps[1], (*path, place)) for place, one in enumerate(value))
    if value is None or isinstance(value, values.Said) or not isinstance(field, Field):
        return value
    return change(field, value, Mark(file, path, caps[0]))


def words(marks: Marks) -> Change:
    """Texts, units and former ids become marks."""

    def change(field: Field, value: Any, mark: Mark) -> Any:
        if isinstance(field, Prose):
            return marks.word(mark)
        if isinstance(field, ProseList):
            return tuple(marks.word(mark) for _ in value)
        if isinstance(field, Amount) and value.unit:
            return Quantity(value.amount, marks.word(mark))
        if isinstance(field, Pattern) and mark.path[-1] == "was":
            return marks.word(mark).lower()
        return value

    return change


def figures(marks: Marks) -> Change:
    """Dates become days of their own, amounts without narrow limits numbers of their own."""

    def change(field: Field, value: Any, mark: Mark) -> Any:
        if isinstance(field, Day):
            return marks.day(mark)
        if isinstance(field, Amount):
            return Quantity(marks.number(mark), value.unit)
        if isinstance(field, Number) and not isinstance(field, Percent) and field.most is None:
            return marks.number(mark)
        return value

    return change


def named(part: Part, ids: Callable[[str], str], *, keep: frozenset[str] = frozenset()) -> Any:
    """`part` with every id in it changed, in links and where it stands; those in `keep` stay.

    Whoever has no name gets one: where a name is missing, the format lets the id spell it.
    """

    def name(id_: str) -> str:
        return id_ if id_ in keep else ids(id_)

    def of(field: Any, value: Any) -> Any:
        if isinstance(value, Part):
            return named(value, ids, keep=keep)
        if isinstance(value, Keyed):
            inner = field.record if isinstance(field, Entries) else field.value
            items = {_key(field, key, name): of(inner, one) for key, one in value.items()}
            return Keyed(items, value.said)
        if isinstance(field, Rows) and isinstance(value, tuple):
            return tuple(named(one, ids, keep=keep) for one in value)
        return tuple(map(name, value)) if isinstance(field, Link) and isinstance(value, tuple) else value

    changes = {slot.attr: of(slot.field, getattr(part, slot.attr)) for slot in spec(type(part)).slots}
    return msgspec.structs.replace(part, **changes)


def _key(field: Entries | Table, key: str, name: Callable[[str], str]) -> str:
    """Another key: for an id, or for a name of the author's own (which may look like an id and is none)."""
    keys = field.keys if isinstance(field, Table) else None
    if isinstance(field, Entries) or isinstance(keys, Link) or field.title in SHARED:
        return name(key)
    if keys is not None:  # words, years, rules
        return key
    return name(key) if field.title in SEGMENTS else name(f"key {key}")


def with_names(part: Part) -> Any:
    """`part`, everybody and everything in it that can have a name having one."""

    def of(value: Any) -> Any:
        if isinstance(value, Part):
            return with_names(value)
        if isinstance(value, Keyed):
            return Keyed({key: of(one) for key, one in value.items()}, value.said)
        if isinstance(value, tuple) and value and isinstance(value[0], Part):
            return tuple(map(with_names, value))
        return value

    slots = spec(type(part)).by_key
    changes = {slot.attr: of(getattr(part, slot.attr)) for slot in slots.values()}
    if "name" in slots and part.about.kind and changes["name"] is None and part:
        changes["name"] = "Somebody"
    return msgspec.structs.replace(part, **changes)


def opened(part: Part, turn: Iterator[int], ceiling: Audience = CUSTOMER) -> Any:
    """`part`, its entries having chosen their readers by turns: private, the team, the customer, no word."""
    top = min(ceiling, part.about.ceiling)
    choices: Mapping[int, Audience] = {0: PRIVATE, 2: TEAM, 3: CUSTOMER, 4: CUSTOMER}
    choice = choices.get(next(turn) % 6) if isinstance(part, Entry) else None
    changes: dict[str, Any] = {}
    if choice is not None and isinstance(part, Record) and part.audience is None and choice <= top:
        changes["audience"] = choice.word
    for slot in spec(type(part)).slots:
        value = getattr(part, slot.attr)
        limit = ceiling if slot.field.ceiling is None else min(ceiling, slot.field.ceiling)
        if isinstance(value, Part):
            changes[slot.attr] = opened(value, turn, limit)
        elif isinstance(value, Keyed) and any(isinstance(one, Part) for one in value.values()):
            items = {
                key: opened(one, turn, limit) if isinstance(one, Part) else one for key, one in value.items()
            }
            changes[slot.attr] = Keyed(items, value.said)
        elif isinstance(slot.field, Rows) and isinstance(value, tuple):
            changes[slot.attr] = tuple(opened(one, turn, limit) for one in value)
    return msgspec.structs.replace(part, **changes)
