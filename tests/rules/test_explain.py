import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from kamc.model.plan import Plan
from kamc.model.spec import spec
from kamc.rules import registry
from kamc.rules.base import Rule
from kamc.rules.doc import parse
from kamc.rules.explain import WIDTH, explain, index, overview, page

RULES = pytest.mark.parametrize("rule", registry.RULES, ids=lambda rule: rule.slug)


def test_a_rule_in_the_terminal(file_regression: FileRegressionFixture) -> None:
    file_regression.check(explain(registry.BOOK.by_code["KAM301"]))


def test_a_page(file_regression: FileRegressionFixture) -> None:
    file_regression.check(page(registry.BOOK.by_code["KAM605"]), extension=".md")


@RULES
def test_no_line_is_wider_than_the_terminal(rule: Rule) -> None:
    prose = [line for line in explain(rule).splitlines() if not line.startswith("    ")]
    assert max(map(len, prose)) <= WIDTH


@RULES
def test_the_overview_and_the_index_hold_every_rule(rule: Rule) -> None:
    assert f"{rule.code}  {rule.slug} " in overview()
    assert f"[{rule.code}]({rule.code}.md)" in index()


def test_the_overview_fits_the_terminal_and_wastes_no_room_on_the_names_of_other_blocks() -> None:
    lines = overview().splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert "  KAM805  unused-offering     Every offering that can be bought" in overview()


def test_the_index_says_of_a_rule_what_one_asks_first() -> None:
    head, *rows = [line for line in index().splitlines() if line.startswith(("| code", "| [KAM"))]
    assert head == "| code | name | what it wants | kind | [method](../methods.md) | from |"
    assert {row.count("|") for row in rows} == {7}
    last = "At each of the eight sales steps somebody of ours is there. | gap | M43 | extended |"
    assert f"| [KAM327](KAM327.md) | `sales-step-unstaffed` | {last}" in rows
    assert "](" not in index(linked=False)


@pytest.mark.parametrize("rule", [rule for rule in registry.RULES if rule.check], ids=lambda rule: rule.slug)
def test_a_rule_says_under_which_block_it_is_accepted(rule: Rule) -> None:
    last = page(rule).rpartition("```yaml\n")[2]
    block = last.partition(":")[0]
    assert block == ("accepted" if rule.code.startswith("KAM0") else block)
    assert block in spec(Plan).by_key


def test_what_cannot_be_seen_is_shown() -> None:
    assert "⇥" in explain(registry.BOOK.by_code["KAM010"])
    assert "⟨U+2028⟩" in page(registry.BOOK.by_code["KAM015"])


@RULES
def test_a_title_is_one_short_sentence(rule: Rule) -> None:
    assert rule.title == rule.text.title
    assert rule.title.endswith(".")
    assert len(rule.title) <= 110


def test_a_docstring_without_a_part_says_which() -> None:
    with pytest.raises(ValueError, match="lacks Good, Remedy: It wants something"):
        parse("It wants something.\n\nWhy: because.\n\nBad:\n\n    a: 1\n")
