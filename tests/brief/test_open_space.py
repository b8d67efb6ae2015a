"""The open space as a page of its own."""

import csv
import pathlib
from typing import Any

from kamc.brief.book import BRIEFS
from kamc.brief.open_space import OpenSpaceBrief, figures, open_space_brief, sentence
from kamc.model.fields import Audience
from kamc.render.figures.open_space import open_space
from kamc.speech import Speech
from tests.brief.test_account_plan import rows
from tests.render.briefs import of
from tests.render.test_figures import HEADER, svg

FACTOR = {"success_factors": {"grow": "Grow in the north"}}
MAP = pathlib.Path(__file__).parents[1] / "data" / "account-map.csv"


def plan(space: dict[str, Any], **account_plan: Any) -> dict[str, Any]:
    market = {"year": 2025, "competitors": {"rival": {"name": "Kestrel"}}, "open_space": space}
    return {
        **HEADER,
        "currency": "EUR",
        "account_knowledge": FACTOR,
        "account_as_market": market,
        "account_plan": account_plan,
    }


def made(space: dict[str, Any], **account_plan: Any) -> OpenSpaceBrief:
    found = open_space_brief(of(plan(space, **account_plan)))
    assert found is not None
    return found


def aligned(spend: str) -> dict[str, Any]:
    return {"state": "open", "serves": "grow", "spend": spend}


def test_aligned_places_are_ranked_by_potential_and_say_what_goes_after_them() -> None:
    space = {
        "north": {
            "pumps": aligned("1M"),
            "valves": aligned("3M"),
            "rods": {"state": "open", "serves": "grow"},
        }
    }
    shown = made(space, opportunities={"deal": {"what": "The pump deal", "using": "pumps"}})
    assert rows(shown.aligned) == [
        ["Valves in North", "EUR 3.0 M", "Grow in the north", "◆ nothing in the plan"],
        ["Pumps in North", "EUR 1.0 M", "Grow in the north", "The pump deal"],
        ["Rods in North", "◇ not known", "Grow in the north", "◆ nothing in the plan"],
    ]


def test_what_is_led_and_what_is_to_defend() -> None:
    space = {
        "north": {
            "pumps": {"state": "competitor", "who": "rival", "spend": "2M", "until": "2027-06-30"},
            "valves": {"state": "ours", "sales": "1M", "who": "rival"},
        }
    }
    shown = made(space)
    assert rows(shown.led) == [["Pumps in North", "Kestrel", "EUR 2.0 M", "30 Jun 2027"]]
    assert rows(shown.defend) == [["Valves in North", "EUR 1.0 M", "Kestrel", "◆ nothing in the plan"]]


def test_other_open_places_are_named_where_they_spend() -> None:
    space = {"north": {"pumps": {"state": "open", "spend": "2M"}, "valves": "open"}}
    assert rows(made(space).rest) == [["Pumps in North", "EUR 2.0 M"]]


def test_the_first_sentence_names_what_is_left_alone() -> None:
    left = of(plan({"north": {"pumps": aligned("1M")}}))
    assert (
        sentence(left)
        == "One open space serves what decides their success and is left alone: Pumps in North."
    )
    none = of(plan({"north": {"pumps": "open"}}))
    assert sentence(none).startswith("No open space serves a success factor")
    done = of(plan({"north": {"pumps": aligned("1M")}}, activities={"a": {"what": "A", "using": "pumps"}}))
    assert sentence(done).startswith("Something in the plan goes after every open space")


def test_the_published_map_adds_up() -> None:
    with MAP.open(encoding="utf-8", newline="") as file:
        head, *lines = list(csv.reader(file))
    space = {
        f"s{place}": {f"o{column}": f"{value}M" if value else "open" for column, value in enumerate(line[1:])}
        for place, line in enumerate(lines)
    }
    given = of(plan(space))
    numbers = {str(one.value).replace("\u00a0", " ") for one in figures(given)}
    assert {"EUR 51.2 M", "79", "21 %"} <= numbers
    assert [row[1] for row in rows(made(space).offerings)][5] == "EUR 36.0 M"
    assert len(head) == 11


def test_numbers_of_a_grid_that_nobody_knows() -> None:
    given = of(plan({"north": {"pumps": "unknown"}}))
    assert all(str(one.value) for one in figures(given))
    assert "%" not in "".join(str(one.value) for one in figures(given))


def test_a_wide_grid_is_turned_and_names_stay() -> None:
    shown = made({"north": {f"o{one}": "open" for one in range(20)}, "south": {"o1": "2M"}})
    root = svg(open_space(shown.space, Speech()))
    wide, high = map(float, root.attrib["viewBox"].split()[2:])
    assert high > wide
    words = {"".join(line.itertext()) for line in root.iter("tspan")}
    assert {"North", "South", "O1", "O19"} <= words


def test_a_competitor_beside_us_is_a_corner() -> None:
    shown = made({"north": {"pumps": {"state": "ours", "sales": "1M", "who": "rival"}, "rods": "1M"}})
    root = svg(open_space(shown.space, Speech()))
    assert [one.attrib["class"] for one in root.iter("path")] == ["c-contested"]
    assert any("beside us" in (one.text or "") for one in root.iter("title"))


def test_there_is_no_page_without_a_cell_and_none_for_a_customer() -> None:
    brief = next(held for held in BRIEFS if held.name == "open-space")
    assert tuple(brief.sheets(of(HEADER))) == ()
    assert Audience.CUSTOMER not in brief.audiences
