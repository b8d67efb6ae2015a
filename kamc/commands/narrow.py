"""What a run sets aside: the findings of a baseline, and those that were there at a revision."""

import pathlib
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click
import msgspec

from kamc import git
from kamc.commands.common import remark, save
from kamc.engine.check import Checked
from kamc.engine.read import Loaded
from kamc.engine.scope import Scope
from kamc.words import counted
from kamc.workspace import UsageError, shown_path

DEFAULT = "kamc-baseline.json"
F = TypeVar("F", bound=Callable[..., Any])


class Narrowing(msgspec.Struct, frozen=True, kw_only=True):
    """The options by which a run is narrowed to what somebody wants to hear of now."""

    baseline: pathlib.Path | None = None
    write: bool = False
    grow: bool = False
    since: str | None = None


def narrowing(command: F) -> F:
    """The options that say what is set aside."""
    options = (
        click.option(
            "--baseline", metavar="FILE", type=click.Path(path_type=pathlib.Path),
            help="Set aside the findings that this file holds; what it holds in vain is an error.",
        ),
        click.option(
            "--write-baseline", is_flag=True,
            help=f"Make that file ({DEFAULT}, if none is named), or take out of it what is settled.",
        ),
        click.option("--grow-baseline", is_flag=True, help="Take new findings into it, too."),
        click.option(
            "--since", metavar="REVISION",
            help="Tell only what is new since this branch left that revision.",
        ),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def narrowed(checked: Checked, scope: Scope, loaded: Sequence[Loaded], wanted: Narrowing) -> Checked:
    """`checked` without what is set aside; a baseline is written where that was asked for.

    Raises `UsageError` and `GitError`.
    """
    if wanted.baseline or wanted.write or wanted.grow:
        checked = _against_baseline(checked, scope, loaded, wanted)
    if wanted.since:
        from kamc.engine.since import new_since

        fork = git.fork(scope.workspace.root, wanted.since)
        checked = new_since(checked, scope, loaded, fork)
    return checked


def _against_baseline(checked: Checked, scope: Scope, loaded: Sequence[Loaded], wanted: Narrowing) -> Checked:
    from kamc.engine.baseline import read, set_aside, shrunk, taken, written

    path = wanted.baseline or scope.workspace.root / DEFAULT
    name = shown_path(pathlib.Path.cwd() / path, scope.workspace.root)
    text = _text(path, name, needed=not (wanted.write or wanted.grow))
    entries = () if text is None else read(text, name)
    if wanted.write or wanted.grow:
        grows = wanted.grow or text is None
        kept = shrunk(entries, checked, scope, loaded)
        known = {one.lineage for one in kept}
        new = tuple(one for one in taken(checked.diagnostics) if one.lineage not in known)
        _say(name, held=len(kept), settled=len(entries) - len(kept), new=len(new), grows=grows)
        entries = (*kept, *new) if grows else kept
        text = written(entries)
        save(path, text)
    aside = set_aside(checked, entries, scope, loaded, name)
    return msgspec.structs.replace(aside, texts={**aside.texts, name: text or ""})


def _say(name: str, *, held: int, settled: int, new: int, grows: bool) -> None:
    told = [f"{settled} settled"] if settled else []
    if new:
        told.append(f"{new} new" if grows else f"{new} new left out (--grow-baseline takes them in)")
    holds = counted(held + (new if grows else 0), "finding")
    remark(f"{name} holds {holds}{': ' + ', '.join(told) if told else ''}")


def _text(path: pathlib.Path, name: str, *, needed: bool) -> str | None:
    """The text of a baseline; `None` where there is none yet and it need not be there."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        if needed:
            raise UsageError(f"there is no baseline {name}; --write-baseline makes one") from None
        return None
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"the baseline {name} cannot be read") from None
