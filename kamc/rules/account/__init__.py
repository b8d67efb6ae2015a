"""Rules on what we know of the account (block 1)."""

from kamc.rules.account import csf_count

RULES = (csf_count.RULE,)
