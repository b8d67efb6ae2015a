"""The normal form: plain data that says the same in one way only. Diff, fingerprints and every proof use it alone.

Short forms are expanded, numbers exact, sets sorted, words that are meant anyway left out, and so is what is empty.
Building a record from its normal form gives that form again (and the record, but for the order of its sets).
"""

from typing import Any

from kamc.model.fields import Scalar
from kamc.model.records import Part
from kamc.model.spec import spec
from kamc.model.values import Keyed, Said


def normal(part: Part) -> dict[str, Any] | str:
    """`part` as plain data: mappings, lists, text, int and Decimal."""
    if part.said is not None:
        return part.said.value
    data = {
        slot.key: write(slot.field, value)
        for slot in spec(type(part)).slots
        if not absent(value := getattr(part, slot.attr))
    }
    return {**data, **part.extra}


def absent(value: object) -> bool:
    """Whether a field says nothing at all (`unknown` and `none` say something)."""
    if isinstance(value, Keyed):
        return not value and value.said is None
    return value is None or value == () or (isinstance(value, Part) and not value)


def write(field: Any, value: Any) -> Any:
    """One value of a plan as plain data."""
    if isinstance(value, Said):
        return value.value
    if isinstance(value, Part):
        return normal(value)
    if isinstance(value, Keyed):
        inner = getattr(field, "value", None)
        return value.said.value if value.said else {key: write(inner, item) for key, item in value.items()}
    if isinstance(value, tuple) and value and isinstance(value[0], Part):
        return [normal(item) for item in value]
    return field.write(value) if isinstance(field, Scalar) else value
