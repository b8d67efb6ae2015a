"""The tables of the files that all plans share: our people and offerings, for the ids in the other tables."""

from kamc.tables.declared import OFFERING, OURS
from kamc.tables.reading import Take
from kamc.tables.records import of_shared
from kamc.tables.table import SharedTable

OUR_PEOPLE = of_shared(
    "our_people",
    "One row a person of ours, in whatever account.",
    "people",
    "people.*",
    key=OURS,
    take=("title", "function", "location", Take("left", "left_on")),  # LEFT is a word of SQL
)
OFFERINGS = of_shared(
    "offerings",
    "One row a product or service of ours, whoever buys it.",
    "catalogue",
    "offerings.*",
    key=OFFERING,
    take=(
        "what", "kind", "family", "status", Take("from", "sold_from"), Take("withdrawn", "withdrawn_on"),
        "became",
    ),
)  # fmt: skip
SHARED: tuple[SharedTable, ...] = (OUR_PEOPLE, OFFERINGS)
