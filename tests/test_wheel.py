"""The wheel, as a user gets it: built, installed into an empty environment, run far from the checkout.

The environment holds the wheel, copies of the distributions that its metadata asks for, and nothing else.
So a module forgotten in the wheel, a template that is read from the checkout or a dependency that only
developers have is found.
"""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from itertools import product
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import kamc

CHECKOUT = Path(__file__).resolve().parents[1]
DATA = "kamc/_data"


@dataclass(frozen=True, kw_only=True)
class Installed:
    """An environment that holds kamc, and a folder to work in, far from the checkout."""

    environment: Path
    folder: Path

    def run(self, program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment in the folder, with none of the developer's settings."""
        return subprocess.run(
            [self.environment / "bin" / program, *arguments],
            cwd=self.folder,
            env=bare_environment(),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


def bare_environment() -> dict[str, str]:
    """What every process needs, without what could lead Python or kamc back to the checkout."""
    inherited = ("PATH", "HOME", "TMPDIR", "SYSTEMROOT")
    return {name: os.environ[name] for name in inherited if name in os.environ} | {"LC_ALL": "C.UTF-8"}


def python(*arguments: str | Path) -> None:
    """Run a Python module of the developer's environment; its output is the message when it fails."""
    command = [sys.executable, "-P", "-m", *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def needed_by(requirements: list[str] | None) -> Iterator[Distribution]:
    """The installed distributions that these requirements ask for here, and those that they ask for."""
    seen: set[str] = set()
    waiting = [Requirement(text) for text in requirements or ()]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in seen or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        assert not requirement.extras, f"{requirement}: extras are not followed here"
        seen.add(name)
        found = distribution(name)
        waiting += [Requirement(text) for text in found.requires or ()]
        yield found


def copy_distribution(found: Distribution, target: Path) -> None:
    """Copy what a distribution has in its site-packages folder; its scripts stay behind."""
    assert found.files, f"{found.name} does not list its files"
    for file in found.files:
        if ".." not in file.parts:
            (target / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(str(file.locate()), target / file)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout by the locked build backend."""
    folder = tmp_path_factory.mktemp("wheel")
    python("build", "--wheel", "--no-isolation", "--outdir", folder, CHECKOUT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with the wheel and its dependencies; nothing is downloaded."""
    folder = tmp_path_factory.mktemp("installed") / "environment"
    venv.create(folder, symlinks=True, with_pip=False)
    pip = ("pip", "--isolated", "--disable-pip-version-check", "--python", folder / "bin" / "python")
    python(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel)
    (site_packages,) = folder.glob("lib/python*/site-packages")
    (metadata,) = site_packages.glob("kamc-*.dist-info")
    for found in needed_by(Distribution.at(metadata).requires):
        copy_distribution(found, site_packages)
    python(*pip, "check")
    return folder


@pytest.fixture
def installed(environment: Path, tmp_path: Path) -> Installed:
    """The environment and an empty folder."""
    folder = tmp_path / "work"
    folder.mkdir()
    return Installed(environment=environment, folder=folder)


@pytest.fixture
def workspace(installed: Installed) -> Path:
    """A copy of the example workspace in the folder."""
    shutil.copytree(CHECKOUT / "plans", installed.folder / "plans")
    shutil.copy2(CHECKOUT / "kamc.yaml", installed.folder)
    return installed.folder


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file of a folder: its path from there, and what it holds."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def accounts(workspace: Path) -> list[str]:
    """The accounts that have a plan: there are some."""
    found = sorted({path.parent.name for path in workspace.glob("plans/*/*.yaml")})
    assert found
    return found


def packed_below(wheel: Path, folder: str) -> dict[str, bytes]:
    """Every file that the wheel holds below a folder."""
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.startswith(f"{folder}/")]
        return {name.removeprefix(f"{folder}/"): archive.read(name) for name in names}


def test_wheel_holds_the_schema_of_a_plan(wheel: Path) -> None:
    assert "plan.json" in packed_below(wheel, f"{DATA}/schemas")


@pytest.mark.parametrize("kind", ["briefs", "page", "pdf"])
def test_wheel_holds_templates(wheel: Path, kind: str) -> None:
    assert packed_below(wheel, f"{DATA}/templates/{kind}")


@pytest.mark.parametrize("folder", ["schemas", "templates"])
def test_wheel_holds_every_file_of_the_checkouts_folder(wheel: Path, folder: str) -> None:
    assert packed_below(wheel, f"{DATA}/{folder}") == files_below(CHECKOUT / folder)


def test_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert tops == {"kamc", f"kamc-{kamc.__version__}.dist-info"}


def test_the_wheels_own_kamc_is_imported(installed: Installed) -> None:
    done = installed.run("python", "-c", "import kamc; print(kamc.__file__)")
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()).is_relative_to(installed.environment)


def test_nothing_leads_back_to_the_checkout(installed: Installed) -> None:
    done = installed.run("python", "-c", "import sys; print('\\n'.join(sys.path))")
    assert done.returncode == 0, done.stderr
    assert not [path for path in done.stdout.splitlines() if path and Path(path).is_relative_to(CHECKOUT)]


def test_developers_tools_are_not_there(installed: Installed) -> None:
    assert installed.run("python", "-c", "import pytest").returncode == 1


def test_version(installed: Installed) -> None:
    done = installed.run("kamc", "--version")
    assert done.returncode == 0, done.stderr
    assert kamc.__version__ in done.stdout


def test_check_finds_the_example_workspace_sound(installed: Installed, workspace: Path) -> None:
    before = files_below(workspace / "plans")
    done = installed.run("kamc", "check")
    assert done.returncode == 0, done.stdout + done.stderr
    assert files_below(workspace / "plans") == before


def test_build_writes_briefs_for_every_account(installed: Installed, workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "packs"
    done = installed.run("kamc", "build", "--out", out)
    assert done.returncode == 0, done.stdout + done.stderr
    written = files_below(out)
    assert b"<html" in written["team/index.html"]
    for account, suffix in product(accounts(workspace), (".md", ".html")):
        assert [name for name in written if account in name and name.endswith(suffix)], (account, suffix)


def test_tables_are_written_without_the_extras(installed: Installed, workspace: Path) -> None:
    done = installed.run("kamc", "export")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (workspace / "export" / "accounts.csv").is_file()


@pytest.mark.parametrize("extra", ["parquet", "xlsx"])
def test_an_extra_that_is_not_there_is_named(installed: Installed, workspace: Path, extra: str) -> None:
    done = installed.run("kamc", "export", "--format", extra)
    wanted = (
        f"kamc: writing {extra} needs a library that is not installed here: pip install 'kamc[{extra}]'\n"
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, "", wanted)
    assert not (workspace / "export").exists()


def test_schema_is_the_published_one(installed: Installed) -> None:
    done = installed.run("kamc", "schema", "plan")
    assert done.returncode == 0, done.stderr
    assert done.stdout == (CHECKOUT / "schemas" / "plan.json").read_text(encoding="utf-8")
