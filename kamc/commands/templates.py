"""`kamc templates`."""

import pathlib

import click

from kamc.brief.book import BRIEFS
from kamc.commands.common import common, open_workspace, say, unwritable
from kamc.files import write_whole
from kamc.render.templates import BRIEF_ENDS, Templates
from kamc.render.templates import BRIEFS as KIND
from kamc.words import did_you_mean, nearest
from kamc.workspace import TEMPLATES, UsageError

OURS, OWN = "ours", "of this workspace"


@click.command("templates")
@click.option(
    "--copy",
    "names",
    metavar="NAME",
    multiple=True,
    help="Copy one into the workspace, to be changed there: a name as it is listed, or that of a brief.",
)
@common
def command(
    names: tuple[str, ...],
    workspace_dir: pathlib.Path | None,
    as_of: str,  # noqa: ARG001
    color: str,  # noqa: ARG001
    quiet: bool,
    verbose: bool,  # noqa: ARG001
) -> int:
    """List the templates that briefs are made from, or copy some into the workspace.

    What lies in the workspace's folder templates/ wins over ours, file by file; a file that is there is never
    overwritten. A file briefs/NAME.md.j2 of a new name is one brief more.
    """
    workspace, _ = open_workspace(workspace_dir)
    templates = Templates(workspace.root / TEMPLATES if workspace.marked else None)
    if not names:
        say(_listed(templates))
        return 0
    if templates.own is None:
        raise UsageError("templates are copied into a workspace: there is no kamc.yaml here or above")
    for name in dict.fromkeys(map(_meant, names)):
        _copy(templates, templates.own, name)
        if not quiet:
            say(f"{TEMPLATES}/{name}\n")
    return 0


def _listed(templates: Templates) -> str:
    """Every template, one a line, and whose it is."""
    names = sorted({*templates.ours(), *templates.owned()})
    wide = max(map(len, names)) + 2
    owned = set(templates.owned())
    return "".join(f"{name:<{wide}}{OWN if name in owned else OURS}\n" for name in names)


def _meant(name: str) -> str:
    """The template that a name means: as it is listed, or that of a brief."""
    ours = Templates().ours()
    short = {one.name: f"{KIND}/{one.name}{BRIEF_ENDS}" for one in BRIEFS}
    found = short.get(name, name.removeprefix(f"{TEMPLATES}/"))
    if found not in ours:
        raise UsageError(f"we have no template {name!r}{did_you_mean(nearest(name, (*ours, *short)))}")
    return found


def _copy(templates: Templates, folder: pathlib.Path, name: str) -> None:
    """Raises `UsageError` where the workspace has one of that name, or it cannot be written."""
    target = folder / name
    if target.exists():
        raise UsageError(f"{TEMPLATES}/{name} is there already, and stays as it is")
    try:
        write_whole(target, templates.text(name))
    except OSError as fault:
        raise unwritable(target, fault) from None
