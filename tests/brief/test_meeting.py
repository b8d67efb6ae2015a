"""What a brief for a meeting, or a talk with one person, makes of a plan."""

from typing import Any

import pytest

from kamc.audience import cut
from kamc.brief import Given, given
from kamc.brief.meeting import MeetingBrief, meetings
from kamc.brief.shown import Fact, Mark, Table
from kamc.model.build import build
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from tests.brief.test_account_plan import HEADER, RUN, heads, rows

PRIVATE, TEAM = Audience.PRIVATE, Audience.TEAM
CENTER: dict[str, Any] = {
    "ada-berg": {
        "title": "Chief buyer",
        "roles": ["decider", "buyer"],
        "stance": "constructive-critic",
        "influence": "high",
        "contacts": {"ida-moe": {"topic": "Prices", "last": "2026-09-02"}},
        "profile": {"business_agenda": "Fewer suppliers.", "personal_agenda": "Wants the board seat."},
    },
    "bo-lind": {
        "title": "Line manager",
        "roles": "user",
        "contacts": {"ida-moe": {"last": "2026-10-01", "next": "2026-11-02"}},
    },
    "cy-ott": {"roles": "decider", "contacts": "none"},
    "di-rau": {"roles": "user", "contacts": {"ida-moe": "2026-10-01"}},
}
TALK = {"what": "Agree the trial.", "date": "2026-10-27", "with": "ada-berg", "team": "ida-moe"}


def made(audience: Audience = TEAM, before: dict[str, Any] | None = None, **plan: Any) -> list[MeetingBrief]:
    """The briefs of a plan with these parts of the account plan, and blocks (in capitals)."""
    blocks = {key.lower(): plan.pop(key) for key in [*plan] if key.isupper()}
    data = {**HEADER, "relationships": {"buying_center": CENTER}, "account_plan": plan, **blocks}
    return [*meetings(told(data, audience, before))]


def told(data: dict[str, Any], audience: Audience, before: dict[str, Any] | None = None) -> Given:
    view = cut(build(Plan, data)[0], audience)
    earlier = cut(build(Plan, before)[0], audience) if before else None
    return given(view, run=RUN, earlier=earlier)


def meeting(audience: Audience = TEAM, **plan: Any) -> MeetingBrief:
    """The brief of the only meeting."""
    one, *_ = made(audience, **{"meetings": {"trial-talk": TALK}, **plan})
    return one


def first(table: Table) -> list[str]:
    return [row[0] for row in rows(table)]


def labels(facts: tuple[Fact, ...]) -> list[str]:
    return [fact.label for fact in facts]


def test_each_planned_meeting_and_each_person_that_matters_and_is_in_none() -> None:
    plan = {
        "later": {**TALK, "date": "2026-12-01", "with": "di-rau"},
        "sooner": {"what": "First talk", "date": "2026-10-22", "with": "di-rau"},
        "over": {**TALK, "status": "held"},
        "off": {**TALK, "status": "cancelled"},
    }
    # Ada decides, Bo has a talk agreed on; nobody speaks with Cy, and Di is in a meeting.
    assert [one.part for one in made(meetings=plan)] == ["sooner", "later", "ada-berg", "bo-lind"]


def test_who_is_met_in_a_committee_needs_no_brief_besides() -> None:
    center = {**CENTER, "board": {"members": ["ada-berg", "cy-ott"], "roles": "decider"}}
    one, *others = made(
        meetings={"trial-talk": {**TALK, "with": "board"}}, RELATIONSHIPS={"buying_center": center}
    )
    assert first(one.theirs) == ["Board", "Ada Berg", "Cy Ott"]
    assert [other.part for other in others] == ["bo-lind"]


def test_nobody_who_has_left_or_is_only_looked_for() -> None:
    center = {
        "ada-berg": {**CENTER["ada-berg"], "status": "left"},
        "unknown-decider": {"roles": "decider", "contacts": {"ida-moe": "2026-10-01"}},
    }
    assert made(RELATIONSHIPS={"buying_center": center}) == []


@pytest.mark.parametrize(
    ("changes", "say"),
    [
        ({}, "Agree the trial."),
        (
            {"objectives": ["Six weeks, in writing.", "A name"]},
            "Agree the trial. We want to leave with: Six weeks, in writing; A name.",
        ),
        ({"what": "unknown"}, "◇ The plan does not say what it is for."),
        ({"what": "unknown", "objectives": ["A name"]}, "We want to leave with: A name."),
    ],
)
def test_purpose_and_outcome_in_a_sentence(changes: dict[str, Any], say: str) -> None:
    one = meeting(meetings={"trial-talk": {**TALK, **changes}})
    assert str(one.say).replace("\u00a0", " ") == say


def test_a_talk_is_for_what_we_want_of_the_person() -> None:
    aim = {"what": "Ada Berg counts stops, not pieces.", "kind": "political", "people": "ada-berg"}
    one, *_ = made(objectives={"win-ada": aim})
    assert one.say == "Ada Berg, Chief buyer. We want: Ada Berg counts stops, not pieces."
    assert one.steps == ()
    [without, *_] = made()
    assert [str(step)[:1] for step in without.steps] == ["◇"]


def test_the_commitment_is_what_both_sides_do_next_or_a_gap() -> None:
    steps = ["Ada Berg names the line"]
    assert meeting(meetings={"trial-talk": {**TALK, "next_steps": steps}}).steps == tuple(steps)
    [gap] = meeting().steps
    assert isinstance(gap, Mark)


@pytest.mark.parametrize(
    ("date", "value", "meaning"),
    [
        ("2026-10-27", "27 Oct 2026", "a meeting, in 7 days"),
        ("2026-10-20", "20 Oct 2026", "a meeting, today"),
        ("2026-10-01", "◆ 1 Oct 2026, overdue", "a meeting"),
        ("unknown", "◇ no date", "a meeting"),
    ],
)
def test_when_it_is(date: str, value: str, meaning: str) -> None:
    figure = meeting(meetings={"trial-talk": {**TALK, "date": date}}).figures[0]
    assert (str(figure.value).replace("\u00a0", " "), figure.meaning) == (value, meaning)


def test_personal_agendas_are_for_two_readers() -> None:
    private, team = meeting(PRIVATE), meeting(TEAM)
    assert "board seat" in str(private.theirs)
    assert "board seat" not in str(team)


def test_promises_of_ours_to_these_people_the_earliest_first() -> None:
    acts = {
        "late": {"what": "Price list", "with": "ada-berg", "by": "2026-10-12"},
        "next": {"what": "Trial plan", "with": ["ada-berg", "bo-lind"], "by": "2026-11-02"},
        "other": {"what": "Line visit", "with": "bo-lind", "by": "2026-10-30"},
        "undated": {"what": "Some day", "with": "ada-berg"},
        "done": {
            "what": "Offer",
            "with": "ada-berg",
            "by": "2026-10-01",
            "status": "done",
            "ended": "2026-10-02",
            "result": "Read by all.",
        },
    }
    one = meeting(activities=acts)
    assert [row[:2] for row in rows(one.promised.ours)] == [
        ["◆ 12 Oct 2026, overdue", "Price list"],
        ["2 Nov 2026", "Trial plan"],
        ["◇ no date", "Some day"],
    ]
    assert (one.promised.open, one.promised.late) == (3, 1)
    assert [(fact.label, str(fact.value).replace("\u00a0", " ")) for fact in one.promised.kept] == [
        ("Offer", "2 Oct 2026: Read by all")
    ]


def test_what_follows_from_a_meeting_is_a_promise_whoever_is_in_it() -> None:
    acts = {"visit": {"what": "Line visit", "with": "bo-lind"}, "far": {"what": "Far", "with": "bo-lind"}}
    one = meeting(activities=acts, meetings={"trial-talk": {**TALK, "leads_to": "visit"}})
    assert [row[1] for row in rows(one.promised.ours)] == ["Line visit"]


def test_their_promises_are_the_steps_of_the_last_meetings_also_of_the_quarter_before() -> None:
    held = {**TALK, "status": "held", "date": "2026-09-14", "next_steps": ["Ada Berg sends the log."]}
    before = {**HEADER, "period": "2026-Q3", "account_plan": {"meetings": {"autumn": held}}}
    one, *_ = made(before=before, meetings={"trial-talk": TALK})
    [fact] = one.promised.theirs
    assert (fact.label.replace("\u00a0", " "), fact.value) == (
        "Agreed on 14 Sep 2026",
        "Ada Berg sends the log",
    )


def test_what_changed_is_what_touches_these_people() -> None:
    def plan(stance: str, bo: str, by: str) -> dict[str, Any]:
        center = {
            "ada-berg": {**CENTER["ada-berg"], "stance": stance},
            "bo-lind": {**CENTER["bo-lind"], "stance": bo},
        }
        return {
            **HEADER,
            "relationships": {"buying_center": center},
            "account_plan": {
                "meetings": {"trial-talk": TALK},
                "activities": {
                    "list": {"what": "Price list", "with": "ada-berg", "by": by},
                    "visit": {"what": "Line visit", "with": "bo-lind", "by": by},
                },
            },
        }

    before = {**plan("supporter", "opponent", "2026-10-25"), "period": "2026-Q3"}
    one, *_ = meetings(told(plan("opponent", "supporter", "2026-11-25"), TEAM, before))
    assert one.changes.since == "Q3 2026"
    assert one.changes.lines == (
        "▼ Ada Berg (decider), stance: supporter → opponent",
        '▼ Activity "Price list" slips by 31 days: 25\u00a0Oct\u00a02026 → 25\u00a0Nov\u00a02026',
    )


def test_without_a_quarter_before_nothing_changed() -> None:
    assert not meeting().changes


CRITERIA = {
    "uptime": {"what": "Hours it runs", "relevance": {"buyer": "6x6", "user": "7x7"}},
    "price": {"what": "Price a piece", "relevance": {"buyer": "7x2"}, "our_answer": "change-importance"},
    "near": {"what": "Near by", "relevance": {"buyer": "6x4"}},
    "quiet": {"what": "Quiet", "relevance": {"user": "7x7"}},
}


def test_value_is_led_by_what_matters_to_those_in_the_room() -> None:
    one = meeting(
        PRODUCT_KNOWLEDGE={"decision_criteria": CRITERIA},
        ACCOUNT_AS_MARKET={"advantages": {"long": {"what": "9 000 hours.", "serves": "uptime"}}},
    )
    assert rows(one.leads) == [
        ["Hours it runs", "Ada Berg", "36", "9 000 hours"],
        ["Near by", "Ada Berg", "24", ""],
    ]
    # Where it matters and we are no better, we do not lead: we answer (M27).
    assert [row[:3] for row in rows(one.worries)] == [
        ["Price a piece", "Ada Berg", "Move the talk to what matters more."]
    ]


def test_what_a_person_decides_by_here_wins_over_their_role() -> None:
    chance = {"what": "Line 2", "choices": {"theirs": {"ada-berg": {"near": 100}}}}
    one = meeting(
        PRODUCT_KNOWLEDGE={"decision_criteria": CRITERIA},
        opportunities={"line-2": chance},
        meetings={"trial-talk": {**TALK, "about": "line-2"}},
    )
    assert first(one.leads) == ["Near by"]


def test_gaps_ask_where_the_plan_has_too_few_questions() -> None:
    asks = [{"ask": "What would you miss?"}, {"ask": "Who else decides?", "learn": "Her list"}]
    chance = {"what": "Line 2", "cabs": {"compelling_reason": "The old line ends.", "allies": "ada-berg"}}
    about = {**TALK, "about": "line-2"}
    none = meeting(opportunities={"line-2": chance}, meetings={"trial-talk": about})
    assert first(none.suggested) == [
        "Who besides you has to say yes, and in which order?",
        "Out of which budget would this be paid?",
        "By what will others see that you succeeded?",
    ]
    two = meeting(opportunities={"line-2": chance}, meetings={"trial-talk": {**about, "questions": asks}})
    assert first(two.questions) == ["What would you miss?", "Who else decides?"]
    assert not two.suggested
    assert heads(two.questions) == ["We ask", "To learn"]


def test_worries_of_those_in_the_room_come_first_and_none_goes_without_an_answer_unmarked() -> None:
    one = meeting(
        meetings={"trial-talk": {**TALK, "about": "line-2"}},
        opportunities={"line-2": "Line 2"},
        concerns={
            "crew": {
                "what": "Who comes at night?",
                "whose": "bo-lind",
                "about": "line-2",
                "answer": "Two of ours.",
            },
            "desk": {"what": "Then we get a desk.", "whose": "ada-berg"},
            "old": {"what": "Settled.", "whose": "ada-berg", "status": "settled"},
            "far": {"what": "Not hers.", "whose": "bo-lind"},
        },
    )
    assert [row[:3] for row in rows(one.worries)] == [
        ["Then we get a desk.", "Ada Berg", "◆ no answer yet"],
        ["Who comes at night?", "Bo Lind", "Two of ours."],
    ]


DEAL = {
    "what": "Line 2",
    "negotiation": {
        "space": {"price": {"start": 118, "breaking_point": 104, "unit": "EUR a piece"}},
        "frame": "They do not know our stock.",
    },
}


def test_limits_are_known_to_two_readers_and_said_by_none() -> None:
    plan: dict[str, Any] = {
        "opportunities": {"line-2": DEAL},
        "meetings": {"trial-talk": {**TALK, "about": "line-2"}},
    }
    assert labels(meeting(PRIVATE, **plan).unsaid) == [
        "Where we leave the table",
        "What each side does not know",
        "Our costs",
    ]
    team = str(meeting(TEAM, **plan))
    assert "104" not in team
    assert "stock" not in team


def test_what_not_to_say() -> None:
    center = {"ada-berg": {**CENTER["ada-berg"], "favours": "kemtron"}}
    one = meeting(
        RELATIONSHIPS={"buying_center": center},
        ACCOUNT_KNOWLEDGE={
            "success_factors": {
                "fewer": {
                    "what": "Half the stops",
                    "whose": "ada-berg",
                    "contradicted_by": ["Night shift: more"],
                },
                "sure": {"what": "Sure", "whose": "ada-berg", "confidence": "high"},
            }
        },
        ACCOUNT_AS_MARKET={"competitors": {"kemtron": {"name": "Kemtron"}}},
        alarms={"quiet": {"sign": "fewer-contacts", "whose": "ada-berg"}},
    )
    assert [(fact.label, str(fact.value)) for fact in one.unsaid] == [
        ("Ada Berg", "Speaks for Kemtron: what we say here, Kemtron knows."),
        ("As a fact", "Half the stops"),
        ("What we only noticed", "fewer contacts"),
    ]


def test_their_success_factors_with_what_serves_them_or_a_gap() -> None:
    one = meeting(
        ACCOUNT_KNOWLEDGE={
            "success_factors": {
                "fewer": {"what": "Half the stops", "whose": "ada-berg"},
                "space": {"what": "More space", "whose": "bo-lind"},
                "safe": {"what": "No accident", "whose": "ada-berg"},
            },
            "challenges": {"dust": {"what": "Dust", "serves": "fewer"}},
        },
        opportunities={"line-2": {"what": "Line 2", "answers": "dust"}},
    )
    assert rows(one.factors) == [
        ["Half the stops", "Ada Berg", "Line 2"],
        ["No accident", "Ada Berg", "◆ nothing yet"],
    ]


def test_what_is_cut_is_said() -> None:
    acts = {f"act-{n}": {"what": f"Act {n}", "with": "ada-berg"} for n in range(9)}
    one = meeting(activities=acts)
    assert len(one.promised.ours.rows) == 6
    assert one.promised.ours.caption == "The first 6 of 9"
    assert one.promised.open == 9


def test_a_plan_that_knows_nothing_has_no_brief() -> None:
    assert made(RELATIONSHIPS="unknown", meetings="unknown") == []


def test_a_meeting_that_only_has_an_id_says_what_it_lacks() -> None:
    [one] = made(RELATIONSHIPS={}, meetings={"trial-talk": {"kind": "working"}})
    assert one.title == "Meeting brief: Trial talk"
    assert str(one.say).startswith("◇")
