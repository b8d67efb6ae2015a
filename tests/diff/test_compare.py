"""Old snippet, new snippet, expected changes: patches on one small plan."""

import copy
from collections.abc import Mapping
from typing import Any

import pytest

from kamc.diff import compare
from kamc.links.graph import Shared
from kamc.model.build import build
from kamc.model.change import Change
from kamc.model.plan import Plan
from kamc.model.shared import Catalogue, People

Data = dict[str, Any]
GONE = object()
MEMBER = "relationships.buying_center"
FACTORS = "account_knowledge.success_factors"
MARKET = "account_as_market"
GOALS = "account_plan.objectives"
DEALS = "account_plan.opportunities"
DEEDS = "account_plan.activities"

SMALL: Data = {
    "kamc": 1,
    "account": "gruenau-heat",
    "name": "Fernwärme Grünau",
    "period": "2026-Q3",
    "status": "draft",
    "profile": "short",
    "owner": "jonas-petri",
    "summary": "Second supplier behind Ostrevik.",
    "selection": {"bucket": "key", "coverage": {"time": 30}},
    "account_knowledge": {
        "success_factors": {"warm-winter": {"what": "No cold day before 2028", "whose": "lena-berg"}},
        "challenges": {"slow-permits": "Permits take eleven months"},
    },
    "product_knowledge": {
        "offerings": {"heat-drilling": "Two wells in one season"},
        "decision_criteria": {"price": {"what": "Price a metre", "relevance": {"decider": "4x3"}}},
    },
    "relationships": {
        "continuum": {"layer": {"now": "consultative"}},
        "buying_center": {
            "lena-berg": {
                "title": "Director",
                "roles": ["decider"],
                "stance": "conditional-supporter",
                "contacts": {"jonas-petri": "2026-08-01"},
            },
            "otto-kern": {"roles": ["user", "facilitator"], "stance": "supporter", "reports_to": "unknown"},
        },
        "selling_center": {"jonas-petri": "key-account-manager"},
    },
    "account_as_market": {
        "year": 2025,
        "advantages": {"one-season": "Two wells in one season"},
        "share_of_wallet": {"wells": {"spend": "4M", "ours": "1M"}},
        "results": {"2025": {"sales": "1M", "cost_of_goods": "0.6M"}},
        "competitors": {"ostrevik": "Cheaper by 5 %", "pellworth": {"name": "Pellworth & Sons"}},
        "open_space": {"old-town": {"heat-drilling": "open", "well-monitor": "ostrevik"}},
    },
    "account_plan": {
        "objectives": {
            "more-wells": {"what": "Wells a year", "baseline": "1M", "target": "2M", "by": "2027-06-30"},
            "cheaper-service": {"what": "Cost to serve", "baseline": "90k", "target": "60k", "now": "80k"},
        },
        "opportunities": {
            "north-wells": {
                "what": "Both wells in the north",
                "stage": "qualified",
                "value": "1.6M",
                "probability": 40,
                "closes": "2026-12-31",
            }
        },
        "activities": {
            "site-visit": {"what": "Walk the site", "answers": ["warm-winter"], "by": "2026-10-30"},
        },
        "alarms": {"late-calls": {"sign": "fewer-contacts", "what": "Two calls moved"}},
        "investment": {"resources": {"second-rig": {"what": "A second rig", "cost": "80k"}}},
    },
}


def patched(patch: Mapping[str, Any]) -> Plan:
    data = copy.deepcopy(SMALL)
    for path, value in patch.items():
        *way, last = path.split(".")
        holder = data
        for key in way:
            holder = holder.setdefault(key, {})
        if value is GONE:
            del holder[last]
        else:
            holder[last] = value
    plan, problems = build(Plan, data)
    assert not problems
    return plan


def changes(old: Data, new: Data, shared: Shared | None = None) -> tuple[Change, ...]:
    return compare(patched(old), patched(new), shared)


def brief(one: Change) -> tuple[str, str, str, str | None, str, str]:
    return (one.kind, one.entity, one.id, one.field, one.effect, one.message)


def case(name: str, old: Data, new: Data, *expected: tuple[Any, ...]) -> Any:
    return pytest.param(old, new, expected, id=name)


CASES = [
    # Entries: they come, end, vanish, come back, and get other ids and kinds.
    case(
        "a factor is added",
        {},
        {f"{FACTORS}.clean-air": "No soot over the school"},
        (
            "added", "success-factor", "clean-air", None, "neutral",
            'Success factor added: "No soot over the school"',
        ),
    ),
    case(
        "an open activity vanishes",
        {},
        {DEEDS: GONE},
        (
            "removed", "activity", "site-visit", None, "neutral",
            'Activity "Walk the site" is no longer in the plan, though it was still planned',
        ),
    ),
    case(
        "an ended activity is left out",
        {f"{DEEDS}.site-visit": {"what": "Walk the site", "status": "done"}},
        {DEEDS: GONE},
    ),
    case(
        "an activity is done",
        {},
        {f"{DEEDS}.site-visit.status": "done", f"{DEEDS}.site-visit.ended": "2026-10-01"},
        ("ended", "activity", "site-visit", "status", "better", 'Activity done: "Walk the site"'),
    ),
    case(
        "an activity is dropped and lives on",
        {},
        {
            f"{DEEDS}.site-visit.status": "dropped",
            f"{DEEDS}.site-visit.why": "Snow",
            f"{DEEDS}.site-visit.became": "film",
            f"{DEEDS}.film": "A film of the site",
        },
        ("added", "activity", "film", None, "neutral", 'Activity added: "A film of the site"'),
        (
            "ended", "activity", "site-visit", "status", "neutral",
            'Activity dropped: "Walk the site" (Snow); it lives on in "A film of the site"',
        ),
    ),
    case(
        "what was said to live on is gone",
        {f"{DEEDS}.film": "A film of the site"},
        {f"{DEEDS}.site-visit.status": "dropped", f"{DEEDS}.site-visit.became": "film"},
        (
            "removed", "activity", "film", None, "neutral",
            (
                'Activity "A film of the site" is no longer in the plan, though it was still planned; '
                '"Walk the site" was said to live on in it'
            ),
        ),
        (
            "ended", "activity", "site-visit", "status", "neutral",
            'Activity dropped: "Walk the site"; it lives on in "A film of the site"',
        ),
    ),
    case(
        "begun and done within the quarter",
        {},
        {f"{DEEDS}.call": {"what": "Call Lena Berg", "status": "done"}},
        (
            "ended", "activity", "call", "status", "better",
            'Activity done: "Call Lena Berg"; it was not in the old plan',
        ),
    ),
    case(
        "an objective is missed",
        {},
        {f"{GOALS}.more-wells.status": "missed", f"{GOALS}.more-wells.why": "No permit"},
        (
            "ended", "objective", "more-wells", "status", "worse",
            'Objective missed: "Wells a year" (No permit)',
        ),
    ),
    case(
        "a met objective is open again",
        {f"{GOALS}.more-wells.status": "met"},
        {},
        (
            "changed", "objective", "more-wells", "status", "worse",
            'Objective "Wells a year" is open again: met → open',
        ),
    ),
    case(
        "back from running to planned",
        {f"{DEEDS}.site-visit.status": "running"},
        {},
        (
            "changed", "activity", "site-visit", "status", "worse",
            'Activity "Walk the site": running → planned',
        ),
    ),
    case(
        "a resource is granted",
        {},
        {"account_plan.investment.resources.second-rig.status": "granted"},
        (
            "changed", "resource", "second-rig", "status", "better",
            'Resource "A second rig": wanted → granted',
        ),
    ),
    case(
        "the first word of a status is meant anyway",
        {},
        {f"{GOALS}.more-wells.status": "open", f"{GOALS}.more-wells.kind": "economic"},
    ),
    case(
        "an alarm is raised",
        {"account_plan.alarms": GONE},
        {},
        ("added", "alarm", "late-calls", None, "worse", 'Alarm added: "Two calls moved"'),
    ),
    case(
        "an alarm is forgotten, which settles nothing",
        {},
        {"account_plan.alarms": GONE},
        (
            "removed", "alarm", "late-calls", None, "neutral",
            'Alarm "Two calls moved" is no longer in the plan, though it was still open',
        ),
    ),
    case(
        "a rename is followed, and so are links",
        {},
        {
            f"{FACTORS}.warm-winter": GONE,
            f"{FACTORS}.no-cold-day": {
                "what": "No cold day before 2028", "whose": "lena-berg", "was": "warm-winter",
            },
            f"{DEEDS}.site-visit.answers": ["no-cold-day"],
        },
        (
            "renamed", "success-factor", "no-cold-day", None, "neutral",
            'Success factor "No cold day before 2028" has a new id: warm-winter → no-cold-day',
        ),
    ),
    case(
        "a rename across kinds",
        {},
        {
            "account_knowledge.challenges": GONE,
            "account_knowledge.projects.permits.what": "Permits take eleven months",
            "account_knowledge.projects.permits.was": "slow-permits",
        },
        (
            "renamed", "project", "permits", None, "neutral",
            (
                'Challenge "Permits take eleven months" has a new id and is now a project: '
                "slow-permits → permits"
            ),
        ),
    ),
    case(
        "another kind under the same id",
        {},
        {
            "account_knowledge.challenges": GONE,
            "account_knowledge.projects.slow-permits": "Permits take eleven months",
        },
        (
            "changed", "project", "slow-permits", "entity", "neutral",
            'Challenge "Permits take eleven months" is now a project',
        ),
    ),
    # People.
    case(
        "a facilitator leaves",
        {},
        {f"{MEMBER}.otto-kern.status": "left", f"{MEMBER}.otto-kern.why": "Retired"},
        (
            "ended", "member", "otto-kern", "status", "worse",
            "Otto Kern (user and facilitator) left the buying centre (Retired); nobody else is one",
        ),
    ),
    case(
        "an opponent leaves",
        {f"{MEMBER}.lena-berg.stance": "opponent"},
        {f"{MEMBER}.lena-berg.stance": "opponent", f"{MEMBER}.lena-berg.status": "left"},
        ("ended", "member", "lena-berg", "status", "better", "Lena Berg (decider) left the buying centre"),
    ),
    case(
        "a member is new",
        {},
        {f"{MEMBER}.ada-lind": {"title": "Engineer", "roles": "user"}},
        (
            "added", "member", "ada-lind", None, "neutral",
            "Ada Lind is new in the buying centre: Engineer, user",
        ),
    ),
    case(
        "roles are won and lost, one by one",
        {},
        {
            f"{MEMBER}.otto-kern.roles": ["advisor", "user"],
            f"{MEMBER}.lena-berg.roles": ["facilitator", "decider"],
        },
        ("changed", "member", "lena-berg", "roles", "better", "Lena Berg is now a facilitator"),
        (
            "changed", "member", "otto-kern", "roles", "worse",
            "Otto Kern is no longer a facilitator; Lena Berg still is",
        ),
        ("changed", "member", "otto-kern", "roles", "neutral", "Otto Kern is now an advisor"),
    ),
    case(
        "a stance by its words",
        {},
        {f"{MEMBER}.lena-berg.stance": "opponent"},
        (
            "changed", "member", "lena-berg", "stance", "worse",
            "Lena Berg (decider), stance: conditional supporter → opponent",
        ),
    ),
    case(
        "an open question is answered",
        {},
        {f"{MEMBER}.otto-kern.reports_to": "lena-berg"},
        (
            "changed", "member", "otto-kern", "reports_to", "better",
            "Otto Kern, reports to: unknown → Lena Berg (now known)",
        ),
    ),
    case(
        "what was known is a question again",
        {},
        {f"{MEMBER}.lena-berg.stance": "unknown"},
        (
            "changed", "member", "lena-berg", "stance", "worse",
            "Lena Berg (decider), stance: conditional supporter → unknown (no longer known)",
        ),
    ),
    case(
        "a contact is kept up, and one is new",
        {},
        {f"{MEMBER}.lena-berg.contacts": {"jonas-petri": {"last": "2026-09-01"}, "priya-nair": "2026-09-20"}},
        (
            "changed", "contact", "lena-berg/jonas-petri", "last", "better",
            "Jonas Petri with Lena Berg, last: 2026-08-01 → 2026-09-01 (31 days later)",
        ),
        (
            "added", "contact", "lena-berg/priya-nair", None, "better",
            "Priya Nair with Lena Berg: new (2026-09-20)",
        ),
    ),
    case(
        "nobody speaks with them any more",
        {},
        {f"{MEMBER}.lena-berg.contacts": "none"},
        ("changed", "member", "lena-berg", "contacts", "neutral", "Lena Berg, contacts: 1 line → none"),
        (
            "removed", "contact", "lena-berg/jonas-petri", None, "worse",
            "Jonas Petri with Lena Berg: no longer in the plan (was 2026-08-01)",
        ),
    ),
    # Figures and dates.
    case(
        "a target is lowered",
        {},
        {f"{GOALS}.more-wells.target": "1.5M"},
        (
            "changed", "objective", "more-wells", "target", "worse",
            'Objective "Wells a year", target: 2M → 1.5M (\N{MINUS SIGN}25 %)',
        ),
    ),
    case(
        "an objective that wants less",
        {},
        {f"{GOALS}.cheaper-service.now": "70k", f"{GOALS}.cheaper-service.target": "66k"},
        (
            "changed", "objective", "cheaper-service", "now", "better",
            'Objective "Cost to serve", now: 80k → 70k (\N{MINUS SIGN}12 %)',
        ),
        (
            "changed", "objective", "cheaper-service", "target", "worse",
            'Objective "Cost to serve", target: 60k → 66k (+10 %)',
        ),
    ),
    case(
        "a date slips",
        {},
        {f"{GOALS}.more-wells.by": "2027-Q3"},
        (
            "changed", "objective", "more-wells", "by", "worse",
            'Objective "Wells a year" slips by 92 days: 2027-06-30 → 2027-Q3',
        ),
    ),
    case(
        "the same last day, written shorter",
        {},
        {f"{GOALS}.more-wells.by": "2027-06"},
        (
            "changed", "objective", "more-wells", "by", "neutral",
            'Objective "Wells a year", by: 2027-06-30 → 2027-06 (the same last day)',
        ),
    ),
    case(
        "percent move in points, stages by their order",
        {},
        {f"{DEALS}.north-wells.probability": "43 %", f"{DEALS}.north-wells.stage": "go"},
        (
            "changed", "opportunity", "north-wells", "stage", "better",
            'Opportunity "Both wells in the north": qualified → go',
        ),
        (
            "changed", "opportunity", "north-wells", "probability", "better",
            'Opportunity "Both wells in the north", probability: 40 % → 43 % (+3.0 points)',
        ),
    ),
    case(
        "an opportunity is won, and its figures are history",
        {},
        {f"{DEALS}.north-wells.probability": 100, f"{DEALS}.north-wells.stage": "contract"},
        (
            "ended", "opportunity", "north-wells", "stage", "better",
            'Opportunity won: "Both wells in the north"',
        ),
        (
            "changed", "opportunity", "north-wells", "probability", "neutral",
            'Opportunity "Both wells in the north", probability: 40 % → 100 % (+60.0 points)',
        ),
    ),
    case(
        "an opportunity is lost",
        {},
        {f"{DEALS}.north-wells.stage": "lost"},
        (
            "ended", "opportunity", "north-wells", "stage", "worse",
            'Opportunity lost: "Both wells in the north"',
        ),
    ),
    case(
        "a cost falls",
        {},
        {f"{MARKET}.results.2025.cost_of_goods": 597000},
        (
            "changed", "result", "2025", "cost_of_goods", "better",
            "Results 2025, cost of goods sold: 600k → 597k (\N{MINUS SIGN}0.5 %)",
        ),
    ),
    case(
        "relevance by its score",
        {},
        {"product_knowledge.decision_criteria.price.relevance.decider": "2x5"},
        (
            "changed", "criterion", "price", "relevance.decider", "worse",
            'Decision criterion "Price a metre", relevance, decider: 4x3 → 2x5 (\N{MINUS SIGN}2)',
        ),
    ),
    # The market.
    case(
        "the share of a wallet is told beside its parts",
        {},
        {f"{MARKET}.share_of_wallet.wells.ours": "1.2M"},
        (
            "changed", "wallet", "wells", "share", "better",
            "Share of wallet, wells: 25 % → 30 % (+5.0 points)",
        ),
        ("changed", "wallet", "wells", "ours", "better", "Share of wallet, wells, ours: 1M → 1.2M (+20 %)"),
    ),
    case(
        "a cell is won, one is lost",
        {f"{MARKET}.open_space.old-town": {"heat-drilling": "open", "spares-hub": "0.2M"}},
        {f"{MARKET}.open_space.old-town": {"heat-drilling": "0.4M", "spares-hub": "ostrevik"}},
        (
            "changed", "cell", "old-town/heat-drilling", "state", "better",
            "Open space, Old Town × heat drilling: open → ours 400k",
        ),
        (
            "changed", "cell", "old-town/spares-hub", "state", "worse",
            "Open space, Old Town × spares hub: ours 200k → with Ostrevik",
        ),
    ),
    case(
        "a cell goes from one competitor to another",
        {},
        {f"{MARKET}.open_space.old-town.well-monitor": "pellworth"},
        (
            "changed", "cell", "old-town/well-monitor", "who", "neutral",
            "Open space, Old Town × well monitor, who: Ostrevik → Pellworth & Sons",
        ),
    ),
    case(
        "a new cell of ours",
        {},
        {f"{MARKET}.open_space.harbour.heat-drilling": "0.1M", f"{MARKET}.segments.harbour": "The harbour"},
        (
            "changed", "plan", "gruenau-heat", f"{MARKET}.segments.harbour", "neutral",
            'Segment names, harbour: now "The harbour"',
        ),
        (
            "added", "cell", "harbour/heat-drilling", None, "better",
            "Open space, The harbour × heat drilling: new (ours 100k)",
        ),
    ),
    case(
        "a competitor comes, another is gone",
        {},
        {
            f"{MARKET}.competitors.tarnholt": "New here",
            f"{MARKET}.competitors.ostrevik": {"what": "Cheaper by 5 %", "status": "gone"},
        },
        ("ended", "competitor", "ostrevik", "status", "better", "Ostrevik is gone as a competitor"),
        ("added", "competitor", "tarnholt", None, "worse", "Tarnholt is a new competitor here"),
    ),
    case(
        "competitors that nobody had named are no news",
        {f"{MARKET}.competitors": "unknown"},
        {f"{MARKET}.competitors": {"ostrevik": "Cheaper by 5 %"}},
        (
            "changed", "plan", "gruenau-heat", f"{MARKET}.competitors", "better",
            "Competitors: unknown → 1 line (now known)",
        ),
        ("added", "competitor", "ostrevik", None, "neutral", "Ostrevik is a new competitor here"),
    ),
    case(
        "an advantage is gone",
        {},
        {f"{MARKET}.advantages.one-season": {"what": "Two wells in one season", "status": "gone"}},
        ("ended", "advantage", "one-season", "status", "worse", 'Advantage gone: "Two wells in one season"'),
    ),
    # The head, and everything else.
    case("the period is no change", {}, {"period": "2026-Q4"}),
    case(
        "the summary",
        {},
        {"summary": {"stand": "First supplier, before Ostrevik."}},
        (
            "changed", "plan", "gruenau-heat", "summary.stand", "neutral",
            'Summary: "Second supplier behind Ostrevik." → "First supplier, before Ostrevik."',
        ),
    ),
    case(
        "a field comes and another goes",
        {},
        {"industry": "Heat", "selection.coverage": GONE},
        ("changed", "plan", "gruenau-heat", "industry", "neutral", 'Industry: now "Heat"'),
        (
            "removed", "plan", "gruenau-heat", "selection.coverage", "neutral",
            "Selection, coverage: no longer 30 %",
        ),
    ),
    case(
        "what came into a list and what went",
        {"decisions_wanted": ["A rig", "A crew"]},
        {"decisions_wanted": ["A crane", "A rig"]},
        (
            "changed", "plan", "gruenau-heat", "decisions_wanted", "neutral",
            'Decisions wanted: now also "A crane"; no longer "A crew"',
        ),
    ),
    case(
        "the continuum",
        {},
        {"relationships.continuum.layer.now": "transactional"},
        (
            "changed", "plan", "gruenau-heat", "relationships.continuum.layer.now", "worse",
            "Relationship continuum, layer, now: consultative → transactional",
        ),
    ),
    case(
        "an offering in the plan, and our people",
        {},
        {
            "product_knowledge.offerings.heat-drilling": "Three wells in one season",
            "relationships.selling_center.priya-nair": "subject-matter",
        },
        (
            "changed", "offering", "heat-drilling", "fit", "neutral",
            'Heat drilling: "Two wells in one season" → "Three wells in one season"',
        ),
        (
            "added", "selling-center", "priya-nair", None, "neutral",
            "Selling centre, Priya Nair: new (subject matter)",
        ),
    ),
    case(
        "an entry of which nothing was known but that it is there",
        {"account_knowledge.challenges.slow-permits": "unknown"},
        {},
        (
            "changed", "challenge", "slow-permits", None, "better",
            'Challenge "Permits take eleven months": unknown → "Permits take eleven months" (now known)',
        ),
    ),
    case(
        "a key of the house",
        {},
        {"x-crm": 7},
        ("changed", "plan", "gruenau-heat", "x-crm", "neutral", "X-crm: added"),
    ),
    # Other ways to say the same.
    case(
        "short and long forms, other orders, other digits",
        {},
        {
            f"{DEEDS}.site-visit.answers": "warm-winter",
            f"{MEMBER}.otto-kern.roles": ["facilitator", "user"],
            f"{MARKET}.share_of_wallet.wells": {"ours": 1000000, "spend": "4000k"},
            f"{MARKET}.open_space.old-town": {
                "well-monitor": {"who": "ostrevik", "state": "competitor"},
                "heat-drilling": {"state": "open"},
            },
            "summary": {"stand": "Second supplier behind Ostrevik."},
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_changes(old: Data, new: Data, expected: tuple[tuple[Any, ...], ...]) -> None:
    assert [brief(one) for one in changes(old, new)] == list(expected)


def test_a_change_carries_data_texts_and_the_paths_of_both_plans() -> None:
    (one,) = changes({}, {f"{GOALS}.more-wells.target": "1.5M"})
    assert (one.old, one.new) == (2_000_000, 1_500_000)
    assert (one.old_text, one.new_text) == ("2M", "1.5M")
    assert one.old_at == one.new_at == ("account_plan", "objectives", "more-wells", "target")
    assert one.pointer == "/account_plan/objectives/more-wells/target"
    assert one.block == "account_plan"


def test_a_renamed_entry_has_another_path_in_the_old_plan() -> None:
    kept = {"what": "Wells a year", "baseline": "1M", "target": "2M", "by": "2027-06-30", "was": "more-wells"}
    renamed = {f"{GOALS}.more-wells": GONE, f"{GOALS}.wells": {**kept, "target": "3M"}}
    _, target = changes({}, renamed)
    assert target.old_at == ("account_plan", "objectives", "more-wells", "target")
    assert target.new_at == ("account_plan", "objectives", "wells", "target")


def test_what_came_and_what_went_stand_in_one_plan_only() -> None:
    (came,) = changes({}, {f"{FACTORS}.clean-air": "No soot"})
    (went,) = changes({f"{FACTORS}.clean-air": "No soot"}, {})
    assert (came.old_at, came.new_at) == (None, went.old_at)
    assert went.new_at is None
    assert went.pointer == "/account_knowledge/success_factors/clean-air"
    assert came.new == went.old == {"what": "No soot"}


def test_a_line_that_says_only_what_is_meant_anyway_is_data_all_the_same() -> None:
    (came,) = changes({}, {f"{MARKET}.results.2024": {"basis": "actual"}})
    assert (came.kind, came.new) == ("added", {})


def test_the_last_facilitator_lost_is_a_finding() -> None:
    (one,) = changes({}, {f"{MEMBER}.otto-kern.roles": "user"})
    assert (one.code, one.message) == ("KAM301", "Otto Kern is no longer a facilitator; nobody else is one")


def test_catalogue_and_people_give_their_names() -> None:
    shared = Shared(
        catalogue=build(Catalogue, {"offerings": {"heat-drilling": {"name": "Heat Drilling Package"}}})[0],
        people=build(People, {"people": {"jonas-petri": "Jonas Petrí"}})[0],
    )
    patch = {
        f"{MARKET}.open_space.old-town.heat-drilling": "0.4M",
        f"{MEMBER}.lena-berg.contacts.jonas-petri": "2026-09-01",
    }
    contact, cell = changes({}, patch, shared)
    assert contact.message.startswith("Jonas Petrí with Lena Berg, last")
    assert cell.message == "Open space, Old Town × Heat Drilling Package: open → ours 400k"


def test_texts_that_begin_alike_are_shown_where_they_part() -> None:
    long = "We are second behind Ostrevik in wells and first in"
    (one,) = changes({"summary": f"{long} service."}, {"summary": f"{long} nothing at all."})
    assert one.message == 'Summary: "… first in service." → "… first in nothing at all."'


def test_a_rename_read_backwards_is_a_rename() -> None:
    renamed = {
        f"{FACTORS}.warm-winter": GONE,
        f"{FACTORS}.no-cold-day.what": "No cold day before 2028",
        f"{FACTORS}.no-cold-day.whose": "lena-berg",
        f"{FACTORS}.no-cold-day.was": "warm-winter",
        f"{DEEDS}.site-visit.answers": ["no-cold-day"],
    }
    (one,) = changes(renamed, {})
    assert (one.kind, one.id, one.old, one.new) == ("renamed", "warm-winter", "no-cold-day", "warm-winter")
