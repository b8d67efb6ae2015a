"""`kamc explain`."""

import functools
from collections.abc import Callable, Mapping

import click

from kamc.commands.common import format_option, open_workspace, say
from kamc.rules import registry
from kamc.rules.base import Rule
from kamc.rules.book import Book
from kamc.rules.explain import explain, index, overview, page
from kamc.workspace import UsageError


def _rule_json(rule: Rule) -> str:
    from kamc.report.rules_json import rule_json

    return rule_json(rule)


def _rules_json(book: Book) -> str:
    from kamc.report.rules_json import rules_json

    return rules_json(book.rules)


ONE: Mapping[str, Callable[[Rule], str]] = {
    "text": explain,
    "markdown": functools.partial(page, linked=False),
    "json": _rule_json,
}
ALL: Mapping[str, Callable[[Book], str]] = {
    "text": overview,
    "markdown": functools.partial(index, linked=False),
    "json": _rules_json,
}


@click.command("explain")
@click.argument("rule", required=False, metavar="[RULE|KAM3]")
@format_option(ONE)
@click.option("-v", "--verbose", is_flag=True, help="More: a traceback for faults of kamc.")
def command(rule: str | None, form: str, verbose: bool) -> int:  # noqa: ARG001
    """Say what a rule wants, why, the method behind it, and the remedy.

    Without a rule, list them all; with the start of a code (KAM3), those that begin so. In a workspace, the
    rules of the house's own are among them.
    """
    if rule is None:
        say(ALL[form](_book()))
        return 0
    book = registry.BOOK if registry.BOOK.starting(rule) else open_workspace(None)[1].book
    if (found := book.find(rule)) is not None:
        say(ONE[form](found))
    elif several := book.starting(rule):
        say(ALL[form](Book(several)))
    else:
        raise UsageError(f"there is no rule {rule}; {book.meant(rule)}")
    return 0


def _book() -> Book:
    """The rules of the workspace around this folder; the built-in ones where its settings are wrong."""
    try:
        return open_workspace(None)[1].book
    except UsageError:
        return registry.BOOK
