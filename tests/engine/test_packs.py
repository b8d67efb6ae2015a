"""Building into a folder: only what changed, what is gone goes, and a manifest that can be checked."""

import io
import json
import zipfile
from typing import Any

import pytest

from kamc.engine.pack import Wanted
from kamc.engine.packs import _replaced
from kamc.model.fields import Audience
from tests.workspaces import BEFORE, PLAN, Place

PACK = "dist/team/hafen-spedition/2026-Q4"


def manifest(place: Place, audience: str = "team") -> Any:
    return json.loads((place.root / f"dist/{audience}/manifest.json").read_text(encoding="utf-8"))


def times(place: Place) -> dict[str, int]:
    root = place.root / "dist"
    return {path.relative_to(root).as_posix(): path.stat().st_mtime_ns for path in root.rglob("*.*")}


def edit(place: Place, path: str, old: str, new: str) -> None:
    file = place.root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def stood(out: str) -> int:
    """How many packs a build left as they stood."""
    return int(out.partition("(")[2].partition(" ")[0]) if "as they stood" in out else 0


def test_what_did_not_change_is_not_built_again(here: Place) -> None:
    assert stood(here.call("build").out) == 0
    before = times(here)
    assert stood(here.call("build").out) == 3
    after = times(here)
    assert {path for path in after if before[path] != after[path]} == {"team/manifest.json"}


@pytest.mark.parametrize(
    ("change", "rebuilt"),
    [
        ((PLAN, "name: Hafen-Spedition", "name: Hafen & Co"), 1),
        ((BEFORE, "name: Hafen-Spedition", "name: Hafen & Co"), 2),
        (("kamc.yaml", "kamc: 1", "kamc: 1\nlocale: de"), 3),
    ],
    ids=["a plan", "the quarter before", "the settings"],
)
def test_what_changed_is_built_again(here: Place, change: tuple[str, str, str], rebuilt: int) -> None:
    here.call("build")
    edit(here, *change)
    assert stood(here.call("build").out) == 3 - rebuilt
    assert here.call("build", "--verify").status == 0


def test_a_template_a_day_and_a_touched_file_are_changes(here: Place) -> None:
    here.call("build", "--as-of", "2026-11-01")
    assert stood(here.call("build", "--as-of", "2026-11-02").out) == 1  # the quarter before stands as it is
    here.write("templates/briefs/parts/foot.md.j2", "The end.\n")
    assert stood(here.call("build", "--as-of", "2026-11-02").out) == 0
    page = here.root / PACK / "account-plan.md"
    page.write_text("mine", encoding="utf-8")
    assert stood(here.call("build", "--as-of", "2026-11-02").out) == 2
    assert page.read_text(encoding="utf-8").endswith("The end.\n")


def test_a_brief_more_leaves_the_others(here: Place) -> None:
    here.write("templates/briefs/weekly.md.j2", "{{ header.name }}\n")
    here.call("build", "--brief", "weekly", "--to", "md")
    here.call("build", "--brief", "account-plan", "--to", "html")
    assert {path.name for path in (here.root / PACK).iterdir()} == {"weekly.md", "account-plan.html"}
    index = (here.root / "dist/team/index.html").read_text(encoding="utf-8")
    assert "weekly.md" in index
    assert "account-plan.html" in index


def test_what_a_plan_no_longer_makes_goes(here: Place) -> None:
    here.write("templates/briefs/weekly.md.j2", "{{ header.name }}\n")
    here.call("build")
    (here.root / PLAN).unlink()
    here.call("build")
    assert not (here.root / PACK).exists()
    assert (here.root / "dist/team/hafen-spedition/2026-Q3/weekly.md").exists()
    assert (
        "2026-Q4/"
        not in (here.root / "dist/team/index.html")
        .read_text(encoding="utf-8")
        .partition("hafen-spedition")[2]
        .partition("</section>")[0]
    )


def test_strict_does_not_let_stand_what_does_not_pass(here: Place) -> None:
    edit(here, PLAN, "facilitator", "influencer")
    assert here.call("build").status == 0
    done = here.call("build", "--strict")
    assert (done.status, "was left out" in done.err) == (1, True)
    assert (here.root / PACK / "account-plan.md").exists()


def test_verify_names_what_was_touched_and_what_is_out_of_date(here: Place) -> None:
    assert here.call("build", "--verify").status == 2
    here.call("build", "--brief", "account-plan,portfolio")
    assert here.call("build", "--verify").status == 0
    (here.root / PACK / "account-plan.md").write_text("mine", encoding="utf-8")
    edit(here, PLAN, "name: Hafen-Spedition", "name: Hafen & Co")
    done = here.call("build", "--verify")
    assert (done.status, done.out.splitlines()) == (
        1,
        [
            "hafen-spedition/2026-Q4/account-plan.md: not what was built, or not there",
            "hafen-spedition/2026-Q4/account-plan: out of date",
            "portfolio: out of date",
            "index: out of date",
        ],
    )


def test_a_manifest_tells_inputs_and_outputs_and_lies_beside_the_packs(here: Place) -> None:
    here.call("build", "--audience", "customer")
    held = manifest(here, "customer")
    pack = next(
        one for one in held["packs"] if one["account"] == "hafen-spedition" and one["period"] == "2026-Q4"
    )
    assert {PLAN, BEFORE, "kamc.yaml"} <= set(pack["inputs"])
    assert (held["audience"], pack["as_of"]) == ("customer", held["as_of"])
    assert not list((here.root / "dist/customer").rglob("*/manifest.json"))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 99}', '{"packs": 1}'])
def test_a_manifest_that_cannot_be_read_is_none(here: Place, text: str) -> None:
    here.write("dist/team/manifest.json", text)
    assert here.call("build").status == 0
    assert len(manifest(here)["packs"]) == 3


def test_no_manifest_leads_out_of_its_folder(here: Place) -> None:
    here.call("build")
    held = manifest(here)
    for pack in held["packs"]:
        pack["outputs"] = {"../../kamc.yaml": "0" * 64, "/etc/none": "0" * 64, **pack["outputs"]}
        pack["account"] += "-gone"
    here.write("dist/team/manifest.json", json.dumps(held))
    assert here.call("build").status == 0
    assert (here.root / "kamc.yaml").exists()


def test_a_zip_of_each_account_the_same_each_time(here: Place) -> None:
    here.call("build", "--pack", "--audience", "customer")
    first = (here.root / "dist/customer/hafen-spedition.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
    assert "hafen-spedition/index.html" in names
    assert all(name.startswith("hafen-spedition/") for name in names)
    here.call("build", "--pack", "--audience", "customer")
    assert (here.root / "dist/customer/hafen-spedition.zip").read_bytes() == first
    assert (here.root / "dist/customer/alster-hotel.zip").exists()


@pytest.mark.parametrize(
    ("path", "is_replaced"),
    [
        ("a/2026-Q4/calendar.md", True),
        ("a/2026-Q4/calendar.ics", True),
        ("a/2026-Q4/calendar.html", False),
        ("a/2026-Q4/joint-plan.ics", False),
    ],
)
def test_what_lies_beside_a_brief_is_built_with_it_in_whatever_format(path: str, is_replaced: bool) -> None:
    assert _replaced(path, {"calendar"}, Wanted(audience=Audience.TEAM, formats=("md",))) is is_replaced
