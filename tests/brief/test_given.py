"""What every section of a brief is made with: phrases around values, tables under heads of ours."""

from kamc.brief.shown import Column, Mark
from tests.render.briefs import of

GIVEN = of({"kamc": 1})


def test_a_phrase_with_a_hole_is_not_said() -> None:
    assert GIVEN.phrase("{phase} since {day}", phase="selling", day="May 2026") == "selling since May 2026"
    assert GIVEN.phrase("{phase} since {day}", phase="selling", day="") == ""
    assert GIVEN.phrase("with {names}", names=Mark("not known", "open")) == "with ◇\u00a0not known"


def test_the_heads_of_a_table_say_where_numbers_stand() -> None:
    made = GIVEN.table("", "Who | >Sales | By", [("Ann", "3", "2027")])
    assert made.columns == (Column("Who"), Column("Sales", number=True), Column("By"))
