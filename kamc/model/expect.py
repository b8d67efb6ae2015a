"""What a field expects, in the words of the people who fill it in: for messages, editors and the reference page."""

import functools

import msgspec

from kamc.model.fields import (
    Amount,
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
    Value,
)
from kamc.words import a, listed

KINDS = {
    "*": "any entry of the plan",
    "account": "an account",
    "business-objective": "a business objective",
    "member": "a member of the buying centre",
    "offering": "an offering of the catalogue",
    "person": "one of our people",
    "plan": "a plan of theirs",
    "segment": "a segment of the open space",
}
"""What a link points at, where the name of the kind does not say it."""


class Expected(msgspec.Struct, frozen=True):
    """A noun that follows "should be", and how the thing is written."""

    what: str
    forms: str = ""

    def __str__(self) -> str:
        return f"{self.what}: {self.forms}" if self.forms else self.what


def kind(name: str) -> str:
    """What a kind of link target is called: `an offering of the catalogue`."""
    return KINDS.get(name) or a(name if name == "co-creation" else name.replace("-", " "))


def words_instead(field: Field) -> tuple[str, ...]:
    """`unknown` and `none`, as far as they may stand instead of a value."""
    if isinstance(field, OneWord):
        return tuple(word for word in ("unknown",) if field.or_unknown)
    return () if isinstance(field, Scalar) and not field.said else ("unknown", "none")


@functools.singledispatch
def expected(field: Field) -> Expected:
    """What may stand in `field`."""
    return Expected(type(field).shape)


@expected.register(Prose)
def _(_field: Field) -> Expected:
    return Expected("a text")


@expected.register(ProseList)
def _(_field: Field) -> Expected:
    return Expected("a text or a list of texts")


@expected.register
def _(field: Value) -> Expected:
    return Expected("a word, a text or a number" + (", or a list of them" if field.many else ""))


@expected.register
def _(field: OneWord) -> Expected:
    return Expected("one of its words", listed(field.choices))


@expected.register
def _(field: SomeWords) -> Expected:
    return Expected("one or several of its words", listed(field.choices))


@expected.register(Day)
def _(_field: Field) -> Expected:
    return Expected("a date", "2028-06-30, 2028-06, 2028-Q2 or 2028")


@expected.register
def _(field: Number) -> Expected:
    if field.least is not None and field.least == field.most:
        return Expected(str(field.least))
    return Expected(("a whole number" if field.whole else "a number") + limits(field))


@expected.register
def _(field: Money) -> Expected:
    return Expected("an amount" + limits(field), "12M, 250k or 410000")


@expected.register
def _(field: CellValue) -> Expected:
    words = [word for word in field.words if word not in {"ours", "competitor"}]
    return Expected("our sales, a competitor's id or a word", f"0.8M, kestrel, {listed(words)}")


@expected.register(Percent)
def _(_field: Field) -> Expected:
    return Expected("a share in percent, 0 to 100", "25 or 12.5")


@expected.register(Amount)
def _(_field: Field) -> Expected:
    return Expected("a number with or without a unit", "10, 1.2M or 4100 tonnes")


@expected.register(Stretch)
def _(_field: Field) -> Expected:
    return Expected("a stretch of time", "week, 2 weeks, month, quarter, half-year or 3 years")


@expected.register(Rating)
def _(_field: Field) -> Expected:
    return Expected("importance times difference, each 1 to 7", "7x5")


@expected.register
def _(field: Pattern) -> Expected:
    return Expected(*field.looks.split(": ", 1))


@expected.register
def _(field: Link) -> Expected:
    of = listed([kind(name) for name in field.to])
    one = f"the id of {of}" if of else "an id"
    return Expected(f"{one}, or a list of them" if field.many else one)


@expected.register
def _(_field: One) -> Expected:
    return Expected("fields of its own")


@expected.register(Entries)
def _(_field: Field) -> Expected:
    return Expected("entries, each under an id of your choice")


@expected.register
def _(field: Table) -> Expected:
    keys = field.keys
    if keys is None:
        return Expected("lines, each under a key of your choice")
    if isinstance(keys, OneWord):
        return Expected(f"lines, each under {listed(keys.choices)}")
    return Expected(f"lines, each under {expected(keys).what}")


@expected.register(Rows)
def _(_field: Field) -> Expected:
    return Expected("a list, each item with a hyphen")


def limits(field: Number) -> str:
    """` from 1 to 5`, where a number has limits."""
    if field.least is not None and field.most is not None:
        return f" from {field.least} to {field.most}"
    return f", {field.least} or more" if field.least is not None else ""
