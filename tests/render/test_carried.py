"""Briefs that are carried into a room, of meetings, opportunities, negotiations: what holds for all."""

import re
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import HealthCheck, given, settings

from kamc.audience import cut
from kamc.brief import BRIEFS
from kamc.brief import given as told
from kamc.engine.build import Wanted, build
from kamc.engine.read import read_from
from kamc.engine.scope import scope
from kamc.model.fields import Audience
from kamc.render import Rendered
from kamc.render import rendered as documents
from kamc.settings import Settings
from kamc.workspace import find
from tests.render.briefs import RUN, of
from tests.render.test_brief import HEADER, HOSTILE, sound
from tests.strategies import SHARED, plan_data, plan_of
from tests.test_example_briefs import AS_OF, ROOT

PRIVATE, TEAM, CUSTOMER = Audience
CARRIED = tuple(one for one in BRIEFS if one.name in {"meeting", "opportunity", "negotiation"})
FOLDER = "solvanger-energy/2026-Q4/"


@pytest.fixture(scope="module")
def example() -> Mapping[str, str]:
    """These briefs of one plan of the example, by audience and name."""
    workspace = find(ROOT)
    terms = scope(workspace, Settings(supplier="Fennmark Well Services", currency="USD"), AS_OF)
    loaded = [read_from(workspace, one) for one in terms.files]
    return {
        f"{audience.word}-{one.path.removeprefix(FOLDER)}": str(one.text)
        for audience in (PRIVATE, TEAM)
        for one in build(
            terms, loaded, Wanted(audience=audience, formats=("md", "html"), briefs=CARRIED)
        ).outputs
        if one.path.startswith(FOLDER)
    }


def test_limits_reach_no_page_of_the_team(example: Mapping[str, str]) -> None:
    private = "".join(text for name, text in example.items() if name.startswith("private-"))
    team = "".join(text for name, text in example.items() if name.startswith("team-"))
    for limit in ("104\u00a0000", "crew from Alaska", "Last post before retirement"):
        assert limit in private
        assert limit not in team


def _made(data: object, audience: Audience) -> Iterator[Rendered]:
    view = cut(plan_of(data), audience)
    made = told(view, run=RUN, people=SHARED.people, catalogue=SHARED.catalogue)
    for brief in CARRIED:
        yield from documents(made, brief)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(plan_data())
def test_every_plan_has_sound_pages(data: object) -> None:
    for audience in (PRIVATE, TEAM):
        for one in _made(data, audience):
            sound(one)
            assert one.markdown.startswith("# ")


def test_they_are_for_us_alone() -> None:
    assert all(CUSTOMER not in one.audiences for one in CARRIED)


def test_hostile_text_stays_text() -> None:
    chance = {
        "what": HOSTILE,
        "stage": "pursued",
        "answers": "need",
        "competitors": "rival",
        "cabs": {"compelling_reason": HOSTILE, "authority": "a"},
        "choices": {"theirs": {"a": {"weighed": 100}}},
        "negotiation": {
            "space": {"price": {"start": 3, "breaking_point": 1, "unit": HOSTILE}},
            "frame": HOSTILE,
            "value_argument": HOSTILE,
            "concessions": [{"we_can": HOSTILE, "if_you_can": HOSTILE}],
        },
    }
    data = {
        **HEADER,
        "name": HOSTILE,
        "account_knowledge": {
            "success_factors": {"need": {"what": HOSTILE, "whose": "a", "contradicted_by": [HOSTILE]}}
        },
        "product_knowledge": {
            "decision_criteria": {"weighed": {"what": HOSTILE, "relevance": {"buyer": "7x7"}}}
        },
        "relationships": {
            "buying_center": {
                "a": {
                    "name": HOSTILE,
                    "title": HOSTILE,
                    "roles": "buyer",
                    "favours": "rival",
                    "contacts": {"ida-moe": {"topic": HOSTILE}},
                }
            }
        },
        "account_as_market": {"competitors": {"rival": {"name": HOSTILE, "strengths": [HOSTILE]}}},
        "account_plan": {
            "opportunities": {"deal": chance},
            "activities": {"act": {"what": HOSTILE, "with": "a"}},
            "communications": {"word": {"message": HOSTILE, "to": "a"}},
            "concerns": {"worry": {"what": HOSTILE, "whose": "a", "answer": HOSTILE}},
            "meetings": {
                "talk": {
                    "what": HOSTILE,
                    "with": "a",
                    "about": "deal",
                    "objectives": [HOSTILE],
                    "agenda": [HOSTILE],
                    "validate": [HOSTILE],
                    "next_steps": [HOSTILE],
                    "questions": [{"ask": HOSTILE, "learn": HOSTILE}],
                }
            },
        },
    }
    pages = [one for brief in CARRIED for one in documents(of(data, PRIVATE), brief)]
    assert len(pages) == len(CARRIED)
    for one in pages:
        page = sound(one)
        words = "".join(page.words)
        assert "<script>x</script>" in words
        assert "49098049" not in words
        assert re.search(r"(?<!\\)<script|(?<!\\)\]\(javascript", one.markdown) is None


def test_there_is_room_to_write() -> None:
    data = {**HEADER, "account_plan": {"meetings": {"talk": {"what": "A talk"}}}}
    [one, *_] = documents(of(data), CARRIED[0])
    for words in ("What we heard", "What they promised, by when", "What we promised, by when"):
        assert f"### {words}" in one.markdown
        assert words in one.html
