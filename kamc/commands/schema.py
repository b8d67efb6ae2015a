"""`kamc schema`."""

import click

from kamc.commands.common import say
from kamc.resources import schema_text

NAMES = ("plan", "catalogue", "people", "profiles", "settings")


@click.command("schema")
@click.argument("name", type=click.Choice(NAMES), default="plan")
def command(name: str) -> int:
    """Print a published JSON Schema: plan, catalogue, people, profiles or settings."""
    say(schema_text(name))
    return 0
