"""Where templates come from: those of a workspace win over ours, file by file."""

import hashlib
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import SandboxedEnvironment

from kamc.resources import template_dir

BRIEFS, PAGE, PDF = "briefs", "page", "pdf"
KINDS = (BRIEFS, PAGE, PDF)
BRIEF_ENDS = ".md.j2"


class WrongTemplateError(Exception):
    """A template that cannot be used: where (`briefs/account-plan.md.j2`), in which line, what is wrong."""

    def __init__(self, file: str, line: int | None, why: str) -> None:
        super().__init__(why)
        self.file, self.line, self.why = file, line, why

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.why}"


class Templates(msgspec.Struct, frozen=True):
    """The templates of a run: `own` is the folder of the workspace's, where it has one.

    `state` tells what their files held when the run began: a template that has changed since is another one.
    """

    own: Path | None = None
    state: str = ""

    def folders(self, kind: str) -> tuple[Path, ...]:
        """Where templates of a kind (`briefs`, `page`, `pdf`) are looked for, in that order."""
        ours = template_dir(kind)
        return (ours,) if self.own is None else (self.own / kind, ours)

    def has(self, kind: str, name: str) -> bool:
        """Whether there is a template of that name."""
        return any((folder / name).is_file() for folder in self.folders(kind))

    def used(self, kind: str, name: str) -> str:
        """The template of that name as its file has it, the workspace's first. Raises `FileNotFoundError`."""
        found = (folder / name for folder in self.folders(kind))
        path = next((one for one in found if one.is_file()), template_dir(kind) / name)
        return path.read_text(encoding="utf-8")

    def ours(self) -> tuple[str, ...]:
        """The names of our templates: `briefs/account-plan.md.j2`, `page/style.css`."""
        return tuple(f"{kind}/{name}" for kind in KINDS for name in _files(template_dir(kind)))

    def owned(self) -> tuple[str, ...]:
        """The names of the workspace's templates."""
        own = self.own
        return () if own is None else tuple(f"{kind}/{name}" for kind in KINDS for name in _files(own / kind))

    def text(self, name: str) -> str:
        """One of our templates, as its file has it."""
        kind, _, rest = name.partition("/")
        return (template_dir(kind) / rest).read_text(encoding="utf-8")

    def own_briefs(self) -> tuple[str, ...]:
        """The names of the briefs that the workspace has a template for."""
        if self.own is None:
            return ()
        found = sorted((self.own / BRIEFS).glob("*" + BRIEF_ENDS))
        return tuple(one.name.removesuffix(BRIEF_ENDS) for one in found)


def templates_in(own: Path | None) -> Templates:
    """The templates as they are now."""
    found = Templates(own)
    used = {
        f"{kind}/{name}": folder / name
        for kind in KINDS
        for folder in reversed(found.folders(kind))
        for name in _files(folder)
    }
    state = hashlib.sha256()
    for name, path in sorted(used.items()):
        state.update(f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return Templates(own, state.hexdigest())


def _files(folder: Path) -> list[str]:
    return sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*.*") if one.is_file())


def jinja(templates: Templates, kind: str, finalize: Callable[[Any], Any]) -> Environment:
    """An environment for templates of a kind: sandboxed, strict, and autoescaping what `finalize` leaves."""
    return SandboxedEnvironment(
        loader=FileSystemLoader(templates.folders(kind), encoding="utf-8"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def filled(made: Environment, kind: str, name: str, **values: Any) -> str:
    """A template with its values. Raises `WrongTemplateError` where the template is wrong."""
    try:
        return made.get_template(name).render(**values)
    except TemplateNotFound as fault:
        raise WrongTemplateError(f"{kind}/{name}", None, f"there is no template {fault.name}") from fault
    except TemplateSyntaxError as fault:
        raise WrongTemplateError(f"{kind}/{fault.name or name}", fault.lineno, fault.message or "") from fault
    except (TemplateError, TypeError, ValueError, ArithmeticError, AttributeError, LookupError) as fault:
        place = _place(made, fault)
        if place is None:  # no fault of a template
            raise
        raise WrongTemplateError(f"{kind}/{place[0]}", place[1], str(fault)) from fault


def _place(made: Environment, fault: Exception) -> tuple[str, int] | None:
    """The innermost template and line that a fault rose in, if a template it was."""
    frames = [*traceback.walk_tb(fault.__traceback__)]
    folders = made.loader.searchpath if isinstance(made.loader, FileSystemLoader) else []
    for frame, line in reversed(frames):
        path = Path(frame.f_code.co_filename)
        for folder in map(Path, folders):
            if path.is_relative_to(folder):
                return path.relative_to(folder).as_posix(), line
    return None
