"""kamc in GitHub Actions: the two steps of `action.yml` that do something, and a third for the verdict.

`run` checks, reviews and builds into the folder `KAMC_OUT`; `tell` writes the summary of the job and keeps
the comment on the pull request; `verdict` ends as the run did. Only `tell` is given a token. What a text of
the pull request might hold (plans, names of branches and files) reaches the log where no command is read.
"""

import json
import os
import pathlib
import secrets
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from kamc.escape import markdown
from kamc.hosts.api import Api, RefusedError
from kamc.hosts.calls import Answer, Call, worst
from kamc.hosts.run import CHECK, NOT_REVIEWED, STATUS, has_news, record, reviewed, run
from kamc.hosts.sticky import Comment, keep
from kamc.hosts.wishes import Wishes, wishes
from kamc.workspace import UsageError

FILES: Mapping[str, str] = {"sarif": "kamc.sarif", "json": "findings.json"}
FORM = "github"
NOBODYS = "pull_request_target"
"""The event that runs a stranger's plans with this repository's token."""


def step_run(environ: Mapping[str, str]) -> int:
    """Check, review and build; always 0, so that every output is written before the run fails."""
    try:
        wanted = _wishes(environ)
    except UsageError as fault:
        _say_error(str(fault))
        statuses = record(pathlib.Path(environ["KAMC_OUT"]), {"run": 2})
    else:
        _bring(environ, wanted.base)
        statuses = run(wanted, FORM, FILES, _tell)
    with pathlib.Path(environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as outputs:
        outputs.write(f"status={worst(statuses.values())}\n")
    return 0


def _wishes(environ: Mapping[str, str]) -> Wishes:
    if environ.get("GITHUB_EVENT_NAME") == NOBODYS:
        raise UsageError(f"kamc does not run on {NOBODYS}: it would read a stranger's plans with your token")
    target = environ.get("GITHUB_BASE_REF", "")
    day = "today" if environ.get("GITHUB_EVENT_NAME") == "schedule" else "commit"
    return wishes(environ, out=environ["KAMC_OUT"], base=f"origin/{target}" if target else "", as_of=day)


def _bring(environ: Mapping[str, str], base: str) -> None:
    """Bring the history that a comparison needs, where the checkout left it behind.

    What cannot be brought is no fault here: the review says what is missing and how it comes.
    """
    target = environ.get("GITHUB_BASE_REF", "")
    if not target or base != f"origin/{target}":
        return
    shallow = _git("rev-parse", "--is-shallow-repository").strip() == "true"
    known = _git("rev-parse", "--verify", "--quiet", f"refs/remotes/origin/{target}")
    if shallow or not known:
        deepen = ("--unshallow",) if shallow else ()
        branch = f"+refs/heads/{target}:refs/remotes/origin/{target}"
        _git("fetch", "--quiet", "--no-tags", *deepen, "origin", branch)


def _git(*arguments: str) -> str:
    done = subprocess.run(("git", *arguments), capture_output=True, encoding="utf-8", check=False)
    return done.stdout


def _tell(call: Call, said: Answer) -> None:
    """Print what a call said: findings as they are, made for this log; all else where no command is read."""
    is_made_for_this = call.verb == "check"
    if is_made_for_this:
        _write(said.out)
    rest = said.err if is_made_for_this else said.out + said.err
    if rest:
        _write("".join(f"{line}\n" for line in _stopped(rest)))


def _stopped(text: str) -> Iterator[str]:
    """Lines between which the runner looks for no command."""
    word = secrets.token_hex(16)
    yield f"::stop-commands::{word}"
    yield from text.splitlines()
    yield f"::{word}::"


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _say_error(message: str) -> None:
    flat = " ".join(message.split()).replace("%", "%25")
    _write(f"::error title=kamc::{flat}\n")


def step_tell(environ: Mapping[str, str]) -> int:
    """The summary of the job, and the comment; a comment that is refused is told, and is no fault."""
    out = pathlib.Path(environ["KAMC_OUT"])
    body = reviewed(out)
    told = _not_reviewed(_text(out / NOT_REVIEWED))
    if body is not None and environ.get("KAMC_COMMENT", "true") == "true":
        told = _comment(environ, body, news=has_news(out))
    parts = [told, body, _text(out / CHECK)]
    with pathlib.Path(environ["GITHUB_STEP_SUMMARY"]).open("a", encoding="utf-8") as summary:
        summary.write("\n\n".join(part.strip() for part in parts if part) + "\n")
    return 0


def _not_reviewed(why: str) -> str:
    """Why nobody can say what the pull request changes; empty where there is nothing to say."""
    lines = " ".join(markdown(line) for line in why.splitlines())
    return f"> [!WARNING]\n> What the pull request changes is not told. {lines}" if lines else ""


def _text(path: pathlib.Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _comment(environ: Mapping[str, str], body: str, *, news: bool) -> str:
    """Keep the comment; what there is to say about it in the summary, where it could not be written."""
    number = _number(environ)
    if number is None:
        return ""
    try:
        outcome = keep(PullRequest.of(environ, number), body, news=news)
    except RefusedError as fault:
        _write(f"::notice title=kamc::The review is in the summary of this job: no comment ({fault})\n")
        return f"{_why(fault)} What it would say:"
    _write(f"comment on the pull request: {outcome}\n")
    return ""


def _why(fault: RefusedError) -> str:
    if fault.status in {401, 403, 404}:
        return (
            "> [!NOTE]\n> This run may not comment on the pull request: it comes from a fork, or the job "
            "lacks `permissions: pull-requests: write`."
        )
    return f"> [!NOTE]\n> GitHub did not take the comment ({fault})."


def _number(environ: Mapping[str, str]) -> int | None:
    """The number of the pull request that this run is for; `None` where it is for none."""
    path = environ.get("GITHUB_EVENT_PATH", "")
    event: Any = json.loads(_text(pathlib.Path(path)) or "{}") if path else {}
    number = event.get("pull_request", {}).get("number")
    return number if isinstance(number, int) else None


class PullRequest(msgspec.Struct, frozen=True, kw_only=True):
    """The comments of a pull request."""

    api: Api
    repository: str
    number: int

    @classmethod
    def of(cls, environ: Mapping[str, str], number: int) -> "PullRequest":
        api = Api(
            root=environ.get("GITHUB_API_URL", "https://api.github.com"),
            secret={"Authorization": f"Bearer {environ.get('KAMC_TOKEN', '')}"},
            accept="application/vnd.github+json",
        )
        return cls(api=api, repository=environ["GITHUB_REPOSITORY"], number=number)

    def comments(self) -> Iterable[Comment]:
        me = self._me()
        for one in self.api.every(f"/repos/{self.repository}/issues/{self.number}/comments"):
            author = one.get("user") or {}
            ours = author.get("login") == me if me else author.get("type") == "Bot"
            yield Comment(id=one["id"], body=one.get("body") or "", ours=ours)

    def _me(self) -> str | None:
        """Who we are: a person's token knows; that of a job does not, and then comments are a bot's."""
        try:
            return str(self.api.call("GET", "/user")["login"])
        except RefusedError:
            return None

    def write(self, body: str) -> None:
        self.api.call("POST", f"/repos/{self.repository}/issues/{self.number}/comments", {"body": body})

    def replace(self, comment: int, body: str) -> None:
        self.api.call("PATCH", f"/repos/{self.repository}/issues/comments/{comment}", {"body": body})


def step_verdict(environ: Mapping[str, str]) -> int:
    """The status of the run, once every output stands."""
    statuses: dict[str, int] = json.loads(_text(pathlib.Path(environ["KAMC_OUT"]) / STATUS) or '{"run": 4}')
    for verb, status in statuses.items():
        _write(f"kamc {verb}: status {status}\n")
    return worst(statuses.values())


STEPS = {"run": step_run, "tell": step_tell, "verdict": step_verdict}


if __name__ == "__main__":
    sys.exit(STEPS[sys.argv[1]](os.environ))
