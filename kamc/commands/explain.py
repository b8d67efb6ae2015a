"""`kamc explain`."""

import click

from kamc.commands.common import open_workspace, say
from kamc.rules import registry
from kamc.rules.book import Book
from kamc.rules.explain import explain, overview
from kamc.workspace import UsageError


@click.command("explain")
@click.argument("rule", required=False)
@click.option("-v", "--verbose", is_flag=True, help="More: a traceback for faults of kamc.")
def command(rule: str | None, verbose: bool) -> int:  # noqa: ARG001
    """Say what a rule wants, why, the method behind it, and the remedy. Without a rule, list them all.

    In a workspace, the rules of the house's own are among them.
    """
    if rule is None:
        say(overview(_book()))
        return 0
    found = registry.BOOK.find(rule)
    book = registry.BOOK if found else open_workspace(None)[1].book
    found = book.find(rule)
    if found is None:
        raise UsageError(f"there is no rule {rule}; {book.meant(rule)}")
    say(explain(found))
    return 0


def _book() -> Book:
    """The rules of the workspace around this folder; the built-in ones where its settings are wrong."""
    try:
        return open_workspace(None)[1].book
    except UsageError:
        return registry.BOOK
