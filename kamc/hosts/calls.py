"""The calls of kamc that a run on a git host consists of, and what they come to together."""

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from kamc.hosts.wishes import Wishes

ORDER = (130, 4, 2, 3, 1, 0)
"""Of several statuses, the one that counts: what the contract of the command line says."""
HIDDEN = "TOKEN"
"""How the variables end that no template and no rule of a house's own gets to see."""


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """A call of kamc: its verb and everything behind it."""

    verb: str
    arguments: tuple[str, ...]


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a call printed, and its exit status."""

    status: int
    out: str
    err: str


def check(wishes: Wishes, form: str, files: Mapping[str, str]) -> Call:
    """Check the plans; `files` are the reports to write, by format, named from `wishes.out`."""
    reports = (f"--output-file={name}={wishes.out}/{path}" for name, path in files.items())
    options = (f"--format={form}", f"--fail-on={wishes.fail_on}", *reports)
    since = (f"--since={wishes.base}",) if wishes.only_new and wishes.base else ()
    return _call("check", wishes, (*options, *since, *_unless_off("--baseline", wishes.baseline)))


def review(wishes: Wishes, files: Mapping[str, str]) -> Call | None:
    """Tell what a pull request changes, where there is something to compare with."""
    if not wishes.base:
        return None
    reports = (f"--output-file={name}={wishes.out}/{path}" for name, path in files.items())
    fails = (f"--fail-on={wishes.fail_on}", *_unless_off("--fail-on-change", wishes.fail_on_change))
    options = (f"--base={wishes.base}", f"--audience={wishes.audience}", *fails, *reports)
    return _call("review", wishes, options)


def _unless_off(option: str, word: str) -> tuple[str, ...]:
    return () if word in {"", "off"} else (f"{option}={word}",)


def build(wishes: Wishes) -> Call | None:
    """Build the packs into a folder `briefs`, where that is wanted."""
    if wishes.build == "none":
        return None
    narrow = wishes.build == "changed" and wishes.base
    changed = (f"--where=changed:{wishes.base}",) if narrow else ()
    options = (f"--out={wishes.out}/briefs", f"--audience={wishes.audience}", *_unless_off("--to", wishes.to))
    return _call("build", wishes, (*options, *changed))


def _call(verb: str, wishes: Wishes, options: Sequence[str]) -> Call:
    shared = (f"--workspace={wishes.workspace}", f"--as-of={wishes.as_of}")
    return Call(verb=verb, arguments=(*shared, *options, "--", *wishes.paths))


def answer(call: Call) -> Answer:
    """Run a call as a process of its own, without a shell, and without a token."""
    environment = {name: value for name, value in os.environ.items() if not name.endswith(HIDDEN)}
    done = subprocess.run(
        (sys.executable, "-P", "-m", "kamc", call.verb, *call.arguments),
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return Answer(status=done.returncode, out=done.stdout, err=done.stderr)


def worst(statuses: Iterable[int]) -> int:
    """The status of several calls together; one that is none of kamc's is a fault of kamc's."""
    found = {status if status in ORDER else 4 for status in statuses}
    return next((status for status in ORDER if status in found), 0)
