"""Rules in Python: found by the name of their package, used only where kamc.yaml names it."""

import subprocess
import sys

import pytest

from kamc.rules import api
from kamc.rules.own.packages import GROUP
from tests.houses import SAYS, install, module
from tests.workspaces import PLAN, SETTINGS, Done, Place

NAMED = "kamc: 1\nrule_packages: acme\n"
RULE = 'Rule(code="{}", slug="{}", kind=Kind.JUDGEMENT, doc={}, check={})'


def call(here: Place, code: str, settings: str = NAMED, *arguments: str) -> Done:
    """Check the workspace in this process, with a package `acme` on the path."""
    here.write(SETTINGS, settings)
    here.monkeypatch.syspath_prepend(str(install(here, "acme", code)))
    here.monkeypatch.delitem(sys.modules, "acme", raising=False)
    return here.call(*(arguments or ("check", PLAN, "--format", "concise")))


def test_its_findings_are_findings_like_all_others(here: Place) -> None:
    done = call(here, module(SAYS))
    assert done == (0, f"{PLAN}:9:1: warning[ACME001] own-1: So it is\n", "")


def test_in_a_process_of_its_own(here: Place) -> None:
    here.write(SETTINGS, NAMED)
    done = here.run("check", PLAN, "--format", "json", PYTHONPATH=path(here, module(SAYS)))
    (found,) = done.data["findings"]
    assert (found["code"], found["slug"], found["kind"]) == ("ACME001", "own-1", "judgement")
    assert (found["pointer"], found["account"], len(found["fingerprint"])) == (
        "/summary",
        "hafen-spedition",
        32,
    )


def path(here: Place, code: str) -> str:
    return ":".join((str(install(here, "acme", code)), *filter(None, sys.path)))


def test_one_that_is_installed_and_not_named_changes_nothing(here: Place) -> None:
    assert call(here, "raise RuntimeError", "kamc: 1\n") == (0, "", "")


def test_without_any_the_metadata_of_packages_is_not_looked_through(here: Place) -> None:
    here.write(SETTINGS, "kamc: 1\n")
    code = "import sys, kamc.cli; kamc.cli.run(['check']); print('importlib.metadata' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=here.root, capture_output=True, check=True, text=True
    )
    assert done.stdout.endswith("False\n")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            "rule_packages: acmee",
            "names the rule package acmee, and no such rules are installed; did you mean acme?",
        ),
        (
            "rule_packages: [acme, zzz]",
            "names the rule package zzz, and no such rules are installed; install them",
        ),
        (
            "rule_packages: acme\nrules: {own-2: off}",
            "names a rule that does not exist: own-2; did you mean own-1?",
        ),
        ("rule_packages: acme\nrules: {ACME002: off}", "does not exist: ACME002; did you mean ACME001?"),
        ("rule_packages: 7", "a text or a list of texts"),
    ],
)
def test_what_kamc_yaml_can_get_wrong(here: Place, settings: str, said: str) -> None:
    done = call(here, module(SAYS), f"kamc: 1\n{settings}\n")
    assert (done.status, done.out) == (2, "")
    assert said in done.err


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("RULES = 7\n", "the rule package acme gives no rules: acme:RULES should be a tuple of them"),
        ("RULES = ('x',)\n", "the rule package acme gives a str, and no kamc.rules.api.Rule"),
        ("NOTHING = ()\n", "the rule package acme cannot be imported: AttributeError"),
        ("raise RuntimeError('seven')\n", "the rule package acme cannot be imported: RuntimeError: seven"),
        ("import nowhere_to_be_found\n", "cannot be imported: ModuleNotFoundError"),
        (
            module(SAYS, rules="(RULE_1, RULE_1)"),
            "two rules are called ACME001: ACME001 own-1 and ACME001 own-1",
        ),
    ],
)
def test_what_a_package_can_get_wrong(here: Place, code: str, said: str) -> None:
    done = call(here, code)
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (RULE.format("KAM999", "own-1", "__doc__", "check_1"), "KAM999, but its code should be"),
        (RULE.format("acme1", "own-1", "__doc__", "check_1"), "acme1, but its code should be"),
        (RULE.format("ACME0001", "own-1", "__doc__", "check_1"), "but its code should be"),
        (RULE.format("ACME001", "Own 1", "__doc__", "check_1"), "but its slug should be small letters"),
        (RULE.format("ACME001", "own-1", "__doc__", "None"), "but it has no check"),
        (
            RULE.format("ACME001", "own-1", "'One.'", "check_1"),
            "the docstring of a rule lacks Why, Bad, Good, Remedy",
        ),
        (
            RULE.format("ACME001", "no-decider", "__doc__", "check_1"),
            "called no-decider: KAM302 no-decider and",
        ),
        (
            RULE.format("ACME001", "own-1", "__doc__", "check_1, limits=('horizn',)"),
            "but there is no limit horizn; did you mean horizon?",
        ),
    ],
)
def test_what_a_rule_can_get_wrong(here: Place, rule: str, said: str) -> None:
    done = call(here, module(SAYS, rules=f"({rule},)"))
    assert (done.status, done.out) == (2, "")
    assert said in done.err


def test_with_v_a_package_that_cannot_be_imported_shows_where(here: Place) -> None:
    done = call(here, "raise RuntimeError('seven')\n", NAMED, "check", "-v")
    assert done.status == 2
    assert "Traceback" in done.err
    assert 'acme.py", line 1' in done.err


def test_two_packages_of_one_name(here: Place) -> None:
    install(here, "other", module(SAYS), "acme")
    folder = here.root.parent / "site"
    (folder / "acme").mkdir()
    done = call_both(here)
    assert done.status == 2
    assert "two installed packages call their rules acme: acme:RULES and other:RULES" in done.err


def call_both(here: Place) -> Done:
    here.write(SETTINGS, NAMED)
    here.monkeypatch.syspath_prepend(str(install(here, "acme", module(SAYS))))
    return here.call("check")


def test_declared_rules_and_packages_do_not_share_names(here: Place) -> None:
    declared = "own_rules:\n  own-1: {code: ACME001, each: account, must: {records: given}, message: x}\n"
    done = call(here, module(SAYS), NAMED + declared)
    assert done.status == 2
    assert '"own-1" is the name of another rule, ACME001' in done.err
    assert 'ACME001 is the code of another rule, "own-1"' in done.err


def test_the_names_to_write_against_are_there() -> None:
    assert GROUP == "kamc.rules"
    assert all(hasattr(api, name) for name in api.__all__)
