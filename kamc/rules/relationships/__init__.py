"""Rules on the people on both sides (block 3)."""

from kamc.rules.relationships import no_decider, no_facilitator, selling_centre_role

RULES = (
    no_facilitator.RULE,
    no_decider.RULE,
    selling_centre_role.RULE,
)
