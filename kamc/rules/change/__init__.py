"""Rules on what changed since the quarters before, and what did not (block 7)."""

from kamc.rules.change import (
    carried_twice,
    decider_lost,
    facilitator_lost,
    given_up_without_why,
    got_worse,
    nothing_changed,
    nothing_reviewed,
    objective_lowered,
    slipped_twice,
    stage_back,
    vanished_entry,
)

RULES = (
    vanished_entry.RULE,
    nothing_reviewed.RULE,
    carried_twice.RULE,
    slipped_twice.RULE,
    facilitator_lost.RULE,
    objective_lowered.RULE,
    nothing_changed.RULE,
    decider_lost.RULE,
    stage_back.RULE,
    given_up_without_why.RULE,
    got_worse.RULE,
)
