"""Figures of the calendar and of the objectives: sound for any plan, no words over words, long names."""

import itertools
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from kamc.audience import cut
from kamc.brief import Given
from kamc.brief import given as told
from kamc.brief.calendar import calendar
from kamc.brief.room import width
from kamc.brief.value import Way, Ways
from kamc.model.fields import Audience
from kamc.render.figures.progress import progress
from kamc.render.figures.weeks import weeks
from tests.render.briefs import RUN, of, one
from tests.render.test_brief import HOSTILE, sound
from tests.strategies import SHARED, plan_data, plan_of

NAMES = (
    "Donaudampfschifffahrtsgesellschaftskapitän " * 3,
    "مراجعة العقد مع المدير العام قبل نهاية العام",
    "与总经理在年底前审查合同" * 3,
    "x",
)


def svg(figure: str) -> ET.Element:
    return ET.fromstring(figure[figure.index("<svg") : figure.index("</svg>") + 6])  # noqa: S314  our own


def busy() -> Given:
    """Four things in every week, two of them late, with names that are long."""

    def day(at: int) -> str:
        return f"2026-{10 + at // 4}-{1 + at % 4 * 7:02}"

    acts = {f"a-{at}": {"what": NAMES[at % 4], "by": day(at % 12)} for at in range(40)}
    meets = {f"m-{at}": {"what": NAMES[at % 4], "date": day(at % 12)} for at in range(20)}
    deals = {f"d-{at}": {"what": NAMES[at % 4], "closes": f"2027-03-{1 + at:02}"} for at in range(20)}
    return of({"name": "x", "account_plan": {"activities": acts, "meetings": meets, "opportunities": deals}})


def boxes(figure: str) -> Iterator[tuple[float, float, float]]:
    """Of each text beside a sign: where it begins and ends, and its line."""
    for text in svg(figure).iter("text"):
        if "beside" in text.get("class", ""):
            x, wide = float(text.get("x", 0)), width(text.text or "", 11)
            start = x - wide if text.get("text-anchor") == "end" else x
            yield start, start + wide, float(text.get("y", 0))


def test_no_words_stand_over_words() -> None:
    shown = calendar(busy())
    assert shown is not None
    found = sorted(boxes(weeks(shown.weeks)), key=lambda box: (box[2], box[0]))
    assert len(found) > 60
    for (_, end, line), (start, _, other) in itertools.pairwise(found):
        assert line != other or end <= start


def test_words_stay_in_the_figure() -> None:
    shown = calendar(busy())
    assert shown is not None
    assert all(start >= 0 and end <= 1000 for start, end, _ in boxes(weeks(shown.weeks)))


def test_a_figure_tells_its_story_and_has_a_name() -> None:
    shown = calendar(busy())
    assert shown is not None
    root = svg(weeks(shown.weeks))
    assert (root.get("role"), root[0].tag, root[1].tag) == ("img", "title", "desc")
    assert "Donau" in (root[1].text or "")


def test_no_weeks_no_figure() -> None:
    shown = calendar(of({"account_plan": {"activities": {"a": {"what": "Far", "by": "2030"}}}}))
    assert shown is not None
    assert weeks(shown.weeks) == ""


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("tone", "sign"), [("good", "✓"), ("bad", "◆"), ("open", "")])
def test_a_way_says_by_a_sign_what_its_colour_says(name: str, tone: Any, sign: str) -> None:
    way = Way(
        name=name, start="EUR 1.0 M", target="EUR 9.0 M", now=40, now_text="EUR 4.2 M", tone=tone,
        before=30, before_text="EUR 3.4 M", expected=60, expected_text="EUR 5.8 M",
    )  # fmt: skip
    texts = [text.text or "" for text in svg(progress(Ways(heading="h", key="k", ways=(way,)))).iter("text")]
    assert f"{sign} EUR 4.2 M".strip() in texts
    assert {"EUR 1.0 M", "EUR 9.0 M", "EUR 5.8 M"} <= set(texts)


def test_no_ways_no_figure() -> None:
    assert progress(Ways()) == ""


PAGES = ("quarterly-review", "joint-plan")


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(plan_data(), plan_data())
def test_every_plan_has_its_pages(data: Any, before: Any) -> None:
    for audience in (Audience.TEAM, Audience.CUSTOMER):
        view, earlier = (cut(plan_of(one_), audience) for one_ in (data, before))
        made = told(view, run=RUN, people=SHARED.people, catalogue=SHARED.catalogue, earlier=earlier)
        for name in PAGES[audience is Audience.CUSTOMER :]:
            document = one(made, name)
            sound(_without_files(document))
            assert document.markdown.startswith("# ")


def test_hostile_text_stays_text() -> None:
    both = {"audience": "customer"}
    data = {
        "name": HOSTILE,
        "decisions_wanted": [HOSTILE],
        "account_knowledge": {"success_factors": {"one": {"what": HOSTILE, "measured_by": HOSTILE}}},
        "account_plan": {
            "activities": {"act": {"what": HOSTILE, "by": "2026-11-01", **both}},
            "communications": {"page": {"message": HOSTILE, "every": "week", **both}},
            "objectives": {
                "aim": {"what": HOSTILE, "baseline": 0, "now": 1, "target": 2, "by": 2028, **both}
            },
            "alarms": {"bell": {"what": HOSTILE}},
        },
    }
    for name in ("quarterly-review", "joint-plan", "calendar"):
        audience = Audience.CUSTOMER if name == "joint-plan" else Audience.TEAM
        page = sound(_without_files(one(of(data, audience), name)))
        assert "<script>x</script>" in "".join(page.words)
        assert "49098049" not in "".join(page.words)


def _without_files(made: Any) -> Any:
    """A page whose links to the files beside it are taken out: all others lead to places in itself."""
    return made.__class__(
        stem=made.stem,
        title=made.title,
        markdown=made.markdown,
        html=re.sub(r'<a href="\./(calendar|joint-plan)\.ics">', "<span>", made.html).replace(
            ".ics</a>", ".ics</span>"
        ),
    )
