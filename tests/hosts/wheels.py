"""Wheels of what is installed here, so that pip can install it again where there is no network."""

import base64
import csv
import hashlib
import io
import pathlib
import zipfile
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

EPOCH = (1980, 1, 1, 0, 0, 0)


def needed(requirements: Iterable[str]) -> Iterator[Distribution]:
    """The distributions that these requirements ask for, and those that they ask for, as they are here."""
    seen: set[str] = set()
    waiting = [Requirement(text) for text in requirements]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in seen or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        seen.add(name)
        found = distribution(name)
        waiting += [Requirement(text) for text in found.requires or ()]
        yield found


def packed(found: Distribution, folder: pathlib.Path) -> None:
    """Put a wheel of a distribution into a folder; pip makes its scripts anew from its entry points."""
    files = [one for one in found.files or () if ".." not in one.parts and one.suffix != ".pyc"]
    (wheel,) = (one for one in files if one.name == "WHEEL" and one.parent.name.endswith(".dist-info"))
    (tag, *_) = [line[5:] for line in wheel.read_text().splitlines() if line.startswith("Tag: ")]
    name = f"{found.name.replace('-', '_').replace('.', '_')}-{found.version}-{tag}.whl"
    record = wheel.parent / "RECORD"
    rows = []
    with zipfile.ZipFile(folder / name, "w") as archive:
        for one in sorted(files):
            if one.parent == wheel.parent and one.name in {
                "RECORD",
                "INSTALLER",
                "REQUESTED",
                "direct_url.json",
            }:
                continue
            content = pathlib.Path(str(one.locate())).read_bytes()
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            rows.append((one.as_posix(), f"sha256={digest}", str(len(content))))
            archive.writestr(zipfile.ZipInfo(one.as_posix(), EPOCH), content)
        listed = io.StringIO()
        csv.writer(listed, lineterminator="\n").writerows([*rows, (record.as_posix(), "", "")])
        archive.writestr(zipfile.ZipInfo(record.as_posix(), EPOCH), listed.getvalue())


def shelf(folder: pathlib.Path, requirements: Iterable[str]) -> dict[str, str]:
    """A folder of wheels, and the environment in which pip takes from it and from nowhere else."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in needed(requirements):
        packed(one, folder)
    return {
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(folder),
        "PIP_CONFIG_FILE": "/dev/null",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
