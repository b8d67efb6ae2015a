"""One run on a git host: check, review, build, whatever the one before came to; then what they came to."""

import json
import pathlib
from collections.abc import Callable, Iterator, Mapping

from kamc.hosts.calls import Answer, Call, answer, build, check, review
from kamc.hosts.wishes import Wishes

STATUS = "status.json"
CHECK, REVIEW = "check.md", "review.md"
REVIEW_DATA, REVIEW_WHOLE = "review.json", "review.txt"
NOT_REVIEWED = "not-reviewed.txt"
"""Why there is no review, where there should be one."""


def run(
    wishes: Wishes, form: str, files: Mapping[str, str], tell: Callable[[Call, Answer], None]
) -> dict[str, int]:
    """The status of each verb; `tell` prints what one said. They stand in the file `STATUS`, too."""
    out = pathlib.Path(wishes.out)
    out.mkdir(parents=True, exist_ok=True)
    statuses: dict[str, int] = {}
    for call in _calls(wishes, form, files):
        said = answer(call)
        tell(call, said)
        statuses[call.verb] = said.status
        if call.verb == "review" and not (out / REVIEW).exists():
            (out / NOT_REVIEWED).write_text(said.err, encoding="utf-8")
    return record(out, statuses)


def record(out: pathlib.Path, statuses: dict[str, int]) -> dict[str, int]:
    """The statuses, once they stand in the folder of the outputs."""
    out.mkdir(parents=True, exist_ok=True)
    (out / STATUS).write_text(json.dumps(statuses, indent=2) + "\n", encoding="utf-8")
    return statuses


def _calls(wishes: Wishes, form: str, files: Mapping[str, str]) -> Iterator[Call]:
    yield check(wishes, form, {**files, "markdown": CHECK})
    found = (review(wishes, {"markdown": REVIEW, "json": REVIEW_DATA, "text": REVIEW_WHOLE}), build(wishes))
    yield from (one for one in found if one is not None)


def has_news(out: pathlib.Path) -> bool:
    """Whether a review has something to say: a plan that a pull request touches, or a fault."""
    try:
        data = json.loads((out / REVIEW_DATA).read_text(encoding="utf-8"))
        return bool(data["plans"])
    except (OSError, ValueError, KeyError):
        return True


def reviewed(out: pathlib.Path) -> str | None:
    """The review as it would be commented; `None` where there is none."""
    try:
        return (out / REVIEW).read_text(encoding="utf-8")
    except OSError:
        return None
