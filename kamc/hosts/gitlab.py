"""kamc in a GitLab pipeline: check, review and build, then one note on the merge request, then the status.

Only a pipeline of a merge request has something to compare with. The note needs a token that may write
notes, in the variable `KAMC_TOKEN` (the job's own may not); without one, the review is an artifact alone.
"""

import os
import pathlib
import sys
from collections.abc import Iterable, Mapping

import msgspec

from kamc.hosts.api import Api, RefusedError
from kamc.hosts.calls import Answer, Call, worst
from kamc.hosts.run import has_news, reviewed, run
from kamc.hosts.sticky import Comment, keep
from kamc.hosts.wishes import wishes
from kamc.workspace import UsageError

OUT = "kamc-out"
FORM = "text"
FILES: Mapping[str, str] = {"gitlab": "code-quality.json", "junit": "junit.xml", "json": "findings.json"}


def main(environ: Mapping[str, str]) -> int:
    """The whole job; its status is the worst of its parts, and a note that is refused is none of them."""
    fork = environ.get("CI_MERGE_REQUEST_DIFF_BASE_SHA", "")
    day = "today" if environ.get("CI_PIPELINE_SOURCE") == "schedule" else "commit"
    try:
        wanted = wishes(environ, out=environ.get("KAMC_OUT") or OUT, base=fork, as_of=day)
    except UsageError as fault:
        _say(f"kamc: {fault}\n")
        return 2
    statuses = run(wanted, FORM, FILES, _tell)
    body = reviewed(pathlib.Path(wanted.out))
    if body is not None and "CI_MERGE_REQUEST_IID" in environ:
        _say(f"kamc: {_note(environ, body, news=has_news(pathlib.Path(wanted.out)))}\n")
    return worst(statuses.values())


def _tell(call: Call, said: Answer) -> None:
    _say(f"$ kamc {call.verb}\n{said.out}{said.err}")


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _note(environ: Mapping[str, str], body: str, *, news: bool) -> str:
    """Keep the note; what became of it."""
    if not environ.get("KAMC_TOKEN"):
        return "no note on the merge request without a KAMC_TOKEN; the review is among the artifacts"
    try:
        return f"note on the merge request: {keep(MergeRequest.of(environ), body, news=news)}"
    except RefusedError as fault:
        return f"GitLab did not take the note ({fault}); the review is among the artifacts"


class MergeRequest(msgspec.Struct, frozen=True, kw_only=True):
    """The notes of a merge request."""

    api: Api
    notes: str
    """The way to them."""

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> "MergeRequest":
        api = Api(root=environ["CI_API_V4_URL"], secret={"PRIVATE-TOKEN": environ["KAMC_TOKEN"]})
        project, number = environ["CI_PROJECT_ID"], environ["CI_MERGE_REQUEST_IID"]
        return cls(api=api, notes=f"/projects/{project}/merge_requests/{number}/notes")

    def comments(self) -> Iterable[Comment]:
        me = self.api.call("GET", "/user")["id"]
        for one in self.api.every(self.notes):
            ours = (one.get("author") or {}).get("id") == me
            yield Comment(id=one["id"], body=one.get("body") or "", ours=ours)

    def write(self, body: str) -> None:
        self.api.call("POST", self.notes, {"body": body})

    def replace(self, comment: int, body: str) -> None:
        self.api.call("PUT", f"{self.notes}/{comment}", {"body": body})


if __name__ == "__main__":
    sys.exit(main(os.environ))
