"""What kamc has to say about a file: findings, where they stand, how bad they are, and their lasting names.

A `Finding` is what a stage or a rule says; it speaks of paths in a plan. A `Diagnostic` is a finding that the
engine has placed in a file and judged: it has a line, a severity and a fingerprint.
"""

import enum
from collections.abc import Iterable
from typing import Any, Literal, TypeAlias

import msgspec

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys of mappings (text) and places in lists (from 0)."""

UNIT_SEPARATOR = "\x1f"


class Severity(enum.IntEnum):
    """How bad a finding is; a larger number is worse."""

    OFF = 0
    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The severity as settings and reports write it."""
        return self.name.lower()


class Kind(enum.Enum):
    """What sort of judgement a rule makes; it decides the severity (see the command-line contract)."""

    STRUCTURE = "structure"
    GAP = "gap"
    JUDGEMENT = "judgement"
    CLOCK = "clock"


class Span(msgspec.Struct, frozen=True, order=True):
    """A stretch of a file: lines and columns from 1, in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)


class Related(msgspec.Struct, frozen=True, kw_only=True):
    """A second place that belongs to a finding: in the same file unless `file` names another."""

    message: str
    at: Path = ()
    on: Literal["key", "value"] = "key"
    span: Span | None = None
    file: str | None = None


class Edit(msgspec.Struct, frozen=True):
    """A stretch of a file, and the text to put in its place."""

    span: Span
    text: str


class Fix(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """What mends a finding, where that can mean only one thing: edits of its file, or a new path for it.

    `what` says so as an instruction: `write "owner"`.
    """

    what: str
    edits: tuple[Edit, ...] = ()
    rename: str | None = None


class Write(msgspec.Struct, frozen=True, tag=True):
    """A fix by path: the word to write in place of the key (or value) that the finding speaks of."""

    word: str


class Delete(msgspec.Struct, frozen=True, tag=True):
    """A fix by path: what the finding speaks of goes, and what holds nothing else goes with it."""

    what: str


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong or wanting.

    `at` is the path of the thing spoken of (it may be missing in the file: then its nearest ancestor is
    shown). `span` is given only by the loader, which knows places and no paths. `key` tells findings of one
    rule on one subject apart: the wrong key, the dangling id. `label` stands under the caret. `fix` is there
    where the finding can be mended safely. `plain` is the message for who never sees the file: it is given
    where `message` names keys of it.
    """

    code: str
    message: str
    at: Path = ()
    on: Literal["key", "value"] = "key"
    key: str = ""
    label: str = ""
    help: str = ""
    related: tuple[Related, ...] = ()
    span: Span | None = None
    fix: Fix | Write | Delete | None = None
    plain: str = ""


class Waiver(msgspec.Struct, frozen=True, kw_only=True):
    """Why a finding is accepted, by whom and until when (an ISO date), as the plan says it."""

    why: str
    by: str | None = None
    until: str | None = None


class RelatedPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A second place, found: a file (relative, forward slashes) and a span in it."""

    path: str
    span: Span
    message: str


class Diagnostic(msgspec.Struct, frozen=True, kw_only=True):
    """A finding that has been placed and judged; the unit of every report."""

    code: str
    slug: str
    kind: Kind
    severity: Severity
    message: str
    path: str
    span: Span
    help: str = ""
    label: str = ""
    pointer: str | None = None
    account: str | None = None
    period: str | None = None
    related: tuple[RelatedPlace, ...] = ()
    fingerprint: str = ""
    lineage: str = ""
    accepted: Waiver | None = None
    fix: Fix | None = None
    plain: str = ""

    @property
    def sort_key(self) -> tuple[str, Span, str, str]:
        """File, then place, then code: the order of every report."""
        return (self.path, self.span, self.code, self.message)


class OpenQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a plan says it does not know: file and place, the field's title, and whose it is."""

    path: str
    span: Span
    title: str
    of: str


def pointer(path: Path) -> str:
    """`path` as a JSON Pointer (RFC 6901)."""
    return "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in path)


def value_at(data: object, path: Path) -> object:
    """What stands at `path` in plain data; `None` where nothing does."""
    here: Any = data
    for key in path:
        try:
            here = here[key]
        except (KeyError, IndexError, TypeError):
            return None
    return here


def fingerprint(*, code: str, account: str, period: str, subject: str, key: str, ordinal: int) -> str:
    """The lasting name of a finding: 32 hex digits, the same on every machine, as the contract has it."""
    parts = ("kamc-1", code, account, period, subject, key, str(ordinal))
    return _digest(parts)


def lineage(*, code: str, account: str, subject: str, key: str, ordinal: int) -> str:
    """A fingerprint without the period: the same finding in another quarter has the same lineage."""
    parts = ("kamc-1", code, account, subject, key, str(ordinal))
    return _digest(parts)


def _digest(parts: Iterable[str]) -> str:
    import hashlib  # noqa: PLC0415 - a clean run never needs it

    return hashlib.sha256(UNIT_SEPARATOR.join(parts).encode()).hexdigest()[:32]


def worst(diagnostics: Iterable[Diagnostic]) -> Severity:
    """The worst severity among findings that nobody has accepted; `OFF` when there is none."""
    return max((one.severity for one in diagnostics if one.accepted is None), default=Severity.OFF)
