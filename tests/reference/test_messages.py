"""What the catalogue finds in code: every way in which briefs say something."""

import ast

import pytest

from kamc.reference.messages import _in_code


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('given.speech.say("by {day}", day=day)', {"by {day}"}),
        ('say("over " "two lines")', {"over two lines"}),
        ('given.phrase("since {day}", day=say("today"))', {"since {day}", "today"}),
        ('LATE = message("late")', {"late"}),
        ('told("nobody {what}", what=told("lobbies"))', {"nobody {what}", "lobbies"}),
        ('speech.count(n, "{n} gap", "{n} gaps")', {("{n} gap", "{n} gaps")}),
        ('tally(n, "{n} gap", "{n} gaps")', {("{n} gap", "{n} gaps")}),
        ('plural("{n} gap", "{n} gaps")', {("{n} gap", "{n} gaps")}),
        ('given.table(say("Terms"), "Who | >Net sales | By", rows)', {"Terms", "Who", "Net sales", "By"}),
        ('table("", "Who | By", rows)', set()),
        ("say(word)", set()),
        ('say("")', set()),
        ('"a,b".count("a")', set()),
    ],
)
def test_messages_in_code(code: str, found: set[object]) -> None:
    assert {text for _, text in _in_code(ast.parse(code))} == found
