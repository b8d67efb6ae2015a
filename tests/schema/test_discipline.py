import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kamc.resources import schema_text
from kamc.schema import ROOTS, Which

COMBINING = (
    "oneOf",
    "anyOf",
    "allOf",
    "not",
    "if",
    "then",
    "else",
    "dependentSchemas",
    "contains",
    "prefixItems",
)
DISTANT = (
    "unevaluatedProperties",
    "unevaluatedItems",
    "$dynamicRef",
    "$dynamicAnchor",
    "multipleOf",
    "format",
)
FORBIDDEN = frozenset((*COMBINING, *DISTANT))
SCHEMAS = {name: json.loads(schema_text(name)) for name in ROOTS}
MAPS = {"properties", "patternProperties", "$defs"}


def subschemas(schema: Any, path: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    yield path, schema
    for key in MAPS & schema.keys():
        for name, inner in schema[key].items():
            yield from subschemas(inner, f"{path}/{key}/{name}")
    for key in ("items", "additionalProperties", "propertyNames"):
        if isinstance(schema.get(key), dict):
            yield from subschemas(schema[key], f"{path}/{key}")


ALL = [(f"{name}{path}", schema) for name, root in SCHEMAS.items() for path, schema in subschemas(root)]


def where(holds: Any) -> list[str]:
    return [path for path, schema in ALL if not holds(schema)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_is_a_schema(name: Which) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$id"] == f"urn:kamc:schema:{name}:1"


def test_no_keyword_that_blurs_a_message() -> None:
    assert where(lambda schema: not FORBIDDEN & schema.keys()) == []


def test_patterns_are_anchored_and_portable() -> None:
    def holds(schema: dict[str, Any]) -> bool:
        pattern = schema.get("pattern", "^$")
        anchored = pattern.startswith("^") and pattern.endswith(("$", "]"))
        not_blank = pattern.startswith("[^") and pattern.endswith("]")
        return (anchored or not_blank) and not re.search(r"\\[dDwWsSbBpP]", pattern)

    assert where(holds) == []


def test_every_pattern_speaks() -> None:
    spoken = [path for path, schema in ALL if "pattern" in schema and "patternErrorMessage" not in schema]
    assert [path for path in spoken if not path.endswith(("/items", "/propertyNames"))] == []
    assert where(lambda schema: "(?!" not in schema.get("patternErrorMessage", "")) == []


def test_closed_everywhere_and_own_keys_in_records_only() -> None:
    def holds(schema: dict[str, Any]) -> bool:
        if "properties" in schema:
            return schema["additionalProperties"] is False and schema["patternProperties"] == {"^x-": {}}
        return "patternProperties" not in schema

    assert where(holds) == []


def test_an_enum_stands_where_the_type_is_text_alone() -> None:
    assert where(lambda schema: "enum" not in schema or schema["type"] == "string") == []


def test_every_property_has_a_title() -> None:
    fields = [
        (path, schema)
        for path, schema in ALL
        if re.search(r"/properties/[^/]+$", path) and "$ref" not in schema and not schema.get("title")
    ]
    assert fields == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_references_lead_somewhere(name: Which) -> None:
    wanted = {schema["$ref"] for _, schema in subschemas(SCHEMAS[name]) if "$ref" in schema}
    assert wanted == {f"#/$defs/{key}" for key in SCHEMAS[name]["$defs"]}


def test_only_the_header_is_required() -> None:
    required = [(path, schema["required"]) for path, schema in ALL if "required" in schema]
    assert [path for path, _ in required] == ["plan#", "catalogue#", "people#", "profiles#", "settings#"]
    assert required[0][1] == ["kamc", "account", "name", "period", "status", "profile", "owner"]


def test_files_end_with_a_line_break() -> None:
    folder = Path(__file__).parents[2] / "schemas"
    assert all((folder / f"{name}.json").read_bytes().endswith(b"}\n") for name in SCHEMAS)
