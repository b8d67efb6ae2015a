"""What changed between two plans, by meaning: matched, compared, judged, worded, sorted by weight (M4)."""

from kamc.diff.classify import leads, left_alone
from kamc.diff.compare import compare, diff
from kamc.diff.summary import summary
from kamc.diff.whole import Basis, whole

__all__ = ["Basis", "compare", "diff", "leads", "left_alone", "summary", "whole"]
