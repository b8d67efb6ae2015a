"""What goes after a place of the open space."""

from typing import Any

import pytest

from kamc.analysis.pursuit import pursuing, users
from kamc.links import graph
from tests.analysis.views import view


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        ({"opportunities": {"deal": {"what": "Deal", "using": "pumps"}}}, ["deal"]),
        ({"opportunities": {"deal": {"what": "Deal", "using": "pumps", "in": "north"}}}, ["deal"]),
        ({"opportunities": {"deal": {"what": "Deal", "using": "pumps", "in": "south"}}}, []),
        ({"opportunities": {"deal": {"what": "Deal", "using": "valves"}}}, []),
        ({"opportunities": {"deal": {"what": "Deal", "using": "pumps", "stage": "lost"}}}, []),
        ({"activities": {"trial": {"what": "Trial", "using": "pumps"}}}, ["trial"]),
        ({"activities": {"trial": {"what": "Trial", "using": "pumps", "status": "dropped"}}}, []),
    ],
)
def test_what_goes_after_a_place(plan: dict[str, Any], found: list[str]) -> None:
    made = view(
        account_as_market={"open_space": {"north": {"pumps": "open"}, "south": {"valves": "open"}}},
        account_plan=plan,
    )
    assert [node.id for node in pursuing(graph(made.plan), "north", "pumps")] == found


def test_users_are_of_any_kind_and_open() -> None:
    agreements = {"frame": {"what": "Frame", "using": "pumps"}}
    made = view(account_as_market={"agreements": agreements})
    assert [node.id for node in users(graph(made.plan), "pumps")] == ["frame"]
