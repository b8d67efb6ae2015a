"""docs/reference/tables.md: every table of `kamc export` and what its columns mean."""

from collections.abc import Mapping

from kamc.reference.markdown import anchor, code, table
from kamc.reference.sections import joined
from kamc.tables.book import ALL
from kamc.tables.table import MEANING, Column, Kind, Table
from kamc.words import listed

INTRO = """\
# The tables of `kamc export`

One file a table, one row a thing; [a guide](../guides/tables.md) shows how to read them. The table
[`dictionary`](#dictionary) holds what this page says.
"""
LAWS = """\
- **Keys.** The columns of a key tell the rows of a table apart. An id in any other column is that of an entry
  of the same plan, found in [`entries`](#entries) by `account`, `period` and `id`; ids of our people are
  found in [`our_people`](#our_people) by `person`, those of our offerings in [`offerings`](#offerings) by
  `offering`. These two come from the files that all plans share, and say nothing of a quarter.
- **What is not known.** Its cell is empty. The list `unknown` names the columns for which the plan says
  `unknown`, the list `none` those for which it says that there is none; for the other empty cells the plan
  says nothing.
- **Dates.** `due` holds the last day that is meant, `due_text` what is written where that is no day:
  `2028-Q2`.
- **Money.** Exact, in the `currency` of the row, which is the entry's own, the plan's or the workspace's.
- **Quantities.** `volume` holds the number, `volume_unit` its unit.
- **Stretches of time.** `every` holds the words, `every_days` the days.
- **A word that is meant where none is written** is written here: `status`, `stage`, the owner of an activity.
"""
WRITTEN: Mapping[Kind, tuple[str, str, str, str]] = {
    Kind.TEXT: ("as it is, [made safe](#formulas)", "string", "string", "text"),
    Kind.LIST: ('JSON: `["a", "b"]`', "array", "list of strings", "JSON, as text"),
    Kind.DATE: ("`2028-06-30`", '`"2028-06-30"`', "date32", "a date; before 1900 a text"),
    Kind.NUMBER: ("`0.5`", "number", "decimal(38, 6)", "a number; with over 15 digits a text"),
    Kind.WHOLE: ("`5`", "number", "int64", "a number"),
    Kind.MONEY: ("`1150000`", "number", "decimal(38, 6)", "a number; with over 15 digits a text"),
    Kind.PERCENT: ("`12.5`", "number", "decimal(38, 6)", "a number"),
    Kind.YES_NO: ("`true`, `false`", "`true`, `false`", "bool", "TRUE, FALSE"),
}
FORMULAS = """\
A text from a plan is data, whatever it looks like. In csv, an apostrophe goes before a text that begins with
`=`, `+`, `-`, `@` (or their full-width forms), a tab or a line break, for a spreadsheet may take it for a
formula; before a text that begins with apostrophes and then one of these, too, so that taking one away always
gives the text back. In xlsx, every text is a cell of type text, and nothing is added to it; a text that is
too long for a cell (32 767 letters) is cut there. json and parquet hold texts as they are.
"""


def pages() -> Mapping[str, str]:
    """The page of tables."""
    contents = "".join(f"- [{code(one.name)}](#{anchor(one.name)}): {one.meaning}\n" for one in ALL)
    head = ("Type", "What it is", "csv", "json", "parquet", "xlsx")
    kinds = table(head, ((kind.value, MEANING[kind], *WRITTEN[kind]) for kind in Kind))
    text = "\n".join((
        joined(INTRO, contents),
        joined("## How they are made", LAWS),
        joined("## Types", kinds),
        joined("## Formulas", FORMULAS),
        *(_table(one) for one in ALL),
    ))  # fmt: skip
    return {"docs/reference/tables.md": text}


def _table(one: Table) -> str:
    rows = table(("Column", "Type", "What it says", "Field", "Methods"), map(_row, one.columns))
    keys = listed([code(name) for name in one.key], "and")
    return joined(f"## {one.name}", f"{one.meaning} Key: {keys}.", rows)


def _row(one: Column) -> tuple[str, ...]:
    field = ", ".join(map(code, one.field.split(", "))) if one.field else ""
    return (
        code(one.name),
        one.kind.value,
        one.meaning,
        field,
        ", ".join(f"M{number}" for number in one.methods),
    )
