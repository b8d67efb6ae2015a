"""An account's pack as one file to hand over: the same bytes for the same documents, on any machine."""

import io
import pathlib
import zipfile
from collections.abc import Iterable

BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first day that the format knows: a document has no other date than what it says."""
PLAIN_FILE = 0o100644 << 16
UNIX = 3


def zipped(folder: pathlib.Path, paths: Iterable[str]) -> bytes:
    """A zip of files below `folder`. Raises `OSError` where one cannot be read.

    They are stored as they are: what compresses differs between machines, in its bytes.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(paths):
            info = zipfile.ZipInfo(path, BEGINNING)
            info.create_system, info.external_attr = UNIX, PLAIN_FILE
            archive.writestr(info, (folder / path).read_bytes())
    return made.getvalue()
