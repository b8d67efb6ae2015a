"""`kamc build`."""

import pathlib
from collections.abc import Iterable, Sequence

import click

from kamc.brief.book import BRIEFS, NO_BRIEFS, PORTFOLIO, US, Brief, own
from kamc.commands.choose import STDIN, chosen, chosen_plans
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
from kamc.engine.manifest import Manifest, read_manifest
from kamc.engine.pack import Wanted
from kamc.engine.packs import Chosen, Done, build_into, source_of
from kamc.engine.papers import house
from kamc.engine.scope import Scope, scope
from kamc.engine.verify import verify
from kamc.engine.withheld import Withheld
from kamc.engine.zipped import zipped
from kamc.files import write_bytes_whole
from kamc.model.fields import Audience
from kamc.render import Templates, comes_as, ready, templates_in
from kamc.render.logo import WrongLogoError, data_address
from kamc.report.findings_text import findings_text
from kamc.report.style import Style
from kamc.settings import EVERY_FORMAT, Settings
from kamc.speech import is_known
from kamc.words import counted, did_you_mean, listed, nearest
from kamc.workspace import SETTINGS, TEMPLATES, UsageError, Workspace

AUDIENCES = tuple(one.word for one in Audience)
READERS = {
    Audience.PRIVATE: "the account manager and sponsor",
    Audience.TEAM: "the team",
    Audience.CUSTOMER: "the customer",
}

MOST_LETTERS = 12


@click.command("build")
@words_argument
@where_option
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=pathlib.Path, file_okay=False),
    help="Where to write; dist, unless the settings say otherwise.",
)
@click.option(
    "--to",
    "to",
    metavar="FORMAT[,…]",
    help=f"What to write: {listed(EVERY_FORMAT, 'or')}, or several.  [default: md,html]",
)
@click.option(
    "--brief",
    "names",
    metavar="NAME[,…]",
    multiple=True,
    help="Only these briefs.  [default: all that the audience may read]",
)
@click.option("--audience", type=click.Choice(AUDIENCES), help="Who will read it.  [default: team]")
@click.option("--strict", is_flag=True, help="Leave out every plan that does not pass `kamc check`.")
@click.option("--pack", "packed", is_flag=True, help="Put each account's pack into a zip, to hand over.")
@click.option(
    "--verify",
    "verifying",
    is_flag=True,
    help="Build nothing: say whether the packs are as they were built, and still what would be built.",
)
@common
def command(
    words: tuple[str, ...],
    where: tuple[str, ...],
    out: pathlib.Path | None,
    to: str | None,
    names: tuple[str, ...],
    audience: str | None,
    strict: bool,
    packed: bool,
    verifying: bool,
    workspace_dir: pathlib.Path | None,
    as_of: str,
    color: str,
    quiet: bool,
    verbose: bool,
) -> int:
    """Build the briefs of every plan, in Markdown and HTML, with an index; as PDF where that is asked for.

    They lie in DIR/AUDIENCE/ACCOUNT/QUARTER/; what did not change is not built again. A plan whose file is
    wrong is left out (status 1), and what was built before stays. A draft says so. DIR/AUDIENCE/manifest.json
    tells what was made from what. Where every account is built, the brief `portfolio` over all of them lies
    beside the index; a customer gets none. What the readers may not see is left out without a word to them;
    the last line counts it, -v names it.
    """
    workspace, settings = open_workspace(workspace_dir)
    if settings.locale and not is_known(settings.locale):
        raise UsageError(f"{SETTINGS}: there is no locale {settings.locale}")
    wanted = _wanted(workspace, settings, audience, to, names, strict=strict)
    folder = (out or workspace.root / settings.out) / wanted.audience.word
    made = scope(workspace, settings, day(as_of, workspace))
    if verifying:
        return _verify(folder, made, wanted, quiet=quiet)
    plans = _plans(made, words, where)
    if plans is None:
        remark("nothing has changed there: nothing to build")
        return 0
    try:
        done = build_into(folder, made, plans, wanted)
        if packed:
            _zip(folder, done.manifest, plans)
    except OSError as fault:
        raise unwritable(folder, fault) from None
    _tell(done, style(color))
    if not quiet:
        say(f"{_count(done)} for {READERS[wanted.audience]} in {folder}{_left(done)}{_withheld(done)}\n")
        if verbose:
            _tell_withheld(done.withheld, READERS[wanted.audience])
    return _status(done)


def _wanted(
    workspace: Workspace,
    settings: Settings,
    audience: str | None,
    to: str | None,
    names: Iterable[str],
    *,
    strict: bool,
) -> Wanted:
    """What to build: what the call asks for, else what the settings say."""
    reader = Audience[audience.upper()] if audience else settings.audience
    found = templates_in(workspace.root / TEMPLATES if workspace.marked else None)
    asked = tuple(dict.fromkeys(part.strip() for name in names for part in name.split(",")))
    wanted = Wanted(
        audience=reader,
        formats=_formats(to) if to else settings.formats,
        briefs=_briefs(found, asked, reader),
        portfolio=PORTFOLIO in asked if asked else None,
        templates=found,
        house=house(workspace, settings),
        strict=strict,
        logo=_logo(workspace, settings.logo),
    )
    ready(wanted.formats)
    made = [*(brief.name for brief in wanted.readable), *([PORTFOLIO] if wanted.portfolio else ())]
    if not any(comes_as(name, form) for name in made for form in wanted.formats):
        raise UsageError(f"no brief that is asked for comes as {listed(wanted.formats, 'or')}")
    return wanted


def _logo(workspace: Workspace, named: str | None) -> str:
    """The house's logo, to be put into pages. Raises `UsageError` where it is missing or none."""
    if named is None:
        return ""
    path = (workspace.root / named).resolve()
    wrong = f"{SETTINGS}: brand.logo names {named!r}"
    if not path.is_relative_to(workspace.root.resolve()):
        raise UsageError(f"{wrong}: it does not lie in this workspace")
    try:
        return data_address(path)
    except OSError as fault:
        raise UsageError(f"{wrong}: {(fault.strerror or 'it cannot be read').lower()}") from None
    except WrongLogoError as fault:
        raise UsageError(f"{wrong}: {fault}") from None


def _plans(made: Scope, words: tuple[str, ...], where: tuple[str, ...]) -> tuple[Chosen, ...] | None:
    """The plans to build; `None` where only what changed was asked for, and nothing did."""
    if STDIN not in words:
        return chosen_plans(made, words, where)
    loaded = chosen(made, words, where)
    return None if loaded is None else tuple(one for one in loaded if one.source.kind == "plan")


def _briefs(found: Templates, wanted: Sequence[str], audience: Audience) -> tuple[Brief, ...]:
    """The briefs that are asked for, else all that there are, the workspace's own ones last."""
    ours = {one.name: one for one in BRIEFS}
    there = ours | {name: own(name) for name in found.own_briefs() if name not in {*ours, *NO_BRIEFS}}
    readers = {name: one.audiences for name, one in there.items()} | {PORTFOLIO: US}
    for name in wanted:
        if name not in readers:
            near = did_you_mean(nearest(name, readers), f"; the briefs are {listed(tuple(readers), 'and')}")
            raise UsageError(f"there is no brief {name!r}{near}")
        if audience not in readers[name]:
            raise UsageError(f"the brief {name} is not for {READERS[audience]}")
    return tuple(there[name] for name in wanted if name != PORTFOLIO) if wanted else tuple(there.values())


def _formats(text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(part.strip() for part in text.split(",")))
    for name in names:
        if name not in EVERY_FORMAT:
            raise UsageError(f"--to knows {listed(EVERY_FORMAT, 'and')}, not {name!r}")
    return names


def _verify(folder: pathlib.Path, made: Scope, wanted: Wanted, *, quiet: bool) -> int:
    """Status 0: all is as it was built, and up to date; 1: it is not; 2: nothing was built there."""
    manifest = read_manifest(folder)
    if manifest is None:
        raise UsageError(f"nothing was built in {folder}: it has no manifest")
    verdict = verify(folder, made, wanted, manifest)
    for path in verdict.touched:
        say(f"{path}: not what was built, or not there\n")
    for name in verdict.stale:
        say(f"{name}: out of date\n")
    if verdict and not quiet:
        say(f"{counted(verdict.packs, 'pack')} in {folder}: as built, and up to date\n")
    return int(not verdict)


def _zip(folder: pathlib.Path, manifest: Manifest, plans: Iterable[Chosen]) -> None:
    """A zip beside the folder of each account that was asked for."""
    for account in sorted({source_of(one).account or "" for one in plans}):
        paths = {path for one in manifest.packs if one.account == account for path in one.outputs}
        paths |= {path for path in manifest.outputs if path.startswith(f"{account}/")}
        if paths:
            write_bytes_whole(folder / f"{account}.zip", zipped(folder, paths))


def _tell(done: Done, how: Style) -> None:
    """Why plans were left out, and which templates are wrong."""
    for left in done.left:
        click.echo(findings_text(left.diagnostics, {left.path: left.text}, how), err=True, nl=False)
        remark(f"{left.path} was left out")
    for path in sorted(set(done.unread) - {left.path for left in done.left}):
        remark(f"{path} cannot be read, so its account is not in the portfolio; kamc check {path} says why")
    for fault in done.faults:
        remark(f"{TEMPLATES}/{fault}; the other briefs were built")
    for pack, letters in done.unset.items():
        remark(
            f"{pack}: no font for PDF has {_letters(letters)}, which stand as empty boxes: put one that has "
            f"them into the folder that brand.fonts in {SETTINGS} names"
        )


def _letters(letters: str) -> str:
    """The first of some letters."""
    found = "".join(dict.fromkeys(letters))
    return found if len(found) <= MOST_LETTERS else f"{found[:MOST_LETTERS]}…"


def _status(done: Done) -> int:
    """The exit status of a build: what went most wrong."""
    if done.faults:
        return 2
    unread = bool(done.unread) or any(not one.readable for one in done.left)
    return 3 if unread else int(bool(done.left))


def _count(done: Done) -> str:
    across = "" if done.accounts is None else f"portfolio of {counted(done.accounts, 'account')}"
    if across and not done.built + done.stood + len(done.left):
        return across
    stood = f" ({done.stood} as they stood)" if done.stood else ""
    told = f"briefs of {counted(done.built + done.stood, 'plan')}{stood}"
    return f"{told} and the {across}" if across else told


def _withheld(done: Done) -> str:
    """What its readers may not see, counted."""
    held = done.withheld
    briefs = counted(len(held.briefs), "brief") if held.briefs else ""
    facts = counted(len(held.facts), "kind of fact", "kinds of facts") if held.facts else ""
    verb = "is" if len(held.briefs) + len(held.facts) == 1 else "are"
    told = listed([one for one in (briefs, facts) if one], "and")
    return f"; {told} {verb} not for them (-v names them)" if told else ""


def _tell_withheld(held: Withheld, reader: str) -> None:
    """What its readers may not see, by name."""
    if held.briefs:
        remark(f"briefs that are not for {reader}: {listed(held.briefs, 'and')}")
    if held.facts:
        remark(f"facts that are not for {reader}: {listed(held.facts, 'and')}")


def _left(done: Done) -> str:
    return f"; {counted(len(done.left), 'plan')} left out" if done.left else ""
