"""What the folder of an opportunity makes of a plan."""

from typing import Any

import pytest

from kamc.brief.folder import Folder, folders
from kamc.model.fields import Audience
from tests.brief.test_account_plan import HEADER, rows
from tests.render.briefs import of

CABS = {
    "compelling_reason": "The old line ends.",
    "authority": "ada-berg",
    "budget": {"state": "approved", "amount": "2M"},
    "allies": "bo-lind",
}


def made(
    audience: Audience = Audience.TEAM, blocks: dict[str, Any] | None = None, **plan: Any
) -> list[Folder]:
    return [*folders(of({**HEADER, "account_plan": plan, **(blocks or {})}, audience))]


def folder(blocks: dict[str, Any] | None = None, plan: dict[str, Any] | None = None, **chance: Any) -> Folder:
    [one] = made(blocks=blocks, opportunities={"line-2": {"what": "Line 2.", **chance}}, **(plan or {}))
    return one


def told(one: Folder) -> list[tuple[str, str]]:
    return [
        (str(held.value).replace("\u00a0", " "), held.meaning.replace("\u00a0", " ")) for held in one.figures
    ]


def test_one_for_each_open_opportunity_the_next_decision_first() -> None:
    plan = {
        "later": {"what": "Later", "closes": "2027-05-01"},
        "sooner": {"what": "Sooner", "closes": "2026-12-01"},
        "undated": {"what": "Undated"},
        "lost": {"what": "Lost", "stage": "lost"},
        "won": {"what": "Won", "stage": "contract"},
    }
    assert [one.part for one in made(opportunities=plan)] == ["sooner", "later", "undated"]


def test_value_alone_and_weighted() -> None:
    one = folder(value="1.6M", term="3 years", probability=55, stage="go", closes="2027-02-26", cabs=CABS)
    assert told(one) == [
        ("EUR 1.6 M", "what it is worth over 3 years"),
        ("EUR 880 k", "weighted by its probability, 55 %"),
        ("Go", "our stage"),
        ("26 Feb 2027", "their decision, as we expect it"),
        ("✓ 4 of 4", "of compelling reason, authority, budget and allies"),
    ]


def test_what_is_not_known_is_said_and_not_figured() -> None:
    one = folder(probability=55, closes="2026-10-01", origin="pull", buying_step="proposal-request")
    assert told(one) == [
        ("◇ not known", "what it is worth"),
        ("Identified", "our stage; they are at proposal request, they asked"),
        ("◆ 1 Oct 2026, overdue", "their decision, as we expect it"),
        ("◇ 0 of 4", "of compelling reason, authority, budget and allies"),
    ]
    assert [str(fact.value)[:1] for fact in one.cabs] == ["◇"] * 4


@pytest.mark.parametrize(
    ("stage", "cabs", "warning"),
    [
        ("identified", {}, ""),
        ("pursued", CABS, ""),
        (
            "pursued",
            {**CABS, "budget": {"state": "none"}, "allies": "unknown"},
            "◆ Pursued, and not yet known: whether there is money; who speaks for us",
        ),
        ("qualified", {}, None),
    ],
)
def test_a_stage_that_claims_more_than_is_known(
    stage: str, cabs: dict[str, Any], warning: str | None
) -> None:
    found = str(folder(stage=stage, cabs=cabs).warning).replace("\u00a0", " ")
    assert found.startswith("◆") if warning is None else found == warning


def test_what_it_helps_with_and_the_success_factor_behind_it() -> None:
    knowledge = {
        "success_factors": {"fewer": {"what": "Half the stops", "by": "2027-12-31"}},
        "challenges": {"dust": {"what": "Dust", "serves": "fewer", "compelling_reason": "The line is new."}},
    }
    one = folder({"account_knowledge": knowledge}, answers=["dust", "fewer", "not-there"])
    assert rows(one.serves) == [
        ["Dust", "Half the stops", "The line is new.", ""],
        ["Half the stops", "a success factor itself", "", "31 Dec 2027"],
    ]


def test_what_is_next_is_for_it_or_because_of_it() -> None:
    plan = {
        "activities": {
            "paper": {"what": "Paper", "advances": "line-2", "by": "2026-11-20"},
            "visit": {"what": "Visit", "by": "2026-10-30"},
            "other": {"what": "Other", "by": "2026-10-30"},
            "done": {"what": "Done", "advances": "line-2", "status": "done"},
            "undated": {"what": "Undated", "advances": "line-2"},
        },
        "meetings": {"talk": {"what": "Talk", "about": "line-2", "date": "2026-11-10"}},
        "alarms": {"quiet": {"sign": "fewer-contacts", "about": "line-2", "leads_to": "visit"}},
    }
    assert [row[:2] for row in rows(folder(plan=plan).next)] == [
        ["30 Oct 2026", "Visit"],
        ["10 Nov 2026", "Talk"],
        ["20 Nov 2026", "Paper"],
        ["◇ no date", "Undated"],
    ]


def test_who_decides_by_what() -> None:
    blocks = {
        "relationships": {
            "buying_center": {
                "ada-berg": {
                    "title": "Buyer",
                    "roles": "decider",
                    "stance": "opponent",
                    "favours": "kemtron",
                },
                "bo-lind": {"roles": "user"},
            }
        },
        "product_knowledge": {"decision_criteria": {"uptime": "Hours it runs"}},
        "account_as_market": {
            "competitors": {"kemtron": {"strengths": ["Price."], "strategy": "Bundle it."}, "other": {}}
        },
    }
    one = folder(
        blocks, cabs=CABS, choices={"theirs": {"ada-berg": {"uptime": 100}}}, competitors=["kemtron", "other"]
    )
    assert rows(one.deciding) == [
        ["Ada Berg", "can say yes, decider", "◆ opponent", "Hours it runs 100 %"],
        ["Bo Lind", "speaks for us, user", "", ""],
    ]
    assert [(fact.label, str(fact.value).replace("\u00a0", " ")) for fact in one.rivals] == [
        ("Kemtron", "strong in: Price · wants: Bundle it · spoken for by Ada Berg"),
        ("Other", "◇ not known"),
    ]


def test_gaps_are_questions_to_ask() -> None:
    one = folder(cabs={**CABS, "compelling_reason": "unknown"})
    assert [row[0] for row in rows(one.asked)] == ["What happens if nothing is decided this year?"]


def test_a_customer_gets_none() -> None:
    assert made(Audience.CUSTOMER, opportunities={"line-2": {"what": "Line 2"}}) == []
