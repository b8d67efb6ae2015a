import re

import pytest

from kamc.model.common import own
from kamc.model.spec import records_below
from kamc.reference import pages
from kamc.reference.markdown import anchor, table
from kamc.schema import ROOTS

PAGES = pages.pages()


@pytest.mark.parametrize("name", PAGES)
def test_links_within_a_page_lead_to_one_heading(name: str) -> None:
    text = PAGES[name]
    headings = [anchor(heading) for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)]
    linked = set(re.findall(r"\]\(#([^)]+)\)", text))
    assert {one: headings.count(one) for one in linked} == dict.fromkeys(linked, 1)


def test_every_field_has_a_row() -> None:
    text = "".join(PAGES.values())
    keys = {slot.key for root in ROOTS.values() for record in records_below(root) for slot in own(record)}
    assert {key for key in keys if not re.search(rf"\n\| \[?`{key}`[\] ]", text)} == set()


@pytest.mark.parametrize("name", PAGES)
def test_tables_are_whole(name: str) -> None:
    blocks = re.findall(r"(?:^\|.*\|\n)+", PAGES[name], re.MULTILINE)
    for block in blocks:
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}) == 1


def test_a_bar_in_a_cell_is_no_border() -> None:
    assert table(["a"], [["x|y"]]) == "| a |\n| --- |\n| x\\|y |\n"


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ({"a": "2 weeks", "b": "month"}, '{a: "2 weeks", b: month}'),
        (["Two words", "one"], '["Two words", one]'),
        ("Two words", "Two words"),
        ("now: later", '"now: later"'),
        ("#0b5d66", '"#0b5d66"'),
        (12, "12"),
    ],
)
def test_examples_are_written_as_in_a_plan(value: object, line: str) -> None:
    assert pages.flow(value, outermost=True) == line
