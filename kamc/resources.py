"""Where the schemas and templates lie: beside the package in a checkout, inside it once it is installed."""

from pathlib import Path

import kamc

PACKAGE = Path(kamc.__file__).resolve().parent


def schema_text(name: str) -> str:
    """A published JSON Schema (`plan`, `catalogue` …) as its file has it. Raises `FileNotFoundError`."""
    return (_folder("schemas") / f"{name}.json").read_text(encoding="utf-8")


def catalogue_text(language: str) -> str:
    """What briefs say, in a language (`de`), as its file has it. Raises `FileNotFoundError`."""
    return (PACKAGE / "locales" / f"{language}.po").read_text(encoding="utf-8")


def template_dir(name: str) -> Path:
    """The folder of some templates (`briefs`, `page`). Raises `FileNotFoundError`."""
    folder = _folder("templates") / name
    if not folder.is_dir():
        raise FileNotFoundError(folder)
    return folder


def _folder(kind: str, package: Path = PACKAGE) -> Path:
    """The folder of one kind of resource; a checkout goes first, for a copy in the package may be stale."""
    checkout = package.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / kind).is_dir():
        return checkout / kind
    return package / "_data" / kind
