"""Rules on what changed since the quarters before, and what did not (block 7)."""

from kamc.rules.base import Rule

RULES: tuple[Rule, ...] = ()
