"""What each rule on change says, with the earlier places that it shows, and what keeps it quiet."""

import datetime as dt

import pytest

from kamc.model.fields import Profile
from kamc.rules.change.before import first_day
from tests.judging import found, told

SHORT, EXTENDED = Profile.SHORT, Profile.EXTENDED
NEWS, OLDER, OLDEST = "summary: Second.", "summary: Third.", "summary: Last."
CENTRE = "relationships/buying_center"
NOBODY = """
relationships: {{buying_center: {{ines-bahr: {{roles: {}}}, unknown-facilitator: {{roles: facilitator}}}}}}
"""


def activity(by: str, more: str = "") -> str:
    return f"account_plan: {{activities: {{claims-talk: {{by: {by}{more}}}}}}}"


def objective(more: str) -> str:
    return f"account_plan: {{objectives: {{night-sales: {{{more}}}}}}}"


MESSAGES = [
    pytest.param(
        "KAM701",
        SHORT,
        ("account_plan: {activities: {claims-talk: ~}}", OLDER),
        "account_plan/activities",
        '"The twelve claims of 2025, one by one" was planned in 2026-Q3 and is gone without a word',
        "it is not in this plan",
        id="activity",
    ),
    pytest.param(
        "KAM701",
        SHORT,
        (NEWS, "relationships: {buying_center: {ole-kamp: {title: Buyer, roles: buyer}}}"),
        CENTRE,
        "Ole Kamp was in the buying centre in 2026-Q3 and is gone without a word",
        "it is not in this plan",
        id="member",
    ),
    pytest.param(
        "KAM701",
        SHORT,
        (NEWS, "account_plan: {meetings: {a: {what: A}, b: {what: B}, c: {what: C}, d: {what: D}}}"),
        "account_plan/meetings",
        '4 entries that were open in 2026-Q3 are gone without a word: "A", "B", "C" and 1 more',
        "they are not in this plan",
        id="many-of-a-list",
    ),
    pytest.param(
        "KAM701",
        SHORT,
        (NEWS, "account_plan: {meetings: {a: {what: A}, b: {what: B}}}"),
        "account_plan/meetings",
        '2 entries that were open in 2026-Q3 are gone without a word: "A" and "B"',
        "they are not in this plan",
        id="a-whole-list",
    ),
    pytest.param(
        "KAM702",
        EXTENDED,
        ("reviewed: ~", "summary: {stand: Third.}\nreviewed: ~"),
        "reviewed",
        "nobody looked at selection criteria, success factors, relationship continuum and open space since "
        "2026-Q3",
        "nothing of it changed, and no day is later than 2026-09-30",
        id="nothing-reviewed",
    ),
    pytest.param(
        "KAM703",
        SHORT,
        (NEWS + "\n" + activity("2026-06-12"), activity("2026-06-12")),
        "account_plan/activities/claims-talk/by",
        '"The twelve claims of 2025, one by one" was due on 2026-06-12 and is carried over a second time',
        "still planned",
        id="long-due",
    ),
    pytest.param(
        "KAM703",
        SHORT,
        (NEWS + "\n" + activity("2026-09-11"), activity("2026-09-11"), activity("2026-06-12")),
        "account_plan/activities/claims-talk/by",
        '"The twelve claims of 2025, one by one" was due on 2026-06-12 and is carried over a second time',
        "still planned",
        id="moved-once",
    ),
    pytest.param(
        "KAM704",
        SHORT,
        (activity("2026-12-11"), f"{OLDER}\n{activity('2026-09-11')}", activity("2026-06-12")),
        "account_plan/activities/claims-talk/by",
        '"The twelve claims of 2025, one by one" slips a second time: 2026-06-12 → 2026-09-11 → 2026-12-11',
        "182 days later than two quarters ago",
        id="slipped-activity",
    ),
    pytest.param(
        "KAM704",
        EXTENDED,
        (
            "account_plan: {opportunities: {hub-nights: {closes: 2027-Q3}}}",
            "summary: {stand: Third.}\naccount_plan: {opportunities: {hub-nights: {closes: 2027-Q2}}}",
            "account_plan: {opportunities: {hub-nights: {closes: 2027-Q1}}}",
        ),
        "account_plan/opportunities/hub-nights/closes",
        '"All night lanes of the third hub" slips a second time: 2027-Q1 → 2027-Q2 → 2027-Q3',
        "183 days later than two quarters ago",
        id="slipped-opportunity",
    ),
    pytest.param(
        "KAM705",
        SHORT,
        (
            NOBODY.format("user"),
            OLDER,
        ),
        f"{CENTRE}/unknown-facilitator",
        "Ines Bahr lobbied for us in 2026-Q3; now nobody does whom we can name",
        "a place without a name",
        id="facilitator",
    ),
    pytest.param(
        "KAM706",
        SHORT,
        (objective("target: 0.4M"), OLDER),
        "account_plan/objectives/night-sales/target",
        '"Night sales a year" asks less of us than in 2026-Q3, and nothing says why: 600k → 400k',
        "the way down from a target",
        id="lowered",
    ),
    pytest.param(
        "KAM706",
        SHORT,
        (
            objective("target: 30 claims, baseline: 41 claims"),
            f"{OLDER}\n{objective('target: 20 claims, baseline: 41 claims')}",
        ),
        "account_plan/objectives/night-sales/target",
        '"Night sales a year" asks less of us than in 2026-Q3, and nothing says why: 20 → 30 claims',
        "the way down from a target",
        id="less-is-wanted",
    ),
    pytest.param(
        "KAM707",
        SHORT,
        (activity("2026-12-18"), "status: draft"),
        "period",
        "not one sentence of this plan is new since 2026-Q3",
        "approved, word for word as before",
        id="copied",
    ),
    pytest.param(
        "KAM708",
        SHORT,
        ("relationships: {buying_center: {jan-ostrow: ~, unknown-decider: {roles: decider}}}", OLDER),
        f"{CENTRE}/unknown-decider",
        "Jan Ostrow decided in 2026-Q3; now nobody is known who does",
        "a place without a name",
        id="decider",
    ),
    pytest.param(
        "KAM709",
        EXTENDED,
        (
            "account_plan: {opportunities: {hub-nights: {stage: identified}}}",
            "summary: {stand: Third.}\naccount_plan: {opportunities: {hub-nights: {stage: pursued}}}",
        ),
        "account_plan/opportunities/hub-nights/stage",
        '"All night lanes of the third hub" went back from pursued to identified, and nothing says why',
        "it was pursued in 2026-Q3",
        id="stage",
    ),
    pytest.param(
        "KAM710",
        SHORT,
        (objective("status: missed"), OLDER),
        "account_plan/objectives/night-sales/why",
        '"Night sales a year" was missed, and nothing says why',
        "what did we learn?",
        id="missed",
    ),
    pytest.param(
        "KAM710",
        EXTENDED,
        ("account_plan: {opportunities: {hub-nights: {stage: no-go}}}", "summary: {stand: Third.}"),
        "account_plan/opportunities/hub-nights/why",
        '"All night lanes of the third hub" was decided against, and nothing says why',
        "what did we learn?",
        id="no-go",
    ),
]


@pytest.mark.parametrize(("code", "ask", "quarters", "at", "message", "label"), MESSAGES)
def test_messages(
    code: str, ask: Profile, quarters: tuple[str, ...], at: str, message: str, label: str
) -> None:
    now, *before = quarters
    findings = found(now, ask, *before, codes="KAM7")
    assert told(findings) == [(at, message, label)]
    (finding,) = findings
    assert finding.code == code
    assert finding.related
    assert all(one.file and one.file.endswith("-Q3.yaml") for one in finding.related[:1])


QUIET = [
    pytest.param(SHORT, (NEWS,), id="the-first-plan"),
    pytest.param(
        SHORT, ("account_plan: {activities: {claims-talk: {status: done}}}", OLDER), id="ended-in-this-one"
    ),
    pytest.param(
        SHORT,
        (
            "account_plan: {activities: {claims-talk: ~}}",
            f"{OLDER}\naccount_plan: {{activities: {{claims-talk: {{status: done}}}}}}",
        ),
        id="ended-before",
    ),
    pytest.param(
        SHORT,
        (
            "account_plan: {activities: {claims-talk: ~, claims-day: {was: claims-talk, what: Claims}}}",
            OLDER,
        ),
        id="renamed",
    ),
    pytest.param(
        SHORT,
        (
            "account_plan: {activities: {claims-talk: ~}}",
            f"{OLDER}\naccount_plan: {{activities: {{claims-talk: {{became: hub-trial}}}}}}",
        ),
        id="lives-on",
    ),
    pytest.param(SHORT, ("account_plan: {activities: unknown}", OLDER), id="its-list-is-unknown"),
    pytest.param(
        SHORT,
        ("relationships: {buying_center: {ines-bahr: ~}}", OLDER),
        id="a-link-that-leads-nowhere-says-so",
    ),
    pytest.param(
        SHORT,
        (NEWS, "profile: standard\naccount_knowledge: {barriers: {b: B}, challenges: {c: {what: C}}}"),
        id="a-smaller-profile",
    ),
    pytest.param(
        EXTENDED,
        (
            "account_plan: {opportunities: {hub-nights: {stage: contract}}}",
            "account_plan: {opportunities: {hub-nights: {sales_project: {obstacles: {rain: Rain}}}}}",
        ),
        id="within-what-ended",
    ),
    pytest.param(
        EXTENDED, ("reviewed: {open_space: 2026-11}", "summary: {stand: Third.}\nreviewed: ~"), id="reviewed"
    ),
    pytest.param(
        EXTENDED, ("reviewed: unknown", "summary: {stand: Third.}\nreviewed: ~"), id="nobody-knows-when"
    ),
    pytest.param(
        EXTENDED,
        (
            "reviewed: ~\naccount_as_market: {open_space: {south: {night-line: open}}}",
            "summary: {stand: Third.}\nreviewed: ~",
        ),
        id="something-changed",
    ),
    pytest.param(SHORT, (activity("2026-09-11"), f"{OLDER}\n{activity('2026-09-11')}"), id="carried-once"),
    pytest.param(
        SHORT,
        (activity("2026-06-12", ", status: done"), f"{OLDER}\n{activity('2026-06-12')}"),
        id="done-at-last",
    ),
    pytest.param(
        SHORT,
        (activity("2026-06-12", ", why: No crew before May"), f"{OLDER}\n{activity('2026-06-12')}"),
        id="carried-for-a-reason",
    ),
    pytest.param(SHORT, (activity("2026-12-11"), f"{OLDER}\n{activity('2026-09-11')}"), id="slipped-once"),
    pytest.param(
        SHORT,
        (activity("2026-12-11"), f"{OLDER}\n{activity('2026-09-11')}", activity("2026-10-09")),
        id="came-nearer-first",
    ),
    pytest.param(
        SHORT,
        (
            activity("2026-12-11", ", why: unknown"),
            f"{OLDER}\n{activity('2026-09-11')}",
            activity("2026-06-12"),
        ),
        id="slipped-and-nobody-knows-why",
    ),
    pytest.param(
        SHORT,
        ("relationships: {buying_center: {ines-bahr: {roles: user}}}", OLDER),
        id="nobody-lobbies-is-KAM301",
    ),
    pytest.param(
        SHORT,
        (
            NOBODY.format("unknown"),
            OLDER,
        ),
        id="perhaps-she-still-does",
    ),
    pytest.param(
        SHORT,
        (
            "relationships: {buying_center: {unknown-decider: {roles: decider}, jan-ostrow: {roles: user}}}",
            f"{OLDER}\nrelationships: {{buying_center: {{jan-ostrow: {{roles: user}}}}}}",
        ),
        id="nobody-decided-before",
    ),
    pytest.param(SHORT, (objective("target: 0.9M"), OLDER), id="raised"),
    pytest.param(SHORT, (objective("target: 300 runs"), OLDER), id="another-measure"),
    pytest.param(SHORT, (objective("target: 0.4M, currency: USD"), OLDER), id="another-currency"),
    pytest.param(SHORT, (objective("target: 0.4M, why: The hub is late"), OLDER), id="lowered-for-a-reason"),
    pytest.param(
        SHORT, (objective("target: 0.4M, status: dropped, why: The hub is late"), OLDER), id="given-up"
    ),
    pytest.param(SHORT, ("status: in-review", "status: approved"), id="copied-and-not-approved"),
    pytest.param(SHORT, (activity("2026-12-04", ", result: One is open"), NEWS), id="one-new-sentence"),
    pytest.param(
        EXTENDED,
        (
            "account_plan: {opportunities: {hub-nights: {stage: qualified, why: No money}}}",
            "summary: {stand: Third.}\naccount_plan: {opportunities: {hub-nights: {stage: pursued}}}",
        ),
        id="back-for-a-reason",
    ),
    pytest.param(
        SHORT,
        (activity("2026-12-04", ", status: dropped, became: hub-trial"), OLDER),
        id="dropped-and-lives-on",
    ),
    pytest.param(
        SHORT,
        (
            activity("2026-12-04", ", status: dropped"),
            f"{OLDER}\n{activity('2026-12-04', ', status: dropped')}",
        ),
        id="dropped-long-ago",
    ),
]


@pytest.mark.parametrize(("ask", "quarters"), QUIET)
def test_quiet(ask: Profile, quarters: tuple[str, ...]) -> None:
    now, *before = quarters
    assert found(now, ask, *before, codes="KAM7") == []


def test_an_old_reason_is_none_for_a_new_slip() -> None:
    reason = ", why: No crew before May"
    first, then, now = (activity(day, reason) for day in ("2026-06-12", "2026-09-11", "2026-12-11"))
    assert [one.code for one in found(now, SHORT, f"{OLDER}\n{then}", first, codes="KAM7")] == ["KAM704"]


def test_a_reason_that_nobody_knows_stays_an_open_question() -> None:
    reason = ", why: unknown"
    first, then, now = (activity(day, reason) for day in ("2026-06-12", "2026-09-11", "2026-12-11"))
    assert found(now, SHORT, f"{OLDER}\n{then}", first, codes="KAM7") == []


def test_an_objective_that_is_given_up_need_not_be_as_high_as_it_was() -> None:
    dropped = found(objective("target: 0.4M, status: dropped"), SHORT, OLDER, codes="KAM7")
    assert [one.code for one in dropped] == ["KAM710"]


def test_a_slip_is_followed_through_a_new_id() -> None:
    now = activity("2026-12-11").replace("claims-talk: {", "claims-talk: ~, claims: {was: claims-talk, ")
    before = (f"{OLDER}\n{activity('2026-09-11')}", activity("2026-06-12"))
    (finding,) = found(now, SHORT, *before, codes="KAM7")
    assert (finding.code, finding.at[-2]) == ("KAM704", "claims")
    assert [(one.file or "")[-12:-5] for one in finding.related] == ["2026-Q3", "2026-Q2"]


def test_what_slips_a_second_time_is_not_called_carried_over() -> None:
    days = ("2026-10-30", "2026-09-11", "2026-06-12")
    now, then, first = (activity(day) for day in days)
    assert [one.code for one in found(now, SHORT, f"{OLDER}\n{then}", first, codes="KAM7")] == ["KAM704"]


def test_a_copied_plan_is_told_once() -> None:
    copied = found("reviewed: ~", EXTENDED, "reviewed: ~", codes="KAM7")
    assert [one.code for one in copied] == ["KAM707"]


def test_sentences_in_another_order_are_no_news() -> None:
    first, second = (
        ("hub-trial: {what: A}", "claims-talk: {what: B}"),
        ("hub-trial: {what: B}", "claims-talk: {what: A}"),
    )
    now, then = (f"account_plan: {{activities: {{{', '.join(one)}}}}}" for one in (first, second))
    assert [one.code for one in found(now, SHORT, then, codes="KAM7")] == ["KAM707"]


@pytest.mark.parametrize(
    ("last", "first"),
    [("2026-12-31", "2026-10-01"), ("2026-03-31", "2026-01-01"), ("2027-01-31", "2026-11-01")],
)
def test_the_first_day_of_a_quarter(last: str, first: str) -> None:
    assert first_day(dt.date.fromisoformat(last)) == dt.date.fromisoformat(first)
