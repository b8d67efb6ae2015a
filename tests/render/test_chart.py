"""The relationship map as a figure: nothing overlaps, lines keep out of boxes, everybody is there once."""

import itertools
import random
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamc.brief.chart import MOST, chart
from kamc.model.fields import Audience
from kamc.render.figures.chart import relationship_map
from kamc.render.figures.routing import Rect, routes
from kamc.render.figures.tree import BOX, forest, trees
from tests.render.briefs import of
from tests.render.test_figures import HEADER, svg, texts

NAMES = (
    "Katharina Donaudampfschifffahrtsgesellschaftsmeyer",
    "محمد عبد الرحمن الشمري",
    "欧阳明日香与上海浦东新区采购委员会",
    "Jo",
)
STANCES = ("supporter", "conditional-supporter", "constructive-critic", "opponent", "unknown")


def drawn(**members: Any) -> ET.Element:
    return svg(relationship_map(chart(of({**HEADER, "relationships": {"buying_center": members}}))))


def crowd(count: int) -> dict[str, Any]:
    """So many people under each other, with a board, people outside, and lines of influence."""
    dice, ids = random.Random(count), [f"p{one}" for one in range(count)]  # noqa: S311  no secret
    found: dict[str, Any] = {
        id: {
            "name": f"{NAMES[place % len(NAMES)]} {place}",
            "stance": STANCES[place % 5],
            "influence": ("low", "medium", "high")[place % 3],
            "reports_to": ids[(place - 1) // 3] if 0 < place < count * 3 // 4 else "unknown",
            "contacts": "none" if place % 2 else {"ida-moe": "2026-10-01"},
            "influences": {ids[dice.randrange(count)]: "The order"} if place % 3 == 0 else {},
        }
        for place, id in enumerate(ids)
    }
    return found | {"board": {"members": ids[:3], "roles": "decider"}, "unknown-buyer": {"roles": "buyer"}}


def boxes(root: ET.Element) -> list[Rect]:
    found = [
        one for one in root.iter("rect") if one.attrib.get("class") in {"b-person", "b-committee", "b-sought"}
    ]
    return [
        Rect(x, y, x + int(one.attrib["width"]), y + int(one.attrib["height"]))
        for one in found
        for x, y in [(int(one.attrib["x"]), int(one.attrib["y"]))]
    ]


@pytest.mark.parametrize("count", [1, 2, 5, 14, 40])
def test_boxes_do_not_overlap_and_stand_in_the_figure(count: int) -> None:
    root = drawn(**crowd(count))
    held = boxes(root)
    wide, high = map(float, root.attrib["viewBox"].split()[2:])
    assert len(held) == count + 3  # the board, the buyer whom we look for, and a user that nobody is
    assert all(one.left >= 0 and one.right <= wide and one.top >= 0 and one.bottom <= high for one in held)
    for one, other in itertools.combinations(held, 2):
        assert (
            one.right <= other.left
            or other.right <= one.left
            or one.bottom <= other.top
            or other.bottom <= one.top
        )


def test_nothing_is_drawn_where_nobody_is_named() -> None:
    assert relationship_map(chart(of(HEADER))) == ""


def test_the_same_people_make_the_same_bytes() -> None:
    assert ET.tostring(drawn(**crowd(40))) == ET.tostring(drawn(**crowd(40)))


@pytest.mark.parametrize(
    ("stance", "word"),
    [(one, "stance not known" if one == "unknown" else one.replace("-", " ")) for one in STANCES],
)
def test_support_is_a_shape_and_a_word(stance: str, word: str) -> None:
    assert word in texts(drawn(ann={"stance": stance, "roles": ["decider", "buyer", "user"]}))


@pytest.mark.parametrize(
    ("contacts", "badge"),
    [
        ("none", "◆ nobody of ours"),
        ("unknown", "◇ reach not known"),
        ({"ida-moe": "2026-10-18"}, "↔ Ida Moe · 2 days ago"),
        ({"ida-moe": "2026-10-20", "tom-fisk": "2026-10-01"}, "↔ Ida Moe + 1 · today"),
        ({"ida-moe": {"last": "unknown"}}, "↔ Ida Moe · when is not known"),
    ],
)
def test_a_badge_says_who_of_ours_and_how_long_ago(contacts: Any, badge: str) -> None:
    assert badge in texts(drawn(ann={"contacts": contacts}))


def test_what_is_overdue_is_a_word_not_only_a_colour() -> None:
    contacts = {"ida-moe": {"last": "2026-01-01", "every": "month"}}
    assert any("overdue" in one for one in texts(drawn(ann={"contacts": contacts})))


def test_who_is_looked_for_and_what_nobody_is_are_dashed_boxes() -> None:
    root = drawn(ann={"roles": "user"}, **{"unknown-decider": {"roles": "decider"}})
    dashed = [one for one in root.iter("rect") if one.attrib.get("class") == "b-sought"]
    assert len(dashed) == 2
    assert {"Unknown decider", "Unknown buyer"} <= set(texts(root))


def test_no_role_is_missing_where_somebodys_are_not_known() -> None:
    root = drawn(ann={"roles": "unknown"})
    assert not [one for one in root.iter("rect") if one.attrib.get("class") == "b-sought"]


def test_who_sits_in_a_committee_bears_its_letter() -> None:
    root = drawn(ann={}, bob={}, board={"name": "Board", "members": ["ann"]})
    assert texts(root).count("A") == 2


def test_circles_of_chiefs_end() -> None:
    names = texts(drawn(ann={"reports_to": "bob"}, bob={"reports_to": "ann"}, cid={"reports_to": "cid"}))
    assert all(names.count(one) == 1 for one in ("Ann", "Bob", "Cid"))


def test_more_than_anybody_reads_are_not_drawn() -> None:
    made = chart(
        of({**HEADER, "relationships": {"buying_center": {f"p{one}": {} for one in range(MOST + 5)}}})
    )
    assert made.left_out == 5
    assert len(boxes(svg(relationship_map(made)))) == MOST + 3


def test_a_long_chain_is_drawn() -> None:
    chain = {f"p{one}": {"reports_to": f"p{one - 1}" if one else "none"} for one in range(MOST)}
    assert len(boxes(drawn(**chain))) == MOST + 3


def test_every_arrow_says_who_moves_whom() -> None:
    root = drawn(ann={"influences": {"bob": "the order"}}, bob={"influences": {"ann": "unknown"}})
    assert {"Ann moves Bob: the order", "Bob moves Ann"} <= {one.text for one in root.iter("title")}


@pytest.mark.parametrize("audience", [Audience.PRIVATE, Audience.TEAM])
def test_hostile_names_stay_text(audience: Audience) -> None:
    worst = "<script>x</script>" + "W" * 9000 + "\u202e"
    plan = {**HEADER, "relationships": {"buying_center": {"a": {"name": worst, "influences": {"a": worst}}}}}
    assert not list(svg(relationship_map(chart(of(plan, audience)))).iter("script"))


# --- the layout and the lines ---


@given(st.dictionaries(st.sampled_from("abcdefghijkl"), st.sampled_from("abcdefghijkl?")), st.integers(1, 5))
def test_everybody_stands_somewhere_once(above: dict[str, str], column: int) -> None:
    held = forest(above)
    placed = [
        spot.id
        for block in trees(held, dict.fromkeys(above, 90), 970, column).values()
        for spot in block.spots
    ]
    assert sorted(placed) == sorted(above)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=6, unique=True))
def test_lines_turn_at_right_angles_and_cross_no_box(places: list[tuple[int, int]]) -> None:
    held = {
        str(at): Rect(x * (BOX + 26), y * 120, x * (BOX + 26) + BOX, y * 120 + 90)
        for at, (x, y) in enumerate(places)
    }
    found = routes(held, [(one, other) for one in held for other in held if one != other])
    for line in found:
        assert line
        for (x1, y1), (x2, y2) in itertools.pairwise(line):
            assert x1 == x2 or y1 == y2
            for box in held.values():
                across = min(x1, x2) < box.right and max(x1, x2) > box.left
                along = min(y1, y2) < box.bottom and max(y1, y2) > box.top
                assert not (across and along)
