"""Rules on the account as a market (block 4)."""

from kamc.rules.market import shares_exceed_whole

RULES = (shares_exceed_whole.RULE,)
