"""`kamc export`."""

import pathlib
import re
from collections.abc import Sequence

import click
import msgspec

from kamc.commands.check import show_faults
from kamc.commands.choose import chosen_plans
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
from kamc.engine.export import Exported, export, export_shared, shard_of
from kamc.engine.house import Fault
from kamc.engine.scope import Scope, scope
from kamc.model.fields import Audience
from kamc.report.findings_text import findings_text
from kamc.report.style import Style
from kamc.report.tables import FORMATS, Puts, Shard, writing
from kamc.tables.book import ALL, BY_NAME, DESCRIBED, named
from kamc.tables.others import DICTIONARY, dictionary
from kamc.tables.table import Table
from kamc.words import counted, did_you_mean, listed, nearest
from kamc.workspace import Source, UsageError

READERS = tuple(one.word for one in Audience if one is not Audience.CUSTOMER)
"""Never a customer: tables are made of ids, and those are ours alone."""
SHARD = re.compile(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})")


class Count(msgspec.Struct):
    """What a run came to."""

    plans: int = 0
    left: int = 0
    shared_left: int = 0
    unread: int = 0


@click.command("export")
@words_argument
@where_option
@click.option(
    "--format", "form", type=click.Choice(tuple(FORMATS)), default="csv", show_default=True,
    help="What to write: csv, json (JSON Lines), parquet, or an xlsx workbook.",
)  # fmt: skip
@click.option(
    "--out", metavar="DIR", default="export", show_default=True,
    type=click.Path(path_type=pathlib.Path, file_okay=False), help="Where to write.",
)  # fmt: skip
@click.option("--tables", metavar="NAME[,…]", help=f"Which tables: {', '.join(BY_NAME)}.  [default: all]")
@click.option(
    "--audience", type=click.Choice(READERS), default=Audience.TEAM.word, show_default=True,
    help="Who will read them.",
)  # fmt: skip
@click.option(
    "--shard", metavar="I/N", help="Only the Ith of N shares of the accounts, in files of its own: 1/4."
)
@common
def command(
    words: tuple[str, ...],
    where: tuple[str, ...],
    form: str,
    out: pathlib.Path,
    tables: str | None,
    audience: str,
    shard: str | None,
    workspace_dir: pathlib.Path | None,
    as_of: str,
    color: str,
    quiet: bool,
    verbose: bool,
) -> int:
    """Export plans as tidy tables, with ids as keys, for a spreadsheet, a BI tool, DuckDB or Spark.

    One file a table, or one workbook. The table `dictionary` says what every column means. A plan or shared
    file that is wrong is left out (status 1): of a plan, only its findings are told.
    """
    chosen_tables, share = _tables(tables), _shard(shard)
    workspace, settings = open_workspace(workspace_dir)
    made = scope(workspace, settings, day(as_of, workspace))
    sources = chosen_plans(made, words, where)
    if sources is None:
        remark("nothing has changed there: nothing to export")
        return 0
    mine = [one for one in sources if share is None or shard_of(one, share.of) == share.number]
    faults: list[Fault] = []
    try:
        with writing(form, out, chosen_tables, share) as puts:
            count = _write(made, mine, chosen_tables, Audience[audience.upper()], puts, faults, style(color))
    except OSError as fault:
        raise unwritable(out, fault) from None
    if verbose:
        show_faults(faults)
    if not quiet:
        say(f"{_told(count, chosen_tables)} in {out}\n")
    return 3 if count.unread else int(bool(count.left or count.shared_left))


def _tables(text: str | None) -> Sequence[Table]:
    """The tables that `--tables` names; without it, all. Raises `UsageError` for a name that is none."""
    if text is None:
        return ALL
    names = [name.strip() for name in text.split(",")]
    for name in names:
        if name not in BY_NAME:
            hint = did_you_mean(nearest(name, BY_NAME), f"; the tables are {listed(tuple(BY_NAME), 'and')}")
            raise UsageError(f"--tables names a table that does not exist: {name}{hint}")
    return named(names)


def _shard(text: str | None) -> Shard | None:
    """The share that `--shard` asks for. Raises `UsageError`."""
    if text is None:
        return None
    match = SHARD.fullmatch(text)
    if match is None or int(match[1]) > int(match[2]):
        raise UsageError(f"--shard takes a share such as 1/4, the first of four, not {text!r}")
    return Shard(int(match[1]), int(match[2]))


def _write(
    made: Scope,
    sources: Sequence[Source],
    tables: Sequence[Table],
    audience: Audience,
    puts: Puts,
    faults: list[Fault],
    how: Style,
) -> Count:
    """Write the rows of the shared files, then every plan's, one plan after the other."""
    count = Count(plans=len(sources))
    for one in export_shared(made, tables, audience, faults):
        _put(one, puts, how)
        count.shared_left += one.is_left
        count.unread += not one.readable
    if DICTIONARY in tables:
        puts[DICTIONARY.name](dictionary(DESCRIBED))
    for one in export(made, sources, [each for each in tables if each.is_of_plans], audience, faults):
        _put(one, puts, how)
        count.left += one.is_left
        count.unread += not one.readable
    return count


def _put(one: Exported, puts: Puts, how: Style) -> None:
    """Write the rows of a file; say why it was left out, where it was."""
    for name, rows in one.rows.items():
        puts[name](rows)
    if one.is_left:
        click.echo(findings_text(one.why, {one.path: one.text}, how), err=True, nl=False)
        remark(f"{one.path} was left out")


def _told(count: Count, tables: Sequence[Table]) -> str:
    kinds = ((count.left, "plan"), (count.shared_left, "shared file"))
    gone = [counted(number, noun) for number, noun in kinds if number]
    left = f" ({listed(gone, 'and')} left out)" if gone else ""
    return f"{counted(count.plans - count.left, 'plan')} as {counted(len(tables), 'table')}{left}"
