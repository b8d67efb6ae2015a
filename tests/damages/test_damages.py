"""The worked workspace is damaged in as many ways as plans are in real life, and kamc names what a reviewer would.

Each damage gives exactly the findings that its table says, and nothing else is found or goes away.
"""

import pytest

from tests.damages.tables import Case, cases
from tests.damages.workspace import told

TABLES = (
    "account_knowledge",
    "product_knowledge",
    "relationships",
    "market",
    "account_plan",
    "links",
    "quarters",
    "portfolio",
    "file",
)
DAMAGES = {table: cases(table) for table in TABLES}


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{table}: {case.name}") for table in TABLES for case in DAMAGES[table]]
)
def test_a_damage_is_told_and_nothing_else(case: Case) -> None:
    new, gone = told(case)
    assert (new, gone) == (sorted(case.new), sorted(case.gone))
