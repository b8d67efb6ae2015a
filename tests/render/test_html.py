"""From Markdown to the body of a page."""

import re

from kamc.render.html import Body, Heading, body
from kamc.speech import Speech

TABLE = "| Who | Role | Sales |\n| --- | --- | ---: |\n| **Ann** | buyer | 3 |\n"
WIDE = "|" + " a |" * 9 + "\n|" + " --- |" * 9 + "\n|" + " x |" * 9 + "\n"


def made(markdown: str, **slots: str) -> Body:
    return body(markdown, {name.replace("_", "-"): html for name, html in slots.items()}, Speech())


def test_sections_have_names_and_anchors_of_their_own() -> None:
    page = made("## Goals\n\ntext\n\n## Goals\n\n### Part\n\n### Part\n")
    assert page.headings == (Heading("goals", "Goals"), Heading("goals-2", "Goals"))
    assert re.findall(r'id="([^"]+)"', page.html) == ["goals", "goals-2", "part", "part-2"]
    assert page.html.count("<section") == page.html.count("</section>") == 2
    assert page.html.count("<div") == page.html.count("</div>") == 4


def test_a_line_of_emphasis_above_a_table_is_its_caption() -> None:
    html = made(f"### People\n\n*Theirs, by role*\n\n{TABLE}").html
    assert "<caption>Theirs, by role</caption>" in html
    assert "<em>" not in html


def test_a_table_without_one_is_named_by_its_heading() -> None:
    assert '<caption class="unseen">People</caption>' in made(f"### People\n\n{TABLE}").html


def test_emphasis_elsewhere_stays_emphasis() -> None:
    assert "<em>note</em>" in made("*note*\n\ntext\n").html


def test_a_table_says_what_its_cells_are() -> None:
    html = made(TABLE).html
    assert html.count('scope="col"') == 3
    assert '<th scope="row"><strong>Ann</strong></th>' in html
    assert '<td data-label="Role">buyer</td>' in html
    assert re.search(r'<td[^>]*class="n"[^>]*>3</td>', html)
    assert "style=" not in html


def test_only_a_cell_with_a_long_word_may_break_words() -> None:
    html = made("| Who | What |\n| --- | ---: |\n| Vergabeangelegenheiten | nine-hundred-and-eleven |\n").html
    assert html.count("long") == 1
    assert '<th scope="row" class="long">Vergabeangelegenheiten</th>' in html


def test_a_wide_table_scrolls_and_a_narrow_one_is_stacked() -> None:
    assert 'class="stack"' in made(TABLE).html
    wide = made(f"## Grid\n\n{WIDE}").html
    assert '<div class="scroll" role="region" tabindex="0" aria-label="Grid">' in wide
    assert "stack" not in wide


def test_a_figure_stands_alone_or_instead_of_what_follows() -> None:
    assert made("```kamc-figure people\n```\n", people="<svg/>").html == "<svg/>"
    html = made("```kamc-instead open-space\n```\n\ntable\n\n```kamc-end\n```\n", open_space="<svg/>").html
    assert re.fullmatch(r"<svg/><details.*<p>table</p>\n</details>\n", html, re.DOTALL)


def test_signs_have_the_colours_that_they_stand_for() -> None:
    html = made("**◆\u00a0late** **◇\u00a0not known** **✓\u00a0met** **◆late** **plain**\n").html
    assert re.findall(r'<strong class="(\w+)">', html) == ["bad", "open", "good"]
    assert html.count("<strong>") == 2


def test_names_of_sections_and_columns_are_words_and_not_markdown() -> None:
    page = made("## A \\[x\\] b\n\n| a\\_b | c\\_d |\n| --- | --- |\n| 1 | 2 |\n")
    assert page.headings == (Heading("a-x-b", "A [x] b"),)
    assert '<caption class="unseen">A [x] b</caption>' in page.html
    assert 'data-label="c_d"' in page.html


def test_html_in_markdown_is_text() -> None:
    assert "&lt;b&gt;" in made("<b>x</b>\n").html
