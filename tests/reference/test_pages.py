import re

import click
import pytest

from kamc.cli import VERBS, group
from kamc.model.common import own
from kamc.model.fields import Profile
from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.model.spec import records_below
from kamc.reference import commands, pages, profiles
from kamc.reference.markdown import anchor, table
from kamc.reference.written import flow, life
from kamc.schema import ROOTS

PAGES = {**pages.pages(), **commands.pages()}
PLAN = PAGES["docs/reference/plan.md"]
LONGEST = 720
"""Lines: the page had twice as many, and its readers got lost."""


def headings(name: str) -> list[str]:
    return [anchor(heading) for heading in re.findall(r"^#+ (.+)$", PAGES[name], re.MULTILINE)]


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_to_one_heading(name: str) -> None:
    linked = set(re.findall(r"\]\(([a-z-]+\.md)?#([^)]+)\)", PAGES[name]))
    places = {(page, to): headings(f"docs/reference/{page}" if page else name) for page, to in linked}
    assert {one: found.count(one[1]) for one, found in places.items()} == dict.fromkeys(linked, 1)


def test_every_field_has_a_row_or_a_heading() -> None:
    text = "".join(PAGES.values())
    keys = {slot.key for root in ROOTS.values() for record in records_below(root) for slot in own(record)}
    assert {
        key for key in keys if not re.search(rf"`(?:[\w<>…]+\.)*{key}`|`{{(?:\w+, )*{key}[,}}]", text)
    } == set()


def test_a_first_plan_is_written_from_a_page_of_reasonable_length() -> None:
    assert PLAN.count("\n") < LONGEST
    assert re.findall(r"\bM[0-9]+\b", PLAN) == []


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
    assert flow(value, outermost=True) == line


def test_the_words_of_a_status_are_said_once() -> None:
    told = life(("planned", "running"), ("done",))
    assert told == "`planned` (meant where left out), `running`; ended: `done`"


def test_the_short_profile_is_spelled_out() -> None:
    lines = profiles.asked(Plan, Profile.SHORT).splitlines()
    assert lines[0] == "- the header: `kamc`, `account`, `name`, `period`, `status`, `profile`, `owner`"
    assert lines[3] == "- `account_knowledge`: `success_factors` (`what`, `whose`, `by`)"
    assert lines[-1].startswith(
        "- `account_plan`: `objectives` (`what`, `by`), `activities` (`what`, `by`), "
    )
    assert "it `answers` a need `using` an offering, or it `advances` a goal" in lines[-1]


def test_larger_profiles_tell_what_they_add() -> None:
    standard, extended = (profiles.asked(Plan, one) for one in (Profile.STANDARD, Profile.EXTENDED))
    assert "`success_factors` (`measured_by`)" in standard
    assert "`contacts` (`topic`, `every`)" in standard
    assert "`success_factors` (`serves`)" in extended
    assert "`attractiveness`, `relative_strength`, `importance`, `difficulty`" in extended
    assert "`co_creation`" not in standard + extended  # nobody asks for it


@pytest.mark.parametrize("record", [one for one in records_below(Plan) if one.about.either])
def test_either_or_is_told_above_the_table_that_marks_it(record: type[Part]) -> None:
    about = record.about
    assert [key for key in about.either if f"`{key}`" not in about.note] == []
    assert about.note in PLAN


def test_a_field_of_an_either_or_points_to_the_note() -> None:
    marked = set(re.findall(r"^\| `(\w+)` \|.* see above \|$", PLAN, re.MULTILINE))
    assert marked == {key for record in records_below(Plan) for key in record.about.either}


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_and_option_is_on_the_page_of_commands(name: str) -> None:
    text = PAGES["docs/reference/commands.md"]
    command = group.get_command(click.Context(group), name)
    assert command is not None
    options = [option for one in command.params for option in one.opts if option.startswith("--")]
    assert f"## `kamc {name}`" in text
    assert [one for one in options if not re.search(rf"`(?:-\w, )?{one}[ `]", text)] == []
