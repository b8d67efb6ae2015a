"""Figures: nothing where there is nothing, safe words, and names that fit."""

import xml.etree.ElementTree as ET
from typing import Any

import pytest

from kamc.brief.room import width
from kamc.render.figures import figures
from kamc.render.figures.svg import fitted, wrapped
from kamc.speech import Speech
from tests.render.briefs import shown

HEADER = {
    "kamc": 1,
    "account": "a",
    "name": "A",
    "period": "2026-Q4",
    "status": "draft",
    "profile": "short",
    "owner": "o",
}


def drawn(**blocks: Any) -> dict[str, ET.Element]:
    """The SVG of each figure of a plan."""
    parts = figures(shown({**HEADER, **blocks}), Speech())
    return {name: svg(text) for name, text in parts.items()}


def svg(text: str) -> ET.Element:
    return ET.fromstring(text[text.index("<svg") : text.index("</svg>") + 6])  # noqa: S314  our own words


def people(**members: Any) -> ET.Element:
    return drawn(relationships={"buying_center": members})["people"]


def texts(root: ET.Element) -> list[str]:
    return ["".join(one.itertext()) for one in root.iter("text")]


def test_nothing_is_drawn_where_there_is_nothing() -> None:
    assert drawn() == {}


@pytest.mark.parametrize(
    "stance", ["supporter", "conditional-supporter", "constructive-critic", "opponent", "unknown"]
)
def test_a_stance_is_a_word_and_a_shape(stance: str) -> None:
    root = people(ann={"stance": stance}, bob={"reports_to": "ann", "stance": stance})
    said = "stance not known" if stance == "unknown" else stance.replace("-", " ")
    assert sum(said in text for text in texts(root)) == 2


def test_a_circle_of_chiefs_is_drawn_once_each() -> None:
    root = people(ann={"reports_to": "bob"}, bob={"reports_to": "ann"}, cid={})
    assert sorted(text.split("stance")[0] for text in texts(root) if "stance" in text) == [
        "Ann",
        "Bob",
        "Cid",
    ]


def test_every_arrow_says_who_moves_whom() -> None:
    root = people(
        ann={"influences": {"bob": "the order", "cid": "the price"}},
        bob={"influences": {"ann": "the rest"}},
        cid={},
    )
    said = [one.text for one in root.iter("title")]
    assert {"Ann moves Bob: the order", "Ann moves Cid: the price", "Bob moves Ann: the rest"} <= set(said)


def test_the_grid_shows_sales_rivals_and_what_is_open() -> None:
    space = {
        "north": {
            "pumps": "0.80M",
            "valves": "rival",
            "meters": {"state": "open", "serves": "f", "spend": "2M"},
            "rods": "unknown",
        }
    }
    market = {"year": 2025, "open_space": space, "competitors": {"rival": {"name": "Kestrel"}}}
    root = drawn(account_as_market=market, account_knowledge={"success_factors": {"f": "Grow"}})["open-space"]
    assert {"0.8", "Kestrel", "★ 2.0", "?"} <= set(texts(root))


def test_parts_of_a_wallet_never_exceed_the_bar() -> None:
    wallet = {"all": {"spend": "1M", "ours": "0.8M", "competitors": {"rival": "0.9M"}}}
    root = drawn(account_as_market={"share_of_wallet": wallet})["wallet"]
    edge = max(float(box.attrib["x"]) + float(box.attrib["width"]) for box in root.iter("rect"))
    assert edge <= 960


@pytest.mark.parametrize("name", ["Pumps", "Donaudampfschifffahrtsgesellschaft " * 4, "李" * 80, "W" * 300])
def test_words_are_cut_to_their_room(name: str) -> None:
    assert width(fitted(name, 100, 12), 12) <= 100
    assert all(width(line, 12) <= 100 for line in wrapped(name, 100, 12, 3))
    assert len(wrapped(name, 100, 12, 3)) <= 3
