"""What a plan lacks: the worst first, then what matters most, of as many kinds as there are."""

import pytest

from kamc.diagnostics import Severity
from kamc.engine.lacking import Gap, lacking

INFO, WARNING = Severity.INFO, Severity.WARNING


def gap(code: str, says: str, severity: Severity = INFO) -> Gap:
    return Gap(code=code, severity=severity, says=says)


@pytest.mark.parametrize(
    ("gaps", "said"),
    [
        ((), ()),
        # A field comes after what a rule of its own asks, whatever their order in the plan.
        ((gap("KAM038", "swot missing"), gap("KAM306", "nobody speaks with her")),
         ("Nobody speaks with her", "Swot missing")),
        # A text that only holds a place comes last.
        ((gap("KAM032", "TODO"), gap("KAM038", "swot missing")), ("Swot missing", "TODO")),
        # Of each rule the first before the second of any; people before success factors.
        ((gap("KAM105", "a"), gap("KAM105", "b"), gap("KAM306", "c"), gap("KAM306", "d")),
         ("C", "A", "D", "B")),
        # What is worse goes before all that.
        ((gap("KAM306", "c"), gap("KAM038", "f", WARNING)), ("F", "C")),
        # A house's own rule comes after ours, and nothing is said twice.
        ((gap("own-1", "o"), gap("KAM601", "l"), gap("KAM601", "l")), ("L", "O")),
        ((gap("KAM306", "two\nlines  of it"),), ("Two lines of it",)),
    ],
)  # fmt: skip
def test_what_matters_most_comes_first(gaps: tuple[Gap, ...], said: tuple[str, ...]) -> None:
    assert lacking(gaps) == said
