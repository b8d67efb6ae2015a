"""Rules on all accounts together (block 8)."""

from kamc.rules.portfolio import (
    boilerplate,
    competing_accounts,
    missing_quarter,
    no_current_plan,
    over_booked,
    several_accounts,
    too_many_accounts,
    unused_offering,
    unused_person,
)

RULES = (
    too_many_accounts.RULE,
    several_accounts.RULE,
    competing_accounts.RULE,
    boilerplate.RULE,
    unused_offering.RULE,
    unused_person.RULE,
    missing_quarter.RULE,
    no_current_plan.RULE,
    over_booked.RULE,
)
