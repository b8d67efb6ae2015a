"""What a brief shows, as frozen values: made from a plan that is already cut to what its reader may see."""

from kamc.brief.book import BRIEFS, Brief, Sheet
from kamc.brief.given import Given, Run, Waived, given

__all__ = ["BRIEFS", "Brief", "Given", "Run", "Sheet", "Waived", "given"]
