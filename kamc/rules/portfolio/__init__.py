"""Rules on all accounts together (block 8)."""

from kamc.rules.base import Rule

RULES: tuple[Rule, ...] = ()
