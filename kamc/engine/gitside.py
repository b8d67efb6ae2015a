"""What git is told of plans: lines of `.gitattributes`, and settings that name our commands.

Each command falls back to what git would do without us: where kamc is not on the PATH of whoever runs git, a
diff is one of lines, and so is a merge.
"""

import datetime as dt
import pathlib
from collections.abc import Iterator, Mapping

from kamc import git
from kamc.diff import diff
from kamc.engine.read import Loaded, read
from kamc.engine.scope import scope
from kamc.files import write_bytes_whole
from kamc.git import GitError
from kamc.model.change import Diff
from kamc.settings import Settings
from kamc.workspace import Source, find

ATTRIBUTES = ".gitattributes"
REMARK = "# Plans are compared and merged by what they mean: `kamc git install` in every clone."
LINES = (
    REMARK,
    "/plans/*/*.yaml diff=kamc merge=kamc",
    "/plans/*/*.yml diff=kamc merge=kamc",
    "/plans/*.yaml merge=kamc",
    "/kamc.yaml merge=kamc",
)
SECTIONS = ("diff.kamc", "merge.kamc")


def settings(kamc: str) -> Mapping[str, str]:
    """The settings of a repository, for a `kamc` that is called like that."""
    lines = "git --no-pager diff --no-index --no-ext-diff --no-textconv"
    by_line = "git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B"
    there = f"command -v {kamc.split(' ', maxsplit=1)[0]} >/dev/null 2>&1"
    return {
        "diff.kamc.textconv": f'f() {{ {kamc} git textconv "$1" 2>/dev/null || cat "$1"; }}; f',
        "diff.kamc.command": (
            f'f() {{ {kamc} git diff-driver "$@" 2>/dev/null || {lines} -- "$2" "$5" || true; }}; f'
        ),
        "merge.kamc.name": "plans, entry by entry and field by field",
        "merge.kamc.driver": (f"if {there}; then {kamc} git merge-driver %O %A %B %L %P; else {by_line}; fi"),
    }


def install(root: pathlib.Path, kamc: str) -> tuple[str, ...]:
    """Tell git of plans; what was written, in words. A second time writes nothing. Raises `GitError`."""
    there = _configured(root)
    wanted = settings(kamc)
    told = [name for name, value in wanted.items() if there.get(name) != value]
    for name in told:
        git.configure(root, name, wanted[name])
    lacking = [line for line in LINES if line not in _lines(root)]
    if lacking:
        text = _text(root)
        gap = "" if not text or text.endswith("\n") else "\n"
        _write(root, text + gap + "".join(f"{line}\n" for line in lacking))
    return (*told, *([ATTRIBUTES] if lacking else []))


def uninstall(root: pathlib.Path) -> tuple[str, ...]:
    """Take back what `install` wrote, and nothing else. Raises `GitError`."""
    told = [name for name in _configured(root) if name in settings("")]
    for name in told:
        git.forget(root, name)
    ours = [line for line in LINES if line in _lines(root)]
    if ours:
        kept = [line for line in _text(root).splitlines(keepends=True) if line.rstrip() not in LINES]
        if kept:
            _write(root, "".join(kept))
        else:
            (root / ATTRIBUTES).unlink()
    return (*told, *([ATTRIBUTES] if ours else []))


def lacking(root: pathlib.Path) -> Iterator[str]:
    """What git does not know of plans here. Raises `GitError`."""
    there = _configured(root)
    yield from (name for name in settings("") if name not in there)
    if any(line not in _lines(root) for line in LINES):
        yield ATTRIBUTES


def _configured(root: pathlib.Path) -> Mapping[str, str]:
    if git.root(root) is None:
        raise GitError("this is not a git repository: `git init` makes one")
    return {name: value for section in SECTIONS for name, value in git.configured(root, section).items()}


def _text(root: pathlib.Path) -> str:
    file = root / ATTRIBUTES
    return file.read_bytes().decode("utf-8", errors="surrogateescape") if file.exists() else ""


def _write(root: pathlib.Path, text: str) -> None:
    write_bytes_whole(root / ATTRIBUTES, text.encode("utf-8", errors="surrogateescape"))


def _lines(root: pathlib.Path) -> frozenset[str]:
    return frozenset(line.rstrip() for line in _text(root).splitlines())


def plain(content: bytes) -> Loaded | None:
    """A plan that git holds out to us; nothing where part of what it says would not be told."""
    loaded = read(Source(path="plan.yaml", kind="plan"), content)
    return loaded if loaded.readable and not loaded.document.faults and not loaded.unfit else None


def changes(path: pathlib.Path, old: bytes, new: bytes) -> Diff | None:
    """What changed in the plan at a path between two contents; nothing where it cannot all be told."""
    before, after = plain(old), plain(new)
    if before is None or after is None:
        return None
    shared = scope(find(path.parent), Settings(), dt.date.max).shared  # no rule is asked, so the day is none
    return diff(before.plan, after.plan, shared)
