"""What a house gives its papers, read once for a run."""

import hashlib
import io
import zipfile
from pathlib import Path

from kamc.render import House
from kamc.settings import Settings
from kamc.workspace import SETTINGS, UsageError, Workspace

KINDS = {
    "docx": b"wordprocessingml.document.main+xml",
    "pptx": b"presentationml.presentation.main+xml",
}
"""What a package says of itself."""
FONTS = (".otf", ".otc", ".ttf", ".ttc")


def house(workspace: Workspace, settings: Settings) -> House:
    """The house of a workspace. Raises `UsageError` where what its settings name is missing."""
    fonts = None if settings.fonts is None else _fonts(workspace, settings.fonts)
    state = hashlib.sha256(settings.paper.encode())
    for path in sorted(fonts.rglob("*")) if fonts else ():
        if path.suffix.lower() in FONTS:
            state.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    docx = b"" if settings.docx is None else _file(workspace, "docx", settings.docx)
    pptx = b"" if settings.pptx is None else _file(workspace, "pptx", settings.pptx)
    state.update(hashlib.sha256(docx).digest() + hashlib.sha256(pptx).digest())
    return House(
        docx=docx, pptx=pptx, fonts=fonts, is_letter=settings.paper == "letter", state=state.hexdigest()
    )


def _file(workspace: Workspace, form: str, named: str) -> bytes:
    """A document of the house's own, which ours are made in."""
    path = _inside(workspace, form, named)
    wrong = f"{SETTINGS}: brand.{form} names {named!r}"
    try:
        content = path.read_bytes()
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            kind = package.read("[Content_Types].xml")
    except OSError as fault:
        raise UsageError(f"{wrong}: {(fault.strerror or 'it cannot be read').lower()}") from None
    except (zipfile.BadZipFile, KeyError):
        kind = b""
    if KINDS[form] not in kind:
        raise UsageError(f"{wrong}: it is no .{form} file")
    return content


def _fonts(workspace: Workspace, named: str) -> Path:
    folder = _inside(workspace, "fonts", named)
    if not folder.is_dir():
        raise UsageError(f"{SETTINGS}: brand.fonts names {named!r}: there is no such folder")
    if not any(path.suffix.lower() in FONTS for path in folder.rglob("*")):
        raise UsageError(f"{SETTINGS}: brand.fonts names {named!r}: it holds no font ({', '.join(FONTS)})")
    return folder


def _inside(workspace: Workspace, field: str, named: str) -> Path:
    """A path of the workspace; what a repository names lies in it."""
    path = (workspace.root / named).resolve()
    if not path.is_relative_to(workspace.root.resolve()):
        raise UsageError(f"{SETTINGS}: brand.{field} names {named!r}: it does not lie in this workspace")
    return path
