"""Accounts as the portfolio knows them, from plans as people write them."""

import datetime as dt
from typing import Any

from kamc.analysis.standing import Standing, standing
from kamc.audience import cut
from kamc.model.build import build
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.model.terms import HealthTerms, MatrixTerms

DAY = dt.date(2026, 11, 24)


def stands(account: str, reader: Audience = Audience.TEAM, **plan: Any) -> Standing:
    """How an account with this plan stands, as far as its reader may see it."""
    view = cut(build(Plan, {"account": account, **plan})[0], reader)
    return standing(view, DAY, HealthTerms(), MatrixTerms())
