"""A plan in the wrong place: the remedy is one that can be followed."""

import pytest

from kamc.engine.read import read
from kamc.rules import examples
from kamc.workspace import Source
from tests.workspaces import PLAN, Place


@pytest.mark.parametrize(
    ("folder", "remedy"),
    [
        ("hafen", "write `account: hafen`, or move the file to where it belongs"),
        (
            "Hafen Spedition",
            "rename the folder to hafen-spedition: an account's folder is named by its id",
        ),
    ],
)
def test_a_folder_that_is_no_id_is_renamed(folder: str, remedy: str) -> None:
    source = Source(path=f"plans/{folder}/2026-Q4.yaml", kind="plan", account=folder)
    found = read(source, examples.PLAN.encode()).findings
    assert [one.help for one in found if one.key == "account"] == [remedy]


def test_two_files_for_one_quarter_are_told_at_both(here: Place) -> None:
    twin = PLAN.replace(".yaml", ".yml")
    (here.root / twin).write_bytes((here.root / PLAN).read_bytes())
    done = here.call("check", "--format", "concise")
    assert done.status == 1
    assert f"has two files: {PLAN} and {twin}" in done.out
    assert f"has two files: {twin} and {PLAN}" in done.out
    assert done.out.count("\n") == 2  # and they are not taken for two accounts with the same texts
