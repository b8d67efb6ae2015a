"""Every rule that comes with kamc, in the order of the codes: one tuple a block, each in its own package."""

from kamc.rules import account, activities, change, file, links, market, portfolio, product, relationships
from kamc.rules.base import Rule
from kamc.rules.book import Book

RULES: tuple[Rule, ...] = (
    *file.RULES,
    *account.RULES,
    *product.RULES,
    *relationships.RULES,
    *market.RULES,
    *activities.RULES,
    *links.RULES,
    *change.RULES,
    *portfolio.RULES,
)
BOOK = Book(RULES)
