"""What changed between two plans, by meaning: matched, compared, judged, worded, sorted by weight (M4)."""

from kamc.diff.classify import leads, left_alone
from kamc.diff.compare import compare, diff
from kamc.diff.summary import summary

__all__ = ["compare", "diff", "leads", "left_alone", "summary"]
