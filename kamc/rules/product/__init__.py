"""Rules on what our offerings do for the account (block 2)."""

from kamc.rules.product import (
    answered_by_price,
    co_creation_without_need,
    criterion_without_relevance,
    late_milestone,
    offering_answers_nothing,
    one_sided_co_creation,
    proposition_in_trouble,
    sold_before_its_time,
    top_criterion_uncarried,
    vulnerability_unanswered,
    weights_exceed_whole,
    withdrawn_offering,
)

RULES = (
    offering_answers_nothing.RULE,
    late_milestone.RULE,
    criterion_without_relevance.RULE,
    top_criterion_uncarried.RULE,
    vulnerability_unanswered.RULE,
    answered_by_price.RULE,
    proposition_in_trouble.RULE,
    withdrawn_offering.RULE,
    one_sided_co_creation.RULE,
    sold_before_its_time.RULE,
    weights_exceed_whole.RULE,
    co_creation_without_need.RULE,
)
