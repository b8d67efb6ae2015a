"""What changed, as the brief shows it: what leads, then and now side by side, promises, the rest."""

import datetime as dt
from typing import Any

import msgspec
import pytest

from kamc.audience import cut
from kamc.brief import Given, given
from kamc.brief.book import BRIEFS
from kamc.brief.changes import Changes, change_figures, changes, sentence
from kamc.diagnostics import Diagnostic, Kind, Severity, Span
from kamc.model.build import build
from kamc.model.change import Diff
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.render import rendered
from kamc.speech import Speech
from tests.render.briefs import RUN

Data = dict[str, Any]
PRIVATE, TEAM, CUSTOMER = Audience
BRIEF = next(one for one in BRIEFS if one.name == "changes")
HEADER = {
    "kamc": 1, "account": "gruenau-heat", "name": "Fernwärme Grünau", "status": "draft", "profile": "short",
    "owner": "jonas-petri", "currency": "EUR",
}  # fmt: skip
LENA = {
    "title": "Director", "roles": ["decider"], "stance": "supporter", "influence": "high",
    "contacts": {"jonas-petri": "2026-08-01"},
}  # fmt: skip
BEFORE: Data = {
    "relationships": {"buying_center": {"lena-berg": LENA}},
    "account_as_market": {"share_of_wallet": {"wells": {"spend": "4M", "ours": "1M"}}},
    "account_plan": {
        "activities": {
            "visit": {"what": "Walk the site", "by": "2026-08-31"},
            "call": {"what": "Call the plant", "by": "2026-08-15"},
        }
    },
}
AFTER: Data = {
    "relationships": {
        "buying_center": {
            "lena-berg": {**LENA, "stance": "opponent", "contacts": {"jonas-petri": "2026-11-02"}},
            "otto-kern": {"title": "Plant lead", "roles": ["facilitator"]},
        }
    },
    "account_as_market": {"share_of_wallet": {"wells": {"spend": "4M", "ours": "1.2M"}}},
    "account_plan": {
        "activities": {
            "visit": {"what": "Walk the site", "by": "2026-12-15"},
            "call": {"what": "Call the plant", "by": "2026-08-15", "status": "done", "ended": "2026-08-12"},
        }
    },
}


def plan(period: str, data: Data) -> Plan:
    made, problems = build(Plan, {**HEADER, "period": period, **data})
    assert not problems
    return made


def told(
    before: Data | None = None,
    after: Data | None = None,
    audience: Audience = PRIVATE,
    speech: Speech | None = None,
) -> Given:
    run = msgspec.structs.replace(RUN, as_of=dt.date(2026, 11, 24), speech=speech or Speech())
    views = [
        cut(plan(period, held), audience)
        for period, held in (
            ("2026-Q3", BEFORE if before is None else before),
            ("2026-Q4", AFTER if after is None else after),
        )
    ]
    return given(views[1], run=run, earlier=views[0])


def shown(made: Given) -> tuple[Diff, Changes]:
    found = made.whole
    assert found is not None
    return found, changes(made, found)


def cells(rows: Any) -> list[tuple[str, ...]]:
    return [tuple(str(cell) for cell in row) for row in rows]


def test_what_leads_stands_in_two_heaps() -> None:
    _, page = shown(told())
    assert page.worse == ("Lena Berg (decider), stance: supporter → opponent",)
    assert page.better == (
        "Otto Kern is new in the buying centre: Plant lead, facilitator",
        "Share of wallet, wells: 25\u00a0% → 30\u00a0% (+5 points)",
    )


def test_figures_stand_side_by_side_moved_or_not() -> None:
    _, page = shown(told())
    rows = {row[0]: row[1:] for row in cells(page.figures.rows)}
    assert [one.title for one in page.figures.columns] == [
        "Figure",
        "Q3 2026",
        "Q4 2026",
        "Movement",
    ]
    assert rows["Share of wallet"] == ("25\u00a0%", "30\u00a0%", "▲\u00a0+5 points")
    assert rows["Overdue"] == ("2", "0", "▲\u00a0\N{MINUS SIGN}2")


def test_a_row_names_a_thing_once_and_routine_is_a_sentence() -> None:
    _, page = shown(told())
    blocks = {one.title: one for one in page.blocks}
    assert blocks["Relationships"].routine == ("Spoken with since: Lena Berg.",)
    plan_rows = cells(blocks["Account plan"].table.rows)
    assert ('Activity "Call the plant"', "planned", "done", "▲\u00a0better") in plan_rows
    assert plan_rows[-1][1:] == ("31\u00a0Aug\u00a02026", "15\u00a0Dec\u00a02026", "▼\u00a0106 days later")


def test_promises_not_kept_come_first() -> None:
    _, page = shown(told())
    assert page.kept == "Of 2 promises due by the end of Q3 2026, 1 was kept on time."
    assert [row[0] for row in cells(page.promises.rows)] == ["Walk the site", "Call the plant"]
    assert cells(page.promises.rows)[0][2] == "▼\u00a0carried over"


def test_the_first_sentence_counts_and_leads() -> None:
    made = told()
    found, _ = shown(made)
    said = sentence(made, found)
    assert said.startswith("Changes since Q3 2026: 5 for the better, 2 for the worse.")
    assert said.endswith("First of all: Lena Berg (decider), stance: supporter → opponent.")
    assert str(change_figures(made, found)[0].value) == "1 of 2"


def test_a_quarter_in_which_nothing_moved_says_so() -> None:
    made = told(BEFORE, BEFORE)
    found, page = shown(made)
    assert sentence(made, found) == "Nothing in the plan has changed since Q3 2026."
    assert "selection criteria, success factors, relationship continuum and open space" in page.left_alone
    assert not page.blocks


def test_findings_and_likely_renames_are_told() -> None:
    deeds = {"account_plan": {"activities": {"site": {"what": "Walk the site at night", "by": "2026-12-15"}}}}
    older = {"account_plan": {"activities": {"visit": {"what": "Walk the site at dusk", "by": "2026-12-15"}}}}
    made = told(older, deeds)
    nobody = Diagnostic(
        code="KAM301", slug="no-facilitator", kind=Kind.GAP, severity=Severity.WARNING,
        message="nobody lobbies for us", path="p", span=Span(1, 1, 1, 1),
    )  # fmt: skip
    assert made.whole is not None
    found = msgspec.structs.replace(made.whole, found=(nobody,))
    page = changes(made, found)
    assert [(str(one.text), one.notes) for one in page.new_findings] == [
        ("nobody lobbies for us", ("KAM301",))
    ]
    assert page.renamed[0].startswith("visit may have become site: ")


def test_without_a_quarter_before_there_is_no_page() -> None:
    made = given(cut(plan("2026-Q4", AFTER), PRIVATE), run=RUN)
    assert made.whole is None
    assert list(rendered(made, BRIEF)) == []


def test_it_is_for_us() -> None:
    assert BRIEF.audiences == {PRIVATE, TEAM}


@pytest.mark.parametrize("locale", ["de", "fr", "es", "pt-BR"])
def test_it_speaks_the_workspaces_language(locale: str) -> None:
    [page] = rendered(told(speech=Speech(locale)), BRIEF)
    assert f'<html lang="{locale}">' in page.html
    assert "{" not in page.markdown
