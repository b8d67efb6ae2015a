"""How reports look in a terminal: how wide they may be, and whether they have colour."""

import msgspec

NARROWEST = 40
"""Columns below which a report is not made narrower."""
SOFT = "2"
BOLD = "1"


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """How wide a report may be (columns), and whether it may use colour."""

    width: int = 100
    color: bool = False

    def paint(self, text: str, code: str) -> str:
        """`text` in a colour (an SGR code), where there is colour."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.color and text else text
