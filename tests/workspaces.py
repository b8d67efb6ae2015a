"""A small workspace to run kamc in, and two ways to run it: in this process, and as a process of its own."""

import hashlib
import io
import json
import os
import pathlib
import subprocess
import sys
from typing import Any, NamedTuple

import msgspec
import pytest

from kamc import cli
from kamc.engine.check import Checked, check
from kamc.engine.read import Loaded, read_from
from kamc.engine.scope import Scope, scope
from kamc.rules import examples
from kamc.settings import Settings
from kamc.workspace import Workspace, find

ACCOUNT = "hafen-spedition"
PLAN = f"plans/{ACCOUNT}/2026-Q4.yaml"
BEFORE = f"plans/{ACCOUNT}/2026-Q3.yaml"
DRAFT = "plans/alster-hotel/2026-Q4.yaml"
CATALOGUE, PEOPLE, SETTINGS = "plans/catalogue.yaml", "plans/people.yaml", "kamc.yaml"
AS_OF = examples.AS_OF

DRAFT_TEXT = (
    examples.PLAN.replace("account: hafen-spedition", "account: alster-hotel")
    .replace("name: Hafen-Spedition", "name: Hotel an der Alster")
    .replace("status: approved", "status: draft")
    .replace("owner: mara-lind", "owner: tor-vik")
    .replace("bucket: key,", "bucket: maintenance,")
)

FILES = {
    SETTINGS: "kamc: 1\nsupplier: Kühlwerk\ncurrency: EUR\n",
    CATALOGUE: examples.CATALOGUE,
    PEOPLE: examples.PEOPLE,
    BEFORE: examples.PLAN.replace("period: 2026-Q4", "period: 2026-Q3").replace("Second of", "Third of"),
    PLAN: examples.PLAN,
    DRAFT: DRAFT_TEXT,
}
"""Three clean plans of two accounts, what they share, and the settings."""


class Done(NamedTuple):
    """What a run came to."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The result, where it is JSON."""
        return json.loads(self.out)


class Place:
    """A folder of files, with kamc to be run in it."""

    def __init__(
        self, root: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.root = root
        self.monkeypatch = monkeypatch
        self.capsys = capsys

    def write(self, path: str, text: str) -> None:
        """Write a file as it stands, LF and all."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8", newline="")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace what stands in a file exactly once."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        self.write(path, text.replace(old, new))

    def call(self, *arguments: str, stdin: str = "") -> Done:
        """Run kamc in this process: quicker, for tables of cases."""
        self.monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        self.capsys.readouterr()
        status = cli.run(arguments)
        return Done(status, *self.capsys.readouterr())

    def run(self, *arguments: str, folder: str = ".", **environment: str) -> Done:
        """Run kamc as a process of its own, without a shell."""
        done = subprocess.run(
            self.command(*arguments),
            cwd=self.root / folder,
            env=clean_environment({"KAMC_AS_OF": AS_OF.isoformat(), **environment}),
            capture_output=True,
            check=False,
            timeout=30,
        )
        return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    @staticmethod
    def command(*arguments: str) -> list[str]:
        """The command line of such a process."""
        return [sys.executable, "-W", "error", "-m", "kamc", *arguments]

    def git(self, *arguments: str) -> str:
        """Run git here, as somebody with a name."""
        who = (
            "-c",
            "user.name=Mara Lind",
            "-c",
            "user.email=mara@example.com",
            "-c",
            "init.defaultBranch=main",
        )
        done = subprocess.run(
            ["git", *who, *arguments],
            cwd=self.root,
            env=clean_environment({"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}),
            capture_output=True,
            check=True,
        )
        return done.stdout.decode()

    def commit(self, date: str = "2026-11-20T12:00:00+00:00") -> None:
        """Make a commit of all that is here."""
        if not (self.root / ".git").exists():
            self.git("init", "--quiet")
        self.git("add", "--all")
        self.monkeypatch.setenv("GIT_COMMITTER_DATE", date)
        self.git("commit", "--quiet", "--allow-empty", "--message", "Plans")

    def hashes(self) -> dict[str, str]:
        """What every file holds, to see whether anything was written."""
        return {
            path.relative_to(self.root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(self.root.rglob("*"))
            if path.is_file()
        }

    def workspace(self) -> Workspace:
        return find(self.root)

    def scope(self, **changes: Any) -> Scope:
        """What a check is made with here, as of the day of the examples."""
        made = scope(self.workspace(), changes.pop("settings", Settings()), changes.pop("as_of", AS_OF))
        return msgspec.structs.replace(made, **changes)

    def loaded(self, path: str) -> Loaded:
        workspace = self.workspace()
        return read_from(workspace, workspace.source(workspace.root / path))

    def check(self, *paths: str, **changes: Any) -> Checked:
        """Check files in this process; without a path, all of them."""
        named = paths or tuple(source.path for source in self.workspace().files())
        return check(self.scope(**changes), [self.loaded(path) for path in named])


def clean_environment(changes: dict[str, str]) -> dict[str, str]:
    """The environment without what would change how kamc prints or judges."""
    ours = ("KAMC_AS_OF", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "GIT_DIR", "GIT_WORK_TREE")
    return {key: value for key, value in os.environ.items() if key not in ours} | changes


@pytest.fixture
def here(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Place:
    """The small workspace, in a folder of its own, which is the current one."""
    place = empty_place(tmp_path, monkeypatch, capsys)
    for path, text in FILES.items():
        place.write(path, text)
    return place


@pytest.fixture
def nowhere(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Place:
    """An empty folder, which is the current one."""
    return empty_place(tmp_path, monkeypatch, capsys)


def empty_place(
    folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Place:
    root = folder / "house"
    root.mkdir()
    monkeypatch.chdir(root)
    monkeypatch.setenv("KAMC_AS_OF", AS_OF.isoformat())
    monkeypatch.delenv("NO_COLOR", raising=False)
    return Place(root, monkeypatch, capsys)
