"""`kamc build`."""

import pathlib
from collections.abc import Iterable, Iterator, Sequence

import click

from kamc.brief.book import BRIEFS, NO_BRIEFS, PORTFOLIO, US, Brief, own
from kamc.brief.speech import is_known
from kamc.commands.choose import chosen, chosen_plans
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
from kamc.engine.build import Built, Wanted, build, write, written
from kamc.engine.portfolio_brief import portfolio_brief, streamed
from kamc.engine.read import Loaded
from kamc.engine.scope import Scope, scope
from kamc.model.fields import Audience
from kamc.render import Templates, WrongTemplateError
from kamc.report.findings_text import findings_text
from kamc.report.style import Style
from kamc.settings import FORMATS
from kamc.words import counted, did_you_mean, listed, nearest
from kamc.workspace import SETTINGS, TEMPLATES, Source, UsageError, Workspace

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
    verbose: bool,  # noqa: ARG001
) -> int:
    """Build the briefs of every plan, in Markdown and HTML, with an index.

    They lie in DIR/AUDIENCE/ACCOUNT/QUARTER/. The brief `portfolio`, over all accounts, lies beside the
    index; it is made where every account is built, and never for a customer. A plan whose file is wrong is
    left out (status 1), and what was built before stays. A draft says so.
    """
    workspace, settings = open_workspace(workspace_dir)
    reader = Audience[audience.upper()] if audience else settings.audience
    if settings.locale and not is_known(settings.locale):
        raise UsageError(f"{SETTINGS}: there is no locale {settings.locale}")
    folder = (out or workspace.root / settings.out) / reader.word
    asked = tuple(dict.fromkeys(part.strip() for name in names for part in name.split(",")))
    wanted = Wanted(
        audience=reader,
        formats=_formats(to) if to else settings.formats,
        briefs=_briefs(_templates(workspace), asked, reader),
        portfolio=PORTFOLIO in asked if asked else None,
        templates=_templates(workspace),
        strict=strict,
        standing=frozenset(_standing(folder)),
    )
    made = scope(workspace, settings, day(as_of, workspace))
    if asked == (PORTFOLIO,):
        return _portfolio(made, wanted, chosen_plans(made, words, where), folder, quiet=quiet)
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
        say(f"briefs of {plans} for {READERS[wanted.audience]} in {folder}{_left(built)}\n")
    return _status(built)


def _portfolio(
    made: Scope, wanted: Wanted, sources: Iterable[Source] | None, folder: pathlib.Path, *, quiet: bool
) -> int:
    """The portfolio alone: plans are read one after the other, and none is held."""
    if sources is None:
        remark("nothing has changed there: nothing to build")
        return 0
    try:
        found = portfolio_brief(made, streamed(made, sources), wanted.audience, wanted.templates)
    except WrongTemplateError as fault:
        raise UsageError(f"{TEMPLATES}/{fault}") from None
    outputs = tuple(written(found.document, wanted.formats))
    _write(Built(outputs=outputs, left=(), plans=found.accounts, unread=bool(found.unread)), folder)
    for path in found.unread:
        remark(f"{path} cannot be read, so its account is not in the portfolio; kamc check {path} says why")
    if not quiet:
        accounts = counted(found.accounts, "account")
        say(f"portfolio of {accounts} for {READERS[wanted.audience]} in {folder}\n")
    return 3 if found.unread else 0


def _standing(folder: pathlib.Path) -> Iterator[str]:
    """The documents that stand from earlier builds: those of plans, and the portfolio."""
    for pattern in ("*/*/*.*", f"{PORTFOLIO}.*"):
        yield from (path.relative_to(folder).as_posix() for path in folder.glob(pattern))


def _templates(workspace: Workspace) -> Templates:
    """The templates of a run: the workspace's win over ours."""
    return Templates(workspace.root / TEMPLATES if workspace.marked else None)


def _briefs(templates: Templates, wanted: Sequence[str], audience: Audience) -> tuple[Brief, ...]:
    """The briefs that are asked for, else all that there are, the workspace's own ones last."""
    ours = {one.name: one for one in BRIEFS}
    there = ours | {name: own(name) for name in templates.own_briefs() if name not in {*ours, *NO_BRIEFS}}
    readers = {name: one.audiences for name, one in there.items()} | {PORTFOLIO: US}
    for name in wanted:
        if name not in readers:
            near = did_you_mean(nearest(name, readers), f"; there are {listed(tuple(readers), 'and')}")
            raise UsageError(f"there is no brief {name!r}{near}")
        if audience not in readers[name]:
            raise UsageError(f"the brief {name} is not for {READERS[audience]}")
    return tuple(there[name] for name in wanted if name != PORTFOLIO) if wanted else tuple(there.values())


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


def _left(built: Built) -> str:
    return f"; {counted(len(built.left), 'plan')} left out" if built.left else ""
