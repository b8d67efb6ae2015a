"""What a brief shows, as frozen values: made from a plan that is already cut to what its reader may see."""

from kamc.brief.account_plan import AccountPlanBrief, account_plan
from kamc.brief.given import Run

__all__ = ["AccountPlanBrief", "Run", "account_plan"]
