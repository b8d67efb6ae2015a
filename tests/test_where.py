"""Terms of `--where`: how they are read. What they choose is tested with the command."""

import pytest

from kamc.where import Term, revisions, terms


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["owner:mara"], [Term("owner", ("mara",))]),
        (["!owner:mara+tor"], [Term("owner", ("mara", "tor"), negated=True)]),
        (["bucket:key, status:draft"], [Term("bucket", ("key",)), Term("status", ("draft",))]),
        (["bucket:key", "status:draft"], [Term("bucket", ("key",)), Term("status", ("draft",))]),
        (["changed:main~1:x"], [Term("changed", ("main~1:x",))]),
        ([], []),
    ],
)
def test_terms(texts: list[str], expected: list[Term]) -> None:
    assert list(terms(texts)) == expected


def test_revisions() -> None:
    assert revisions(terms(["owner:x,changed:main+v1", "!changed:HEAD"])) == ("main", "v1", "HEAD")
