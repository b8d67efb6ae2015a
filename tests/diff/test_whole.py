"""What follows from changes: figures then and now, promises, likely renames, findings."""

import datetime as dt
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from kamc.audience import View, cut
from kamc.diagnostics import Diagnostic, Kind, Severity, Span, Waiver
from kamc.diff import Basis, whole
from kamc.model.build import build
from kamc.model.change import Diff, Figure, Likely, Promised
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.speech import Speech

Data = dict[str, Any]
PRIVATE, TEAM, CUSTOMER = Audience
BASIS = Basis(then=dt.date(2026, 9, 30), now=dt.date(2026, 11, 24), currency="EUR")
PEOPLE = {
    "lena-berg": {"title": "Director", "roles": ["decider"], "influence": "high", "stance": "supporter"},
    "otto-kern": {"title": "Plant lead", "roles": ["user"], "influence": "high", "stance": "opponent"},
}


def plan(period: str = "2026-Q4", **parts: Any) -> Plan:
    header = {
        "kamc": 1, "account": "gruenau-heat", "name": "Fernwärme Grünau", "status": "draft",
        "profile": "short", "owner": "jonas-petri", "currency": "EUR",
    }  # fmt: skip
    made, problems = build(Plan, {**header, "period": period, **parts})
    assert not problems
    return made


def told(old: Plan, new: Plan, audience: Audience = PRIVATE, **terms: Any) -> Diff:
    basis = msgspec.structs.replace(BASIS, **terms)
    return whole(cut(old, audience), cut(new, audience), basis)


def figure(found: Diff, key: str) -> Figure:
    return next(one for one in found.figures if one.key == key)


def wallet(ours: str) -> Data:
    return {"account_as_market": {"share_of_wallet": {"wells": {"spend": "4M", "ours": ours}}}}


def deals(**stages: str) -> Data:
    held = {
        id.replace("_", "-"): {"what": id, "stage": stage, "value": "1M", "probability": 50}
        for id, stage in stages.items()
    }
    return {"account_plan": {"opportunities": held}}


def deeds(**held: Data) -> Data:
    named = {id: {"what": f"Do {id}", **one} for id, one in held.items()}
    return {"account_plan": {"activities": named}}


# --- figures ---


def test_a_share_moves_in_points() -> None:
    one = figure(told(plan("2026-Q3", **wallet("1M")), plan(**wallet("1.2M"))), "share-of-wallet")
    assert (one.old, one.new) == (Decimal(25), Decimal(30))
    assert one.effect == "better"
    assert one.message == "Share of wallet: 25 % → 30 % (+5.0 points)"


def test_what_stands_says_so() -> None:
    one = figure(told(plan("2026-Q3", **wallet("1M")), plan(**wallet("1M"))), "share-of-wallet")
    assert (one.moved, one.effect, one.message) == (False, "neutral", "Share of wallet: still 25 %")


def test_what_only_one_plan_knows_moved_nowhere() -> None:
    one = figure(told(plan("2026-Q3"), plan(**wallet("1M"))), "share-of-wallet")
    assert (one.old, one.effect, one.message) == (None, "neutral", "Share of wallet: now 25 %")


def test_a_won_opportunity_leaves_the_pipeline_without_a_loss() -> None:
    old, new = plan("2026-Q3", **deals(north="go", south="go")), plan(**deals(north="contract", south="go"))
    one = figure(told(old, new), "pipeline")
    assert (one.effect, one.message) == ("neutral", "Pipeline: 2M EUR → 1M EUR (1M EUR of it won)")


def test_a_lost_opportunity_is_a_loss() -> None:
    old, new = plan("2026-Q3", **deals(north="go", south="go")), plan(**deals(north="lost", south="go"))
    one = figure(told(old, new), "pipeline")
    assert (one.effect, one.message) == (
        "worse",
        "Pipeline: 2M EUR → 1M EUR (\N{MINUS SIGN}50 %)",
    )


def test_reach_counts_people_that_matter() -> None:
    reached = {**PEOPLE, "lena-berg": {**PEOPLE["lena-berg"], "contacts": {"jonas-petri": "2026-11-01"}}}
    old, new = (
        plan("2026-Q3", relationships={"buying_center": PEOPLE}),
        plan(relationships={"buying_center": reached}),
    )
    one = figure(told(old, new), "coverage")
    assert (one.old_text, one.new_text, one.effect) == ("0 of 2", "1 of 2", "better")


FIGURES = [
    (wallet("1M"), wallet("2M")),
    (deals(north="go"), deals(north="contract", south="go")),
    (deals(north="go"), deals(north="lost", south="go", west="go")),
    (deeds(visit={"by": "2026-10-01"}), deeds(visit={"by": "2027-10-01"})),
]


@pytest.mark.parametrize(("first", "second"), FIGURES)
def test_figures_mirror(first: Data, second: Data) -> None:
    turn = {"better": "worse", "worse": "better", "neutral": "neutral"}
    forth, back = (
        told(plan(**one), plan(**other), then=BASIS.now) for one, other in ((first, second), (second, first))
    )
    assert {one.key: one.effect for one in forth.figures} == {
        one.key: turn[one.effect] for one in back.figures
    }
    assert {one.key: one.old for one in forth.figures} == {one.key: one.new for one in back.figures}


# --- promises ---


def promise(old: Data, new: Data | None, **terms: Any) -> Promised:
    after = plan(**deeds(visit=new)) if new is not None else plan()
    [one] = told(plan("2026-Q3", **deeds(visit=old)), after, **terms).promises
    return one


@pytest.mark.parametrize(
    ("new", "outcome", "effect"),
    [
        ({"by": "2026-08-31", "status": "done", "ended": "2026-08-30"}, "kept", "better"),
        ({"by": "2026-08-31", "status": "done", "ended": "2026-09-30"}, "late", "neutral"),
        ({"by": "2026-08-31", "status": "done"}, "undated", "neutral"),
        ({"by": "2026-12-31"}, "carried-over", "worse"),
        ({"by": "2026-08-31", "status": "dropped", "why": "Not needed."}, "dropped", "neutral"),
        (None, "gone", "worse"),
    ],
)
def test_what_became_of_a_promise(new: Data | None, outcome: str, effect: str) -> None:
    one = promise({"by": "2026-08-31"}, new)
    assert (one.outcome, one.effect, one.by) == (outcome, effect, "2026-08-31")
    assert '"Do visit"' in one.message


def test_carried_over_again_by_the_plan_before() -> None:
    older = cut(plan("2026-Q2", **deeds(visit={"by": "2026-06-15"})), PRIVATE)
    moved = {"by": "2026-12-31"}
    assert promise({"by": "2026-08-31"}, moved).outcome == "carried-over"
    one = promise({"by": "2026-08-31"}, moved, older=older)
    assert one.message == 'Carried over again: "Do visit" (due 2026-08-31, now 2026-12-31)'


def test_carried_over_again_by_its_own_day() -> None:
    assert promise({"by": "2026-06-15"}, {"by": "2026-12-31"}).outcome == "carried-over-again"


def test_carried_over_again_under_another_name() -> None:
    older = cut(plan("2026-Q2", **deeds(call={"by": "2026-06-15"})), PRIVATE)
    old = plan("2026-Q3", **deeds(visit={"by": "2026-08-31", "was": "call"}))
    [one] = told(old, plan(**deeds(visit={"by": "2026-12-31"})), older=older).promises
    assert one.outcome == "carried-over-again"


def test_within_a_quarter_nothing_is_due_and_nothing_was_left_alone() -> None:
    found = told(plan(**deeds(visit={"by": "2026-10-31"})), plan(**deeds(visit={"by": "2026-11-30"})))
    assert (found.promises, found.left_alone) == ((), ())


def test_a_second_slip_says_so() -> None:
    plans = [
        plan(q, **deeds(visit={"by": by})) for q, by in (("2026-Q2", "2026-08-31"), ("2026-Q3", "2026-12-31"))
    ]
    new = plan(**deeds(visit={"by": "2027-01-31"}))
    [one] = told(plans[1], new, older=cut(plans[0], PRIVATE)).changes
    assert one.message.endswith("2026-12-31 → 2027-01-31; it slipped in the quarter before, too")
    [first] = told(plans[1], new).changes
    assert "too" not in first.message


# --- renames that look likely ---


def suggested(old: Data, new: Data) -> tuple[Likely, ...]:
    return told(plan("2026-Q3", **old), plan(**new)).suggested


def factors(**held: Any) -> Data:
    return {"account_knowledge": {"success_factors": {id.replace("_", "-"): one for id, one in held.items()}}}


def test_an_entry_under_another_id_is_suggested_and_not_assumed() -> None:
    old, new = factors(warm_winter="No cold day before 2028"), factors(no_cold="No cold day before 2029")
    found = told(plan("2026-Q3", **old), plan(**new))
    assert sorted(one.kind for one in found.changes) == ["added", "removed"]
    [one] = found.suggested
    assert (one.old, one.new, one.likeness) == ("warm-winter", "no-cold", 80)
    assert one.message == (
        "warm-winter may have become no-cold: 80 % of their words are the same; if it is one entry, "
        "write `was: warm-winter` in no-cold"
    )


def test_was_leaves_nothing_to_suggest() -> None:
    old = factors(warm_winter="No cold day before 2028")
    assert suggested(old, factors(no_cold={"what": "No cold day before 2029", "was": "warm-winter"})) == ()


def test_what_is_not_alike_is_not_suggested() -> None:
    assert suggested(factors(a="No cold day before 2028"), factors(b="Half the soot by 2030")) == ()


def test_a_successor_in_the_same_chair_is_another_person() -> None:
    chair = {"title": "Director of heat and works in the south", "roles": ["decider"], "influence": "high"}
    center = [{"relationships": {"buying_center": {id: chair}}} for id in ("lena-berg", "ada-lind")]
    assert suggested(*center) == ()
    same = [{"relationships": {"buying_center": {id: chair}}} for id in ("lena-berg", "lena-berg-holt")]
    assert len(suggested(*same)) == 1


def test_each_entry_is_in_one_suggestion() -> None:
    old = factors(a="No cold day before 2028", b="No cold day before 2028 in town")
    new = factors(c="No cold day before 2028", d="No cold day before 2028 in town")
    assert [(one.old, one.new) for one in suggested(old, new)] == [("a", "c"), ("b", "d")]


def test_an_end_is_no_rename() -> None:
    old = factors(a="No cold day before 2028")
    new = factors(a={"what": "No cold day before 2028", "status": "dropped"}, b="No cold day before 2028")
    assert suggested(old, new) == ()


# --- findings and readers ---


def finding(
    lineage: str, severity: Severity = Severity.WARNING, accepted: Waiver | None = None
) -> Diagnostic:
    return Diagnostic(
        code="KAM301", slug="no-facilitator", kind=Kind.GAP, severity=severity, message=lineage,
        path="plans/a/2026-Q4.yaml", span=Span(1, 1, 1, 2), lineage=lineage, accepted=accepted,
    )  # fmt: skip


def test_findings_are_told_by_what_lasts_of_them() -> None:
    waived = finding("w", accepted=Waiver(why="agreed"))
    then, now = (
        (finding("a"), finding("b")),
        (finding("b"), finding("c"), waived, finding("d", Severity.ERROR)),
    )
    found = told(plan("2026-Q3"), plan(), said_then=then, said_now=now)
    assert [one.lineage for one in found.found] == ["d", "c"]
    assert [one.lineage for one in found.gone] == ["a"]


def test_an_accepted_finding_is_gone() -> None:
    found = told(
        plan("2026-Q3"), plan(), said_then=(finding("a"),), said_now=(finding("a", accepted=Waiver(why="x")),)
    )
    assert [one.lineage for one in found.gone] == ["a"]


def test_a_customer_gets_no_verdict_and_nothing_of_ours() -> None:
    old, new = (
        plan("2026-Q3", **factors(a={"what": "Warm", "by": "2027"})),
        plan(**factors(a={"what": "Warm", "by": "2028"}, b="Clean")),
    )
    found = told(old, new, CUSTOMER, said_now=(finding("a"),))
    assert found.changes
    assert {(one.effect, one.topic, one.code) for one in found.changes} == {("neutral", "", None)}
    assert (found.figures, found.found, found.promises, found.left_alone, found.suggested) == ((),) * 5


def test_nothing_differs_from_itself() -> None:
    one = View(plan=plan(**wallet("1M"), relationships={"buying_center": PEOPLE}), audience=PRIVATE)
    found = whole(one, one, msgspec.structs.replace(BASIS, then=BASIS.now))
    assert (found.changes, found.suggested, found.promises) == ((), (), ())
    assert not any(each.moved for each in found.figures)


# --- it is said in the workspace's language ---


def test_values_are_spelled_as_the_locale_does() -> None:
    found = told(plan("2026-Q3", **wallet("1M")), plan(**wallet("1.5M")), speech=Speech("de"))
    [share] = [one for one in found.changes if one.field == "share"]
    assert "25\N{NO-BREAK SPACE}% → 37,5\N{NO-BREAK SPACE}%" in share.message
    assert "1,5" in next(one for one in found.changes if one.field == "ours").message
