"""The guide to rules of a house's own: every rule that it shows is run, in YAML and in Python."""

import re
import sys
import tomllib
from typing import Any

import pytest

from kamc.loader import load
from kamc.model.build import build
from kamc.model.fields import Profile
from kamc.model.settings import SettingsFile
from kamc.rules.own import own_rules
from kamc.rules.own.conditions import MAKERS
from kamc.rules.own.verdict import STATES
from tests.houses import EXAMPLE
from tests.judging import subject
from tests.workspaces import PLAN, SETTINGS, Place

GUIDE = (EXAMPLE.parents[1] / "guides" / "own-rules.md").read_text(encoding="utf-8")
YAML, PYTHON, TOML = (
    re.findall(rf"```{lang}\n(.*?)```", GUIDE, re.DOTALL) for lang in ("yaml", "python", "toml")
)
DECLARED: Any = load(YAML[0].encode(), SETTINGS).data

DEAL = "account_plan: {{opportunities: {{night-runs: {{what: Night runs for three hubs, {}}}}}}}"
DONE = "stage: go, value: 1.2M, probability: 50, records: ['crm:opp/88121', 'Approved by the board']"
ADVANCED = "\n".join((
    "selection: {coverage: {model: hunter, time: 40}}",
    "account_plan:",
    f"  opportunities: {{night-runs: {{what: Night runs for three hubs, {DONE}}}}}",
    "  objectives: {night-sales: {team: tor-vik}, win-jan: {team: mara-lind}}",
    "  activities: {claims-talk: {advances: night-runs}}",
))  # fmt: skip

BROKEN = {
    "crm-record": (DEAL.format("stage: go"), '"Night runs for three hubs" is go and has no CRM record'),
    "approval": (
        DEAL.format("value: 1.2M"),
        '"Night runs for three hubs" is worth 1.2M, and no approval is noted',
    ),
    "lost-why": (
        DEAL.format("stage: lost"),
        '"Night runs for three hubs" was lost, and nobody wrote down why',
    ),
    "odds": (DEAL.format("probability: 55"), '"Night runs for three hubs": 55 % is none of our steps'),
    "next-step": (
        DEAL.format("stage: go"),
        '"Night runs for three hubs" is go, and no open activity advances it',
    ),
    "objective-team": ("", '"Night sales a year" belongs to nobody'),
    "board": (
        "relationships: {selling_center: {tor-vik: ~}}",
        "Hafen-Spedition is key, and nobody of our board is in its selling centre",
    ),
    "key-time": (
        "selection: {coverage: {model: hunter, time: 20}}",
        "Hafen-Spedition is key, and gets 20 % of a manager's time",
    ),
    "trial-aim": (
        "account_plan: {activities: {hub-trial: {what: A trial at the hub, answers: ~}}}",
        '"A trial at the hub" is a trial without a success factor behind it',
    ),
    "wallet-known": (
        "account_as_market: {share_of_wallet: {transport: {spend: unknown}}}",
        'for "transport" we do not know what they spend, or what of it is ours',
    ),
}


def said(slug: str, patch: str, ask: Profile = Profile.SHORT) -> list[str]:
    file, problems = build(SettingsFile, DECLARED)
    made = own_rules(file)
    assert (problems, made.faults) == ((), ())
    check = made.book.by_slug[slug].check
    assert check
    return [one.message for one in check(subject(patch, ask))]


def test_every_rule_that_is_shown_is_run() -> None:
    assert BROKEN.keys() == DECLARED["own_rules"].keys()


@pytest.mark.parametrize("slug", BROKEN)
def test_it_speaks_where_it_should(slug: str) -> None:
    patch, message = BROKEN[slug]
    assert message in said(slug, patch)


@pytest.mark.parametrize("slug", BROKEN)
def test_it_is_silent_where_all_is_well(slug: str) -> None:
    assert said(slug, ADVANCED) == []


def test_the_file_as_it_is_shown_is_taken(here: Place) -> None:
    here.write(SETTINGS, YAML[0])
    done = here.call("check", PLAN, "--select", "ACME", "--format", "json")
    assert [one["code"] for one in done.data["findings"]] == ["ACME006", "ACME006"]
    listed = here.call("explain").out.partition("House rules\n")[2]
    assert all(one["code"] in listed and slug in listed for slug, one in DECLARED["own_rules"].items())


def test_the_guide_names_every_condition_and_state() -> None:
    table = GUIDE.partition("### What must be so")[2].partition("### What it says")[0]
    assert all(f"`{state}`" in table for state in STATES)
    assert all(name.rstrip("_") in table for name in MAKERS)


def test_the_python_that_is_shown_is_what_lies_there() -> None:
    code = (EXAMPLE / "acme_kamc" / "crowded_week.py").read_text(encoding="utf-8")
    assert code.endswith(PYTHON[0].partition("\n")[2])
    shown, there = (
        tomllib.loads(text)["project"] for text in (TOML[0], (EXAMPLE / "pyproject.toml").read_text())
    )
    assert shown == there


@pytest.fixture
def acme(here: Place) -> Place:
    """The workspace with the example package installed, and named as the guide says."""
    info = here.root.parent / "site" / "acme_kamc-1.0.0.dist-info"
    info.mkdir(parents=True)
    points = tomllib.loads(TOML[0])["project"]["entry-points"]["kamc.rules"]
    lines = "".join(f"{name} = {value}\n" for name, value in points.items())
    (info / "entry_points.txt").write_text(f"[kamc.rules]\n{lines}")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-kamc\nVersion: 1.0.0\n")
    here.write(SETTINGS, YAML[1])
    for folder in (EXAMPLE, info.parent):
        here.monkeypatch.syspath_prepend(str(folder))
    return here


def test_the_python_example_runs(acme: Place) -> None:
    paths = ":".join(filter(None, sys.path))
    clean = acme.run("check", PLAN, PYTHONPATH=paths)
    assert (clean.status, clean.out) == (0, "1 plan checked: nothing found.\n")
    dates = "{answers: night-cut, using: night-line, owner: mara-lind, by: 2026-12-0"
    acme.edit(PLAN, "  communications:", "".join(
        f"    run-{day}: {{what: Night run {day}, {dates[1:]}{day}}}\n" for day in (2, 3, 4)
    ) + "  communications:")  # fmt: skip
    done = acme.run("check", PLAN, "--format", "concise", PYTHONPATH=paths)
    assert done.status == 0
    assert done.out.endswith("info[ACME101] crowded-week: mara-lind has 3 activities due in week 49\n")


def test_the_examples_in_its_docstring_are_true(acme: Place) -> None:
    from acme_kamc import RULES  # noqa: PLC0415 - on the path only now

    (rule,) = RULES
    assert rule.check
    for side, count in ((rule.text.bad, 1), (rule.text.good, 0)):
        for patch in side:
            assert len(list(rule.check(subject(patch)))) == count


def test_explain_knows_it(acme: Place) -> None:
    done = acme.call("explain", "acme101")
    assert done.status == 0
    assert "But so:" in done.out
    assert "accepted: {crowded-week:" in done.out
    assert "ACME101  crowded-week" in acme.call("explain").out
