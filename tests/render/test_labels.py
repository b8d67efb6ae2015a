"""Names beside points: none covers another or a point, and two on one spot are told apart."""

import itertools
import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kamc.analysis.standing import Standing
from kamc.brief.portfolio.matrices import CROWDED, NUMBERED, matrices
from kamc.render.figures.labels import Box, Label, Point, apart, labels
from kamc.render.figures.scatter import scatter
from tests.analysis.standings import stands

ROOM = Box(0, 0, 430, 330)
SPOTS = st.lists(st.tuples(st.integers(20, 410), st.integers(20, 310)), min_size=1, max_size=25)
LEVELS = ("low", "medium", "high")


def placed(spots: list[tuple[int, int]]) -> tuple[list[Box], list[Label]]:
    held = [(float(x), float(y)) for x, y in spots]
    dots = list(apart(held, 4.5, [ROOM.has] * len(held)))
    points = [
        Point(x=(one.left + one.right) / 2, y=(one.top + one.bottom) / 2, name=f"Company {at}", short=str(at))
        for at, one in enumerate(dots)
    ]
    return dots, list(labels(points, 4.5, ROOM, []))


@given(SPOTS)
@example([(20, 20), (20, 20), (20, 20), (21, 30), (21, 22)])
@example([(20, 20), (20, 25), (20, 20), (35, 20)])
def test_no_name_covers_a_name_or_a_point(spots: list[tuple[int, int]]) -> None:
    dots, found = placed(spots)
    assert not [pair for pair in itertools.combinations(dots, 2) if pair[0].meets(pair[1]) and _near(*pair)]
    for one, other in itertools.combinations(found, 2):
        assert not one.box.meets(other.box)
    assert not [(one.words, dot) for one in found for dot in dots if one.box.meets(dot)]


def _near(one: Box, other: Box) -> bool:
    """Whether two circles cover each other: their boxes may meet at the corners."""
    across, up = one.left - other.left, one.top - other.top
    return across * across + up * up < 81


def test_many_on_one_spot_are_told_apart() -> None:
    dots, found = placed([(200, 150)] * 12)
    assert len({(one.left, one.top) for one in dots}) == 12
    assert {one.words for one in found} == {f"Company {at}" for at in range(12)}


def test_where_there_is_no_room_a_number_stands() -> None:
    points = [Point(x=50, y=50, name="A company with a name", short="7")]
    (label,) = labels(points, 4.5, Box(0, 0, 100, 100), [])
    assert (label.words, label.is_short) == ("7", True)


def account(place: int, loyalty: str = "high", profitability: str = "medium") -> Standing:
    method = {"loyalty": loyalty, "profitability": profitability}
    return stands(
        f"a{place:03}",
        name=f"Company <{place}>",
        selection={"criteria": {"relationship_method": method}},
        account_as_market={
            "results": {"2025": {"sales": 100, "cost_of_goods": place % 90, "presale": 0, "postsale": 0}}
        },
    )


def drawn(count: int) -> list[ET.Element]:
    held = [account(place, LEVELS[place % 3], LEVELS[place // 3 % 3]) for place in range(count)]
    text = scatter(matrices(held))
    assert text == scatter(matrices(held))
    return [
        ET.fromstring(part[: part.index("</svg>") + 6])  # noqa: S314  our own words
        for part in (f"<svg{one}" for one in text.split("<svg")[1:])
    ]


def words(svg: ET.Element) -> list[str]:
    return ["".join(one.itertext()) for one in svg.iter("text")]


@pytest.mark.parametrize("count", [1, 9, 30, NUMBERED - 1])
def test_each_account_has_its_name(count: int) -> None:
    (svg,) = drawn(count)
    told = words(svg)
    assert sum(one.startswith("Company") for one in told) == count
    assert {f"Company <{place}>" for place in range(count)} == {
        (one.text or "").partition(":")[0] for one in svg.iter("title") if (one.text or "").startswith("Comp")
    }


@pytest.mark.parametrize("count", [NUMBERED, CROWDED - 1])
def test_many_have_numbers_and_a_table_with_them(count: int) -> None:
    (svg,) = drawn(count)
    assert {str(place) for place in range(1, count + 1)} <= set(words(svg))
    found = matrices([account(place) for place in range(count)])
    assert [row[1] for row in found.places.rows] == [str(place) for place in range(1, count + 1)]


def test_a_crowd_is_counted() -> None:
    (svg,) = drawn(CROWDED)
    # Nine pairs of words in turn: strangers are one of nine, friends four (high from medium on).
    counts = [one for one in words(svg) if one.isdecimal()]
    assert sorted(map(int, counts)) == [17, 33, 34, 66]
    assert sum(map(int, counts)) == CROWDED


def test_nothing_is_drawn_of_accounts_that_nobody_can_place() -> None:
    assert scatter(matrices([stands("a"), stands("b")])) == ""


def test_a_share_beyond_the_end_of_its_axis_stands_at_the_end() -> None:
    results = {
        "2025": {"sales": 10, "cost_of_goods": 5, "presale": 0, "postsale": 0},
        "2027": {"sales": 900, "cost_of_goods": 5, "presale": 0, "postsale": 0, "basis": "expected"},
    }
    held = [stands("a", account_as_market={"results": results})]
    found = matrices(held)
    (chart,) = found.charts
    assert chart.dots[0].up == Decimal(8950)
    assert "potential profit 8\u00a0950" in chart.dots[0].story
    root = ET.fromstring((text := scatter(found))[text.index("<svg") : text.index("</svg>") + 6])  # noqa: S314
    assert [one.get("cy") for one in root.iter("circle")] == ["8"]
