"""The rules of Acme, for kamc."""

from acme_kamc import crowded_week

RULES = (crowded_week.RULE,)
