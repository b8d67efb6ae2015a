"""The diff of a fix, as git reads it."""

import pytest

from kamc.report.fixes_diff import file_diff

OLD, NEW = "plans/a/2026-q4.yaml", "plans/a/2026-Q4.yaml"
HEAD = f"diff --git a/{NEW} b/{NEW}\n--- a/{NEW}\n+++ b/{NEW}\n"


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("a: 1\n", "b: 1\n", "@@ -1 +1 @@\n-a: 1\n+b: 1\n"),
        ("a: 1\r\nc: 2\r\n", "b: 1\r\nc: 2\r\n", "@@ -1,2 +1,2 @@\n-a: 1\r\n+b: 1\r\n c: 2\r\n"),
        ("a\u2028b: 1\n", "a b: 1\n", "@@ -1 +1 @@\n-a\u2028b: 1\n+a b: 1\n"),
        (
            "a: 1",
            "b: 1",
            "@@ -1 +1 @@\n-a: 1\n\\ No newline at end of file\n+b: 1\n\\ No newline at end of file\n",
        ),
    ],
)
def test_lines_are_those_of_git(before: str, after: str, shown: str) -> None:
    assert file_diff(NEW, before, after, NEW) == HEAD + shown


def test_a_rename_needs_no_lines() -> None:
    assert file_diff(OLD, "a: 1\n", "a: 1\n", NEW) == (
        f"diff --git a/{OLD} b/{NEW}\nrename from {OLD}\nrename to {NEW}\n"
    )
