"""Hypothesis strategies for plans, made from the model: whatever the format allows is drawn sooner or later.

`plan_data()` draws a valid plan as plain data; every id that it names exists, in the plan or in `SHARED`.
`yaml_text(data)` writes such data as a file, `shuffled(data)` draws it in another order.
"""

import functools
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeVar

import hypothesis.strategies as st

from kamc.links import Shared
from kamc.model import values
from kamc.model.build import build
from kamc.model.common import is_common, own
from kamc.model.expect import words_instead
from kamc.model.fields import (
    Amount,
    Audience,
    CellValue,
    Day,
    Entries,
    Field,
    Link,
    Money,
    Number,
    One,
    OneWord,
    Pattern,
    Percent,
    Prose,
    ProseList,
    Rating,
    Rows,
    Scalar,
    SomeWords,
    Stretch,
    Table,
)
from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.model.shared import Catalogue, People
from kamc.model.spec import records_below, short_form, spec
from tests.writing import Data, yaml_text

T = TypeVar("T")

OFFERINGS = ("pumps", "booster-sets", "null")
PEOPLE = ("ida-moe", "y", "per-lunde")
ACCOUNTS = ("brevik-board", "no")
SEGMENTS = ("north", "on", "old-town-2")
CATALOGUE: Data = {"kamc": 1, "offerings": {one: {"what": f"What {one} does"} for one in OFFERINGS}}
OUR_PEOPLE: Data = {"kamc": 1, "people": {one: {"title": "Engineer"} for one in PEOPLE}}
SHARED = Shared(build(Catalogue, CATALOGUE)[0], build(People, OUR_PEOPLE)[0], frozenset(ACCOUNTS))
"""What every drawn plan shares: its catalogue, its people and its accounts."""

HEADER = ("kamc", "account", "name", "period", "status", "profile", "owner")
HAZARDS = ("yes", "n", "true", "off", "nan", "x", "e1", "none-of-it", "a" * values.LONGEST_ID)
"""Ids that some reader of YAML may take for something else."""
TEXTS = (
    "Half of it",
    "two words",
    "a: b",
    "Become #1 in Bavaria",
    "# no comment",
    "- no item",
    "61 wells, no loss",
    "{a: b}",
    "[a]",
    "Müller and 李 🙂",
    "“quoted”, \"quoted\" and 'quoted'",
    "yes",
    "12M",
    "2028",
    "0.50",
    "null",
    "~",
    "one line\nanother\n\n  and a third",
    "tab\there",
    " padded ",
    "colon:",
    "C:\\new\\table",
    "<b>| pipe |</b> {{ x }} `code` *star*",
    "& ! % @ ? * |",
    "---",
    "100 %",
    "\u00a0\ufeffodd\u200b",
)
STRETCHES = ("week", "2 weeks", "month", "3 months", "quarter", "half-year", "year", "12 years")
AMOUNTS = (0, 7, 410000, "250k", "12M", "1.25M", "0.5bn", Decimal("0.5"), Decimal("2.0"), Decimal("1200.75"))
DATES = (2028, "2028", "2028-06", "2028-Q2", "2028-06-30", "2028-02-29", "1999-12-31")
PERIODS = ("2026-Q4", "2027-Q1", "2027-Q2")
MOST_FIELDS = 160
"""Fields of one plan; above that a draw takes too long and teaches nothing new."""


def kinds() -> Mapping[str, type[Part]]:
    """The record of every kind of entry."""
    return {one.about.kind: one for one in records_below(Plan) if one.about.kind}


POOLS: Mapping[str, tuple[str, ...]] = {
    **{
        kind: (f"{kind}-a", f"{kind}-b", f"{HAZARDS[place % len(HAZARDS)]}{place}"[-values.LONGEST_ID :])
        for place, kind in enumerate(kinds())
    },
    "offering": OFFERINGS,
    "person": PEOPLE,
    "account": ACCOUNTS,
    "segment": SEGMENTS,
}
"""The ids that a plan may use, by the kind of what they name; no id stands in two."""


def homes(record: type[Part] = Plan, path: tuple[str, ...] = ()) -> Mapping[str, tuple[str, ...]]:
    """Where the entries of each kind live, for kinds with one home."""
    found: dict[str, tuple[str, ...]] = {}
    for slot in spec(record).slots:
        here = (*path, slot.key)
        if isinstance(slot.field, One):
            found |= homes(slot.field.record, here)
        elif isinstance(slot.field, Entries):
            found[slot.field.record.about.kind] = here
    return found


HOMES: Mapping[str, tuple[str, ...]] = {**homes(), "segment": ("account_as_market", "open_space")}


@functools.cache
def _below(count: int) -> st.SearchStrategy[int]:
    return st.integers(0, count - 1)


@functools.cache
def _several(count: int, least: int, most: int) -> st.SearchStrategy[list[int]]:
    return st.lists(_below(count), unique=True, min_size=min(count, least), max_size=min(count, most))


class Author:
    """Somebody who writes one plan: what they choose, and the ids that they have used and named."""

    def __init__(self, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
        self.draw = draw
        self.used: set[str] = set()
        self.named: dict[str, str] = {}
        self.left = MOST_FIELDS

    def one(self, items: Sequence[T]) -> T:
        """One of `items`; the first is the simplest."""
        return items[self.draw(_below(len(items)))] if len(items) > 1 else items[0]

    def some(self, items: Sequence[T], most: int, least: int = 1) -> list[T]:
        """From `least` to `most` of `items`, in any order."""
        return [items[place] for place in self.draw(_several(len(items), least, most))] if items else []

    def often(self, times: int) -> bool:
        """Yes, once in so many times."""
        return bool(self.draw(_below(times)) == times - 1)

    # --- records ---

    def plan(self) -> Data:
        """A whole plan, its header complete and everything that it names in it."""
        header = {key: self.value(spec(Plan).by_key[key].field, Audience.CUSTOMER) for key in HEADER}
        data = header | self.fields(Plan, Audience.CUSTOMER)
        for one, kind in self.named.items():
            _add(data, kind, one)
        return data

    def record(self, record: type[Part], ceiling: Audience, id_: str = "") -> Data:
        """A record, long or short, `unknown` or `none`."""
        form = self.one(("long", "long", "long", "short", "said"))
        if form == "said":
            return self.one(("unknown", "none")) if record.about.bare_shape is None else "unknown"
        short = short_form(record)
        if form == "short" and short is not None:
            return self.scalar(short)
        return self.fields(record, min(ceiling, record.about.ceiling), id_)

    def fields(self, record: type[Part], ceiling: Audience, id_: str = "") -> dict[str, Data]:
        """A few of a record's fields, and now and then one of those that all records have."""
        mine = [slot for slot in own(record) if slot.key not in HEADER or record is not Plan]
        common = [slot for slot in spec(record).slots if is_common(slot)]
        most = 12 if record is Plan else 6 if self.left else 1
        chosen = self.some(mine, most) + (self.some(common, 2) if self.often(4) else [])
        self.left = max(0, self.left - len(chosen))
        data = {}
        for slot in chosen:
            if slot.key == "audience":
                data["audience"] = self.one([one.word for one in Audience if one <= ceiling])
            elif slot.key == "reports_to":
                data["reports_to"] = self.superior(id_)
            else:
                limit = ceiling if slot.field.ceiling is None else min(ceiling, slot.field.ceiling)
                data[slot.key] = self.value(slot.field, limit)
        return data | ({"x-note": self.one(("text", 7, {"a": ["b", "unknown"]}))} if self.often(30) else {})

    def superior(self, id_: str) -> str:
        """Somebody above a member: those who stand earlier in the pool, so that no circle comes about."""
        pool = POOLS["member"]
        above = pool[: pool.index(id_)] if id_ in pool else ()
        return self.name("member", self.one(above)) if above else self.one(("none", "unknown"))

    def value(self, field: Any, ceiling: Audience) -> Data:
        """What may stand in a field, or under a key of a table."""
        if not isinstance(field, Field):
            return self.record(field, ceiling)
        if isinstance(field, Scalar):
            return self.scalar(field)
        if isinstance(field, One):
            return self.record(field.record, ceiling)
        if isinstance(field, Rows):
            return [self.record(field.record, ceiling) for _ in range(self.one((1, 2)))]
        return self.keyed(field, ceiling)

    def keyed(self, field: Any, ceiling: Audience) -> Data:
        """Entries under ids of their own, or a table under keys."""
        if self.often(8):
            return self.one(("unknown", "none"))
        if isinstance(field, Table):
            return {key: self.value(field.value, ceiling) for key in self.keys(field.keys)}
        free = [one for one in POOLS[field.record.about.kind] if one not in self.used]
        if not free:
            return "none"
        ids = self.some(free, 3)
        self.used.update(ids)
        return {one: self.record(field.record, ceiling, one) for one in ids}

    def keys(self, field: Field | None) -> list[str]:
        """Keys of a table: ids, words, years, quarters, rules, or names of the author's own."""
        if isinstance(field, Link):
            return list(dict.fromkeys(self.ids(field)))
        if isinstance(field, OneWord):
            return self.some(field.words, 3)
        if isinstance(field, Pattern):
            fitting = ("2025", "2028", *PERIODS, "csf-count", "KAM301")
            return self.some([one for one in fitting if field.read(one) is not None], 2)
        return self.some(SEGMENTS, 2)

    # --- scalars ---

    def scalar(self, field: Scalar) -> Data:
        """A value that fits, or the word that may stand instead."""
        instead = () if isinstance(field, CellValue) else words_instead(field)
        if instead and self.often(8):
            return self.one(instead)
        return next(write(self, field) for kind, write in WRITERS.items() if isinstance(field, kind))

    def ids(self, field: Link) -> list[str]:
        """Ids that a link may name."""
        pools = [kind for kind in field.to if kind != "*"] or [kind for kind in HOMES if kind != "segment"]
        return [self.name(kind, self.one(POOLS[kind])) for kind in self.some(pools, 3)]

    def name(self, kind: str, id_: str) -> str:
        """Remember that an id was named, so that it will exist."""
        self.named[id_] = kind
        return id_

    def texts(self) -> Data:
        """One text, or a list of texts."""
        return self.text() if self.often(3) else [self.text() for _ in range(self.one((1, 2, 3)))]

    def text(self) -> str:
        """A text of one kind or another, never one of the two words that say something else."""
        return self.draw(FREE) if self.often(12) else self.one(TEXTS)

    def link(self, field: Link) -> Data:
        """One id, or a list of ids."""
        ids = self.ids(field)
        return ids if field.many and (len(ids) > 1 or self.often(4)) else ids[0]

    def number(self, field: Number) -> Data:
        """A number within its limits."""
        least = 0 if field.least is None else field.least
        most = least + 9 if field.most is None else field.most
        whole = least + self.draw(_below(most - least + 1))
        return whole if field.whole or whole == most or self.often(2) else whole + Decimal("0.25")

    def words(self, field: SomeWords) -> Data:
        """One word, or a list of words."""
        chosen = self.some(field.words, 3)
        return chosen[0] if len(chosen) == 1 and self.often(2) else chosen

    def pattern(self, field: Pattern) -> str:
        """A text of that shape."""
        fitting = (*PERIODS, "EUR", "account-id", "#0b5d66")
        return self.one([one for one in fitting if field.read(one) is not None])

    def cell(self, field: CellValue) -> Data:
        """A cell of the open space in its short form."""
        competitor = self.name("competitor", self.one(POOLS["competitor"])) if self.often(4) else "open"
        return self.one((*[word for word in field.words if word != "competitor"], "0.8M", 0, competitor))


FREE = st.text(st.characters(categories=("L", "M", "N", "P", "S", "Zs")), min_size=1, max_size=12).filter(
    lambda text: bool(text.strip()) and text not in {"unknown", "none"}
)
WRITERS: Mapping[type[Scalar], Callable[[Author, Any], Data]] = {
    Prose: lambda author, _: author.text(),
    ProseList: lambda author, _: author.texts(),
    SomeWords: Author.words,
    CellValue: Author.cell,
    OneWord: lambda author, field: author.one(field.words),
    Day: lambda author, _: author.one(DATES),
    Money: lambda author, _: author.one(AMOUNTS),
    Percent: lambda author, _: author.one((0, 25, "25 %", Decimal("12.5"), "12.5", 100)),
    Number: Author.number,
    Amount: lambda author, _: author.one((*AMOUNTS, "4100 tonnes", "1.5k pumps a day", "-3 days")),
    Stretch: lambda author, _: author.one(STRETCHES),
    Rating: lambda author, _: f"{author.one((1, 4, 7))}x{author.one((1, 5))}",
    Pattern: Author.pattern,
    Link: Author.link,
}
"""How each kind of scalar is written; the first that fits counts."""


def _add(data: Data, kind: str, id_: str) -> None:
    """See that an id exists: what lives outside a plan does, what lives in it gets a bare entry."""
    if kind not in HOMES:
        return
    for key in HOMES[kind]:
        if not isinstance(data.get(key), dict):
            data[key] = {}
        data = data[key]
    data.setdefault(id_, {OFFERINGS[0]: "open"} if kind == "segment" else {"sources": ["Visit in May"]})


@st.composite
def plan_data(draw: st.DrawFn) -> dict[str, Data]:
    """Plain data of a valid plan: any of its fields, short and long, open questions, links that resolve."""
    return dict(Author(draw).plan())


@st.composite
def shuffled(draw: st.DrawFn, data: Data) -> Data:
    """The same data, the keys of every mapping in another order."""
    return _shuffled(draw, data)


def _shuffled(draw: st.DrawFn, data: Data) -> Data:
    if isinstance(data, dict):
        keys = draw(st.permutations(list(data))) if len(data) > 1 else list(data)
        return {key: _shuffled(draw, data[key]) for key in keys}
    return [_shuffled(draw, item) for item in data] if isinstance(data, list) else data


def plan_of(data: Data) -> Plan:
    """The plan that data describes; building it finds no problem."""
    plan, problems = build(Plan, data)
    assert not problems
    return plan


__all__ = ["SHARED", "plan_data", "plan_of", "shuffled", "yaml_text"]
