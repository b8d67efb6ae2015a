"""What holds of every fix, whatever was damaged in whichever plan."""

from collections import Counter
from typing import Any

import hypothesis.strategies as st
from hypothesis import given, settings

from kamc.diagnostics import Diagnostic, Edit
from kamc.engine.check import check
from kamc.engine.fix import edited
from kamc.loader.text import Lines
from tests.fixing import fixed, loaded, mended, scope
from tests.strategies import ACCOUNTS, CATALOGUE, OUR_PEOPLE, plan_data, yaml_text
from tests.workspaces import ACCOUNT

SCOPE = scope(yaml_text(CATALOGUE), yaml_text(OUR_PEOPLE), ACCOUNTS)
WAIVERS = ("no-facilitator", "KAM302", "no-decidr", "too-deep", "no-such-rule")
UNQUOTED = ('"61 wells, no loss"', '"Become #1 in Bavaria"', ": ")
"""What a slip may take away: the quotes of a text, the space behind a colon."""

slow = settings(max_examples=60)


@st.composite
def plans(draw: st.DrawFn) -> str:
    """The text of a valid plan in the place of the examples' plan, some with waivers, some with CR."""
    data: dict[str, Any] = draw(plan_data()) | {"account": ACCOUNT, "period": "2026-Q4"}
    holders = [data, *(one for one in data.values() if isinstance(one, dict) and one)]
    for name in draw(st.lists(st.sampled_from(WAIVERS), max_size=3, unique=True)):
        holder = draw(st.sampled_from(holders))
        holder["accepted"] = {**_mapping(holder.get("accepted")), name: {"why": "Agreed: why, not?"}}
    text = yaml_text(data, blocks=draw(st.integers(0, 6)))
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


@st.composite
def slips(draw: st.DrawFn, text: str, most: int = 3) -> str:
    """The same text with a few slips: in keys, in quotes, in spaces."""
    for _ in range(draw(st.integers(1, most))):
        lost = draw(st.sampled_from([*(one for one in UNQUOTED if one in text), ""]))
        text = text.replace(lost, lost.strip('" '), 1) if lost else _mistyped(draw, text)
    return text


def _mistyped(draw: st.DrawFn, text: str) -> str:
    """One of the keys with two letters swapped, or one twice."""
    places = loaded(text).document.places()
    spans = [span for path in _paths(loaded(text).document.data) if (span := places.key(path)) is not None]
    if not spans:
        return text
    span = draw(st.sampled_from(spans))
    lines = Lines(text)
    start, end = lines.offset(span.line, span.column), lines.offset(span.end_line, span.end_column)
    place = draw(st.integers(start, end - 1))
    slip = text[place : place + 2][::-1] if draw(st.booleans()) and place + 1 < end else text[place] * 2
    return text[:place] + slip + text[place + (2 if slip != text[place] * 2 else 1) :]


def _paths(data: Any, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    if not isinstance(data, dict):
        return []
    return [one for key, value in data.items() for one in ((*path, key), *_paths(value, (*path, key)))]


def names(text: str) -> Counter[tuple[str, str]]:
    return Counter((one.code, one.message) for one in found(text))


def found(text: str) -> tuple[Diagnostic, ...]:
    return check(SCOPE, [loaded(text)]).diagnostics


@slow
@given(st.data())
def test_a_second_fix_changes_nothing(data: st.DataObject) -> None:
    once = fixed(data.draw(slips(data.draw(plans()))), SCOPE)
    assert fixed(once, SCOPE) == once
    assert not [one for one in found(once) if one.fix is not None]


@slow
@given(st.data())
def test_a_fix_leaves_nothing_that_was_not_there_before(data: st.DataObject) -> None:
    """Of one slip: of two, the first may hide the second."""
    right = data.draw(plans())
    wrong = data.draw(slips(right, most=1))
    left = names(fixed(wrong, SCOPE))
    assert left <= names(wrong) | names(right)


@slow
@given(st.data())
def test_a_fix_leaves_every_other_line_as_it_is(data: st.DataObject) -> None:
    right = data.draw(plans())
    wrong = data.draw(slips(right))
    before, after = wrong.split("\n"), fixed(wrong, SCOPE).split("\n")
    changed = {each.span.line for one in mended(wrong, SCOPE) for each in one.found}
    assert (Counter(after) - Counter(before)).total() <= len(changed)
    if len(before) == len(after):  # no waiver took its lines away
        assert all(
            old == new or line in changed
            for line, (old, new) in enumerate(zip(before, after, strict=True), 1)
        )


@given(
    st.lists(st.tuples(st.text("aé🙂\r\n", max_size=4), st.text("b🙂\n", max_size=3)), max_size=5),
    st.text("aé\n"),
)
def test_what_lies_outside_edits_stays(parts: list[tuple[str, str]], rest: str) -> None:
    """Parts of a text, each with what is put in place of the `x` behind it."""
    text = "".join(f"{kept}x" for kept, _ in parts) + rest
    lines, edits, end = Lines(text), [], 0
    for kept, new in parts:
        end += len(kept) + 1
        edits.append(Edit(lines.span(end - 1, end), new))
    assert edited(text, edits[::-1]) == "".join(kept + new for kept, new in parts) + rest
