"""The steps of the action, run in real repositories, against a host on this machine."""

import json
import pathlib
import re
import subprocess
from typing import Any

import pytest

from kamc.hosts import calls, github
from tests.hosts.server import TOKEN, Server, serving
from tests.workspaces import DRAFT, PLAN, Place

BODY = "<!-- kamc-review -->\n## kamc: one plan\n"
BOT = {"user": {"login": "github-actions[bot]", "type": "Bot"}}
COMMENTS = "/repos/house/plans/issues/12/comments"


class Job:
    """A job of GitHub Actions: its folder, its environment, its files."""

    def __init__(self, place: Place, folder: pathlib.Path) -> None:
        self.place = place
        self.folder = folder
        self.out = folder / "out"
        self.environment = {
            "KAMC_OUT": str(self.out),
            "GITHUB_OUTPUT": str(folder / "output"),
            "GITHUB_STEP_SUMMARY": str(folder / "summary"),
            "GITHUB_EVENT_NAME": "push",
            "GITHUB_REPOSITORY": "house/plans",
        }

    def pull_request(self, number: int = 12, base: str = "main") -> None:
        """Make it the job of a pull request."""
        event = self.folder / "event.json"
        event.write_text(json.dumps({"pull_request": {"number": number}}), encoding="utf-8")
        self.environment |= {
            "GITHUB_EVENT_NAME": "pull_request",
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_BASE_REF": base,
        }

    def step(self, name: str) -> tuple[int, str]:
        """Run a step: its status, and what it printed."""
        self.place.capsys.readouterr()
        return github.STEPS[name](self.environment), self.place.capsys.readouterr().out

    def says(self, body: str, *, news: bool = True) -> None:
        """Put a review where the run puts it."""
        self.out.mkdir(exist_ok=True)
        (self.out / "review.md").write_text(body, encoding="utf-8")
        (self.out / "review.json").write_text(json.dumps({"plans": [{}] if news else []}), encoding="utf-8")

    @property
    def summary(self) -> str:
        return (self.folder / "summary").read_text(encoding="utf-8")

    @property
    def outputs(self) -> str:
        return (self.folder / "output").read_text(encoding="utf-8")


@pytest.fixture
def job(here: Place, tmp_path: pathlib.Path) -> Job:
    """A job in a repository with a few plans, and a branch `origin/main` that it started from."""
    here.commit()
    here.git("update-ref", "refs/remotes/origin/main", "HEAD")
    return Job(here, tmp_path)


@pytest.fixture
def host() -> Any:
    with serving(Server(author=BOT)) as server:
        yield server


def ask(job: Job, host: Server) -> str:
    """Let the job tell what it found; what it printed."""
    job.environment |= {"GITHUB_API_URL": host.root, "KAMC_TOKEN": TOKEN}
    status, printed = job.step("tell")
    assert status == 0
    return printed


def test_a_run_leaves_every_output(job: Job) -> None:
    assert job.step("run")[0] == 0
    made = {path.relative_to(job.out).as_posix() for path in job.out.rglob("*") if path.is_file()}
    assert {"check.md", "findings.json", "kamc.sarif", "status.json", "briefs/team/index.html"} <= made
    assert job.outputs == "status=0\n"
    assert job.step("verdict") == (0, "kamc check: status 0\nkamc build: status 0\n")


def test_a_pull_request_is_reviewed_in_one_comment(job: Job, host: Server) -> None:
    job.pull_request()
    job.place.edit(PLAN, "stance: conditional-supporter", "stance: opponent")
    job.place.commit()
    job.step("run")
    assert ask(job, host) == "comment on the pull request: written\n"
    (comment,) = host.comments
    assert comment["body"].startswith("<!-- kamc-review -->\n## Hafen-Spedition, 2026-Q4: 1 worse\n")
    assert "conditional supporter → opponent — **nobody has accepted it**" in comment["body"]
    assert comment["body"].strip() in job.summary
    assert job.step("verdict")[1].splitlines()[1] == "kamc review: status 0"
    assert {path.name for path in job.out.glob("review.*")} == {"review.json", "review.md", "review.txt"}
    job.place.edit(PLAN, "stance: opponent", "stance: conditional-supporter")
    job.place.commit()
    job.step("run")
    assert ask(job, host) == "comment on the pull request: replaced\n"
    assert comment["body"] == "<!-- kamc-review -->\nNo plan says anything else than on origin/main.\n"


def test_a_pull_request_that_touches_no_plan_gets_no_comment(job: Job, host: Server) -> None:
    job.pull_request()
    job.place.write("notes.txt", "Nothing about plans.\n")
    job.place.commit()
    job.step("run")
    assert ask(job, host) == "comment on the pull request: not needed\n"


def test_changes_for_the_worse_may_fail_the_run(job: Job) -> None:
    job.pull_request()
    job.place.edit(PLAN, "stance: conditional-supporter", "stance: opponent")
    job.environment["KAMC_FAIL_ON_CHANGE"] = "worse"
    job.step("run")
    assert job.step("verdict")[0] == 1


def test_only_what_is_new_may_count(job: Job) -> None:
    job.place.edit(PLAN, "roles: [user, facilitator]", "roles: user")
    job.place.commit()
    job.place.git("update-ref", "refs/remotes/origin/main", "HEAD")
    job.pull_request()
    job.environment |= {"KAMC_ONLY_NEW": "true", "KAMC_BUILD": "changed"}
    job.place.edit(DRAFT, "Their kitchens know us.", "Their kitchens ask us.")
    job.step("run")
    assert job.step("verdict")[0] == 0
    assert (job.out / "briefs/team/alster-hotel").is_dir()
    assert not (job.out / "briefs/team/hafen-spedition").exists()


def test_history_that_the_checkout_left_behind_is_brought(
    job: Job, monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path
) -> None:
    """A checkout without `fetch-depth: 0` has one commit, and of the branches its own alone."""
    source = job.place.root
    job.place.git("switch", "--quiet", "--create", "topic/$(touch${IFS}broken)")
    job.place.edit(PLAN, "stance: conditional-supporter", "stance: opponent")
    job.place.commit()
    clone = tmp_path / "clone"
    options = ("--quiet", "--depth=1", "--single-branch")
    job.place.git("clone", *options, f"file://{source}", str(clone))
    monkeypatch.chdir(clone)
    job.pull_request()
    job.step("run")
    assert "conditional supporter → opponent" in (job.out / "review.md").read_text(encoding="utf-8")
    assert not (clone / "broken").exists()
    assert job.step("verdict")[0] == 0


def test_history_that_cannot_be_brought_is_told(
    job: Job, monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path
) -> None:
    job.place.commit()
    clone = tmp_path / "clone"
    job.place.git("clone", "--quiet", "--depth=1", f"file://{job.place.root}", str(clone))
    monkeypatch.chdir(clone)
    job.pull_request(base="gone")
    _, printed = job.step("run")
    assert "git does not know the revision 'origin/gone'" in printed
    assert job.step("verdict")[0] == 3
    job.environment["KAMC_COMMENT"] = "false"
    job.step("tell")
    assert job.summary.startswith(
        "> [!WARNING]\n> What the pull request changes is not told. kamc: git does not"
    )
    assert "git fetch" in job.summary
    assert "## kamc: " in job.summary


def test_findings_are_annotated_and_fail_the_run_at_its_end(job: Job) -> None:
    job.place.edit(PLAN, "status: approved", "statsu: approved")
    status, printed = job.step("run")
    assert status == 0
    assert re.search(rf"^::error file={PLAN},line=\d+", printed, re.MULTILINE)
    assert (job.out / "briefs/team/index.html").is_file()
    assert job.outputs == "status=1\n"
    assert job.step("verdict")[0] == 1


def test_what_cannot_be_read_is_status_3(job: Job) -> None:
    job.place.write(PLAN, "kamc: [\n")
    job.step("run")
    assert job.step("verdict")[0] == 3


def test_a_run_that_came_to_nothing_is_a_fault(job: Job) -> None:
    assert job.step("verdict")[0] == 4


@pytest.mark.parametrize(
    ("name", "word", "told"),
    [
        ("KAMC_BUILD", "some", "build takes all, changed or none, not 'some'"),
        ("KAMC_ONLY_NEW", "yes", "only-new takes true or false, not 'yes'"),
        ("KAMC_FAIL_ON_CHANGE", "%0A::debug::x", "not '%250A::debug::x'"),
    ],
)
def test_a_wrong_input_is_status_2(job: Job, name: str, word: str, told: str) -> None:
    job.environment[name] = word
    status, printed = job.step("run")
    assert (status, printed.startswith("::error title=kamc::"), told in printed) == (0, True, True), printed
    assert job.step("verdict")[0] == 2


def test_a_strangers_plans_are_not_read_with_our_token(job: Job) -> None:
    job.pull_request()
    job.environment["GITHUB_EVENT_NAME"] = "pull_request_target"
    assert "kamc does not run on pull_request_target" in job.step("run")[1]
    assert not (job.out / "check.md").exists()
    assert job.step("verdict")[0] == 2


def test_inputs_are_arguments_and_no_shell(job: Job) -> None:
    job.environment |= {
        "KAMC_PATHS": f"{DRAFT}\n  {PLAN}  \n",
        "KAMC_TO": "md",
        "KAMC_AUDIENCE": "private",
        "KAMC_FAIL_ON": "warning",
        "KAMC_BASELINE": "$(touch broken).json",
    }
    _, printed = job.step("run")
    assert "there is no baseline $(touch broken).json" in printed
    assert not (job.place.root / "broken").exists()
    assert (job.out / "briefs/private/alster-hotel/2026-Q4/account-plan.md").is_file()
    assert not list(job.out.rglob("*.html"))


@pytest.mark.parametrize(("event", "day"), [("schedule", "today"), ("push", "commit")])
def test_a_nightly_run_judges_today(job: Job, event: str, day: str) -> None:
    job.environment["GITHUB_EVENT_NAME"] = event
    assert github._wishes(job.environment).as_of == day
    job.environment["KAMC_AS_OF"] = "2026-12-31"
    assert github._wishes(job.environment).as_of == "2026-12-31"


def test_nothing_of_a_plan_is_a_command_to_the_runner(job: Job) -> None:
    """The names of files are told by the log; here one of them would like to give a command."""
    job.place.write("plans/x\n::error::taken\n::add-mask::e/2026-Q4.yaml", "kamc: 1\n")
    _, printed = job.step("run")
    assert "::error::taken" in printed
    stop = re.compile(r"^::stop-commands::(\w{32})\n.*?^::\1::\n", re.DOTALL | re.MULTILINE)
    heard = [line for line in stop.sub("", printed).splitlines() if line.lstrip().startswith("::")]
    assert heard
    assert all(re.match(r"::(error|warning|notice) file=", line) for line in heard), heard


def test_no_token_reaches_plans_templates_or_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAMC_TOKEN", TOKEN)
    monkeypatch.setenv("ACTIONS_ID_TOKEN_REQUEST_TOKEN", TOKEN)
    seen: list[dict[str, str]] = []

    def run(*_: object, env: dict[str, str], **__: object) -> "subprocess.CompletedProcess[str]":
        seen.append(env)
        return subprocess.CompletedProcess((), 0, "", "")

    monkeypatch.setattr("kamc.hosts.calls.subprocess.run", run)
    calls.answer(calls.Call(verb="check", arguments=()))
    assert TOKEN not in seen[0].values()
    assert "PATH" in seen[0]


def test_the_first_review_is_a_comment_the_next_one_replaces_it(job: Job, host: Server) -> None:
    job.pull_request()
    job.says(BODY)
    assert ask(job, host) == "comment on the pull request: written\n"
    assert ask(job, host) == "comment on the pull request: as it stood\n"
    job.says(BODY.replace("one plan", "two plans"))
    assert ask(job, host) == "comment on the pull request: replaced\n"
    assert [one["body"] for one in host.comments] == [BODY.replace("one plan", "two plans")]
    assert host.tokens == {f"Bearer {TOKEN}"}
    assert ("POST", COMMENTS) in host.asked
    assert ("PATCH", "/repos/house/plans/issues/comments/1") in host.asked


def test_a_long_thread_is_read_to_its_end(job: Job, host: Server) -> None:
    host.comments += [{"id": number, "body": f"{number}", **BOT} for number in range(1, 251)]
    host.comments.append({"id": 251, "body": BODY.replace("one", "no"), **BOT})
    job.pull_request()
    job.says(BODY)
    assert ask(job, host) == "comment on the pull request: replaced\n"
    assert len(host.comments) == 251
    assert host.comments[-1]["body"] == BODY


@pytest.mark.parametrize("me", [None, {"login": "release-robot"}], ids=["a job's token", "a person's token"])
def test_another_persons_comment_with_our_mark_is_left(
    job: Job, host: Server, me: dict[str, Any] | None
) -> None:
    host.me = me
    host.author = BOT if me is None else {"user": {"login": "release-robot", "type": "User"}}
    host.comments.append({"id": 1, "body": BODY, "user": {"login": "somebody", "type": "User"}})
    job.pull_request()
    job.says(BODY.replace("one", "two"))
    assert ask(job, host) == "comment on the pull request: written\n"
    assert ask(job, host) == "comment on the pull request: as it stood\n"
    assert host.comments[0]["body"] == BODY


def test_a_fork_reads_the_review_in_the_summary(job: Job, host: Server) -> None:
    host.closed = True
    job.pull_request()
    job.says(BODY)
    assert ask(job, host).startswith("::notice title=kamc::The review is in the summary of this job")
    assert job.summary.startswith(
        "> [!NOTE]\n> This run may not comment on the pull request: it comes from a"
    )
    assert BODY.strip() in job.summary


def test_a_host_that_does_not_answer_is_no_fault_of_the_plans(job: Job) -> None:
    job.pull_request()
    job.says(BODY)
    assert "no comment (no answer" in ask(job, Server(root="http://127.0.0.1:9"))
    assert BODY.strip() in job.summary


def test_nothing_to_say_is_no_comment(job: Job, host: Server) -> None:
    job.pull_request()
    job.says(BODY, news=False)
    assert ask(job, host) == "comment on the pull request: not needed\n"
    assert not host.comments


@pytest.mark.parametrize("wish", ["a push", "no comment"])
def test_without_a_pull_request_or_a_wish_nobody_is_asked(job: Job, host: Server, wish: str) -> None:
    job.says(BODY)
    if wish == "no comment":
        job.pull_request()
        job.environment["KAMC_COMMENT"] = "false"
    assert ask(job, host) == ""
    assert host.asked == []
    assert BODY.strip() in job.summary


def test_the_summary_holds_what_was_found(job: Job, host: Server) -> None:
    job.place.edit(PLAN, "status: approved", "statsu: approved")
    job.step("run")
    ask(job, host)
    assert "## kamc: " in job.summary
    assert "`KAM" in job.summary
