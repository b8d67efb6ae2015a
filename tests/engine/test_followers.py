"""One mistake of the author, one finding. A row: an edit of a clean plan, and all that is said of it."""

import textwrap

import pytest

from kamc.model.fields import Profile
from kamc.rules import examples
from tests.workspaces import PLAN, Place
from tests.writing import yaml_text

JAN = next(line.strip() for line in examples.PLAN.splitlines() if line.startswith("    jan-ostrow:"))

ONE_ROOT = [
    ("success_factors:", "succes_factors:", "KAM012 succes_factors"),
    ("success_factors:", "csfs:", "KAM012 csfs"),
    ("buying_center:", "buying_centre:", "KAM012 buying_centre"),
    ("account_plan:", "acount_plan:", "KAM012 acount_plan"),
    ("night-cut: {", "Night-Cut: {", "KAM022 Night-Cut"),
    ("ines-bahr: {", "inés-bahr: {", "KAM022 inés-bahr"),
    ("advances: win-jan", "advnces: win-jan", "KAM012 advnces"),
    ("roles: decider", "role: decider", "KAM012 role"),
    ("roles: decider", "roles: decision-maker", "KAM020 decision-maker"),
    ("roles: decider", "roles: ''", "KAM019 roles"),
    ("[user, facilitator]", "[user, speaks-for-us]", "KAM020 speaks-for-us"),
    ("[sponsor, executive]", "[sponsr, executive]", "KAM020 sponsr"),
    (JAN, "jan-ostrow: 1", "KAM021 jan-ostrow"),
    ("relationships:\n", "relationships: Good\nx-before:\n", "KAM021 relationships"),
    ("spend: 4.8M", "spend: a lot", "KAM020 a lot"),
    ("spend: 4.8M", "spend: 7,8M", "KAM017 8M"),
    ("by: 2027-01-29", "by: asap", "KAM020 asap"),
    ("by: 2027-01-29", "by: 2027-02-30", "KAM020 "),
    ("communications:", "comunications:", "KAM012 comunications"),
    ("by: 2026-12-04", "by: 2026-10-04, status: dnoe", "KAM020 dnoe"),
    ("every: quarter", "evry: quarter", "KAM012 evry"),
    ("bucket: key,", "bucket: top, coverage: {model: runner},", "KAM020 runner, KAM020 top"),
]


def said(here: Place) -> str:
    """The codes of all findings on the plan, each with what tells it apart, sorted."""
    place = here.loaded(PLAN)
    keys = {one.message: one.key for one in place.findings}
    return ", ".join(
        sorted(f"{one.code} {keys.get(one.message, '')}" for one in here.check(PLAN).diagnostics)
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"), ONE_ROOT, ids=[new.partition("\n")[0] for _, new, _ in ONE_ROOT]
)
def test_one_mistake_is_told_once(here: Place, old: str, new: str, expected: str) -> None:
    here.edit(PLAN, old, new)
    assert said(here) == expected


ONE_ROOT_IN_ALL = [
    ("relationships: {buying_center: {ole-kamp: {roles: purchaser}}}", "KAM020 purchaser"),
    ("relationships: {buying_center: {ole-kamp: {roles: ~, role: buyer}}}", "KAM012 role"),
    (
        """
        relationships:
          buying_center:
            jan-ostrow: {contacts: {tor-vik: ~}}
            ines-bahr: {contacts: {tor-vik: ~}}
            dora-wiek: {contacts: ~, contact: {tor-vik: {last: 2026-11-12}}}
            edda-moor: {roles: user, stance: unknown, influence: low, contacts: {mara-lind: {last: 2026-11-12}}}
        """,
        "KAM012 contact",
    ),
    (
        """
        relationships:
          buying_center:
            jan-ostrow: {stance: supporter}
            dora-wiek: {stance: supporter}
            ole-kamp: {stance: critic}
            edda-moor: {roles: user, stance: supporter, influence: low, contacts: none}
        """,
        "KAM020 critic",
    ),
    (
        """
        relationships: {buying_center: {dora-wiek: {stance: friend, influence: high}}}
        account_plan:
          activities: {net-sketch: {with: ines-bahr}}
          communications: {door-page: {to: ines-bahr}}
          meetings: {hub-evening: {with: ines-bahr}}
        """,
        "KAM020 friend",
    ),
    ("relationships: {selling_center: {tor-vik: {roles: [sponsor, executive, expert]}}}", "KAM020 expert"),
    (
        """
        relationships:
          buying_center_analysis: {users: {preoccupations: {tangible: {leads_to: ~, lead_to: hub-trial}}}}
        """,
        "KAM012 lead_to",
    ),
    (
        """
        relationships:
          buying_center:
            jan-ostrow: {reports_to: ~}
            ines-bahr: {reports_to: ~, report_to: jan-ostrow}
            ole-kamp: {reports_to: ~}
            dora-wiek: {reports_to: ~}
        """,
        "KAM012 report_to",
    ),
    (
        "relationships: {alignment: {sales_steps: {specification: {team: ~, teams: tor-vik}}}}",
        "KAM012 teams",
    ),
    ("account_plan: {opportunities: {hub-nights: {cabs: {allies: ~, alies: ines-bahr}}}}", "KAM012 alies"),
    ("account_plan: {opportunities: {hub-nights: {cabs: {budget: {state: aproved}}}}}", "KAM020 aproved"),
    ("account_plan: {investment: {returns: {margin: ~, margn: 0.3M}}}", "KAM012 margn"),
    ("account_plan: {concerns: {one-risk: {owner: ~, ownr: tor-vik}}}", "KAM012 ownr"),
    ("account_plan: {communications: {door-page: {every: ~, evry: month}}}", "KAM012 evry"),
    (
        """
        account_plan:
          objectives: {night-sales: {growth: ~, grwth: x}, cold-growth: {growth: ~}, shared-net: {growth: ~}}
        """,
        "KAM012 grwth",
    ),
]
"""The same in the extended plan: what is laid over it, and all that is said."""


@pytest.mark.parametrize(("patch", "expected"), ONE_ROOT_IN_ALL)
def test_one_mistake_in_the_extended_plan_is_told_once(here: Place, patch: str, expected: str) -> None:
    here.write(PLAN, yaml_text(examples.files(textwrap.dedent(patch), Profile.EXTENDED)[PLAN]))
    assert said(here) == expected


TWO_ROOTS = [
    ("sumary: x", "roles: decider", "roles: user", "KAM012 sumary, KAM302 "),
    ("hobby: golf", "night-line: rapid-nord", "night-line: kornhoff", "KAM012 hobby, KAM027 "),
    ("acount_plan: {}", "roles: decider", "roles: user", "KAM012 acount_plan, KAM302 "),
    (
        "abstract: TBD",
        'what: "Six weeks of night runs from the hub"',
        "what: TBD",
        "KAM012 abstract, KAM032 ",
    ),
    (
        "x-a: 1",
        "answers: night-cut, using: night-line, by: 2027-01-29",
        "using: night-line, by: asap",
        "KAM020 asap, KAM601 ",
    ),
    (
        "x-a: 1",
        'title: "Managing director", roles: decider',
        "titel: x, roles: user",
        "KAM012 titel, KAM302 ",
    ),
    ("x-a: 1", "stance: supporter", "stance: neutral, favours: kornhoff", "KAM020 neutral, KAM027 "),
]


@pytest.mark.parametrize(("line", "old", "new", "expected"), TWO_ROOTS)
def test_a_mistake_hides_nothing_that_does_not_follow_from_it(
    here: Place, line: str, old: str, new: str, expected: str
) -> None:
    here.edit(PLAN, "selection: ", f"{line}\nselection: ")
    here.edit(PLAN, old, new)
    assert said(here) == expected


def test_a_mistyped_key_beside_the_right_one_hides_nothing(here: Place) -> None:
    here.edit(PLAN, 'what: "Six weeks of night runs from the hub"', "what: TBD, comment: x")
    assert said(here) == "KAM012 comment, KAM032 "


def test_a_waiver_of_what_follows_is_not_called_unused(here: Place) -> None:
    here.edit(PLAN, "  buying_center:", '  accepted: {no-decider: {why: "Asked in May"}}\n  buying_center:')
    here.edit(PLAN, "roles: decider", "roles: decision-maker")
    assert said(here) == "KAM020 decision-maker"
