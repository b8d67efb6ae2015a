"""The job of the GitLab template, run in a real repository, against a host on this machine."""

import json
import pathlib
from collections.abc import Iterator

import pytest

from kamc.hosts import gitlab
from tests.hosts.server import TOKEN, Server, serving
from tests.workspaces import PLAN, Place

AUTHOR = {"author": {"id": 42}}
NOTES = "/projects/3/merge_requests/12/notes"


@pytest.fixture
def host() -> Iterator[Server]:
    with serving(Server(author=AUTHOR, me={"id": 42})) as server:
        yield server


@pytest.fixture
def environment(here: Place, host: Server) -> dict[str, str]:
    """The variables of a merge request's pipeline, in a repository where a branch has changed a plan."""
    here.commit()
    fork = here.git("rev-parse", "HEAD").strip()
    here.edit(PLAN, "name: Hafen-Spedition", "name: Hafen-Spedition Nord")
    here.commit()
    return {
        "CI_API_V4_URL": host.root,
        "CI_PROJECT_ID": "3",
        "CI_MERGE_REQUEST_IID": "12",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": fork,
        "CI_PIPELINE_SOURCE": "merge_request_event",
        "KAMC_TOKEN": TOKEN,
    }


def test_a_push_is_checked_and_built(here: Place) -> None:
    here.commit()
    assert gitlab.main({"CI_PIPELINE_SOURCE": "push"}) == 0
    made = {path.relative_to(here.root).as_posix() for path in here.root.glob("kamc-out/**/*")}
    assert {"kamc-out/code-quality.json", "kamc-out/junit.xml", "kamc-out/briefs/team/index.html"} <= made
    assert "kamc-out/review.md" not in made
    assert json.loads((here.root / "kamc-out/code-quality.json").read_text(encoding="utf-8")) == []


def test_findings_fail_the_job(here: Place) -> None:
    here.edit(PLAN, "status: approved", "statsu: approved")
    here.commit()
    assert gitlab.main({}) == 1
    assert "statsu" in here.capsys.readouterr().out


def test_a_wrong_variable_is_status_2(here: Place) -> None:
    assert gitlab.main({"KAMC_BUILD": "some"}) == 2
    assert here.capsys.readouterr().out == "kamc: build takes all, changed or none, not 'some'\n"
    assert not (pathlib.Path.cwd() / "kamc-out").exists()


def test_a_merge_request_keeps_one_note(here: Place, host: Server, environment: dict[str, str]) -> None:
    assert gitlab.main(environment) == 0
    assert "kamc: note on the merge request: written\n" in here.capsys.readouterr().out
    (note,) = host.comments
    assert note["body"].startswith("<!-- kamc-review -->\n## Hafen-Spedition Nord, 2026-Q4: ")
    assert gitlab.main(environment) == 0
    assert "kamc: note on the merge request: as it stood\n" in here.capsys.readouterr().out
    here.edit(PLAN, "stance: conditional-supporter", "stance: opponent")
    assert gitlab.main(environment) == 0
    assert ("PUT", f"{NOTES}/1") in host.asked
    assert "opponent" in note["body"]
    assert host.tokens == {TOKEN}


def test_anothers_note_is_left(host: Server, environment: dict[str, str]) -> None:
    host.comments.append({"id": 1, "body": "<!-- kamc-review -->\nmine", "author": {"id": 7}})
    gitlab.main(environment)
    assert [one["body"].partition("\n")[2][:4] for one in host.comments] == ["mine", "## H"]


@pytest.mark.parametrize("lack", ["token", "right"])
def test_without_a_token_or_a_right_the_review_is_an_artifact(
    here: Place, host: Server, environment: dict[str, str], lack: str
) -> None:
    host.closed = True
    if lack == "token":
        del environment["KAMC_TOKEN"]
    assert gitlab.main(environment) == 0
    assert "the review is among the artifacts" in here.capsys.readouterr().out
    assert (here.root / "kamc-out/review.md").is_file()
    assert not host.comments
