"""Rules on the file itself: its format, its words, its waivers (block 0)."""

from kamc.rules.file import expired_waiver, house_rule_failed, placeholder_text, unused_waiver
from kamc.rules.file.format_codes import FORMAT_CODES

RULES = (
    *FORMAT_CODES,
    placeholder_text.RULE,
    unused_waiver.RULE,
    expired_waiver.RULE,
    house_rule_failed.RULE,
)
