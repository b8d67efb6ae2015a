"""The help of a verb with many options: under headings, in the order in which one looks for them."""

from collections.abc import Mapping, Sequence
from typing import Any

import click

OTHERS = "Options"
"""The heading of what has no place of its own."""


class Sectioned(click.Command):
    """A verb whose options stand under headings; `sections`: the names of parameters under each."""

    def __init__(self, *arguments: Any, sections: Mapping[str, Sequence[str]], **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.sections = sections

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        placed = {name for names in self.sections.values() for name in names}
        options = {one.name: one for one in self.get_params(ctx) if isinstance(one, click.Option)}
        others = [name for name in options if name not in placed]
        for heading, names in (*self.sections.items(), (OTHERS, others)):
            with formatter.section(heading):
                formatter.write_dl(
                    [record for name in names if (record := options[name].get_help_record(ctx))]
                )
