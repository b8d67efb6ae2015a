"""`kamc build`."""

import pathlib
from collections.abc import Iterable

import click

from kamc.brief.book import BRIEFS, NO_BRIEFS, Brief, own
from kamc.commands.choose import chosen
from kamc.commands.common import (
    common,
    day,
    open_workspace,
    remark,
    say,
    style,
    unwritable,
    where_option,
    words_argument,
)
from kamc.engine.build import Built, Wanted, build, write
from kamc.engine.read import Loaded
from kamc.engine.scope import scope
from kamc.engine.withheld import Withheld
from kamc.model.fields import Audience
from kamc.render import Templates
from kamc.report.findings_text import findings_text
from kamc.report.style import Style
from kamc.settings import FORMATS
from kamc.words import counted, did_you_mean, listed, nearest
from kamc.workspace import TEMPLATES, UsageError, Workspace

AUDIENCES = tuple(one.word for one in Audience)
READERS = {
    Audience.PRIVATE: "the account manager and sponsor",
    Audience.TEAM: "the team",
    Audience.CUSTOMER: "the customer",
}


@click.command("build")
@words_argument
@where_option
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=pathlib.Path, file_okay=False),
    help="Where to write; dist, unless the settings say otherwise.",
)
@click.option("--to", "to", metavar="FORMAT[,…]", help="What to write: md, html or both.  [default: md,html]")
@click.option(
    "--brief",
    "names",
    metavar="NAME[,…]",
    multiple=True,
    help="Only these briefs.  [default: all that the audience may read]",
)
@click.option("--audience", type=click.Choice(AUDIENCES), help="Who will read it.  [default: team]")
@click.option("--strict", is_flag=True, help="Leave out every plan that does not pass `kamc check`.")
@common
def command(
    words: tuple[str, ...],
    where: tuple[str, ...],
    out: pathlib.Path | None,
    to: str | None,
    names: tuple[str, ...],
    audience: str | None,
    strict: bool,
    workspace_dir: pathlib.Path | None,
    as_of: str,
    color: str,
    quiet: bool,
    verbose: bool,
) -> int:
    """Build the briefs of every plan, in Markdown and HTML, with an index.

    They lie in DIR/AUDIENCE/ACCOUNT/QUARTER/. A plan whose file is wrong is left out (status 1), and what was
    built before stays. A draft says so. What the readers may not see is left out without a word to them; the
    last line counts it, -v names it.
    """
    workspace, settings = open_workspace(workspace_dir)
    reader = Audience[audience.upper()] if audience else settings.audience
    folder = (out or workspace.root / settings.out) / reader.word
    wanted = Wanted(
        audience=reader,
        formats=_formats(to) if to else settings.formats,
        briefs=_briefs(_templates(workspace), names, reader),
        templates=_templates(workspace),
        strict=strict,
        standing=frozenset(path.relative_to(folder).as_posix() for path in folder.glob("*/*/*.*")),
    )
    made = scope(workspace, settings, day(as_of, workspace))
    loaded = chosen(made, words, where)
    if loaded is None:
        remark("nothing has changed there: nothing to build")
        return 0
    if not any(one.source.kind == "plan" for one in loaded):
        raise UsageError("there is no plan among these files: nothing to build")
    built = build(made, loaded, wanted)
    _write(built, folder)
    _tell_left(built, loaded, style(color))
    for fault in built.faults:
        remark(f"{TEMPLATES}/{fault}; the other briefs were built")
    if not quiet:
        plans = counted(built.plans - len(built.left), "plan")
        say(f"briefs of {plans} for {READERS[reader]} in {folder}{_left(built)}{_withheld(built.withheld)}\n")
        if verbose:
            _tell_withheld(built.withheld, READERS[reader])
    return _status(built)


def _templates(workspace: Workspace) -> Templates:
    """The templates of a run: the workspace's win over ours."""
    return Templates(workspace.root / TEMPLATES if workspace.marked else None)


def _briefs(templates: Templates, names: Iterable[str], audience: Audience) -> tuple[Brief, ...]:
    """The briefs that are asked for, else all that there are, the workspace's own ones last."""
    ours = {one.name: one for one in BRIEFS}
    there = ours | {name: own(name) for name in templates.own_briefs() if name not in {*ours, *NO_BRIEFS}}
    wanted = tuple(dict.fromkeys(part.strip() for name in names for part in name.split(",")))
    for name in wanted:
        if name not in there:
            near = did_you_mean(nearest(name, there), listed(tuple(there)))
            raise UsageError(f"there is no brief {name!r}{near}")
        if audience not in there[name].audiences:
            raise UsageError(f"the brief {name} is not for {READERS[audience]}")
    return tuple(there[name] for name in wanted) or tuple(there.values())


def _status(built: Built) -> int:
    """The exit status of a build: what went most wrong."""
    if built.faults:
        return 2
    return 3 if built.unread else int(bool(built.left))


def _tell_left(built: Built, loaded: Iterable[Loaded], how: Style) -> None:
    """Why plans were left out."""
    texts = {one.source.path: one.document.text for one in loaded}
    for left in built.left:
        click.echo(findings_text(left.diagnostics, texts, how), err=True, nl=False)
        remark(f"{left.path} was left out")


def _formats(text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(part.strip() for part in text.split(",")))
    for name in names:
        if name not in FORMATS:
            raise UsageError(f"--to knows {' and '.join(FORMATS)}, not {name!r}")
    return names


def _write(built: Built, folder: pathlib.Path) -> None:
    try:
        write(built, folder)
    except OSError as fault:
        raise unwritable(folder, fault) from None


def _withheld(held: Withheld) -> str:
    """What its readers may not see, counted."""
    counts = (
        counted(len(held.briefs), "brief") if held.briefs else "",
        counted(len(held.facts), "kind of fact", "kinds of facts") if held.facts else "",
    )
    if not held:
        return ""
    verb = "is" if len(held.briefs) + len(held.facts) == 1 else "are"
    return f"; {listed(tuple(filter(None, counts)), 'and')} {verb} not for them (-v names them)"


def _tell_withheld(held: Withheld, reader: str) -> None:
    """What its readers may not see, by name."""
    if held.briefs:
        remark(f"briefs that are not for {reader}: {listed(held.briefs, 'and')}")
    if held.facts:
        remark(f"facts that are not for {reader}: {listed(held.facts, 'and')}")


def _left(built: Built) -> str:
    return f"; {counted(len(built.left), 'plan')} left out" if built.left else ""
