"""What a build made and what it was made from, so that each pack can be made again and checked.

`manifest.json` lies in the folder of its readers, beside the folders of the accounts and never inside one:
the pack that a customer gets says nothing of what it was made from.
"""

import datetime as dt
import hashlib
import pathlib
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import msgspec

from kamc.files import write_whole

NAME = "manifest.json"
VERSION = 1
Hashes: TypeAlias = Mapping[str, str]
"""SHA-256 in hex, by the path of a file."""


class Named(msgspec.Struct, frozen=True):
    """A document: the name of its file without an ending, and what it is called."""

    stem: str
    title: str


class Made(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The pack of one plan.

    `built` has one hash of all that it was made from for each brief in each format (`account-plan.md`), so
    that two of them can be of different days. `withheld` names what its plan holds and its readers do not
    get; `passes` says whether the plan passed `check`.
    """

    account: str
    period: str
    as_of: dt.date
    inputs: Hashes
    built: Hashes
    outputs: Hashes
    documents: tuple[Named, ...]
    name: str = ""
    status: str = ""
    owner: str = ""
    stand: str = ""
    gaps: int = 0
    bucket: str = ""
    lacks: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    passes: bool = False
    whole: bool = False
    """Of the brief over several plans: whether these were the latest of every account."""

    @property
    def key(self) -> tuple[str, str]:
        """What tells packs apart."""
        return self.account, self.period


class Manifest(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All packs of one kind of reader, and the files that are about all of them."""

    version: int = VERSION
    kamc: str = ""
    audience: str = ""
    as_of: dt.date | None = None
    revision: str | None = None
    packs: tuple[Made, ...] = ()
    portfolio: Made | None = None
    """The brief over all accounts, of no account and no quarter."""
    outputs: Hashes = {}
    plans: Hashes = {}
    """One hash of the paths of all plans that there were, by account: others would be in an index now."""


def read_manifest(folder: pathlib.Path) -> Manifest | None:
    """The manifest of a folder; `None` where there is none that this kamc understands."""
    try:
        found = msgspec.json.decode((folder / NAME).read_bytes(), type=Manifest)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return found if found.version == VERSION else None


def write_manifest(folder: pathlib.Path, manifest: Manifest) -> None:
    """Write a manifest, whole. Raises `OSError`."""
    text = msgspec.json.format(msgspec.json.encode(manifest, order="sorted"), indent=2).decode()
    write_whole(folder / NAME, text + "\n")


def differing(folder: pathlib.Path, hashes: Hashes) -> Iterator[str]:
    """The files that are not what their hashes say, or not there; in order."""
    yield from (path for path in sorted(hashes) if hash_of(folder / path) != hashes[path])


def hash_of(path: pathlib.Path) -> str | None:
    """The hash of a file; `None` where it cannot be read."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return None


def digest(content: bytes) -> str:
    """SHA-256, in hex."""
    return hashlib.sha256(content).hexdigest()


def combined(parts: Iterable[str]) -> str:
    """One hash of several texts, in their order."""
    return digest("\x1f".join(parts).encode())
