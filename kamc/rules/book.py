"""A book of rules: the built-in ones, or these with a house's own; found by code or slug."""

from collections.abc import Mapping
from functools import cached_property

import msgspec

from kamc.rules.base import Rule
from kamc.words import distance
from kamc.words import nearest as nearest_word

BUILT_IN = "KAM"
"""What the codes of built-in rules begin with."""
LOOKALIKES = str.maketrans("OIL", "011")
"""Letters that are taken for digits."""


def is_built_in(code: str) -> bool:
    """Whether a code is kamc's own."""
    return code.startswith(BUILT_IN)


class Book(msgspec.Struct, frozen=True, dict=True):
    """Rules in the order of their codes."""

    rules: tuple[Rule, ...]

    @cached_property
    def by_code(self) -> Mapping[str, Rule]:
        return {rule.code: rule for rule in self.rules}

    @cached_property
    def by_slug(self) -> Mapping[str, Rule]:
        return {rule.slug: rule for rule in self.rules}

    @cached_property
    def own(self) -> tuple[Rule, ...]:
        """The rules of a house's own."""
        return tuple(rule for rule in self.rules if not is_built_in(rule.code))

    def find(self, name: str) -> Rule | None:
        """The rule of a code or slug, however it is spelled: `KAM301`, `kam301`, `No_Facilitator`."""
        return self.by_code.get(name.strip().upper()) or self.by_slug.get(
            name.strip().lower().replace("_", "-")
        )

    def starting(self, name: str) -> tuple[Rule, ...]:
        """The rule of a code or slug, or those whose codes begin so."""
        one = self.find(name)
        start = name.strip().upper()
        return (one,) if one else tuple(rule for rule in self.rules if start and rule.code.startswith(start))

    def nearest(self, text: str) -> str | None:
        """The code or slug that somebody who wrote `text` most likely meant.

        Codes lie so near to each other that only the one in its block that is a slip away can be meant.
        """
        code = text.strip().upper()
        if not code.startswith(BUILT_IN):
            return nearest_word(text, (*self.by_slug, *(rule.code for rule in self.own)))
        if code in self.by_code:  # only its capitals are missing
            return code
        digits = BUILT_IN + code.removeprefix(BUILT_IN).translate(LOOKALIKES)
        if digits in self.by_code:
            return digits
        near = [one for one in self.by_code if one[3] == code[3:4] and distance(code, one) == 1]
        return near[0] if len(near) == 1 else None

    def meant(self, text: str) -> str:
        """What to say of a name that is no rule: `did you mean KAM301?`, or where all rules are listed."""
        near = self.nearest(text)
        return f"did you mean {near}?" if near else "kamc explain lists them all"
