"""Every example of every rule is run: a bad one fires its code and no other, a good one fires nothing."""

from typing import Any

import pytest

from kamc.commands.common import open_workspace
from kamc.diagnostics import Diagnostic
from kamc.loader import load
from kamc.model.fields import Profile
from kamc.rules import examples, registry
from kamc.rules.base import Rule
from tests.workspaces import Place
from tests.writing import yaml_text

WHOLE_FILES = frozenset(f"KAM0{number:02}" for number in range(1, 19)) - {"KAM012"}
NOT_RUN = {
    "KAM014": "four MiB",
    "KAM030": "a shared file that lost an entry",
    "KAM031": "a file that does not lie where it says",
    "KAM039": "a rule of the house's own, in tests/engine/test_house.py",
    "KAM041": "a baseline",
    "KAM711": "a pull request, in tests/commands/test_review.py",
}


def findings(place: Place, text: str, ask: Profile = Profile.SHORT) -> list[Diagnostic]:
    """What is found in the workspace that an example describes, and not accepted."""
    for path, data in examples.files(text, ask).items():
        place.write(path, yaml_text(data))
    settings = open_workspace(place.root)[1]
    return [one for one in place.check(settings=settings).diagnostics if one.accepted is None]


def refused(text: str) -> list[str]:
    return [fault.code for fault in load(text.encode(), "example.yaml").faults]


def judged(place: Place, rule: Rule, text: str) -> list[Diagnostic]:
    """What is found; of rules between quarters, in the last one only: the others are there to be compared."""
    told = findings(place, text, rule.ask)
    return [one for one in told if one.path == examples.PLAN_FILE or not rule.code.startswith("KAM7")]


def run(place: Place, rule: Rule, text: str) -> set[str]:
    if rule.code in WHOLE_FILES:
        return set(refused(text))
    return {one.code for one in judged(place, rule, text)}


def cases(side: str) -> list[Any]:
    return [
        pytest.param(rule, text, id=f"{rule.slug}-{number}")
        for rule in registry.RULES
        if rule.code not in NOT_RUN
        for number, text in enumerate(getattr(rule.text, side), 1)
    ]


@pytest.mark.parametrize("ask", Profile)
def test_the_plans_below_the_examples_are_clean(nowhere: Place, ask: Profile) -> None:
    assert [(one.code, one.message) for one in findings(nowhere, "", ask)] == []


@pytest.mark.parametrize(("rule", "text"), cases("bad"))
def test_bad_examples_fire_their_code_alone(nowhere: Place, rule: Rule, text: str) -> None:
    expected = {rule.code}
    if rule.code == "KAM034":  # what the waiver covered counts again
        expected.add("KAM302")
    assert run(nowhere, rule, text) == expected


@pytest.mark.parametrize(("rule", "text"), [case for case in cases("bad") if case.values[0].judges])
def test_every_finding_says_what_where_and_what_to_do(nowhere: Place, rule: Rule, text: str) -> None:
    for one in judged(nowhere, rule, text):
        assert one.label, one.message
        assert one.help, one.message
        assert not one.message.endswith((".", "!", " "))
        assert one.pointer is not None


@pytest.mark.parametrize(("rule", "text"), cases("good"))
def test_good_examples_are_silent(nowhere: Place, rule: Rule, text: str) -> None:
    assert run(nowhere, rule, text) == set()


def test_examples_are_short() -> None:
    examples_ = [text for rule in registry.RULES for text in (*rule.text.bad, *rule.text.good)]
    assert max(text.count("\n") for text in examples_) <= 9


def test_merging_goes_deep_and_a_tilde_takes_away() -> None:
    base = {"a": {"b": 1, "c": 2}, "d": [1]}
    assert examples.merged(base, {"a": {"c": None, "e": 3}, "d": [2], "f": {"g": 4}}) == {
        "a": {"b": 1, "e": 3},
        "d": [2],
        "f": {"g": 4},
    }


def test_a_piece_of_another_file_begins_with_its_name() -> None:
    found = examples.files(
        "# 2026-Q3\nsummary: Third\n# plans/werft/2026-Q4.yaml\nname: Werft\n# 2026-Q4\nsummary: Second\n"
    )
    plans = {
        path: (data["name"], data["period"], data["summary"]) for path, data in found.items() if "Q" in path
    }
    assert plans == {
        "plans/hafen-spedition/2026-Q3.yaml": ("Hafen-Spedition", "2026-Q3", "Third"),
        "plans/hafen-spedition/2026-Q4.yaml": ("Hafen-Spedition", "2026-Q4", "Second"),
        "plans/werft/2026-Q4.yaml": ("Werft", "2026-Q4", "Ours since spring."),
    }
