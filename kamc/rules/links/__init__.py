"""Rules on what joins the blocks (M2; block 6)."""

from kamc.rules.links import (
    activity_without_reason,
    anchored_in_product,
    communication_without_advantage,
    communication_without_anchor,
    communication_without_audience,
    factor_unserved,
    idle_strategy,
    key_person_unaddressed,
    need_unanswered,
    unpursued_objective,
    unserved_business_objective,
    unused_advantage,
    unused_swot_point,
)

RULES = (
    activity_without_reason.RULE,
    communication_without_audience.RULE,
    communication_without_advantage.RULE,
    communication_without_anchor.RULE,
    anchored_in_product.RULE,
    factor_unserved.RULE,
    need_unanswered.RULE,
    key_person_unaddressed.RULE,
    unused_advantage.RULE,
    unpursued_objective.RULE,
    unused_swot_point.RULE,
    idle_strategy.RULE,
    unserved_business_objective.RULE,
)
