"""The portfolio of the worked example: golden in both forms, the same in whatever order plans come."""

import datetime as dt
import pathlib
import re

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from kamc import __version__
from kamc.commands.common import open_workspace
from kamc.engine.portfolio_brief import portfolio_brief, streamed
from kamc.engine.scope import Scope, scope
from kamc.engine.status import latest
from kamc.model.fields import Audience
from kamc.render import Rendered

ROOT = pathlib.Path(__file__).resolve().parents[1]
GOLDEN = pathlib.Path(__file__).with_suffix("")
AS_OF = dt.date(2026, 11, 24)
STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


@pytest.fixture(scope="module")
def example() -> Scope:
    workspace, settings = open_workspace(ROOT)
    return scope(workspace, settings, AS_OF)


@pytest.fixture(scope="module")
def document(example: Scope) -> Rendered:
    return portfolio_brief(example, streamed(example, latest(example.files)), Audience.TEAM).document


@pytest.mark.parametrize("form", ["md", "html"])
def test_the_portfolio_is_golden(
    form: str, document: Rendered, file_regression: FileRegressionFixture
) -> None:
    text = document.markdown if form == "md" else STYLE.sub("<style></style>", document.html)
    told = text.replace(f"kamc {__version__}", "kamc …")
    file_regression.check(told, encoding="utf-8", newline="", fullpath=GOLDEN / f"portfolio.{form}")


def test_order_never_matters(example: Scope, document: Rendered) -> None:
    plans = reversed(list(streamed(example, latest(example.files))))
    fresh = (streamed(example, [one.source]) for one in plans)
    again = portfolio_brief(example, (next(one) for one in fresh), Audience.TEAM).document
    assert again == document


def test_private_and_team_differ_in_who_reads_it(example: Scope, document: Rendered) -> None:
    private = portfolio_brief(example, streamed(example, latest(example.files)), Audience.PRIVATE).document
    assert "for the account manager and sponsor" in private.markdown
    assert "for the team" in document.markdown


def test_every_figure_says_what_it_shows_and_has_its_table(document: Rendered) -> None:
    figures = document.html.count("<svg ")
    assert figures == document.html.count("<desc ") == document.html.count('role="img"')
    assert figures == 5
    assert document.html.count('<details class="as-table">') == 2  # one for the four matrices
