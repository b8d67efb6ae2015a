"""What somebody asks of a run on a git host: the inputs of the action, the variables of a pipeline."""

from collections.abc import Mapping

import msgspec

from kamc.words import listed
from kamc.workspace import UsageError

BUILDS = ("all", "changed", "none")
TRUTH: Mapping[str, bool] = {"true": True, "false": False}


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """How kamc is to be run. An empty text asks for what kamc does anyway.

    `base` is what a pull request is compared with; without one, there is nothing to review.
    """

    out: str
    workspace: str = "."
    paths: tuple[str, ...] = ()
    base: str = ""
    as_of: str = "commit"
    fail_on: str = "error"
    fail_on_change: str = ""
    only_new: bool = False
    baseline: str = ""
    audience: str = "team"
    build: str = "all"
    to: str = ""


def wishes(environ: Mapping[str, str], *, out: str, base: str, as_of: str) -> Wishes:
    """The wishes that `KAMC_…` variables hold; `base` and `as_of` where they leave them open.

    Raises `UsageError` for a word that is none.
    """

    def said(name: str, usual: str = "") -> str:
        return environ.get(f"KAMC_{name}", "").strip() or usual

    return Wishes(
        out=out,
        workspace=said("WORKSPACE", "."),
        paths=tuple(line.strip() for line in said("PATHS").splitlines() if line.strip()),
        base=said("BASE", base),
        as_of=said("AS_OF", as_of),
        fail_on=said("FAIL_ON", "error"),
        fail_on_change=_word("fail-on-change", said("FAIL_ON_CHANGE", "off"), ("off", "worse", "any")),
        only_new=TRUTH[_word("only-new", said("ONLY_NEW", "false"), TRUTH)],
        baseline=said("BASELINE"),
        audience=said("AUDIENCE", "team"),
        build=_word("build", said("BUILD", "all"), BUILDS),
        to=said("TO"),
    )


def _word(name: str, word: str, known: Mapping[str, bool] | tuple[str, ...]) -> str:
    if word not in known:
        raise UsageError(f"{name} takes {listed(tuple(known), 'or')}, not {word!r}")
    return word
