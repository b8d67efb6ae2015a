from collections.abc import Iterable

import pytest

from kamc.hosts.sticky import Comment, keep, mark_of

BODY = "<!-- kamc-review -->\n## One plan\n"
OLD = "<!-- kamc-review -->\n## Two plans\n"


class Thread:
    """Comments in memory."""

    def __init__(self, *there: Comment) -> None:
        self.there = there
        self.done: list[tuple[str, int, str]] = []

    def comments(self) -> Iterable[Comment]:
        return self.there

    def write(self, body: str) -> None:
        self.done.append(("write", 0, body))

    def replace(self, comment: int, body: str) -> None:
        self.done.append(("replace", comment, body))


def test_a_first_review_is_written() -> None:
    thread = Thread(Comment(id=7, body="Looks good", ours=False))
    assert keep(thread, BODY, news=True) == "written"
    assert thread.done == [("write", 0, BODY)]


def test_a_second_review_takes_the_place_of_the_first() -> None:
    thread = Thread(Comment(id=7, body="hello", ours=True), Comment(id=8, body=OLD, ours=True))
    assert keep(thread, BODY, news=True) == "replaced"
    assert thread.done == [("replace", 8, BODY)]


@pytest.mark.parametrize("there", [BODY, BODY.replace("\n", "\r\n"), BODY.rstrip()])
def test_what_says_the_same_is_left(there: str) -> None:
    thread = Thread(Comment(id=8, body=there, ours=True))
    assert keep(thread, BODY, news=True) == "as it stood"
    assert not thread.done


def test_nothing_to_say_is_not_written() -> None:
    assert keep(thread := Thread(), BODY, news=False) == "not needed"
    assert not thread.done


def test_nothing_to_say_replaces_what_was_said() -> None:
    thread = Thread(Comment(id=8, body=OLD, ours=True))
    assert keep(thread, BODY, news=False) == "replaced"


@pytest.mark.parametrize(
    "other",
    [
        Comment(id=8, body=OLD, ours=False),
        Comment(id=8, body=f"> {OLD}", ours=True),
        Comment(id=8, body="<!-- kamc-review 12ab34cd -->\n", ours=True),
        Comment(id=8, body="", ours=True),
    ],
    ids=["somebody else's", "a quotation", "another workspace's", "empty"],
)
def test_what_is_not_our_comment_is_left(other: Comment) -> None:
    thread = Thread(other)
    assert keep(thread, BODY, news=True) == "written"
    assert thread.done == [("write", 0, BODY)]


@pytest.mark.parametrize("body", ["", "## One plan\n", "<!-- a page -->\n"])
def test_a_body_without_a_mark_is_refused(body: str) -> None:
    with pytest.raises(ValueError, match="no mark"):
        mark_of(body)
