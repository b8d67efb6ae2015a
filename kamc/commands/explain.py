"""`kamc explain`."""

import click

from kamc.commands.common import say
from kamc.rules import registry
from kamc.rules.explain import explain, overview
from kamc.workspace import UsageError


@click.command("explain")
@click.argument("rule", required=False)
@click.option("-v", "--verbose", is_flag=True, help="More: a traceback for faults of kamc.")
def command(rule: str | None, verbose: bool) -> int:  # noqa: ARG001
    """Say what a rule wants, why, the method behind it, and the remedy. Without a rule, list them all."""
    if rule is None:
        say(overview())
        return 0
    found = registry.BOOK.find(rule)
    if found is None:
        raise UsageError(f"there is no rule {rule}; {registry.BOOK.meant(rule)}")
    say(explain(found))
    return 0
