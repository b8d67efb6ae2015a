"""What a house gives its papers, read once for a run."""

import hashlib
from pathlib import Path

from kamc.render import House
from kamc.settings import Settings
from kamc.workspace import SETTINGS, UsageError, Workspace

FONTS = (".otf", ".otc", ".ttf", ".ttc")


def house(workspace: Workspace, settings: Settings) -> House:
    """The house of a workspace. Raises `UsageError` where what its settings name is missing."""
    fonts = None if settings.fonts is None else _fonts(workspace, settings.fonts)
    state = hashlib.sha256(settings.paper.encode())
    for path in sorted(fonts.rglob("*")) if fonts else ():
        if path.suffix.lower() in FONTS:
            state.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return House(fonts=fonts, is_letter=settings.paper == "letter", state=state.hexdigest())


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
