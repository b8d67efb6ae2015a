"""`kamc git`."""

import difflib
import os
import pathlib
import shutil

import click

from kamc.commands.common import open_workspace, remark, say, style
from kamc.report.source import shown
from kamc.words import listed

MARKER = 7
"""How long conflict markers are where git does not say."""
WHOLE = 7
"""The words that git gives a diff driver; of a file that was moved it says more, of one in conflict less."""
workspace_option = click.option(
    "--workspace",
    "workspace_dir",
    metavar="DIR",
    type=click.Path(path_type=pathlib.Path),
    help="The workspace, if not the one around this folder.",
)


@click.group("git")
def command() -> None:
    """Let git compare and merge plans by what they mean.

    After `kamc git install`, `git diff` tells what changed in a plan as `kamc diff` does, `git show` and
    `git log -p` compare facts instead of lines, and merge, rebase and cherry-pick join two branches' edits of
    a plan field by field. Textconv, diff-driver and merge-driver are called by git itself.
    """


@command.command("install")
@click.option(
    "--command", "kamc", metavar="COMMAND", default="kamc", show_default=True, help="How git calls kamc."
)
@workspace_option
def install(kamc: str, workspace_dir: pathlib.Path | None) -> int:
    """Write .gitattributes (commit it) and this clone's settings (each clone needs its own).

    What else stands there stays, and a second time changes nothing.
    """
    from kamc.engine import gitside

    workspace, _ = open_workspace(workspace_dir)
    told = gitside.install(workspace.root, kamc)
    say(f"written: {', '.join(told)}\n" if told else "git knows already: nothing to write\n")
    if gitside.ATTRIBUTES in told:
        remark(f"commit {gitside.ATTRIBUTES}; everybody else runs `kamc git install` once in their clone")
    if shutil.which(kamc.split(" ", maxsplit=1)[0]) is None:
        remark(f"{kamc} is not on the PATH: until it is, git compares and merges by lines")
    return 0


@command.command("uninstall")
@workspace_option
def uninstall(workspace_dir: pathlib.Path | None) -> int:
    """Take back what `install` wrote, and nothing else."""
    from kamc.engine import gitside

    workspace, _ = open_workspace(workspace_dir)
    told = gitside.uninstall(workspace.root)
    say(
        f"taken back: {', '.join(told)}\n"
        if told
        else "git knows nothing of plans here: nothing to take back\n"
    )
    return 0


@command.command("status")
@workspace_option
def status(workspace_dir: pathlib.Path | None) -> int:
    """Say whether git compares and merges plans by what they mean here. Status 1: it does not."""
    from kamc.engine import gitside

    workspace, _ = open_workspace(workspace_dir)
    lacking = tuple(gitside.lacking(workspace.root))
    say(
        f"missing: {', '.join(lacking)}; `kamc git install` writes what is missing\n"
        if lacking
        else "git compares and merges plans by what they mean\n"
    )
    return int(bool(lacking))


@command.command("textconv")
@click.argument("file", type=click.Path(path_type=pathlib.Path))
def textconv(file: pathlib.Path) -> int:
    """Print a plan as facts, one a line, for git to compare; what cannot be read is printed as it is."""
    content = file.read_bytes()
    try:
        from kamc.engine import gitside
        from kamc.report.plan_lines import plan_lines

        loaded = gitside.plain(content)
        text = plan_lines(loaded.plan) if loaded else None
    except Exception:  # noqa: BLE001 - git must show a diff, whatever happens
        text = None
    say(content.decode("utf-8", errors="replace") if text is None else text)
    return 0


@command.command("diff-driver")
@click.argument("words", metavar="PATH OLD HEX MODE NEW HEX MODE", nargs=-1)
def diff_driver(words: tuple[str, ...]) -> int:
    """Print what changed in one file, as git asks for it. The status is 0 in any case."""
    if len(words) < WHOLE:
        say(f"{''.join(words[:1])}: both sides have changed it, and it is not merged yet\n")
        return 0
    old, new = (pathlib.Path(words[place]).read_bytes() for place in (1, 4))
    path = words[7] if len(words) > WHOLE else words[0]
    heading = " → ".join(dict.fromkeys((words[0], path)))
    try:
        text = _by_meaning(path, old, new)
    except Exception:  # noqa: BLE001 - git must show a diff, whatever happens
        text = ""
    say(f"{shown(heading)}\n{text or _by_lines(path, old, new)}\n")
    return 0


def _by_meaning(path: str, old: bytes, new: bytes) -> str:
    """What changed in a plan; empty where it cannot be told, or where only layout and comments did."""
    from kamc.engine import gitside
    from kamc.report.changes_text import changes_text

    found = gitside.changes(pathlib.Path.cwd() / path, old, new)
    paged = os.environ.get("GIT_PAGER_IN_USE") == "true" and not os.environ.get("NO_COLOR")
    return (
        changes_text(found, style("always" if paged else "auto"), verbose=True)
        if found and found.changes
        else ""
    )


def _by_lines(path: str, old: bytes, new: bytes) -> str:
    """What changed, line by line."""
    before, after = (content.decode("utf-8", errors="replace").splitlines() for content in (old, new))
    lines = difflib.unified_diff(before, after, f"a/{path}", f"b/{path}", lineterm="")
    return "".join(f"{shown(line)}\n" for line in lines)


@command.command("merge-driver")
@click.argument("base", type=click.Path(path_type=pathlib.Path))
@click.argument("ours", type=click.Path(path_type=pathlib.Path))
@click.argument("theirs", type=click.Path(path_type=pathlib.Path))
@click.argument("marker", type=int, default=MARKER)
@click.argument("path", default="")
def merge_driver(base: pathlib.Path, ours: pathlib.Path, theirs: pathlib.Path, marker: int, path: str) -> int:
    """Merge two branches' edits of one file into OURS, as git asks for it. Status 1: conflicts are left.

    What one side changed is taken over, byte for byte with its comments; where both changed the same field,
    conflict markers stand around the entry or field. A file that cannot be read is merged line by line.
    """
    from kamc import git
    from kamc.merge import Unmergeable

    name = shown(path or str(ours))
    try:
        return _merged(name, (base, ours, theirs), marker)
    except Exception as fault:  # noqa: BLE001 - an edit must not be lost, whatever happens
        why = str(fault) if isinstance(fault, Unmergeable) else "kamc cannot take it apart"
        remark(f"{name} is merged by lines: {why}")
        return min(1, git.merge_file((str(ours), str(base), str(theirs)), marker))


def _merged(name: str, paths: tuple[pathlib.Path, pathlib.Path, pathlib.Path], marker: int) -> int:
    """Merge by meaning, and tell where both sides changed the same thing. Raises `Unmergeable`."""
    from kamc.engine.merging import merged
    from kamc.files import rewrite

    base, ours, theirs = (path.read_bytes() for path in paths)
    found = merged(name, base, ours, theirs, marker)
    rewrite(paths[1], found.content)
    if found.conflicts:
        places = [shown("/".join(map(str, at))) for at in found.conflicts]
        remark(f"{name}: both sides changed {listed(places, 'and')}")
    return int(bool(found.conflicts))
