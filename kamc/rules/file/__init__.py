"""Rules on the file itself: its format, its words, its waivers (block 0)."""

from kamc.rules.file import (
    expired_waiver,
    incomplete_plan,
    not_for_customers,
    placeholder_text,
    plan_gap,
    private_contact,
    stale_baseline,
    text_too_long,
    unused_waiver,
)
from kamc.rules.file.format_codes import FORMAT_CODES

RULES = (
    *FORMAT_CODES,
    placeholder_text.RULE,
    unused_waiver.RULE,
    expired_waiver.RULE,
    text_too_long.RULE,
    private_contact.RULE,
    not_for_customers.RULE,
    plan_gap.RULE,
    incomplete_plan.RULE,
    stale_baseline.RULE,
)
