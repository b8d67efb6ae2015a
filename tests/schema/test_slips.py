"""Which keys and words a fix may write: the one that is meant, or none."""

from typing import Any

import pytest

from kamc import schema
from kamc.diagnostics import Delete, Fix, Write

HEADER = {
    "kamc": 1,
    "account": "a",
    "name": "A",
    "period": "2026-Q4",
    "status": "draft",
    "profile": "short",
    "owner": "ida-moe",
}


def fixes(**more: object) -> list[Fix | Write | Delete | None]:
    return [one.fix for one in schema.check(HEADER | more, "plan")]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        ({"summry": "x"}, "summary"),
        ({"Account-Plan": {}}, "account_plan"),
        ({"summry": "x", "summary": "y"}, None),  # it is there
        ({"summry": "x", "sumary": "y"}, None),  # so is another that means it
        ({"goals": {}}, None),  # no slip
        ({"status": "aproved"}, "approved"),
        ({"status": "In Review"}, "in-review"),
        ({"status": "x"}, None),
        ({"profile": 7}, None),
        ({"selection": {"bucket": "kee"}}, "key"),
    ],
)
def test_only_what_is_clear_is_written(data: dict[str, Any], word: str | None) -> None:
    assert set(fixes(**data)) == {Write(word) if word else None}


def test_the_words_of_a_table_are_keys_too() -> None:
    criterion = {"what": "x", "relevance": {"usr": "7x5", "decider": "1x1"}}
    data = {"product_knowledge": {"decision_criteria": {"uptime": criterion}}}
    assert fixes(**data) == [Write("user")]
    criterion["relevance"] = {"usr": "7x5", "user": "1x1"}
    assert fixes(**data) == [None]
