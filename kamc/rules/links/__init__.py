"""Rules on what joins the blocks (M2; block 6)."""

from kamc.rules.links import (
    activity_without_reason,
    anchored_in_product,
    communication_without_advantage,
    communication_without_anchor,
    communication_without_audience,
)

RULES = (
    activity_without_reason.RULE,
    communication_without_audience.RULE,
    communication_without_advantage.RULE,
    communication_without_anchor.RULE,
    anchored_in_product.RULE,
)
