"""`kamc explain`."""

import functools
from collections.abc import Callable, Mapping

import click

from kamc.commands.common import format_option, say
from kamc.rules import registry
from kamc.rules.base import Rule
from kamc.rules.explain import explain, index, overview, page
from kamc.workspace import UsageError


def _rule_json(rule: Rule) -> str:
    from kamc.report.rules_json import rule_json

    return rule_json(rule)


def _rules_json() -> str:
    from kamc.report.rules_json import rules_json

    return rules_json(registry.RULES)


ONE: Mapping[str, Callable[[Rule], str]] = {
    "text": explain,
    "markdown": functools.partial(page, linked=False),
    "json": _rule_json,
}
ALL: Mapping[str, Callable[[], str]] = {
    "text": overview,
    "markdown": functools.partial(index, linked=False),
    "json": _rules_json,
}


@click.command("explain")
@click.argument("rule", required=False)
@format_option(ONE)
@click.option("-v", "--verbose", is_flag=True, help="More: a traceback for faults of kamc.")
def command(rule: str | None, form: str, verbose: bool) -> int:  # noqa: ARG001
    """Say what a rule wants, why, the method behind it, and the remedy. Without a rule, list them all."""
    if rule is None:
        say(ALL[form]())
        return 0
    found = registry.BOOK.find(rule)
    if found is None:
        raise UsageError(f"there is no rule {rule}; {registry.BOOK.meant(rule)}")
    say(ONE[form](found))
    return 0
