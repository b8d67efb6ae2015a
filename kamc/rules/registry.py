"""Every rule, in the order of the codes."""

from collections.abc import Mapping

from kamc.rules.account import csf_count
from kamc.rules.activities import objective_without_date, objective_without_target
from kamc.rules.base import Rule
from kamc.rules.file import expired_waiver, placeholder_text, unused_waiver
from kamc.rules.file.format_codes import FORMAT_CODES
from kamc.rules.links import (
    activity_without_reason,
    anchored_in_product,
    communication_without_advantage,
    communication_without_anchor,
    communication_without_audience,
)
from kamc.rules.market import shares_exceed_whole
from kamc.rules.relationships import no_decider, no_facilitator, selling_centre_role
from kamc.words import distance
from kamc.words import nearest as nearest_word

RULES: tuple[Rule, ...] = (
    *FORMAT_CODES,
    placeholder_text.RULE,
    unused_waiver.RULE,
    expired_waiver.RULE,
    csf_count.RULE,
    no_facilitator.RULE,
    no_decider.RULE,
    selling_centre_role.RULE,
    shares_exceed_whole.RULE,
    objective_without_target.RULE,
    objective_without_date.RULE,
    activity_without_reason.RULE,
    communication_without_audience.RULE,
    communication_without_advantage.RULE,
    communication_without_anchor.RULE,
    anchored_in_product.RULE,
)

BY_CODE: Mapping[str, Rule] = {rule.code: rule for rule in RULES}
BY_SLUG: Mapping[str, Rule] = {rule.slug: rule for rule in RULES}


def find(name: str) -> Rule | None:
    """The rule of a code or slug, however it is spelled: `KAM301`, `kam301`, `No_Facilitator`."""
    return BY_CODE.get(name.strip().upper()) or BY_SLUG.get(name.strip().lower().replace("_", "-"))


def nearest(text: str) -> str | None:
    """The code or slug that somebody who wrote `text` most likely meant.

    Codes lie so near to each other that only the one in its block that is a slip away can be meant.
    """
    code = text.strip().upper()
    if not code.startswith("KAM"):
        return nearest_word(text, BY_SLUG)
    if code in BY_CODE:  # only its capitals are missing
        return code
    near = [one for one in BY_CODE if one[3] == code[3:4] and distance(code, one) == 1]
    return near[0] if len(near) == 1 else None


def meant(text: str) -> str:
    """What to say of a name that is no rule: `did you mean KAM301?`, or where all rules are listed."""
    near = nearest(text)
    return f"did you mean {near}?" if near else "kamc explain lists them all"
