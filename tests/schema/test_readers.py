"""The schema and the readers of the model take the same values: what passes is never lost."""

from decimal import Decimal
from typing import Any

import pytest

from kamc.model.fields import Field, OneWord, Scalar
from kamc.model.spec import records_below, spec
from kamc.reference.shapes import shape
from kamc.schema import ROOTS, mistakes

TEXTS = (
    *("", " ", "\u00a0", "a", "Ein Satz mit Umläuten", "unknown", "none", "yes", "no", "high"),
    *("12M", "-3k", "12 M", "12 Mio", "12,5M", "1.2bn", "410000", "25 %", "100%", "101 %"),
    *("4100 tonnes", "10 M a year", "month", "2 weeks", "100 weeks", "7x5", "8x5", "7 x 5"),
    *(
        "2028-06-30",
        "2028-06",
        "2028-Q2",
        "2028",
        "2028-13",
        "2028-Q5",
        "30.06.2028",
        "2026-Q4",
        "EUR",
        "eur",
    ),
    *("a-b", "A-b", "x-a", "con", "com1", "open", "in-house", "1-a", "a--b", "a" * 64, "a" * 65),
)
NUMBERS = (0, 1, 3, 5, 7, 25, 100, 101, 999, 2028, 3000, -1, *map(Decimal, ("2.0", "2.5", "2028.0", "1E+2")))
OTHERS: tuple[Any, ...] = (["a"], ["a", "b"], ["user", "decider"], ["md"], [], [" "], ["A b"], [1], None, {})
VALUES: list[Any] = [*TEXTS, *NUMBERS, *OTHERS]
FIELDS = {
    f"{record.__name__}.{slot.key}": slot.field
    for root in ROOTS.values()
    for record in records_below(root)
    for slot in spec(record).slots
    if isinstance(slot.field, Scalar)
}


def is_read(field: Any, value: Any) -> bool:
    """Whether the model makes something of a value: a word that it knows, or what its reader reads."""
    words = (
        {"unknown", "none"}
        if field.said
        else {"unknown"}
        if isinstance(field, OneWord) and field.or_unknown
        else set()
    )
    if isinstance(value, str) and value in words:
        return True
    if not field.said and value in ("unknown", "none") and "none" not in getattr(field, "words", ()):
        return False
    try:
        return field.read(value) is not None
    except ValueError:
        return True


@pytest.mark.parametrize("name", FIELDS)
def test_schema_and_reader_agree(name: str) -> None:
    field: Field = FIELDS[name]
    validator = mistakes.validator(shape(field))
    split = [value for value in VALUES if validator.is_valid(value) != is_read(field, value)]
    assert split == []


def test_words_are_a_set() -> None:
    assert FIELDS["Member.roles"].read(["user", "decider", "user"]) == ("user", "decider")


def test_whole_numbers_are_read_however_they_are_written() -> None:
    assert str(FIELDS["Reviewed.selection"].read(Decimal("2028.0"))) == "2028"
    assert FIELDS["Score.score"].read(Decimal("4.0")) == Decimal(4)
