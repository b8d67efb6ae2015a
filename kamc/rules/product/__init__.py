"""Rules on what our offerings do for them (block 2)."""

from kamc.rules.base import Rule

RULES: tuple[Rule, ...] = ()
