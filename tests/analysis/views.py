"""Plans as people write them, cut for one audience: what figures are made from."""

from typing import Any

from kamc.audience import View, cut
from kamc.model.build import build
from kamc.model.fields import Audience
from kamc.model.plan import Plan

EUROS = {"currency": "EUR"}


def view(audience: Audience = Audience.TEAM, **blocks: Any) -> View:
    """The view of a plan in euros with these blocks."""
    return cut(build(Plan, {**EUROS, **blocks})[0], audience)
