"""The tree of a document: what Markdown says, as values, with nothing lost and nothing left of the markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.brief.shown import Mark
from kamc.escape import clean, markdown
from kamc.render.tree import Grid, Heading, Items, Paragraph, Picture, Span, lines, plain, tree

GRID = "*What it is*\n\n| Who | Sales |\n| --- | ---: |\n| **Ada** *north* | 4 |\n| Bo | |\n"


def test_a_table_has_a_caption_columns_and_rows() -> None:
    [grid] = tree(GRID)
    assert isinstance(grid, Grid)
    assert plain(grid.caption) == "What it is"
    assert [(plain(one.head), one.is_number) for one in grid.columns] == [("Who", False), ("Sales", True)]
    assert grid.rows[0][0] == (Span(text="Ada", strong=True), Span(text=" "), Span(text="north", soft=True))
    assert sum(one.share for one in grid.columns) == pytest.approx(1, abs=0.001)


def test_a_column_has_room_for_its_longest_word() -> None:
    long = "many words that go on and on " * 9
    [grid] = tree(f"| What | By |\n| --- | --- |\n| {long} | 31\u00a0Dec\u00a02027 |\n")
    assert isinstance(grid, Grid)
    assert grid.columns[1].share * 108 >= len("31 Dec 2027")


def test_lists_hold_lists() -> None:
    [items] = tree("1. One\n\n2. Two\n   - below\n")
    assert isinstance(items, Items)
    assert items.is_numbered
    assert [plain(line) for line in lines([items])] == ["One", "Two", "below"]
    assert isinstance(items.items[1][1], Items)


def test_figures_stand_by_name_with_what_they_stand_for() -> None:
    found = tree(
        f"## A\n\n```kamc-figure one\n```\n\n```kamc-instead two\n```\n\n{GRID}\n```kamc-end\n```\n\nAfter\n"
    )
    heading, one, two, after = found
    assert isinstance(heading, Heading)
    assert one == Picture("one")
    assert isinstance(two, Picture)
    assert [type(block) for block in two.instead] == [Grid]
    assert after == Paragraph((Span(text="After"),))


@pytest.mark.parametrize("mark", [Mark("late"), Mark("not known", "open"), Mark("kept", "good")])
def test_a_mark_has_its_tone(mark: Mark) -> None:
    assert tree(f"**{mark}**") == (Paragraph((Span(text=str(mark), strong=True, tone=mark.tone),)),)


@given(st.text(max_size=60))
def test_a_text_comes_out_as_it_went_in(text: str) -> None:
    found = [plain(line) for line in lines(tree(f"- x{markdown('x' + text, hosted=False)}x"))]
    assert found == ["x" + clean("x" + text) + "x"]
