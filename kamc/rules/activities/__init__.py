"""Rules on what we want, do and say (block 5)."""

from kamc.rules.activities import objective_without_date, objective_without_target

RULES = (
    objective_without_target.RULE,
    objective_without_date.RULE,
)
