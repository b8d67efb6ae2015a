"""The script that installs kamc for the action, run with a Python that writes down what it is asked."""

import os
import pathlib
import shlex
import shutil
import subprocess

import pytest

ROOT = pathlib.Path(__file__).parents[2]
SCRIPT = ROOT / "ci/github/install.sh"
PYTHON = """\
#!/usr/bin/env bash
printf '%q ' "$@" >>"$LOG"
echo >>"$LOG"
if [ "$2" = venv ]; then mkdir -p "$3/bin" && cp "$0" "$3/bin/python"; fi
"""


class Runner:
    """A runner of GitHub Actions, as far as the script needs one."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.folder = folder
        self.log, self.output = folder / "log", folder / "output"
        python = folder / "python"
        python.write_text(PYTHON, encoding="utf-8")
        python.chmod(0o755)

    def install(self, **wishes: str) -> "subprocess.CompletedProcess[str]":
        given = {
            "PATH": os.environ["PATH"],
            "LOG": str(self.log),
            "KAMC_BASE_PYTHON": str(self.folder / "python"),
            "RUNNER_TEMP": str(self.folder),
            "GITHUB_OUTPUT": str(self.output),
        }
        return subprocess.run(
            (SCRIPT,), env=given | wishes, capture_output=True, encoding="utf-8", check=False
        )

    def pip(self) -> list[list[str]]:
        """What pip was asked to install, call by call."""
        calls = [shlex.split(line) for line in self.log.read_text(encoding="utf-8").splitlines()]
        assert calls[0][:2] == ["-m", "venv"]
        assert all(call[:2] == ["-m", "pip"] for call in calls[1:])
        return [call[call.index("install") + 1 :] for call in calls[1:]]


@pytest.fixture
def runner(tmp_path: pathlib.Path) -> Runner:
    assert shutil.which("bash")
    return Runner(tmp_path)


def test_this_very_kamc_with_the_packages_that_it_was_tested_with(runner: Runner) -> None:
    assert runner.install().returncode == 0
    locked = str(ROOT / "requirements/run.txt")
    assert runner.pip() == [
        ["--quiet", "--require-hashes", "--requirement", locked],
        ["--quiet", "--no-build-isolation", "--no-deps", str(ROOT)],
    ]


def test_extras(runner: Runner) -> None:
    assert runner.install(KAMC_EXTRAS="pdf,office").returncode == 0
    assert runner.pip()[-1] == ["--quiet", "--no-build-isolation", f"{ROOT}[pdf,office]"]


def test_a_version_that_was_published(runner: Runner) -> None:
    assert runner.install(KAMC_VERSION="1.2.0", KAMC_EXTRAS="pdf").returncode == 0
    assert runner.pip() == [["--quiet", "kamc[pdf]==1.2.0"]]


def test_the_steps_behind_it_are_told_where_everything_is(runner: Runner) -> None:
    runner.install()
    told = dict(line.split("=", 1) for line in runner.output.read_text(encoding="utf-8").splitlines())
    assert set(told) == {"python", "out"}
    assert pathlib.Path(told["python"]).is_file()
    assert pathlib.Path(told["out"]).parent.is_dir()


@pytest.mark.parametrize(
    ("name", "value"),
    [("KAMC_VERSION", "1.0 --pre"), ("KAMC_EXTRAS", "pdf]; touch broken #")],
)
def test_what_is_no_version_or_extra_is_refused(runner: Runner, name: str, value: str) -> None:
    done = runner.install(**{name: value})
    assert done.returncode == 2
    assert done.stdout.startswith("::error title=kamc::")
    assert not runner.log.exists()
