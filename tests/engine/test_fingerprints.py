"""The lasting names of findings: what moves them, and what does not."""

import hashlib

import pytest

from kamc.diagnostics import Diagnostic
from tests.workspaces import ACCOUNT, BEFORE, PLAN, Place

DANGLING = ("answers: night-cut", "answers: [night-cuts, warm-truck]")
ACTIVITY = "account_plan/activities/hub-trial/answers"


def found(here: Place, path: str = PLAN) -> dict[str, Diagnostic]:
    """The findings on one plan, by the text of their messages."""
    return {one.message: one for one in here.check(path).diagnostics}


def names(here: Place, path: str = PLAN) -> dict[str, str]:
    return {message: one.fingerprint for message, one in found(here, path).items()}


def by_hand(*parts: str) -> str:
    """The contract's formula, written out once more; the table has it from `sha256sum`."""
    return hashlib.sha256("\x1f".join(("kamc-1", *parts)).encode("utf-8")).hexdigest()[:32]


@pytest.mark.parametrize(
    ("key", "subject", "fingerprint", "lineage"),
    [
        (
            "night-cuts",
            f"{ACTIVITY}/night-cuts",
            "19113124360552cc1ceee61a4eeb36e6",
            "288289c6cb62c163aafd162da7f7246f",
        ),
        (
            "warm-truck",
            f"{ACTIVITY}/warm-truck",
            "90cd5e09d3e09f67bf2fa6ea7d4c75b5",
            "1af1071d5744289d23f6125a2780e4e3",
        ),
    ],
)
def test_by_hand(here: Place, key: str, subject: str, fingerprint: str, lineage: str) -> None:
    here.edit(PLAN, *DANGLING)
    (one,) = (one for message, one in found(here).items() if key in message)
    assert one.fingerprint == by_hand("KAM027", ACCOUNT, "2026-Q4", subject, key, "1") == fingerprint
    assert one.lineage == by_hand("KAM027", ACCOUNT, subject, key, "1") == lineage


def test_two_dangling_ids_in_one_entry_have_two_names(here: Place) -> None:
    here.edit(PLAN, *DANGLING)
    assert len(names(here)) == 2
    assert len(set(names(here).values())) == 2


def test_equals_are_counted(here: Place) -> None:
    here.edit(PLAN, "selection: ", "decisions_wanted: [TBD, A second hub, TBD]\nselection: ")
    diagnostics = here.check(PLAN).diagnostics
    assert len({one.fingerprint for one in diagnostics}) == len(diagnostics) == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kamc: 1\n", "# Ours\n\n\nkamc: 1\n"),
        ("answers: [night-cuts, warm-truck]", "answers: [warm-truck, night-cuts]"),
        ("answers: [night-cuts, warm-truck]", "answers: [warm-truck, cold-chain, night-cuts]"),
        ("Six weeks of night runs from the hub", "Eight weeks"),
    ],
)
def test_a_name_outlives_lines_order_and_words(here: Place, old: str, new: str) -> None:
    here.edit(PLAN, *DANGLING)
    before = names(here)
    here.edit(PLAN, old, new)
    assert names(here) == before


def test_an_item_of_a_sequence_is_told_by_its_words_and_not_its_place(here: Place) -> None:
    here.edit(PLAN, "selection: ", "decisions_wanted: [TBD, A second hub]\nselection: ")
    (one,) = names(here).values()
    assert one == by_hand("KAM032", ACCOUNT, "2026-Q4", "decisions_wanted/*", "TBD", "1")
    here.edit(PLAN, "[TBD, A second hub]", "[A second hub, A third, TBD]")
    assert list(names(here).values()) == [one]


def test_a_set_of_one_has_one_name_with_brackets_and_without(here: Place) -> None:
    here.edit(PLAN, "answers: night-cut", "answers: night-cuts")
    before = names(here)
    here.edit(PLAN, "answers: night-cuts", "answers: [night-cuts]")
    assert names(here) == before
    here.edit(PLAN, "answers: [night-cuts]", "answers: [cold-chain, night-cuts]")
    assert names(here) == before


def test_a_name_outlives_layout_and_the_order_of_entries(here: Place) -> None:
    here.edit(PLAN, *DANGLING)
    here.edit(PLAN, "roles: decider", "roles: user")
    before = names(here)
    lines = (here.root / PLAN).read_text().splitlines()
    (hub,) = (line for line in lines if "hub-trial" in line)
    (claims,) = (line for line in lines if "claims-talk" in line)
    block = (
        "    hub-trial:\n      answers:\n        - warm-truck\n        - night-cuts\n      what: Six weeks\n"
        "      using: night-line\n      by: 2027-01-29"
    )
    here.edit(PLAN, f"{hub}\n{claims}", f"{claims}\n{block}")
    blocks = (here.root / PLAN).read_text().split("\naccount_as_market:")
    here.write(PLAN, blocks[0].rstrip() + "\naccount_as_market:" + blocks[1])
    assert names(here) == before


def test_people_who_report_to_each_other_keep_the_name_in_any_order(here: Place) -> None:
    here.edit(PLAN, "jan-ostrow: {title", "jan-ostrow: {reports_to: ines-bahr, title")
    here.edit(PLAN, "ines-bahr: {title", "ines-bahr: {reports_to: jan-ostrow, title")
    (before,) = names(here).values()
    lines = (here.root / PLAN).read_text().splitlines(keepends=True)
    at = next(place for place, line in enumerate(lines) if "jan-ostrow: {reports_to" in line)
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    here.write(PLAN, "".join(lines))
    assert list(names(here).values()) == [before]


def test_the_lineage_is_the_same_in_every_quarter_and_the_fingerprint_is_not(here: Place) -> None:
    for path in (PLAN, BEFORE):
        here.edit(path, *DANGLING)
    now, then = found(here), found(here, BEFORE)
    assert [one.lineage for one in now.values()] == [one.lineage for one in then.values()]
    assert not {one.fingerprint for one in now.values()} & {one.fingerprint for one in then.values()}


def test_another_account_has_other_names(here: Place) -> None:
    here.edit(PLAN, *DANGLING)
    text = (here.root / PLAN).read_text()
    here.write(
        "plans/neue-werft/2026-Q4.yaml", text.replace("account: hafen-spedition", "account: neue-werft")
    )
    other = found(here, "plans/neue-werft/2026-Q4.yaml")
    assert not {one.lineage for one in found(here).values()} & {one.lineage for one in other.values()}
