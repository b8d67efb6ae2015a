"""What a fix changes in a file, as a unified diff that git and patch apply."""

from collections.abc import Iterator

NO_END = "\n\\ No newline at end of file\n"


def file_diff(path: str, before: str, after: str, new_path: str) -> str:
    """The diff of one file: its lines end where git sees them end, and stay as they are, CR and all."""
    old, new = f"a/{path}", f"b/{new_path}"
    return "".join(
        (f"diff --git {old} {new}\n", *_renamed(path, new_path), *_changed(old, before, new, after))
    )


def _renamed(path: str, new_path: str) -> Iterator[str]:
    if path != new_path:
        yield f"rename from {path}\n"
        yield f"rename to {new_path}\n"


def _changed(old_name: str, before: str, new_name: str, after: str) -> Iterator[str]:
    import difflib  # noqa: PLC0415 - a check shows no diff

    for line in difflib.unified_diff(_lines(before), _lines(after), old_name, new_name):
        yield line if line.endswith("\n") else line + NO_END


def _lines(text: str) -> list[str]:
    """Lines with their ends: only a line feed ends one."""
    *whole, rest = text.split("\n")
    return [*(f"{line}\n" for line in whole), *([rest] if rest else [])]
