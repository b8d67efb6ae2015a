"""`kamc build`."""

import pathlib
from collections.abc import Iterable

import click

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
from kamc.model.fields import Audience
from kamc.report.findings_text import findings_text
from kamc.report.style import Style
from kamc.settings import FORMATS, Settings
from kamc.words import counted
from kamc.workspace import UsageError

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
@click.option("--audience", type=click.Choice(AUDIENCES), help="Who will read it.  [default: team]")
@click.option("--strict", is_flag=True, help="Leave out every plan that does not pass `kamc check`.")
@common
def command(
    words: tuple[str, ...],
    where: tuple[str, ...],
    out: pathlib.Path | None,
    to: str | None,
    audience: str | None,
    strict: bool,
    workspace_dir: pathlib.Path | None,
    as_of: str,
    color: str,
    quiet: bool,
    verbose: bool,  # noqa: ARG001
) -> int:
    """Build the account plan brief of every plan, in Markdown and HTML, with an index.

    A plan whose file is wrong is left out (status 1), and what was built before stays. A draft says so.
    """
    workspace, settings = open_workspace(workspace_dir)
    folder = out or workspace.root / settings.out
    wanted = _wanted(settings, folder, audience, to, strict=strict)
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
    if not quiet:
        briefs = counted(built.plans - len(built.left), "brief")
        say(f"{briefs} for {READERS[wanted.audience]} in {folder}{_left(built)}\n")
    return 3 if built.unread else int(bool(built.left))


def _wanted(
    settings: Settings, folder: pathlib.Path, audience: str | None, to: str | None, *, strict: bool
) -> Wanted:
    """What to build: what the call asks for, else what the settings say."""
    return Wanted(
        audience=Audience[audience.upper()] if audience else settings.audience,
        formats=_formats(to) if to else settings.formats,
        strict=strict,
        standing=frozenset(path.relative_to(folder).as_posix() for path in folder.glob("*/*.*")),
    )


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


def _left(built: Built) -> str:
    return f"; {counted(len(built.left), 'plan')} left out" if built.left else ""
