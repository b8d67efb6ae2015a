"""Where a file leaves its schema: the places that jsonschema names, each once, without its words."""

import functools
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

import msgspec

from kamc import resources
from kamc.diagnostics import Path
from kamc.model import values

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

Sort: TypeAlias = Literal["unknown-key", "bad-key", "missing", "value"]


class Mistake(msgspec.Struct, frozen=True):
    """One place that the schema refuses: an unknown key, one of a wrong form, a missing one, or a value."""

    path: Path
    sort: Sort
    value: Any = None

    @property
    def order(self) -> tuple[tuple[bool, int, str], ...]:
        """By path; items of a list in their order."""
        return tuple(
            (isinstance(key, str), 0 if isinstance(key, str) else key, str(key)) for key in self.path
        )


def mistakes(data: Any, which: str) -> tuple[Mistake, ...]:
    """Every mistake of a file, one for each place, ordered by path."""
    found: dict[tuple[Path, Sort], Mistake] = {}
    for error in _validator(which).iter_errors(data):
        for mistake in _of(error):
            found.setdefault((mistake.path, mistake.sort), mistake)
    return tuple(sorted(found.values(), key=lambda one: (one.order, one.sort)))


def _of(error: "ValidationError") -> Iterator[Mistake]:
    path: Path = tuple(error.absolute_path)
    rule: Any = error.validator_value
    holder: Any = error.instance
    if "propertyNames" in error.absolute_schema_path:
        yield Mistake((*path, str(error.instance)), "bad-key", error.instance)
    elif error.validator == "additionalProperties":
        known = cast("dict[str, Any]", error.schema)["properties"]
        for key in holder:
            if key not in known and not key.startswith("x-"):
                yield Mistake((*path, key), "unknown-key", key)
    elif error.validator == "required":
        for key in rule:
            if key not in holder:
                yield Mistake((*path, key), "missing")
    else:
        yield Mistake(path, "value", error.instance)


@functools.cache
def _validator(which: str) -> "Validator":
    return validator(json.loads(resources.schema_text(which)))


def validator(schema: Any) -> "Validator":
    """How jsonschema reads a schema, for exact numbers: 2.0 is an integer, also where it is a Decimal."""
    from jsonschema import Draft202012Validator, validators  # noqa: PLC0415

    types = Draft202012Validator.TYPE_CHECKER.redefine("integer", lambda _, one: values.is_whole(one))
    exact: Any = validators.extend(Draft202012Validator, type_checker=types)  # type: ignore[no-untyped-call]
    made: Validator = exact(schema)
    return made
