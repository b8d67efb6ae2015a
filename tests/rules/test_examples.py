"""Every example of every rule is run: a bad one fires its code and no other, a good one fires nothing."""

from typing import Any

import pytest

from kamc.links import Shared, graph, link_findings
from kamc.loader import load
from kamc.model.build import build
from kamc.model.fields import Profile
from kamc.model.plan import Plan
from kamc.rules import examples, registry
from kamc.rules.base import Rule, Subject
from kamc.rules.waivers import apply_waivers
from kamc.schema import check

WHOLE_FILES = frozenset(f"KAM0{number:02}" for number in range(1, 19)) - {"KAM012"}
NOT_RUN = {
    "KAM014": "four MiB",
    "KAM030": "takes a second file",
    "KAM031": "takes a place",
}


def fired(text: str) -> list[str]:
    """The codes that the plan with an example laid over it still has to answer for."""
    data: Any = examples.patched(text)
    plan = build(Plan, data)[0]
    shared = Shared(examples.catalogue(), examples.people(), frozenset({"hafen-spedition"}))
    ids = graph(plan, shared)
    profile = Profile[plan.profile.upper()] if isinstance(plan.profile, str) else Profile.SHORT
    subject = Subject(plan=plan, graph=ids, shared=shared, as_of=examples.AS_OF, profile=profile)
    findings = [*check(data, "plan"), *link_findings(plan, shared, ids)]
    for rule in registry.RULES:
        if rule.check is not None and rule.ask <= profile:
            findings += rule.check(subject)
    return [
        finding.code for finding, waiver in apply_waivers(findings, plan, examples.AS_OF) if waiver is None
    ]


def refused(text: str) -> list[str]:
    return [fault.code for fault in load(text.encode(), "example.yaml").faults]


def run(rule: Rule, text: str) -> set[str]:
    return set(refused(text) if rule.code in WHOLE_FILES else fired(text))


def cases(side: str) -> list[Any]:
    return [
        pytest.param(rule, text, id=f"{rule.slug}-{number}")
        for rule in registry.RULES
        if rule.code not in NOT_RUN
        for number, text in enumerate(getattr(rule.text, side), 1)
    ]


def test_the_plan_below_the_examples_is_clean() -> None:
    assert fired("") == []


@pytest.mark.parametrize(("rule", "text"), cases("bad"))
def test_bad_examples_fire_their_code_alone(rule: Rule, text: str) -> None:
    expected = {rule.code}
    if rule.code == "KAM034":  # what the waiver covered counts again
        expected.add("KAM302")
    assert run(rule, text) == expected


@pytest.mark.parametrize(("rule", "text"), cases("good"))
def test_good_examples_are_silent(rule: Rule, text: str) -> None:
    assert run(rule, text) == set()


def test_examples_are_short() -> None:
    examples_ = [text for rule in registry.RULES for text in (*rule.text.bad, *rule.text.good)]
    assert max(text.count("\n") for text in examples_) <= 8


def test_merging_goes_deep_and_a_tilde_takes_away() -> None:
    base = {"a": {"b": 1, "c": 2}, "d": [1]}
    assert examples.merged(base, {"a": {"c": None, "e": 3}, "d": [2], "f": {"g": 4}}) == {
        "a": {"b": 1, "e": 3},
        "d": [2],
        "f": {"g": 4},
    }
