"""Build: whole files or none, what is wrong is left out, and what was built before stands."""

import base64
import pathlib
from typing import Any

import pytest
from hypothesis import given, settings

from kamc.diagnostics import Kind, Severity
from kamc.engine.build import Wanted, build
from kamc.engine.judge import Sitting, judge
from kamc.engine.read import Shelf, read
from kamc.engine.scope import scope
from kamc.model.fields import Audience
from kamc.model.period import Period
from kamc.settings import Settings
from kamc.workspace import Source, Workspace
from tests.strategies import plan_data, yaml_text
from tests.workspaces import AS_OF, BEFORE, DRAFT, PLAN, SETTINGS, Place

BROKEN = "kamc: 1\naccount: hafen-spedition\nname: [\n"


def files(place: Place, folder: str = "dist/team") -> dict[str, bytes]:
    root = place.root / folder
    held = {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*.*"))}
    return {path: content for path, content in held.items() if not path.endswith("manifest.json")}


def test_every_plan_gets_its_brief_and_an_index(here: Place) -> None:
    done = here.call("build")
    assert (done.status, done.err) == (0, "")
    ends = ("index", "portfolio", "account-page", "account-plan")
    assert {path for path in files(here) if path.partition(".")[0].endswith(ends)} == {
        "index.html",
        "index.md",
        "portfolio.html",
        "portfolio.md",
        *(
            f"{plan.removeprefix('plans/').removesuffix('.yaml')}/{name}.{form}"
            for name in ends[2:]
            for plan in (PLAN, BEFORE, DRAFT)
            for form in ("md", "html")
        ),
    }


@pytest.mark.parametrize(
    ("terms", "in_brief", "in_status"),
    [("", "● Green", "● green"), ("health: {least_known: 100}\n", "○ Not known", "○ unknown")],
)
def test_a_brief_has_the_word_of_status_by_the_terms_of_the_house(
    here: Place, terms: str, in_brief: str, in_status: str
) -> None:
    here.write(SETTINGS, "kamc: 1\ncurrency: EUR\n" + terms)
    assert here.call("build", "--audience", "private", "--to", "md", PLAN).status == 0
    path = PLAN.replace("plans/", "").replace(".yaml", "/account-plan.md")
    brief = files(here, "dist/private")[path].decode()
    assert in_brief in brief.replace("\u00a0", " ")
    assert in_status in here.call("status", "hafen-spedition").out


def test_one_format_writes_one_format(here: Place) -> None:
    assert here.call("build", "--to", "md", "--out", "out").status == 0
    built = files(here, "out")
    assert {path.rpartition(".")[2] for path in built} == {"md", "ics"}
    assert all("calendar" in path or "joint-plan" in path for path in built if path.endswith(".ics"))


def test_a_wrong_plan_is_left_out_and_its_last_brief_stands(here: Place) -> None:
    here.call("build")
    before = files(here)
    (here.root / PLAN).write_text(BROKEN, encoding="utf-8")
    done = here.call("build")
    assert done.status == 3
    assert f"{PLAN} was left out" in done.err
    assert "KAM002" in done.err
    after = files(here)
    assert {path for path in before if before[path] != after[path]} == {"portfolio.html", "portfolio.md"}
    assert b"Hafen-Spedition" in after["index.md"]
    assert b"hafen-spedition/2026-Q4/account-plan.md" in after["index.md"]


def test_what_is_wrong_but_readable_is_left_out_with_status_1(here: Place) -> None:
    path = here.root / PLAN
    path.write_text(path.read_text(encoding="utf-8") + "sumary: x\n", encoding="utf-8")
    done = here.call("build")
    assert (done.status, "was left out" in done.err) == (1, True)


def test_strict_leaves_out_what_does_not_pass_check(here: Place) -> None:
    path = here.root / PLAN
    path.write_text(path.read_text(encoding="utf-8").replace("facilitator", "influencer"), encoding="utf-8")
    assert here.call("build").status == 0
    assert here.call("build", "--strict").status == 1


def test_building_one_account_keeps_the_others_in_the_index(here: Place) -> None:
    here.call("build")
    before = files(here)
    assert here.call("build", "alster-hotel").status == 0
    assert files(here) == before


def test_a_customer_reads_of_no_other_account(here: Place) -> None:
    assert here.call("build", "--audience", "customer").status == 0
    built = files(here, "dist/customer")
    assert "index.html" not in built
    for path, text in built.items():
        other = "Alster" if path.startswith("hafen-spedition") else "Hafen-Spedition"
        assert other not in text.decode(), path


def test_a_plan_without_a_safe_name_is_left_out(nowhere: Place) -> None:
    text = (
        "kamc: 1\naccount: ../../evil\nname: E\nperiod: 2026-Q4\nstatus: draft\nprofile: short\nowner: a-b\n"
    )
    (nowhere.root / "plan.yaml").write_text(text, encoding="utf-8")
    done = nowhere.call("build", "plan.yaml")
    assert done.status == 1
    assert [path.name for path in nowhere.root.parent.glob("*evil*")] == []


def test_two_plans_for_one_file_are_refused(nowhere: Place) -> None:
    text = "kamc: 1\naccount: a-b\nname: E\nperiod: 2026-Q4\nstatus: draft\nprofile: short\nowner: a-b\n"
    for name in ("one.yaml", "two.yaml"):
        (nowhere.root / name).write_text(text, encoding="utf-8")
    done = nowhere.call("build", "one.yaml", "two.yaml")
    assert done.status == 2
    assert "a-b, 2026-Q4" in done.err


def test_a_folder_that_cannot_be_written_is_told(here: Place) -> None:
    (here.root / "dist").write_text("in the way", encoding="utf-8")
    done = here.call("build")
    assert (done.status, "Traceback" in done.err) == (2, False)
    assert (here.root / "dist").read_text(encoding="utf-8") == "in the way"


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Any:
    root: pathlib.Path = tmp_path_factory.mktemp("alone")
    return scope(Workspace(root=root, marked=False), Settings(), AS_OF)


@settings(max_examples=40)
@given(data=plan_data())
def test_what_passes_check_also_builds(data: dict[str, Any], alone: Any) -> None:
    source = Source(path="plans/a/2026-Q4.yaml", kind="plan", account="a", period=Period(2026, 4))
    loaded = read(source, yaml_text({**data, "account": "a", "period": "2026-Q4"}).encode())
    bad = [
        one
        for one in judge(Sitting(scope=alone, shelf=Shelf(alone.workspace)), loaded)
        if one.kind is Kind.STRUCTURE and one.severity is Severity.ERROR and not one.accepted
    ]
    for audience in Audience:
        built = build(alone, [loaded], Wanted(audience=audience, formats=("md", "html")))
        assert bool(built.left) == bool(bad)
        main = "joint-plan" if audience is Audience.CUSTOMER else "account-plan"
        assert bad or {one.path for one in built.outputs} >= {
            f"a/2026-Q4/{main}.md",
            f"a/2026-Q4/{main}.html",
        }


def test_a_workspace_has_templates_of_its_own(here: Place) -> None:
    here.write("templates/briefs/one-line.md.j2", "{{ header.name }}: {{ brief.stand }}\n")
    here.write("templates/briefs/parts/foot.md.j2", "The end.\n")
    assert here.call("build", "--to", "md").status == 0
    text = (here.root / "dist/team/hafen-spedition/2026-Q4/one-line.md").read_text(encoding="utf-8")
    assert text.startswith("Hafen-Spedition: ")
    plan = (here.root / "dist/team/hafen-spedition/2026-Q4/account-plan.md").read_text(encoding="utf-8")
    assert plan.endswith("The end.\n")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n{% if %}\n", 2),
        ("a\nb\n{{ brief.nothing }}\n", 3),
        ("{% include 'x' %}", None),
        ("{{ 1 / 0 }}", 1),
    ],
)
def test_a_broken_template_stops_its_own_brief_alone(here: Place, text: str, line: int | None) -> None:
    here.write("templates/briefs/broken.md.j2", text)
    done = here.call("build", "--to", "md")
    assert done.status == 2
    place = "templates/briefs/broken.md.j2" + (f":{line}: " if line else ": ")
    assert done.err.count(place) == 1
    assert "Traceback" not in done.err
    assert (here.root / "dist/team/hafen-spedition/2026-Q4/account-plan.md").exists()


def test_one_brief_of_many(here: Place) -> None:
    here.write("templates/briefs/one-line.md.j2", "{{ header.name }}\n")
    assert here.call("build", "--brief", "one-line", "--to", "md").status == 0
    assert {path.rpartition("/")[2] for path in files(here)} == {"index.md", "one-line.md"}
    assert here.call("build", "--brief", "one-lime").err.count("did you mean one-line?") == 1


PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1z"/></svg>'


@pytest.mark.parametrize(("name", "data"), [("logo.svg", SVG.encode()), ("brand/logo.png", PNG)])
def test_a_logo_stands_in_the_head_of_every_page(name: str, data: bytes, here: Place) -> None:
    (here.root / name).parent.mkdir(exist_ok=True)
    (here.root / name).write_bytes(data)
    here.write(SETTINGS, f"kamc: 1\nsupplier: Kühlwerk\nbrand: {{logo: {name}}}\n")
    assert here.call("build").status == 0
    kind = {"svg": "image/svg+xml", "png": "image/png"}[name.rpartition(".")[2]]
    image = f'<img src="data:{kind};base64,{base64.b64encode(data).decode()}" alt="Kühlwerk">'
    pages = {path: text.decode() for path, text in files(here).items() if path.endswith(".html")}
    assert pages
    assert all(text.count(image) == 1 for text in pages.values())


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("none.svg", None, "no such file"),
        ("../logo.svg", SVG.encode(), "does not lie in this workspace"),
        ("logo.svg", b"GIF89a", "neither an SVG nor a PNG image"),
        ("logo.svg", b"<html/>", "no SVG image"),
        ("logo.svg", SVG.replace("<path", "<script>x</script><path").encode(), "holds a script"),
        ("logo.svg", SVG.replace("<path", '<path onload="x"').encode(), "holds a script"),
        ("logo.svg", SVG.replace("<path", '<a href="java&#10;script:x"/><path').encode(), "holds a script"),
        ("logo.svg", b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG.encode(), "declares a document type"),
        ("logo.svg", SVG.encode() + b" " * 300_000, "larger than 256 KiB"),
        ("logo.png", PNG[:-6], "is not whole"),
        ("logo.png", PNG.replace(b"IDAT", b"IDOT"), "is not whole"),
        (".", None, "directory"),
    ],
)
def test_a_wrong_logo_is_told(name: str, data: bytes | None, why: str, here: Place) -> None:
    if data is not None:
        (here.root / name).write_bytes(data)
    here.write(SETTINGS, f"kamc: 1\nbrand: {{logo: {name}}}\n")
    done = here.call("build")
    assert (done.status, why in done.err) == (2, True), done.err
    assert "brand.logo" in done.err
    assert not (here.root / "dist").exists()
    assert here.call("check").status == 0
