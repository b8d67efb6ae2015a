"""docs/rules: one page a rule, and the table of them all."""

from collections.abc import Mapping

from kamc.rules import registry
from kamc.rules.explain import index, page


def pages() -> Mapping[str, str]:
    """The text of every page under its path in the repository."""
    return {
        "docs/rules/README.md": index(),
        **{f"docs/rules/{rule.page}": page(rule) for rule in registry.RULES},
    }
