"""`kamc schema`."""

import click

from kamc.commands.common import say
from kamc.resources import schema_text

PEOPLE_WRITE = ("plan", "catalogue", "people", "profiles", "settings")
KAMC_PRINTS = ("findings", "changes", "diffs", "review", "log", "rule", "rules", "status")


@click.command("schema")
@click.argument("name", type=click.Choice((*PEOPLE_WRITE, *KAMC_PRINTS)), default="plan")
def command(name: str) -> int:
    """Print a published JSON Schema.

    Of a file that people write: plan, catalogue, people, profiles or settings. Of what kamc prints with
    --format json: findings (check), changes (diff of two plans), diffs (of several), review, log, rule
    and rules (explain, with and without a code), status.
    """
    say(schema_text(name))
    return 0
