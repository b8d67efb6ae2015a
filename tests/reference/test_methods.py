import re

import pytest

from kamc.model.spec import records_below, spec
from kamc.reference import methods
from kamc.schema import ROOTS


def test_all_methods_have_a_title() -> None:
    assert list(methods.TITLES) == list(range(1, 69))
    assert len(set(methods.TITLES.values())) == len(methods.TITLES)


@pytest.mark.parametrize("number", methods.TITLES)
def test_no_method_is_without_a_field(number: int) -> None:
    assert methods.homes(number) != ""


def test_no_field_names_a_method_that_is_none() -> None:
    records = [record for root in ROOTS.values() for record in records_below(root)]
    named = {number for record in records for slot in spec(record).slots for number in slot.field.methods}
    assert named | {number for record in records for number in record.about.methods} == set(methods.TITLES)


def test_a_part_stands_for_its_fields() -> None:
    assert methods.homes(16) == "`account_knowledge.success_factors`"
    assert "`catalogue: offerings`" in methods.homes(24)
    assert methods.homes(67).endswith("; everywhere `records`")


def test_the_page_has_a_row_for_each() -> None:
    (page,) = methods.pages().values()
    assert re.findall(r"^\| (M\d+) \|", page, re.MULTILINE) == [f"M{number}" for number in methods.TITLES]
    assert "[KAM101 csf-count](rules/KAM101.md)" in page
