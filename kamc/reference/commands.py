"""docs/reference/commands.md: every verb with its options, from the help of the commands themselves."""

import inspect
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import click

from kamc.cli import VERBS, group
from kamc.reference.markdown import code, table
from kamc.reference.sections import joined

Option: TypeAlias = tuple[str, str]
"""How an option is written, and what it does."""
INTRO = """\
# The commands

`kamc VERB --help` says the same as this page, which is made from it; `kamc --version` says which kamc it
is. A plan is named by its path or by the id of its account; without a name, `check` and `build` take all
plans, and `status` the latest of each account.
"""
ORDER = "When several apply, the first of 130, 4, 2, 3, 1 and 0 counts."
STATUSES: Sequence[tuple[str, str]] = (
    ("`0`", "Done, and nothing found at or above `--fail-on`. A `diff` with changes is done, too."),
    ("`1`", "Findings at or above `--fail-on`, changes at or above `--fail-on-change`, or a plan left out."),
    ("`2`", "Wrong usage, or wrong settings."),
    ("`3`", "Something could not be read; everything else was done."),
    ("`4`", "A fault of kamc itself. Run it again with `-v`, and report what it prints."),
    ("`130`", "Interrupted. What was finished stands, and nothing is half written."),
)
"""The exit statuses of every verb (the command-line contract)."""


def pages() -> Mapping[str, str]:
    """The page of commands."""
    with click.Context(group, info_name="kamc") as whole:
        verbs = {name: _command(whole, name) for name in VERBS}
        options = {name: _options(whole, name, command) for name, command in verbs.items()}
        times = Counter(option for found in options.values() for option in found)
        shared = {option: [name for name, found in options.items() if option in found] for option in times}
        texts = [_verb(whole, name, [one for one in options[name] if times[one] == 1]) for name in verbs]
    common = ((code(one), told, ", ".join(shared[one, told])) for one, told in times if times[one, told] > 1)
    contents = "".join(f"- [`kamc {name}`](#kamc-{name}): {verb.help}\n" for name, verb in VERBS.items())
    text = "\n".join((
        joined(INTRO, contents),
        *texts,
        joined("## Options of several verbs", table(("Option", "What it does", "Verbs"), common)),
        joined("## Exit status", ORDER, table(("Status", "Meaning"), STATUSES)),
    ))  # fmt: skip
    return {"docs/reference/commands.md": text}


def _command(whole: click.Context, name: str) -> click.Command:
    command = group.get_command(whole, name)
    if command is None:
        raise TypeError(name)
    return command


def _verb(whole: click.Context, name: str, options: Sequence[Option]) -> str:
    """What a verb does, how it is called, and the options that no other verb has."""
    command = _command(whole, name)
    with click.Context(command, info_name=name, parent=whole) as here:
        usage = " ".join((here.command_path, *command.collect_usage_pieces(here)))
    rows = table(("Option", "What it does"), ((code(one), told) for one, told in options)) if options else ""
    parts = _parts(command, here) if isinstance(command, click.Group) else ""
    help_ = inspect.cleandoc(command.help or "")
    return joined(*filter(None, (f"## `kamc {name}`", f"```text\n{usage}\n```", help_, rows, parts)))


def _parts(group: click.Group, here: click.Context) -> str:
    """The commands of a verb that has several, each with its options."""
    texts = []
    for name, command in group.commands.items():
        with click.Context(command, info_name=name, parent=here) as within:
            usage = " ".join((within.command_path, *command.collect_usage_pieces(within)))
            records = (one.get_help_record(within) for one in command.params if isinstance(one, click.Option))
            found = [(code(option), _told(words)) for option, words in filter(None, records)]
        rows = table(("Option", "What it does"), found) if found else ""
        parts = (
            f"### `kamc {group.name} {name}`",
            f"```text\n{usage}\n```",
            inspect.cleandoc(command.help or ""),
        )
        texts.append(joined(*filter(None, (*parts, rows))))
    return "\n".join(texts)


def _options(whole: click.Context, name: str, command: click.Command) -> Sequence[Option]:
    """The options of a verb and what they do; every one has `--help`, which the page says once."""
    with click.Context(command, info_name=name, parent=whole) as here:
        records = (one.get_help_record(here) for one in command.params if isinstance(one, click.Option))
        return [(option, _told(words)) for option, words in filter(None, records)]


def _told(words: str) -> str:
    """The help of an option, its remarks in italics rather than in brackets."""
    text, bracket, remarks = words.partition("  [")
    return f"{text} *{remarks.rstrip(']')}*" if bracket else text
