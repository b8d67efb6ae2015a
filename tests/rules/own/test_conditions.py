"""What each condition of a declared rule means: so, not so, or an open question."""

from typing import Any

import hypothesis.strategies as st
import msgspec
import pytest
from hypothesis import given

from kamc.links import graph
from kamc.model.build import build, fits
from kamc.model.fields import Profile
from kamc.model.own_rules import Condition
from kamc.model.plan import Plan
from kamc.model.spec import spec
from kamc.rules.base import Subject
from kamc.rules.own.conditions import MAKERS, clauses
from kamc.rules.own.faults import Wrong
from kamc.rules.own.targets import Thing, each, kinds, target
from kamc.rules.own.verdict import STATES, together
from tests.judging import SHARED, subject
from tests.strategies import plan_data, plan_of

DEAL = """
account_plan:
  opportunities:
    deal: {what: "Night runs: a trial, then three years. NDA signed.", using: night-line, answers: night-cut,
           stage: go, origin: push, value: 1.2M, probability: 50, term: 3 years, closes: 2027-Q2,
           records: ["crm:opp/88121", "Approval of the board"], competitors: unknown,
           calendar: {bids: 2027-03-12}, buying_step: unknown,
           cabs: {budget: {state: none, amount: 250k}, authority: unknown, allies: none},
           sales_project: unknown, negotiation: none}
  activities: {hub-trial: {advances: deal}}
"""


def condition(raw: Any) -> Condition:
    made, problems = build(Condition, raw)
    assert fits(problems), problems
    return made


def verdict(kind: str, name: str, raw: Any, about: Subject, id_: str = "") -> bool | None:
    """What a condition on a field says of the first such thing, or of the one with that id."""
    of = each(kind, ())
    thing = next(one for one in of.things(about, ended=True) if one.id == id_ or not id_)
    return together(one.verdict(thing, about) for one in clauses(target(name, of, ()), condition(raw), ()))


YES, NO, OPEN = True, False, None


@pytest.mark.parametrize(
    ("name", "raw", "expected"),
    [
        # states
        ("what", "given", YES),
        ("what", "missing", NO),
        ("what", "known", YES),
        ("what", "unknown", NO),
        ("advances", "given", NO),
        ("advances", "missing", YES),
        ("advances", "known", NO),
        ("advances", "unknown", NO),
        ("competitors", "given", YES),
        ("competitors", "missing", NO),
        ("competitors", "known", NO),
        ("competitors", "unknown", YES),
        ("sales_project", "given", YES),
        ("sales_project", "unknown", YES),
        ("sales_project", "known", NO),
        ("negotiation", "given", NO),
        ("negotiation", "missing", YES),
        ("negotiation", "none", YES),
        ("cabs", "known", YES),
        ("cabs.allies", "missing", YES),
        ("cabs.allies", "none", YES),
        ("cabs.authority", "unknown", YES),
        ("proposition_check", "missing", YES),
        ("calendar", "given", YES),
        ("sales_project.phase", "unknown", YES),
        ("negotiation.style", "missing", YES),
        ("what", {"not": "unknown"}, YES),
        ("competitors", {"not": "unknown"}, NO),
        # words, ids, texts, numbers
        ("stage", "go", YES),
        ("stage", ["qualified", "pursued"], NO),
        ("stage", {"not": ["qualified", "pursued"]}, YES),
        ("origin", "push", YES),
        ("origin", {"not": "push"}, NO),
        ("buying_step", "specification", OPEN),
        ("buying_step", ["specification", "unknown"], YES),
        ("buying_step", {"not": "specification"}, OPEN),
        ("using", "night-line", YES),
        ("using", ["cold-line", "night-line"], YES),
        ("using", "cold-line", NO),
        ("competitors", "rapid-nord", OPEN),
        ("advances", "win-jan", NO),
        ("advances", {"not": "win-jan"}, YES),
        ("probability", [10, 25, 50], YES),
        ("probability", "50 %", YES),
        ("probability", 55, NO),
        ("value", "1.2M", YES),
        ("value", 1200000, YES),
        ("term", "3 years", YES),
        ("closes", "2027-06-30", YES),
        ("closes", "2027-Q2", YES),
        ("closes", "2027", NO),
        ("records", "approval of the board", YES),
        ("calendar", "bids", YES),
        ("calendar", "award", NO),
        ("cabs.budget.state", "none", YES),
        ("cabs.budget.state", "approved", NO),
        ("cabs.budget", "250k", YES),
        ("account.status", "approved", YES),
        ("account.selection.bucket", ["key", "key-development"], YES),
        # at least, at most
        ("value", {"at_least": "1.2M"}, YES),
        ("value", {"at_least": "1.3M"}, NO),
        ("value", {"at_most": "1.2M"}, YES),
        ("value", {"at_least": "1M", "at_most": "1.1M"}, NO),
        ("probability", {"at_least": 50}, YES),
        ("probability", {"at_most": 49}, NO),
        ("closes", {"at_least": "2027-01-01"}, YES),
        ("closes", {"at_most": "2027-03"}, NO),
        ("term", {"at_least": "24 months"}, YES),
        ("term", {"at_most": "2 years"}, NO),
        ("stage", {"at_least": "qualified"}, YES),
        ("stage", {"at_least": "pursued"}, NO),
        ("stage", {"at_most": "go"}, YES),
        ("records", {"at_least": 2}, YES),
        ("records", {"at_least": 3}, NO),
        ("records", {"at_most": 1}, NO),
        ("calendar", {"at_least": 1}, YES),
        ("advances", {"at_least": 1}, NO),
        ("advances", {"at_most": 1}, YES),
        ("competitors", {"at_least": 1}, OPEN),
        ("cabs.budget", {"at_least": "200k"}, YES),
        ("buying_step", {"at_least": "specification"}, OPEN),
        ("currency", "missing", YES),
        # texts
        ("what", {"contains": "nda"}, YES),
        ("what", {"contains": ["approval", "three YEARS"]}, YES),
        ("what", {"contains": "run"}, NO),
        ("what", {"contains": "trial"}, YES),
        ("what", {"without": "trial"}, NO),
        ("what", {"without": ["discount", "rial"]}, YES),
        ("records", {"contains": "crm:"}, YES),
        ("records", {"contains": "crm"}, YES),
        ("records", {"contains": "dms:"}, NO),
        ("why", {"contains": "x"}, NO),
        ("why", {"without": "x"}, YES),
        # kinds
        ("answers", {"kind": "success-factor"}, YES),
        ("answers", {"kind": ["challenge", "project"]}, NO),
        ("advances", {"kind": "objective"}, NO),
        ("competitors", {"kind": "competitor"}, OPEN),
        ("using", {"kind": "offering"}, YES),
        ("named_by", {"kind": "activity"}, YES),
        ("named_by", {"kind": "meeting"}, NO),
        ("named_by", "hub-trial", YES),
        ("named_by", {"at_least": 2}, NO),
        # several at once
        ("records", {"at_least": 2, "contains": "board"}, YES),
        ("competitors", {"is": "known", "at_least": 1}, NO),
    ],
)
def test_conditions(name: str, raw: Any, expected: bool | None) -> None:
    assert verdict("opportunity", name, raw, subject(DEAL)) is expected


@pytest.mark.parametrize(
    ("kind", "id_", "name", "raw", "expected"),
    [
        ("member", "ines-bahr", "roles", "facilitator", YES),
        ("member", "ines-bahr", "influence", {"at_least": "medium"}, YES),
        ("member", "ines-bahr", "influence", {"at_least": "high"}, NO),
        ("member", "ines-bahr", "contacts", "mara-lind", YES),
        ("member", "ines-bahr", "contacts", {"at_least": 2}, NO),
        ("objective", "night-sales", "target", {"at_least": "0.5M"}, YES),
        ("objective", "night-sales", "target", {"at_least": "500 tonnes"}, OPEN),
        ("objective", "night-sales", "status", "open", YES),
        ("objective", "night-sales", "status", "given", YES),
        ("objective", "win-jan", "named_by", "claims-talk", YES),
        ("account", "", "owner", "mara-lind", YES),
        ("account", "", "name", "HAFEN-spedition", YES),
        ("account", "", "account_plan.objectives", {"at_least": 2}, YES),
        ("account", "", "account_plan.meetings", "missing", YES),
        ("account", "", "relationships.selling_center", "tor-vik", YES),
        ("account", "", "account_as_market.year", 2025, YES),
        ("account", "", "account_as_market.year", {"at_least": 2026}, NO),
        ("account_as_market.share_of_wallet", "", "ours", {"at_least": "1M"}, YES),
        ("relationships.selling_center", "", "roles", "sponsor", YES),
        ("selection", "", "bucket", "key", YES),
    ],
)
def test_of_what(kind: str, id_: str, name: str, raw: Any, expected: bool | None) -> None:
    assert verdict(kind, name, raw, subject(), id_) is expected


def test_an_ended_entry_names_nothing_any_more() -> None:
    assert verdict("opportunity", "named_by", "missing", subject(DEAL)) is NO
    done = DEAL.replace("{advances: deal}", "{advances: deal, status: done}")
    assert verdict("opportunity", "named_by", "missing", subject(done)) is YES


def test_a_stage_that_is_the_end_is_neither_early_nor_late() -> None:
    lost = subject(DEAL.replace("stage: go", "stage: lost"))
    assert verdict("opportunity", "stage", {"at_least": "qualified"}, lost) is OPEN
    assert verdict("opportunity", "stage", "lost", lost) is YES


def test_a_list_that_is_unknown_is_no_missing_one() -> None:
    about = subject("relationships: {buying_center: {ines-bahr: {contacts: unknown}}}")
    assert verdict("member", "contacts", "given", about, "ines-bahr") is YES
    assert verdict("member", "contacts", {"at_least": 1}, about, "ines-bahr") is OPEN


def about_plan(plan: Plan) -> Subject:
    return msgspec.structs.replace(subject(), plan=plan, graph=graph(plan, SHARED), profile=Profile.EXTENDED)


def everything(about: Subject) -> list[tuple[str, Thing]]:
    """Every thing that some kind of rule is asked of."""
    words = ("account", *kinds())
    return [(word, thing) for word in words for thing in each(word, ()).things(about, ended=True)]


@given(plan_data())
def test_states_are_opposites_on_every_field_of_every_plan(data: Any) -> None:
    about = about_plan(plan_of(data))
    for word, thing in everything(about):
        for name in spec(type(thing.part)).by_key:
            value = target(name, each(word, ()), ()).value(thing, about)
            held = {state for state, holds in STATES.items() if holds(value)}
            assert ("given" in held) != ("missing" in held), (word, name)
            assert ("known" in held) + ("unknown" in held) + ("missing" in held) == 1, (word, name)
            assert "none" not in held or "missing" in held


@given(plan_data(), st.sampled_from(("1", "2027", "night-line", "high", "go", "12M", "week")))
def test_a_condition_and_its_opposite_never_agree(data: Any, word: str) -> None:
    about = about_plan(plan_of(data))
    pairs = (({"is": word}, {"not": word}), ({"contains": word}, {"without": word}))
    for kind, thing in everything(about):
        for name in spec(type(thing.part)).by_key:
            field = target(name, each(kind, ()), ())
            for raw, opposite in pairs:
                try:
                    one = together(one.verdict(thing, about) for one in clauses(field, condition(raw), ()))
                except Wrong:
                    continue
                other = together(one.verdict(thing, about) for one in clauses(field, condition(opposite), ()))
                assert (one is OPEN) == (other is OPEN)
                assert one is OPEN or one is not other


def test_every_field_of_a_condition_makes_a_test() -> None:
    assert {name.rstrip("_") for name in MAKERS} == set(spec(Condition).by_key)
