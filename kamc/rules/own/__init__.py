"""Rules of a house's own: declared in kamc.yaml, or written in Python and named there."""

from kamc.rules.own.book import OwnRules, own_rules

__all__ = ["OwnRules", "own_rules"]
