"""Merging two branches' edits of a file: tables of cases, and laws that hold for any edits."""

import copy
from collections.abc import Mapping, Sequence
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from kamc.engine.merging import merged
from kamc.loader import load
from kamc.merge import Unmergeable, merge
from kamc.merge.comments import found
from tests.strategies import plan_data
from tests.writing import inline, written

BASE = """\
# The house's head
kamc: 1
# about people
people:
  # jan is new
  jan: {title: Buyer, stance: neutral, roles: [user, buyer]}  # met in May
  # eva
  eva:
    title: Head of works
    stance: supporter
    note: >-
      A long text
      on two lines.
  bo: {title: Clerk}

goals:
  one: {what: "First, of all"}
# the last word
"""


def same(data: Any) -> Any:
    """Data that means itself."""
    return data


def edited(*edits: tuple[str, str]) -> str:
    text = BASE
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def told(ours: str, theirs: str, base: str = BASE) -> tuple[str, list[str]]:
    """The merged text, and where it has conflicts."""
    done = merge(base.encode(), ours.encode(), theirs.encode(), same)
    return done.content.decode(), ["/".join(map(str, path)) for path in done.conflicts]


NEUTRAL, OPPONENT = ("stance: neutral", "stance: supporter"), ("stance: neutral", "stance: opponent")
CLEAN: Mapping[str, tuple[Sequence[tuple[str, str]], Sequence[tuple[str, str]]]] = {
    "two fields of one line": ([("title: Buyer", "title: Head buyer")], [OPPONENT]),
    "two fields of a block": ([("Head of works", "Chief")], [("stance: supporter", "stance: opponent")]),
    "neighbouring lines": ([("Head of works", "Chief")], [("    stance: supporter\n", "")]),
    "a comment and its entry": ([("# jan is new", "# jan is old")], [OPPONENT]),
    "a remark behind and a field": ([("# met in May", "# met in June")], [OPPONENT]),
    "a field added in braces": (
        [("title: Clerk", "title: Clerk, stance: neutral")],
        [("Clerk}", "Clerk, roles: user}")],
    ),
    "a field gone from braces": ([("stance: neutral, ", "")], [("title: Buyer", "title: Head")]),
    "the first field gone": ([("title: Buyer, ", "")], [OPPONENT]),
    "the last field gone": ([(", roles: [user, buyer]", "")], [OPPONENT]),
    "an entry gone": ([("  bo: {title: Clerk}\n", "")], [OPPONENT]),
    "an entry added by each": (
        [("  bo:", "  # ours\n  amy: {title: A}\n  bo:")],
        [("\ngoals", "  # theirs\n  zoe:\n    title: Z\n\ngoals")],
    ),
    "entries added at one place": (
        [("\ngoals", "  amy: {title: A}\n\ngoals")],
        [("\ngoals", "  # theirs\n  zoe: {title: Z}\n\ngoals")],
    ),
    "the same edit twice": ([OPPONENT], [OPPONENT, ("Clerk", "Head clerk")]),
    "a text on several lines": (
        [("A long text", "A longer text")],
        [("stance: supporter", "stance: opponent")],
    ),
    "a block added": ([OPPONENT], [("goals:\n", "risks:\n  fire: {what: Burns}\ngoals:\n")]),
    "a comment at the end": ([("# the last word", "# the very last word")], [OPPONENT]),
    "a renamed entry is followed": ([("jan: {", "jon: {was: jan, ")], [OPPONENT, ("# jan is new", "# who?")]),
    "a renamed entry is followed the other way": ([OPPONENT], [("jan: {", "jon: {was: jan, ")]),
}


@pytest.mark.parametrize("name", CLEAN)
def test_edits_of_different_things_are_both_there(name: str) -> None:
    ours, theirs = CLEAN[name]
    text, conflicts = told(edited(*ours), edited(*theirs))
    assert conflicts == []
    for _, new in (*ours, *theirs):
        for word in new.split():
            assert word.strip(",{}") in text
    back, conflicts = told(edited(*theirs), edited(*ours))
    assert conflicts == []
    assert load(back.encode(), "").data == load(text.encode(), "").data


@pytest.mark.parametrize("name", ["two fields of one line", "a comment and its entry", "an entry gone"])
def test_what_did_not_change_keeps_its_bytes(name: str) -> None:
    ours, theirs = CLEAN[name]
    assert told(edited(*ours), edited(*theirs))[0] == edited(*ours, *theirs)


CONFLICTS: Mapping[str, tuple[str, str, list[str], str]] = {
    "one field of a block": (
        edited(("Head of works", "Chief")),
        edited(("Head of works", "Boss"), ("stance: supporter", "stance: opponent")),
        ["people/eva/title"],
        """\
  eva:
<<<<<<< ours
    title: Chief
=======
    title: Boss
>>>>>>> theirs
    stance: opponent
""",
    ),
    "one field in braces": (
        edited(NEUTRAL, ("Buyer", "Head buyer")),
        edited(OPPONENT, ("buyer]", "decider]")),
        ["people/jan/stance"],
        """\
  # jan is new
<<<<<<< ours
  jan: {title: Head buyer, stance: supporter, roles: [user, decider]}  # met in May
=======
  jan: {title: Head buyer, stance: opponent, roles: [user, decider]}  # met in May
>>>>>>> theirs
  # eva
""",
    ),
    "deleted and changed": (
        edited(("  bo: {title: Clerk}\n", "")),
        edited(("Clerk", "Head clerk")),
        ["people/bo"],
        "<<<<<<< ours\n=======\n  bo: {title: Head clerk}\n>>>>>>> theirs\n",
    ),
    "changed and deleted": (
        edited(("Clerk", "Head clerk")),
        edited(("  bo: {title: Clerk}\n", "")),
        ["people/bo"],
        "<<<<<<< ours\n  bo: {title: Head clerk}\n=======\n>>>>>>> theirs\n",
    ),
    "added twice, differently": (
        edited(("\ngoals", "  amy: {title: A, stance: neutral}\n\ngoals")),
        edited(("\ngoals", "  amy: {title: B, stance: neutral}\n\ngoals")),
        ["people/amy/title"],
        """\
<<<<<<< ours
  amy: {title: A, stance: neutral}
=======
  amy: {title: B, stance: neutral}
>>>>>>> theirs
""",
    ),
    "a field and the whole entry": (
        edited(("Clerk", "Head clerk")),
        edited(("{title: Clerk}", "unknown")),
        ["people/bo"],
        "<<<<<<< ours\n  bo: {title: Head clerk}\n=======\n  bo: unknown\n>>>>>>> theirs\n",
    ),
    "a list": (
        edited(("[user, buyer]", "[user]")),
        edited(("[user, buyer]", "[buyer]")),
        ["people/jan/roles"],
        "roles: [user]}  # met in May\n=======\n  jan: {title: Buyer, stance: neutral, roles: [buyer]}",
    ),
    "two forms of one entry": (
        edited(("{title: Clerk}", "{title: Head clerk, stance: neutral}")),
        edited(("{title: Clerk}", "\n    title: Old clerk\n    # asked twice\n    roles: user")),
        ["people/bo/title"],
        """\
  bo:\x20
<<<<<<< ours
    title: Head clerk
=======
    title: Old clerk
>>>>>>> theirs
    # asked twice
    roles: user
    stance: neutral
""",
    ),
}


@pytest.mark.parametrize("name", CONFLICTS)
def test_only_one_thing_changed_by_both_is_a_conflict(name: str) -> None:
    ours, theirs, conflicts, piece = CONFLICTS[name]
    text, places = told(ours, theirs)
    assert places == conflicts
    assert piece in text
    assert text.count("<<<<<<<") == len(conflicts)


def test_another_form_on_their_side_takes_over_our_fields() -> None:
    theirs = edited(("{title: Clerk}", "\n    # asked twice\n    title: Clerk\n    roles: user"))
    text, conflicts = told(edited(("title: Clerk", "title: Clerk, stance: neutral")), theirs)
    assert conflicts == []
    assert "    # asked twice\n    title: Clerk\n    roles: user\n    stance: neutral\n" in text
    text, conflicts = told(theirs, edited(("title: Clerk", "title: Clerk, stance: 'a, b'")))
    assert (conflicts, "    stance: 'a, b'\n" in text) == ([], True)


def test_what_was_set_in_deeper_is_set_in_as_ours_is() -> None:
    theirs = edited(
        ("stance: supporter", "stance: opponent"), ("\ngoals", "  # zoe\n  zoe:\n    title: Z\n\ngoals")
    )
    deep = "".join(
        "  " * ((len(line) - len(line.lstrip())) // 2) + line for line in theirs.splitlines(keepends=True)
    )
    (text, conflicts), (shallow, _) = (told(edited(("Clerk", "Head")), one) for one in (deep, theirs))
    assert conflicts == []
    assert load(text.encode(), "").data == load(shallow.encode(), "").data
    assert "\n  # zoe\n  zoe:\n" in text
    assert "\n  bo: {title: Head}\n" in text


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.rstrip("\n"),
    ],
    ids=["CRLF", "mark", "no last line end"],
)
def test_our_bytes_stay_as_they_arewritten(change: Any) -> None:
    ours, theirs, both = edited(("Clerk", "Head")), edited(OPPONENT), edited(("Clerk", "Head"), OPPONENT)
    assert told(change(ours), theirs)[0] == change(both)


def test_both_made_the_file() -> None:
    text, conflicts = told("kamc: 1\nname: A\n", "kamc: 1\nperiod: 2026-Q4\n", "")
    assert (text, conflicts) == ("kamc: 1\nname: A\nperiod: 2026-Q4\n", [])


@pytest.mark.parametrize(
    ("theirs", "why"),
    [
        ("people: [\n", "theirs cannot be read"),
        (BASE.replace("kamc: 1\n", "kamc: 1\nkamc: 2\n"), "theirs cannot be read"),
        (BASE.replace("kamc: 1\n", "kamc: 1\r\n"), "lines end in several ways"),
        ("{kamc: 1}\n", "one mapping in braces"),
    ],
)
def test_what_cannot_be_taken_apart_is_told(theirs: str, why: str) -> None:
    with pytest.raises(Unmergeable, match=why):
        told(edited(OPPONENT), theirs)


def test_a_comment_that_would_be_lost_stops_it() -> None:
    theirs = edited(("{title: Clerk}", "{title: Clerk,  # keep me\n    }"))
    with pytest.raises(Unmergeable, match="a comment would be lost"):
        told(edited(("  bo: {title: Clerk}\n", "")), theirs)


def test_the_meaning_is_proved_too() -> None:
    def meaning(data: Any) -> Any:
        return {"both": "Head clerk" in str(data) and "opponent" in str(data)}

    ours, theirs = edited(OPPONENT).encode(), edited(("Clerk", "Head clerk")).encode()
    with pytest.raises(Unmergeable, match="mean something else"):
        merge(BASE.encode(), ours, theirs, meaning)


# --- Laws ---------------------------------------------------------------------------------------------------


def leaves(data: Any, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The paths of all values that are no mapping."""
    if not isinstance(data, dict):
        return [path]
    return [leaf for key, value in data.items() for leaf in leaves(value, (*path, key))]


def put(data: Any, path: tuple[str, ...], value: Any) -> None:
    """Put a value at a path; `None` takes it away, unless it is the last of its mapping."""
    for key in path[:-1]:
        data = data[key]
    if value is not None:
        data[path[-1]] = value
    elif len(data) > 1:
        del data[path[-1]]


def text_of(data: Any, blocks: int, path: tuple[str, ...] = ()) -> str:
    """Data as a file, a comment of its own above every key that begins a line."""
    lines = []
    for key, value in data.items():
        here = (*path, key)
        indent = "  " * len(path)
        lines.append(f"{indent}# on {'/'.join(here)}\n")
        if isinstance(value, dict) and value and blocks > 1:
            lines += [f"{indent}{written(key)}:\n", text_of(value, blocks - 1, here)]
        else:
            lines.append(f"{indent}{written(key)}: {inline(value)}\n")
    return "".join(lines)


OPS = st.sampled_from(("change", "delete", "add"))


@st.composite
def branches(draw: st.DrawFn, *, disjoint: bool) -> tuple[Any, Any, Any, Any]:
    """A plan, what two branches make of it, and both edits applied."""
    base = draw(plan_data())
    paths = leaves(base)
    chosen = draw(st.lists(st.sampled_from(paths), min_size=1, max_size=8, unique=True))
    sides = [copy.deepcopy(base) for _ in range(3)]
    for number, path in enumerate(chosen):
        first, op = draw(st.booleans()), draw(OPS)
        here = (*path[:-1], f"x-{number}") if op == "add" else path
        for side in (0, 1):
            if (side == 0) is first or (not disjoint and draw(st.booleans())):
                word = None if op == "delete" else f"word, {'ours' if side == 0 else 'theirs'} {number}"
                put(sides[side], here, word)
                if disjoint:
                    put(sides[2], here, word)
    return base, sides[0], sides[1], sides[2]


@given(branches(disjoint=True), st.integers(1, 4))
def test_disjoint_edits_are_both_applied(drawn: tuple[Any, Any, Any, Any], blocks: int) -> None:
    base, ours, theirs, both = drawn
    texts = [text_of(one, blocks).encode() for one in (base, ours, theirs)]
    done = merge(texts[0], texts[1], texts[2], same)
    assert done.conflicts == ()
    assert load(done.content, "").data == load(text_of(both, blocks).encode(), "").data
    assert found(load(done.content, "")) == found(load(text_of(both, blocks).encode(), ""))


@given(branches(disjoint=True), st.integers(1, 4), st.integers(1, 4))
def test_layout_is_no_edit(drawn: tuple[Any, Any, Any, Any], blocks: int, others: int) -> None:
    base, ours, theirs, both = drawn
    texts = [text_of(base, blocks), text_of(ours, others), text_of(theirs, blocks)]
    for one, other in ((1, 2), (2, 1)):
        try:
            done = merge(texts[0].encode(), texts[one].encode(), texts[other].encode(), same)
        except Unmergeable:  # a comment that only one layout has, on what the other side took away
            continue
        assert done.conflicts == ()
        assert load(done.content, "").data == load(text_of(both, blocks).encode(), "").data


@given(branches(disjoint=False), st.integers(1, 4))
def test_no_edit_is_ever_lost(drawn: tuple[Any, Any, Any, Any], blocks: int) -> None:
    base, ours, theirs, _ = drawn
    texts = [text_of(one, blocks) for one in (base, ours, theirs)]
    done = merge(texts[0].encode(), texts[1].encode(), texts[2].encode(), same)
    merged_text = done.content.decode()
    for text in texts[1:]:
        for word in text.split('"'):
            if word.startswith("word, "):
                assert word in merged_text
    assert merged_text.count("<<<<<<<") <= len(done.conflicts)
    assert bool(done.conflicts) is ("<<<<<<<" in merged_text)


@given(plan_data(), st.integers(1, 4))
def test_a_file_merged_with_itself_is_the_file(data: Any, blocks: int) -> None:
    text = text_of(data, blocks).encode()
    assert merged("2026-Q4.yaml", text, text, text, 7).content == text


@given(branches(disjoint=True))
def test_the_meaning_of_plans_holds_too(drawn: tuple[Any, Any, Any, Any]) -> None:
    texts = [text_of(one, 3).encode() for one in drawn]
    try:
        done = merged("2026-Q4.yaml", texts[0], texts[1], texts[2], 7)
    except Unmergeable as why:
        assert "two ways of writing" in str(why)  # noqa: PT017 - of a short form and a long one
        return
    assert load(done.content, "").data == load(texts[3], "").data
